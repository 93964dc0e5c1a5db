package paste

import (
	"regexp"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// PlaceIn is the place that a part of a text is, if it is no more.
func PlaceIn(part string) string {
	place := BarePlace(part)
	folded := letters.Fold(place)
	if n := len(strings.Fields(place)); n < 2 || n > 10 {
		return ""
	}
	if told := PlaceTold(place); told != "" && strings.HasPrefix(place, told) {
		return place
	}
	if hasPrefix(strings.ToLower(place), texts.Places) && len(strings.Fields(place)) <= 7 || strings.HasPrefix(folded, "ban ") && len(strings.Fields(place)) <= 4 {
		return place
	}
	return ""
}

var (
	// placed is where somebody is from: a village, and the commune after it.
	placed = regexp.MustCompile(`(?i)(?:^|[\s,(])((?:` + strings.Join(texts.Villages, "|") + `|` + strings.Join(texts.Institutions, "|") + `)\s+\S+)`)
	// placedPlainly is the same in a text without diacritics, where only the word
	// before tells.
	placedPlainly = regexp.MustCompile(`(?i)(?:^|\s)(?:o|tai)\s+((?:ban|thon|xom)\s+[a-z]+(?:\s+[a-z]+)?)`)
)

// PlaceTold is the first village, or office, that a text names.
func PlaceTold(text string) string {
	for line := range strings.SplitSeq(text, "\n") {
		for from := 0; from < len(line); {
			at := placed.FindStringSubmatchIndex(line[from:])
			if at == nil {
				break
			}
			start := from + at[2]
			if place := placeFrom(window(line[start:], longestPlace)); place != "" && !headsVillage(line[max(from-1, start-longestPlace, 0):start]) {
				return place
			}
			from = start + 1
		}
	}
	if unmarked(text) {
		if m := placedPlainly.FindStringSubmatch(text); m != nil {
			return plainPlace(m[1])
		}
	}
	return ""
}

// longestPlace is how far the name of a place may go, in bytes.
const longestPlace = 200

// window is a text up to a length in bytes.
func window(text string, most int) string { return text[:min(len(text), most)] }

// unmarked reports whether a text is written without diacritics.
func unmarked(text string) bool { return letters.Fold(text) == strings.ToLower(letters.OneLine(text)) }

// notOfPlace are words that follow the name of a village.
var notOfPlace = letters.Set("da nhat co cuu duoc hien giup cho dang nuoi lam tra ve di bi vao vi nay ay")

// plainPlace is a village without the words that follow its name.
func plainPlace(place string) string {
	words := strings.Fields(place)
	if len(words) == 3 && notOfPlace[strings.ToLower(words[2])] {
		words = words[:2]
	}
	return strings.Join(words, " ")
}

// villageHeads are words before that of a village which make it a title: "Trưởng
// bản Ma A Phú".
var villageHeads = letters.Set("truong pho gia")

// headsVillage reports whether a text ends in a word that makes a village of what
// follows a title.
func headsVillage(before string) bool {
	words := strings.Fields(before)
	return len(words) > 0 && villageHeads[letters.Fold(words[len(words)-1])]
}

// kindOfOffice are words in the names of offices that are not written with
// capitals.
var kindOfOffice = letters.Set("mam non tieu hoc so thcs thpt ptdtbt pho thong dan toc ban tru noi y te bien phong nong phu nu cuu chien binh thanh nien xa phuong thi tran huyen khu vuc cap nhan bao ve kiem lam")

// placeFrom is the village or office with which a text begins.
func placeFrom(text string) string {
	words := strings.Fields(text)
	n := placeWords(words)
	start, named := n, false
	for n < len(words) && n < start+8 {
		w := strings.Trim(words[n], ",.;:()")
		folded := letters.Fold(w)
		digits := letters.IsDigits(w)
		switch {
		case letters.Capital(words[n]) && (start == n || n < start+4 || kindOfOffice[folded] || named && n < start+6):
			named = true
		case digits && (n == start || letters.Fold(words[n-1]) == "so" || named && n <= start+2):
			named = true
		case folded == "so" && n == start && n+1 < len(words) && letters.IsDigits(strings.Trim(words[n+1], ",.;:()")):
		case start > 1 && kindOfOffice[folded] && !named:
		case folded == "xa" && n+1 < len(words) && letters.Capital(words[n+1]):
		default:
			return placeUpTo(words, n, named)
		}
		n++
		if strings.ContainsAny(words[n-1], ".;:)") {
			return placeUpTo(words, n, named)
		}
		if strings.HasSuffix(words[n-1], ",") && !communeNext(words[n:]) {
			break
		}
	}
	return placeUpTo(words, n, named)
}

func placeUpTo(words []string, n int, named bool) string {
	if !named {
		return ""
	}
	return trimmed(words[:n])
}

func communeNext(words []string) bool {
	return len(words) > 1 && letters.Fold(words[0]) == "xa" && letters.Capital(words[1])
}

// placeWords is how many words say what kind of place a text begins with.
func placeWords(words []string) int {
	folded := letters.Fold(strings.Join(words[:min(len(words), 3)], " "))
	switch {
	case strings.HasPrefix(folded, "to dan pho"):
		return 3
	case strings.HasPrefix(folded, "khu pho"), begins(folded+" ", []string{"tram y te ", "truong ", "diem truong ", "don bien phong ", "cong an ", "trung tam "}):
		return 2
	}
	return 1
}

func trimmed(words []string) string { return strings.TrimRight(strings.Join(words, " "), ",.;:)") }
