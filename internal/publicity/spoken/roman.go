package spoken

import (
	"guongsang/internal/vietnamese"
	"strconv"
)

// sayRoman says a Roman numeral, after "thứ" as an ordinal.
func sayRoman(s, before string) string {
	digits := strconv.Itoa(vietnamese.OfRoman(s))
	if lastWord(before) == "thứ" {
		return ordinal(digits)
	}
	return Number(digits)
}
