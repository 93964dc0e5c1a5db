package worddiff

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestCompare(t *testing.T) {
	for _, test := range []struct{ before, after, want string }{
		{"", "", ""},
		{"hiến đất", "hiến đất", "hiến đất"},
		{"", "hiến đất", "+hiến đất+"},
		{"hiến đất", "", "-hiến đất-"},
		{"hiến 12 mét đất làm đường", "hiến 320 mét đất làm đường", "hiến -12- +320+ mét đất làm đường"},
		{"vận động bà con làm đường", "vận động 32 hộ làm đường bản", "vận động -bà con- +32 hộ+ làm đường +bản+"},
		{"a b c d", "b c d a", "-a- b c d +a+"},
	} {
		if got := marked(Compare(test.before, test.after)); got != test.want {
			t.Errorf("%q to %q: %q, want %q", test.before, test.after, got, test.want)
		}
	}
}

// What is compared can be read out of what comes of it, both texts whole.
func TestNothingIsLost(t *testing.T) {
	text := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"bà", "con", "hiến", "đất,", "đường", "32", "hộ"}), 0, 30).Draw(t, "words"), " ")
	})
	rapid.Check(t, func(t *rapid.T) {
		before, after := text.Draw(t, "before"), text.Draw(t, "after")
		runs := Compare(before, after)
		if old, now := without(runs, New), without(runs, Gone); old != before || now != after {
			t.Fatalf("%q to %q reads as %q to %q", before, after, old, now)
		}
		for i := range runs {
			if len(runs[i].Words) == 0 || i > 0 && (runs[i].Kind == runs[i-1].Kind || runs[i].Kind == Gone && runs[i-1].Kind == New) {
				t.Fatalf("%q to %q gives %q", before, after, marked(runs))
			}
		}
		if (before == after) != (len(runs) == 0 || len(runs) == 1 && runs[0].Kind == Same) {
			t.Fatalf("%q to %q gives %q", before, after, marked(runs))
		}
		short := Shorten(runs, 2)
		for i := range short {
			if short[i].Kind == Left {
				short[i].Kind = Same
			}
		}
		if without(short, New) != before || without(short, Gone) != after {
			t.Fatalf("shortened to %q", marked(short))
		}
	})
}

func TestShorten(t *testing.T) {
	runs := Compare("một hai ba bốn năm sáu bảy tám chín mười", "một hai ba bốn năm sáu bảy tám chín 10")
	if got := marked(Shorten(runs, 3)); got != "… bảy tám chín -mười- +10+" {
		t.Error(got)
	}
	runs = Compare("1 a b c d e f g h 2", "x a b c d e f g h y")
	if got := marked(Shorten(runs, 2)); got != "-1- +x+ a b … g h -2- +y+" {
		t.Error(got)
	}
}

func TestRewritten(t *testing.T) {
	if !Rewritten(Compare("vận động bà con hiến đất", "nuôi dạy trẻ mồ côi trong bản")) {
		t.Error("another text is not a rewritten one")
	}
	if Rewritten(Compare("vận động 12 hộ hiến đất", "vận động 32 hộ hiến đất")) {
		t.Error("one word makes a text another")
	}
}

// Texts that are too long to be compared are still given whole.
func TestVeryLong(t *testing.T) {
	before, after := strings.TrimSpace(strings.Repeat("a b ", 2000)), strings.TrimSpace(strings.Repeat("c a ", 2000))
	runs := Compare(before, after)
	if without(runs, New) != before || without(runs, Gone) != after || !Rewritten(runs) {
		t.Errorf("%d runs", len(runs))
	}
}

func marked(runs []Run) string {
	var parts []string
	for _, r := range runs {
		parts = append(parts, map[Kind]string{Same: r.String(), New: "+" + r.String() + "+", Gone: "-" + r.String() + "-", Left: "…"}[r.Kind])
	}
	return strings.Join(parts, " ")
}

func without(runs []Run, kind Kind) string {
	var parts []string
	for _, r := range runs {
		if r.Kind != kind {
			parts = append(parts, r.String())
		}
	}
	return strings.Join(parts, " ")
}
