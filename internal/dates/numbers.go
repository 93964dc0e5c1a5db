package dates

import (
	"strconv"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/vietnamese"
)

// inDigits writes days, months, ages and years in digits that are spelled out: "ngày hai
// mươi tháng mười một", "bốn mươi tuổi", "một chín bảy tám". Where the word for five may
// be a year's and that for six may be after, only what stands behind or before a word of
// time is read.
func inDigits(words []string) []string {
	words = inTens(words)
	var out []string
	for i := 0; i < len(words); i++ {
		if words[i] == "viet" && i+1 < len(words) { // whose second word is no year
			out, i = append(out, words[i], words[i+1]), i+1
			continue
		}
		if n, used := yearSpoken(words, i); used > 0 {
			out, i = append(out, strconv.Itoa(n)), i+used-1
			continue
		}
		if n, used := numberBefore(words[i:]); used > 0 {
			out, i = append(out, strconv.Itoa(n)), i+used-1
			continue
		}
		out = append(out, words[i])
		if _, used := yearSpoken(words, i+1); used > 0 {
			continue // "sinh năm một chín tám hai"
		}
		if digits, used := shortYear(words, i); used > 0 {
			out, i = append(out, digits), i+used
			continue
		}
		if n := daySpoken(words[i:]); n > 0 {
			out, i = append(out, strconv.Itoa(n)), i+2
			continue
		}
		if n, used := numberSpoken(words[i+1:]); used > 0 && takesNumber(words, i, used) {
			out, i = append(out, strconv.Itoa(n)), i+used
		}
	}
	return aged(out)
}

// daySpoken is a day in two digits behind its word: "ngày hai lăm". What five and the year
// share is none.
func daySpoken(words []string) int {
	if len(words) < 3 || words[0] != "ngay" || words[2] == "nam" || len(words) > 3 && ofSpan[words[3]] {
		return 0
	}
	tens, unit := digit(words[1]), digit(words[2])
	if tens < 2 || tens > 3 || unit < 1 || 10*tens+unit > 31 {
		return 0
	}
	return 10*tens + unit
}

// inTens writes out the words for tens that are said in short: "sáu chục", "hăm hai".
func inTens(words []string) (out []string) {
	for i, word := range words {
		switch {
		case word == "chuc" && i > 0 && digit(words[i-1]) > 0:
			out = append(out, vietnamese.Ten)
		case word == "ham" && i+1 < len(words) && digit(words[i+1]) > 0:
			out = append(out, "hai", vietnamese.Ten)
		default:
			out = append(out, word)
		}
	}
	return out
}

// aged writes the longest number in digits that stands before the word for age.
func aged(words []string) []string {
	for i, word := range words {
		if word != "tuoi" || i == 0 {
			continue
		}
		for from := max(0, i-4); from < i; from++ {
			if n, used := numberSpoken(words[from:i]); used == i-from && used > 0 {
				return append(append(words[:from:from], strconv.Itoa(n)), words[i:]...)
			}
			if digits, used := pairSpoken(words[from:i]); used == i-from && used > 0 {
				return append(append(words[:from:from], digits), words[i:]...)
			}
		}
	}
	return words
}

// takesNumber reports whether a word has a number of so many words behind it: "ngày", and
// where a month follows also "hôm".
func takesNumber(words []string, i, used int) bool {
	then := ""
	if len(words) > i+2 {
		then = words[i+2]
	}
	switch {
	case used == 1 && words[i] == "ngay" && words[i+1] == "mot": // or "ngày mốt" without marks
		return ofMonth[then]
	case used == 1 && words[i] != "thu" && words[i+1] == "sau": // or "tháng sau"
		return ofMonth[then] || then == "nam"
	case beforeNumber[words[i]]:
		return true
	}
	return ofHour[words[i]] && len(words) > i+1+used && words[i+1+used] == "thang"
}

var (
	beforeNumber = letters.Set("ngay mung thang thu")
	ofHour       = letters.Set("hom sang trua chieu toi dem")
	ofMonth      = letters.Set("thang / t")
	ofSpan       = letters.Set("ngay hom tuan thang nam")
	behindSpan   = letters.Set("nua truoc nay sau toi ke tinh ve")
	behindMonth  = letters.Set("nay truoc sau toi roi qua vua gieng chap")
)

// numberBefore reads a number before a word of time with which some words begin: "mười lăm
// tháng mười hai", "ba hôm nữa".
func numberBefore(words []string) (n, used int) {
	n, used = numberSpoken(words)
	if used == 0 || used+1 > len(words)-1 && (len(words) <= used || !ofSpan[words[used]]) {
		return 0, 0
	}
	unit, then := words[used], ""
	if used+1 < len(words) {
		then = words[used+1]
	}
	unsure := used == 1 && (words[0] == "sau" || words[0] == "tu")
	switch {
	case unsure:
		return n, map[bool]int{true: used}[ofSpan[unit] && then == "nua"]
	case unit == "ngay", unit == "hom", unit == "tuan":
		return n, used
	case unit == "thang" && (behindMonth[then] || digit(then) > 0 || then == vietnamese.Ten || letters.IsDigits(then)):
		return n, used
	case ofSpan[unit] && behindSpan[then], ofSpan[unit] && then == "":
		return n, used
	}
	return 0, 0
}

// digit is the digit that a word says; -1 is none.
func digit(word string) int {
	if word == six {
		return 6
	} else if word == dayAfter { // "hai mươi mốt"
		return 1
	}
	if n, ok := vietnamese.LastDigit(word); ok {
		return n
	}
	return -1
}

