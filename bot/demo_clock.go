package main

import (
	"sync"
	"time"
)

// A demoClock is the one clock of the demo: the real one, shifted. The program
// runs on it and does not know.
type demoClock struct {
	mu    sync.Mutex
	shift time.Duration
}

// Now is the demo's time.
func (c *demoClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return time.Now().Add(c.shift)
}

// Set moves the clock to t; it goes on from there.
func (c *demoClock) Set(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.shift = time.Until(t)
}

// Shift is how far the demo's time is ahead of the real one.
func (c *demoClock) Shift() time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.shift
}
