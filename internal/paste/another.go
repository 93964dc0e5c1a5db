package paste

import (
	"strings"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// A text tells where others are from as well: who was helped, whose purse it was.

// ofAnother reports whether a place that stands behind a text is that of somebody else
// than whom it introduces by a name: "Anh Giàng A Tủa giúp bà Mẩy ở …".
func ofAnother(before, name string) bool {
	words := strings.Fields(before)
	n := len(words)
	if n > 0 && isAt[letters.Fold(words[n-1])] {
		n--
	}
	from := n
	for from > 0 && n-from < mostOfName && letters.Capital(bareWord(words[from-1])) && (from == n || !endsPart(words[from-1])) {
		from--
	}
	if from == n || from == 0 || !intent.CalledBy[letters.Fold(words[from-1])] {
		return helpedAt(words[:n], name)
	}
	return !isPartOf(words[n-1], name) && !besideOwn(words[:from-1])
}

// mostOfName is how many words may be a name, or say who was helped.
const mostOfName = 4

var isAt = letters.Set("o tai ben tren duoi")

func bareWord(word string) string { return strings.Trim(word, `,.;:()"“”`) }

func endsPart(word string) bool { return strings.IndexByte(",.;:)", word[len(word)-1]) >= 0 }

// isPartOf reports whether a word is the given name of somebody.
func isPartOf(word, name string) bool {
	return letters.Fold(bareWord(word)) == letters.Fold(lastWord(name))
}

// helpedAt is the same of somebody without a name, or whose name has no capitals: "cứu một
// cụ già ở …", "giup ba may o …".
func helpedAt(words []string, name string) bool {
	n := len(words)
	for at := n - 2; at > 0 && at >= n-mostOfName; at-- {
		folded := letters.Fold(words[at])
		if (intent.CalledBy[folded] || folded == "cu") && !endsPart(words[at]) && helped[letters.Fold(bareWord(words[at-1]))] {
			return !noneElse[letters.Fold(words[at+1])] && !isPartOf(words[n-1], name)
		}
	}
	return false
}

var (
	helped   = letters.Set("giup do cuu cho cua tham dua cong tang nha dinh kem chua mot hai ba 1 2 3")
	noneElse = letters.Set("giao con em ay ta nay do nong chi anh")
)

// besideOwn reports whether somebody who is named behind such words is from where the
// introduced person is: one of them, or of the family.
func besideOwn(before []string) bool {
	n := len(before)
	for n > 0 && kin[letters.Fold(before[n-1])] {
		n--
	}
	if n < len(before) {
		return n == 0 || endsPart(before[n-1]) || letters.Capital(bareWord(before[n-1]))
	}
	return n > 0 && together[letters.Fold(before[n-1])]
}

var (
	kin      = letters.Set("con chau vo chong me bo dau re gai trai em ruot")
	together = letters.Set("va cung voi")
)

// A text in capitals, or with some, is read once more without: nothing in it tells then
// where a name begins, and in the other only names were written so.

// calmed is a text without what is written in capitals only.
func calmed(text string) string {
	if isCapitals(text) {
		return strings.ToLower(text)
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		words := strings.Fields(line)
		for from := 0; from < len(words); from++ {
			to := from
			for to < len(words) && isLoud(words[to]) {
				to++
			}
			if to-from > 1 {
				for k := from; k < to; k++ {
					words[k] = asName(words[k])
				}
				line = strings.Join(words, " ")
			}
			from = max(from, to-1)
		}
		lines[i] = line
	}
	return strings.Join(lines, "\n")
}

// isLoud reports whether a word is written in capitals; a number goes with others.
func isLoud(word string) bool { return isCapitals(word) || letters.IsDigits(bareWord(word)) }

// asName is a word as it is written in a name, or before that of a place.
func asName(word string) string {
	lower := strings.ToLower(word)
	if texts.PlaceWords()[bareWord(lower)] || bareWord(lower) == texts.School {
		return lower
	}
	return texts.Cap(lower)
}

// inName is a name, or a place, that was read in a text in capitals.
func inName(value string) string {
	words := strings.Fields(value)
	for i, w := range words {
		words[i] = asName(w)
		if i > 1 && texts.CommuneWords()[words[i]] && !endsPart(words[i-1]) {
			words[i-1] += ","
		}
	}
	return strings.Join(words, " ")
}
