package telegram

import (
	"maps"
	"sync"
	"time"

	"guongsang/storage"
)

// Stats count what went over the wire, for metrics and for the health page.
type Stats struct {
	mu       sync.Mutex
	sends    map[storage.Fate]uint64
	lastPoll time.Time
	updates  uint64
}

// Stats are the client's counters.
func (c *Client) Stats() *Stats { return &c.stats }

// Sends is how many tries to say something ended in each way since the start.
func (s *Stats) Sends() map[storage.Fate]uint64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return maps.Clone(s.sends)
}

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

func (s *Stats) sent(fate storage.Fate) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.sends == nil {
		s.sends = map[storage.Fate]uint64{}
	}
	s.sends[fate]++
}

func (s *Stats) polled(at time.Time, fresh int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lastPoll = at
	s.updates += uint64(fresh)
}
