package report

import "time"

// A Handling (xử lý) is what the agency does with an example beside ruling on it:
// who is looking at it, what was noted, asked and answered, and what its last
// ruling can be undone to. It is the agency's own: documents and leaders are made
// from examples, which do not have it, and a unit hears of it what is told to it.
type Handling struct {
	Number      string       // of the example
	Taken       Mark         `json:",omitzero"`  // who took it up, and when
	Note        Note         `json:",omitzero"`  // for officers only
	Forwarded   Mark         `json:",omitzero"`  // that it was passed on to the upper level
	Inquiries   []Inquiry    `json:",omitempty"` // oldest first
	Corrections []Correction `json:",omitempty"` // oldest first
	Undo        Undo         `json:",omitzero"`
	Rulings     int          `json:",omitempty"` // how many there were
	// Undone has the rulings that were undone, by their places from 1: what was to be
	// said of them is not said any more.
	Undone []int `json:",omitempty"`
}

// A Mark is who did something, and when.
type Mark struct {
	By int64
	At time.Time
}

// A Note is what an officer wrote for the others.
type Note struct {
	Mark
	Text string
}

// An Inquiry (câu hỏi) is what the agency asked a unit about an example.
type Inquiry struct {
	Mark
	Text     string
	Answer   string `json:",omitempty"`
	Answered Mark   `json:",omitzero"`
}

// Open reports whether the unit has not answered yet.
func (i Inquiry) Open() bool { return i.Answered.At.IsZero() }

// A Correction (xin sửa) is what a unit asks to have changed in an example that the
// agency accepted.
type Correction struct {
	Mark
	What     string
	Why      string
	Agreed   bool   `json:",omitempty"`
	Answer   string `json:",omitempty"` // why not
	Answered Mark   `json:",omitzero"`
}

// Open reports whether the agency has not answered yet.
func (c Correction) Open() bool { return c.Answered.At.IsZero() }

// An Undo is the state that an example had before its last ruling, with who was
// told of that.
type Undo struct {
	Ruling  int       // that it undoes
	RuledAt time.Time // of that one
	Review  Review
	Reason  string    `json:",omitempty"`
	Due     Date      `json:",omitzero"`
	Ruled   int64     `json:",omitempty"`
	RuleAt  time.Time `json:",omitzero"`
	Told    []int64   `json:",omitempty"`
}

// UndoFor is how long a ruling can be undone by who made it.
const UndoFor = 10 * time.Minute

// HeldFor is how long an example that an officer took up is theirs.
const HeldFor = 30 * time.Minute

// HeldBy is who is looking at the example; 0 if nobody is.
func (h Handling) HeldBy(now time.Time) int64 {
	if h.Taken.At.IsZero() || now.Sub(h.Taken.At) >= HeldFor {
		return 0
	}
	return h.Taken.By
}

// MayUndo reports whether a member may undo the last ruling on the example. What was
// published meanwhile is taken back instead.
func (h Handling) MayUndo(e Example, member int64, now time.Time) bool {
	if e.Review == Withdrawn || e.Review == Published || e.Review == Retracted {
		return false
	}
	return e.Ruled == member && h.Undo.Ruling != 0 && h.Undo.RuledAt.Equal(e.RuleAt) && now.Sub(e.RuleAt) < UndoFor
}

// Asked is the correction that waits for the agency's answer, nil if none does.
func (h Handling) Asked() *Correction {
	if n := len(h.Corrections); n > 0 && h.Corrections[n-1].Open() {
		return &h.Corrections[n-1]
	}
	return nil
}

// OverlookedAfter is the working days after which the officers are reminded of an
// example that nobody looked at.
const OverlookedAfter = 3

// Overlooked reports whether an example has waited for the agency for OverlookedAfter
// working days, as of a day, and nobody looked at it.
func (r Rules) Overlooked(e Example, h Handling, today Date) bool {
	if e.Review != Received {
		return false
	}
	since := e.Sent
	if e.Version > 1 || !e.RuleAt.IsZero() {
		since = e.Changed
	}
	if h.Taken.At.After(since) {
		since = h.Taken.At
	}
	return !today.Before(r.Calendar.AddWorkdays(DateOf(since.In(r.Zone)), OverlookedAfter))
}
