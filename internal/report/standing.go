package report

import (
	"cmp"
	"slices"
	"time"
)

// A State is where a unit stands with one duty in one period.
type State string

// The states.
const (
	NotDue   State = "notDue"  // does not owe, or the window has not begun
	Exempt   State = "exempt"  // tạm dừng: freed from this period
	Pending  State = "pending" // chưa gửi: owes and has not met it
	OnTime   State = "onTime"  // đúng hạn
	Late     State = "late"    // muộn: after the deadline, before the lock
	NilFiled State = "nil"     // không phát sinh
	MadeUp   State = "madeUp"  // bù: after the lock
)

// Met reports whether the duty is fulfilled, however late.
func (s State) Met() bool {
	return s == OnTime || s == Late || s == NilFiled || s == MadeUp
}

// A Standing (tình trạng) is what follows from the rules, the unit and its
// filings for one period.
type Standing struct {
	Unit    string // code
	Period  Period
	State   State
	Timing  State     // OnTime, Late or MadeUp, also for a nil; empty while not met
	Need    int       // the quota
	Have    int       // examples filed
	At      time.Time // when the duty was met; zero while it is not
	Waiting bool      // a filed example waits for completion
}

// Timing says what a filing received at that time is: OnTime through the
// deadline day, Late through the day of the lock, else MadeUp.
func (s Schedule) Timing(at time.Time, zone *time.Location) State {
	switch {
	case at.Before(s.Deadline.End(zone)):
		return OnTime
	case at.Before(s.Lock.End(zone)):
		return Late
	}
	return MadeUp
}

// Stand works out a standing. The filings are the unit's; those for other
// periods are passed over. A nil meets the duty whatever the quota; else the
// filing that fills the quota decides the time. What was met once stays met at
// that time: an introduction after a nil in time is not late.
func Stand(u Unit, s Schedule, need int, filings []Filing, paused bool, now time.Time, zone *time.Location) Standing {
	st := Standing{Unit: u.Code, Period: s.Period, Need: need}
	filings = ofPeriod(filings, u.Code, s.Period)
	for _, f := range filings {
		st.Waiting = st.Waiting || f.Returned
		if !f.Nil() {
			st.Have++
		}
		met := f.Nil() || st.Have == need
		if met && st.At.IsZero() {
			st.At, st.Timing = f.At, s.Timing(f.At, zone)
		}
	}
	st.State = st.state(u.Owes(s) && !now.Before(s.From.Start(zone)), paused)
	return st
}

// ofPeriod gives the unit's filings for the period in the order of receipt. Nearly
// always that is what it is given, and it is asked for every unit at every look.
func ofPeriod(filings []Filing, unit string, p Period) []Filing {
	another := func(f Filing) bool { return f.Unit != unit || f.Period != p }
	if slices.ContainsFunc(filings, another) {
		filings = slices.DeleteFunc(slices.Clone(filings), another)
	}
	if !slices.IsSortedFunc(filings, byReceipt) {
		filings = slices.Clone(filings)
		slices.SortStableFunc(filings, byReceipt)
	}
	return filings
}

func byReceipt(a, b Filing) int {
	return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Example, b.Example))
}

func (st Standing) state(due, paused bool) State {
	switch {
	case !due:
		return NotDue
	case st.At.IsZero() && paused:
		return Exempt
	case st.At.IsZero():
		return Pending
	case st.Have < st.Need:
		return NilFiled
	}
	return st.Timing
}
