package telegram

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"log/slog"
	"net/http"
	"runtime"
	"strings"
	"time"

	"guongsang/internal/retry"
	"guongsang/storage"
)

const (
	pollTimeout = 50 * time.Second // Telegram allows no more
	pollGrace   = 15 * time.Second // for the answer to come, on top
	pollLimit   = 100
	longBacklog = 5 * time.Second // of batch after full batch: then what is there is handled

	// Telegram keeps updates for 24 h.
	gapTooLong = 24 * time.Hour
	markEvery  = 10 * time.Minute
	markPolled = "polled"
)

// wanted are the kinds of updates that the bot asks for.
var wanted = []string{"message", "edited_message", "callback_query", "my_chat_member"}

// A Poller brings updates into the inbox by asking for them.
type Poller struct {
	client *Client
	store  *storage.Store
	onGap  func(from, to time.Time)
	log    *slog.Logger

	offset   int64
	hookGone bool      // no webhook stands in the way
	began    bool      // a poll succeeded since the start
	reached  time.Time // when one last did, over restarts
	marked   time.Time // what of it the store knows
	asked    time.Time // no poll before: Telegram said so
	late     bool      // what is there waited while no poll succeeded: it is asked for alone
	behind   time.Time // since when Telegram has had more than it gave; zero: it has not
	outage   retry.Outage
	again    chan struct{} // an end to the pause
}

// NewPoller makes a poller. onGap, which may be nil, is told after an outage in
// which Telegram will have thrown updates away.
func NewPoller(c *Client, store *storage.Store, onGap func(from, to time.Time)) *Poller {
	return &Poller{
		client: c, store: store, onGap: onGap, log: c.log, outage: retry.Outage{Log: c.log, What: "polling"}, again: make(chan struct{}, 1),
		late: true,
	}
}

// Run polls until ctx ends.
func (p *Poller) Run(ctx context.Context) {
	for ctx.Err() == nil && !p.load() {
		retry.Sleep(ctx, p.outage.Pause())
	}
	for ctx.Err() == nil {
		wait := p.step(ctx)
		if wait > 0 {
			p.rest(ctx, wait)
		}
	}
}

// Retry ends a pause after a failure, for a network that is back or a clock that
// is moved. A pause that Telegram asked for lasts until the clock says so.
func (p *Poller) Retry() {
	select {
	case p.again <- struct{}{}:
	default:
	}
}

// rest waits before the next poll.
func (p *Poller) rest(ctx context.Context, wait time.Duration) {
	timer := time.NewTimer(wait)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-timer.C:
			return
		case <-p.again:
			if !p.client.now().Before(p.asked) {
				return
			}
		}
	}
}

// load reads where the last run ended.
func (p *Poller) load() bool {
	offset, err := p.store.Offset()
	if err == nil {
		err = p.store.View(p.client.now(), func(tx *storage.Snapshot) error {
			p.reached = tx.Mark(markPolled)
			return nil
		})
	}
	if err != nil {
		p.outage.Fail(fmt.Errorf("reading the offset: %w", err))
		return false
	}
	p.offset, p.marked = offset, p.reached
	return true
}

// step makes one poll and stores what came; it says how long to wait before the
// next, 0 when all is well.
func (p *Poller) step(ctx context.Context) time.Duration {
	if !p.hookGone && !p.deleteWebhook(ctx) {
		return p.outage.Pause()
	}
	start, before := p.client.now(), p.offset
	batch, t := p.poll(ctx)
	if ctx.Err() != nil {
		return 0
	}
	if err := t.problem(); err != nil {
		p.late = true
		p.caughtUp()
		return p.failed(t, err)
	}
	fresh, err := p.keep(batch)
	if err != nil { // the offset has not moved: the same batch comes again
		p.caughtUp()
		p.outage.Fail(fmt.Errorf("storing updates: %w", err))
		return p.outage.Pause()
	}
	p.succeeded(fresh)
	moved := fresh > 0 || p.offset != before
	if moved && len(batch) == pollLimit {
		p.fallenBehind(start)
		return 0
	}
	late := p.late
	p.late = false
	if p.caughtUp() || moved || late {
		return 0
	}
	if p.client.now().Sub(start) < time.Second {
		return time.Second // it brought nothing, confirms nothing, and was not even held for a while
	}
	return 0
}

// fallenBehind notes that there is more where a batch came from. After a while
// what is in the inbox is handled all the same.
func (p *Poller) fallenBehind(now time.Time) {
	switch {
	case p.behind.IsZero():
		p.behind = now
	case now.Sub(p.behind) > longBacklog:
		p.store.WakeInbox()
	}
}

// caughtUp lets what was kept back be handled. It reports whether anything was.
func (p *Poller) caughtUp() bool {
	if p.behind.IsZero() {
		return false
	}
	p.behind = time.Time{}
	p.store.WakeInbox()
	return true
}

