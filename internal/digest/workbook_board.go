package digest

import (
	"fmt"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A standingKey names one cell of the board.
type standingKey struct {
	unit   string
	period report.Period
}

// writeBoard writes the units by block over the periods: a colour and a letter
// for each standing, shares at the foot.
func writeBoard(p *page, in WorkbookInput) error {
	before, behind := texts.BoardColumns()
	widths, columns := []float64{5, 13, 48}, before
	for _, period := range in.Periods {
		widths, columns = append(widths, 9.5), append(columns, texts.PeriodColumn(period))
	}
	columns, widths = append(columns, behind...), append(widths, 9, 9, 9)
	if err := p.setWidths(widths...); err != nil {
		return err
	}
	const top = 4
	if err := p.freeze(top, len(before)); err != nil {
		return err
	}
	if err := p.heading(in); err != nil {
		return err
	}
	if err := p.writeLegend(); err != nil {
		return err
	}
	if err := p.head(columns...); err != nil {
		return err
	}
	if err := p.repeat(top, top); err != nil {
		return err
	}
	return p.writeStandings(in)
}

// legend are the standings in the order in which they are explained.
var legend = []struct {
	state   report.State
	contact report.Contact
}{
	{report.OnTime, ""}, {report.Late, ""}, {report.MadeUp, ""}, {report.NilFiled, ""},
	{report.Pending, report.Reachable}, {report.Pending, report.Unconnected}, {report.Pending, report.Unreachable}, {report.Exempt, ""},
}

// writeLegend explains colours and letters in one row.
func (p *page) writeLegend() error {
	words := ""
	for i, l := range legend {
		if i > 0 {
			words += "; "
		}
		words += texts.StateMark(l.state, l.contact) + ": " + texts.StateWord(l.state, l.contact)
	}
	return p.write(cell{lookNote, words})
}

func (p *page) writeStandings(in WorkbookInput) error {
	at := map[standingKey]report.Standing{}
	for _, st := range in.Standings {
		at[standingKey{st.Unit, st.Period}] = st
	}
	met, duties := make([]int, len(in.Periods)), make([]int, len(in.Periods))
	n, block := 0, "\x00" // no block is called so
	for u := range in.Units.All() {
		if u.Block != block {
			block = u.Block
			if err := p.write(p.blockRow(block, len(in.Periods))...); err != nil {
				return err
			}
		}
		n++
		line := []cell{{lookRank, n}, {lookText, u.Code}, {lookText, u.Name}}
		own, owed := 0, 0
		for i, period := range in.Periods {
			st := at[standingKey{u.Code, period}]
			contact := in.Contacts[u.Code]
			line = append(line, cell{lookOf(st.State, contact), texts.StateMark(st.State, contact)})
			if owes(st.State) {
				owed, duties[i] = owed+1, duties[i]+1
			}
			if st.State.Met() {
				own, met[i] = own+1, met[i]+1
			}
		}
		line = append(line, cell{lookWhole, own}, cell{lookWhole, owed}, shareOf(own, owed))
		if err := p.write(line...); err != nil {
			return fmt.Errorf("unit %s: %w", u.Code, err)
		}
	}
	return p.write(shareRow(met, duties)...)
}

// owes reports whether a standing counts as a duty.
func owes(s report.State) bool { return s != "" && s != report.NotDue && s != report.Exempt }

// blockRow is the line over a block's units, through all columns.
func (p *page) blockRow(block string, periods int) []cell {
	row := make([]cell, 3+periods+3)
	for i := range row {
		row[i] = cell{lookBlock, nil}
	}
	row[0].value = texts.BlockName(block)
	return row
}

// shareRow is the line at the foot: which part of the duties was met.
func shareRow(met, duties []int) []cell {
	row := []cell{{lookTotal, nil}, {lookTotal, nil}, {lookTotal, texts.BoardShare()}}
	allMet, all := 0, 0
	for i := range met {
		row = append(row, cell{lookTotalShare, shareOf(met[i], duties[i]).value})
		allMet, all = allMet+met[i], all+duties[i]
	}
	return append(row, cell{lookTotalWhole, allMet}, cell{lookTotalWhole, all}, cell{lookTotalShare, shareOf(allMet, all).value})
}
