package form

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

var (
	twelve   = regexp.MustCompile(`(?:^|[^0-9])([0-9](?:[ .\-]?[0-9]){11,})`)
	money    = regexp.MustCompile(`^[1-9][0-9]{0,2}(?:\.[0-9]{3})+$`)
	currency = regexp.MustCompile(`(?i)^\s*(đồng|đ\b|vnđ|vnd|usd)`)
)

// HoldsCitizenID reports whether a text has a number of twelve digits, as
// citizens have it, be it in groups. Sums of money with their dots are none.
func HoldsCitizenID(s string) bool { return len(citizenIDs(plainDigits(norm.NFC.String(s)))) > 0 }

// maskDigit stands in place of a digit that is not kept.
const maskDigit = '•'

// MaskCitizenIDs takes the digits of such numbers away and keeps the rest. It
// reports whether there were any.
func MaskCitizenIDs(s string) (masked string, found bool) {
	s = norm.NFC.String(s)
	digits := plainDigits(s) // one rune for each of s
	all := []rune(s)
	for _, one := range citizenIDs(digits) {
		from := utf8.RuneCountInString(digits[:one[0]])
		for i, r := range []rune(digits[one[0]:one[1]]) {
			if unicode.IsDigit(r) {
				all[from+i] = maskDigit
			}
		}
		found = true
	}
	return string(all), found
}

// plainDigits writes the digits of all scripts, the hyphens and the spaces of a
// text in one way each.
func plainDigits(s string) string {
	return strings.Map(func(r rune) rune {
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
	}, s)
}

// citizenIDs finds where such numbers stand.
func citizenIDs(digits string) (found [][]int) {
	for _, at := range twelve.FindAllStringSubmatchIndex(digits, -1) {
		number, rest := digits[at[2]:at[3]], digits[at[3]:]
		count := len(number) - strings.Count(number, " ") - strings.Count(number, ".") - strings.Count(number, "-")
		if count == 12 && (!money.MatchString(number) || !currency.MatchString(rest)) {
			found = append(found, at[2:4])
		}
	}
	return found
}
