package telegram

import (
	"sync"
	"time"
)

// Stats count what came in, for metrics and for the health page.
type Stats struct {
	mu       sync.Mutex
	lastPoll time.Time
	updates  uint64
}

// Stats are the client's counters.
func (c *Client) Stats() *Stats { return &c.stats }

// LastPoll is when Telegram last answered a poll, or last posted to the
// webhook; the zero time if never.
func (s *Stats) LastPoll() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.lastPoll
}

// Updates is how many new updates were stored since the start.
func (s *Stats) Updates() uint64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.updates
}

func (s *Stats) polled(at time.Time, fresh int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lastPoll = at
	s.updates += uint64(fresh)
}
