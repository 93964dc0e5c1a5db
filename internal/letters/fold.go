package letters

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold reduces a Vietnamese text to what people compare by: no diacritics, no
// case, single spaces. "Hoà" and "Hòa", "Đào" and "dao" fold to the same.
//
// Stored keys are made of it (the index of names), so what it gives may not
// change without a migration; fold_test.go pins it.
func Fold(s string) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFKD.String(s) {
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

// FoldLoosely is Fold for what is also written in two ways with other letters:
// Ma Li Pho and Ma Ly Pho are the same. It is for finding, never for keys.
func FoldLoosely(s string) string {
	return strings.ReplaceAll(Fold(strings.TrimSpace(s)), "y", "i")
}
