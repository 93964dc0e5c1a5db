package digest

import (
	"context"
	"fmt"
	"maps"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/word"
)

// How many examples are told in the report itself; the others are in its list.
const (
	toldMonth   = 5
	toldQuarter = 10
)

// A ReportInput is everything that the report of a period says.
type ReportInput struct {
	Office     texts.Office
	Letterhead Letterhead
	Summary    report.Summary
	Balance    report.Balance
	Months     []report.MonthCount // of a quarter: what its months introduced
	Examples   []privacy.View      // as those who read the report may see them
	Open       OpenMedia           // nil: no photos
	Volume     Volume              // of which this is made
}

// Report makes the Word report of a period, in the layout of Decree 30/2020,
// of the agency's template or of the built-in one. It is a draft to be signed:
// number and day are blank.
func Report(ctx context.Context, in ReportInput, template []byte) ([]byte, error) {
	if err := privacy.CheckForOthers(in.Examples...); err != nil {
		return nil, fmt.Errorf("report of %s: %w", in.Summary.Schedule.Period, err)
	}
	return fillTemplate(ctx, ReportTemplate, template, in.Volume.cut(reportValues(in)))
}

func reportValues(in ReportInput) word.Values {
	sum, o := in.Summary, in.Office
	told := Notable(in.Examples, toldMonth)
	if sum.Schedule.Period.Duty == report.Quarter {
		told = Notable(in.Examples, toldQuarter)
	}
	pictures := pictures(told, in.Open)
	list, gaps, pages := annexes(len(in.Examples) > 0, len(sum.Gaps) > 0, len(pictures) > 0)
	council := o.Council
	if council == "" {
		council = o.Organization
	}
	values := letterheadValues(o, in.Letterhead, sum.Schedule.Period, sum.At)
	maps.Copy(values, figures(sum))
	maps.Copy(values, word.Values{
		"kinh_gui":            word.Text(council),
		"mo_dau":              word.Text(texts.DocumentOpening(o.Agency, in.Letterhead.Bases, sum.Schedule.Period)),
		"tinh_hinh":           paragraphs("doan", o.DocumentStandings(sum, gaps)),
		"khoi":                blockRows(sum),
		"co_guong":            word.Flag(len(in.Examples) > 0),
		"ket_qua":             paragraphs("doan", texts.DocumentResults(sum, in.Balance, in.Months)),
		"co_cau":              paragraphs("doan", texts.DocumentBalance(in.Balance)),
		"tieu_bieu":           exampleRows(told, in.Open),
		"chua_co_tieu_bieu":   word.Flag(len(told) == 0),
		"de_xuat":             numbered(texts.DocumentProposals(council, o.Agency, sum, len(told), in.Balance, gaps)),
		"guong":               exampleRows(in.Examples, in.Open),
		"don_vi_chua_gui":     gapRows(sum.Gaps),
		"nhom_chua_gui":       gapParts(sum),
		"don_vi_chua_ket_noi": gapRows(sum.GapsOf(report.Unconnected)),
		"don_vi_mat_lien_lac": gapRows(sum.GapsOf(report.Unreachable)),
		"tt_mat_lien_lac":     word.Text(texts.Number(2)), // of templates from when their list came behind that of the others
		"con_thieu":           word.Flag(len(sum.Gaps) > 0),
		"hinh":                pictures,
		"phu_luc_guong":       word.Text(list),
		"tap":                 word.Text(""), // of a volume: which it is
		"phu_luc_don_vi":      word.Text(gaps),
		"phu_luc_hinh":        word.Text(pages),
	})
	return values
}

// annexes names the annexes that there are: examples, units, pictures.
func annexes(examples, missing, pictures bool) (list, gaps, pages string) {
	n := 0
	next := func(is bool) string {
		if !is {
			return ""
		}
		n++
		return texts.Annex(n)
	}
	list = next(examples)
	gaps = next(missing)
	return list, gaps, next(pictures)
}

