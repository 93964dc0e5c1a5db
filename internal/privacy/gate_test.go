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
