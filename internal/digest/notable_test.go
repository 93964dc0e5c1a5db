package digest

import (
	"strings"
	"testing"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/word"
)

// Nobody is held out as an example who was not accepted: neither returned nor waiting,
// nor taken off again, in whatever is made; and whoever was, is.
func TestOnlyAcceptedAreNotable(t *testing.T) {
	accepted := []report.Review{report.Accepted, report.Selected, report.Published}
	others := []report.Review{report.Received, report.Returned, report.Retracted, report.Withdrawn, ""}
	const name = "Vàng Thị Nổi Bật"
	makers := map[string]func(v privacy.View) bool{
		"the pick of examples": func(v privacy.View) bool { return len(Notable([]privacy.View{v}, 3)) > 0 },
		"the pick of filings": func(v privacy.View) bool {
			return len(NotableFilings([]report.Filing{{Example: v.Number, Facets: report.Facets{Review: v.Review}}})) > 0
		},
		"the leader's digest": func(v privacy.View) bool {
			m := leader(t, summary(month(11), 40, nil), []privacy.View{v})
			return strings.Contains(m.String(), name) || len(m.Buttons) > 2
		},
		"the report": func(v privacy.View) bool {
			values := reportValues(ReportInput{Summary: summary(month(11), 40, nil), Office: office, Examples: []privacy.View{v}})
			rows, _ := values["tieu_bieu"].(word.List)
			return len(rows) > 0
		},
	}
	for maker, tells := range makers {
		for _, r := range append(accepted, others...) {
			v := privacy.View{Audience: privacy.Internal, Number: "G-2026-0001", Name: name, Title: "Nổi bật", Review: r}
			if got, want := tells(v), privacy.Accepted(r); got != want {
				t.Errorf("%s tells of one that is %q: %t", maker, r, got)
			}
		}
	}
	for _, r := range others {
		if privacy.Accepted(r) {
			t.Errorf("%q counts as accepted", r)
		}
	}
}
