package privacy

import (
	"strings"
	"testing"
	"unicode/utf8"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// FuzzOf has any name and text of somebody who did not agree, and of a child:
// nothing panics, what comes out can be read, the whole name is nowhere, and
// what was made fit to be shown stays so.
func FuzzOf(f *testing.F) {
	f.Add("Lò Văn Pản", "Ông Lò Văn Pản ở bản Nà Cúng, lớp 5A, Trường THCS Mường So. pan lo van pan", "bản Nà Cúng, xã Dào San", "Trường Tiểu học Dào San")
	f.Add("Giàng A Minh", "Giàng A Giàng A Minh A Minh GIANG A MINH", "", "Bản/Tổ dân phố số 01")
	f.Add("Hai em Mai và Lò Thị An", "em\u200b Lo\u0300 Thị An (lớp 5A), , lớp 5B.", "Nà Cúng", "")
	f.Add("Lò Văn Pản - người hiến đất", "Lò Văn Pản (tức", "", "")
	f.Add("Lò Văn Pản", "đt:(0213) 3876 543, +84 ٠٩٨٧ lo@x.vn https://fb.com/pan. CCCD 012345678901", "", "")
	f.Add("\xff", "\xf0\x28 A.", "lớp", "trường")
	f.Fuzz(func(t *testing.T, name, text, place, unit string) {
		for _, c := range []report.Content{
			{Object: report.Person}, {Object: report.Collective}, {Object: report.Person, Under16: report.Yes},
			{Object: report.Person, Under16: report.Yes, Consent: report.NameOnly, GuardianConsent: true, ChildConsent: true},
		} {
			c.Name, c.Title, c.Place = name, text, place
			e, u := report.Example{Content: c, Review: report.Accepted}, report.Unit{Name: unit}
			v := Of(e, u, Public, report.NewDate(2026, 11, 20))
			AskAge(c, u)
			c.Agreement = Agree(c, report.NewDate(2026, 11, 2))
			if gaps := Uncovered(c); len(gaps) > 0 {
				t.Errorf("what was agreed to is not covered: %q", gaps)
			}
			if c.Object == report.Collective {
				continue
			}
			if !utf8.ValidString(v.Title) && utf8.ValidString(text) || !utf8.ValidString(v.Name) && utf8.ValidString(name) {
				t.Errorf("%q becomes %q", text, v.Title)
			}
			nowhere(t, name, v.Title)
			// What is said instead may make another word of the letters beside it
			// (…anhà trường A), but not for ever.
			shown := v.Title
			for range 3 {
				e.Content.Title = shown
				shown = Of(e, u, Public, report.NewDate(2026, 11, 20)).Title
			}
			if letters.Fold(shown) != letters.Fold(e.Content.Title) && len(shown) > len(v.Title) {
				t.Errorf("%q grows to %q", v.Title, shown)
			}
		}
	})
}

// nowhere holds that a name of three plain words or more is not in a text.
func nowhere(t *testing.T, name, text string) {
	t.Helper()
	words := strings.Fields(letters.Fold(name))
	if len(words) < 3 || len(words) > maxName {
		return
	}
	for _, w := range words {
		if len(w) < 2 || strings.IndexFunc(w, func(r rune) bool { return r < 'a' || r > 'z' }) >= 0 {
			return
		}
	}
	named, people := about(report.Content{Name: name, Object: report.Person})
	if len(people) != 1 || len(people[0].name) != len(words) || len(named.words) != len(words) {
		return // words of address, or more than one
	}
	if strings.Contains(" "+letters.Fold(text)+" ", " "+strings.Join(words, " ")+" ") {
		t.Errorf("%q is left in %q", name, text)
	}
}
