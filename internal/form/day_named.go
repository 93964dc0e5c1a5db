package form

import (
	"strings"

	"guongsang/internal/dates"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// dayNamed is an answer that names a day from where the writer stands, "sáng hôm qua", as
// that day, which stays the same whenever it is read.
func dayNamed(answer string, today report.Date) string {
	words := strings.Fields(answer)
	if len(words) > 6 {
		return answer
	}
	relative := false
	for i, w := range words {
		w = letters.Fold(strings.Trim(w, ".,!"))
		switch {
		case !ofDay[w] && !letters.IsDigits(w), letters.IsDigits(w) && len(w) > 2, w == "tu" && (i == 0 || letters.Fold(words[i-1]) != "thu"):
			return answer
		}
		relative = relative || fromToday[w]
	}
	day, ok := dates.Past(answer, today)
	if !ok || !relative || day.Day == 0 {
		return answer
	}
	if partOfDay[letters.Fold(words[0])] {
		return words[0] + " " + texts.Day(day)
	}
	return texts.Day(day)
}

// noDay reports whether an answer is a date that no calendar has: "31/11". "15-20" is from
// one day to another. A day that is to come is none on which something was done, and "bữa
// hổm" is none that anybody else knows.
func noDay(answer string, today report.Date) bool {
	if _, comes := dates.Coming(answer, today); comes && len(strings.Fields(answer)) <= 4 && letters.Digits(answer) == "" {
		_, was := dates.Past(answer, today)
		return !was
	}
	if someDay().MatchString(bareWords(answer)) {
		return true
	}
	if !onlyDate().MatchString(answer) {
		return false
	}
	_, past := dates.Past(answer, today)
	_, coming := dates.Coming(answer, today)
	return !past && !coming
}

var someDay = letters.Pattern(`^(?:(?:vao|tu|cach day|khoang|moi) )*(?:may |vai )?(?:hom|bua|dao|hoi|luc)(?: (?:hom|bua|no|truoc|nao))+(?: (?:roi|day|do|ay|vua))*$`)

var onlyDate = letters.Pattern(`^\d{1,2}[/.]\d{1,2}$|^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$`)

var (
	ofDay     = letters.Set("hqua hnay hkia hum trc hom qua kia nay bua ngay sang trua chieu toi dem khuya thu hai ba tu nam sau bay chu nhat cn tuan truoc vua roi cach day vao luc moi a ay nha nhe do")
	fromToday = letters.Set("hqua hnay hkia trc qua kia nay truoc roi day")
	partOfDay = letters.Set("sang trua chieu toi dem khuya")
)
