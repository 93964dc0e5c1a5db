package demo

import (
	"sync"
	"time"
)

// A clock is the one clock of the demo: the real one, shifted. The program
// runs on it and does not know.
type clock struct {
	mu    sync.Mutex
	shift time.Duration
}

// Now is the demo's time.
func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return time.Now().Add(c.shift)
}

// Set moves the clock to t; it goes on from there.
func (c *clock) Set(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.shift = time.Until(t)
}

// Shift is how far the demo's time is ahead of the real one.
func (c *clock) Shift() time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.shift
}
