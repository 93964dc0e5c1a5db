package digest

import (
	"context"
	"fmt"
	"maps"
	"strings"
	"time"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/word"
)

// addressed is how many units stand in a letter itself; more are listed
// behind it.
const addressed = 8

// An UrgeInput is everything that the letter to the units which have not
// reported says.
type UrgeInput struct {
	Office     texts.Office
	Letterhead Letterhead
	Summary    report.Summary
	By         report.Date // until when they are asked to; zero: the letter does not say
}

// Urge makes the letter (công văn đôn đốc) to the units that have not
// reported, those that cannot be reached by chat too: a letter comes to them.
func Urge(ctx context.Context, in UrgeInput, template []byte) ([]byte, error) {
	return fillTemplate(ctx, UrgeTemplate, template, urgeValues(in))
}

func urgeValues(in UrgeInput) word.Values {
	sum, o := in.Summary, in.Office
	listed := len(sum.Gaps) > addressed
	rows := gapRows(sum.Gaps)
	for _, row := range rows {
		row["ten"] = row["don_vi"]
	}
	body := o.UrgeBody(sum, len(rows), listed, in.By)
	end := len(body) - 1
	values := letterheadValues(o, in.Letterhead, sum.Schedule.Period, sum.At)
	maps.Copy(values, word.Values{
		"mot_noi_gui": word.Flag(listed || len(rows) == 1),
		"kinh_gui":    word.Text(texts.UrgeAddressees()),
		"noi_gui":     word.List{},
		"noi_dung":    paragraphs("doan", body[:end]),
		"loi_ket":     word.Text(body[end]), // apart: it stays on the page of the signature
		"danh_sach":   word.Flag(listed),
		"don_vi":      rows,
		"han":         word.Text(texts.LongDay(sum.Schedule.Deadline)),
	})
	switch {
	case listed:
	case len(rows) == 1:
		values["kinh_gui"] = rows[0]["ten"]
	default:
		values["noi_gui"] = addressees(sum.Gaps)
	}
	return values
}

// addressees end with a semicolon each, the last with a full stop.
func addressees(gaps []report.Gap) word.List {
	list := word.List{}
	for i, g := range gaps {
		end := ";"
		if i == len(gaps)-1 {
			end = "."
		}
		list = append(list, word.Values{"noi": word.Text(g.Unit.Label() + end)})
	}
	return list
}

// An IntroductionInput is everything that a unit's letter says.
type IntroductionInput struct {
	Office     texts.Office
	Letterhead Letterhead // of the unit: place, signer; the rest may be empty
	Unit       report.Unit
	Period     report.Period
	Examples   []privacy.View // as the desk sees them
	Open       OpenMedia      // nil: no photos
	At         time.Time
	Volume     Volume // of which this is made
}

// Introduction makes the letter (công văn giới thiệu) by which a unit sends
// its own introductions, to be signed by its head. It says all that the unit
// wrote: the letter goes to the agency and nowhere else.
func Introduction(ctx context.Context, in IntroductionInput, template []byte) ([]byte, error) {
	if err := privacy.CheckForDesk(in.Examples...); err != nil {
		return nil, fmt.Errorf("letter of %s for %s: %w", in.Unit.Code, in.Period, err)
	}
	return fillTemplate(ctx, IntroductionTemplate, template, in.Volume.cut(introductionValues(in)))
}

func introductionValues(in IntroductionInput) word.Values {
	o, l := in.Office, in.Letterhead
	if l.SignerTitle == "" {
		l.SignerTitle = texts.IntroductionSigner()
	}
	values := letterheadValues(o, l, in.Period, in.At)
	rows := word.List{}
	for i, v := range in.Examples {
		rows = append(rows, word.Values{
			"tt":         word.Text(texts.Number(i + 1)),
			"ten":        word.Text(v.Name),
			"tieu_de":    word.Text(v.Title),
			"thong_tin":  paragraphs("dong", texts.IntroductionFacts(v)),
			"cau_chuyen": paragraphs("doan", texts.IntroductionStory(v)),
			"anh":        photos(v, in.Open),
		})
	}
	switch {
	case in.Unit.Superior != "":
		values["chu_quan"] = upper(in.Unit.Superior)
	case strings.EqualFold(in.Unit.Name, o.Organization):
		values["chu_quan"] = word.Text("")
	}
	if in.Unit.Symbol != "" {
		values["ky_hieu"] = word.Text(in.Unit.Symbol)
	}
	maps.Copy(values, word.Values{
		"co_quan":     upper(in.Unit.Name),
		"tap":         word.Text(""),
		"ten_co_quan": word.Text(in.Unit.Name),
		"kinh_gui":    word.Text(texts.IntroductionAddressee(o.Agency, o.Council)),
		"noi_xem_xet": word.Text(o.Agency),
		"mo_dau":      word.Text(texts.IntroductionOpening(in.Unit.Name, in.Period, len(in.Examples))),
		"guong":       rows,
	})
	return values
}
