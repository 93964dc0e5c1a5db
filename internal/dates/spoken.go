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
func inDigits(folded string) string {
	words := strings.Fields(folded)
	for i := 1; i < len(words); i++ {
		if words[i] == "chuc" && vietnamese.Digits[words[i-1]] > 0 {
			words[i] = vietnamese.Ten // "sáu chục tuổi"
		}
	}
	var out []string
	for i := 0; i < len(words); i++ {
		if n, used := yearSpoken(words[i:]); used > 0 {
			out, i = append(out, strconv.Itoa(n)), i+used-1
			continue
		}
		out = append(out, words[i])
		if _, used := yearSpoken(words[i+1:]); used > 0 {
			continue // "sinh năm một chín tám hai"
		}
		if digits, used := bornSpoken(words, i); used > 0 {
			out, i = append(out, digits), i+used
			continue
		}
		if !beforeNumber[words[i]] {
			continue
		}
		if n, used := numberSpoken(words[i+1:]); used > 0 {
			out, i = append(out, strconv.Itoa(n)), i+used
		}
	}
	for i, word := range out {
		if word != "tuoi" || i == 0 {
			continue
		}
		for from := max(0, i-4); from < i; from++ { // the longest number that ends here
			if n, used := numberSpoken(out[from:i]); used == i-from {
				return strings.Join(append(append(out[:from:from], strconv.Itoa(n)), out[i:]...), " ")
			}
		}
	}
	return strings.Join(out, " ")
}

var beforeNumber = letters.Set("ngay mung mong thang")

// numberSpoken reads a number below a hundred with which some words begin, and how many
// words it takes.
func numberSpoken(words []string) (n, used int) {
	if len(words) == 0 {
		return 0, 0
	}
	if words[0] == vietnamese.Ten {
		if len(words) > 1 {
			if unit, ok := vietnamese.LastDigit(words[1]); ok && unit > 0 && (words[1] != "nam" || len(words) == 2) {
				return 10 + unit, 2
			}
		}
		return 10, 1
	}
	unit, ok := vietnamese.Digits[words[0]]
	if !ok || unit == 0 {
		return 0, 0
	}
	if len(words) > 1 && words[1] == vietnamese.Ten {
		if len(words) > 2 {
			if last, ok := vietnamese.LastDigit(words[2]); ok && last > 0 {
				return 10*unit + last, 3
			}
		}
		return 10 * unit, 2
	}
	if len(words) > 1 && unit > 1 { // "bốn hai": 42
		if last, ok := vietnamese.LastDigit(words[1]); ok && len(words) > 2 && words[2] == "tuoi" {
			return 10*unit + last, 2
		}
	}
	return unit, 1
}

// bornSpoken reads the two digits of a year that are spoken behind the word for born:
// "sinh năm chín mươi", "sinh năm tám lăm".
func bornSpoken(words []string, i int) (digits string, used int) {
	rest := words[i+1:]
	switch {
	case words[i] != "sinh" && (words[i] != "nam" || i == 0 || words[i-1] != "sinh"), len(rest) < 2, rest[0] == "nam":
		return "", 0
	case rest[0] == vietnamese.Ten || rest[1] == vietnamese.Ten:
		n, used := numberSpoken(rest)
		return strconv.Itoa(n), used
	}
	tens, ok := vietnamese.Digits[rest[0]]
	ones, too := vietnamese.LastDigit(rest[1])
	if !ok || !too {
		return "", 0
	}
	return strconv.Itoa(tens) + strconv.Itoa(ones), 2
}

// yearSpoken reads a year that is spelled out digit by digit, or as a number: "một nghìn
// chín trăm tám mươi hai".
func yearSpoken(words []string) (n, used int) {
	if len(words) < 4 {
		return 0, 0
	}
	if words[1] == "nghin" || words[1] == "ngan" {
		return thousandSpoken(words)
	}
	for _, word := range words[:4] {
		digit, ok := vietnamese.LastDigit(word)
		if !ok {
			return 0, 0
		}
		n = 10*n + digit
	}
	if n < 1900 || n > 2099 {
		return 0, 0
	}
	return n, 4
}

// thousandSpoken reads a year behind "một nghìn" or "hai nghìn": the hundreds, which may
// be left out, and what is below them.
func thousandSpoken(words []string) (n, used int) {
	n, used = 1000*vietnamese.Digits[words[0]], 2
	if hundreds, ok := vietnamese.Digits[words[2]]; ok && words[3] == "tram" {
		n, used = n+100*hundreds, 4
	}
	if used < len(words) && (words[used] == "linh" || words[used] == "le") {
		used++
	}
	below, more := numberSpoken(words[used:])
	if n += below; n < 1900 || n > 2099 {
		return 0, 0
	}
	return n, used + more
}
