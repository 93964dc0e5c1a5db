package privacy

import (
	"slices"
	"strings"
	"testing"

	"guongsang/internal/report"
)

// What a View shows passes its own gate, on every row of the tables; and where the
// View had to change a text, the gate finds why in the text as it was written.
func TestGateAgreesWithViews(t *testing.T) {
	rows := 0
	for _, r := range readTable(t) {
		if Audience(r.or("audience", "public")) != Public {
			continue
		}
		t.Run(r.file+"/"+r.title, func(t *testing.T) {
			e, u := r.example(t)
			g := GateOf(e, u, Public, r.date(t, "day", "2026-11-20"))
			if g.View.Hidden {
				return
			}
			rows++
			c := e.Content
			for _, field := range [][2]string{
				{c.Title, g.View.Title}, {c.Summary, g.View.Summary}, {c.Results, g.View.Results}, {c.Spread, g.View.Spread}, {c.Honoured, g.View.Honoured}, {c.Position, g.View.Position},
			} {
				if found := g.Findings(field[1]); len(found) > 0 && !behindVillage[r.title] {
					t.Errorf("%q is shown, and %+v found in it", field[1], found)
				}
				if field[0] != field[1] && len(g.Findings(field[0])) == 0 {
					t.Errorf("%q is shown as %q, and nothing found in it", field[0], field[1])
				}
			}
		})
	}
	if rows < 100 {
		t.Errorf("%d rows", rows)
	}
}

// behindVillage are rows in which a word stands right behind "bản" once the name
// of the village is gone, where another name would stand. The forms are not stopped
// by that: what their rules made themselves is no finding (package publicity).
var behindVillage = map[string]bool{"a post right behind a village": true, "a commune right behind a village": true}

// A year of birth, an ethnic group and the place of somebody who did not agree are
// found besides, unless the View says them.
func TestGateFindsWhatIsWithheld(t *testing.T) {
	e := report.Example{Review: report.Accepted, Content: refused}
	u, day := report.Unit{Code: "PT1", Name: "UBND xã Dào San"}, report.NewDate(2026, 11, 20)
	for text, want := range map[string][]FindingKind{
		"Ông P. hiến đất.":                           nil,
		"Ông Pản hiến đất.":                          {FoundName},
		"ông lo van pan, sinh năm 1970, bản Nà Cúng": {FoundName, FoundBirth, FoundPlace},
		"Ông P., dân tộc Thái, hiến đất.":            {FoundEthnicity},
		"Ông P. ở xã Dào San hiến đất năm 2026.":     nil,
	} {
		var kinds []FindingKind
		found := Findings(e, u, text, Public, day)
		for _, f := range found {
			kinds = append(kinds, f.Kind)
			if !strings.Contains(text, f.Text) || strings.TrimSpace(text[f.From:f.To]) != f.Text {
				t.Errorf("%q: %+v is no passage of it", text, f)
			}
		}
		if !slices.Equal(kinds, want) {
			t.Errorf("%q: %q, not %q", text, kinds, want)
		}
	}
	for _, a := range []Audience{Desk, Internal} {
		if found := Findings(e, u, "Lò Văn Pản", a, day); found != nil {
			t.Errorf("%s: %+v", a, found)
		}
	}
	e.Content.Consent = report.NameAndPhoto
	if found := Findings(e, u, "Ông Lò Văn Pản, sinh năm 1970, ở bản Nà Cúng", Public, day); found != nil {
		t.Errorf("of one who agreed: %+v", found)
	}
}

// A number that the introduction named of somebody who is not named is stopped,
// however it is written; the agency's own may be added by hand. The number that the
// form promises to keep is stopped whoever agreed.
func TestGateFindsNumbers(t *testing.T) {
	u, day := report.Unit{Code: "PT1", Name: "UBND xã Dào San"}, report.NewDate(2026, 11, 20)
	of := func(c report.Content) Gate {
		return GateOf(report.Example{Review: report.Accepted, Content: c}, u, Public, day)
	}
	c := refused
	c.Summary += " Liên hệ 0987 654 321."
	g := of(c)
	for text, want := range map[string]int{
		"Ông P., đt 0987654321.": 1, "Ông P., +84 987.654.321": 1, "Mọi tin xin gửi 0213 3876 543.": 0, "Ông P. hiến 320 m2 ngày 02.09.2025.": 0,
	} {
		if found := g.Findings(text); len(found) != want || want > 0 && found[0].Kind != FoundContact {
			t.Errorf("%q: %+v", text, found)
		}
	}
	c.Consent, c.More.Phone = report.NameAndPhoto, "0912 000 111"
	if found := of(c).Findings("Ông Pản, 0987654321 hoặc 0912000111."); len(found) != 1 || found[0].Text != "0912000111" {
		t.Errorf("of who agreed: %+v", found)
	}
}
