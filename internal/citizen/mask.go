package citizen

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maskDigit stands in place of a digit that is not kept.
const maskDigit = '•'

// MaskIDs takes the digits of such numbers as HoldsID finds away,
// and keeps the rest. It reports whether there were any.
func MaskIDs(s string) (masked string, found bool) {
	if !HoldsID(s) {
		return s, false
	}
	all := []rune(norm.NFC.String(s))
	groups := digitGroups(all)
	for i := range groups {
		digits := 0
		for j := i; j < len(groups) && digits < lengthOfID; j++ {
			digits += groups[j][1] - groups[j][0]
			if digits == lengthOfID && HoldsID(string(all[groups[i][0]:groups[j][1]])) {
				mask(all[groups[i][0]:groups[j][1]])
			}
		}
	}
	if masked = string(all); HoldsID(masked) { // written in a way of which only its being there is known
		mask(all)
		masked = string(all)
	}
	return masked, true
}

// digitGroups are where digits stand together.
func digitGroups(all []rune) (groups [][2]int) {
	for i, r := range all {
		switch n := len(groups); {
		case !unicode.IsDigit(r):
		case n > 0 && groups[n-1][1] == i:
			groups[n-1][1]++
		default:
			groups = append(groups, [2]int{i, i + 1})
		}
	}
	return groups
}

// mask takes all digits away, in whatever form they are written.
func mask(all []rune) {
	for i, r := range all {
		if unicode.IsNumber(r) || strings.IndexFunc(norm.NFKC.String(string(r)), unicode.IsDigit) >= 0 {
			all[i] = maskDigit
		}
	}
}
