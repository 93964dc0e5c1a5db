package report

import (
	"fmt"
	"time"
)

// A Right is what somebody may ask of the data kept about them (Law 91/2025/QH15,
// art. 4; Decree 356/2025, art. 5).
type Right string

// The rights that can be asked for here.
const (
	ToCorrect  Right = "correct"  // sửa
	ToWithdraw Right = "withdraw" // rút sự đồng ý
	ToErase    Right = "erase"    // xóa
)

// Rights lists them in the order in which they are offered.
var Rights = [...]Right{ToCorrect, ToWithdraw, ToErase}

// A RightsClock is how long the law gives, from a day on. The first answer is in working
// days, all else in days of the calendar.
type RightsClock struct {
	From        Date
	Law         string // that says so, as it is quoted; "" if the configuration does not name it
	Acknowledge int
	Correct     int
	Withdraw    int
	Erase       int
}

// DefaultRightsClocks are those of Decree 356/2025, art. 5.
func DefaultRightsClocks() []RightsClock {
	return []RightsClock{{From: Date{Year: 2026, Month: 1, Day: 1}, Acknowledge: 2, Correct: 10, Withdraw: 15, Erase: 20}}
}

// days is how long a right may take.
func (c RightsClock) days(r Right) int {
	switch r {
	case ToCorrect:
		return c.Correct
	case ToWithdraw:
		return c.Withdraw
	}
	return c.Erase
}

// RightsClockOn is the clock in force on a day: the last that began by then, or the first
// of all. None are those of the decree.
func (r Rules) RightsClockOn(day Date) RightsClock {
	clocks := r.Rights
	if len(clocks) == 0 {
		clocks = DefaultRightsClocks()
	}
	in := clocks[0]
	for _, c := range clocks {
		if !day.Before(c.From) && in.From.Before(c.From) {
			in = c
		}
	}
	return in
}

// A DataRequest (yêu cầu về dữ liệu) is what somebody asks of the data about them, with
// the days by which the law wants it answered. Once it is closed nothing is left in it
// but what was asked for, when, and how it ended.
type DataRequest struct {
	Number   int // YC-0001
	Right    Right
	Received time.Time
	From     int64 `json:",omitempty"` // the account that asked; 0: somebody without one
	Entered  int64 `json:",omitempty"` // the officer who entered it

	Name    string `json:",omitempty"`
	Contact string `json:",omitempty"`
	Text    string `json:",omitempty"`
	Asking  int    `json:",omitempty"` // which question waits of who is meant and how to reach them; 0: none

	Example string `json:",omitempty"` // number of the record that it is about, once that is known
	Member  int64  `json:",omitempty"` // or the account

	AnswerBy Date // the last day for the first answer
	DoneBy   Date // the last day for all of it

	Answered Mark          `json:",omitzero"`
	Ordered  Mark          `json:",omitzero"` // the erasing
	Closed   Mark          `json:",omitzero"`
	Outcome  RequestResult `json:",omitempty"`
	Reason   string        `json:",omitempty"` // why not; for as long as it is open to be told
}

// A RequestResult is how a request ended.
type RequestResult string

// The results.
const (
	RequestDone    RequestResult = "done"
	RequestRefused RequestResult = "refused"
)

// Open reports whether it still has to be dealt with.
func (r DataRequest) Open() bool { return r.Closed.At.IsZero() }

// Erasing reports whether what it asks for is being erased; not any more after an hour,
// in which that did not come to its end.
func (r DataRequest) Erasing(now time.Time) bool {
	return !r.Ordered.At.IsZero() && now.Sub(r.Ordered.At) < time.Hour
}

// ID is how people call it.
func (r DataRequest) ID() string { return RequestID(r.Number) }

// RequestID is how people call a request of that number.
func RequestID(n int) string { return fmt.Sprintf("YC-%04d", n) }

// Timed is a request with the days that the law sets.
func (r Rules) Timed(q DataRequest) DataRequest {
	day := DateOf(q.Received.In(r.Zone))
	clock := r.RightsClockOn(day)
	q.AnswerBy = r.Calendar.AddWorkdays(day, clock.Acknowledge)
	q.DoneBy = day.AddDays(clock.days(q.Right))
	return q
}

// DueSoon is how many working days before the end of a request the officers are reminded.
const DueSoon = 3

// Presses reports whether officers are to be reminded of a request on a day: on the
// working day before the first answer is due, DueSoon and one before the end, on both
// days, and on each after them.
func (r Rules) Presses(q DataRequest, today Date) bool {
	if !q.Open() {
		return false
	}
	before := func(d Date, n int) bool { return today == r.Calendar.AddWorkdays(d, -n) }
	if q.Answered.At.IsZero() && (!today.Before(q.AnswerBy) || before(q.AnswerBy, 1)) {
		return true
	}
	return !today.Before(q.DoneBy) || before(q.DoneBy, 1) || before(q.DoneBy, DueSoon)
}

// A Retention is for how many years what people said is kept; 0 is for ever.
type Retention struct {
	Examples int // contents of examples, from their sending
	Drafts   int // drafts that nobody touched
	Evidence int // proofs of consent
	Members  int // what those left who are members no more
}

// None reports whether everything is kept.
func (r Retention) None() bool { return r == Retention{} }

// Before is the moment before which something is kept no longer; zero if it is kept for
// ever.
func (r Retention) Before(now time.Time, years int) time.Time {
	if years <= 0 {
		return time.Time{}
	}
	return now.AddDate(-years, 0, 0)
}
