// Package dates reads the days that people write: "25/11", "hôm qua", "mùng 5 tháng
// này", "chủ nhật vừa rồi", "sn 85".
//
// What a text leaves out is found from the day on which it is read, which is given:
// there is no clock here. Of a month alone the Day of a date is 0, of a year alone
// the Month as well.
//
// plain.go brings a text into one spelling, numbers.go writes its numbers in digits.
// naming.go finds all that names a day in it, span.go, week.go, holiday.go and born.go know
// kinds of that. told.go makes one day of what was found, or none: two that do
// not go together are asked about, but for one that is put in place of the other.
package dates

import (
	"strings"
	"time"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// Past reads a day on which something was, today at the latest: this
// year's, or the last that there was.
func Past(text string, today report.Date) (report.Date, bool) {
	if never(text) {
		return report.Date{}, false
	}
	said := weekdays(plain(text), false)
	if tells(said) {
		said = weekdays(plain(putRight(text)), false)
	}
	if said == "" || tells(said) || monthOrWeekday().MatchString(said) {
		return report.Date{}, false
	}
	r := reader{today: today}
	d, ok := r.told(months(said))
	return d, ok && !first(d).After(today) && d.Year >= firstYear
}

// never reports whether a text answers with no day at all.
func never(text string) bool { return len(text) > maxText || signed().MatchString(text) }

// maxText is how long a text is at most in which a day is looked for, in bytes.
const maxText = 400

// signed finds a number below nothing: what it stands for is not guessed.
var signed = letters.Pattern(`(?:^|\s)[-+−]\d`)

// monthOrWeekday finds what may be a month as well as a day of the week: "t7 vừa rồi".
var monthOrWeekday = letters.Pattern(`(?:^|[a-z] )t [2-7](?: (?:vua|roi|qua|truoc|do|ay)\b|$)`)

// Coming reads a day that is to come: this year's, or the next that there
// is.
func Coming(text string, today report.Date) (report.Date, bool) {
	if never(text) {
		return report.Date{}, false
	}
	said := plainAnswer(text)
	if tells(said) {
		return report.Date{}, false
	}
	r := reader{today: today, coming: true}
	d, ok := r.told(months(weekdays(said, true)))
	return d, ok && d.Day != 0 && !d.Before(today)
}

// plainAnswer is a text in the one spelling, and of a long one only how it concludes.
func plainAnswer(text string) string {
	said := plain(text)
	if last := concluded(text); tells(said) && last != "" {
		return plain(last)
	}
	return said
}

// concluded is the last clause of a text that ends by a decision, whatever was weighed before:
// "định ngày 28 nhưng đài báo mưa to, thôi để thứ hai tuần tới".
func concluded(text string) string {
	last := strings.TrimSpace(text[strings.LastIndexAny(text, ",;.")+1:])
	if said := letters.Fold(last); !concludes().MatchString(said) || stillOpen().MatchString(said) {
		return ""
	}
	return behindReason(last)
}

// putRight is the last clause of a text, where it calls itself the right one.
func putRight(text string) string {
	last := text[strings.LastIndexAny(text, ",;.")+1:]
	if !rightAtEnd().MatchString(plain(last)) {
		return ""
	}
	return last
}

var rightAtEnd = letters.Pattern(`\b(?:moi|ms) (?:la )?(?:dung|phai|trung|chuan)(?: (?:nhe|nha|a|em|chi|anh|ad))*$`)

// behindReason is a clause from the word on that concludes from what stands before it.
func behindReason(clause string) string {
	folded, runes := letters.Fold(clause), []rune(clause)
	if at := so().FindStringIndex(folded); at != nil && len(folded) == len(runes) { // folding keeps each letter one byte
		return string(runes[at[1]:])
	}
	return clause
}

var (
	concludes = letters.Pattern(`^ *(?:(?:thoi|chot|vay|chot lai|vay thi|nen) |(?:thoi |thi |vay )*cho(?: [a-z]+){0,3} (?:toi|den|het) )|\bnen (?:lui|doi|de|cho|gia han|chuyen|lay|chot) `)
	stillOpen = letters.Pattern(`\b(?:` + letters.Not + `|chua|van|hay|hoac|dung|neu|sao)\b`)
	so        = letters.Pattern(`^.*\bnen `)
)

// Born reads a year or day of birth, or an age, up to a day.
func Born(text string, today report.Date) (report.Date, bool) {
	if never(text) {
		return report.Date{}, false
	}
	r := reader{today: today, birth: true}
	d, ok := r.told(ofDecade().ReplaceAllString(birthSpoken(months(plain(text))), ""))
	return d, ok && d.Year >= firstYear && !first(d).After(today)
}

// Names reports whether a text names days, be it several: a span, or one day or another.
func Names(text string, today report.Date) bool {
	if never(text) {
		return false
	}
	said := plainAnswer(text)
	for _, coming := range []bool{false, true} {
		r := reader{today: today, coming: coming}
		if !tells(said) && len(r.namings(months(weekdays(said, coming)))) > 0 {
			return true
		}
	}
	return false
}

// firstYear is that of the oldest who is introduced.
const firstYear = 1900

// maxWords is how many words a text has at most that answers with a day.
const maxWords = 12

// tells reports whether a text goes on for longer than a day is named: a day that
// is in it, or a Mai, is none that was asked for.
func tells(said string) bool { return len(strings.Fields(said)) > maxWords }

// monday is the first day of a day's week.
func monday(d report.Date) report.Date { return d.AddDays(-((int(d.Weekday()) + 6) % 7)) }

// first is the first day of what a date names.
func first(d report.Date) report.Date {
	return report.Date{Year: d.Year, Month: max(d.Month, 1), Day: max(d.Day, 1)}
}

// lastOf is the last day of a month, which may be beyond the end of the year.
func lastOf(year int, month time.Month) report.Date { return report.NewDate(year, month+1, 0) }

// valid reports whether there is such a day.
func valid(d report.Date) bool {
	if d.Month == 0 {
		return d.Day == 0 && d.Year > 0
	}
	f := first(d)
	return d.Month <= 12 && report.NewDate(f.Year, f.Month, f.Day) == f
}
