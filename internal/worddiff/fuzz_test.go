package worddiff

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzCompare: whatever two versions say, both can be read out of what is shown, word for
// word, shortened and whole.
func FuzzCompare(f *testing.F) {
	f.Add("hiến 12 mét đất làm đường", "hiến 320 mét đất làm đường", uint8(3))
	f.Add("a b a b a b", "b a b a b a", uint8(0))
	f.Add("\u00a0a\u2028b\xff", "a\tb\n", uint8(255))
	f.Add("", "+hiến+ -đất-", uint8(1))
	f.Fuzz(func(t *testing.T, before, after string, keep uint8) {
		runs := Compare(before, after)
		Rewritten(runs)
		for _, shown := range [][]Run{runs, Shorten(runs, int(keep))} {
			if was, is := wordsBut(shown, New), wordsBut(shown, Gone); was != strings.Join(strings.Fields(before), " ") || is != strings.Join(strings.Fields(after), " ") {
				t.Errorf("%q to %q reads as %q to %q", before, after, was, is)
			}
			for _, r := range shown {
				if len(r.Words) == 0 || utf8.ValidString(before) && utf8.ValidString(after) && !utf8.ValidString(r.String()) {
					t.Errorf("%q to %q has a run %q", before, after, r.Words)
				}
			}
		}
	})
}

// wordsBut are the words of all runs but those of a kind.
func wordsBut(runs []Run, kind Kind) string {
	var words []string
	for _, r := range runs {
		if r.Kind != kind {
			words = append(words, r.Words...)
		}
	}
	return strings.Join(words, " ")
}
