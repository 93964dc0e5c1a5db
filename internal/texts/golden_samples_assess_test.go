package texts_test

import (
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	. "guongsang/internal/texts"

	"guongsang/internal/assess"
	"guongsang/internal/report"
)

// findings are all kinds in all variants, for a month and for half a year, which
// counts the times that units owed.
func findings() (all []assess.Finding) {
	share := func(n, of int) assess.Finding { return assess.Finding{Now: assess.Share{N: n, Of: of}} }
	rate := func(now, then assess.Share) assess.Finding { return assess.Finding{Now: now, Then: then} }
	run := assess.Finding{Now: assess.Share{N: 5, Of: 29}, Run: 3}
	blocks := []assess.Finding{{Blocks: []string{"Khối trường học"}}, {Blocks: []string{"Đảng, đoàn thể", "Khối trường học"}}}
	groups := []assess.Finding{{Groups: []report.Group{report.Worker}}, {Groups: []report.Group{report.SmallCollective, report.Border}}, {Groups: assess.Priority}}
	fields := []assess.Finding{{Fields: []report.Field{report.Digital}}, {Fields: []report.Field{report.Health, report.Rescue}}}
	up, down := rate(assess.Share{N: 26, Of: 29}, assess.Share{N: 22, Of: 27}), rate(assess.Share{N: 18, Of: 29}, assess.Share{N: 21, Of: 28})
	contacts := []assess.Finding{
		{Now: assess.Share{N: 6, Of: 11}, Then: assess.Share{N: 4}, Rest: assess.Share{N: 2}},
		{Now: assess.Share{N: 4, Of: 11}, Then: assess.Share{N: 4}}, {Now: assess.Share{N: 2, Of: 11}, Rest: assess.Share{N: 2}},
		{Now: assess.Share{N: 2, Of: 2}, Rest: assess.Share{N: 2}}, {Now: assess.Share{N: 1, Of: 1}, Then: assess.Share{N: 1}},
	}
	one := func(f assess.Finding) []assess.Finding { return []assess.Finding{f} }
	for _, part := range []struct {
		part assess.Part
		of   map[assess.Kind][]assess.Finding
	}{
		{assess.Strengths, map[assess.Kind][]assess.Finding{
			assess.AllSent: one(share(29, 29)), assess.MostSent: one(share(26, 29)), assess.RateUp: {up, rate(assess.Share{N: 9, Of: 10}, assess.Share{N: 8, Of: 10})}, assess.RateUpYear: one(up),
			assess.MoreExamples: {{Now: assess.Share{N: 19}, Then: assess.Share{N: 15}}, {Now: assess.Share{N: 19}, Then: assess.Share{N: 15}, Rest: assess.Share{N: 12}}},
			assess.Complete:     blocks, assess.AllOnTime: one(share(26, 26)), assess.Labour: one(share(12, 19)), assess.Places: one(share(8, 19)),
			assess.Women: one(share(5, 11)), assess.Minorities: one(share(7, 12)), assess.CommonPeople: {share(9, 11), share(13, 13)},
			assess.Published:   {{Now: assess.Share{N: 6, Of: 15}, Places: map[string]int{"telegram": 4, "cong": 3}}, share(6, 15)},
			assess.AllReviewed: one(share(19, 19)),
		}},
		{assess.Weaknesses, map[assess.Kind][]assess.Finding{
			assess.NoExample: one(share(0, 29)), assess.Missing: {share(3, 29), share(16, 29), share(29, 29)}, assess.RateDown: one(down), assess.RateDownYear: one(down),
			assess.LessExamples: one(assess.Finding{Now: assess.Share{N: 11}, Then: assess.Share{N: 15}}), assess.SilentBlocks: blocks, assess.SilentRun: one(run), assess.NilRun: one(run),
			assess.MostlyNil: {share(14, 26), share(5, 5)}, assess.Late: one(share(3, 26)), assess.IdleGroups: groups, assess.IdleFields: fields,
			assess.FewWomen: {share(2, 11), share(0, 11)}, assess.ManyLeaders: one(share(7, 11)), assess.Returned: one(share(2, 19)), assess.Unreviewed: one(share(7, 19)),
			assess.Unpublished: one(share(0, 15)), assess.Retracted: one(share(1, 19)), assess.Unconnected: one(share(4, 29)), assess.Unreachable: one(share(2, 29)),
		}},
		{assess.Causes, map[assess.Kind][]assess.Finding{
			assess.CauseContact: contacts, assess.CauseBlock: one(assess.Finding{Now: assess.Share{N: 8, Of: 11}, Blocks: []string{"Khối trường học"}}),
			assess.CauseSilence: one(assess.Finding{Now: assess.Share{N: 5, Of: 11}, Run: 3}), assess.CauseContent: one(share(2, 19)), assess.CauseBacklog: one(share(7, 19)),
		}},
		{assess.Tasks, map[assess.Kind][]assess.Finding{
			assess.TaskMissing: {share(11, 29), share(29, 29)}, assess.TaskBlocks: blocks, assess.TaskRun: one(run), assess.TaskNil: one(run), assess.TaskLate: one(share(3, 26)),
			assess.TaskGroups: groups, assess.TaskFields: fields,
			assess.TaskBalance:  {share(2, 11), {Rest: assess.Share{N: 7, Of: 11}}, {Now: assess.Share{N: 2, Of: 11}, Rest: assess.Share{N: 7, Of: 11}}},
			assess.TaskReturned: one(share(2, 19)), assess.TaskReview: one(share(7, 19)), assess.TaskPublish: one(share(0, 15)), assess.TaskRetract: one(share(1, 19)),
			assess.TaskContact: contacts, assess.TaskGoOn: one(share(0, 29)),
		}},
	} {
		for _, kind := range slices.Sorted(maps.Keys(part.of)) {
			for _, f := range part.of[kind] {
				for _, p := range []report.Period{november, firstHalf} {
					f.Part, f.Kind, f.Period = part.part, kind, p
					all = append(all, f)
				}
				f.Unfinished = true
				all = append(all, f)
			}
		}
	}
	return all
}

