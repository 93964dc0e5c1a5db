package courier

import "time"

// A pace spaces things out: burst of them at once, then one in every interval.
// The zero value paces nothing.
type pace struct {
	every time.Duration
	burst int
	empty time.Time // when nothing of what was taken counts any more
}

// at is when the next thing may happen, now or later. If more is due than was
// ever allowed, the clock was set back, and what counted no longer does.
func (p *pace) at(now time.Time) time.Time {
	if p.every <= 0 || p.empty.Sub(now) > p.every*time.Duration(p.burst+1) {
		return now
	}
	if free := p.empty.Add(-p.every * time.Duration(p.burst-1)); free.After(now) {
		return free
	}
	return now
}

// take notes that a thing happens now.
func (p *pace) take(now time.Time) {
	if p.every <= 0 {
		return
	}
	if p.empty.Before(now) || p.empty.Sub(now) > p.every*time.Duration(p.burst+1) {
		p.empty = now
	}
	p.empty = p.empty.Add(p.every)
}

// untake notes that a thing did not happen after all.
func (p *pace) untake() { p.empty = p.empty.Add(-p.every) }
