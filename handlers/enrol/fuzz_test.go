package enrol

import (
	"strings"
	"testing"

	"guongsang/internal/invite"
)

// FuzzCodeIn: a payload or a message in which a code is found holds it as it
// stands there; and around a code nothing else is taken for one.
func FuzzCodeIn(f *testing.F) {
	const code = "KM4TNX7QPR2VJC"
	for _, seed := range []string{
		"/start " + code, "/start", "/start@bot " + invite.Format(code), "Mã mời: " + invite.Format(code),
		"https://t.me/bot?start=" + code, "Chào chị\nmã của em là\n" + code, "/", "/ ", ": ", "start=start=",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		found, ok := CodeIn(text)
		if ok != (found != "") || ok && !invite.Plausible(found) {
			t.Fatalf("%q: found %q, %v", text, found, ok)
		}
		if ok && !strings.Contains(text, strings.TrimSpace(found)) {
			t.Errorf("%q: %q does not stand in it", text, found)
		}
		if again, ok := CodeIn(found); found != "" && (!ok || again != found && invite.Hash(again) != invite.Hash(found)) {
			t.Errorf("%q: in %q is found %q", text, found, again)
		}
	})
}
