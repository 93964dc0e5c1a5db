// Package citizen finds the numbers of citizens' cards in texts, in whatever way
// they are written, and takes their digits away (mask.go): such a number is kept
// nowhere, and nobody is asked for it.
package citizen

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var (
	grouped = regexp.MustCompile(`[0-9](?:[ .,\-_/()]{0,3}[0-9])*`)
	day     = regexp.MustCompile(`\b(?:0?[1-9]|[12][0-9]|3[01])[./\-](?:0?[1-9]|1[0-2])[./\-](?:19|20)[0-9]{2}\b`)
	money   = regexp.MustCompile(`^[1-9][0-9]{0,2}(?:[ .,][0-9]{3})+$`)
	// citizen is a citizen's number (Decree 137/2015/NĐ-CP, art. 13): the province
	// from 001 to 096, a digit for sex and century, two of the year of birth, six
	// more.
	citizen = regexp.MustCompile(`^0(?:0[1-9]|[1-8][0-9]|9[0-6])[0-3][0-9]{8}$`)
)

// lengthOfID is how many digits citizens' numbers have.
const lengthOfID = 12

// HoldsID reports whether a text has a number as citizens have it: twelve
// digits that stand together, whatever they are, or twelve in groups that are
// built like such a number. Days, years and sums of money are none.
func HoldsID(s string) bool { return mayHoldID(s) && hasID(s) }

func hasID(s string) bool {
	s = day.ReplaceAllString(strings.Map(digitOrSign, norm.NFKC.String(s)), "d")
	for _, run := range grouped.FindAllString(s, -1) {
		groups := strings.FieldsFunc(run, func(r rune) bool { return r < '0' || r > '9' })
		if !money.MatchString(run) && holdsID(groups) {
			return true
		}
	}
	return false
}

// mayHoldID reports whether a text has digits enough with no letter from a to z between
// them, which parts whatever stands before it from what stands behind. A sign may stand for
// a few digits.
func mayHoldID(s string) bool {
	n := 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			n++
		case r|0x20 >= 'a' && r|0x20 <= 'z':
			n = 0
		case r > unicode.MaxASCII && (unicode.IsNumber(r) || unicode.IsSymbol(r)):
			n += 4
		}
		if n >= lengthOfID {
			return true
		}
	}
	return false
}

// holdsID looks for a citizen's number that is one group of digits, or several in
// a row.
func holdsID(groups []string) bool {
	for i := range groups {
		digits := ""
		for j := i; j < len(groups) && len(digits) < lengthOfID; j++ {
			digits += groups[j]
			if len(digits) == lengthOfID && (i == j || citizen.MatchString(digits)) {
				return true
			}
		}
	}
	return false
}

// digitOrSign writes the digits of all scripts, blanks and dashes in one way,
// and leaves out what nobody sees.
func digitOrSign(r rune) rune {
	switch {
	case r >= '0' && r <= '9':
		return r
	case unicode.IsDigit(r):
		n := rune(0) // the digits of a script are ten in a row
		for unicode.IsDigit(r - n - 1) {
			n++
		}
		return '0' + n%10
	case unicode.Is(unicode.Pd, r), r == '−':
		return '-'
	case unicode.IsSpace(r):
		return ' '
	case unicode.In(r, unicode.Cf, unicode.M):
		return -1
	}
	return r
}
