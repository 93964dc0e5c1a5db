package courier

import "time"

// Limits are the rates that the sender keeps to. A zero turns its limit off.
type Limits struct {
	PerSecond      int           // messages and edits of the whole bot
	ChatEvery      time.Duration // between two messages to one chat, in the long run
	ChatBurst      int           // messages to one chat that may go at once
	GroupPerMinute int           // messages to one group
}

// A pace spaces things out: burst of them at once, then one in every interval.
// The zero value paces nothing.
type pace struct {
	every time.Duration
	burst int
	empty time.Time // when nothing of what was taken counts any more
}

// overall allows a burst of a fifth of a second's worth, so that no second has
// more than 1.2 times the rate.
func (l Limits) overall() pace {
	if l.PerSecond <= 0 {
		return pace{}
	}
	return pace{every: time.Second / time.Duration(l.PerSecond), burst: max(l.PerSecond/5, 1)}
}

func (l Limits) chat() pace { return pace{every: l.ChatEvery, burst: max(l.ChatBurst, 1)} }

func (l Limits) group() pace {
	if l.GroupPerMinute <= 0 {
		return pace{}
	}
	return pace{every: time.Minute / time.Duration(l.GroupPerMinute), burst: 1}
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
