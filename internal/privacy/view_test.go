package privacy

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"guongsang/internal/report"
)

var refused = report.Content{
	Object: report.Person, Category: report.GoodDeed, Name: "Lò Văn Pản", Title: "Ông Pản hiến đất", Place: "Bản Nà Cúng", Born: 1970, Ethnicity: "Thái",
	Gender: "Nam", Consent: report.NotGiven, Media: []report.Media{{Kind: "photo", Unique: "1", Name: "lo-van-pan.jpg", Caption: "Ông Lò Văn Pản"}, {Kind: "voice"}},
}

func TestAudiences(t *testing.T) {
	u, day := report.Unit{Code: "PT1", Name: "UBND xã Dào San", Block: "Khối 8"}, report.NewDate(2026, 11, 20)
	for _, review := range []report.Review{report.Received, report.Returned, report.Accepted, report.Selected, report.Published, report.Retracted, report.Withdrawn} {
		e := report.Example{Number: "G-2026-0001", Review: review, Content: refused}
		desk, internal, public := Of(e, u, Desk, day), Of(e, u, Internal, day), Of(e, u, Public, day)
		if desk.Hidden || desk.Name != refused.Name || desk.Record.Ethnicity != "Thái" || len(desk.Photos) != 1 || desk.Record.Files != 1 || desk.Record.PublicName != "L.V.P." {
			t.Errorf("%s, desk: %+v", review, desk)
		}
		gone := review == report.Retracted || review == report.Withdrawn
		if internal.Hidden != !Accepted(review) || !internal.Hidden && (internal.Name != refused.Name || internal.Mark == "" || internal.Place != refused.Place || internal.Born != 1970) {
			t.Errorf("%s, internal: %+v", review, internal)
		}
		if public.Hidden != gone || !gone && (public.Name != "L.V.P." || public.Title != "Ông P. hiến đất" || public.Place != "" || public.Born != 0 || public.Unit.Name != u.Name) {
			t.Errorf("%s, public: %+v", review, public)
		}
		for _, v := range []View{internal, public} {
			if v.Record != nil || len(v.Photos) > 0 || v.Number != e.Number || len(v.Why) == 0 {
				t.Errorf("%s: %+v", review, v)
			}
			if v.Hidden && v.Name+v.Title+v.Unit.Name != "" {
				t.Errorf("%s: hidden, and yet %+v", review, v)
			}
		}
	}
	if v := Of(report.Example{Content: refused, Review: report.Accepted}, u, "", day); v.Name != "L.V.P." {
		t.Errorf("nobody in particular reads %q", v.Name)
	}
}

// Of a name without letters nothing can be told, and nothing else is.
func TestNameWithoutLetters(t *testing.T) {
	c := refused
	c.Name = "???"
	if v := of(c); v.Name != somebody || v.Named || v.Place != "" || v.Born != 0 || v.Publicity != Initials || len(v.Photos) != 0 {
		t.Errorf("%+v", v)
	}
}

// A text to which everybody agreed leaves byte for byte.
func TestAgreedAsWritten(t *testing.T) {
	c := refused
	c.Consent = report.NameAndPhoto
	c.Name, c.Title, c.Summary = "ông  Lò Văn Pản ", "Lo\u0300 Văn  Pản\r\n", " “Pản” … \u200b"
	v := of(c)
	if v.Name != c.Name || v.Title != c.Title || v.Summary != c.Summary || v.Place != c.Place || v.Born != c.Born || !v.Named || v.Publicity != Openly || len(v.Photos) != 1 {
		t.Errorf("%+v", v)
	}
	c.Consent = report.NameOnly
	if v := of(c); v.Name != c.Name || v.Publicity != Named || len(v.Photos) != 0 {
		t.Errorf("%+v", v)
	}
}

// Where nothing is to be hidden, bytes stay that are no text.
func TestNothingToHide(t *testing.T) {
	if s := "Ông Pản\xff"; (mask{}).apply(s) != s {
		t.Error("a mask that hides nothing changes a text")
	}
}

// A View says who did not agree for a child.
func TestWhyNotOfAChild(t *testing.T) {
	for _, test := range []struct {
		guardian, own bool
		want          []Reason
	}{
		{true, true, []Reason{Child}},
		{true, false, []Reason{Child, NoOwn}},
		{false, true, []Reason{Child, NoGuardian}},
		{false, false, []Reason{Child, NoGuardian, NoOwn}},
	} {
		c := refused
		c.Born, c.Consent, c.GuardianConsent, c.ChildConsent = 2015, report.NameAndPhoto, test.guardian, test.own
		if v := of(c); !slices.Equal(v.Why, test.want) {
			t.Errorf("guardian %t, child %t: %q, want %q", test.guardian, test.own, v.Why, test.want)
		}
	}
}

// A View holds nothing by which one could get back to what was written.
func TestViewLeadsNowhere(t *testing.T) {
	c := refused
	c.Groups = []report.Group{report.Farmer}
	e := report.Example{Content: c, Review: report.Accepted, Periods: []report.Period{{Duty: report.Month, Year: 2026, Number: 11}}}
	v := Of(e, report.Unit{}, Public, report.NewDate(2026, 11, 20))
	v.Groups[0], v.Periods[0] = report.Worker, report.Period{}
	if e.Content.Groups[0] != report.Farmer || e.Periods[0].Year != 2026 {
		t.Error("a View shares what it lists with the example")
	}
	var raw []string
	walk(reflect.TypeFor[View](), func(at reflect.Type) {
		if strings.HasPrefix(at.String(), "report.") && slices.Contains([]string{"Example", "Content", "Draft", "Media", "Agreement"}, at.Name()) {
			raw = append(raw, at.String())
		}
	})
	if raw != nil {
		t.Errorf("a View holds %q", raw)
	}
}

// walk visits a type and what it is made of.
func walk(at reflect.Type, visit func(reflect.Type)) {
	visit(at)
	switch at.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
		walk(at.Elem(), visit)
	case reflect.Struct:
		if at.PkgPath() != "time" {
			for i := range at.NumField() {
				walk(at.Field(i).Type, visit)
			}
		}
	}
}
