package form

import (
	"bytes"
	"context"
	"fmt"
	"reflect"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// changed has another value for every field of a content.
var changed = map[string]any{
	"Category": report.NewModel, "Object": report.Collective, "Name": "Sùng A Dế Lớn", "Place": "bản Sin Chải", "Title": "Hiến 450 m² đất làm đường",
	"Summary": "Ông Vàng Văn Păn vận động 18 hộ giao nộp súng tự chế.", "Consent": report.NameOnly, "ChildConsent": true, "GuardianConsent": true,
	"Agreement": report.Agreement{}, "Born": 1990, "BornOn": report.NewDate(1988, 4, 3), "Under16": report.Yes, "Gender": "nữ", "Ethnicity": "Hà Nhì",
	"Position": "trưởng bản Nà Đoong", "Groups": []report.Group{report.Farmer, report.Worker}, "Field": report.Health, "Results": "giúp 99 hộ ở Huổi Lá",
	"More": report.More{Theme: "Dân vận khéo", Quote: "Làm ở Nà Đoong thì vui", Link: "https://baolaichau.vn/guong"}, "Spread": "Bản Hon làm theo", "When": "từ tháng 9/2026", "Honoured": "Bằng khen của tỉnh năm 2021",
	"Media": []report.Media{{Kind: "photo", Unique: "P1", Caption: "Cầu Nậm Na"}, {Kind: "photo", Unique: "P2"}, {Kind: "document", Unique: "D1"}},
}

// changedMore has another value for every field that letters ask besides.
var changedMore = map[string]any{
	"Phone": "0912 345 678", "Author": "Nguyễn Thị Lan", "AuthorUnit": "Hội Phụ nữ xã", "AuthorPhone": "0987 654 321", "Theme": "Dân vận khéo",
	"Proposal": report.Certificate, "Cleared": "Vàng Thị Hoa", "Leads": report.Yes, "Members": 12, "Women": 8, "Chief": "Lò Thị Mai",
	"Quote": "Đường rộng thì cả bản Nà Đoong được nhờ", "Article": "Một buổi sáng ở Nà Đoong.", "Link": "https://baolaichau.vn/guong", "Video": "https://youtu.be/guong",
	"Since": "tháng 3/2025", "RunBy": "anh Giàng A Páo", "Reach": "48 hộ", "Cost": "15 triệu đồng", "Lasting": "có quỹ 20 triệu đồng",
}

// notThere lists, for each place that a content goes through, the fields that it
// leaves out, and why. A field that is not here has to show there.
var notThere = map[string]map[string]string{
	"size": {
		"Category": "chosen", "Object": "chosen", "Consent": "chosen", "ChildConsent": "chosen", "GuardianConsent": "chosen", "Agreement": "made of the others",
		"More.Proposal": "chosen", "More.Leads": "chosen", "More.Members": "a number", "More.Women": "a number", "More.Article": "has its own limit",
		"Born": "a number", "BornOn": "a number", "Under16": "chosen", "Gender": "chosen", "Groups": "chosen", "Field": "chosen",
	},
	"facts": {
		"Category": "tells nothing of the person", "Object": "tells nothing of the person", "Consent": "is what they are for", "ChildConsent": "is what they are for",
		"GuardianConsent": "is what they are for", "Agreement": "is made of them", "Under16": "never shown", "Gender": "never shown", "Ethnicity": "never shown",
		"Groups": "only counted", "Field": "only counted", "BornOn": "its year is that of Born",
		"More.Phone": "never shown", "More.AuthorPhone": "never shown", "More.Cleared": "never shown", "More.Proposal": "never shown",
		"More.Author": "tells nothing of the person", "More.AuthorUnit": "tells nothing of the person", "More.Leads": "chosen",
	},
	"view of everybody": {
		"More.Phone": "private", "More.AuthorPhone": "private", "More.Cleared": "only for the agency", "More.Proposal": "only for the agency",
		"ChildConsent": "asked of a child alone", "GuardianConsent": "asked of a child alone", "Gender": "only for the desk",
		"Ethnicity": "sensitive: only as counts (Decree 356/2025, art. 4)",
	},
	"view of the desk": {
		"ChildConsent": "asked of a child alone", "GuardianConsent": "asked of a child alone",
	},
	"card": {
		"ChildConsent": "asked of a child alone", "GuardianConsent": "asked of a child alone",
	},
	"preview": {
		"ChildConsent": "asked of a child alone", "GuardianConsent": "asked of a child alone",
	},
	"workbook": {
		"ChildConsent": "asked of a child alone", "GuardianConsent": "asked of a child alone", "Ethnicity": "sensitive: only as counts (Decree 356/2025, art. 4)",
		"BornOn": "its year is that of Born",
	},
}

var (
	ofPT001   = report.Unit{Code: "PT001", Name: "Trạm Y tế Hoa Ban", Block: "Khối 1", Month: true}
	november  = report.Period{Duty: report.Month, Year: 2026, Number: 11}
	exampleOn = report.NewDate(2026, 11, 20)
)

// places make of an example what can be compared.
var places = map[string]func(t *testing.T, e report.Example) string{
	"size": func(_ *testing.T, e report.Example) string { return fmt.Sprint(size(e.Content)) },
	"facts": func(_ *testing.T, e report.Example) string {
		return fmt.Sprint(privacy.Agree(e.Content, exampleOn))
	},
	"view of everybody": func(_ *testing.T, e report.Example) string {
		return fmt.Sprintf("%+v", privacy.Of(e, ofPT001, privacy.Public, exampleOn))
	},
	"view of the desk": func(_ *testing.T, e report.Example) string {
		v := privacy.Of(e, ofPT001, privacy.Desk, exampleOn)
		record, recognition := *v.Record, *v.Recognition // their places in memory say nothing
		v.Record, v.Recognition = nil, nil
		return fmt.Sprintf("%+v %+v %+v", v, record, recognition)
	},
	"card": func(_ *testing.T, e report.Example) string {
		o := texts.Office{Zone: time.UTC}
		public := privacy.Of(e, ofPT001, privacy.Public, exampleOn)
		return o.CardText(texts.Card{Example: e, Unit: ofPT001, Public: public}) + o.FullText(e, ofPT001.Name) + texts.CardTitle(e)
	},
	"preview": func(_ *testing.T, e report.Example) string {
		_, text := texts.Preview(report.Draft{Content: e.Content, Unit: "PT001"}, ofPT001.Name, november, report.OnTime, privacy.Of(e, ofPT001, privacy.Public, exampleOn), nil)
		return text
	},
	"workbook": workbookOf,
}

// workbookOf is the sheet of the examples.
func workbookOf(t *testing.T, e report.Example) string {
	t.Helper()
	views := privacy.Views([]report.Example{e}, report.NewDirectory([]report.Unit{ofPT001}), privacy.Desk, exampleOn)
	b, err := digest.Workbook(context.Background(), digest.WorkbookInput{Office: texts.Office{Zone: time.UTC}, Examples: views})
	if err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := book.GetRows(texts.SheetExamples)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(rows)
}

// Every field of a content shows in every place that a content goes through, or
// is left out there for a reason: a new one cannot be forgotten.
func TestEveryFieldIsKnownEverywhere(t *testing.T) {
	base := report.Content{
		Category: report.GoodDeed, Object: report.Person, Name: "Tẩn A Páo", Place: "bản Nà Cúng", Title: "Cứu hai cháu nhỏ",
		Summary: "Anh Páo lao xuống suối Nậm Na cứu 2 cháu nhỏ.", Consent: report.NameAndPhoto, Born: 1988, BornOn: report.NewDate(1988, 3, 12), Gender: "nam", Ethnicity: "Thái",
		Position: "nông dân", Groups: []report.Group{report.Farmer}, Field: report.Economy, Results: "32 hộ", Spread: "Ba bản", When: "tháng 5/2026", Honoured: "Giấy khen năm 2025",
		Media: []report.Media{{Kind: "photo", Unique: "P1", Caption: "Suối Nậm Na"}},
	}
	base.Agreement = privacy.Agree(base, exampleOn)
	example := func(c report.Content) report.Example {
		return report.Example{Number: "G-2026-0001", Unit: "PT001", Content: c, Review: report.Accepted, Version: 1, Sent: time.Unix(1, 0), Received: time.Unix(1, 0), Periods: []report.Period{november}}
	}
	was := map[string]string{}
	for place, of := range places {
		was[place] = of(t, example(base))
	}
	for i := range reflect.TypeFor[report.Content]().NumField() {
		field := reflect.TypeFor[report.Content]().Field(i).Name
		value, ok := changed[field]
		if !ok {
			t.Errorf("%s is new: give it another value here; doc.go says where a field belongs", field)
			continue
		}
		other := base
		reflect.ValueOf(&other).Elem().Field(i).Set(reflect.ValueOf(value))
		if field == "Born" {
			other.BornOn = report.Date{}
		}
		for place, of := range places {
			checkShows(t, field, place, was[place] != of(t, example(other)))
		}
	}
	for i := range reflect.TypeFor[report.More]().NumField() {
		field := reflect.TypeFor[report.More]().Field(i).Name
		value, ok := changedMore[field]
		if !ok {
			t.Errorf("More.%s is new: give it a value here; doc.go says where a field belongs", field)
			continue
		}
		other := base
		reflect.ValueOf(&other.More).Elem().Field(i).Set(reflect.ValueOf(value))
		if place := "view of everybody"; other.More != base.More { // as far as it was agreed to
			other.Agreement = privacy.Agree(other, exampleOn)
			with := base
			with.Agreement = other.Agreement
			checkShows(t, "More."+field, place, places[place](t, example(with)) != places[place](t, example(other)))
		}
		for place, of := range places {
			if place != "view of everybody" {
				checkShows(t, "More."+field, place, was[place] != of(t, example(other)))
			}
		}
	}
}

// checkShows holds that a field shows in a place, or is left out there for a reason.
func checkShows(t *testing.T, field, place string, shows bool) {
	t.Helper()
	why := notThere[place][field]
	switch {
	case !shows && why == "":
		t.Errorf("%s does not show in the %s", field, place)
	case shows && why != "":
		t.Errorf("%s shows in the %s, where it should not (%s)", field, place, why)
	}
}
