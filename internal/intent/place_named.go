package intent

import (
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/vietnamese"
)

// NamesPlace reports whether a text is the name of a place and nothing else: "bản Nà Chính
// Chính" asks for nothing, whatever its words mean without their capitals.
func NamesPlace(text string) bool {
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' })
	if len(words) == 0 || !placeWords[letters.Fold(words[0])] {
		return false
	}
	named := false
	for _, word := range words[1:] {
		switch {
		case letters.Capital(word), letters.IsDigits(word):
			named = true
		case !placeWords[letters.Fold(word)]:
			return false
		}
	}
	return named
}

var placeWords = letters.Set(vietnamese.Village + " to khu xa phuong pho plei doi tiu trai chom")
