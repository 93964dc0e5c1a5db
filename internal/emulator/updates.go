package emulator

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"
)

// maxPollTimeout is what the server cuts a longer poll to.
const maxPollTimeout = 50 * time.Second

// maxPollLimit is the most updates that one answer has.
const maxPollLimit = 100

// messageLife is how long the server keeps an update of a message.
const messageLife = 24 * time.Hour

// optInKinds are delivered only to a bot that asks for them by name.
var optInKinds = []string{"chat_member", "message_reaction", "message_reaction_count"}

// update is one entry of the queue.
type update struct {
	id        int64
	kind      string
	key       int64 // whose turn it takes in a webhook's delivery
	at        time.Time
	expires   time.Time
	body      json.RawMessage
	delivered bool
}

// queue holds the updates that the bot has not confirmed.
type queue struct {
	next    int64
	entries []*update
	allowed []string
	parked  *parked

	// What the server remembers of the polls before, to slow down a client
	// that asks the same again and again.
	lastOffset   int64
	lastStart    time.Time
	nextConflict time.Time
}

// parked is a long poll that waits.
type parked struct {
	wake chan struct{}
	end  chan string // the text of the 409 that ends it
}

// enqueue puts a new update in the queue. The server is locked.
func (s *Server) enqueue(kind string, key int64, life time.Duration, content any) {
	if !s.queue.wants(kind) {
		return
	}
	raw, err := json.Marshal(content)
	if err != nil {
		panic(fmt.Sprintf("emulator: encoding an update of kind %s: %v", kind, err))
	}
	now := time.Now()
	u := &update{id: s.queue.next, kind: kind, key: key, at: now, expires: now.Add(life)}
	u.body = fmt.Appendf(nil, `{"update_id":%d,"%s":%s}`, u.id, kind, raw)
	s.push(u)
}

func (s *Server) push(u *update) {
	s.queue.next = u.id + 1
	s.queue.entries = append(s.queue.entries, u)
	if s.queue.parked != nil {
		poke(s.queue.parked.wake)
	}
	if s.hook != nil {
		s.hook.deliver(u.key)
	}
}

func poke(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

func (q *queue) wants(kind string) bool {
	if len(q.allowed) == 0 {
		return !slices.Contains(optInKinds, kind)
	}
	return slices.Contains(q.allowed, kind)
}

// Inject puts a raw update in the queue, whatever it holds. Its update_id is
// kept, even one that is lower than others or was there before; without one it
// gets the next. It passes by allowed_updates.
func (s *Server) Inject(raw []byte) (id int64, err error) {
	head := map[string]json.RawMessage{}
	if err := json.Unmarshal(raw, &head); err != nil {
		return 0, fmt.Errorf("reading the update to inject: %w", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	id = s.queue.next
	if given, ok := head["update_id"]; !ok {
		raw = append(fmt.Appendf(nil, `{"update_id":%d,`, id), raw[indexOpen(raw)+1:]...)
		if len(head) == 0 {
			raw = fmt.Appendf(nil, `{"update_id":%d}`, id)
		}
	} else if err := json.Unmarshal(given, &id); err != nil {
		return 0, fmt.Errorf("reading the update_id to inject: %w", err)
	}
	now := time.Now()
	s.push(&update{id: id, at: now, expires: now.Add(messageLife), body: slices.Clone(raw), key: keyOf(head)})
	return id, nil
}

func indexOpen(raw []byte) int { return slices.Index(raw, '{') }

// keyOf guesses whose turn an injected update takes.
func keyOf(head map[string]json.RawMessage) int64 {
	for name, raw := range head {
		var body struct {
			Chat struct{ ID int64 }
			From struct{ ID int64 }
		}
		if name == "update_id" || json.Unmarshal(raw, &body) != nil {
			continue
		}
		if body.Chat.ID != 0 {
			return body.Chat.ID
		}
		return body.From.ID
	}
	return 0
}

// RestartUpdateIDs lets the ids go on from another number, lower ones included,
// as the real server does after a silent week. It refuses while updates are
// pending, for then the real server does not do it.
func (s *Server) RestartUpdateIDs(next int64) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if n := len(s.queue.entries); n > 0 {
		return fmt.Errorf("restarting the update ids: %d updates are pending", n)
	}
	if next <= 0 {
		return errors.New("restarting the update ids: the id must be positive")
	}
	s.queue.next = next
	return nil
}

// Pending counts the updates that the bot has not confirmed.
func (s *Server) Pending() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.queue.expire(time.Now())
	return len(s.queue.entries)
}

// expire drops what the server no longer keeps.
func (q *queue) expire(now time.Time) {
	q.entries = slices.DeleteFunc(q.entries, func(u *update) bool { return !u.expires.After(now) })
}

// confirm drops what the offset says the bot has. An offset far above the newest
// id confirms nothing: it is from before the ids started anew.
func (q *queue) confirm(offset int64) {
	if offset < 0 {
		q.entries = q.entries[max(0, len(q.entries)+int(max(offset, -1<<30))):]
		return
	}
	last := -1
	for i, u := range q.entries {
		if u.delivered && u.id == offset-1 {
			last = i
		}
	}
	if last >= 0 {
		q.entries = slices.Delete(q.entries, 0, last+1)
		return
	}
	if offset > q.next+10 {
		return
	}
	q.entries = slices.DeleteFunc(q.entries, func(u *update) bool { return u.id < offset })
}

func (q *queue) batch(limit int) []json.RawMessage {
	n := min(limit, len(q.entries))
	bodies := make([]json.RawMessage, 0, n)
	for _, u := range q.entries[:n] {
		u.delivered = true
		bodies = append(bodies, u.body)
	}
	return bodies
}

// pollPlan is one getUpdates after the server has read it.
type pollPlan struct {
	limit     int
	timeout   time.Duration
	duplicate bool
}

// getUpdates waits for updates and is the one method that waits unlocked.
func (s *Server) getUpdates(c *call, actions []Action) (any, *apiError) {
	plan, p, e := s.startPoll(c, actions)
	if e != nil {
		return nil, e
	}
	defer s.unpark(p)
	timer := time.NewTimer(plan.timeout)
	defer timer.Stop()
	for {
		down, bodies := s.poll(plan)
		if len(bodies) > 0 || plan.timeout == 0 {
			return bodies, nil
		}
		select {
		case <-p.wake:
			_ = sleep(c.ctx, s.options.Gather)
		case <-timer.C:
			return bodies, nil
		case text := <-p.end:
			return nil, s.endPoll(c, text)
		case <-down:
			return nil, errNetwork
		case <-c.ctx.Done():
			return nil, nil
		}
	}
}

// startPoll confirms by offset, ends another parked poll and parks this one.
func (s *Server) startPoll(c *call, actions []Action) (pollPlan, *parked, *apiError) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.hook != nil {
		return pollPlan{}, nil, conflict(textWebhookActive)
	}
	if e := s.queue.allow(c); e != nil {
		return pollPlan{}, nil, e
	}
	now := time.Now()
	plan := s.queue.plan(c, now)
	s.queue.expire(now)
	redeliver := false
	for _, a := range actions {
		plan.duplicate = plan.duplicate || a.duplicate
		redeliver = redeliver || a.redeliver
	}
	if !redeliver {
		s.queue.confirm(c.int("offset"))
	}
	s.queue.interrupt(textOtherPoller)
	p := &parked{wake: make(chan struct{}, 1), end: make(chan string, 1)}
	s.queue.parked = p
	return plan, p, nil
}

