package form

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var (
	twelve   = regexp.MustCompile(`(?:^|[^0-9])([0-9](?:[ .\-]?[0-9]){11,})`)
	money    = regexp.MustCompile(`^[1-9][0-9]{0,2}(?:\.[0-9]{3})+$`)
	currency = regexp.MustCompile(`(?i)^\s*(đồng|đ\b|vnđ|vnd|usd)`)
)

// HoldsCitizenID reports whether a text has a number of twelve digits, as
// citizens have it, be it in groups. Sums of money with their dots are none.
func HoldsCitizenID(s string) bool {
	digits := strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return r
		case unicode.IsDigit(r):
			return '1' // a digit of another script
		case r == '\u2010' || r == '\u2011' || r == '–':
			return '-'
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, norm.NFC.String(s))
	for _, at := range twelve.FindAllStringSubmatchIndex(digits, -1) {
		number, rest := digits[at[2]:at[3]], digits[at[3]:]
		count := len(number) - strings.Count(number, " ") - strings.Count(number, ".") - strings.Count(number, "-")
		if count == 12 && (!money.MatchString(number) || !currency.MatchString(rest)) {
			return true
		}
	}
	return false
}
