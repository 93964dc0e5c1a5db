package form

import (
	"slices"
	"strings"
	"testing"

	"guongsang/internal/paste"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
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
		{age: 16, object: report.Person, child: true, guardian: true}, // the birthday may be to come
		{age: 17, object: report.Person},
		{age: 40, object: report.Person},
		{age: 7, object: report.Collective},
		{age: 7, object: report.Person, category: report.NewModel},
	} {
		d := report.Draft{Changed: inNovember, Content: report.Content{Object: tt.object, Category: tt.category, Born: 2026 - tt.age}}
		if got := asked(t, "child").Needed(d, office); got != tt.child {
			t.Errorf("%+v: the child is asked: %v", tt, got)
		}
		if got := asked(t, "guardian").Needed(d, office); got != tt.guardian {
			t.Errorf("%+v: the guardian is asked: %v", tt, got)
		}
	}
	unknown := report.Draft{Changed: inNovember, Content: report.Content{Object: report.Person}}
	if asked(t, "child").Needed(unknown, office) || asked(t, "guardian").Needed(unknown, office) {
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
		q, ok := Missing(d, office)
		if !ok || q.Key != key {
			t.Fatalf("%q is asked, not %q", q.Key, key)
		}
		q.Answer(&d, office, "Chưa", nil, false)
	}
	if q, ok := Missing(d, office); ok {
		t.Errorf("%q is asked after all", q.Key)
	}
}

// A child and the guardian are asked anew where others have to agree by another
// year of birth.
func TestAnotherYearAsksAnew(t *testing.T) {
	consented := func() report.Draft {
		return report.Draft{Changed: inNovember, Asked: []string{"unit", "child", "guardian"}, Content: report.Content{
			Object: report.Person, Born: 2015, ChildConsent: true, GuardianConsent: true}}
	}
	for year, kept := range map[string]bool{"2015": true, "2016": true, "2020": false, "1990": false, "12/03/2011": true, "10/11/2010": false} {
		d := consented()
		asked(t, "born").Answer(&d, office, year, nil, false)
		if d.Content.ChildConsent != kept || d.Content.GuardianConsent != kept || (asked(t, "child").Shown(d) != "") != kept || (asked(t, "guardian").Shown(d) != "") != kept {
			t.Errorf("born %s: %+v", year, d)
		}
	}
}

// What makes one think of a child raises one question, after the consent; the
// answer, or a year of birth in its place, settles it.
func TestUnder16IsAskedWhereItIsRaised(t *testing.T) {
	d := report.Draft{Unit: "PT083", Changed: inNovember, Asked: []string{"unit"}, Content: report.Content{
		Category: report.GoodDeed, Object: report.Person, Name: "Giàng A Minh", Place: "bản Nà Cúng", Title: "Nhặt được ví",
		Summary: "Nhặt được ví và trả lại người mất.", Consent: report.NameAndPhoto,
	}}
	asks := func(d report.Draft, u report.Unit) string {
		q, _ := Missing(d, u)
		return q.Key
	}
	if got := asks(d, office); got != "" {
		t.Errorf("at an office %q is asked", got)
	}
	if got := asks(d, school); got != "under16" {
		t.Errorf("at a school %q is asked", got)
	}
	teacher := d
	teacher.Content.Title = "Cô giáo nhặt được ví"
	if got := asks(teacher, school); got != "" {
		t.Errorf("of a teacher %q is asked", got)
	}
	for answer, want := range map[string]string{
		"1": "child", "dưới 16": "child", "2": "", "tu 16 tuoi tro len": "", "2015": "child", "03/04/2020": "guardian", "1990": "",
	} {
		d := d
		if r := asked(t, "under16").Answer(&d, school, answer, nil, false); r.Outcome != Answered {
			t.Errorf("%q is refused: %s", answer, r.Note)
		}
		if got := asks(d, school); got != want {
			t.Errorf("after %q, %q is asked", answer, got)
		}
	}
	d.Content.Under16 = report.Yes
	asked(t, "object").Answer(&d, school, "tập thể", nil, false)
	if d.Content.Under16 != "" || asks(d, school) != "" {
		t.Errorf("a collective is under 16: %+v", d.Content)
	}
}

// A year of birth is better than an answer about the age.
func TestBornSettlesTheAge(t *testing.T) {
	d := report.Draft{Changed: inNovember, Content: report.Content{Object: report.Person, Under16: report.Yes}}
	asked(t, "born").Answer(&d, office, "12.03.1985", nil, false)
	if c := d.Content; c.Born != 1985 || c.BornOn != report.NewDate(1985, 3, 12) || c.Under16 != "" || asked(t, "guardian").Needed(d, office) {
		t.Errorf("%+v", c)
	}
	asked(t, "born").Answer(&d, office, "1986", nil, false)
	if c := d.Content; c.Born != 1986 || !c.BornOn.IsZero() {
		t.Errorf("the date stays beside another year: %+v", c)
	}
}

