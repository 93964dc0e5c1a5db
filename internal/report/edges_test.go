package report

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"
)

// Of units with one code the last holds, wherever in the list they stand.
func TestOneCodeTwice(t *testing.T) {
	d := NewDirectory([]Unit{{Code: "PT1", Name: "old"}, {Code: "PT2"}, {Code: "PT1", Name: "new"}, {Code: "PT3"}, {Code: "PT2", Name: "named"}, {Code: "PT4"}})
	var units []string
	for _, u := range d.Units() {
		units = append(units, u.Code+" "+u.Name)
	}
	if got := fmt.Sprintf("%q", units); got != `["PT1 new" "PT2 named" "PT3 " "PT4 "]` || d.Len() != 4 {
		t.Errorf("%d units: %s", d.Len(), got)
	}
}

// A period is counted the same in whatever order the standings come, and those
// of units that are not in the directory are passed over.
func TestSummarizeInAnyOrder(t *testing.T) {
	r := standard(t)
	s := r.Schedule(Period{Month, 2026, 11})
	d := NewDirectory([]Unit{{Code: "PT1", Block: "K1"}, {Code: "PT2", Block: "K1"}, {Code: "PT3", Block: "K2"}, {Code: "PT4", Block: "K2"}, {Code: "PT5", Block: "K3"}})
	standings := []Standing{
		{Unit: "PT1", State: OnTime, Timing: OnTime}, {Unit: "PT2", State: Pending, Need: 2, Have: 1},
		{Unit: "PT3", State: NilFiled, Timing: Late}, {Unit: "PT5", State: Late, Timing: Late},
	}
	count := func(list []Standing) Summary {
		return Summarize(d, s, list, nil, map[string]Contact{"PT2": Unreachable}, nil, time.Date(2026, 11, 25, 8, 0, 0, 0, r.Zone))
	}
	want := count(standings)
	if want.Total.Duties != 4 || want.Total.Missing != 1 || len(want.Gaps) != 1 || want.Gaps[0].Unit.Code != "PT2" || want.Blocks[2].Late != 1 {
		t.Fatalf("in order: %+v", want)
	}
	slices.Reverse(standings)
	strangers := append([]Standing{{Unit: "PT9", State: Pending, Need: 1}}, standings...)
	for name, list := range map[string][]Standing{"backwards": standings, "with a stranger": append(strangers, Standing{Unit: "PT8", State: OnTime})} {
		if got := count(list); !reflect.DeepEqual(got, want) {
			t.Errorf("%s\n got %+v\nwant %+v", name, got, want)
		}
	}
}

// The current period is open on every day of ten years, under every rule that is
// valid, and it comes last.
func TestTheCurrentPeriodIsOpen(t *testing.T) {
	for _, scheme := range []Scheme{ND09, WholeMonths} {
		for _, choice := range []OnDayOff{Next, Previous, Stay} {
			for _, lock := range []int{0, 3} {
				r := standard(t)
				for _, rule := range []*DutyRule{&r.Month, &r.Quarter} {
					rule.Scheme, rule.OnDayOff, rule.LockAfter, rule.DeadlineDay = scheme, choice, lock, 25
					if rule.DeadlineNextMonth = scheme == WholeMonths; rule.DeadlineNextMonth {
						rule.DeadlineDay = 15
					}
				}
				if problems := r.Problems(); problems != nil {
					t.Fatalf("%s %s: %v", scheme, choice, problems)
				}
				r = r.Remembering()
				for _, duty := range Duties {
					for day := NewDate(2025, 1, 1); day.Year < 2035; day = day.AddDays(1) {
						open := r.OpenPeriods(duty, day)
						if len(open) == 0 || open[len(open)-1] != r.Current(duty, day) {
							t.Fatalf("%s %s: on %s open %v", scheme, choice, day, open)
						}
					}
				}
			}
		}
	}
}

// Whoever cannot be asked was reachable once, or never was.
func TestOutOfReach(t *testing.T) {
	if OutOfReach(true) != Unreachable || OutOfReach(false) != Unconnected {
		t.Errorf("enrolled once: %q, never: %q", OutOfReach(true), OutOfReach(false))
	}
}

// A time of day may have seconds.
func TestTimeOfDayToTheSecond(t *testing.T) {
	zone := mustZone(t, "Asia/Ho_Chi_Minh")
	for of, want := range map[time.Duration]string{
		0: "00:00:00", time.Second: "00:00:01", 59 * time.Second: "00:00:59", time.Minute: "00:01:00",
		8*time.Hour + 30*time.Minute + 15*time.Second: "08:30:15", 24*time.Hour - time.Second: "23:59:59",
	} {
		if got := NewDate(2026, 11, 20).At(of, zone); got.Format(time.TimeOnly) != want || DateOf(got) != NewDate(2026, 11, 20) {
			t.Errorf("%s of the day is %s, want %s", of, got, want)
		}
	}
}

// Examples are ordered by year, then as they came, however many there are.
func TestCompareNumbers(t *testing.T) {
	want := []string{"G-2025-0001", "G-2025-9999", "G-2025-10000", "G-2026-0001", "G-2026-0002", "G-2026-0010", "G-2026-9999", "G-2026-10000", "G-2026-10001"}
	for i, a := range want {
		for j, b := range want {
			if got := CompareNumbers(a, b); (got < 0) != (i < j) || (got == 0) != (i == j) {
				t.Errorf("%s against %s: %d", a, b, got)
			}
		}
	}
}

// What held a period before holds none once none was read.
func TestUnmarshalNoPeriod(t *testing.T) {
	p := Period{Month, 2026, 11}
	if err := p.UnmarshalText(nil); err != nil || p != (Period{}) {
		t.Errorf("%s, %v", p, err)
	}
}
