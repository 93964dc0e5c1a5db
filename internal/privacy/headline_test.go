package privacy

import "testing"

// In a headline nearly every word begins with a capital, so a capital says
// nothing of a word: at least four words, four of five of those that are not
// wholly in capitals, and these less than half.
func TestHeadline(t *testing.T) {
	for text, want := range map[string]bool{
		"Lò Văn Pản":                 false,
		"Lò Văn Pản Hiến":            true,
		"Lò Văn Pản Hiến đất":        true,
		"Lò Văn Pản hiến đất":        false,
		"Lò Văn Pản Hiến đất rẫy":    false,
		"LÒ VĂN Hiến Đất":            false,
		"LÒ VĂN Hiến Đất Rẫy":        true,
		"LÒ VĂN Pản Hiến Đất Rẫy cũ": true,
		"Ông Lò Văn Pản hiến đất":    false,
		"320 m2 Đất Của Ông Pản":     true,
	} {
		if got := cut(text).headline; got != want {
			t.Errorf("%q is a headline: %v", text, got)
		}
	}
}
