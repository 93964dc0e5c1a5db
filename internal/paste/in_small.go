package paste

import (
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// WithCapitals is the name of a person that was typed in small letters as it is written:
// "lò thị hoa". The name of anything else stays as it is.
func WithCapitals(name string) string {
	if name != strings.ToLower(name) || isGroup(name) || IsHousehold(name) || !IsPersonName(name) && !IsPersonName(inName(name)) {
		return name
	}
	return inName(name)
}

// PlaceWithCapitals is a village or commune that was typed so: "bản nà sài". An office, and
// what a village is more often than it is called, stay as they are.
func PlaceWithCapitals(place string) string {
	if place != strings.ToLower(place) {
		return place
	}
	parts := strings.Split(place, ", ")
	for i, part := range parts {
		words := strings.Fields(part)
		if len(words) < 2 || len(words) > longestVillage || !texts.PlaceWords()[words[0]] || plainPlaceName().MatchString(letters.Fold(part)) {
			return place
		}
		parts[i] = letters.InName(part, smallInNames, func(string) bool { return false })
	}
	return strings.Join(parts, ", ")
}

// longestVillage is how many words name a village at most, with the one for it.
const longestVillage = 5

// plainPlaceName has words with which no village is called.
var plainPlaceName = letters.Pattern(`\b(?:dan|tu quan|khu pho|van hoa|em|toi|minh|nay|ay|do|nha|tren|duoi|ben|gan|canh|so|truong|tram|uy ban|y te|cong an|hoi|cua|o|tai|voi|ca|toan|dang|ho)\b`)
