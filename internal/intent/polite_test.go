package intent

import (
	"strings"
	"testing"
)

// What is only polite at the end of an answer goes; a word of a name or with other
// marks stays.
func TestTrimEnd(t *testing.T) {
	for said, want := range map[string]string{
		"bản Nà Cúng nhé":      "bản Nà Cúng",
		"bản Nà Cúng nhe ạ":    "bản Nà Cúng",
		"bản Nà Cúng giùm em.": "bản Nà Cúng",
		"bản Nà Páo Nhè":       "bản Nà Páo Nhè",
		"Trần Thị Nhè nhé":     "Trần Thị Nhè",
		"Lò Thị Em":            "Lò Thị Em",
		"dỗ trẻ khóc nhè":      "dỗ trẻ khóc nhè",
		"LÒ THỊ MAI NHÉ":       "LÒ THỊ MAI",
	} {
		if got := strings.Join(TrimEnd(strings.Fields(said)), " "); got != want {
			t.Errorf("%q: %q, want %q", said, got, want)
		}
	}
}
