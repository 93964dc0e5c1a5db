package digest

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"guongsang/internal/assess"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/vietnamese"
	"guongsang/internal/word"
)

// How many examples are told in the report itself; the others are in its list.
const (
	toldMonth   = 5
	toldQuarter = 10
)

// reportKind is how the kind of the document is shortened in its number.
const reportKind = "BC"

// A ReportInput is everything that the report of a period says.
type ReportInput struct {
	Office     texts.Office
	Letterhead Letterhead
	Summary    report.Summary
	Balance    report.Balance
	Year       []report.MonthCount // what was introduced since the beginning of the year, up to the end of the period
	Reminders  []Reminder          // of the units that have not reported, the oldest first
	Examples   []privacy.View      // as those who read the report may see them
	Open       OpenMedia           // nil: no photos
	Volume     Volume              // of which this is made
	// Assessment is what the report says in general, and what is to be done next.
	Assessment []assess.Paragraph
	// Cumulated is half a year or a year, of which Summary is the sum; nil of a month or
	// quarter. LastYear is the same a year before, if there is anything of it.
	Cumulated *report.Cumulation
	LastYear  *report.Figures
}

// Report makes the Word report of a period, in the layout of Decree 30/2020,
// of the agency's template or of the built-in one. It is a draft to be signed:
// number and day are blank.
func Report(ctx context.Context, in ReportInput, template []byte) ([]byte, error) {
	if err := privacy.CheckFor(privacy.Public, in.Examples...); err != nil {
		return nil, fmt.Errorf("report of %s: %w", in.Summary.Schedule.Period, err)
	}
	about := word.About{Title: texts.DocumentTitle(in.Summary.Schedule.Period), Author: agencyHead(in.Office, in.Letterhead).full}
	return fillTemplate(ctx, ReportTemplate, template, in.Volume.cut(reportValues(in)), about)
}

func reportValues(in ReportInput) word.Values {
	sum, o := in.Summary, in.Office
	told := Notable(in.Examples, toldMonth)
	if sum.Schedule.Period.Duty != report.Month {
		told = Notable(in.Examples, toldQuarter)
	}
	pictures, blocks := pictures(told, in.Open), blockRows(sum)
	list, gaps, pages := annexes(len(in.Examples) > 0, len(sum.Gaps) > 0, len(pictures) > 0)
	council := o.Council
	if council == "" {
		council = o.Organization
	}
	head, today := agencyHead(o, in.Letterhead), report.DateOf(sum.At.In(o.Zone))
	proposals := texts.DocumentProposals(council, head.full, in.asked(), len(told), gaps)
	values := letterheadValues(o, in.Letterhead, head, reportKind, sum.Schedule.Period, sum.At)
	maps.Copy(values, figures(sum, today))
	maps.Copy(values, sections(len(told) > 0, in.Assessment, len(proposals) > 0))
	maps.Copy(values, word.Values{
		"kinh_gui":            word.Text(council),
		"mo_dau":              word.Text(texts.DocumentOpening(head.full, in.Letterhead.basesOf(head.Form, o, sum.At), sum.Schedule, today)),
		"tinh_hinh":           paragraphs("doan", o.DocumentStandings(sum, gaps)),
		"cac_ky":              word.List{},
		"khoi_dan":            word.Text(texts.DocumentBlocks(sum.Schedule.Period)),
		"co_guong":            word.Flag(len(in.Examples) > 0),
		"ket_qua":             paragraphs("doan", texts.DocumentResults(sum, in.Balance, in.Year)),
		"co_cau":              paragraphs("doan", texts.DocumentBalance(in.Balance)),
		"tieu_bieu":           exampleRows(told, in.Open),
		"chua_co_tieu_bieu":   word.Flag(len(told) == 0),
		"de_xuat":             numbered(proposals),
		"guong":               exampleRows(in.Examples, in.Open),
		"don_vi_chua_gui":     gapRows(o, sum.Gaps, in.Reminders),
		"nhom_chua_gui":       gapParts(in),
		"don_vi_chua_ket_noi": gapRows(o, sum.GapsOf(report.Unconnected), in.Reminders),
		"don_vi_mat_lien_lac": gapRows(o, sum.GapsOf(report.Unreachable), in.Reminders),
		"luy_ke":              word.Text(texts.Number(report.SinceJanuary(in.Year))),
		"tt_mat_lien_lac":     word.Text(texts.Number(2)), // of templates from when their list came behind that of the others
		"con_thieu":           word.Flag(len(sum.Gaps) > 0),
		"hinh":                pictures,
		"phu_luc_guong":       word.Text(list),
		"tap":                 word.Text(""), // of a volume: which it is
		"phu_luc_don_vi":      word.Text(gaps),
		"phu_luc_hinh":        word.Text(pages),
	})
	lastApart(values, "khoi", blocks, together)
	lastApart(values, "guong", values["guong"].(word.List), together)
	lastApart(values, "de_xuat", values["de_xuat"].(word.List), 1)
	sideBySide(values, "hinh", pictures)
	maps.Copy(values, assessmentValues(in.Assessment))
	lastTask := 0 // stays with the closing where no proposals come between
	if len(proposals) == 0 {
		lastTask = 1
	}
	lastApart(values, "nhiem_vu", values["nhiem_vu"].(word.List), lastTask)
	if in.Cumulated != nil {
		maps.Copy(values, cumulatedValues(in, gaps))
	}
	lastApart(values, "cac_ky", values["cac_ky"].(word.List), together)
	return values
}

