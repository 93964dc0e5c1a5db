package vietnamese

import (
	"strconv"
	"strings"
)

// maxRoman is the largest number that people still read in Roman numerals.
const maxRoman = 399

var romans = []struct {
	worth   int
	letters string
}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}

// Roman is a number in Roman numerals, or in digits where nobody would read them.
func Roman(n int) string {
	if n < 1 || n > maxRoman {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, part := range romans {
		for ; n >= part.worth; n -= part.worth {
			b.WriteString(part.letters)
		}
	}
	return b.String()
}

// OfRoman reads a Roman numeral in capitals; 0: none.
func OfRoman(s string) int {
	n, rest := 0, s
	for _, part := range romans {
		for strings.HasPrefix(rest, part.letters) {
			n, rest = n+part.worth, rest[len(part.letters):]
		}
	}
	if rest != "" || n < 1 || n > maxRoman || Roman(n) != s {
		return 0
	}
	return n
}
