package invite

import (
	"bytes"
	"math"
	"strings"
	"testing"
	"time"

	"guongsang/internal/report"
)

func TestNew(t *testing.T) {
	if bits := Length * math.Log2(float64(len(alphabet))); bits < 60 {
		t.Errorf("a code has %.1f random bits, want at least 60", bits)
	}
	seen := map[string]bool{}
	for range 2000 {
		code, hash := New(nil)
		if seen[code] || !Plausible(code) || hash != Hash(code) || len(code) != Length+2 {
			t.Fatalf("New() = %q, %q", code, hash)
		}
		seen[code] = true
	}
}

// TestDraw checks that the bytes which would make some symbols likelier are
// passed over.
func TestDraw(t *testing.T) {
	if got := draw(bytes.NewReader([]byte{255, 242, 241})); got != 241%22 {
		t.Errorf("draw = %d, want %d", got, 241%22)
	}
	counts := make([]int, len(alphabet))
	for b := range 242 {
		counts[draw(bytes.NewReader([]byte{byte(b)}))]++
	}
	for i, n := range counts {
		if n != 11 {
			t.Errorf("symbol %c comes from %d bytes, want 11", alphabet[i], n)
		}
	}
}

func TestHashOfWhatIsTyped(t *testing.T) {
	const code = "25CFG-HJKMN-8QRT"
	want := Hash(code)
	for _, typed := range []string{
		"25cfg hjkmn 8qrt", "25CFGHJKMN8QRT", " 25cfg-hjkmn–8qrt\n", "2 5 C F G H J K M N 8 Q R T",
		"zScfg-hjkmn-bqrt", "25cfg\u00a0hjkmn\u200b8qrt",
	} {
		if Hash(typed) != want || !Plausible(typed) {
			t.Errorf("%q is not read as %s", typed, code)
		}
	}
	for _, typed := range []string{"25CFG-HJKMN-8QRV", "", "đ5CFG-HJKMN-8QRT", "25CFG-HJKMN-8QRT2"} {
		if Hash(typed) == want {
			t.Errorf("%q is read as %s", typed, code)
		}
	}
	for _, typed := range []string{"", "xin chào", "/start", strings.Repeat("A", Length), "２５CFGHJKMN8QRT"} {
		if Plausible(typed) {
			t.Errorf("Plausible(%q) is true", typed)
		}
	}
}

func TestIssue(t *testing.T) {
	now := time.Date(2026, 11, 22, 8, 0, 0, 0, time.UTC)
	post := report.Post{Role: report.Focal, Unit: "PT042", Since: now}
	code, i := Issue(post, 7, now)
	if i.Hash != Hash(code) || !strings.HasSuffix(code, i.Hint) || strings.Contains(code, i.Hash) {
		t.Errorf("Issue = %q, %+v", code, i)
	}
	if !i.Open(now.Add(Life-time.Second)) || i.Open(now.Add(Life)) || !i.Post.Since.IsZero() || i.By != 7 {
		t.Errorf("Issue = %+v", i)
	}
}

// A code with one slip is told from what people say.
func TestMistyped(t *testing.T) {
	for typed, want := range map[string]bool{
		"23456-CFGHJ-KMN": true, "23456 cfghj kmnpp": true, "23456-CFGHO-KMNP": true,
		"23456-CFGHJ-KMNP": false, // may be one
		"0912 345 678":     false, "chào em, chị là Vân": false, "PT079": false, "THCS thị trấn": false, "2345-6789-2345": false, "": false,
	} {
		if got := Mistyped(typed); got != want {
			t.Errorf("%s: %v", typed, got)
		}
	}
}
