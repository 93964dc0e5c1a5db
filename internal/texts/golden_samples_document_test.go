package texts_test

import (
	"slices"
	"time"

	. "guongsang/internal/texts"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/word"
)

// documents are the sentences of the Word documents.
func documents() map[string][]string {
	none := report.Summary{Schedule: month, At: at}
	overdue := at.AddDate(0, 0, 5)
	all := summary
	all.Total = report.Figures{Duties: 40, OnTime: 40, Examples: 49}
	all.Before, all.At = &before, overdue
	nils := summary
	nils.Total = report.Figures{Duties: 12, Nil: 5, NilLate: 1, Missing: 7, Waiting: 0}
	nils.Before, nils.At = &report.Figures{Duties: 12, Nil: 5, Missing: 7}, overdue
	nils.ByCategory, nils.ByObject = nil, nil
	silent := summary
	silent.Total = report.Figures{Duties: 12, Missing: 12, Unconnected: 12}
	lostAll := summary
	lostAll.Total = report.Figures{Duties: 12, OnTime: 9, Missing: 3, Unreachable: 3}
	partly := summary
	partly.Total = report.Figures{Duties: 12, OnTime: 3, Nil: 6, NilLate: 6, Missing: 3, Unconnected: 1, Unreachable: 2}
	compared := summary
	compared.Before, compared.At = &before, overdue
	compared.Total.Waiting = 2
	compared.ByReview = map[report.Review]int{report.Accepted: 30, report.Selected: 8, report.Published: 5, report.Returned: 4, report.Received: 5}
	balance := report.Balance{
		Total: 52, Labour: 14, Workers: 2, Farmers: 12, SmallCollectives: 5, Remote: 11, Border: 8, Persons: 38, Women: 15, GenderKnown: 35,
		Minorities: 20, Leaders: 6, Others: 29, NoPosition: 3, ByField: map[report.Field]int{report.Education: 12, report.Economy: 20}, NoField: 20,
		Idle: []report.Field{report.Health, report.Digital},
	}
	full := report.Balance{Total: 3, Persons: 2, Women: 2, GenderKnown: 2, Others: 2}
	men := report.Balance{Total: 1, Persons: 1, GenderKnown: 1, Minorities: 1, Leaders: 1, Idle: []report.Field{report.Digital}}
	refused := example
	refused.Content.Consent, refused.Content.Position = report.NotGiven, "Lò Thị Xuân An là giáo viên"
	minor := behalf
	minor.Sent = at
	minor.Content.Position = "Học sinh lớp 9A1"
	minor.Content.Summary = "Trên đường từ trường THCS Vàng Bó về bản Vàng Bó 2, em Minh nhặt được chiếc ví."
	crowd := report.Example{Content: model}
	crowd.Content.Consent = report.NotGiven
	year := []report.MonthCount{{Period: october.Add(-9), Examples: 31}, {Period: october, Examples: 7}, {Period: november, Examples: 12}, {Period: november.Add(1)}}
	quarters := []report.MonthCount{{Period: quarter.Period.Add(-1), Examples: 31}, {Period: quarter.Period, Examples: 52}}
	digits := public(example, school)
	digits.Name, digits.Object = "5 không, 3 sạch", report.Collective
	digitModel := digits
	digitModel.Category = report.NewModel
	ofQuarter, emptyQuarter := compared, none
	ofQuarter.Schedule, emptyQuarter.Schedule = quarter, quarter
	january := report.Schedule{Period: report.Period{Duty: report.Month, Year: 2027, Number: 1}, From: report.NewDate(2026, 12, 15), Close: report.NewDate(2027, 1, 14)}
	bases := []LegalBasis{{Name: "Luật Thi đua, khen thưởng số 06/2022/QH15", Date: report.NewDate(2022, 6, 15)}}
	return map[string][]string{
		"LongDay":      {LongDay(today), LongDay(report.NewDate(2027, 2, 5)), LongDay(report.NewDate(2027, 3, 9))},
		"MonthOfIssue": {MonthOfIssue(today), MonthOfIssue(report.NewDate(2027, 1, 5))},
		"Share":        {Share(1, 3)},
		"Year":         {Year(today)},
		"Count":        each(Count, 0, 5, 12, 1234),
		"DocumentOpening": {DocumentOpening(office.Agency, nil, quarter, today), DocumentOpening(office.Agency, nil, quarter, quarter.Deadline), DocumentOpening(office.Agency, []LegalBasis{
			{Name: "Luật Thi đua, khen thưởng số 06/2022/QH15", Date: report.NewDate(2022, 6, 15)},
			{Name: "Nghị định số 09/2019/NĐ-CP của Chính phủ quy định về chế độ báo cáo của cơ quan hành chính nhà nước", Date: report.NewDate(2019, 1, 24)},
			{Name: "Quy chế làm việc", Date: report.NewDate(2026, 2, 3)}, {Name: "Kế hoạch số 5/KH-UBND"},
		}, month, today), DocumentOpening(office.Agency, nil, january, report.NewDate(2027, 1, 22)), DocumentOpening(office.Agency, nil, january, today)},
		"Citing":            {Citing(nil, "Thực hiện chế độ định kỳ."), Citing([]LegalBasis{{Name: "Luật số 06/2022/QH15", Date: report.NewDate(2022, 6, 15)}}, "Đến nay, đã đủ.")},
		"LetterForm":        each(LetterForm, report.LetterForms...),
		"LetterFormUnknown": {LetterFormUnknown("xã hội")},
		"DocumentNumber": {
			DocumentNumber(report.StateForm, "BC", "VHXH"), DocumentNumber(report.BranchForm, "", "UBND-NV"), DocumentNumber(report.MassForm, "", ""),
			DocumentNumber(report.PartyForm, "BC", "ĐU"), DocumentNumber(report.PartyForm, "", ""), DocumentNumber(report.YouthForm, "", "ĐTN"),
		},
		"NumberInText":  {NumberInText(report.StateForm, "BC", "VHXH"), NumberInText(report.PartyForm, "", "ĐU")},
		"KeptBy":        {KeptBy(report.StateForm, "NV"), KeptBy(report.StateForm, ""), KeptBy(report.PartyForm, "")},
		"Annex":         each(Annex, 1, 2, 3),
		"DocumentTitle": {DocumentTitle(november)},
		"PaperTitle":    {PaperTitle("press", november), PaperTitle("nominees", november)},
		"Office.DocumentStandings": sections(office.DocumentStandings(compared, Annex(2)), office.DocumentStandings(all, ""),
			office.DocumentStandings(nils, Annex(1)), office.DocumentStandings(silent, Annex(1)),
			office.DocumentStandings(lostAll, Annex(1)), office.DocumentStandings(partly, Annex(1)), office.DocumentStandings(none, "")),
		"DocumentBlock":           {DocumentBlock("Khối 7"), DocumentBlock("")},
		"DocumentGap":             {DocumentGap(report.Gap{}), DocumentGap(report.Gap{Have: 1, Need: 2}), DocumentGap(report.Gap{Contact: report.Unconnected}), DocumentGap(report.Gap{Have: 1, Need: 2, Contact: report.Unreachable})},
		"DocumentGapNote":         {DocumentGapNote(report.Gap{Have: 1, Need: 2}), DocumentGapNote(report.Gap{Contact: report.Unconnected})},
		"DocumentPart":            {DocumentPart(report.Gap{Have: 1, Need: 2})},
		"Office.DocumentReminded": {office.DocumentReminded(at), office.DocumentReminded(time.Time{})},
		"DocumentGaps":            {DocumentGaps(report.Reachable, 18), DocumentGaps(report.Unconnected, 8), DocumentGaps(report.Unreachable, 1)},
		"DocumentProposals": sections(DocumentProposals(office.Council, office.Agency, summary, 5, Annex(2)),
			DocumentProposals(office.Council, office.Agency, none, 0, ""), DocumentProposals(office.Council, office.Agency, all, 1, "")),
		"DocumentResults":       sections(DocumentResults(compared, balance, nil), DocumentResults(none, report.Balance{}, year), DocumentResults(ofQuarter, balance, year), DocumentResults(emptyQuarter, report.Balance{}, year), DocumentResults(ofQuarter, balance, quarters)),
		"DocumentBalance":       sections(DocumentBalance(balance), DocumentBalance(full), DocumentBalance(men)),
		"DocumentBorn":          {"(" + DocumentBorn(public(minor, school)) + ")"},
		"DocumentNote":          each(DocumentNote, public(example, school), public(minor, school)),
		"DocumentName":          each(DocumentName, public(example, school), digits, digitModel),
		"DocumentWho":           each(DocumentWho, public(example, school), public(minor, school), digits),
		"DocumentDeed":          each(DocumentDeed, public(example, school), public(minor, school)),
		"DocumentStory":         each(DocumentStory, public(example, school), public(refused, school), public(minor, school), public(crowd, unit)),
		"PhotoCaption":          each(PhotoCaption, public(example, school), public(minor, school)),
		"Office.UrgeBody":       sections(office.UrgeBody(summary, 27, true, bases, report.NewDate(2026, 11, 27)), office.UrgeBody(partly, 3, false, nil, report.Date{}), office.UrgeBody(ofQuarter, 1, false, nil, report.NewDate(2027, 1, 4)), issuedBy.UrgeBody(ofQuarter, 1, false, nil, report.NewDate(2027, 1, 4))),
		"UrgeTitle":             {UrgeTitle(november)},
		"IntroductionTitle":     {IntroductionTitle(unit.Name, false, fourth), IntroductionTitle("Bản Nà Cúng", true, november)},
		"UrgeAddressees":        {UrgeAddressees()},
		"IntroductionAddressee": {IntroductionAddressee(office.Agency, office.Council)},
		"IntroductionOpening":   {IntroductionOpening(unit.Name, november, 2), IntroductionOpening(unit.Name, fourth, 1)},
		"IntroductionFacts":     sections(IntroductionFacts(own(model)), IntroductionFacts(own(child)), IntroductionFacts(own(report.Content{Category: report.GoodDeed, Object: report.Person, Born: 1988, Gender: "Nữ", Field: report.Education}))),
		"IntroductionStory":     sections(IntroductionStory(own(model))),
		"IntroductionSigner":    {IntroductionSigner()},
		"TemplateProblem":       each(TemplateProblem, templateProblems...),
		"TemplateAgain":         {TemplateAgain(TemplateProblem(templateProblems[0]), 3)},
		"TemplateWarning":       {TemplateWarning(TemplateProblem(templateProblems[0]))},
		"TemplateUnmarked":      {TemplateUnmarked("{{luu_hanh}}")},
		"TemplateUnused":        {TemplateUnused([]string{"han", "guong.anh"})},
	}
}