// figures are the bare numbers, for sentences of an agency's own.
func figures(sum report.Summary) word.Values {
	f, s := sum.Total, sum.Schedule
	values := word.Values{
		"han":        word.Text(texts.LongDay(s.Deadline)),
		"tu_ngay":    word.Text(texts.LongDay(s.From)),
		"den_ngay":   word.Text(texts.LongDay(s.Close)),
		"ty_le":      word.Text(texts.Share(f.Met(), f.Duties)),
		"ky_truoc":   word.Text(texts.Period(s.Period.Add(-1))),
		"khoa_so":    word.Text(texts.LongDay(s.Lock)),
		"so_dhtt":    word.Text(texts.Number(sum.ByCategory[report.Advanced])),
		"so_ntvt":    word.Text(texts.Number(sum.ByCategory[report.GoodDeed])),
		"so_mo_hinh": word.Text(texts.Number(sum.ByCategory[report.NewModel])),
	}
	for name, n := range map[string]int{
		"phai_gui": f.Duties, "da_gui": f.Met(), "gioi_thieu": f.Introduced(), "dung_han": f.OnTime, "muon": f.Late, "gui_bu": f.MadeUp,
		"khong_phat_sinh": f.Nil, "chua_gui": f.Missing, "chua_ket_noi": f.Unconnected, "mat_lien_lac": f.Unreachable, "tam_dung": f.Exempt, "so_guong": f.Examples,
	} {
		values[name] = word.Text(texts.Number(n))
	}
	return values
}

// blockRows are the blocks with units that owe; none if the units are in no
// blocks.
func blockRows(sum report.Summary) word.List {
	rows := word.List{}
	if len(sum.Blocks) == 1 && sum.Blocks[0].Block == "" {
		return rows
	}
	for _, b := range sum.Blocks {
		row := word.Values{"tt": word.Text(texts.Number(len(rows) + 1)), "ten": word.Text(texts.DocumentBlock(b.Block))}
		for name, n := range map[string]int{
			"phai_gui": b.Duties, "gioi_thieu": b.Introduced(), "khong_phat_sinh": b.Nil, "chua_gui": b.Missing, "chua_ket_noi": b.Unconnected, "mat_lien_lac": b.Unreachable, "so_guong": b.Examples,
		} {
			row[name] = word.Text(texts.Number(n))
		}
		rows = append(rows, row)
	}
	return rows
}

// exampleRows are examples as a document may show them.
func exampleRows(examples []privacy.View, open OpenMedia) word.List {
	rows := word.List{}
	for i, v := range examples {
		rows = append(rows, word.Values{
			"tt":         word.Text(texts.Number(i + 1)),
			"ma_so":      word.Text(v.Number),
			"ten":        word.Text(v.Name),
			"nam_sinh":   word.Text(texts.DocumentBorn(v)),
			"chuc_vu":    word.Text(v.Position),
			"don_vi":     word.Text(v.Unit.Name),
			"khoi":       word.Text(v.Unit.Block),
			"loai":       word.Text(texts.Category(v.Category)),
			"doi_tuong":  word.Text(texts.Object(v.Object)),
			"linh_vuc":   word.Text(texts.Field(v.Field)),
			"xem_xet":    word.Text(texts.Review(v.Review)),
			"ghi_chu":    word.Text(texts.DocumentNote(v)),
			"tieu_de":    word.Text(v.Title),
			"cau_chuyen": word.Text(texts.DocumentStory(v)),
			"anh":        photos(v, open),
		})
	}
	return rows
}

// gapParts are the units that have not reported, those that cannot be asked
// apart: a part for each contact that there is, with its number.
func gapParts(sum report.Summary) word.List {
	parts := word.List{}
	for _, c := range report.Contacts {
		gaps := sum.GapsOf(c)
		if len(gaps) == 0 {
			continue
		}
		parts = append(parts, word.Values{
			"tt": word.Text(texts.Number(len(parts) + 1)), "ten": word.Text(texts.DocumentGaps(c, len(gaps))), "don_vi_nhom": gapRows(gaps),
		})
	}
	return parts
}

// gapRows are units that have not reported.
func gapRows(gaps []report.Gap) word.List {
	rows := word.List{}
	for i, g := range gaps {
		rows = append(rows, gapRow(g, i+1))
	}
	return rows
}

func gapRow(g report.Gap, n int) word.Values {
	return word.Values{
		"tt":         word.Text(texts.Number(n)),
		"don_vi":     word.Text(g.Unit.Label()),
		"ma":         word.Text(g.Unit.Code),
		"khoi":       word.Text(g.Unit.Block),
		"tinh_trang": word.Text(texts.DocumentGap(g)),
	}
}

// pictures are the first photos of examples, with what stands under them.
func pictures(examples []privacy.View, open OpenMedia) word.List {
	rows := word.List{}
	for _, v := range examples {
		if all := photos(v, open); len(all) > 0 {
			rows = append(rows, word.Values{"anh": all[:1], "chu_thich": word.Text(texts.PhotoCaption(v))})
		}
	}
	return rows
}

// numbered are paragraphs with their numbers.
func numbered(all []string) word.List {
	list := paragraphs("doan", all)
	for i := range list {
		list[i]["tt"] = word.Text(texts.Number(i + 1))
	}
	return list
}
