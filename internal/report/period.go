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

// Half and Year are nobody's duty: of half a year and of a year the agency itself
// reports, on what the months and quarters in them gathered (Decree 09/2019/NĐ-CP,
// art. 12). They stand where a period is named, and not among Duties.
const (
	Half Duty = "half"
	Year Duty = "year"
)

// A Period is one month or one quarter of a year, or a Half or Year that the agency
// reports of. Periods are comparable and can be map keys.
type Period struct {
	Duty   Duty
	Year   int
	Number int // month 1-12, quarter 1-4, half 1-2, of a year 1
}

// Owed reports whether units owe such periods.
func (d Duty) Owed() bool { return d == Month || d == Quarter }

// String gives "2026-11" for a month, "2026-Q4" for a quarter, "2026-H1" for half a
// year and "2026-Y1" for a year.
func (p Period) String() string {
	if p.Year >= 1000 && p.Year <= 9999 && p.Number >= 1 && p.Number <= 12 {
		return p.plain()
	}
	if letter := marks[p.Duty]; letter != "" {
		return fmt.Sprintf("%04d-%s%d", p.Year, letter, p.Number)
	}
	return fmt.Sprintf("%04d-%02d", p.Year, p.Number)
}

// plain is String for periods that there are: keys and buttons are made of them at
// every turn.
func (p Period) plain() string {
	b := make([]byte, 0, len("2026-11")+1)
	b = append(strconv.AppendInt(b, int64(p.Year), 10), '-')
	if letter := marks[p.Duty]; letter != "" {
		b = append(b, letter...)
	} else if p.Number < 10 {
		b = append(b, '0')
	}
	return string(strconv.AppendInt(b, int64(p.Number), 10))
}

// marks stand before the numbers of periods that are no months.
var marks = map[Duty]string{Quarter: "Q", Half: "H", Year: "Y"}

// ParsePeriod reads what String writes, a letter also small, and nothing else. That
// it is one that units owe is for the caller to ask.
func ParsePeriod(s string) (Period, error) {
	written := strings.ToUpper(s)
	p := Period{Duty: Month}
	year, number, _ := strings.Cut(written, "-")
	for duty, letter := range marks {
		if n, ok := strings.CutPrefix(number, letter); ok {
			p.Duty, number = duty, n
		}
	}
	p.Year, _ = strconv.Atoi(year) // what is no number is not written back as it was
	p.Number, _ = strconv.Atoi(number)
	if len(s) != len("2026-11") || p.Number < 1 || p.Number > p.Duty.perYear() || p.String() != written {
		return Period{}, fmt.Errorf("period %q: want 2026-11 or 2026-Q4, or 2026-H1 or 2026-Y1 where the agency reports", s)
	}
	return p, nil
}

// perYear is the number of periods of a duty in a year.
func (d Duty) perYear() int { return 12 / d.months() }

// months is how many months a period of a duty has.
func (d Duty) months() int {
	switch d {
	case Quarter:
		return 3
	case Half:
		return 6
	case Year:
		return 12
	}
	return 1
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

// LastYear is the same period a year before.
func (p Period) LastYear() Period { return p.Add(-p.Duty.perYear()) }

// LastMonth is the calendar month in which the period ends: the month itself,
// or the third month of the quarter.
func (p Period) LastMonth() time.Month { return time.Month(p.Number * p.Duty.months()) }

// Months lists the monthly periods that a longer one holds (a month: itself).
func (p Period) Months() (months []Period) {
	for n := (p.Number-1)*p.Duty.months() + 1; n <= int(p.LastMonth()); n++ {
		months = append(months, Period{Month, p.Year, n})
	}
	return months
}

// Parts lists the periods with duties that lie in p, months first: those of a Half or
// Year. Of a month or quarter that is itself.
func (p Period) Parts() []Period {
	if p.Duty.Owed() {
		return []Period{p}
	}
	parts := p.Months()
	for n := (p.Number-1)*p.Duty.months()/3 + 1; n <= int(p.LastMonth())/3; n++ {
		parts = append(parts, Period{Quarter, p.Year, n})
	}
	return parts
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
