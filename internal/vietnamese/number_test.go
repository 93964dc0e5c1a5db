package vietnamese

import "testing"

func TestRoman(t *testing.T) {
	seen := map[string]bool{}
	for n := 1; n <= maxRoman; n++ {
		numeral := Roman(n)
		if got := OfRoman(numeral); got != n || seen[numeral] {
			t.Errorf("%d is %q, which is read as %d", n, numeral, got)
		}
		seen[numeral] = true
	}
	for _, s := range []string{"", "IIII", "VIV", "IXV", "IC", "iv", "VX", "CD", "4", "IV."} {
		if n := OfRoman(s); n != 0 {
			t.Errorf("%q is read as %d", s, n)
		}
	}
	if Roman(0) != "0" || Roman(400) != "400" {
		t.Error(Roman(0), Roman(400))
	}
}

func TestNumber(t *testing.T) {
	for word, want := range map[string]int{"mot": 1, "lam": 0, "muoi": 10, "khong": 0, "nhieu": 0} {
		if got := Number(word); got != want {
			t.Errorf("%s is %d, not %d", word, got, want)
		}
	}
	for word, want := range map[string]int{"nhat": 1, "nhi": 2, "tu": 4, "9": 9, "0": 0, "12": 0, "lam": 0, "": 0} {
		if got := Ordinal(word); got != want {
			t.Errorf("%q is number %d, not %d", word, got, want)
		}
	}
	if n, ok := LastDigit("lam"); n != 5 || !ok {
		t.Error(n, ok)
	}
}
