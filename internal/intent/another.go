package intent

import (
	"strings"

	"guongsang/internal/letters"
)

// OfAnother reports whether a place that stands behind a text is that of somebody else
// than whom it introduces by a name: "Anh Giàng A Tủa giúp bà Mẩy ở …".
func OfAnother(before, name string) bool {
	words := strings.Fields(before)
	n := len(words)
	if n > 0 && isAt[letters.Fold(words[n-1])] {
		n--
	}
	from := n
	for from > 0 && n-from < mostOfName && letters.Capital(letters.BareWord(words[from-1])) && (from == n || !letters.EndsPart(words[from-1])) {
		from--
	}
	if from == n || from == 0 || !CalledBy[letters.Fold(words[from-1])] {
		return helpedAt(words[:n], name)
	}
	return !isPartOf(words[n-1], name) && !besideOwn(words[:from-1])
}

// mostOfName is how many words may be a name, or say who was helped.
const mostOfName = 4

var isAt = letters.Set("o tai ben tren duoi")

// isPartOf reports whether a word is the given name of somebody.
func isPartOf(word, name string) bool {
	return letters.Fold(letters.BareWord(word)) == letters.Fold(name[strings.LastIndexByte(name, ' ')+1:])
}

// helpedAt is the same of somebody without a name, or whose name has no capitals: "cứu một
// cụ già ở …", "giup ba may o …".
func helpedAt(words []string, name string) bool {
	n := len(words)
	for at := n - 2; at > 0 && at >= n-mostOfName; at-- {
		folded := letters.Fold(words[at])
		if CalledBy[folded] && !letters.EndsPart(words[at]) && helped[letters.Fold(letters.BareWord(words[at-1]))] {
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
		return n == 0 || letters.EndsPart(before[n-1]) || letters.Capital(letters.BareWord(before[n-1]))
	}
	return n > 0 && together[letters.Fold(before[n-1])]
}

var (
	kin      = letters.Set("con chau vo chong me bo dau re gai trai em ruot")
	together = letters.Set("va cung voi")
)
