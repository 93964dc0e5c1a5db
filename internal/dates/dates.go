// Package dates reads the days that people write: "25/11", "hôm qua", "mùng 5 tháng
// này", "chủ nhật vừa rồi", "sn 85".
//
// What a text leaves out is found from the day on which it is read, which is given:
// there is no clock here. Of a month alone the Day of a date is 0, of a year alone
// the Month as well.
package dates

import (
	"strconv"
	"strings"
	"time"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/vietnamese"
)

// Past reads a day on which something was, today at the latest: this
// year's, or the last that there was.
func Past(text string, today report.Date) (report.Date, bool) {
	text = meant(text)
	if tells(text) || signed().MatchString(text) {
		return report.Date{}, false
	}
	d, yearless, ok := readDate(text, today)
	if ok && yearless && first(d).After(today) {
		d.Year--
	}
	return d, ok && !first(d).After(today) && d.Year >= firstYear && valid(d)
}

// signed finds a number below nothing: what it stands for is not guessed.
var signed = letters.Pattern(`(?:^|\s)[-+−]\d`)

// Coming reads a day that is to come: this year's, or the next that there
// is.
func Coming(text string, today report.Date) (report.Date, bool) {
	text = meant(text)
	folded := letters.Fold(letters.Clean(text))
	if tells(folded) || signed().MatchString(text) {
		return report.Date{}, false
	}
	if m := daysOn().FindStringSubmatch(folded); m != nil {
		return today.AddDays(counted(m)), true
	}
	if m := weeksOn().FindStringSubmatch(folded); m != nil && !ofWeek().MatchString(folded) {
		return today.AddDays(7 * counted(m)), true
	}
	if m := endOfMonth().FindStringSubmatch(folded); m != nil {
		if month, _ := strconv.Atoi(m[1]); month >= 1 && month <= 12 {
			year := today.Year
			if time.Month(month) < today.Month {
				year++
			}
			return report.NewDate(year, time.Month(month)+1, 0), true
		}
	}
	if (strings.Contains(folded, "cuoi thang") || strings.Contains(folded, "het thang")) && !strings.ContainsAny(folded, "0123456789") {
		return report.NewDate(today.Year, today.Month+1, 0), true
	}
	d, yearless, ok := readDate(text, today)
	switch {
	case !ok:
	case yearless && d.Before(today):
		d.Year++
	case d.Before(today) && onlyDay().MatchString(folded) && !dayInWords().MatchString(folded) && !dayOfYear().MatchString(folded) && !onlyMonth().MatchString(folded):
		d = report.NewDate(d.Year, d.Month+1, d.Day)
	case d.Before(today) && ofWeek().MatchString(folded) && !dayOfYear().MatchString(folded):
		d = d.AddDays(7)
	}
	return d, ok && d.Day != 0 && valid(d) && !d.Before(today)
}

// meant is a text without what it takes back in the same breath, and its words of days
// without what a keyboard left of their marks: "hoom kia", "na8m 1988".
func meant(text string) string {
	if right, ok := letters.TakenBack(letters.Clean(text)); ok {
		text = right
	}
	words := strings.Fields(text)
	for i, word := range words {
		folded := letters.Fold(word)
		if ofDays[folded] || letters.IsDigits(folded) {
			continue
		}
		for _, bare := range letters.Untyped(folded) {
			if ofDays[bare] {
				words[i] = bare
			}
		}
	}
	return strings.Join(words, " ")
}

var ofDays = letters.Set("ngay thang nam hom qua kia nay mai truoc sau tuan sinh tuoi sang chieu toi cuoi thu roi vua")

// maxWords is how many words a text has at most that answers with a day.
const maxWords = 12

// tells reports whether a text goes on for longer than a day is named: a day that
// is in it, or a Mai, is none that was asked for.
func tells(text string) bool { return len(strings.Fields(text)) > maxWords }

