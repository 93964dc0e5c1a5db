package digest

import (
	"time"

	"guongsang/internal/assess"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/word"
)

// The samples have everything that a template can ask for, so that Check sees
// every block. What they say is not read.
var (
	sampleUnit       = report.Unit{Code: "1", Name: "1", Block: "1"}
	sampleView       = privacy.View{Audience: privacy.Public, Review: report.Selected, Category: report.GoodDeed, Object: report.Person, Name: "A B"}
	sampleOffice     = texts.Office{Organization: "1", Agency: "2", Council: "3", Contact: "4", Zone: time.UTC}
	sampleLetterhead = Letterhead{Recipients: []string{"1"}}
	samplePeriod     = report.Period{Duty: report.Month, Year: 2026, Number: 11}
)

func sampleSummary() report.Summary {
	figures := report.Figures{Duties: 1, Missing: 1, Examples: 1}
	return report.Summary{
		Schedule: report.Schedule{Period: samplePeriod}, Total: figures,
		Blocks: []report.BlockFigures{{Block: sampleUnit.Block, Figures: figures}}, Gaps: []report.Gap{{Unit: sampleUnit, Need: 1}},
	}
}

func sampleReport() word.Values {
	sum := sampleSummary()
	values := reportValues(ReportInput{
		Office: sampleOffice, Letterhead: sampleLetterhead, Summary: sum, Balance: report.Balance{Total: 1}, Examples: []privacy.View{sampleView},
		Assessment: []assess.Paragraph{{Part: assess.Strengths, Text: "1"}, {Part: assess.Tasks, Text: "1"}},
	})
	lastApart(values, "cac_ky", partRows([]report.Part{{Period: samplePeriod}}), together)
	values["hinh"] = word.List{{"anh": word.Photos{}, "chu_thich": word.Text("")}}
	sampleGrid(values, "hinh")
	values["don_vi_chua_ket_noi"], values["don_vi_mat_lien_lac"] = values["don_vi_chua_gui"], values["don_vi_chua_gui"]
	part := values["nhom_chua_gui"].(word.List)[0]
	part["khong_nhac"] = word.Flag(true)
	severalRows(part)
	return always(severalRows(values))
}

// sampleGrid has pictures in pairs, and one apart.
func sampleGrid(values word.Values, name string) {
	one := word.Values{"anh": word.Photos{}, "chu_thich": word.Text("")}
	sideBySide(values, name, word.List{one, one, one})
}

func sampleUrge() word.Values {
	values := urgeValues(UrgeInput{Office: sampleOffice, Letterhead: sampleLetterhead, Summary: sampleSummary()})
	values["noi_gui"] = word.List{{"noi": word.Text("")}}
	return always(severalRows(values))
}

func sampleIntroduction() word.Values {
	own := sampleView
	own.Audience, own.Record = privacy.Desk, &privacy.Record{}
	values := introductionValues(IntroductionInput{
		Office: sampleOffice, Letterhead: sampleLetterhead, Unit: sampleUnit, Period: samplePeriod, Examples: []privacy.View{own},
	})
	sampleGrid(values["guong"].(word.List)[0], "anh")
	return always(values)
}

// sampleList is a list for an audience.
func sampleList(a privacy.Audience) ListInput {
	v := sampleView
	v.Audience = a
	if a == privacy.Internal {
		v.Recognition = &privacy.Recognition{Proposal: report.Praise}
	}
	return ListInput{Office: sampleOffice, Letterhead: sampleLetterhead, Period: samplePeriod, Examples: []privacy.View{v}}
}

func sampleAnnex() word.Values    { return severalRows(annexValues(sampleList(privacy.Internal))) }
func sampleNominees() word.Values { return severalRows(nomineesValues(sampleList(privacy.Internal))) }
func samplePress() word.Values    { return severalRows(pressValues(sampleList(privacy.Public))) }

// severalRows has rows in both parts of each list.
func severalRows(values word.Values) word.Values {
	for name, v := range values {
		if values[name+"_dau"] != nil {
			values[name+"_dau"], values[name+"_cuoi"] = v, v
		}
	}
	return values
}

func sampleArticle() word.Values {
	return articleValues(ArticleInput{Office: sampleOffice, View: sampleView, Title: "1", Sapo: "2", Body: []string{"3"}, Pictures: []ArticlePicture{{Caption: "4"}}})
}

// always sets every flag.
func always(values word.Values) word.Values {
	for name, v := range values {
		if _, ok := v.(word.Flag); ok {
			values[name] = word.Flag(true)
		}
	}
	return values
}
