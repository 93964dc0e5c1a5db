package watch

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"time"

	"guongsang/internal/retry"
)

// A Heartbeat asks for a URL as long as the program moves.
type Heartbeat struct {
	URL   string // is a secret: who has it can keep the alarm quiet
	Every time.Duration
	Moves *Moves
	Now   func() time.Time
	Log   *slog.Logger

	Proxy *url.URL // through which it asks; nil: that of the environment

	withheld bool // the last one was
	refused  bool // the last one did not get through
}

// patience is how long one may take.
const patience = 20 * time.Second

// Run beats until ctx ends.
func (h *Heartbeat) Run(ctx context.Context) {
	for ctx.Err() == nil {
		h.beat(ctx)
		retry.Sleep(ctx, h.Every)
	}
}

// beat asks once, if the program moves, and notes in the log what is otherwise than
// it was.
func (h *Heartbeat) beat(ctx context.Context) {
	now := h.Now()
	stuck := h.Moves.Stuck(now)
	if err := h.Moves.Takes(now); err != nil {
		stuck = append(stuck, err)
	}
	if len(stuck) > 0 {
		if !h.withheld {
			h.Log.Error("heartbeat withheld", "err", allOf(stuck))
		}
		h.withheld = true
		return
	}
	if h.withheld {
		h.Log.Info("heartbeat goes on")
	}
	h.withheld = false
	err := h.ask(ctx)
	if (err != nil) != h.refused && ctx.Err() == nil {
		if h.refused = err != nil; h.refused {
			h.Log.Warn("heartbeat does not get through", "err", err)
		} else {
			h.Log.Info("heartbeat gets through")
		}
	}
}

// allOf words several reasons in one line.
func allOf(reasons []error) string {
	var says []string
	for _, err := range reasons {
		says = append(says, err.Error())
	}
	return strings.Join(says, "; ")
}

// ask asks for the URL. No error has more of it than its host.
func (h *Heartbeat) ask(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, h.URL, nil)
	if err != nil {
		return errors.New("the URL cannot be asked for")
	}
	answer, err := h.client().Do(r)
	if err != nil {
		if u := (*url.Error)(nil); errors.As(err, &u) {
			err = u.Err // without the URL
		}
		return fmt.Errorf("asking %s: %w", r.URL.Host, err)
	}
	_ = answer.Body.Close()
	if answer.StatusCode < 200 || answer.StatusCode > 299 {
		return fmt.Errorf("asking %s: %s", r.URL.Host, answer.Status)
	}
	return nil
}

// client asks once, on a connection that is not kept for the next time. It follows no
// redirect: whoever it leads to would learn the URL.
func (h *Heartbeat) client() *http.Client {
	proxy := http.ProxyFromEnvironment
	if h.Proxy != nil {
		proxy = http.ProxyURL(h.Proxy)
	}
	return &http.Client{
		Transport:     &http.Transport{Proxy: proxy, DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}