// Born reads a year or day of birth, or an age, up to a day.
func Born(text string, today report.Date) (report.Date, bool) {
	text = meant(text)
	folded := strings.TrimSpace(ofDecade().ReplaceAllString(inDigits(letters.Fold(text)), " "))
	d, yearless, ok := readDate(text, today)
	if yearless || signed().MatchString(text) {
		return d, false
	}
	if !ok && !dayOfYear().MatchString(folded) {
		d, ok = yearOfBirth(folded, today)
	}
	return d, ok && valid(d) && d.Year >= firstYear && !first(d).After(today)
}

// firstYear is that of the oldest who is introduced.
const firstYear = 1900

var (
	fourDigits = letters.Pattern(`\b(1[89]\d\d|20\d\d)\b`)
	twoDigits  = letters.Pattern(`(?:^|\b(?:sinh|sn|nam|ns|nam sinh)[ :.]*)(\d\d)\b`)
	// ofDecade is a decade before the year that is meant of it: "đầu 9x, 93 thì phải".
	ofDecade  = letters.Pattern(`^(?:(?:doi|dau|giua|cuoi|tam|khoang|the he) )*\dx[ ,.:]+(?:(?:khoang|tam|hinh nhu|chac|la) )*`)
	ofCentury = letters.Pattern(`\b2k(\d{1,2})\b`)
	ofAge     = letters.Pattern(`(?:^|[^\d.,])\b(\d{1,3}) ?(?:tuoi|t)\b|\btuoi (\d{1,3})\b|\bnam nay (?:[a-z]+ ){0,2}(\d{2,3})\b|^(?:[a-z]+ ){0,3}len (\d{1,2})$`)
)

// yearOfBirth reads "1985", "sn 85", "15 tuổi".
func yearOfBirth(folded string, today report.Date) (d report.Date, ok bool) {
	if all := fourDigits().FindAllString(folded, 2); len(all) == 1 && len(letters.Digits(folded)) == 4 {
		d.Year, _ = strconv.Atoi(all[0])
		return d, true
	}
	if m := ofCentury().FindStringSubmatch(folded); m != nil {
		d.Year = 2000 + number(m[1])
		return d, true
	}
	if m := ofAge().FindStringSubmatch(folded); m != nil {
		age := counted(m)
		d.Year = today.Year - age
		return d, age > 0 && age < 120
	}
	if m := twoDigits().FindStringSubmatch(folded); m != nil && len(letters.Digits(folded)) == 2 && !daysOn().MatchString(folded) && !daysAgo().MatchString(folded) {
		n, _ := strconv.Atoi(m[1])
		switch {
		case n > today.Year%100:
			d.Year = 1900 + n
		case strings.HasPrefix(folded, m[1]): // an age, as likely as a year
			return d, false
		default:
			d.Year = 2000 + n
		}
		return d, true
	}
	return d, false
}

// How many days and weeks there are till then, or since: six are not in words, which are
// "after" without marks, nor what else is another word before "ngày".
const (
	few      = `(\d{1,2}|mot|hai|ba|bon|nam|bay|muoi)`
	fewWeeks = `(\d|mot|hai|ba)`
)