func (q *queue) allow(c *call) *apiError {
	if !c.has("allowed_updates") {
		return nil
	}
	var kinds []string
	if e := c.decode("allowed_updates", &kinds); e != nil {
		return e
	}
	q.allowed = kinds
	return nil
}

// plan cuts the parameters to what the server allows and slows a client down
// that asks for the same offset over and over.
func (q *queue) plan(c *call, now time.Time) pollPlan {
	p := pollPlan{limit: maxPollLimit, timeout: time.Duration(max(c.int("timeout"), 0)) * time.Second}
	if c.has("limit") {
		p.limit = int(min(max(c.int("limit"), 1), maxPollLimit))
	}
	p.timeout = min(p.timeout, maxPollTimeout)
	if c.int("offset") == q.lastOffset && !q.lastStart.IsZero() {
		since := now.Sub(q.lastStart)
		if since < 3*time.Second {
			p.timeout = max(p.timeout, 3*time.Second)
		}
		if since < time.Second/2 {
			p.limit = 1
		}
	}
	q.lastOffset, q.lastStart = c.int("offset"), now
	return p
}

// interrupt ends the parked poll with a 409.
func (q *queue) interrupt(text string) {
	if q.parked == nil {
		return
	}
	q.parked.end <- text
	q.parked = nil
}

func (s *Server) unpark(p *parked) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.queue.parked == p {
		s.queue.parked = nil
	}
}

// poll looks into the queue once; down is closed while the network is down.
func (s *Server) poll(plan pollPlan) (down <-chan struct{}, bodies []json.RawMessage) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.queue.expire(time.Now())
	bodies = s.queue.batch(plan.limit)
	if plan.duplicate {
		bodies = twice(bodies)
	}
	return s.faults.down, bodies
}

func twice(bodies []json.RawMessage) []json.RawMessage {
	doubled := make([]json.RawMessage, 0, 2*len(bodies))
	for _, b := range bodies {
		doubled = append(doubled, b, b)
	}
	return doubled
}

// endPoll words the 409; a second one within 3 s is held back.
func (s *Server) endPoll(c *call, text string) *apiError {
	s.mu.Lock()
	now := time.Now()
	wait := time.Duration(0)
	if now.Before(s.queue.nextConflict) {
		wait = 3 * time.Second
	}
	s.queue.nextConflict = now.Add(3 * time.Second)
	s.mu.Unlock()
	_ = sleep(c.ctx, wait)
	return conflict(text)
}
