package contact

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzFind: whatever a text holds, the contacts that are found lie in it one behind the
// other, at whole letters; and a number and an address are found whatever stands before.
func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"gọi 0912 345 678 nhé", "+84 912.345.678, (0213) 3876 543", "ngày 02.09.2025", "STK: 123456789", "Lan.Pu@Example.vn; www.facebook.com/lanpu!",
		"٠٩١٢٣٤٥٦٧٨", "𝟎𝟗𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖", "𝟘𝟡𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠", "＠．／\xff@\xfe.", "((((+84", strings.Repeat("1", 40), "a@b.c@d.e://www.", "0912\u200b345\u200b678",
	} {
		f.Add(seed)
	}
	card := func(before string) bool { return strings.HasSuffix(strings.TrimRight(before, " :"), "STK") }
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, p := range Find(s, card) {
			if p.From < end || p.To <= p.From || p.To > len(s) || p.Key == "" {
				t.Fatalf("%q: %+v behind %d", s, p, end)
			}
			if utf8.ValidString(s) && !utf8.ValidString(s[p.From:p.To]) {
				t.Errorf("%q: %q is cut within a letter", s, s[p.From:p.To])
			}
			end = p.To
		}
		for _, one := range []string{"0912 345 678", "lan.pu@example.vn"} {
			all := Find(s+"\n"+one, card)
			if len(all) == 0 || !strings.HasSuffix(strings.ReplaceAll(one, " ", ""), all[len(all)-1].Key) {
				t.Errorf("%q is not found behind %q", one, s)
			}
		}
	})
}
