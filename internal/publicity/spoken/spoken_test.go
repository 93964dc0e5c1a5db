package spoken

import (
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestTable goes through the rows of testdata/spoken.txt: what is written, and what
// is spoken.
func TestTable(t *testing.T) {
	table, err := os.ReadFile("testdata/spoken.txt")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for line := range strings.Lines(string(table)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		in, want, ok := strings.Cut(line, " | ")
		if !ok {
			t.Fatalf("row %q", line)
		}
		rows++
		got := Text(in)
		if got != want {
			t.Errorf("%s\n  is  %s\n  not %s", in, got, want)
		}
		if left := Left(got); len(left) > 0 {
			t.Errorf("%s: left over: %q", in, left)
		}
		if again := Text(got); again != got {
			t.Errorf("%s: %q is said again as %q", in, got, again)
		}
	}
	if rows < 200 {
		t.Errorf("%d rows, at least 200 are promised", rows)
	}
}

// A list of short forms has each with capitals as in the middle of a sentence, and
// all of it is in words.
func TestAbbreviationsAreSaid(t *testing.T) {
	if len(abbreviations()) < 150 {
		t.Errorf("%d abbreviations", len(abbreviations()))
	}
	for short, said := range abbreviations() {
		if left := Left(said); len(left) > 0 {
			t.Errorf("%s is said as %q, in which is %q", short, said, left)
		}
		if got := Text("Theo " + short + " Xã Mường"); !strings.Contains(strings.ToLower(got), strings.ToLower(said)) {
			t.Errorf("%s is %q, not %q", short, got, said)
		}
	}
}

// Whatever number is said reads back as the same.
func TestNumbersReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		digits := rapid.StringMatching(`[1-9][0-9]{0,17}|0`).Draw(t, "digits")
		if got := readBack(strings.Fields(Number(digits))); got != digits {
			t.Fatalf("%s is said as %q, which is %s", digits, Number(digits), got)
		}
	})
	for n, want := range map[string]string{"1" + strings.Repeat("0", 18): "một tỷ tỷ", "0007": "bảy"} {
		if got := Number(n); got != want {
			t.Errorf("%s is %q, not %q", n, got, want)
		}
	}
}

// So does one written with marks between thousands, and one with a fraction.
func TestAmountsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := rapid.StringMatching(`[1-9][0-9]{0,8}`).Draw(t, "whole")
		fraction := rapid.StringMatching(`[0-9]{1,2}`).Draw(t, "fraction")
		said := strings.ToLower(Text(grouped(whole) + "," + fraction + " ha"))
		before, after, _ := strings.Cut(strings.TrimSuffix(said, " héc ta"), " phẩy ")
		back := readBack(strings.Fields(after))
		if fraction[0] == '0' || len(fraction) == 1 {
			back = readDigits(strings.Fields(after))
		}
		if got := readBack(strings.Fields(before)); got != whole || back != fraction {
			t.Fatalf("%s,%s is said as %q: %s and %s", grouped(whole), fraction, said, got, back)
		}
	})
}

// Nothing is left of digits, signs and known short forms, whatever is written.
func TestNothingIsLeft(t *testing.T) {
	known := keys(abbreviations())
	slices.Sort(known)
	piece := rapid.OneOf(
		rapid.SampledFrom(known), rapid.SampledFrom(append(keys(units), "/", "-", "–", "/năm", ".", ",", ", ", ". ", " ", " ", "(", ")", "ngày", "tháng", "quý ", "thứ ", "lần thứ ", "hộ", "bản", "Lò Văn Pản", "L.V.P.", "XIV", "IV", "²", "½", "“", "\n")),
		rapid.StringMatching(`[0-9]{1,4}`), rapid.StringMatching(`[0-9]{1,2}[/.,:h-][0-9]{1,4}`), rapid.String(),
	)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(piece, 1, 12).Draw(t, "pieces"), rapid.SampledFrom([]string{"", " "}).Draw(t, "between"))
		said := Text(text)
		if left := Left(said); len(left) > 0 {
			t.Fatalf("%q is said as %q: %q is left", text, said, left)
		}
	})
}

// grouped writes digits with dots between thousands.
func grouped(digits string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "." + digits[i:]
	}
	return digits
}
