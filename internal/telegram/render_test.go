package telegram

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSplitKeepsEverything(t *testing.T) {
	for _, s := range []string{"", "a", strings.Repeat("a", 11), strings.Repeat("ă\n", 30), "\n\n\n" + strings.Repeat(" ", 40) + "x"} {
		w := words{s, utf16Len(s)}
		all, bold := "", 0
		for _, part := range w.split(10) {
			if utf8.RuneCountInString(part.text) > 10 {
				t.Errorf("part %q", part.text)
			}
			all += part.text
			bold += part.bold
		}
		if strings.TrimSpace(all) != strings.TrimSpace(s) || bold != utf16Len(all) {
			t.Errorf("%q became %q, %d bold", s, all, bold)
		}
	}
}
