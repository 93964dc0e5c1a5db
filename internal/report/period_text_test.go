package report

import (
	"fmt"
	"testing"
	"time"
)

// Periods are read as they are written, a Q also as q, and nothing else is
// taken for one: buttons carry them, and buttons can be forged.
func TestParsePeriod(t *testing.T) {
	for year := 2020; year < 2035; year++ {
		for _, duty := range Duties {
			for n := 1; n <= duty.perYear(); n++ {
				want := Period{duty, year, n}
				if got, err := ParsePeriod(want.String()); got != want || err != nil {
					t.Errorf("ParsePeriod(%q) = %v, %v", want, got, err)
				}
			}
		}
	}
	if got, err := ParsePeriod("2026-q3"); got != (Period{Quarter, 2026, 3}) || err != nil {
		t.Errorf("2026-q3 is %v, %v", got, err)
	}
	for _, s := range []string{
		"", "2026", "2026-", "2026-1", "2026-00", "2026-13", "2026-99", "2026-Q0", "2026-Q5", "2026-Q", "2026-QQ", "2026-Q1 ", "2026/11", "2026_11",
		"2026-011", "26-11", "02026-11", "abcd-11", "2026-ab", "2026-1a", "2026-a1", "-026-11", "+026-11", "2026-+1", "2026--1", "2026- 1", " 026-11", "2026-Q٤",
	} {
		if got, err := ParsePeriod(s); err == nil || got != (Period{}) {
			t.Errorf("ParsePeriod(%q) = %v, %v", s, got, err)
		}
	}
}

// A text that is no period is refused where it is stored, too.
func TestUnmarshalPeriodRefuses(t *testing.T) {
	p := Period{Month, 2026, 11}
	if err := p.UnmarshalText([]byte("2026-13")); err == nil || p != (Period{}) {
		t.Errorf("read as %v, %v", p, err)
	}
	d := Date{2026, 11, 20}
	if err := d.UnmarshalText([]byte("2026-13-01")); err == nil || !d.IsZero() {
		t.Errorf("read as %v, %v", d, err)
	}
}

func TestPeriodArithmetic(t *testing.T) {
	for _, test := range []struct {
		from string
		add  int
		want string
	}{
		{"2026-11", 0, "2026-11"}, {"2026-11", 1, "2026-12"}, {"2026-12", 1, "2027-01"}, {"2027-01", -1, "2026-12"}, {"2026-11", -11, "2025-12"},
		{"2026-11", 26, "2029-01"}, {"2026-Q4", 1, "2027-Q1"}, {"2026-Q1", -1, "2025-Q4"}, {"2026-Q3", -7, "2024-Q4"},
	} {
		from, want := mustPeriod(t, test.from), mustPeriod(t, test.want)
		if got := from.Add(test.add); got != want {
			t.Errorf("%s + %d = %s, want %s", from, test.add, got, want)
		}
		if from.Before(want) != (test.add > 0) || want.Before(from) != (test.add < 0) {
			t.Errorf("%s before %s: %t, and the other way round %t", from, want, from.Before(want), want.Before(from))
		}
	}
}

func TestMonthsOfAPeriod(t *testing.T) {
	for p, want := range map[string]string{"2026-11": "[2026-11] November", "2026-Q1": "[2026-01 2026-02 2026-03] March", "2026-Q4": "[2026-10 2026-11 2026-12] December"} {
		p := mustPeriod(t, p)
		if got := fmt.Sprint(p.Months(), " ", p.LastMonth()); got != want {
			t.Errorf("%s: %s, want %s", p, got, want)
		}
	}
	if (Period{Quarter, 2026, 2}).LastMonth() != time.June {
		t.Error("the second quarter does not end in June")
	}
}
