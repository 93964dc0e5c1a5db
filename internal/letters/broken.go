package letters

import (
	"strings"
	"unicode"
)

// What Vietnamese written for the fonts of old looks like when it is read as
// if it were ordinary text: signs in the middle of words (TCVN3), or letters
// that Vietnamese does not have (VNI).
const (
	onlyOfTCVN3 = "©®¬\u00ad¨ª«µ¸¶·¹¦§¤¥£¢¡×þßæç÷"
	onlyOfVNI   = "ñöøûïäåæëüÑÖØÛÏÄÅÆËÜ"
)

// otherEncoding reports whether two signs are what letters of Vietnamese in UTF-8
// become that are read as Latin ones: "Tráº¡m", "NÆ¡i".
func otherEncoding(a, b rune) bool {
	switch {
	case a == '\u00e1':
		return b == '\u00ba' || b == '\u00bb'
	case a >= '\u00c3' && a <= '\u00c6':
		return b >= '\u00a0' && b <= '\u00bf' || strings.ContainsRune("‘’“”•–—˜™€‚ƒ„…†‡‰", b)
	}
	return false
}

// Broken reports whether the letters of a text were destroyed on their way, or
// written for a font of old: "Nguy?n V?n B?nh", "NguyÔn V¨n B×nh".
func Broken(s string) bool {
	before := ' '
	asked, old, other := 0, 0, 0
	runes := []rune(s)
	for i, r := range runes {
		after := ' '
		if i+1 < len(runes) {
			after = runes[i+1]
		}
		if otherEncoding(r, after) {
			other++
		}
		beside := unicode.IsLetter(before) || unicode.IsLetter(after)
		switch {
		case r == '\ufffd':
			return true
		case r == '?' && unicode.IsLetter(before) && unicode.IsLetter(after):
			asked++
		case strings.ContainsRune(onlyOfTCVN3, r) && beside, strings.ContainsRune(onlyOfVNI, r):
			old++
		}
		before = r
	}
	return asked > 0 && !strings.Contains(s, "http") || old >= 2 || other >= 2
}
