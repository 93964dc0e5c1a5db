package contact

import (
	"slices"
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	card := func(before string) bool { return strings.HasSuffix(strings.TrimRight(before, " :"), "STK") }
	for text, want := range map[string][]string{
		"gọi 0912 345 678 nhé":                         {"0912345678"},
		"+84 912.345.678, (0213) 3876 543":             {"0912345678", "02133876543"},
		"ngày 02.09.2025, 320 m2, 14 hộ, 02/09/2025":   nil,
		"số định danh 012345678901":                    {"012345678901"},
		"STK: 123456789, mã hồ sơ 123456789":           {"123456789"},
		"Lan.Pu@Example.vn; www.facebook.com/lanpu!":   {"lan.pu@example.vn", "www.facebook.com/lanpu"},
		"trang của xã. Điện thoại của @xã, a.b, 4/5.":  nil,
		"٠٩١٢٣٤٥٦٧٨, 𝟘𝟡𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠":                       {"0912345678", "0912345678"},
		"0912\u200b345\u2060678, a@b.vn@c.vn://www.x.": {"0912345678", "a@b.vn@c.vn://www.x"},
	} {
		var keys []string
		for _, p := range Find(text, card) {
			if p.From < 0 || p.To > len(text) || p.From >= p.To {
				t.Errorf("%q: from %d to %d", text, p.From, p.To)
			}
			keys = append(keys, p.Key)
		}
		if !slices.Equal(keys, want) {
			t.Errorf("%q: %q, want %q", text, keys, want)
		}
	}
}
