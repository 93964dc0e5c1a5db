package dates

import (
	"strings"
	"time"

	"guongsang/internal/letters"
)

// weekday is a day of the week, of this one or another.
var weekday = letters.Pattern(`\b((?:(sang tuan|tuan (?:` + fromNow + `)) (?:(?:hom|ngay|vao|sang|trua|chieu|toi|dem) )*)?(?:thu (\d)|(?:chu|chua) nhat)\b(?:(?: cua)? tuan (` + fromNow + `)\b| (nay|toi|sau|truoc|(?:vua |moi )?(?:roi|qua))\b)?)`)

// dayOfWeek is the day that "thứ Sáu" means. Of which week is open, if it is not said.
func dayOfWeek(r reader, f found) (naming, bool) {
	if ordinal[f.wordBefore()] {
		return naming{}, false
	}
	want := time.Sunday
	if digit := f.group(3); digit != "" {
		want = time.Weekday(number(digit) - 1)
		if want < time.Monday || want > time.Saturday {
			return naming{bad: true}, true
		}
	}
	week, near := f.group(4), f.group(5)
	if first, ok := strings.CutPrefix(f.group(2), "tuan "); ok { // "tuần trước, hôm thứ năm"
		week = first
	} else if first != "" { // "sang tuần, thứ ba"
		week = "sau"
	}
	from := int(want+6) % 7 // from Monday on
	n := naming{day: monday(r.today).AddDays(from), open: openWeek}
	switch {
	case week != "":
		return naming{day: n.day.AddDays(7 * turned(week))}, true
	case turned(near) > 0 && !n.day.After(r.today):
		return naming{day: n.day.AddDays(7)}, true
	case turned(near) > 0:
		return naming{day: n.day}, true
	case turned(near) < 0 && !n.day.Before(r.today):
		return naming{day: n.day.AddDays(-7)}, true
	case turned(near) < 0:
		return naming{day: n.day}, true
	}
	return n, true
}

// ordinal are the words behind which "thứ hai" is the second.
var ordinal = letters.Set("lan nguoi cai cau con buc bai dot dua buoc guong")

// weekdays writes out the days of the week that are written in short, "t7 tuần trước": a
// month is written so as well, which is none where a day to come is asked for.
func weekdays(said string, coming bool) string {
	words := strings.Fields(said)
	for i := 0; i+1 < len(words); i++ {
		day := words[i+1]
		if words[i] != "t" || len(day) != 1 || day < "2" || day > "7" || i > 0 && letters.IsDigits(words[i-1]) {
			continue
		}
		next := ""
		if i+2 < len(words) {
			next = words[i+2]
		}
		edge := i > 0 && ofEdge[words[i-1]] // "giữa t2" is a month
		if next != "nam" && coming && !edge || next == "tuan" || next == "nay" || i > 0 && ofHour[words[i-1]] {
			words[i] = "thu"
		}
	}
	return strings.Join(words, " ")
}

var ofEdge = letters.Set("dau giua cuoi het trong noi")

// months writes out the months that are written in short: "t10", "5t7".
func months(said string) string {
	return shortMonth().ReplaceAllString(joinedMonth().ReplaceAllString(said, "$1 thang $2"), "${1}thang $2")
}

var (
	joinedMonth = letters.Pattern(`(\d)t(\d{1,2})\b`)
	shortMonth  = letters.Pattern(`(^| )t ?(\d{1,2})\b`)
)