var (
	dayOfYear   = letters.Pattern(`(?:^|[^\d/.-])(\d{1,2}) ?[/.-] ?(\d{1,2})(?: ?[/.-] ?(\d{4}|\d{2}))?(?:$|[^\d/-])`)
	monthOfYear = letters.Pattern(`(?:^|[^\d/.-])(\d{1,2}) ?[/.-] ?(\d{4})(?:$|\D)`)
	dayInWords  = letters.Pattern(`\b(?:ngay |mung |mong |ngay mung |ngay mong )?(\d{1,2}) ?(?:thang|thg|t) ?(\d{1,2}|nay|truoc|gieng|chap)\b(?: ?,? ?(?:nam |/)? ?(\d{4}|nay|ngoai|truoc))?`)
	onlyDay     = letters.Pattern(`\b(?:ngay|mung|mong|hom|sang|trua|chieu|toi|dem) (?:mung |mong |ngay |hom )?(\d{1,2})\b`)
	endOfMonth  = letters.Pattern(`^(?:(?:den|cho|truoc|han|la|toi) )*(?:het|cuoi) thang (\d{1,2})$`)
	onlyMonth   = letters.Pattern(`\b(?:thang|thg|t) ?(\d{1,2}|nay|truoc)\b(?:(?: vua)? (?:roi|qua))?(?: ?,? ?(?:nam|/) ?(\d{4}|nay|ngoai|truoc))?`)
	daysOn      = letters.Pattern(`\b(?:(?:trong|sau|cho|them|gia han) (?:ho |no |don vi )?)?` + few + ` (?:ngay|hom|bua)(?: nua| sau| toi| ke tu| tinh tu)\b|\b(?:cho|trong|them) (?:ho |don vi |truong |em )?(?:them |dung |tam |khoang |tron )*` + few + ` (?:ngay|hom|bua)\b`)
	weeksOn     = letters.Pattern(`^(?:a |da |cho )?` + fewWeeks + ` tuan(?: nhe| nha| a| em)*$|\b` + fewWeeks + ` tuan (?:nua|sau|toi|ke tu|tinh tu)\b|\b(?:cho|trong|them) (?:ho |don vi |truong |em )?(?:them |dung |tam |khoang |tron )*` + fewWeeks + ` tuan\b`)
	daysAgo     = letters.Pattern(`\b(?:cach day (?:khoang |chung )?)?` + few + ` (?:ngay|hom|bua)(?: truoc| nay)\b|\bcach day (?:khoang |chung )?` + few + ` (?:ngay|hom|bua)\b`)
	weeksAgo    = letters.Pattern(`\b(?:cach day (?:khoang |chung )?)?` + fewWeeks + ` tuan(?: truoc| nay)\b|\bcach day (?:khoang |chung )?` + fewWeeks + ` tuan\b`)
	onlyYear    = letters.Pattern(`\bnam (20\d\d)\b`)
	lastYear    = letters.Pattern(`\bnam ngoai\b`)
	lunar       = letters.Pattern(`\b(?:am lich|lich am|thang (?:\d{1,2}|gieng|chap|muoi|tam) am|\d am|ram)\b`)
	ofWeek      = letters.Pattern(`\b(?:thu ([2-7]|` + vietnamese.Weekdays + `)|(chu nhat|cn))\b`)
)

var relative = []struct {
	words string
	days  int
}{
	{"hom kia", -2}, {"hom qua", -1}, {"chieu qua", -1}, {"toi qua", -1}, {"dem qua", -1}, {"sang qua", -1}, {"trua qua", -1}, {"hom nay", 0}, {"sang nay", 0},
	{"chieu nay", 0}, {"trua nay", 0}, {"toi nay", 0}, {"bua nay", 0}, {"bua ni", 0}, {"hom ni", 0}, {"sang ni", 0}, {"chieu ni", 0}, {"toi ni", 0}, {"trua ni", 0}, {"ngay mai", 1}, {"mai", 1}, {"ngay kia", 2}, {"ngay mot", 2},
}

// readDate finds the day that a text names. A year that it does not name is
// this one.
func readDate(text string, today report.Date) (d report.Date, yearless, ok bool) {
	folded := inDigits(letters.Fold(letters.Clean(text)))
	if d, err := report.ParseDate(strings.TrimSpace(folded)); err == nil {
		return d, false, true
	}
	if lunar().MatchString(folded) { // the calendar of the moon is not ours to reckon with
		return d, false, false
	}
	if m := dayOfYear().FindStringSubmatch(folded); m != nil {
		d = report.Date{Day: number(m[1]), Month: time.Month(number(m[2])), Year: year(m[3], today)}
		return d, m[3] == "", d.Day > 0 && valid(d)
	}
	if m := monthOfYear().FindStringSubmatch(folded); m != nil {
		d = report.Date{Month: time.Month(number(m[1])), Year: number(m[2])}
		return d, false, valid(d)
	}
	if m := dayInWords().FindStringSubmatch(folded); m != nil {
		d = report.Date{Day: number(m[1]), Year: year(m[3], today)}
		named := monthNamed(&d, m[2], today)
		return d, m[3] == "" && named, d.Day > 0 && valid(d)
	}
	for _, r := range relative {
		if strings.Contains(" "+folded+" ", " "+r.words+" ") {
			return today.AddDays(r.days), false, true
		}
	}
	if m := daysAgo().FindStringSubmatch(folded); m != nil {
		return today.AddDays(-counted(m)), false, true
	}
	if m := weeksAgo().FindStringSubmatch(folded); m != nil && !ofWeek().MatchString(folded) {
		return today.AddDays(-7 * counted(m)), false, true
	}
	if m := ofWeek().FindStringSubmatch(folded); m != nil {
		return dayOfWeek(folded, m, today), false, true
	}
	if m := onlyDay().FindStringSubmatch(folded); m != nil {
		d = report.Date{Day: number(m[1]), Month: today.Month, Year: today.Year}
		if strings.Contains(folded, "thang truoc") {
			monthNamed(&d, "truoc", today)
		}
		return d, false, d.Day > 0 && valid(d)
	}
	if m := onlyMonth().FindStringSubmatch(folded); m != nil {
		d = report.Date{Year: year(m[2], today)}
		named := monthNamed(&d, m[1], today)
		return d, m[2] == "" && named, valid(d)
	}
	if m := onlyYear().FindStringSubmatch(folded); m != nil {
		return report.Date{Year: number(m[1])}, false, true
	}
	if lastYear().MatchString(folded) {
		return report.Date{Year: today.Year - 1}, false, true
	}
	return d, false, false
}