// templateProblems are one of each fault, and of each place.
var templateProblems = []word.Problem{
	{Fault: word.Unknown, Tag: "{{mo_dauu}}", Instead: "{{mo_dau}}", Part: word.Body, Where: "Kính gửi: {{mo_dauu}}"},
	{Fault: word.Unknown, Tag: "{{ngan_sach}}", Part: word.Header, Where: "… {{ngan_sach}} …"},
	{Fault: word.Outside, Tag: "{{ten}}", Instead: "{{guong.ten}}", Lists: []string{"guong", "khoi"}, Part: word.Body, Room: word.Cell, Where: "{{ten}}"},
	{Fault: word.Outside, Tag: "{{#viec}}", Lists: []string{"guong"}, Part: word.FirstHeader, Where: "{{#viec}}"},
	{Fault: word.Misused, Tag: "{{guong}}", Name: "guong", Instead: "{{#guong}}", Part: word.EvenHeader, Where: "{{guong}}"},
	{Fault: word.Misused, Tag: "{{#ky}}", Name: "ky", Instead: "{{ky}}", Part: word.Footer, Where: "{{#ky}}"},
	{Fault: word.Misused, Tag: "{{guong}}", Name: "guong", Instead: "{{/guong}}", Part: word.FirstFooter, Where: "{{guong}}"},
	{Fault: word.Unclosed, Tag: "{{#guong}}", Instead: "{{/guong}}", Part: word.EvenFooter, Where: "{{#guong}}"},
	{Fault: word.Unopened, Tag: "{{/guong}}", Instead: "{{#guong}}", Part: word.Footnotes, Where: "{{/guong}}"},
	{Fault: word.Apart, Tag: "{{#guong}}", Part: word.Endnotes, Where: "{{#guong}}"},
	{Fault: word.Cells, Tag: "{{#guong}}", Name: "guong", Part: word.Body, Room: word.Cell, Where: "{{#guong}}"},
	{Fault: word.Controlled, Tag: "{{#guong}}", Part: word.Body, Room: word.Control, Where: "{{#guong}}"},
	{Fault: word.Swapped, Tag: "{{/guong}}", Part: word.Body, Room: word.Box, Where: "{{/guong}}"},
	{Fault: word.NotAlone, Tag: "{{anh}}", Part: word.Body, Where: "Ảnh: {{anh}}"},
	{Fault: word.Malformed, Tag: "{{ky}", Instead: "{{ky}}", Part: word.Body, Where: "tháng {{ky}"},
	{Fault: word.Malformed, Tag: "{{", Part: word.Body, Where: "tháng {{"},
	{Fault: word.Doubtful, Tag: "{ky}", Instead: "{{ky}}", Part: word.Body, Where: "tháng {ky}"},
	{Fault: word.Tracked, Part: word.Body, Where: "Kính gửi"},
	{Fault: word.Commented, Part: word.Comments, Where: "Sửa lại câu này"},
	{Fault: word.Protected, Part: word.Body}, {Fault: word.Outside, Tag: "{{doan}}", Lists: []string{"ket_qua"}, Part: word.Footnotes, Where: "Theo {{doan}}"},
	{Fault: word.Unfilled, Tag: "{{ky}}", Part: word.Diagram, Where: "{{ky}}"}, {Fault: word.Unfilled, Tag: "{{ky}}", Part: word.Chart, Where: "{{ky}}"},
	{Fault: word.Unfilled, Tag: "{{ky}}", Part: word.Body},
	{Fault: word.Bound, Tag: "{{ky}}", Part: word.Body, Room: word.Control, Where: "tháng {{ky}}"},
	{Fault: word.Updated, Tag: "{{ky}}", Part: word.Body, Where: "tháng {{ky}}"},
}

// public is what everybody may see of an example that a unit introduced.
func public(e report.Example, u report.Unit) privacy.View {
	return privacy.Of(e, u, privacy.Public, today)
}

// own is what the unit itself sees of what it wrote.
func own(c report.Content) privacy.View {
	return privacy.Of(report.Example{Content: c}, unit, privacy.Desk, today)
}

// sections are lists of paragraphs.
func sections(all ...[]string) []string { return slices.Concat(all...) }
