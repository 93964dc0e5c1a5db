package dates

import (
	"strconv"
	"strings"
	"time"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/vietnamese"
)

// A kind of naming. Where two find the same words, they are the first one's.
type kind struct {
	named func() *letters.Expression // its first group holds what names the day
	read  func(reader, found) (naming, bool)
	of    what
	soft  bool // it is nothing where another kind names a day
}

// what is told so.
type what int

const (
	dayOrBirth what = iota
	aDay
	aBirth
)

var kinds = []kind{
	{named: ofMoon, read: unknowable},
	{named: vague, read: unknowable, of: aDay},
	{named: between, read: betweenDays, of: aDay},
	{named: iso, read: isoDay},
	{named: onlyDigits, read: isoBackward},
	{named: dayOfYear, read: numberedDay},
	{named: edgeOfYear, read: yearEdge, of: aDay},
	{named: monthOfYear, read: numberedMonth},
	{named: dayInWords, read: dayOfMonth},
	{named: holiday, read: holidayNamed, of: aDay},
	{named: festival, read: unknowable, soft: true, of: aDay},
	{named: edgeOfMonth, read: monthEdge, of: aDay},
	{named: onlyMonth, read: monthAlone},
	{named: span, read: spanned, of: aDay},
	{named: fromToday, read: relativeDay, of: aDay},
	{named: edgeOfWeek, read: weekEdge, of: aDay},
	{named: weekday, read: dayOfWeek, of: aDay},
	{named: onlyDay, read: dayAlone, of: aDay},
	{named: onlyYear, read: yearAlone, of: aDay},
	{named: bareYear, read: yearAlone, of: aDay},
	{named: fourDigits, read: yearBorn, of: aBirth},
	{named: twoThousand, read: yearOfCentury, of: aBirth},
	{named: age, read: yearOfAge, of: aBirth, soft: true},
	{named: twoDigits, read: shortYearBorn, of: aBirth, soft: true},
}

// The words by which a month, week or year is told from today, and how a year is told.
const (
	fromNow = `nay|ngoai|kias?|truoc nua|truoc|(?:vua |moi )?(?:roi|qua)|sau nua|sau|toi|ke tiep|tiep theo`
	inYear  = `(?:(?: (?:cua|hoi|dau|cuoi|trong))* nam (\d{4}|\d{2}|` + fromNow + `)\b)?`
)

// turned is how many months, weeks or years on from this one such a word is.
func turned(word string) int {
	switch word {
	case "", "nay":
		return 0
	case "kia", "truoc nua":
		return -2
	case "kias":
		return -3
	case "sau nua":
		return 2
	case "sau", "toi", "ke tiep", "tiep theo":
		return 1
	}
	return -1
}

var (
	ofMoon      = letters.Pattern(`\b(am lich|lich am|thang (?:\d{1,2}|gieng|chap) am|\d am|ram)\b`)
	vague       = letters.Pattern(`\b((?:mot|hai|ba|bon|nam|saus|bay|tam|chin) \d{1,2} (?:ngay|hom|tuan|thang|nam)|(?:vai|may|dam)(?: ba)? (?:ngay|hom|tuan|thang|nam)(?: (?:nua|truoc|nay|qua|sau|toi))?|mai (?:(?:hay|hoac|voi|va) )?(?:mots?|1|kia)|hang (?:ngay|tuan|thang|nam)|mots? mai)\b`)
	between     = letters.Pattern(`\b((\d{1,2}) ?(?:-|den|hay|hoac) ?(\d{1,2}) (ngay|hom|tuan|thang|nam)(?: (?:nua|truoc|nay|sau|toi|lam viec))?)\b`)
	iso         = letters.Pattern(`\b((\d{4})[-/.](\d{1,2})[-/.](\d{1,2}))\b`)
	onlyDigits  = letters.Pattern(`^((\d{2})(\d{2})(\d{4})|(\d{1,2}) (\d{1,2}) (\d{4}))$`)
	bareYear    = letters.Pattern(`^(?:(?:tuf?|hoi|vao|khoang|dau|giua|cuoi) )*((20\d\d|19\d\d))(?: (?:a|nhe|nha|em|luon))*$`)
	dayOfYear   = letters.Pattern(`(?:^|[^\d/.-])((\d{1,2}) ?[/.-] ?(\d{1,2})(?: ?[/.-] ?(\d{4}|\d{2})\b)?` + inYear + `)(?:$|[^\d/-])`)
	monthOfYear = letters.Pattern(`(?:^|[^\d/.-])((?:thang )?(\d{1,2}) ?[/.-] ?(\d{4}))(?:$|\D)`)
	dayInWords  = letters.Pattern(`\b(((?:(?:ngay|mung|hom|sang|trua|chieu|toi|dem) )*)(\d{1,2}) ?thang ?(\d{1,2}|gieng|chap|` + fromNow + `)\b(?: ?/ ?(\d{4}))?` + inYear + `)`)
	onlyMonth   = letters.Pattern(`\b(thang ?(\d{1,2}|gieng|chap|` + fromNow + `)\b(?: (?:vua |moi )?(?:roi|qua|nay))?(?: ?/ ?(\d{4}))?` + inYear + `)`)
	onlyDay     = letters.Pattern(`\b((?:ngay|mung|hom|sang|trua|chieu|toi|dem) (?:(?:mung|ngay|hom) )*(\d{1,2}))\b`)
	onlyYear    = letters.Pattern(`\b((?:(?:dau|giua|cuoi) )?nam (20\d\d|19\d\d|[4-9]\d|` + fromNow + `))\b`)
)

