package emulator

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"sync"
	"time"
)

// hookTimeout is how long a bot may take to answer a post.
const hookTimeout = 60 * time.Second

// longestPause bounds the growing pause between two tries.
const longestPause = 64 * time.Second

var secretPattern = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[A-Za-z0-9_-]{1,256}$`) })

// webhook posts the queue to a bot: in order for each person, people side by
// side, an update again and again until it is answered with 2xx.
type webhook struct {
	server *Server
	url    string
	secret string
	slots  chan struct{}
	ctx    context.Context
	stop   context.CancelFunc
	busy   map[int64]bool // keys with a goroutine

	lastError   string
	lastErrorAt time.Time
}

func (s *Server) setWebhook(c *call) (any, *apiError) {
	if !c.has("url") {
		return s.deleteWebhook(c)
	}
	if e := checkHook(c); e != nil {
		return nil, e
	}
	if e := s.queue.allow(c); e != nil {
		return nil, e
	}
	s.dropHook(c)
	s.queue.interrupt(textWebhookSet)
	slots := int(c.int("max_connections"))
	if slots == 0 {
		slots = 40
	}
	ctx, stop := context.WithCancel(context.Background())
	s.hook = &webhook{
		server: s, url: c.values["url"], secret: c.values["secret_token"],
		slots: make(chan struct{}, slots), ctx: ctx, stop: stop, busy: map[int64]bool{},
	}
	for _, u := range s.queue.entries {
		s.hook.deliver(u.key)
	}
	return true, nil
}

func checkHook(c *call) *apiError {
	u, err := url.Parse(c.values["url"])
	if err != nil || u.Host == "" {
		return malformed("bad webhook: invalid webhook URL specified")
	}
	loopback := u.Hostname() == "localhost" || u.Hostname() == "127.0.0.1"
	if u.Scheme != "https" && !loopback {
		return malformed("bad webhook: An HTTPS URL must be provided for webhook")
	}
	if c.has("secret_token") && !secretPattern().MatchString(c.values["secret_token"]) {
		return malformed("secret token contains unallowed characters")
	}
	if n := c.int("max_connections"); n < 0 || n > 100 {
		return unlawful("max_connections %d is not within 1-100", n)
	}
	return nil
}

// dropHook ends the deliveries and, on request, forgets what is pending.
func (s *Server) dropHook(c *call) {
	if s.hook != nil {
		s.hook.stop()
		s.hook = nil
	}
	if c.bool("drop_pending_updates") {
		s.queue.entries = nil
	}
}

func (s *Server) deleteWebhook(c *call) (any, *apiError) {
	s.dropHook(c)
	return true, nil
}

func (s *Server) getWebhookInfo(*call) (any, *apiError) {
	s.queue.expire(time.Now())
	info := map[string]any{"url": "", "has_custom_certificate": false, "pending_update_count": len(s.queue.entries)}
	if len(s.queue.allowed) > 0 {
		info["allowed_updates"] = s.queue.allowed
	}
	if s.hook == nil {
		return info, nil
	}
	info["url"] = s.hook.url
	info["max_connections"] = cap(s.hook.slots)
	if s.hook.lastError != "" {
		info["last_error_message"] = s.hook.lastError
		info["last_error_date"] = s.hook.lastErrorAt.Unix()
	}
	return info, nil
}

// deliver starts a goroutine for the key unless it has one. The server is
// locked.
func (h *webhook) deliver(key int64) {
	if h.busy[key] {
		return
	}
	h.busy[key] = true
	go h.work(key)
}

// work delivers the updates of one key until there is none left.
func (h *webhook) work(key int64) {
	for {
		u, again := h.take(key)
		if u == nil {
			return
		}
		if !h.deliverUntilDone(u) {
			return
		}
		if again {
			h.post(u)
		}
	}
}

// take finds the next update of a key; twice asks for it to be posted again
// after it was answered.
func (h *webhook) take(key int64) (u *update, twice bool) {
	s := h.server
	s.mu.Lock()
	defer s.mu.Unlock()
	s.queue.expire(time.Now())
	for _, u := range s.queue.entries {
		if u.key == key && h.ctx.Err() == nil {
			return u, s.strikesDuplicate(u)
		}
	}
	delete(h.busy, key)
	return nil, false
}

func (s *Server) strikesDuplicate(u *update) bool {
	probe := Call{At: time.Now(), Method: "webhook", Chat: u.key}
	for _, f := range s.faults.active {
		if f.Action.duplicate && f.hits(probe, s.faults.dice) {
			return true
		}
	}
	return false
}

// deliverUntilDone tries until the update is answered or no longer kept; false
// means that the webhook is gone.
func (h *webhook) deliverUntilDone(u *update) bool {
	pause := time.Second
	for {
		wait, err := h.post(u)
		if err == nil {
			h.done(u)
			return true
		}
		h.fail(err)
		if sleep(h.ctx, max(pause, wait)) != nil {
			return false
		}
		pause = min(2*pause, longestPause)
		if !time.Now().Before(u.expires) {
			return true
		}
	}
}

func (h *webhook) done(u *update) {
	h.server.mu.Lock()
	defer h.server.mu.Unlock()
	for i, other := range h.server.queue.entries {
		if other == u {
			h.server.queue.entries = append(h.server.queue.entries[:i:i], h.server.queue.entries[i+1:]...)
			return
		}
	}
}

func (h *webhook) fail(err error) {
	h.server.mu.Lock()
	defer h.server.mu.Unlock()
	h.lastError, h.lastErrorAt = err.Error(), time.Now()
}

// post makes one try. The wait is what the bot asked for with Retry-After.
func (h *webhook) post(u *update) (wait time.Duration, err error) {
	select {
	case h.slots <- struct{}{}:
		defer func() { <-h.slots }()
	case <-h.ctx.Done():
		return 0, h.ctx.Err()
	}
	actions := h.server.strikePost(u)
	broken, apply := before(h.ctx, actions)
	if !apply {
		return 0, broken.asError()
	}
	wait, err = h.send(u)
	for _, a := range actions {
		if a.answer != nil && a.applied {
			return 0, a.answer.asError()
		}
	}
	return wait, err
}

// strikePost asks the faults for the posts, those about duplicates excepted.
func (s *Server) strikePost(u *update) []Action {
	s.mu.Lock()
	defer s.mu.Unlock()
	probe := Call{At: time.Now(), Method: "webhook", Chat: u.key}
	var actions []Action
	for _, f := range s.faults.active {
		if !f.Action.duplicate && f.hits(probe, s.faults.dice) {
			actions = append(actions, f.Action)
		}
	}
	return actions
}

func (a *reply) asError() error {
	if a.broken != nil {
		return a.broken
	}
	return fmt.Errorf("wrong response from the webhook: %d", a.status)
}

func (h *webhook) send(u *update) (time.Duration, error) {
	ctx, cancel := context.WithTimeout(h.ctx, hookTimeout)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, h.url, bytes.NewReader(u.body))
	if err != nil {
		return 0, fmt.Errorf("making the post to the webhook: %w", err)
	}
	r.Header.Set("Content-Type", "application/json")
	if h.secret != "" {
		r.Header.Set("X-Telegram-Bot-Api-Secret-Token", h.secret)
	}
	answer, err := h.server.options.WebhookTransport.RoundTrip(r)
	if err != nil {
		return 0, fmt.Errorf("posting to the webhook: %w", err)
	}
	defer func() { _ = answer.Body.Close() }()
	_, _ = io.Copy(io.Discard, io.LimitReader(answer.Body, 1<<20))
	if answer.StatusCode/100 == 2 {
		return 0, nil
	}
	seconds, _ := strconv.Atoi(answer.Header.Get("Retry-After"))
	return time.Duration(seconds) * time.Second, fmt.Errorf("wrong response from the webhook: %s", answer.Status)
}