// monthNamed puts a month into a date that is named by its number, or as this or
// the last one. It reports whether the year is still open.
func monthNamed(d *report.Date, word string, today report.Date) (open bool) {
	switch word {
	case "nay":
		d.Month = today.Month
		return false
	case "truoc":
		last := report.NewDate(today.Year, today.Month, 1).AddDays(-1)
		d.Month, d.Year = last.Month, last.Year
		return false
	}
	if d.Month = time.Month(vietnamese.MonthNames[word]); d.Month == 0 {
		d.Month = time.Month(number(word))
	}
	return true
}

// dayOfWeek is the day that "thứ Sáu" means: of the coming days where the text
// says so, else the last that there was.
func dayOfWeek(folded string, m []string, today report.Date) report.Date {
	want := time.Sunday
	if m[1] != "" {
		want = time.Weekday(counted(m) - 1)
	}
	back := (int(today.Weekday()) - int(want) + 7) % 7
	switch {
	case strings.Contains(folded, "tuan sau"), strings.Contains(folded, "tuan toi"):
		return monday(today).AddDays(7 + (int(want)+6)%7)
	case strings.Contains(folded, "tuan truoc"):
		return monday(today).AddDays(-7 + (int(want)+6)%7)
	case strings.Contains(folded, " toi"):
		return today.AddDays(7 - back)
	case back == 0 && (strings.Contains(folded, "roi") || strings.Contains(folded, "truoc")):
		return today.AddDays(-7)
	}
	return today.AddDays(-back)
}

// monday is the first day of a day's week.
func monday(d report.Date) report.Date { return d.AddDays(-((int(d.Weekday()) + 6) % 7)) }

// counted is the number that a pattern found, in digits or in words.
func counted(m []string) int {
	for _, word := range m[1:] {
		if n := vietnamese.Number(word); n > 0 {
			return n
		} else if word != "" {
			return number(word)
		}
	}
	return 0
}

func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

// year is a year as it is written, with two digits or in words; none is this
// one.
func year(word string, today report.Date) int {
	switch {
	case word == "" || word == "nay":
		return today.Year
	case word == "ngoai" || word == "truoc":
		return today.Year - 1
	case len(word) == 2:
		if n := number(word); n <= today.Year%100+1 {
			return 2000 + n
		}
		return 1900 + number(word)
	}
	return number(word)
}

// first is the first day of what a date names.
func first(d report.Date) report.Date {
	return report.Date{Year: d.Year, Month: max(d.Month, 1), Day: max(d.Day, 1)}
}

// valid reports whether there is such a day.
func valid(d report.Date) bool {
	if d.Month == 0 {
		return d.Day == 0 && d.Year > 0
	}
	f := first(d)
	return d.Month <= 12 && report.NewDate(f.Year, f.Month, f.Day) == f
}
