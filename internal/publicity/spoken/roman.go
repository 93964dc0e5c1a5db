package spoken

import (
	"strconv"
	"strings"
)

var romanValues = map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100}

// roman reads a Roman numeral up to 399, or gives 0 for what is none.
func roman(s string) int {
	n := 0
	for i := range len(s) {
		v := romanValues[s[i]]
		if i+1 < len(s) && v < romanValues[s[i+1]] {
			v = -v
		}
		n += v
	}
	if n <= 0 || n >= 400 || written(n) != s {
		return 0
	}
	return n
}

// written is a number as a Roman numeral.
func written(n int) string {
	var b strings.Builder
	for _, part := range []struct {
		value int
		sign  string
	}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= part.value; n -= part.value {
			b.WriteString(part.sign)
		}
	}
	return b.String()
}

// sayRoman says one, after "thứ" as an ordinal.
func sayRoman(s, before string) string {
	digits := strconv.Itoa(roman(s))
	if lastWord(before) == "thứ" {
		return ordinal(digits)
	}
	return Number(digits)
}
