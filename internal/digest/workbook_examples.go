package digest

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// exampleWidths are those of texts.ExampleColumns.
var exampleWidths = []float64{
	5, 13, 21, 11, 9, 19, 6, 19, 26, 46, 12, 11,
	13, 20, 16, 9, 18, 16, 22, 26, 26, 14, 22,
	18, 20, 7, 8, 8, 16, 16, 14, 24, 12,
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
	for i, e := range in.Summary.Examples {
		u, _ := in.Units.Unit(e.Unit)
		if err := p.write(exampleLine(i+1, e, u)...); err != nil {
			return fmt.Errorf("example %s: %w", e.Number, err)
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

func exampleLine(n int, e report.Example, u report.Unit) []cell {
	c := e.Content
	text := func(s string) cell { return cell{lookText, s} }
	photos := report.Pictures(c.Media)
	return []cell{
		{lookRank, n}, text(e.Number), text(u.Name), text(texts.Category(c.Category)), text(texts.Object(c.Object)), text(c.Name),
		{lookYear, orNil(c.Born)}, text(c.Place), text(c.Title), text(c.Summary), text(texts.MayPublish(e.Publicity())), text(texts.Cap(texts.Review(e.Review))),
		text(e.Unit), text(u.Block), text(texts.PeriodNames(e.Periods)), text(c.Gender), text(c.Position), text(texts.Field(c.Field)),
		text(texts.GroupNames(c.Groups)), text(c.Results), text(c.Spread), text(c.When), text(c.Honoured),
		text(texts.Consent(c.Consent)), text(texts.PublicName(e)), {lookWhole, photos}, {lookWhole, len(c.Media) - photos}, {lookWhole, e.Version},
		{lookMoment, e.Sent}, {lookMoment, e.Received}, text(texts.Channel(e.OnBehalf)), text(e.Reason), {lookDay, e.Due},
	}
}

// orNil leaves a cell empty where a number is not known.
func orNil(n int) any {
	if n == 0 {
		return nil
	}
	return n
}
