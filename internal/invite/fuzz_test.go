package invite

import (
	"strings"
	"testing"
)

// FuzzCode: a text that could be a code is the same code in every way in which
// people type it, and is the only thing that has its hash.
func FuzzCode(f *testing.F) {
	for _, seed := range []string{"KM4TN-X7QPR-2VJC", "km4tnx7qpr2vjc", "KM4TN X7QPR 2VJC", "", "xin chào", "ſſſſſ-ſſſſſ-ſſſſ", "\x00\xff", "O0I1L-lioO0-1111"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		shown := Format(typed)
		if Hash(shown) != Hash(typed) || Format(shown) != shown {
			t.Errorf("%q is shown as %q, which is another", typed, shown)
		}
		if !Plausible(typed) {
			return
		}
		for _, again := range []string{shown, strings.ToLower(shown), " " + typed + "\n", strings.ReplaceAll(shown, "-", " ")} {
			if !Plausible(again) || Hash(again) != Hash(typed) {
				t.Errorf("%q is not the code %q", again, typed)
			}
		}
		if len(shown) != Length+2 || strings.Trim(shown, alphabet+"-") != "" {
			t.Errorf("%q is a code shown as %q", typed, shown)
		}
	})
}
