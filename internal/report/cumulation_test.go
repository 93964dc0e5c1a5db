package report

import (
	"slices"
	"testing"
	"time"
)

// Half years and years close as Decree 09/2019 says (art. 12), or with the calendar.
func TestWindowsOfReports(t *testing.T) {
	for name, test := range map[string]struct {
		scheme      Scheme
		from, close Date
	}{
		"2026-H1": {ND09, NewDate(2025, 12, 15), NewDate(2026, 6, 14)},
		"2026-H2": {ND09, NewDate(2026, 6, 15), NewDate(2026, 12, 14)},
		"2026-Y1": {ND09, NewDate(2025, 12, 15), NewDate(2026, 12, 14)},
		"2027-H1": {WholeMonths, NewDate(2027, 1, 1), NewDate(2027, 6, 30)},
		"2027-Y1": {WholeMonths, NewDate(2027, 1, 1), NewDate(2027, 12, 31)},
	} {
		p, err := ParsePeriod(name)
		if err != nil || p.String() != name || p.Duty.Owed() || slices.Contains(Duties[:], p.Duty) {
			t.Errorf("%s is read as %v (%v)", name, p, err)
		}
		rule := DutyRule{Scheme: test.scheme, DeadlineDay: 20, OnDayOff: Next, LockAfter: 4}
		rules := Rules{Zone: time.UTC, Month: rule, Quarter: rule}
		if s := rules.Schedule(p); s.From != test.from || s.Close != test.close {
			t.Errorf("%s is from %s to %s", name, s.From, s.Close)
		}
		if got := rules.Current(p.Duty, test.close); got != p {
			t.Errorf("on %s the period is %s, want %s", test.close, got, p)
		}
		if got := rules.Current(p.Duty, test.close.AddDays(1)); got != p.Add(1) {
			t.Errorf("on the day after %s the period is %s", test.close, got)
		}
	}
	for _, wrong := range []string{"2026-H0", "2026-H3", "2026-Y0", "2026-Y2", "2026-H", "2026"} {
		if p, err := ParsePeriod(wrong); err == nil {
			t.Errorf("%q is read as %s", wrong, p)
		}
	}
	half := Period{Half, 2026, 2}
	if parts := half.Parts(); len(parts) != 8 || parts[0] != (Period{Month, 2026, 7}) || parts[7] != (Period{Quarter, 2026, 4}) {
		t.Errorf("the parts of %s are %v", half, parts)
	}
	if half.Add(1) != (Period{Half, 2027, 1}) || half.LastYear() != (Period{Half, 2025, 2}) || (Period{Year, 2026, 1}).LastYear() != (Period{Year, 2025, 1}) {
		t.Error("neighbours of half a year")
	}
}

// An example that was introduced for a month and chosen for the quarter counts once;
// a unit that sent nothing in any part is a gap; a part that is not due yet has
// examples, and no standings.
func TestCumulate(t *testing.T) {
	d := NewDirectory([]Unit{{Code: "A", Block: "Khối 1"}, {Code: "B", Block: "Khối 2"}, {Code: "C", Block: "Khối 1"}})
	part := func(p Period, deadline Date, states map[string]State, examples map[string]string) PartOf {
		var of PartOf
		s := Schedule{Period: p, Deadline: deadline}
		for _, unit := range []string{"A", "B", "C"} {
			of.Standings = append(of.Standings, Standing{Unit: unit, Period: p, State: states[unit]})
		}
		for number, unit := range examples {
			of.Filings = append(of.Filings, Filing{Period: p, Unit: unit, Example: number, Facets: Facets{Category: GoodDeed, Review: Accepted}})
		}
		of.Summary = Summarize(d, s, of.Standings, of.Filings, nil, nil, time.Time{})
		return of
	}
	today := NewDate(2026, 6, 22)
	c := Cumulate(d, Schedule{Period: Period{Half, 2026, 1}}, []PartOf{
		part(Period{Month, 2026, 4}, NewDate(2026, 4, 20), map[string]State{"A": OnTime, "B": NilFiled, "C": Pending}, map[string]string{"G-1": "A"}),
		part(Period{Month, 2026, 5}, NewDate(2026, 5, 20), map[string]State{"A": Late, "B": NilFiled, "C": Pending}, map[string]string{"G-2": "A"}),
		part(Period{Month, 2026, 6}, NewDate(2026, 6, 22), map[string]State{"A": Pending, "B": Pending, "C": OnTime}, map[string]string{"G-3": "C"}),
		part(Period{Quarter, 2026, 2}, NewDate(2026, 6, 19), map[string]State{"A": OnTime, "B": NotDue, "C": Exempt}, map[string]string{"G-1": "A", "G-2": "A"}),
	}, nil, today)
	want := Figures{Duties: 7, OnTime: 2, Late: 1, Nil: 2, NilLate: 2, Missing: 2, Exempt: 1, Examples: 3}
	if c.Total != want {
		t.Errorf("in all %+v, want %+v", c.Total, want)
	}
	if c.Owing != 3 || c.Nils != 1 || len(c.Gaps) != 1 || c.Gaps[0].Unit.Code != "C" || c.ByCategory[GoodDeed] != 3 {
		t.Errorf("owing %d, nils %d, gaps %v, kinds %v", c.Owing, c.Nils, c.Gaps, c.ByCategory)
	}
	var sum Figures
	for _, b := range c.Blocks {
		sum = sum.Plus(b.Figures)
	}
	if sum != c.Total || len(c.Blocks) != 2 {
		t.Errorf("the blocks add up to %+v: %+v", sum, c.Blocks)
	}
	if c.Parts[2].Due || !c.Parts[3].Due {
		t.Error("which parts are due")
	}
}
