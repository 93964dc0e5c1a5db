package form

import (
	"testing"
	"unicode/utf8"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// FuzzAnswer: whatever is typed at whatever question, it is taken or refused
// with a reason, what is taken is within the limits and can be shown, and the
// same answer given again comes to the same.
func FuzzAnswer(f *testing.F) {
	for _, seed := range []string{
		"2", "25/11", "31/02/2026", "1985", "năm 1985", "٣", "-1", "1e9", "Đồng ý", "Bỏ qua", "Lò Văn A",
		"Họ tên: A\nViệc làm: b", "012085001234", "\u202e\x00\u3164", "👩‍🌾", "",
	} {
		for n := range Questions {
			f.Add(uint8(n), seed)
		}
	}
	f.Fuzz(func(t *testing.T, n uint8, text string) {
		q := Questions[int(n)%len(Questions)]
		d := draftAt(q.Key)
		r := q.Answer(&d, office, text, twoUnits, false)
		if (r.Outcome == Refused || r.Outcome == Kept) && r.Note == "" {
			t.Errorf("%s: %q is not taken, without a reason", q.Key, text)
		}
		shown := q.Shown(d)
		if !utf8.ValidString(shown) || letters.Tidy(shown) != shown {
			t.Errorf("%s: %q is shown as %q", q.Key, text, shown)
		}
		if c := d.Content; c.Born != 0 && (c.Born < 1900 || c.Born > 2100) || letters.Len(c.Name) > report.MaxName || letters.Len(c.Summary) > report.MaxSummary && r.Outcome != Kept {
			t.Errorf("%s: %q became %+v", q.Key, text, c)
		}
		again := draftAt(q.Key)
		if q.Answer(&again, office, text, twoUnits, false); q.Shown(again) != shown {
			t.Errorf("%s: %q is %q, and then %q", q.Key, text, shown, q.Shown(again))
		}
	})
}
