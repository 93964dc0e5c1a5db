package report

import (
	"testing"
	"time"
)

func TestStand(t *testing.T) {
	r := standard(t)
	s := r.Schedule(Period{Month, 2026, 11}) // 15/10-14/11, due 20/11, locked 26/11
	at := func(month time.Month, day, hour int) time.Time {
		return time.Date(2026, month, day, hour, 0, 0, 0, r.Zone)
	}
	unit := Unit{Code: "PT1", Month: true}
	file := func(number string, at time.Time) Filing {
		return Filing{Period: s.Period, Unit: "PT1", Example: number, At: at}
	}
	returned := file("G-1", at(11, 1, 9))
	returned.Returned = true
	now := at(12, 1, 9)
	tests := []struct {
		name    string
		unit    Unit
		need    int
		filings []Filing
		paused  bool
		now     time.Time
		want    Standing
	}{
		{"pending", unit, 1, nil, false, now, Standing{State: Pending}},
		{"window not begun", unit, 1, nil, false, at(10, 14, 23), Standing{State: NotDue}},
		{"window begun", unit, 1, nil, false, at(10, 15, 0), Standing{State: Pending}},
		{"without the duty", Unit{Code: "PT1", Quarter: true}, 1, nil, false, now, Standing{State: NotDue}},
		{"paused", unit, 1, nil, true, now, Standing{State: Exempt}},
		{"paused, yet sent", unit, 1, []Filing{file("G-1", at(11, 1, 9))}, true, now, Standing{State: OnTime, Timing: OnTime, Have: 1, At: at(11, 1, 9)}},
		{"last minute", unit, 1, []Filing{file("G-1", at(11, 20, 23))}, false, now, Standing{State: OnTime, Timing: OnTime, Have: 1, At: at(11, 20, 23)}},
		{"midnight", unit, 1, []Filing{file("G-1", at(11, 21, 0))}, false, now, Standing{State: Late, Timing: Late, Have: 1, At: at(11, 21, 0)}},
		{"after the lock", unit, 1, []Filing{file("G-1", at(11, 27, 0))}, false, now, Standing{State: MadeUp, Timing: MadeUp, Have: 1, At: at(11, 27, 0)}},
		{"nil", unit, 2, []Filing{file("", at(11, 18, 9))}, false, now, Standing{State: NilFiled, Timing: OnTime, At: at(11, 18, 9)}},
		{"late nil", unit, 2, []Filing{file("", at(11, 23, 9))}, false, now, Standing{State: NilFiled, Timing: Late, At: at(11, 23, 9)}},
		{"one of two", unit, 2, []Filing{file("G-1", at(11, 1, 9))}, false, now, Standing{State: Pending, Have: 1}},
		{"the second decides", unit, 2, []Filing{file("G-2", at(11, 21, 9)), file("G-1", at(11, 1, 9))}, false, now, Standing{State: Late, Timing: Late, Have: 2, At: at(11, 21, 9)}},
		{"nil in time, then one late", unit, 1, []Filing{file("", at(11, 18, 9)), file("G-1", at(11, 23, 9))}, false, now, Standing{State: OnTime, Timing: OnTime, Have: 1, At: at(11, 18, 9)}},
		{"returned counts", unit, 1, []Filing{returned}, false, now, Standing{State: OnTime, Timing: OnTime, Have: 1, At: at(11, 1, 9), Waiting: true}},
		{"of others", unit, 1, []Filing{{Period: s.Period, Unit: "PT2", Example: "G-1"}, {Period: s.Period.Add(1), Unit: "PT1", Example: "G-1"}}, false, now, Standing{State: Pending}},
	}
	for _, tt := range tests {
		tt.want.Unit, tt.want.Period, tt.want.Need = "PT1", s.Period, tt.need
		if got := Stand(tt.unit, s, tt.need, tt.filings, tt.paused, tt.now, r.Zone); got != tt.want {
			t.Errorf("%s:\n got %+v\nwant %+v", tt.name, got, tt.want)
		}
	}
}

// The deadline that an extension moved decides what is late.
func TestStandExtended(t *testing.T) {
	r := standard(t)
	s := r.Extend(r.Schedule(Period{Month, 2026, 11}), Date{2026, 11, 30})
	f := []Filing{{Period: s.Period, Unit: "PT1", Example: "G-1", At: time.Date(2026, 11, 30, 20, 0, 0, 0, r.Zone)}}
	if got := Stand(Unit{Code: "PT1", Month: true}, s, 1, f, false, f[0].At, r.Zone); got.State != OnTime {
		t.Errorf("within the extension: %s", got.State)
	}
}

// A single filing of another unit or another period is no more the unit's own
// than one of many.
func TestStandPassesOverWhatIsNotItsOwn(t *testing.T) {
	r := standard(t)
	p := Period{Month, 2026, 11}
	s := r.Schedule(p)
	at := time.Date(2026, 11, 1, 9, 0, 0, 0, r.Zone)
	own := Filing{Period: p, Unit: "PT1", Example: "G-1", At: at}
	for name, foreign := range map[string]Filing{
		"another unit":   {Period: p, Unit: "PT2", Example: "G-2", At: at},
		"another period": {Period: p.Add(-1), Unit: "PT1", Example: "G-2", At: at},
		"another duty":   {Period: Period{Quarter, 2026, 4}, Unit: "PT1", Example: "G-2", At: at},
	} {
		for _, test := range []struct {
			filings []Filing
			have    int
		}{{[]Filing{foreign}, 0}, {[]Filing{own}, 1}, {[]Filing{own, foreign}, 1}, {[]Filing{foreign, own}, 1}, {[]Filing{foreign, foreign}, 0}} {
			got := Stand(Unit{Code: "PT1", Month: true}, s, 1, test.filings, false, at, r.Zone)
			if got.Have != test.have || got.State.Met() != (test.have == 1) {
				t.Errorf("%s, %d filings: %+v", name, len(test.filings), got)
			}
		}
	}
}

// Of two that came at once the one with the lower number fills the quota first.
func TestStandOrdersByTimeThenNumber(t *testing.T) {
	r := standard(t)
	p := Period{Month, 2026, 11}
	s := r.Schedule(p)
	on, late := time.Date(2026, 11, 20, 9, 0, 0, 0, r.Zone), time.Date(2026, 11, 23, 9, 0, 0, 0, r.Zone)
	filings := []Filing{{Period: p, Unit: "PT1", Example: "G-3", At: late}, {Period: p, Unit: "PT1", Example: "G-2", At: on}, {Period: p, Unit: "PT1", Example: "G-1", At: on}}
	for need, want := range map[int]time.Time{1: on, 2: on, 3: late} {
		got := Stand(Unit{Code: "PT1", Month: true}, s, need, filings, false, late, r.Zone)
		if !got.At.Equal(want) || got.Have != 3 || got.State == OnTime != want.Equal(on) {
			t.Errorf("%d needed: %+v", need, got)
		}
	}
}
