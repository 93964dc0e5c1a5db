package digest

import (
	"context"
	"fmt"
	"maps"
	"time"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/word"
)

// addressed is how many units stand in a letter itself, which is one page with so
// many; more are listed behind it.
const addressed = 5

// An UrgeInput is everything that the letter to the units which have not
// reported says.
type UrgeInput struct {
	Office     texts.Office
	Letterhead Letterhead
	Summary    report.Summary
	By         report.Date // before which they are asked to; zero: the deadline is still to come
}

// Urge makes the letter (công văn đôn đốc) to the units that have not
// reported, those that cannot be reached by chat too: a letter comes to them.
func Urge(ctx context.Context, in UrgeInput, template []byte) ([]byte, error) {
	about := word.About{Title: texts.UrgeTitle(in.Summary.Schedule.Period), Author: agencyHead(in.Office, in.Letterhead).full}
	return fillTemplate(ctx, UrgeTemplate, template, urgeValues(in), about)
}

func urgeValues(in UrgeInput) word.Values {
	sum, o := in.Summary, in.Office
	head := agencyHead(o, in.Letterhead)
	listed := len(sum.Gaps) > addressed
	rows := gapRows(o, sum.Gaps, nil)
	for _, row := range rows {
		row["ten"] = row["don_vi"]
	}
	body := o.UrgeBody(sum, len(rows), listed, in.Letterhead.basesOf(head.Form, o, sum.At), in.By)
	end := len(body) - 1
	values := letterheadValues(o, in.Letterhead, head, "", sum.Schedule.Period, sum.At)
	maps.Copy(values, word.Values{
		"mot_noi_gui": word.Flag(listed || len(rows) == 1),
		"kinh_gui":    word.Text(texts.UrgeAddressees()),
		"noi_gui":     word.List{},
		"noi_dung":    paragraphs("doan", body[:end]),
		"loi_ket":     word.Text(body[end]), // apart: it stays on the page of the signature

		"noi_dung_dau": paragraphs("doan", body[:end-1]),
		"noi_dung_ket": paragraphs("doan", body[end-1:]), // these two stay there, so that it is not alone
		"danh_sach":    word.Flag(listed),
		"don_vi":       rows,
		"han":          word.Text(texts.LongDay(sum.Schedule.Deadline)),
	})
	lastApart(values, "don_vi", rows, together)
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
// its own introductions, to be signed by its head; of a village, which issues no
// letters, a slip (phiếu giới thiệu). It says all that the unit wrote: it goes to the
// agency and nowhere else. The template is that of the name of TemplateName, or nil.
func Introduction(ctx context.Context, in IntroductionInput, template []byte) ([]byte, error) {
	if err := privacy.CheckForDesk(in.Examples...); err != nil {
		return nil, fmt.Errorf("letter of %s for %s: %w", in.Unit.Code, in.Period, err)
	}
	name := in.TemplateName()
	about := word.About{Title: texts.IntroductionTitle(in.Unit.Name, name == SlipTemplate, in.Period), Author: in.Unit.Name}
	return fillTemplate(ctx, name, template, in.Volume.cut(introductionValues(in)), about)
}

// TemplateName is the template from which it is made.
func (in IntroductionInput) TemplateName() string {
	if unitHead(in.Office, in.Unit).Form == report.SlipForm {
		return SlipTemplate
	}
	return IntroductionTemplate
}

func introductionValues(in IntroductionInput) word.Values {
	o, l, head := in.Office, in.Letterhead, unitHead(in.Office, in.Unit)
	if l.SignerTitle = head.Signer; l.SignerTitle == "" {
		l.SignerTitle = texts.IntroductionSigner()
	}
	if head.Place != "" {
		l.Place = head.Place
	}
	opening := texts.IntroductionOpening(in.Unit.Name, in.Period, len(in.Examples))
	if head.Form != report.SlipForm {
		opening = texts.Citing(l.basesOf(head.Form, o, in.At), opening)
	}
	values := letterheadValues(o, l, head, "", in.Period, in.At)
	rows := word.List{}
	for i, v := range in.Examples {
		all := photos(v, in.Open)
		row := word.Values{
			"tt":         word.Text(texts.Number(i + 1)),
			"ten":        word.Text(texts.DocumentName(v)),
			"tieu_de":    word.Text(v.Title),
			"thong_tin":  paragraphs("dong", texts.IntroductionFacts(v)),
			"cau_chuyen": paragraphs("doan", texts.IntroductionStory(v)),
			"anh":        all,
		}
		sideBySide(row, "anh", captioned(all, ""))
		rows = append(rows, row)
	}
	maps.Copy(values, word.Values{
		"tap":         word.Text(""),
		"kinh_gui":    word.Text(texts.IntroductionAddressee(o.Agency, o.Council)),
		"noi_xem_xet": word.Text(o.Agency),
		"mo_dau":      word.Text(opening),
		"guong":       rows,
	})
	return values
}