// unknowable is what nobody can reckon with here: the calendar of the moon, "vài hôm".
func unknowable(reader, found) (naming, bool) { return naming{bad: true}, true }

// betweenDays is a span that is not known for sure: "3-4 ngày nữa". "12-10 năm ngoái" is a day.
func betweenDays(_ reader, f found) (naming, bool) {
	return naming{bad: true}, f.group(4) != "nam" || number(f.group(3)) == number(f.group(2))+1
}

func isoDay(_ reader, f found) (naming, bool) {
	return naming{day: report.Date{Year: number(f.group(2)), Month: time.Month(number(f.group(3))), Day: number(f.group(4))}}, true
}

// isoBackward reads a day whose parts have no mark between them: "22112026", "22 11 2026".
func isoBackward(_ reader, f found) (naming, bool) {
	part := func(i int) int { return number(f.group(i) + f.group(i+3)) }
	return naming{day: report.Date{Year: part(4), Month: time.Month(part(3)), Day: part(2)}, bad: part(2) == 0}, true
}

// dated is a date as far as it is told, without a year if there is no word of it.
func (r reader) dated(day, month int, years ...string) naming {
	n := naming{day: report.Date{Day: day, Month: time.Month(month), Year: r.today.Year}, open: openYear}
	for _, y := range years {
		if y != "" {
			n.day.Year, n.open = r.year(y), closed
		}
	}
	return n
}

func numberedDay(r reader, f found) (naming, bool) {
	if r.birth && f.group(4)+f.group(5) == "" && len(f.group(3)) == 2 && number(f.group(3)) >= leastShort { // "5/85"
		return r.dated(0, number(f.group(2)), f.group(3)), true
	}
	n := r.dated(number(f.group(2)), number(f.group(3)), f.group(4), f.group(5))
	n.bad = n.day.Day == 0 || strings.Contains(f.group(1), "-") && strings.Contains(f.group(1), "/") // "1-2/11": two days
	return n, true
}

func numberedMonth(r reader, f found) (naming, bool) {
	n := r.dated(0, number(f.group(2)), f.group(3))
	n.bad = n.day.Month == 0
	return n, true
}

// dayOfMonth reads "mùng 2 tháng sau", "5 tháng 9 năm 2025". "2 tháng trước" is so many
// months ago, and "2 tháng sau" may be that as well.
func dayOfMonth(r reader, f found) (naming, bool) {
	day, word := number(f.group(3)), f.group(4)
	month := monthNumber(word)
	if month == 0 && f.group(2) == "" && day <= 12 && turned(word) != 0 {
		if turned(word) < 0 && !r.birth {
			return monthsOn(r, -day), true
		}
		return naming{bad: true}, true
	}
	if f.group(2) == "" && ofNumber[f.wordBefore()] { // "bão số 3 tháng 9"
		return naming{}, false
	}
	n := r.month(word, f.group(5), f.group(6))
	n.day.Day, n.bad = day, n.bad || day == 0
	return n, true
}

// ofNumber are the words behind which a number is no day of a month.
var ofNumber = letters.Set("so khoi lop to phuong khu doi khoa")

func monthAlone(r reader, f found) (naming, bool) {
	return r.month(f.group(2), f.group(3), f.group(4)), true
}

// month is that of a word, which may say it from today.
func (r reader) month(word string, years ...string) naming {
	if month := monthNumber(word); month != 0 || word != "" && letters.IsDigits(word) {
		n := r.dated(0, month, years...)
		n.bad = month == 0
		return n
	}
	d := report.NewDate(r.today.Year, r.today.Month+time.Month(turned(word)), 1)
	n := r.dated(0, int(d.Month), years...)
	if n.open == openYear {
		n.day.Year, n.open = d.Year, closed
	}
	return n
}

func monthNumber(word string) int {
	if n := vietnamese.MonthNames[word]; n != 0 {
		return n
	}
	return number(word)
}

func dayAlone(r reader, f found) (naming, bool) {
	day := number(f.group(2))
	return naming{day: report.Date{Day: day, Month: r.today.Month, Year: r.today.Year}, open: openMonth, bad: day == 0}, true
}

func yearAlone(r reader, f found) (naming, bool) {
	return naming{day: report.Date{Year: r.year(f.group(2))}}, f.wordBefore() != "sinh"
}

// year is a year as it is written, with two digits or in words.
func (r reader) year(word string) int {
	n := number(word)
	switch {
	case n == 0 && strings.Trim(word, "0") != "":
		return r.today.Year + turned(word)
	case len(word) == 2 && n <= r.today.Year%100+1:
		return 2000 + n
	case len(word) == 2:
		return 1900 + n
	}
	return n
}

func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
