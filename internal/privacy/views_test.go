package privacy

import (
	"testing"

	"guongsang/internal/report"
)

func TestViews(t *testing.T) {
	units := report.NewDirectory([]report.Unit{{Code: "PT1", Name: "UBND xã Dào San"}})
	examples := []report.Example{
		{Number: "G-1", Unit: "PT1", Review: report.Selected, Content: refused}, {Number: "G-2", Unit: "gone", Review: report.Received, Content: refused},
		{Number: "G-3", Unit: "PT1", Review: report.Retracted, Content: refused},
	}
	for audience, want := range map[Audience]string{Desk: "G-1 G-2 G-3", Internal: "G-1", Public: "G-1 G-2"} {
		got := ""
		views := Views(examples, units, audience, report.NewDate(2026, 11, 20))
		for i, v := range views {
			if i > 0 {
				got += " "
			}
			got += v.Number
			if name := map[string]string{"G-2": "gone"}[v.Number]; v.Unit.Name != "UBND xã Dào San" && v.Unit.Name != name {
				t.Errorf("%s was introduced by %q", v.Number, v.Unit.Name)
			}
		}
		if got != want {
			t.Errorf("%s sees %s, want %s", audience, got, want)
		}
		if (CheckForOthers(views...) == nil) != (audience != Desk) || (CheckForDesk(views...) == nil) != (audience == Desk) {
			t.Errorf("%s: for others %v, for the desk %v", audience, CheckForOthers(views...), CheckForDesk(views...))
		}
		for _, a := range []Audience{Desk, Internal, Public} {
			if (CheckFor(a, views...) == nil) != (a == audience) {
				t.Errorf("what %s sees, for %s: %v", audience, a, CheckFor(a, views...))
			}
		}
	}
	if CheckFor(Public, View{Audience: Public, Hidden: true}) == nil || CheckForOthers(View{Audience: Public, Hidden: true}) == nil || CheckForOthers(View{}) == nil || CheckForDesk(View{Audience: Desk}) == nil {
		t.Error("what is hidden, for nobody, or without its record is let through")
	}
}

// What is proposed, who said that nothing is pending, and the gender are shown to those
// who consider a recognition, and to nobody else.
func TestRecognitionIsInternal(t *testing.T) {
	c := refused
	c.Consent, c.Gender = report.NameAndPhoto, "Nữ"
	c.More = report.More{Proposal: report.Certificate, Cleared: "Hà Thị Yên"}
	e := report.Example{Number: "G-1", Review: report.Accepted, Content: c}
	day := report.NewDate(2026, 11, 20)
	for _, a := range []Audience{Desk, Internal} {
		if r := Of(e, report.Unit{}, a, day).Recognition; r == nil || *r != (Recognition{report.Certificate, "Hà Thị Yên", "Nữ"}) {
			t.Errorf("%s: %+v", a, r)
		}
	}
	if r := Of(e, report.Unit{}, Public, day).Recognition; r != nil {
		t.Errorf("public: %+v", r)
	}
	e.Content.Object = report.Collective
	if r := Of(e, report.Unit{}, Internal, day).Recognition; r.Gender != "" {
		t.Errorf("a collective is %s", r.Gender)
	}
	e.Review = report.Returned
	if v := Of(e, report.Unit{}, Internal, day); v.Recognition != nil {
		t.Errorf("not accepted: %+v", v.Recognition)
	}
}
