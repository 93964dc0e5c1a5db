package nillist

import (
	"strings"
	"testing"

	"guongsang/internal/citizen"
	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// FuzzRead: whatever is pasted as a list of units that have nothing, every name that is
// read stands in it, none twice in one list, none of them empty; who holds a citizen's
// number is no list.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"Các đơn vị sau không phát sinh tháng 11: MN Dào San, PT012", "MN A: không; TH B: có 1 gương", "1. MN A - ko\n2. TH B – kps\n3) C = 0",
		"tất cả trường còn lại không phát sinh", "ngày 12 tháng 3 năm 2026 ko ps quý IV", "ﬁ không phát sinh ﬁ", "K̈ không có gì İ, ǅ",
		"PT001 PT002 PT003 khong co guong", "không phát sinh không phát sinh không phát sinh", "012085001234 không phát sinh", "a và b và \u200d và c không có ai",
		"::=::- - -;;", "\u0130 không có gì trong quý iv/2026\u0307",
	} {
		f.Add(seed)
	}
	today := report.NewDate(2026, 11, 27)
	f.Fuzz(func(t *testing.T, text string) {
		l, ok := Read(text, today)
		folded := letters.Fold(letters.Tidy(text))
		if ok && (len(l.Names) == 0 || citizen.HoldsID(text)) {
			t.Errorf("%q is a list of %q", text, l.Names)
		}
		for _, name := range append(append(UnitNames(text), l.Names...), l.Others...) {
			for word := range strings.FieldsSeq(letters.Fold(name)) {
				if !strings.Contains(folded, word) {
					t.Errorf("%q names %q, which it does not say", text, name)
				}
			}
		}
		seen := map[string]bool{}
		for _, name := range UnitNames(text) {
			if folded := letters.Fold(name); seen[folded] || folded == "" {
				t.Errorf("%q names %q twice, or nobody", text, name)
			} else {
				seen[folded] = true
			}
		}
		for _, p := range append(PeriodsOfNone(text, today), l.Periods...) {
			if p.Number < 1 || p.Number > 12 || p.Duty == report.Quarter && p.Number > 4 {
				t.Errorf("%q is of %v", text, p)
			}
		}
		SaysNoneOfRest(text)
	})
}