var firstHalf = report.Period{Duty: report.Half, Year: 2026, Number: 1}

// assessments are what is said of findings: of a half year only where that differs.
func assessments() map[string][]string {
	var said []string
	for _, f := range findings() {
		if s := office.Finding(f); !slices.Contains(said, s) {
			said = append(said, s)
		}
	}
	cumulated := report.Cumulation{
		Summary: report.Summary{
			Schedule: report.Schedule{Period: firstHalf, From: report.NewDate(2025, 12, 15), Close: report.NewDate(2026, 6, 14)}, At: at,
			Total:      report.Figures{Duties: 232, OnTime: 172, Late: 6, MadeUp: 2, Nil: 21, NilLate: 1, Missing: 31, Examples: 61},
			ByCategory: map[report.Category]int{report.GoodDeed: 40, report.NewModel: 21}, ByObject: map[report.Object]int{report.Person: 50, report.Collective: 11},
			ByReview: map[report.Review]int{report.Accepted: 61}, Gaps: make([]report.Gap, 2),
			Before: &report.Figures{Duties: 220, OnTime: 150, Missing: 70, Examples: 44},
		},
		Parts: []report.Part{{Period: november, Due: true}, {Period: november.Add(1)}, {Period: fourth, Due: true}}, Owing: 29, ExamplesDue: 61,
	}
	unfinished, unsent := cumulated, cumulated
	unfinished.Unfinished, unfinished.ExamplesDue = true, 54
	unsent.Total, unsent.ExamplesDue, unsent.Before = report.Figures{Duties: 232, Missing: 232}, 0, nil
	none := report.Cumulation{Summary: report.Summary{Schedule: cumulated.Schedule, At: at}}
	perfect := report.Cumulation{Summary: report.Summary{Schedule: cumulated.Schedule, At: at, Total: report.Figures{Duties: 29, OnTime: 29}}, Parts: cumulated.Parts[:1], Owing: 29}
	balance := report.Balance{Total: 61, Labour: 30, Idle: []report.Field{report.Digital}}
	year := report.Period{Duty: report.Year, Year: 2026, Number: 1}
	return map[string][]string{
		"Office.DocumentCumulated": append(append(office.DocumentCumulated(cumulated, &report.Figures{Duties: 200, OnTime: 120, Missing: 80, Examples: 61}, "Phụ lục II"),
			office.DocumentCumulated(none, nil, "")...), slices.Concat(office.DocumentCumulated(perfect, nil, ""),
			office.DocumentCumulated(unfinished, &report.Figures{Duties: 100, OnTime: 87, Missing: 13, Examples: 61}, ""),
			office.DocumentCumulated(unsent, &report.Figures{Duties: 200, Missing: 200}, ""))...),
		"DocumentCumulatedResults": append(DocumentCumulatedResults(cumulated, balance), DocumentCumulatedResults(none, report.Balance{})...),
		"DocumentCumulatedBalance": append(DocumentCumulatedBalance(firstHalf, balance), DocumentCumulatedBalance(year, report.Balance{Total: 1})...),
		"Office.Cumulated":         {office.Cumulated(cumulated), office.Cumulated(none)},
		"DocumentBlocks":           each(DocumentBlocks, november, firstHalf),
		"NoneYet":                  {NoneYet()},
		"DocumentRow":              each(DocumentRow, cumulated.Parts...),
		"ReportAskOf":              each(ReportAskOf, report.Half, report.Year),
		"AssessIntro":              each(AssessIntro, november, year),
		"Office.AssessEdited":      {office.AssessEdited("Hạnh", at, false), office.AssessEdited("Hạnh", at, true), office.AssessEdited("", at, false)},
		"AssessParagraph":          {AssessParagraph(3, 14, said[0])},
		"AskParagraph":             {AskParagraph(said[0], 800)},
		"AskNewParagraph":          {AskNewParagraph("Hạn chế", 800)},
		"ParagraphTooLong":         {ParagraphTooLong(800)},
		"ParagraphsLeftOut":        each(ParagraphsLeftOut, 1, 3),
		"TooManyParagraphs":        {TooManyParagraphs(60)},
		"AskRedraft":               {AskRedraft(november)},
		"Office.IssuedBy":          {office.IssuedBy(), Office{Issuer: office.Organization, Agency: office.Agency}.IssuedBy()},
		"Office.Finding":           said,
		"AssessPart":               each(AssessPart, assess.Parts[:]...),
	}
}

