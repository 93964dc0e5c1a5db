package dates

import (
	"strings"
	"time"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/vietnamese"
)

// span is so long till then, or since: "3 ngày nữa", "cho họ 1 tuần", "cách đây 2 hôm".
var span = letters.Pattern(`\b(((?:(?:trong|sau|cho|them|gia han|han|cach day|cach nay|truoc do)(?: (?:la|vong|ho|no|don vi|truong|em|them|dung|tam|khoang|chung|tron|ca))* )?)(\d{1,2}) (ngay|hom|tuan|thang|nam)\b((?: (?:nua|sau|toi|(?:ve )?truoc|nay|qua|lam viec|(?:ke|tinh) tuf?(?: hom nay| nay| bay gio)?)\b)*))`)

// bare is a span alone, which is one from today where a day to come is asked for.
var bare = letters.Pattern(`^(?:(?:a|da|cho|them|dung|tam|khoang) )*\d{1,2} (?:ngay|hom|tuan)(?: (?:nhe|nha|a|em|di|thoi|nghe|nghen|la duoc))*$`)

func spanned(r reader, f found) (naming, bool) {
	lead, n, unit, tail := f.group(2), number(f.group(3)), f.group(4), f.group(5)
	switch before := f.wordBefore(); before {
	case "ngay", "mung", "thu", "thang", "t", "hom":
		return naming{}, false
	}
	switch {
	case strings.Contains(tail, "lam viec"): // which days are those, only the calendar knows
		return naming{bad: true}, true
	case strings.HasPrefix(lead, "cach"), strings.Contains(tail, "truoc"), tail == " nay", tail == " qua":
		n = -n
	case lead == "" && tail == "" && !(r.coming && bare().MatchString(f.text)), lead != "" && tail == "" && !r.coming:
		return naming{}, false
	}
	switch unit {
	case "tuan":
		return naming{day: r.today.AddDays(7 * n)}, true
	case "thang":
		return monthsOn(r, n), true
	case "nam":
		return naming{day: report.Date{Year: r.today.Year + n}}, true
	}
	return naming{day: r.today.AddDays(n)}, true
}

// monthsOn is some months on, to the day where it is to come.
func monthsOn(r reader, n int) naming {
	d := report.NewDate(r.today.Year, r.today.Month+time.Month(n), 1)
	if n > 0 {
		d.Day = min(r.today.Day, lastOf(d.Year, d.Month).Day)
		return naming{day: d}
	}
	d.Day = 0
	return naming{day: d}
}

// fromToday are the days that are told from today. A Mai is a person.
var fromToday = letters.Pattern(`\b((?:(?:ngay|hom|sang|trua|chieu|toi|dem) )*(?:(?:hom|sang|trua|chieu|toi|dem) (?:nay|qua|kias?)|mots|(?:ngay|hom|sang|trua|chieu|toi|dem) mot|ngay kias?|mai)|trong ngay$|hoi (?:sang|trua|chieu)$)\b`)

func relativeDay(r reader, f found) (naming, bool) {
	words := strings.Fields(f.group(1))
	if words[0] == "trong" && !r.coming { // "cứu xong trong ngày": how long it took
		return naming{}, false
	}
	last := words[len(words)-1]
	ahead := len(words) > 1 && words[len(words)-2] == "ngay"
	n := 0
	switch last {
	case "mai":
		if len(words) == 1 && f.wordBefore() != "" && !beforeMai[f.wordBefore()] {
			return naming{}, false
		}
		n = 1
	case "mots", "mot":
		n = 2
	case "qua":
		n = -1
	case "kia":
		n = map[bool]int{true: 2, false: -2}[ahead]
	case "kias":
		n = map[bool]int{true: 3, false: -3}[ahead]
	}
	return naming{day: r.today.AddDays(n)}, true
}

var beforeMai = letters.Set("het den truoc trong cho han la de gio ho luon tuf gui nop toi")

// The edges of a month, a week and a year.
var (
	edgeOfMonth = letters.Pattern(`\b((dau|giua|cuoi|het|trong|noi) thang\b(?: ?(\d{1,2}|gieng|chap|` + fromNow + `)\b)?(?: nay)?(?: ?/ ?(\d{4}))?` + inYear + `)`)
	edgeOfWeek  = letters.Pattern(`\b((dau|cuoi|het|trong|noi) tuan\b(?: (` + fromNow + `)\b)?)`)
	edgeOfYear  = letters.Pattern(`\b((?:cuoi|het|trong) (?:(nam)\b(?: (\d{4}|hoc|` + fromNow + `)\b)?|quy\b(?: (iv|i{1,3}|[1-4]|` + fromNow + `)\b)?(?: ?(?:/|nam) ?(\d{4}|nay)\b)?))`)
)

// monthEdge is a day where one is to come, and else its month.
func monthEdge(r reader, f found) (naming, bool) {
	n := r.month(f.group(3), f.group(4), f.group(5))
	if !r.coming || n.bad || n.day.Month > 12 {
		return n, true
	}
	if n.open == openYear && n.day.Month < r.today.Month {
		n.day.Year++
	}
	n.open = closed
	switch f.group(2) {
	case "dau":
		n.day.Day = 1
	case "giua":
		n.day.Day = 15
	default:
		n.day = lastOf(n.day.Year, n.day.Month)
	}
	return n, true
}

// weekEdge is a day where one is to come: which it was, nobody knows.
func weekEdge(r reader, f found) (naming, bool) {
	if !r.coming {
		return naming{bad: true}, true
	}
	d := monday(r.today).AddDays(7 * turned(f.group(3)))
	if f.group(2) != "dau" {
		d = d.AddDays(6)
	}
	return naming{day: d}, true
}

func yearEdge(r reader, f found) (naming, bool) {
	if f.group(3) == "hoc" { // which ends in May, or when the school says so
		return naming{bad: true}, true
	}
	year := r.today.Year
	if told := f.group(3) + f.group(5); told != "" {
		year = r.year(told)
	}
	if f.group(2) != "" {
		return naming{day: report.NewDate(year, time.December, 31)}, r.coming
	}
	quarter := int(r.today.Month+2) / 3
	told := f.group(4)
	if named := max(number(told), vietnamese.OfRoman(strings.ToUpper(told))); named > 0 {
		quarter = named
	} else if turned(told) != 0 {
		d := report.NewDate(year, time.Month(3*(quarter+turned(told))), 1)
		return naming{day: lastOf(d.Year, d.Month)}, r.coming
	}
	d := lastOf(year, time.Month(3*quarter))
	if f.group(5) == "" && d.Before(r.today) {
		d = lastOf(year+1, time.Month(3*quarter))
	}
	return naming{day: d}, r.coming
}
