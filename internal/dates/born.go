package dates

import (
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

var (
	fourDigits  = letters.Pattern(`\b(1[89]\d\d|20\d\d)\b`)
	twoThousand = letters.Pattern(`\b(2k(\d{1,2}))\b`)
	age         = letters.Pattern(`(?:^|[^\d.,])\b((?:(\d{1,3}) ?(?:tuoi|t)\b|tuoi (?:ta |mu |am )?(\d{1,3})\b|nam nay (?:[a-z]+ ){0,2}(\d{2,3})\b|tron (\d{2,3})\b|len (\d{1,2})$)(?: (?:ta|mu|am)\b)?)`)
	twoDigits   = letters.Pattern(`(?:\b(?:sinh|nam) |^(?:[a-z]+ )*?)((\d\d))\b`)
	// unlikeAge are words by which an age is none: "ngoài 50", "hơn bác 2 tuổi".
	unlikeAge = letters.Pattern(`\b(?:ngoai|tren|duoi|gan|hon|kem|ngot|may|vai|xap xi|bang tuoi|chua|\d{1,2}(?: | ?- ?| den | hay | hoac )\d{1,2} tuoi)\b`)
)

// yearBorn reads "1985". With another number beside it, a year alone may be that of something
// else: "2015, nay học lớp 5".
func yearBorn(_ reader, f found) (naming, bool) {
	beside := age().ReplaceAllString(fourDigits().ReplaceAllString(f.text, ""), "")
	return naming{day: report.Date{Year: number(f.group(1))}}, saysBirth[f.wordBefore()] || letters.Digits(beside) == ""
}

var saysBirth = letters.Set("sinh nam")

func yearOfCentury(_ reader, f found) (naming, bool) {
	return naming{day: report.Date{Year: 2000 + number(f.group(2))}}, true
}

// yearOfAge reckons with an age in full years, or by the old way with the year before the
// birth as well.
func yearOfAge(r reader, f found) (naming, bool) {
	if ofService().MatchString(f.text[f.at[3]:]) || ofClass().MatchString(f.group(1)) {
		return naming{}, false
	}
	years := 0
	for i := 2; i <= 6; i++ {
		years = max(years, number(f.group(i)))
	}
	n := naming{day: report.Date{Year: r.today.Year - years}, bad: years == 0 || years >= 120 || unlikeAge().MatchString(f.text)}
	if byOldWay().MatchString(f.group(1)) {
		n.day.Year++
	}
	return n, true
}

var (
	ofService = letters.Pattern(`^ (?:dang|nghe|doan|quan)\b`) // "30 tuổi Đảng"
	ofClass   = letters.Pattern(`\b(?:lop|khoi)\b`)            // "năm nay học lớp 11"
)

var byOldWay = letters.Pattern(`\b(?:ta|mu|am)\b`)

// leastShort is the least year of two digits that stands alone: what is less is an age, as
// likely as a year.
const leastShort = 45

// shortYearBorn reads "sn 85", or "85" alone.
func shortYearBorn(r reader, f found) (naming, bool) {
	n := number(f.group(2))
	before, behind := strings.Fields(f.text[:f.at[2]]), strings.Fields(f.text[f.at[3]:])
	led := saysBirth[f.wordBefore()]
	switch {
	case !led && (!allFill(before) || len(letters.Digits(f.text)) > 2 || unlikeAge().MatchString(f.text)), len(behind) > 0 && ofSpan[behind[0]]:
		return naming{}, false
	case !led && (n < leastShort || len(behind) > 0 && behind[0] == "roi"):
		return naming{bad: true}, true
	}
	return naming{day: report.Date{Year: r.year(f.group(2))}}, true
}

// ofDecade is a decade before the year that is meant of it: "đầu 9x, 93 thì phải".
var ofDecade = letters.Pattern(`^(?:(?:doi|dau|giua|cuoi|tam|khoang|the he) )*\dx (?:(?:khoang|tam|hinh nhu|chac|la) )*`)
