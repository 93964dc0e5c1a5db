package digest

import (
	"strings"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// summaryWidths are those of texts.BlockColumns, the widest table.
var summaryWidths = []float64{53, 11, 11, 11, 11, 10, 10, 12, 11, 12, 12, 10, 10}

// writeSummary writes the first sheet: figures, blocks, counts, balance.
func writeSummary(p *page, in WorkbookInput) error {
	if err := p.setWidths(summaryWidths...); err != nil {
		return err
	}
	if err := p.heading(in); err != nil {
		return err
	}
	for _, part := range []func(*page, WorkbookInput) error{writeFigures, writeBlocks, writeCounts, writeBalance} {
		if err := part(p, in); err != nil {
			return err
		}
	}
	return nil
}

// begin sets a table of that many lines apart from what is before it.
func (p *page) begin(lines int) error {
	p.skip()
	return p.keep(1 + lines)
}

// named is the first cell of a line; a name set in from the left says that the
// line is part of the one above.
func named(name string) cell {
	if inner := strings.TrimLeft(name, " "); inner != name {
		return cell{lookInner, inner}
	}
	return cell{lookText, name}
}

func writeFigures(p *page, in WorkbookInput) error {
	columns, before := texts.SummaryColumns(), report.Figures{}
	if in.Summary.Before == nil {
		columns = columns[:3]
	} else {
		before = *in.Summary.Before
	}
	rows, year := texts.FigureRows(in.Summary.Total, before), texts.YearRows(in.Summary.Schedule.Period, in.Year)
	if err := p.begin(len(rows) + len(year)); err != nil {
		return err
	}
	if err := p.head(columns...); err != nil {
		return err
	}
	for _, row := range rows {
		line := []cell{named(row.Name), {lookWhole, row.Now}, {lookShare, nil}}
		if row.Share {
			line[2] = shareOf(row.Now, in.Summary.Total.Duties)
		}
		if in.Summary.Before != nil {
			line = append(line, cell{lookWhole, row.Before}, cell{lookChange, row.Now - row.Before})
		}
		if err := p.write(line...); err != nil {
			return err
		}
	}
	for _, row := range year {
		line := []cell{named(row.Name), {lookWhole, row.Now}, {lookShare, nil}}
		if in.Summary.Before != nil {
			line = append(line, cell{lookWhole, nil}, cell{lookChange, nil})
		}
		if err := p.write(line...); err != nil {
			return err
		}
	}
	return nil
}

// shareOf is a part of a whole, empty if there is no whole.
func shareOf(part, whole int) cell {
	if whole == 0 {
		return cell{lookShare, nil}
	}
	return cell{lookShare, float64(part) / float64(whole)}
}

func writeBlocks(p *page, in WorkbookInput) error {
	if err := p.begin(len(in.Summary.Blocks) + 2); err != nil { // the head takes two lines, and there is a total
		return err
	}
	if err := p.head(texts.BlockColumns()...); err != nil {
		return err
	}
	for _, b := range in.Summary.Blocks {
		if err := p.write(blockLine(texts.BlockName(b.Block), b.Figures)...); err != nil {
			return err
		}
	}
	total := blockLine(texts.TotalRow(), in.Summary.Total)
	for i, c := range total {
		total[i].look = map[look]look{lookText: lookTotal, lookWhole: lookTotalWhole, lookShare: lookTotalShare}[c.look]
	}
	return p.write(total...)
}

func blockLine(name string, f report.Figures) []cell {
	return []cell{
		{lookText, name}, {lookWhole, f.Duties}, {lookWhole, f.Met()}, shareOf(f.Met(), f.Duties), {lookWhole, f.OnTime}, {lookWhole, f.Late},
		{lookWhole, f.MadeUp}, {lookWhole, f.Nil}, {lookWhole, f.Missing}, {lookWhole, f.Unconnected}, {lookWhole, f.Unreachable}, {lookWhole, f.Exempt}, {lookWhole, f.Examples},
	}
}

// A counted is a name and how many examples it counts.
type counted struct {
	name string
	n    int
}

// counts names what was counted, in the order in which the domain lists it.
func counts[K comparable](keys []K, by map[K]int, name func(K) string) (list []counted) {
	for _, k := range keys {
		list = append(list, counted{texts.Cap(name(k)), by[k]})
	}
	return list
}

// reviews are the states that are counted, in the order in which they come.
var reviews = []report.Review{report.Received, report.Returned, report.Accepted, report.Selected, report.Published, report.Retracted}

func writeCounts(p *page, in WorkbookInput) error {
	fields := counts(report.Fields[:], in.Balance.ByField, texts.Field)
	fields = append(fields, counted{texts.FieldUnknown(), in.Balance.NoField})
	for _, part := range []struct {
		section string
		list    []counted
	}{
		{"category", counts(report.Categories[:], in.Summary.ByCategory, texts.Category)},
		{"object", counts(report.Objects[:], in.Summary.ByObject, texts.Object)},
		{"group", counts(report.Groups[:], in.Summary.ByGroup, texts.Group)},
		{"field", fields},
		{"review", counts(reviews, in.Summary.ByReview, texts.Review)},
	} {
		if err := p.writeList(part.section, part.list, in.Summary.Total.Examples); err != nil {
			return err
		}
	}
	return nil
}

// writeList writes counts with their shares.
func (p *page) writeList(section string, list []counted, whole int) error {
	columns := texts.SummaryColumns()
	if err := p.begin(len(list)); err != nil {
		return err
	}
	if err := p.head(texts.CountSection(section), columns[1], columns[2]); err != nil {
		return err
	}
	for _, c := range list {
		if err := p.write(named(c.name), cell{lookWhole, c.n}, shareOf(c.n, whole)); err != nil {
			return err
		}
	}
	return nil
}

// writeBalance writes what the letter's point 6 asks for: shares of all
// examples, and below the persons shares of these. Of origin only the count is
// ever shown.
func writeBalance(p *page, in WorkbookInput) error {
	b := in.Balance
	all := []int{b.Labour, b.Workers, b.Farmers, b.SmallCollectives, b.Remote, b.Border, b.Persons}
	persons := []int{b.Women, b.Minorities, b.Leaders, b.Others, b.NoPosition}
	columns, lines := texts.SummaryColumns(), texts.BalanceLines()
	if err := p.begin(len(lines) + 1); err != nil { // and the note
		return err
	}
	if err := p.head(texts.CountSection("balance"), columns[1], columns[2]); err != nil {
		return err
	}
	for i, name := range lines {
		n, whole := 0, b.Total
		if i < len(all) {
			n = all[i]
		} else {
			n, whole = persons[i-len(all)], b.Persons
		}
		if err := p.write(named(name), cell{lookWhole, n}, shareOf(n, whole)); err != nil {
			return err
		}
	}
	return p.write(cell{lookNote, texts.IdleFields(b.Idle)})
}
