package emulator

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"time"
)

// Limits are the rates above which messages are refused with 429. A zero turns
// its limit off.
type Limits struct {
	// PerSecond bounds all messages and edits together.
	PerSecond int
	// ChatEvery is the pause between two messages to one chat.
	ChatEvery time.Duration
	// ChatBurst is how many messages to one chat may come at once; 0 means 1.
	ChatBurst int
	// GroupPerMinute bounds the messages to one group.
	GroupPerMinute int
	// Absorb lets the server hold a call back for so long in the place of
	// refusing it. The real one does that for up to 8 s.
	Absorb time.Duration
}

// RealLimits are the published rates, with the short burst that is tolerated.
func RealLimits() Limits {
	return Limits{PerSecond: 30, ChatEvery: time.Second, ChatBurst: 3, GroupPerMinute: 20}
}

// SetLimits changes the rates from now on.
func (s *Server) SetLimits(l Limits) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.options.Limits = l
	s.rates = rates{}
}

// bucket is a leaky bucket, known by when it will have leaked empty.
type bucket struct{ empty time.Time }

// wait is how long to hold back so that no more than burst are in the bucket.
func (b *bucket) wait(now time.Time, every time.Duration, burst int) time.Duration {
	if b.empty.Before(now) {
		return 0
	}
	return b.empty.Sub(now) - every*time.Duration(burst-1)
}

func (b *bucket) fill(at time.Time, amount time.Duration) {
	if b.empty.Before(at) {
		b.empty = at
	}
	b.empty = b.empty.Add(amount)
}

// rates has the buckets in use.
type rates struct {
	all   bucket
	chat  map[int64]*bucket
	group map[int64]*bucket
}

// spending is one bucket that a call draws on.
type spending struct {
	bucket *bucket
	every  time.Duration
	burst  int
}

func (r *rates) spendings(l Limits, c *call, chat int64) []spending {
	var all []spending
	if l.PerSecond > 0 {
		all = append(all, spending{&r.all, time.Second / time.Duration(l.PerSecond), l.PerSecond})
	}
	if strings.HasPrefix(c.method, "edit") {
		return all
	}
	if l.ChatEvery > 0 {
		all = append(all, spending{bucketOf(&r.chat, chat), l.ChatEvery, max(l.ChatBurst, 1)})
	}
	if l.GroupPerMinute > 0 && chat < 0 {
		all = append(all, spending{bucketOf(&r.group, chat), time.Minute / time.Duration(l.GroupPerMinute), l.GroupPerMinute})
	}
	return all
}

func bucketOf(m *map[int64]*bucket, chat int64) *bucket {
	if *m == nil {
		*m = map[int64]*bucket{}
	}
	if (*m)[chat] == nil {
		(*m)[chat] = &bucket{}
	}
	return (*m)[chat]
}

// throttle refuses a call that is above the rates, or holds it back.
func (s *Server) throttle(c *call) *apiError {
	if !strings.HasPrefix(c.method, "send") && !strings.HasPrefix(c.method, "edit") || c.method == "sendChatAction" {
		return nil
	}
	wait, e := s.reserve(c)
	if e != nil {
		return e
	}
	if sleep(c.ctx, wait) != nil {
		return &apiError{code: http.StatusInternalServerError, text: context.Cause(c.ctx).Error()}
	}
	return nil
}

func (s *Server) reserve(c *call) (time.Duration, *apiError) {
	s.mu.Lock()
	defer s.mu.Unlock()
	now, wait := time.Now(), time.Duration(0)
	spendings := s.rates.spendings(s.options.Limits, c, s.chatID(c))
	for _, sp := range spendings {
		wait = max(wait, sp.bucket.wait(now, sp.every, sp.burst))
	}
	if wait > s.options.Limits.Absorb {
		return 0, floodWait(int((wait + time.Second - 1) / time.Second))
	}
	for _, sp := range spendings {
		sp.bucket.fill(now, sp.every*messagesOf(c))
	}
	return wait, nil
}

// messagesOf is how many messages a call makes; an album is several.
func messagesOf(c *call) time.Duration {
	var items []json.RawMessage
	if c.method != "sendMediaGroup" || c.decode("media", &items) != nil {
		return 1
	}
	return time.Duration(len(items))
}