// Every kind of finding is among the samples.
func TestEveryFindingIsProofRead(t *testing.T) {
	source, err := os.ReadFile("../assess/rules.go")
	if err != nil {
		t.Fatal(err)
	}
	all := findings()
	for _, m := range regexp.MustCompile(`(?m)^\t\w+ +Kind = "(.+?)"`).FindAllStringSubmatch(string(source), -1) {
		if !slices.ContainsFunc(all, func(f assess.Finding) bool { return string(f.Kind) == m[1] }) {
			t.Errorf("no sample of %q", m[1])
		}
	}
}

// Every number that a finding's sentence says is one of its figures, or made of two.
func TestNumbersHaveTheirGround(t *testing.T) {
	number := regexp.MustCompile(`\d+(,\d+)?`)
	for _, f := range findings() {
		text := office.Finding(f)
		known := []string{"100"} // đạt 100%
		for _, n := range []int{f.Now.N, f.Now.Of, f.Then.N, f.Then.Of, f.Rest.N, f.Rest.Of, f.Run, f.Now.N - f.Then.N, f.Then.N - f.Now.N} {
			known = append(known, Count(n))
		}
		for _, n := range f.Places {
			known = append(known, Count(n))
		}
		for _, s := range []assess.Share{f.Now, f.Then, f.Rest} {
			known = append(known, number.FindString(Share(s.N, s.Of)))
		}
		moved := f.Now.Tenths() - f.Then.Tenths()
		moved = max(moved, -moved)
		known = append(known, strings.TrimSuffix(fmt.Sprintf("%d,%d", moved/10, moved%10), ",0"))
		for _, named := range []string{Period(f.Period), Period(f.Period.Add(-1)), fmt.Sprint(f.Period.LastYear().Year), "03 tháng gần đây"} {
			text = strings.ReplaceAll(text, named, "")
		}
		for _, n := range number.FindAllString(text, -1) {
			if !slices.Contains(known, n) {
				t.Errorf("%q: where is %s from? %+v", text, n, f)
			}
		}
	}
}
