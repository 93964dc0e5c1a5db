package dates

import (
	"strings"
	"time"

	"guongsang/internal/letters"
)

// weekday is a day of the week, of this one or another.
var weekday = letters.Pattern(`\b((?:thu (\d)|(?:chu|chua) nhat)\b(?:(?: cua)? tuan (` + fromNow + `)\b| (nay|toi|sau|truoc|(?:vua |moi )?(?:roi|qua))\b)?)`)

// dayOfWeek is the day that "thứ Sáu" means. Of which week is open, if it is not said.
func dayOfWeek(r reader, f found) (naming, bool) {
	want := time.Sunday
	if digit := f.group(2); digit != "" {
		want = time.Weekday(number(digit) - 1)
		if want < time.Monday || want > time.Saturday {
			return naming{bad: true}, true
		}
	}
	week, near := f.group(3), f.group(4)
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
		if next != "nam" && coming || next == "tuan" || next == "nay" || i > 0 && ofHour[words[i-1]] {
			words[i] = "thu"
		}
	}
	return strings.Join(words, " ")
}
