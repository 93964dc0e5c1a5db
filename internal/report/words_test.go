package report

import (
	"testing"
	"time"
)

// The words that lie in stores and configurations which exist: to change one is
// a migration.
func TestStoredWords(t *testing.T) {
	for got, want := range map[any]string{
		Month: "month", Quarter: "quarter",
		ND09: "nd09", WholeMonths: "calendar", Next: "next", Previous: "previous", Stay: "none",
		Advanced: "dhtt", GoodDeed: "ntvt", NewModel: "mhm",
		Person: "person", Collective: "collective", Household: "household",
		NameAndPhoto: "both", NameOnly: "name", NotGiven: "none",
		SmallCollective: "nhomnho", Worker: "congnhan", Farmer: "nongdan", DirectLabour: "tructiep", Grassroots: "coso",
		Remote: "vungsau", Border: "biengioi", MinorityArea: "vungdtts", Respected: "uytin", Pupil: "hocsinh",
		Economy: "kinhte", Education: "giaoduc", Health: "yte", Security: "anninh", Rural: "ntm",
		Culture: "vanhoa", Poverty: "giamngheo", Digital: "cds", Rescue: "cuunguoi", OtherOfField: "khac",
		Received: "received", Returned: "returned", Accepted: "accepted", Selected: "selected",
		Published: "published", Retracted: "retracted", Withdrawn: "withdrawn",
		NotDue: "notDue", Exempt: "exempt", Pending: "pending", OnTime: "onTime", Late: "late", NilFiled: "nil", MadeUp: "madeUp",
		Focal: "focal", Head: "head", BlockHead: "blockhead", Officer: "officer", Leader: "leader", Admin: "admin",
		Unset: "unset", UnknownWord: "unknown", OutOfRange: "range", BeforeClose: "beforeClose", Conflict: "conflict",
	} {
		if word := text(got); word != want {
			t.Errorf("%T %q is to be %q", got, word, want)
		}
	}
}

func text(word any) string {
	switch w := word.(type) {
	case Duty:
		return string(w)
	case Scheme:
		return string(w)
	case OnDayOff:
		return string(w)
	case Category:
		return string(w)
	case Object:
		return string(w)
	case Consent:
		return string(w)
	case Group:
		return string(w)
	case Field:
		return string(w)
	case Review:
		return string(w)
	case State:
		return string(w)
	case Role:
		return string(w)
	case Reason:
		return string(w)
	}
	return ""
}

// What follows from a review: whether the unit may still change it, and whether
// it meets the duty.
func TestReviews(t *testing.T) {
	for review, want := range map[Review][2]bool{
		Received: {true, true}, Returned: {true, true}, Accepted: {false, true}, Selected: {false, true},
		Published: {false, true}, Retracted: {false, true}, Withdrawn: {false, false},
	} {
		e := Example{Review: review}
		if got := [2]bool{e.Open(), e.Counts()}; got != want {
			t.Errorf("%s: open and counts %v, want %v", review, got, want)
		}
	}
}

// What decides whether an example is on time for a period: the receipt, or the
// later moment at which it was chosen for that one.
func TestReceivedFor(t *testing.T) {
	month, quarter := Period{Month, 2026, 11}, Period{Quarter, 2026, 4}
	received, chosen := time.Unix(1_000_000, 0), time.Unix(2_000_000, 0)
	e := Example{Received: received, Later: map[Period]time.Time{quarter: chosen}}
	if !e.ReceivedFor(month).Equal(received) || !e.ReceivedFor(quarter).Equal(chosen) {
		t.Errorf("%s for the month, %s for the quarter", e.ReceivedFor(month), e.ReceivedFor(quarter))
	}
}

// A unit exists from its first day through its last.
func TestActiveOn(t *testing.T) {
	from, to := Date{2026, 7, 1}, Date{2026, 12, 31}
	for name, test := range map[string]struct {
		unit Unit
		days map[Date]bool
	}{
		"always":    {Unit{}, map[Date]bool{{1990, 1, 1}: true, {2090, 1, 1}: true}},
		"since":     {Unit{ActiveFrom: from}, map[Date]bool{{2026, 6, 30}: false, from: true, {2090, 1, 1}: true}},
		"until":     {Unit{ActiveTo: to}, map[Date]bool{{1990, 1, 1}: true, to: true, {2027, 1, 1}: false}},
		"half year": {Unit{ActiveFrom: from, ActiveTo: to}, map[Date]bool{{2026, 6, 30}: false, from: true, to: true, {2027, 1, 1}: false}},
	} {
		for day, want := range test.days {
			if got := test.unit.ActiveOn(day); got != want {
				t.Errorf("%s: on %s %t", name, day, got)
			}
		}
	}
}

// Whether a duty is met, however late.
func TestMet(t *testing.T) {
	for state, want := range map[State]bool{NotDue: false, Exempt: false, Pending: false, OnTime: true, Late: true, NilFiled: true, MadeUp: true} {
		if state.Met() != want {
			t.Errorf("%s is met: %t", state, !want)
		}
	}
}
