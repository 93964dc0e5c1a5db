package spoken

import (
	"strings"
)

var digitWords = [...]string{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"}

// scales name the groups of three digits within a billion.
var scales = [...]string{"", "nghìn", "triệu"}

// Number says a whole number that is written in digits: 105 is một trăm linh năm.
// Zeros in front are not said. Of more than twenty-one digits, which nothing counts,
// each digit is said.
func Number(digits string) string {
	digits = strings.TrimLeft(digits, "0")
	switch {
	case digits == "":
		return digitWords[0]
	case len(digits) > 21:
		return Digits(digits)
	}
	return strings.Join(number(digits, false), " ")
}

// number says digits; what is above a billion is said as so many billions. Where
// something was said before, hundreds and tens are said even if there are none.
func number(digits string, follows bool) (all []string) {
	if n := len(digits) - 9; n > 0 {
		if head := number(digits[:n], follows); len(head) > 0 {
			all = append(append(all, head...), "tỷ")
		}
		return append(all, number(digits[n:], len(all) > 0 || follows)...)
	}
	for n := len(digits); n > 0; n = len(digits) {
		scale := (n - 1) / 3
		size := n - 3*scale
		group := digits[:size]
		digits = digits[size:]
		if strings.Trim(group, "0") == "" {
			continue
		}
		all = append(all, hundreds(group, follows || len(all) > 0)...)
		if scale > 0 {
			all = append(all, scales[scale])
		}
	}
	return all
}

// hundreds says up to three digits; the whole three where something was said
// before.
func hundreds(digits string, whole bool) (all []string) {
	if whole {
		digits = strings.Repeat("0", 3-len(digits)) + digits
	} else {
		digits = strings.TrimLeft(digits, "0")
	}
	if len(digits) == 3 {
		all = append(all, digitWords[digits[0]-'0'], "trăm")
		digits = digits[1:]
		switch {
		case digits == "00":
			return all
		case digits[0] == '0':
			unit := digitWords[digits[1]-'0']
			if digits[1] == '4' {
				unit = "tư"
			}
			return append(all, "linh", unit)
		}
	}
	return append(all, tens(digits)...)
}

// tens says one or two digits, of which the first is not 0.
func tens(digits string) (all []string) {
	if len(digits) == 1 {
		return []string{digitWords[digits[0]-'0']}
	}
	many := digits[0] > '1'
	if many {
		all = append(all, digitWords[digits[0]-'0'], "mươi")
	} else {
		all = append(all, "mười")
	}
	switch last := digits[1]; {
	case last == '0':
	case last == '1' && many:
		all = append(all, "mốt")
	case last == '4' && many:
		all = append(all, "tư")
	case last == '5':
		all = append(all, "lăm")
	default:
		all = append(all, digitWords[last-'0'])
	}
	return all
}

// Digits says each digit, as of a telephone number; what is no digit is left out.
func Digits(s string) string {
	var all []string
	for _, r := range s {
		if r >= '0' && r <= '9' {
			all = append(all, digitWords[r-'0'])
		}
	}
	return strings.Join(all, " ")
}

// decimal says a number with a fraction in digits: two digits as a number, more, or
// such as begin with 0, one by one.
func decimal(whole, fraction string) string {
	said := Number(whole) + " phẩy "
	if len(fraction) == 2 && fraction[0] != '0' {
		return said + Number(fraction)
	}
	return said + Digits(fraction)
}

// amount says a number as people write it: 1.200.000 and 6,450,000 with marks
// between thousands, 2,5 and 1.5 with a fraction. Of money a comma before three
// digits marks thousands.
func amount(s string, money bool) string {
	groups := strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	switch mark := strings.IndexAny(s, ".,"); {
	case len(groups) == 1:
		return Number(groups[0])
	case mark < 0: // spaces between thousands
		return Number(strings.Join(groups, ""))
	case thousands(groups) && (s[mark] == '.' || len(groups) > 2 || money):
		return Number(strings.Join(groups, ""))
	case len(groups) == 2:
		return decimal(groups[0], groups[1])
	case thousands(groups[:len(groups)-1]): // 1.200.000,5
		return decimal(strings.Join(groups[:len(groups)-1], ""), groups[len(groups)-1])
	}
	said := make([]string, len(groups))
	for i, g := range groups {
		said[i] = Number(g)
	}
	return strings.Join(said, ", ")
}

// thousands reports whether groups of digits are those of one number.
func thousands(groups []string) bool {
	if n := len(groups[0]); n > 3 || groups[0][0] == '0' {
		return false
	}
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return false
		}
	}
	return true
}

// ordinal says a number after "thứ": nhất, tư, else as it is counted.
func ordinal(digits string) string {
	switch strings.TrimLeft(digits, "0") {
	case "1":
		return "nhất"
	case "4":
		return "tư"
	}
	return Number(digits)
}
