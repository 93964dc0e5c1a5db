package correction

import (
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/paste"
)

// PartOfPlace is a place of which a text names only one part, with the other as it stands:
// "tên bản sửa thành Nậm Cung".
func PartOfPlace(place, text, value string) string {
	first, rest, more := strings.Cut(place, ",")
	m := ofPart().FindStringSubmatch(letters.Fold(text))
	switch {
	case m == nil || !more || strings.Contains(value, ","):
		return value
	case m[1] == "xa" || m[1] == "phuong":
		if _, above, more := strings.Cut(rest, ","); more { // the province stands
			value += "," + above
		}
		return first + ", " + value
	}
	return InPlaceOf(place, value)
}

var ofPart = letters.Pattern(`\bten (ban|thon|xom|ap|lang|buon|xa|phuong)\b`)

// InPlaceOf puts a village into a place in place of the one there, which keeps its word
// for village and its commune.
func InPlaceOf(place, right string) string {
	first, commune, more := strings.Cut(place, ",")
	if kind, _, ok := strings.Cut(first, " "); ok && paste.PlaceTold(right) == "" {
		right = kind + " " + right
	}
	if more && !strings.Contains(right, ",") {
		right += "," + commune
	}
	return right
}
