package texts

// What all sentences are made of: how letters, numbers, days and periods are
// written. What is written with them stands in the other files.

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/report"
)

// Cap returns a sentence with a capital first letter.
func Cap(s string) string {
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// lower gives a name a small first letter, for inside a sentence.
func lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if strings.HasPrefix(s[n:], ".") {
		return s // initials
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// enumerate joins parts as a sentence does: a, b và c.
func enumerate(parts []string) string {
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	return strings.Join(parts[:len(parts)-1], ", ") + " và " + parts[len(parts)-1]
}

// Cut shortens a text to at most so many letters, the last of them a dot dot
// dot.
func Cut(s string, letters int) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) <= letters {
		return string(r)
	}
	return strings.TrimSpace(string(r[:letters-1])) + "…"
}

// Curly writes the straight quotes of a text as print does: “…”. One opens at the
// beginning and behind a space or an opening bracket.
func Curly(s string) string {
	if !strings.ContainsRune(s, '"') {
		return s
	}
	var b strings.Builder
	before := ' '
	for _, r := range s {
		written := r
		if r == '"' {
			written = '”'
			if unicode.IsSpace(before) || strings.ContainsRune("([{“-–", before) {
				written = '“'
			}
		}
		b.WriteRune(written)
		before = r
	}
	return b.String()
}

// quotedLetters is how much of what a person wrote a sentence about it repeats.
const quotedLetters = 60

// brief is the beginning of what a person wrote, for a sentence that repeats it.
// Unlike Cut it looks no further than that, whatever the length.
func brief(s string) string {
	letters := 0
	for i := range s {
		if letters == quotedLetters {
			return s[:i] + "…"
		}
		letters++
	}
	return s
}

// briefly joins the beginnings of a few such words.
func briefly(words []string, between string) string {
	const most = 20
	var all []string
	for _, w := range words[:min(len(words), most)] {
		all = append(all, brief(w))
	}
	if len(words) > most {
		all = append(all, "…")
	}
	return strings.Join(all, between)
}

// Day writes a date as 20/11/2026.
func Day(d report.Date) string {
	if d.Day == 0 {
		return fmt.Sprintf("%02d/%d", int(d.Month), d.Year)
	}
	return fmt.Sprintf("%02d/%02d/%d", d.Day, int(d.Month), d.Year)
}

// born says when somebody was born: the date, where it is known, or the year.
func born(year int, on report.Date) (what, text string) {
	switch {
	case !on.IsZero() && on.Day == 0:
		return "Tháng sinh", Day(on)
	case !on.IsZero():
		return "Ngày sinh", Day(on)
	case year != 0:
		return "Năm sinh", fmt.Sprint(year)
	}
	return "", ""
}

// DayOfWeek writes a date as thứ Sáu, 20/11/2026.
func DayOfWeek(d report.Date) string { return Weekday(d.Weekday()) + ", " + Day(d) }

// Weekday names a day of the week.
func Weekday(w time.Weekday) string {
	return [...]string{"Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"}[w]
}

// LongDay writes a date as ngày 05 tháng 02 năm 2026: days below ten, January
// and February have a leading zero.
func LongDay(d report.Date) string {
	return fmt.Sprintf("ngày %02d tháng %s năm %d", d.Day, MonthOfIssue(d), d.Year)
}

// MonthOfIssue is the month as the date line of a document has it.
func MonthOfIssue(d report.Date) string { return monthNumber(d.Month) }

// monthNumber writes January and February with a leading zero.
func monthNumber(m time.Month) string {
	if m <= time.February {
		return fmt.Sprintf("%02d", int(m))
	}
	return fmt.Sprint(int(m))
}

// Year is the year as the date line has it.
func Year(d report.Date) string { return fmt.Sprint(d.Year) }

// Moment writes an instant as 08 giờ 05, 20/11/2026.
func (o Office) Moment(t time.Time) string {
	t = t.In(o.Zone)
	return fmt.Sprintf("%02d giờ %02d, %s", t.Hour(), t.Minute(), Day(report.DateOf(t)))
}

// Clock writes the time of day of an instant as 08 giờ 05.
func (o Office) Clock(t time.Time) string {
	t = t.In(o.Zone)
	return fmt.Sprintf("%02d giờ %02d", t.Hour(), t.Minute())
}

// longMoment writes an instant as 08 giờ 05 ngày 23 tháng 11 năm 2026.
func (o Office) longMoment(t time.Time) string {
	return o.Clock(t) + " " + LongDay(report.DateOf(t.In(o.Zone)))
}

// Period names a period: tháng 11 năm 2026, tháng 01 năm 2027, quý IV năm 2026.
func Period(p report.Period) string {
	switch p.Duty {
	case report.Quarter:
		return fmt.Sprintf("quý %s năm %d", [...]string{"", "I", "II", "III", "IV"}[p.Number], p.Year)
	case report.Half:
		return fmt.Sprintf("6 tháng %s năm %d", [...]string{"", "đầu", "cuối"}[p.Number], p.Year)
	case report.Year:
		return fmt.Sprintf("năm %d", p.Year)
	}
	return fmt.Sprintf("tháng %s năm %d", monthNumber(time.Month(p.Number)), p.Year)
}

// ShortPeriod names a period where space is short: tháng 11/2026, quý IV/2026.
func ShortPeriod(p report.Period) string { return strings.Replace(Period(p), " năm ", "/", 1) }

// Number writes a whole number with a dot for thousands: 1.200.000.
func Number(n int) string {
	s := fmt.Sprint(n)
	start := 0
	if n < 0 {
		start = 1
	}
	for i := len(s) - 3; i > start; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return s
}

// Count writes a number in a document: 05, 12, 1.234.
func Count(n int) string {
	if n > 0 && n < 10 {
		return "0" + Number(n)
	}
	return Number(n)
}

// Percent is a part of a whole without decimals, rounded as the documents
// round theirs: only all is 100, only none is 0.
func Percent(part, whole int) int {
	if whole == 0 {
		return 0
	}
	n := (part*200 + whole) / (whole * 2)
	if part < whole {
		n = min(n, 99)
	}
	if part > 0 {
		n = max(n, 1)
	}
	return n
}

// share writes a part of a whole in percent.
func share(part, whole int) string {
	if part == 0 || whole == 0 {
		return ""
	}
	return fmt.Sprintf(" (%d%%)", Percent(part, whole))
}

// Share writes a part of a whole as documents do: 45,6%.
func Share(part, whole int) string { return percent(part, whole) }

// percent writes a part of a whole as 45,6%; whole numbers without a comma.
// Only all is 100%, only none is 0%.
func percent(part, whole int) string {
	if whole == 0 {
		return "0%"
	}
	tenths := (part*2000 + whole) / (whole * 2)
	switch {
	case part < whole:
		tenths = min(tenths, 999)
	}
	if part > 0 {
		tenths = max(tenths, 1)
	}
	if tenths%10 == 0 {
		return fmt.Sprintf("%d%%", tenths/10)
	}
	return fmt.Sprintf("%d,%d%%", tenths/10, tenths%10)
}
