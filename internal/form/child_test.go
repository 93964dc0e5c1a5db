package form

import (
	"testing"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Under 16 the guardian is asked, and from 7 the child as well (Law
// 91/2025/QH15, art. 24).
func TestWhoIsAskedForAChild(t *testing.T) {
	for _, tt := range []struct {
		age             int
		object          report.Object
		category        report.Category
		child, guardian bool
	}{
		{age: 0, object: report.Person, guardian: true},
		{age: 6, object: report.Person, guardian: true},
		{age: 7, object: report.Person, child: true, guardian: true},
		{age: 15, object: report.Person, child: true, guardian: true},
		{age: 16, object: report.Person},
		{age: 40, object: report.Person},
		{age: 7, object: report.Collective},
		{age: 7, object: report.Household},
		{age: 7, object: report.Person, category: report.NewModel},
	} {
		d := report.Draft{Changed: inNovember, Content: report.Content{Object: tt.object, Category: tt.category, Born: 2026 - tt.age}}
		if got := asked(t, "child").Needed(d); got != tt.child {
			t.Errorf("%+v: the child is asked: %v", tt, got)
		}
		if got := asked(t, "guardian").Needed(d); got != tt.guardian {
			t.Errorf("%+v: the guardian is asked: %v", tt, got)
		}
	}
	unknown := report.Draft{Changed: inNovember, Content: report.Content{Object: report.Person}}
	if asked(t, "child").Needed(unknown) || asked(t, "guardian").Needed(unknown) {
		t.Error("without a year of birth somebody is asked")
	}
}

// What is missing stops the sending: an answer of "not yet" is an answer.
func TestAChildIsAskedBeforeSending(t *testing.T) {
	d := report.Draft{Unit: "PT001", Changed: inNovember, Asked: []string{"unit"}, Content: report.Content{
		Category: report.GoodDeed, Object: report.Person, Name: "Giàng A Minh", Place: "bản Nà Cúng", Title: "Nhặt được ví",
		Summary: "Nhặt được ví và trả lại người mất.", Consent: report.NameAndPhoto, Born: 2019,
	}}
	for _, key := range []string{"child", "guardian"} {
		q, ok := Missing(d)
		if !ok || q.Key != key {
			t.Fatalf("%q is asked, not %q", q.Key, key)
		}
		q.Answer(&d, "Chưa", nil, false)
	}
	if q, ok := Missing(d); ok {
		t.Errorf("%q is asked after all", q.Key)
	}
}

// Another year of birth makes the consents those of somebody else.
func TestAnotherYearAsksAnew(t *testing.T) {
	consented := func() report.Draft {
		return report.Draft{Changed: inNovember, Asked: []string{"unit", "child", "guardian"}, Content: report.Content{
			Object: report.Person, Born: 2015, ChildConsent: true, GuardianConsent: true}}
	}
	for year, kept := range map[string]bool{"2015": true, "2016": false} {
		d := consented()
		asked(t, "born").Answer(&d, year, nil, false)
		if d.Content.ChildConsent != kept || d.Content.GuardianConsent != kept || (asked(t, "child").Shown(d) != "") != kept || (asked(t, "guardian").Shown(d) != "") != kept {
			t.Errorf("born %s: %+v", year, d)
		}
	}
}

func TestTreatment(t *testing.T) {
	for _, tt := range []struct {
		age             int // 0: unknown
		consent         report.Consent
		child, guardian bool
		want            texts.Treatment
	}{
		{0, report.NameAndPhoto, false, false, texts.Open},
		{0, report.NameOnly, false, false, texts.PhotoHidden},
		{0, report.NotGiven, false, false, texts.NameHidden},
		{16, report.NameAndPhoto, false, false, texts.Open},
		{15, report.NameAndPhoto, true, true, texts.MinorWith},
		{15, report.NameAndPhoto, true, false, texts.MinorWithout},
		{15, report.NameAndPhoto, false, true, texts.MinorWithout},
		{15, report.NotGiven, true, true, texts.MinorWithout},
		{7, report.NameAndPhoto, false, true, texts.MinorWithout},
		{7, report.NameOnly, true, true, texts.MinorWith},
		{6, report.NameAndPhoto, false, true, texts.MinorWith},
		{6, report.NameAndPhoto, true, false, texts.MinorWithout},
	} {
		c := report.Content{Object: report.Person, Consent: tt.consent, ChildConsent: tt.child, GuardianConsent: tt.guardian}
		if tt.age > 0 {
			c.Born = 2026 - tt.age
		}
		if got := Treatment(report.Draft{Changed: inNovember, Content: c}); got != tt.want {
			t.Errorf("%+v: %d", tt, got)
		}
	}
}
