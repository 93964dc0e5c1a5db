package report

import (
	"fmt"
	"strings"
	"testing"
)

// All days off of the years in the table, day by day; a day that is no more
// than a week-end is none. Tết falls on 17/2/2026, 6/2/2027, 26/1/2028,
// 13/2/2029 and 2/2/2030 in Viet Nam.
func TestEveryDayOff(t *testing.T) {
	const everyYear = "30/04 liberation, 01/05 labour"
	c := NewCalendar(nil, nil)
	for year, want := range map[int]string{
		2025: "",
		2026: "01/01 newyear, 02/01 swap, 16/02 tet, 17/02 tet, 18/02 tet, 19/02 tet, 20/02 tet, 26/04 hung, 27/04 lieu, " + everyYear +
			", 31/08 swap, 01/09 national, 02/09 national, 24/11 culture; made up 10/01, 22/08",
		2027: "01/01 newyear, 04/02 tet, 05/02 tet, 06/02 tet, 07/02 tet, 08/02 tet, 09/02 lieu, 10/02 lieu, 16/04 hung, " + everyYear +
			", 03/05 lieu, 02/09 national, 03/09 national, 24/11 culture",
		2028: "01/01 newyear, 03/01 lieu, 24/01 tet, 25/01 tet, 26/01 tet, 27/01 tet, 28/01 tet, 04/04 hung, " + everyYear +
			", 02/05 lieu, 01/09 national, 02/09 national, 04/09 lieu, 24/11 culture",
		2029: "01/01 newyear, 12/02 tet, 13/02 tet, 14/02 tet, 15/02 tet, 16/02 tet, 23/04 hung, " + everyYear +
			", 02/09 national, 03/09 national, 04/09 lieu, 24/11 culture, 26/11 lieu",
		2030: "01/01 newyear, 31/01 tet, 01/02 tet, 02/02 tet, 03/02 tet, 04/02 tet, 05/02 lieu, 06/02 lieu, 12/04 hung, " + everyYear +
			", 02/09 national, 03/09 national, 24/11 culture, 25/11 lieu",
		2031: "",
	} {
		var off, madeUp []string
		for d := (Date{year, 1, 1}); d.Year == year; d = d.AddDays(1) {
			name, holiday := c.Holiday(d)
			note, makeup := c.Makeup(d)
			if holiday {
				off = append(off, fmt.Sprintf("%02d/%02d %s", d.Day, d.Month, name))
			}
			if makeup {
				madeUp = append(madeUp, fmt.Sprintf("%02d/%02d", d.Day, d.Month))
			}
			if works := makeup || !holiday && !weekend(d); c.Working(d) != works || makeup && note != "swap" {
				t.Errorf("people work on %s: %t; made up %q", d, c.Working(d), note)
			}
		}
		got := strings.Join(off, ", ")
		if len(madeUp) > 0 {
			got += "; made up " + strings.Join(madeUp, ", ")
		}
		if got != want {
			t.Errorf("%d\n got %s\nwant %s", year, got, want)
		}
		if c.Confirmed(year) != (year == 2026) {
			t.Errorf("the days off of %d are confirmed: %t", year, c.Confirmed(year))
		}
	}
}

// What the configuration says of a day takes the place of the table, is named
// by its note, and makes its year known.
func TestConfiguredDays(t *testing.T) {
	c := NewCalendar([]Day{{Date{2028, 3, 1}, "một ngày nghỉ"}, {Date{2026, 8, 22}, "không làm bù"}}, []Day{{Date{2029, 3, 3}, "làm bù"}, {Date{2026, 9, 1}, "vẫn làm"}})
	for d, want := range map[Date]string{{2028, 3, 1}: "một ngày nghỉ", {2026, 8, 22}: "không làm bù", {2026, 9, 2}: "national"} {
		if name, ok := c.Holiday(d); !ok || name != want || c.Working(d) {
			t.Errorf("%s is off for %q, %t", d, name, ok)
		}
		if _, ok := c.Makeup(d); ok {
			t.Errorf("%s is made up", d)
		}
	}
	for d, want := range map[Date]string{{2029, 3, 3}: "làm bù", {2026, 9, 1}: "vẫn làm", {2026, 1, 10}: "swap"} {
		if note, ok := c.Makeup(d); !ok || note != want || !c.Working(d) {
			t.Errorf("%s is made up for %q, %t", d, note, ok)
		}
		if _, ok := c.Holiday(d); ok {
			t.Errorf("%s is a holiday", d)
		}
	}
	for year, want := range map[int]bool{2026: true, 2027: false, 2028: true, 2029: true, 2030: false} {
		if c.Confirmed(year) != want {
			t.Errorf("%d is confirmed: %t", year, !want)
		}
	}
}
