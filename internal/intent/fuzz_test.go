package intent

import (
	"regexp"
	"strings"
	"testing"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

var aNumber = regexp.MustCompile(`^G-20\d\d-\d{4,5}$`)

// FuzzUnderstand: whatever is typed by whomever at whatever question, nothing panics; a
// number, a period and a name that are understood are ones, and the name was said; what
// narrows a search is taken out of it, and nothing put in.
func FuzzUnderstand(f *testing.F) {
	for n, said := range []string{
		"Hạn tháng 11 là bao giờ?", "rút bài G-2026-0012", "ai chưa gửi quý IV/2026", "đừng rút nữa", "không phải Nà Cúng mà là Nậm Cung",
		"chưa, người ta đi vắng", "cho đăng tên, không đăng ảnh", "xin gỡ ảnh con tôi", "hien dat thang 10 tra lai", "gia hạn mầm non Dào San",
		"Giàng Thị Dua nhầm Giàng Thị Dúa", "t11 q4 guiwr kho6ng", "\u202e👍\u200d👌", "9/11 chứ không phải 8/11", "tháng 12 và 1 và 99999999999999999999",
	} {
		f.Add(uint8(n), said)
	}
	today := report.NewDate(2026, 11, 27)
	f.Fuzz(func(t *testing.T, who uint8, text string) {
		by := Speaker{Serves: who&1 != 0, Agency: who&2 != 0, Leads: who&4 != 0, Open: []string{"", "preview", "name", "reason", "consent"}[int(who>>3)%5], Today: today}
		if by.Open == "consent" {
			by.Offers = OfConsent
		}
		m := Understand(by, text)
		_, _ = by.AtReason(letters.Tidy(text), who&64 != 0)
		if m.Number != "" && !aNumber.MatchString(m.Number) {
			t.Errorf("%q asks for example %q", text, m.Number)
		}
		for _, p := range append(PeriodsIn(Words(letters.Tidy(text)), today), m.Period) {
			if p != (report.Period{}) && (p.Number < 1 || p.Number > 12 || p.Duty == report.Quarter && p.Number > 4) {
				t.Errorf("%q asks for %v", text, p)
			}
		}
		said(t, text, "person", m.Name)
		said(t, text, "unit", UnitAsked(text))
		if s, ok := SoughtIn(text); ok && (len(s.Name) == 0 || len(s.Name) > maxSought) {
			t.Errorf("%q looks for %q", text, s)
		}
		tidy := letters.Tidy(text) // as answers come to what they take back
		folded := letters.Fold(tidy)
		for _, w := range Narrowed(text, today).Words {
			if !strings.Contains(folded, w) && !isFull(w) {
				t.Errorf("%q: %q is looked for, which nobody said", text, w)
			}
		}
		ConsentIn(text)
		OnlyName(text)
		RightAsked(text)
		SpeaksToUs(text)
		if not, is, ok := letters.NotBut(tidy); ok {
			said(t, text, "not", not)
			said(t, text, "but", is)
		}
		if meant, ok := letters.TakenBack(tidy); ok {
			said(t, text, "meant", meant)
		}
	})
}

// isFull reports whether a word is what a shorter one is written out as.
func isFull(word string) bool {
	for _, full := range beforeNumber {
		if word == full {
			return true
		}
	}
	return letters.IsDigits(word)
}

// said holds that the words of what was understood stand in the text.
func said(t *testing.T, text, what, understood string) {
	t.Helper()
	whole := letters.Fold(letters.Tidy(text))
	for w := range strings.FieldsSeq(letters.Fold(understood)) {
		if !strings.Contains(whole, w) {
			t.Errorf("%q: the %s is %q, which nobody said", text, what, understood)
			return
		}
	}
}
