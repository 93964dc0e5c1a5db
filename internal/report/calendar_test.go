package report

import "testing"

func TestHolidays(t *testing.T) {
	c := NewCalendar(nil, nil)
	tests := []struct {
		day, name string // name "" is a working day, "-" a plain week-end
	}{
		{"2026-01-01", "newyear"}, {"2026-01-02", "swap"}, {"2026-01-10", ""}, // made up
		{"2026-02-14", "-"}, {"2026-02-16", "tet"}, {"2026-02-20", "tet"}, {"2026-02-23", ""},
		{"2026-04-26", "hung"}, {"2026-04-27", "lieu"}, {"2026-04-28", ""},
		{"2026-04-30", "liberation"}, {"2026-05-01", "labour"},
		{"2026-08-22", ""}, {"2026-08-31", "swap"}, {"2026-09-01", "national"}, {"2026-09-02", "national"}, {"2026-09-03", ""},
		{"2026-11-23", ""}, {"2026-11-24", "culture"},
		{"2027-02-03", ""}, {"2027-02-04", "tet"}, {"2027-02-09", "lieu"}, {"2027-02-10", "lieu"}, {"2027-02-11", ""},
		{"2027-05-03", "lieu"},
		{"2028-01-03", "lieu"}, {"2028-01-26", "tet"}, {"2028-05-01", "labour"}, {"2028-05-02", "lieu"}, {"2028-05-03", ""},
		{"2028-09-01", "national"}, {"2028-09-04", "lieu"}, {"2028-09-05", ""},
		{"2029-09-04", "lieu"}, {"2029-11-26", "lieu"}, {"2030-02-02", "tet"}, {"2030-09-03", "national"},
		{"2025-11-24", ""}, // before the resolution
	}
	for _, tt := range tests {
		d := day(t, tt.day)
		name, holiday := c.Holiday(d)
		if working := tt.name == ""; c.Working(d) != working {
			t.Errorf("Working(%s) = %t, want %t", d, !working, working)
		}
		if wantHoliday := tt.name != "" && tt.name != "-"; holiday != wantHoliday || holiday && name != tt.name {
			t.Errorf("Holiday(%s) = %q, %t, want %q", d, name, holiday, tt.name)
		}
	}
	if !c.Confirmed(2026) || c.Confirmed(2027) {
		t.Error("the schedule of 2026 is published, that of 2027 is not")
	}
}

func TestCalendarOverlay(t *testing.T) {
	c := NewCalendar(
		[]Day{{Date{2027, 2, 11}, "tet"}, {Date{2026, 1, 10}, "no make-up after all"}},
		[]Day{{Date{2026, 11, 28}, "for the 23rd"}, {Date{2026, 11, 24}, "not off here"}},
	)
	for d, working := range map[Date]bool{
		{2027, 2, 11}: false, {2026, 1, 10}: false, {2026, 11, 28}: true, {2026, 11, 24}: true,
	} {
		if c.Working(d) != working {
			t.Errorf("Working(%s) = %t", d, !working)
		}
	}
	if !c.Confirmed(2027) {
		t.Error("2027 is configured, so it is known")
	}
	if fresh := NewCalendar(nil, nil); fresh.Working(Date{2026, 11, 28}) {
		t.Error("one calendar changed another")
	}
}

func TestWorkdays(t *testing.T) {
	c := NewCalendar(nil, nil)
	tests := []struct {
		from string
		n    int
		want string
	}{
		{"2026-11-20", 1, "2026-11-23"},
		{"2026-11-20", 2, "2026-11-25"}, // over the 24th
		{"2026-11-25", -2, "2026-11-20"},
		{"2026-11-22", 1, "2026-11-23"}, // from a Sunday
		{"2026-11-22", -1, "2026-11-20"},
		{"2026-11-22", 0, "2026-11-22"},
		{"2026-02-13", 1, "2026-02-23"}, // over Tết
		{"2026-01-09", 1, "2026-01-10"}, // to the make-up Saturday
	}
	for _, tt := range tests {
		from, want := day(t, tt.from), day(t, tt.want)
		if got := c.AddWorkdays(from, tt.n); got != want {
			t.Errorf("%s + %d working days = %s, want %s", from, tt.n, got, want)
		}
		if got := c.WorkdaysBetween(from, want); got != tt.n {
			t.Errorf("working days from %s to %s = %d, want %d", from, want, got, tt.n)
		}
	}
}
