package digest

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"guongsang/internal/privacy"
	"guongsang/internal/texts"
)

// What is printed of a summary are the sentences that have room in so many lines; where
// that is not all, all of it stands behind what is printed, so that a sheet of paper has
// more than an example.
const (
	summaryWide  = 56
	summaryLines = 5
)

// exampleWidths are those of texts.ExampleColumns.
var exampleWidths = []float64{
	5, 13, 21, 11, 9, 19, 6, 19, 26, summaryWide, 12, 11,
	summaryWide, 13, 20, 16, 9, 18, 16, 22, 26, 26, 14, 22,
	18, 20, 7, 8, 8, 16, 16, 14, 24, 12,
	20, 16, 20, 16, 8, 8, 18,
	16, 20, 18, 18, 24, 26, 24, 24, 40,
	26, 18, 20, 14, 14, 26,
}

// writeExamples writes the list of examples: those columns first that are
// printed. Origin is sensitive and no column has it.
func writeExamples(p *page, in WorkbookInput) error {
	if err := p.setWidths(exampleWidths...); err != nil {
		return err
	}
	const top, fixed = 3, 2
	if err := p.freeze(top, fixed); err != nil {
		return err
	}
	if err := p.heading(in); err != nil {
		return err
	}
	if err := p.head(texts.ExampleColumns()...); err != nil {
		return err
	}
	p.fixed = texts.PrintedExampleColumns
	first, listed := in.Volume.share(in.Examples)
	for i, v := range listed {
		if err := p.write(exampleLine(first+i, v, in.Office)...); err != nil {
			return fmt.Errorf("example %s: %w", v.Number, err)
		}
	}
	if err := p.repeat(top, top); err != nil {
		return err
	}
	if err := p.printColumns(texts.PrintedExampleColumns); err != nil {
		return err
	}
	return p.filter(top, len(exampleWidths))
}

// printColumns limits what is printed to the first columns.
func (p *page) printColumns(n int) error {
	last, err := excelize.ColumnNumberToName(n)
	if err != nil {
		return err
	}
	return p.define("_xlnm.Print_Area", fmt.Sprintf("'%s'!$A$1:$%s$%d", p.name, last, p.row))
}

func exampleLine(n int, v privacy.View, office texts.Office) []cell {
	text := func(s string) cell { return cell{lookText, s} }
	r, m := v.Record, v.More
	printed, whole := printedSummary(v)
	return []cell{
		{lookRank, n}, text(v.Number), text(v.Unit.Name), text(texts.Category(v.Category)), text(texts.Object(v.Object)), text(v.Name),
		{lookYear, orNil(v.Born)}, text(v.Place), text(v.Title), text(printed), text(texts.MayPublish(v.Publicity)), text(texts.Cap(texts.Review(v.Review))),
		text(whole), text(v.Unit.Code), text(v.Unit.Block), text(texts.PeriodNames(v.Periods)), text(r.Gender), text(v.Position), text(texts.Field(v.Field)),
		text(texts.GroupNames(v.Groups)), text(v.Results), text(v.Spread), text(v.When), text(v.Honoured),
		text(texts.Consent(r.Consent)), text(r.PublicName), {lookWhole, len(v.Photos)}, {lookWhole, r.Files}, {lookWhole, r.Version},
		{lookMoment, r.Sent}, {lookMoment, r.Received}, text(texts.Channel(r.OnBehalf)), text(r.Reason), {lookDay, r.Due},
		text(m.Theme), text(texts.Proposal(r.Private.Proposal)), text(r.Private.Cleared), text(texts.Leads(m.Leads)), {lookWhole, orNil(m.Members)}, {lookWhole, orNil(m.Women)}, text(m.Chief),
		text(m.Since), text(m.RunBy), text(m.Reach), text(m.Cost), text(m.Lasting), text(m.Quote), text(m.Link), text(m.Video), text(m.Article),
		text(texts.PhotoCaptions(v.Photos)), text(m.Author), text(m.AuthorUnit), text(r.Private.AuthorPhone), text(r.Private.Phone), text(office.ApprovedBy(r.Approval)),
	}
}

// printedSummary is what of a summary is printed, and all of it if that is more.
func printedSummary(v privacy.View) (printed, whole string) {
	long := func(s string) int { return linesUpTo(s, summaryWide, false, summaryLines) }
	if v.Summary != "" && long(v.Summary) <= summaryLines {
		return v.Summary, ""
	}
	return texts.DocumentGist(v, summaryLines, long), v.Summary
}

// orNil leaves a cell empty where a number is not known.
func orNil(n int) any {
	if n == 0 {
		return nil
	}
	return n
}
