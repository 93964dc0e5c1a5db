package report

import (
	"testing"
	"time"
)

// Extensions that do not speak of the unit and the period are passed over,
// wherever they stand in the list.
func TestForeignExtensionsArePassedOver(t *testing.T) {
	r := standard(t)
	u := Unit{Code: "PT1", Block: "Khối 1", Month: true}
	p := Period{Month, 2026, 11}
	at := time.Date(2026, 11, 18, 8, 0, 0, 0, r.Zone)
	own := Extension{Period: p, Scope: Scope{Unit: "PT1"}, Deadline: Date{2026, 11, 25}, At: at}
	for name, foreign := range map[string]Extension{
		"another period":    {Period: p.Add(1), Deadline: Date{2027, 1, 29}, At: at},
		"another unit":      {Period: p, Scope: Scope{Unit: "PT2"}, Deadline: Date{2026, 11, 30}, At: at},
		"another block":     {Period: p, Scope: Scope{Block: "Khối 2"}, Deadline: Date{2026, 11, 30}, At: at},
		"said before":       {Period: p, Scope: Scope{Unit: "PT1"}, Deadline: Date{2026, 11, 30}, At: at.Add(-1)},
		"the unit's block?": {Period: p, Scope: Scope{Unit: "PT3", Block: "Khối 1"}, Deadline: Date{2026, 11, 30}, At: at},
	} {
		for _, list := range [][]Extension{{foreign, own}, {own, foreign}} {
			if got := r.ScheduleOf(u, p, list); got.Deadline != own.Deadline || got.Lock != (Date{2026, 11, 30}) || !got.Extended {
				t.Errorf("%s: %+v", name, got)
			}
		}
	}
	again := own
	again.Deadline = Date{2026, 11, 26}
	if got := r.ScheduleOf(u, p, []Extension{own, again}); got.Deadline != again.Deadline {
		t.Errorf("of two said at once the later in the list holds: %+v", got)
	}
}

// An extension to the deadline itself or an earlier day changes nothing.
func TestExtendOnlyForward(t *testing.T) {
	r := standard(t)
	s := r.Schedule(Period{Month, 2026, 11}) // due 20/11
	for _, day := range []Date{{}, {2026, 11, 1}, {2026, 11, 19}, {2026, 11, 20}} {
		if got := r.Extend(s, day); got != s {
			t.Errorf("to %s: %+v", day, got)
		}
	}
	if got := r.Extend(s, Date{2026, 11, 21}); got.Deadline != (Date{2026, 11, 21}) || got.Lock != (Date{2026, 11, 26}) || !got.Extended {
		t.Errorf("by a day: %+v", got)
	}
}

// A period is open for a unit from its first day through the day of its lock,
// once, however many extensions speak of it.
func TestOpenForAtItsEdges(t *testing.T) {
	r := standard(t)
	u := Unit{Code: "PT1", Month: true}
	november := Period{Month, 2026, 11} // from 15/10, locked 26/11
	extended := []Extension{
		{Period: november, Deadline: Date{2026, 12, 24}}, // locked 29/12
		{Period: november, Scope: Scope{Unit: "PT1"}, Deadline: Date{2026, 12, 24}},
		{Period: Period{Quarter, 2026, 3}, Deadline: Date{2026, 12, 24}},
	}
	for _, test := range []struct {
		day        Date
		extensions []Extension
		want       string
	}{
		{Date{2026, 10, 14}, nil, "2026-10"}, {Date{2026, 10, 15}, nil, "2026-10 2026-11"},
		{Date{2026, 11, 26}, nil, "2026-11 2026-12"}, {Date{2026, 11, 27}, nil, "2026-12"},
		{Date{2026, 11, 27}, extended, "2026-11 2026-12"}, {Date{2026, 12, 29}, extended, "2026-11 2027-01"}, {Date{2026, 12, 30}, extended, "2027-01"},
		{Date{2026, 10, 14}, extended, "2026-10"}, // not yet begun
	} {
		got := ""
		for i, s := range r.OpenFor(u, Month, test.day, test.extensions) {
			if i > 0 {
				got += " "
			}
			got += s.Period.String()
		}
		if got != test.want {
			t.Errorf("on %s with %d extensions: %s, want %s", test.day, len(test.extensions), got, test.want)
		}
	}
}

func TestScopeCovers(t *testing.T) {
	u := Unit{Code: "PT1", Block: "A"}
	for scope, want := range map[Scope]bool{
		{}: true, {Unit: "PT1"}: true, {Unit: "PT2"}: false, {Block: "A"}: true, {Block: "B"}: false, {Unit: "PT2", Block: "A"}: false, {Unit: "PT1", Block: "B"}: true,
	} {
		if scope.Covers(u) != want {
			t.Errorf("%+v covers the unit: want %t", scope, want)
		}
	}
}
