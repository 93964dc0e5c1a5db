package letters

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold reduces a Vietnamese text to what people compare by: no diacritics, no
// case, single spaces. "Hoà" and "Hòa", "Đào" and "dao" fold to the same.
//
// What examples are found by is stored so (internal/search), so what it gives may not
// change without a migration; fold_test.go pins it.
func Fold(s string) string {
	if isFolded(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch folded := foldedRune(r); folded {
		case unknown:
			return foldAny(s)
		case none:
		case ' ':
			space = b.Len() > 0
		default:
			if space {
				b.WriteByte(' ')
				space = false
			}
			if folded < utf8.RuneSelf {
				b.WriteByte(byte(folded))
			} else {
				b.WriteRune(folded)
			}
		}
	}
	return b.String()
}

// isFolded reports whether a text is small letters and signs without marks, with a space
// between words, of which Fold makes the same: as nearly all are that were folded before.
func isFolded(s string) bool {
	space := true
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ' && space, c < ' ', c > '~', c >= 'A' && c <= 'Z':
			return false
		default:
			space = c == ' '
		}
	}
	return s == "" || !space
}

// foldAny is Fold for texts in any script.
func foldAny(s string) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFKD.String(sentences.Replace(s)) {
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case unicode.IsSpace(r):
			space = b.Len() > 0
			continue
		case r == 'đ' || r == 'Đ' || r == 'ð' || r == 'Ð':
			r = 'd'
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// sentences are the two characters that stand for whole sentences of 18 and 8 letters: a
// message of them would cost what twenty do. Each is a letter like others.
var sentences = strings.NewReplacer("\ufdfa", "\u0635", "\ufdfb", "\u062c")

// What becomes of the letters of Vietnamese and their neighbours, each by itself,
// is worked out once: texts are folded at every turn.
const (
	unknown rune = -1 // to be folded with what stands around it
	none    rune = -2 // a mark: nothing
)

var latin, vietnamese = foldedRunes(0, 0x250), foldedRunes(0x1e00, 0x1f00)

func foldedRune(r rune) rune {
	switch {
	case r < 0x250:
		return latin[r]
	case r >= 0x1e00 && r < 0x1f00:
		return vietnamese[r-0x1e00]
	case r >= 0x300 && r < 0x370:
		return none
	}
	return unknown
}

func foldedRunes(from, to rune) (all []rune) {
	for r := from; r < to; r++ {
		folded := unknown
		if unicode.IsSpace(r) {
			folded = ' '
		} else if alone := []rune(foldAny(string(r))); len(alone) == 1 {
			folded = alone[0]
		}
		all = append(all, folded)
	}
	return all
}

// FoldLoosely is Fold for what is also written in two ways with other letters:
// Ma Li Pho and Ma Ly Pho are the same. It is for finding, never for keys.
func FoldLoosely(s string) string {
	return strings.ReplaceAll(Fold(strings.TrimSpace(s)), "y", "i")
}
