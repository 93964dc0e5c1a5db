package letters

import "strings"

// WithoutPictures leaves out the small pictures that people put into what they write, and
// the signs that only change how these look.
func WithoutPictures(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x1F000 && r <= 0x1FAFF || r == '❤' || r == '\ufe0f' || r == '\u200d' {
			return -1
		}
		return r
	}, text)
}