// poll asks for updates. While something may have waited, it does not stay for
// more: what is said by people who see the bot answer is not late.
func (p *Poller) poll(ctx context.Context) (batch []json.RawMessage, t *trip) {
	ctx, cancel := context.WithTimeout(ctx, pollTimeout+pollGrace)
	defer cancel()
	timeout := pollTimeout
	if p.late || !p.behind.IsZero() {
		timeout = 0
	}
	params := map[string]any{"timeout": int(timeout / time.Second), "limit": pollLimit, "allowed_updates": wanted}
	if p.offset != 0 {
		params["offset"] = p.offset
	}
	result, t := p.client.post(ctx, "getUpdates", params)
	switch {
	case t.problem() != nil:
	case len(result) > 0 && result[0] == '[':
		eachIn(result, func(_, update []byte) { batch = append(batch, update) })
	case string(result) != "null":
		t.err = errors.New("answer of getUpdates is no list")
	}
	return batch, t
}

// keep stores a batch with the offset that the next poll confirms it by. That
// is the id after the batch's last, even if it is lower than before: ids start
// anew after a silent week.
func (p *Poller) keep(batch []json.RawMessage) (fresh int, err error) {
	if len(batch) == 0 {
		return 0, nil
	}
	offset := p.offset
	updates := make([]storage.Incoming, len(batch))
	for i, raw := range batch {
		updates[i], _ = incoming(raw)
		if id := updates[i].ID; id > 0 {
			offset = id + 1
		}
	}
	how := storage.Batch{More: len(batch) == pollLimit, Late: p.late}
	fresh, err = p.store.PutBatch(p.client.now(), updates, &offset, how)
	if err == nil {
		p.offset = offset
		runtime.Gosched() // who waits for a reply is served before more is asked for
	}
	return fresh, err
}

// incoming names an update by its id, and says whose it is and, of a message, when
// it was said; the zero time of anything else. One without an id gets a negative
// one made of its bytes: it must not pass for an event of the bot's own, which has
// 0.
func incoming(raw json.RawMessage) (u storage.Incoming, said time.Time) {
	update := &rawUpdate{}
	if err := json.Unmarshal(raw, update); update.ID > 0 { // whatever else is of another type than it should be
		u = storage.Incoming{ID: update.ID, Raw: raw, From: update.from()}
		if err == nil {
			u.Decoded = update
		}
		if m := update.Message; m != nil && m.Date > 0 {
			said = time.Unix(m.Date, 0)
		}
		return u, said
	}
	sum := fnv.New64a()
	_, _ = sum.Write(raw)
	return storage.Incoming{ID: -1 - int64(sum.Sum64()>>1), Raw: raw}, said
}

// deleteWebhook takes away a webhook that was left set: with it, polling is
// refused. What is pending stays.
func (p *Poller) deleteWebhook(ctx context.Context) bool {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	_, t := p.client.post(ctx, "deleteWebhook", map[string]any{"drop_pending_updates": false})
	if err := t.problem(); err != nil {
		p.outage.Fail(fmt.Errorf("deleting the webhook: %w", explain(t, err)))
		return false
	}
	p.hookGone = true
	return true
}

func (p *Poller) failed(t *trip, err error) time.Duration {
	p.outage.Fail(explain(t, err))
	switch t.code() {
	case http.StatusTooManyRequests:
		wait := max(t.retryAfter(), time.Second)
		p.asked = p.client.now().Add(wait)
		return wait
	case http.StatusConflict:
		p.hookGone = p.hookGone && !strings.Contains(err.Error(), "webhook")
	}
	return p.outage.Pause()
}

// explain adds the likely cause to what an operator can do something about.
func explain(t *trip, err error) error {
	if t.err != nil {
		return err
	}
	switch t.code() {
	case http.StatusUnauthorized, http.StatusNotFound:
		return fmt.Errorf("%w (the bot token is wrong or was revoked; ask BotFather)", err)
	case http.StatusConflict:
		if !strings.Contains(err.Error(), "webhook") {
			return fmt.Errorf("%w (another program polls with the same bot token)", err)
		}
	}
	return err
}

func (p *Poller) succeeded(fresh int) {
	now := p.client.now()
	p.client.stats.polled(now, fresh)
	lapsed := !p.began || p.outage.Failures() > 0 // else it is the clock that was moved
	p.outage.OK()
	if lapsed && p.onGap != nil && !p.reached.IsZero() && now.Sub(p.reached) > gapTooLong {
		p.onGap(p.reached, now)
	}
	p.began, p.reached = true, now
	if since := now.Sub(p.marked); since >= markEvery || since < 0 {
		err := p.store.Update(now, func(tx *storage.Tx) error { return tx.PutMark(markPolled, now) })
		if err == nil {
			p.marked = now
		}
	}
}