// The question says why it is asked.
func TestAskChild(t *testing.T) {
	for want, c := range map[string]report.Content{
		"dưới 16 tuổi":      {Object: report.Person, Born: 2015},
		"sinh năm 2010":     {Object: report.Person, Born: 2010},
		"chưa rõ năm sinh":  {Object: report.Person, Groups: []report.Group{report.Pupil}},
		"của các em đã đồn": {Object: report.Collective, Name: "Hai em Giàng A Minh và Lò Thị Mai"},
	} {
		d := report.Draft{Changed: inNovember, Content: c}
		if got := asked(t, "guardian").Ask(d); !asked(t, "guardian").Needed(d, office) || !asked(t, "child").Needed(d, office) || !strings.Contains(got, want) {
			t.Errorf("%+v: %s", c, got)
		}
	}
}

// agreed is a draft in which all is answered and agreed to.
func agreed(t *testing.T) report.Draft {
	d := report.Draft{Unit: "PT001", Changed: inNovember, Asked: []string{"unit"}, Content: report.Content{
		Category: report.GoodDeed, Object: report.Person, Name: "Lò Văn Pản", Place: "bản Nà Cúng", Title: "Hiến đất làm đường",
		Summary: "Hiến 320 m² đất ruộng mở rộng đường bản.", Media: []report.Media{{Kind: "photo", Unique: "1"}},
	}}
	asked(t, "consent").Pick(&d, 0, nil)
	if d.Content.Agreement.Day != report.NewDate(2026, 11, 10) || len(ToRenew(d)) != 0 {
		t.Fatalf("nothing was agreed to: %+v", d.Content.Agreement)
	}
	return d
}

// What comes after the consent is asked about once, and again when still more
// comes; rewording asks nothing.
func TestConsentIsRenewed(t *testing.T) {
	photo := report.Media{Kind: "photo", Unique: "2"}
	d := agreed(t)
	asked(t, "summary").Answer(&d, office, "Ông Pản hiến 320 m² đất mở đường.", nil, false)
	asked(t, "name").Answer(&d, office, "Ông Lò Văn Pản", nil, false)
	if got := ToRenew(d); len(got) != 0 {
		t.Errorf("rewording asks about %q", got)
	}
	d.Content.Media = append(d.Content.Media, photo)
	asked(t, "results").Answer(&d, office, "14 hộ cùng làm", nil, false)
	want := []privacy.Reason{privacy.NewPhoto, privacy.NewFact}
	if got := ToRenew(d); !slices.Equal(got, want) {
		t.Fatalf("asks about %q", got)
	}
	yes, no := d, d
	if Renew(&yes, true); len(ToRenew(yes)) != 0 || len(privacy.Uncovered(yes.Content)) != 0 {
		t.Errorf("agreed to, and still not covered: %q", privacy.Uncovered(yes.Content))
	}
	if Renew(&no, false); len(ToRenew(no)) != 0 || !slices.Equal(privacy.Uncovered(no.Content), want) {
		t.Errorf("declined: asks %q, not covered %q", ToRenew(no), privacy.Uncovered(no.Content))
	}
	asked(t, "when").Answer(&no, office, "tháng 10/2026", nil, false)
	if got := ToRenew(no); !slices.Equal(got, want) {
		t.Errorf("after more came, asks about %q", got)
	}
	if asked(t, "consent").Pick(&no, 0, nil); len(ToRenew(no)) != 0 || len(privacy.Uncovered(no.Content)) != 0 {
		t.Error("the consent given anew does not cover all")
	}
	if asked(t, "consent").Pick(&yes, 2, nil); !yes.Content.Agreement.Day.IsZero() {
		t.Error("something was agreed to by refusing")
	}
}

// A consent in a pasted text is given for all of it, a guardian's for what
// stands by then.
func TestWhatAConsentCovers(t *testing.T) {
	d := report.Draft{Unit: "PT001", Changed: inNovember, Asked: []string{"unit"}}
	fill(&d, paste.Read("Họ tên: Lò Văn Pản\nLoại: 2\nĐối tượng: 1\nNơi ở: bản Nà Cúng\nTiêu đề: Hiến đất\nĐồng ý: 1\nViệc làm: Hiến 320 m² đất ruộng.\nNăm sinh: 2011\nKết quả: 14 hộ\nKhác: Cùng làm có ông Vàng A Páo"))
	if got := privacy.Uncovered(d.Content); len(got) != 0 || d.Content.Agreement.Day.IsZero() {
		t.Errorf("not covered: %q", got)
	}
	d = agreed(t)
	asked(t, "born").Answer(&d, office, "2015", nil, false)
	asked(t, "child").Pick(&d, 0, nil)
	asked(t, "guardian").Pick(&d, 0, nil)
	if got := privacy.Uncovered(d.Content); len(got) != 0 {
		t.Errorf("what the guardian agreed to is not covered: %q", got)
	}
}

// An example that is amended asks nobody a second time who was asked before.
func TestAsked(t *testing.T) {
	for want, c := range map[string]report.Content{
		"":               {Object: report.Person, Born: 1980},
		"guardian":       {Object: report.Person, Born: 2020},
		"child guardian": {Object: report.Person, Born: 2015},
	} {
		if got := strings.Join(Asked(report.Example{Content: c, Sent: inNovember}), " "); got != want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}
