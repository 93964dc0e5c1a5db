package letters

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// TestFold pins what stored keys are made of: a store written by any earlier
// version is searched by what Fold gives today.
func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"":                      "",
		"  Lò Thị  Xuân\tAn \n": "lo thi xuan an",
		"Hoà":                   "hoa",
		"Hòa":                   "hoa",
		"ĐÀO QUỐC HƯNG":         "dao quoc hung",
		"đỗ ðức Ð":              "do duc d",
		"Ma Ly Pho":             "ma ly pho",
		"Nguye\u0302\u0303n":    "nguyen",
		"Lò\u00a0Văn  Pản":      "lo van pan",
		"Tổ 1-2, bản Nà Cúng":   "to 1-2, ban na cung",
		"Ｌò ﬁ ²":                "lo fi 2",
		"L\u200bò":              "l\u200bo",
		"İstanbul":              "istanbul",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
	if FoldLoosely(" Ma Ly Pho ") != FoldLoosely("ma li pho") {
		t.Error("i and y are not the same to FoldLoosely")
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"a\r\nb\rc\u2028d\u0085e":         "a\nb\nc\nd\ne",
		"a\tb\x00\x1b[2J":                 "a\tb[2J",
		"ab\u202etxt\u202c \u2066x\u2069": "abtxt x",
		"a\u200f (12)\u200e\u061c\u206a":  "a (12)",
		"Nguye\u0302\u0303n":              "Nguyễn",
		"\xff\ufffe\uffffok\ufffd":        "ok",
		"👨\u200d🌾 ok":                     "👨\u200d🌾 ok",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
	if got := Line(" Lò \n Văn\tPản "); got != "Lò Văn Pản" {
		t.Errorf("Line = %q", got)
	}
}

// A name of which nothing can be seen is none, however it is made.
func TestVisible(t *testing.T) {
	for _, s := range []string{
		"", " \n", "\u3164", "\u2800", "\u2800\u115f", "\u1160\uffa0", "\u200b", "\u00ad", "\u200d\u200c\u2060", "\ufeff", "\u00a0\u3000\u2003",
		"\u0301", "\u0301\u0323", " \u0301", "\ufe0f", "\u034f", "\u180e", "\u17b4", "\u200b\u0301\u3164 ", "\u202e", "\U000e0041", "\U000e0100", "\x00\x07",
	} {
		if Visible(s) {
			t.Errorf("%q is taken for visible", s)
		}
	}
	for _, s := range []string{"a", "\u3164a", "Lò", "Lo\u0300", "🌸", "❤\ufe0f", "1", "-", "李"} {
		if !Visible(s) {
			t.Errorf("%q is taken for invisible", s)
		}
	}
}

// Each text is folded as if it were folded with all that stands around each
// letter.
func TestFoldIsOneRule(t *testing.T) {
	for r := rune(0); r < 0x3000; r++ {
		for _, s := range []string{string(r), "a" + string(r), "ệ " + string(r) + "\u0323\u0302 " + string(r), string(r) + " " + string(r)} {
			if got, want := Fold(s), foldAny(s); got != want {
				t.Fatalf("Fold(%q) = %q, want %q", s, got, want)
			}
		}
	}
}

// Folding makes no text much longer: a character that stands for several becomes a few.
func TestFoldStaysShort(t *testing.T) {
	for r := rune(1); r <= unicode.MaxRune; r++ {
		if folded := Fold(string(r)); utf8.RuneCountInString(folded) > 7 {
			t.Errorf("%U becomes %q", r, folded)
		}
	}
}

// What is taken for folded is what folding makes of it.
func TestFoldedStaysAsItIs(t *testing.T) {
	dice, taken := rand.New(rand.NewPCG(1, 2)), 0
	for range 200_000 {
		b := make([]byte, dice.IntN(6))
		for i := range b {
			b[i] = " az0.-~A\t\x7fé\x00/{`"[dice.IntN(16)]
		}
		if s := string(b); isFolded(s) {
			taken++
			if foldAny(s) != s {
				t.Fatalf("%q is folded to %q", s, foldAny(s))
			}
		}
	}
	if taken < 1000 {
		t.Errorf("%d texts only", taken)
	}
	for c := byte(' ') + 1; c <= '~'; c++ {
		if s := string(c); isFolded(s) != (foldAny(s) == s) {
			t.Errorf("%q", s)
		}
	}
}

func TestHasPhrase(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	random := func(n int) (s string) {
		for range dice.IntN(n) {
			s += []string{"a", "b", "a b", " ", "ab"}[dice.IntN(5)]
		}
		return s
	}
	for range 100_000 {
		text, phrase := random(8), random(4)
		if got, want := HasPhrase(text, []string{phrase}), strings.Contains(text, " "+phrase+" "); got != want {
			t.Fatalf("%q in %q: %v", phrase, text, got)
		}
	}
}
