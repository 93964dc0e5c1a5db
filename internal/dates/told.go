package dates

import (
	"cmp"
	"slices"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// A naming is a day, month or year that a text names.
type naming struct {
	at, end int // where it stands
	day     report.Date
	open    open
	bad     bool // there is no such day, or nobody can know which is meant
}

// open is what a naming does not tell of its day.
type open int

const (
	closed open = iota
	openYear
	openMonth
	openWeek
)

// A reader reads the days of one text.
type reader struct {
	today  report.Date
	coming bool // what is named is to come
	birth  bool // it is somebody's birth
}

// told is the one day that a text names: two that do not go together are none, unless the
// last is put in place of the others.
func (r reader) told(said string) (d report.Date, ok bool) {
	all := undenied(r.namings(said), said)
	if len(all) == 0 {
		return d, false
	}
	if last := all[len(all)-1]; len(all) > 1 && r.replaces(said[all[0].end:last.at], said[last.end:]) {
		all = all[len(all)-1:]
	}
	if r.coming && gone().MatchString(said[all[0].at:]) {
		return d, false
	}
	var weekday report.Date
	weekly := false
	for _, n := range together(all) {
		n.day = r.resolved(n)
		if n.bad || !valid(n.day) || r.birth && n.open != closed {
			return d, false
		}
		if n.open == openWeek {
			if weekly && weekday != n.day {
				return d, false
			}
			weekday, weekly = n.day, true
			continue
		}
		if d != (report.Date{}) {
			if n.day, ok = same(d, n.day); !ok {
				return d, false
			}
		}
		d = n.day
	}
	switch {
	case weekly && d.Day == 0:
		d, ok = same(weekday, cmp.Or(d, weekday))
		return d, ok
	case weekly:
		return d, d.Weekday() == weekday.Weekday()
	}
	return d, true
}

// undenied leaves out what a text says of its day that it is not, where it names another.
// "Mà không phải" takes back what was before it where the next is called right.
func undenied(all []naming, said string) []naming {
	left := slices.DeleteFunc(slices.Clone(all), func(n naming) bool {
		return denying().MatchString(said[:n.at]) && !backBefore().MatchString(said[:n.at]) && !rightBehind().MatchString(said[n.end:])
	})
	if len(left) == 0 {
		return all
	}
	return left
}

var denying = letters.Pattern(`\b(?:khong|ko|k|hok|hong|khg|chang) phai (?:(?:la|vao|ngay|hom) )*$`)

// replaces reports whether what stands between two days, or behind them, puts the second in
// place of the first.
func (r reader) replaces(between, behind string) bool {
	if orElse().MatchString(between) {
		return false
	}
	return inPlace().MatchString(between) || rightBehind().MatchString(behind) || r.coming && until().MatchString(between)
}

var (
	inPlace = letters.Pattern(`\b(?:nham|quen|a ma|ma thoi|ma khoan|a khoan|(?:a|ah|y|o) (?:` + letters.Not + `)|thoi|nhung|doi|sua|lui|doi lai|gia han|chot|chinh xac|dung ra|dung la|phai la|moi dung|a khong|y la)\b`)
	// backBefore takes back what was said before it: "1983, à k phải, 1981".
	backBefore = letters.Pattern(`[\d#] (?:a|ah|y|o) (?:` + letters.Not + `) phai (?:la )?$`)
	// rightBehind calls what stands before it the right one.
	rightBehind = letters.Pattern(`^ (?:moi|ms) (?:la )?(?:dung|phai|trung|chuan)\b`)
	orElse      = letters.Pattern(`\b(?:hay|hoac)\b`)
	until       = letters.Pattern(`\b(?:den|toi)\b`)
	// gone says of a day that it was.
	gone = letters.Pattern(`\b(?:(?:vua|moi) (?:roi|qua)|hom truoc)\b`)
)

// namings finds all that a text names, in its order.
func (r reader) namings(said string) (all []naming) {
	for _, k := range kinds {
		if k.of == aDay && r.birth || k.of == aBirth && !r.birth || k.soft && len(all) > 0 {
			continue
		}
		rest := said
		for m := k.named().FindStringSubmatchIndex(rest); m != nil; m = k.named().FindStringSubmatchIndex(rest) {
			n, ok := k.read(r, found{text: rest, at: m})
			n.at, n.end = m[2], m[3]
			rest = masked(rest, n)
			if ok {
				all, said = append(all, n), masked(said, n)
			}
		}
	}
	slices.SortFunc(all, func(a, b naming) int { return cmp.Compare(a.at, b.at) })
	return all
}

// masked is a text without the words of a naming, as long as it was.
func masked(text string, n naming) string {
	return text[:n.at] + strings.Repeat("#", n.end-n.at) + text[n.end:]
}

// found is where a kind of naming stands in a text: its first group is what names the day.
type found struct {
	text string
	at   []int
}

// group is what one of the groups of the pattern found; the first of the kind's own is 2.
func (f found) group(i int) string {
	if f.at[2*i] < 0 {
		return ""
	}
	return f.text[f.at[2*i]:f.at[2*i+1]]
}

// wordBefore is the word before a naming.
func (f found) wordBefore() string {
	before := strings.Fields(f.text[:f.at[2]])
	if len(before) == 0 {
		return ""
	}
	return before[len(before)-1]
}

// together completes what is open of one naming by another: "ngày 5 tháng 9, hồi năm 2024".
func together(all []naming) []naming {
	all = slices.Clone(all)
	for i := range all {
		for _, other := range all {
			switch a, b := &all[i], other.day; {
			case other.open != closed && !(a.open == openMonth && other.open == openYear):
			case a.open == openYear && b.Month == 0:
				a.day.Year, a.open = b.Year, closed
			case a.open == openMonth && b.Month != 0 && b.Day == 0:
				a.day.Year, a.day.Month, a.open = b.Year, b.Month, other.open
			}
		}
	}
	return all
}

// resolved is the day of a naming whose year, month or week is that which is next to today,
// before or behind it.
func (r reader) resolved(n naming) report.Date {
	d := n.day
	if r.coming {
		switch {
		case n.open == openYear && d.Day != 0 && d.Before(r.today):
			d.Year++
		case n.open == openMonth && d.Before(r.today):
			d = nextMonth(d, 1)
		case n.open == openWeek && d.Before(r.today):
			d = d.AddDays(7)
		}
		return d
	}
	switch {
	case n.open == openYear && first(d).After(r.today):
		d.Year--
	case n.open == openMonth && d.After(r.today):
		d = nextMonth(d, -1)
	case n.open == openWeek && d.After(r.today):
		d = d.AddDays(-7)
	}
	return d
}

// nextMonth is the same day some months on, which there may not be.
func nextMonth(d report.Date, n int) report.Date {
	m := report.NewDate(d.Year, d.Month, 1)
	m = report.NewDate(m.Year, m.Month+1, 1)
	if n < 0 {
		m = report.NewDate(d.Year, d.Month-1, 1)
	}
	return report.Date{Year: m.Year, Month: m.Month, Day: d.Day}
}

// same is the more exact of two dates, if they go together.
func same(a, b report.Date) (report.Date, bool) {
	if a.Month == 0 || b.Month != 0 && a.Day == 0 {
		a, b = b, a
	}
	return a, a.Year == b.Year && (b.Month == 0 || a.Month == b.Month && (b.Day == 0 || a.Day == b.Day))
}
