package report

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A Duty is the obligation to introduce, monthly or quarterly (letter, point 5).
type Duty string

// The two duties.
const (
	Month   Duty = "month"
	Quarter Duty = "quarter"
)

// Duties lists both, month first.
var Duties = [...]Duty{Month, Quarter}

// A Period is one month or one quarter of a year. Periods are comparable and
// can be map keys.
type Period struct {
	Duty   Duty
	Year   int
	Number int // month 1-12 or quarter 1-4
}

// String gives "2026-11" for a month and "2026-Q4" for a quarter.
func (p Period) String() string {
	if p.Duty == Quarter {
		return fmt.Sprintf("%04d-Q%d", p.Year, p.Number)
	}
	return fmt.Sprintf("%04d-%02d", p.Year, p.Number)
}

// ParsePeriod reads what String writes, a Q also as q, and nothing else.
func ParsePeriod(s string) (Period, error) {
	written := strings.ToUpper(s)
	p := Period{Duty: Month}
	year, number, _ := strings.Cut(written, "-")
	if quarter, ok := strings.CutPrefix(number, "Q"); ok {
		p.Duty, number = Quarter, quarter
	}
	p.Year, _ = strconv.Atoi(year) // what is no number is not written back as it was
	p.Number, _ = strconv.Atoi(number)
	if len(s) != len("2026-11") || p.Number < 1 || p.Number > p.Duty.perYear() || p.String() != written {
		return Period{}, fmt.Errorf("period %q: want 2026-11 or 2026-Q4", s)
	}
	return p, nil
}

// perYear is the number of periods of a duty in a year.
func (d Duty) perYear() int {
	if d == Quarter {
		return 4
	}
	return 12
}

// Add returns the period n places later (or earlier, for n < 0).
func (p Period) Add(n int) Period {
	per := p.Duty.perYear()
	i := p.Year*per + p.Number - 1 + n
	return Period{p.Duty, i / per, i%per + 1}
}

// Before reports whether p is earlier than q; both must be of one duty.
func (p Period) Before(q Period) bool {
	return p.Year < q.Year || p.Year == q.Year && p.Number < q.Number
}

// LastMonth is the calendar month in which the period ends: the month itself,
// or the third month of the quarter.
func (p Period) LastMonth() time.Month {
	if p.Duty == Quarter {
		return time.Month(p.Number * 3)
	}
	return time.Month(p.Number)
}

// Months lists the monthly periods that a quarter holds (a month: itself).
func (p Period) Months() []Period {
	if p.Duty == Month {
		return []Period{p}
	}
	var months []Period
	for n := p.Number*3 - 2; n <= p.Number*3; n++ {
		months = append(months, Period{Month, p.Year, n})
	}
	return months
}

// Quarter is the quarter in which a month lies (a quarter: itself).
func (p Period) Quarter() Period {
	if p.Duty == Quarter {
		return p
	}
	return Period{Quarter, p.Year, (p.Number + 2) / 3}
}

// Overlapping lists the periods of the other duty that share a month with p: the
// quarter of a month, the months of a quarter.
func (p Period) Overlapping() []Period {
	if p.Duty == Quarter {
		return p.Months()
	}
	return []Period{p.Quarter()}
}

// MarshalText writes the String form, and nothing for no period: a draft has
// none before one was chosen.
func (p Period) MarshalText() ([]byte, error) {
	if p == (Period{}) {
		return nil, nil
	}
	return []byte(p.String()), nil
}

// UnmarshalText reads what MarshalText writes.
func (p *Period) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*p = Period{}
		return nil
	}
	parsed, err := ParsePeriod(string(b))
	*p = parsed
	return err
}