// sections number the parts of the report behind those that are always there: a
// period without notable examples has no part of its own to say so, and officers may
// leave out the assessment or the tasks.
func sections(notable bool, assessment []assess.Paragraph, proposals bool) word.Values {
	tasks := len(assess.In(assessment, assess.Tasks))
	n := 2
	next := func(is bool) word.Text {
		if !is {
			return ""
		}
		n++
		return word.Text(vietnamese.Roman(n))
	}
	return word.Values{
		"muc_tieu_bieu": next(notable), "muc_danh_gia": next(len(assessment) > tasks), "muc_nhiem_vu": next(tasks > 0), "muc_de_xuat": next(proposals),
	}
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
func figures(sum report.Summary, today report.Date) word.Values {
	f, s := sum.Total, sum.Schedule
	values := word.Values{
		"han":        word.Text(texts.LongDay(s.Deadline)),
		"tu_ngay":    word.Text(texts.LongDay(s.From)),
		"den_ngay":   word.Text(texts.LongDay(s.DataTo(today))),
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

// together is how many rows of a table are at least on its last page.
const together = 2

// lastApart has the rows of a table whole, and so many of the last apart from those before
// them (…_dau, …_cuoi): they go on to the next page together, with the sum or the signature.
func lastApart(values word.Values, name string, rows word.List, kept int) word.Values {
	first := max(len(rows)-kept, 0)
	values[name], values[name+"_dau"], values[name+"_cuoi"] = rows, rows[:first], rows[first:]
	return values
}

// exampleRows are examples as a document may show them.
func exampleRows(examples []privacy.View, open OpenMedia) word.List {
	rows := word.List{}
	for i, v := range examples {
		rows = append(rows, word.Values{
			"tt":           word.Text(texts.Number(i + 1)),
			"ma_so":        word.Text(v.Number),
			"ten":          word.Text(v.Name),
			"nguoi":        word.Text(texts.DocumentPerson(v)),
			"nam_sinh":     word.Text(texts.DocumentBorn(v)),
			"chuc_vu":      word.Text(v.Position),
			"noi_cong_tac": word.Text(texts.DocumentWorkplace(v)),
			"noi_don_vi":   word.Text(texts.DocumentPlaceAndUnit(v)),
			"don_vi":       word.Text(v.Unit.Name),
			"khoi":         word.Text(v.Unit.Block),
			"loai":         word.Text(texts.Category(v.Category)),
			"doi_tuong":    word.Text(texts.Object(v.Object)),
			"linh_vuc":     word.Text(texts.Field(v.Field)),
			"xem_xet":      word.Text(texts.Review(v.Review)),
			"ghi_chu":      word.Text(texts.DocumentNote(v)),
			"tieu_de":      word.Text(v.Title),
			"tom_tat":      word.Text(gist(v)),
			"hinh_thuc":    word.Text(texts.DocumentProposal(v)),
			"ai":           word.Text(texts.DocumentWho(v)),
			"viec_lam":     word.Text(texts.DocumentDeed(v)),
			"cau_chuyen":   word.Text(texts.DocumentStory(v)),
			"anh":          photos(v, open),
		})
	}
	return rows
}

// gapParts are the units that have not reported, those that cannot be asked
// apart: a part for each contact that there is, with its number. Of half a year or a
// year it is not told how often they were reminded: that belongs to its months.
func gapParts(in ReportInput) word.List {
	sum := in.Summary
	parts := word.List{}
	for _, c := range report.Contacts {
		gaps := sum.GapsOf(c)
		if len(gaps) == 0 {
			continue
		}
		reminded := in.Cumulated == nil && c != report.Unconnected // who is not connected could not be reminded of anything
		part := word.Values{"ten": word.Text(texts.DocumentGaps(c, len(gaps))), "co_nhac": word.Flag(reminded), "khong_nhac": word.Flag(!reminded)}
		parts = append(parts, lastApart(part, "don_vi_nhom", gapRows(in.Office, gaps, in.Reminders), together))
	}
	return numberedAs(parts, "ten")
}

// gapRows are units that have not reported, with how often they were reminded and
// when last.
func gapRows(o texts.Office, gaps []report.Gap, log []Reminder) word.List {
	times, last := reminded(log)
	rows := word.List{}
	for i, g := range gaps {
		row := gapRow(g, i+1)
		row["so_lan_nhac"] = word.Text(texts.Number(times[g.Unit.Code]))
		row["nhac_gan_nhat"] = word.Text(o.DocumentReminded(last[g.Unit.Code]))
		rows = append(rows, row)
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
		"ghi_chu":    word.Text(texts.DocumentGapNote(g)),
		"da_co":      word.Text(texts.DocumentPart(g)),
	}
}

// pictures are the first photos of examples, with what stands under them.
func pictures(examples []privacy.View, open OpenMedia) word.List {
	rows := word.List{}
	for _, v := range examples {
		if all := photos(v, open); len(all) > 0 {
			rows = append(rows, captioned(all[:1], texts.PhotoCaption(v))...)
		}
	}
	return rows
}

// captioned are photos, each with the same line under it.
func captioned(all word.Photos, caption string) word.List {
	rows := word.List{}
	for i := range all {
		rows = append(rows, word.Values{"anh": all[i : i+1], "chu_thich": word.Text(caption)})
	}
	return rows
}

// pairs sets pictures side by side in two columns, so that none takes half a page.
func pairs(pictures word.List) word.List {
	rows := word.List{}
	for two := range slices.Chunk(pictures, 2) {
		row := word.Values{"anh_trai": two[0]["anh"], "chu_thich_trai": two[0]["chu_thich"], "anh_phai": word.Photos{}, "chu_thich_phai": word.Text("")}
		if len(two) > 1 {
			row["anh_phai"], row["chu_thich_phai"] = two[1]["anh"], two[1]["chu_thich"]
		}
		rows = append(rows, row)
	}
	return rows
}

// sideBySide sets pictures in pairs (…_cap), and the last of an odd number apart (…_le),
// to stand in the middle; …_doi has that one in a pair too, for templates from before.
func sideBySide(values word.Values, name string, pictures word.List) {
	whole := len(pictures) - len(pictures)%2
	values[name+"_doi"], values[name+"_cap"], values[name+"_le"] = pairs(pictures), pairs(pictures[:whole]), pictures[whole:]
}

// numbered are paragraphs with their numbers, of which a single one has none.
func numbered(all []string) word.List {
	return numberedAs(paragraphs("doan", all), "doan")
}

// numberedAs numbers the items of a list, which have a text of that name: as y they have
// it with the number, of which a single one has none.
func numberedAs(list word.List, name string) word.List {
	for i, item := range list {
		number := texts.Number(i + 1)
		item["tt"], item["y"] = word.Text(number), item[name]
		if said, ok := item[name].(word.Text); ok && len(list) > 1 {
			item["y"] = word.Text(number+". ") + said
		}
	}
	return list
}
