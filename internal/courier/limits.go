package courier

import "time"

// Limits are the rates that the sender keeps to. A zero turns its limit off.
type Limits struct {
	PerSecond      int           // messages and edits of the whole bot
	ChatEvery      time.Duration // between two messages to one chat, in the long run
	ChatBurst      int           // messages to one chat that may go at once
	GroupPerMinute int           // messages to one group
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