// numberSpoken reads a number below a hundred with which some words begin, and how many
// words it takes.
func numberSpoken(words []string) (n, used int) {
	if len(words) == 0 || words[0] == dayAfter || words[0] == "lam" {
		return 0, 0
	}
	if words[0] == vietnamese.Ten {
		if len(words) > 1 {
			if unit := digit(words[1]); unit > 0 && (words[1] != "nam" || len(words) == 2) {
				return 10 + unit, 2
			}
		}
		return 10, 1
	}
	unit := digit(words[0])
	if unit <= 0 {
		return 0, 0
	}
	if len(words) > 1 && words[1] == vietnamese.Ten {
		if len(words) > 2 {
			if last := digit(words[2]); last > 0 {
				return 10*unit + last, 3
			}
		}
		return 10 * unit, 2
	}
	if len(words) > 2 && unit <= 3 && words[2] == "thang" { // "ngày hai lăm tháng mười"
		if last := digit(words[1]); last > 0 {
			return 10*unit + last, 2
		}
	}
	return unit, 1
}

// pairSpoken reads two digits that are spoken for a number: "tám lăm", "chín mươi".
func pairSpoken(words []string) (digits string, used int) {
	if len(words) < 2 {
		return "", 0
	}
	if words[1] == vietnamese.Ten {
		n, used := numberSpoken(words)
		return strconv.Itoa(n), used * min(n, 1)
	}
	tens, ones := digit(words[0]), digit(words[1])
	if tens < 0 || ones < 0 {
		return "", 0
	}
	return strconv.Itoa(tens) + strconv.Itoa(ones), 2
}

// shortYear reads the two digits of a year that are spoken behind the word for year or for
// born: "sinh năm chín mươi", "năm tám lăm".
func shortYear(words []string, i int) (digits string, used int) {
	rest := words[i+1:]
	switch {
	case words[i] != "sinh" && words[i] != "nam", len(rest) < 2, rest[0] == vietnamese.Ten && words[i] == "nam":
		return "", 0
	case rest[0] == "nam" && (words[i] == "sinh" || rest[1] != vietnamese.Ten && (rest[1] == "nam" || digit(rest[1]) < 0)):
		return "", 0
	case rest[0] == vietnamese.Ten:
		n, used := numberSpoken(rest)
		return strconv.Itoa(n), used
	}
	return pairSpoken(rest)
}

// yearSpoken reads a year that is spelled out at a word, digit by digit or as a number: "một
// chín tám hai", "một chín chín mươi", "một nghìn chín trăm tám mươi hai".
func yearSpoken(words []string, i int) (n, used int) {
	if i >= len(words) {
		return 0, 0
	}
	before, words := words[:i], words[i:]
	switch {
	case words[0] == "nghin":
		n, used = belowThousand(1000, words[1:])
		used++
	case len(words) > 1 && words[1] == "nghin" && digit(words[0]) > 0:
		n, used = belowThousand(1000*digit(words[0]), words[2:])
		used += 2
		if used == 2 && len(before) > 0 && before[len(before)-1] != "nam" { // "hai nghìn cây"
			return 0, 0
		}
	case len(words) > 3 && words[1] != vietnamese.Ten:
		hundreds, _ := pairSpoken(words)
		below, more := pairSpoken(words[2:])
		if words[2] == vietnamese.Ten { // "hai không mười hai"
			var n int
			n, more = numberSpoken(words[2:])
			below = strconv.Itoa(n)
		}
		n, _ = strconv.Atoi(hundreds + below)
		used = 2 + more
	}
	if n < 1900 || n > 2099 {
		return 0, 0
	}
	return n, used
}

// belowThousand reads what is spoken of a year behind its thousands: the hundreds, which
// may be left out, and what is below them.
func belowThousand(n int, words []string) (year, used int) {
	if len(words) > 1 && digit(words[0]) >= 0 && words[1] == "tram" {
		n, used = n+100*digit(words[0]), 2
	}
	if used < len(words) && (words[used] == "linh" || words[used] == "le") {
		used++
	}
	if digits, more := pairSpoken(words[used:]); more > 0 {
		below, _ := strconv.Atoi(digits)
		return n + below, used + more
	}
	below, more := numberSpoken(words[used:])
	return n + below, used + more
}

// birthSpoken writes in digits what is a number where a birth is told: "tám lăm" alone, "tròn
// bảy mươi", and any tens.
func birthSpoken(said string) string {
	words := strings.Fields(said)
	for i := range words {
		alone := !strings.ContainsFunc(strings.Join(words[:i], " "), isDigit) && allFill(words[:i])
		digits, used := pairSpoken(words[i:])
		if used == 0 && (words[i] == vietnamese.Ten || i > 0 && beforeAge[words[i-1]]) {
			var n int
			n, used = numberSpoken(words[i:])
			digits = strconv.Itoa(n)
		}
		tens := used > 1 && words[i+1] == vietnamese.Ten && digit(words[i]) > 1
		if used > 0 && (tens || i > 0 && beforeAge[words[i-1]] || alone && allFill(words[i+used:])) {
			return strings.Join(append(append(words[:i:i], digits), words[i+used:]...), " ")
		}
	}
	return said
}

var beforeAge = letters.Set("len tron tuoi mu ngoai tren duoi gan hon")

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// allFill reports whether some words tell nothing of a number among them.
func allFill(words []string) bool {
	for _, word := range words {
		if !aroundBirth[word] {
			return false
		}
	}
	return true
}

var aroundBirth = letters.Set("a ah nha nhe nghen nghe hen em chi anh da vang chac hinh nhu tam khoang chung thoi la gi do roi thi phai luon hoi doi ad nay sinh nam")
