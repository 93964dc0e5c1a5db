package picture

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A BoardInput is what the light board shows.
type BoardInput struct {
	Office texts.Office
	Period report.Period // the one that the numbers are of
	At     time.Time
	Total  report.Figures
	Names  []privacy.View // at most BoardNames are shown
	Units  []report.Unit  // in the order of the directory

	// Periods are the columns, the oldest first, at most twelve; Standings are
	// those of the units in them, in any order.
	Periods   []report.Period
	Standings []report.Standing
	Contacts  map[string]report.Contact // of units that cannot be asked, by code
}

// BoardNames is how many examples a board names.
const BoardNames = 3

// Board draws the light board in pages, each a PNG of Width pixels. The first
// has the numbers and names. It ends with ctx.
func Board(ctx context.Context, in BoardInput) ([][]byte, error) {
	if err := privacy.CheckForOthers(in.Names...); err != nil {
		return nil, fmt.Errorf("drawing the board of %s: %w", in.Period, err)
	}
	for _, v := range in.Names {
		if !privacy.Accepted(v.Review) {
			return nil, fmt.Errorf("drawing the board of %s: %s is not accepted", in.Period, v.Number)
		}
	}
	draw, err := drawBoard(in)
	if err != nil {
		return nil, fmt.Errorf("drawing the board of %s: %w", in.Period, err)
	}
	var pages [][]byte
	for i, c := range draw {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("drawing page %d of the board of %s: %w", i+1, in.Period, err)
		}
		page, err := c()
		if err != nil {
			return nil, fmt.Errorf("drawing page %d of the board of %s: %w", i+1, in.Period, err)
		}
		file, err := page.encode()
		if err != nil {
			return nil, fmt.Errorf("drawing page %d of the board of %s: %w", i+1, in.Period, err)
		}
		pages = append(pages, file)
	}
	return pages, nil
}

// maxPeriods is how many columns a phone shows legibly.
const maxPeriods = 12

// drawBoard gives what draws each page, one after another, so that only one
// picture is in memory.
func drawBoard(in BoardInput) (pages []func() (*canvas, error), err error) {
	b, err := newBoard(in)
	if err != nil {
		return nil, err
	}
	all := b.paginate()
	for i, rows := range all {
		pages = append(pages, func() (*canvas, error) { return b.page(i, len(all), rows) })
	}
	return pages, nil
}

func newBoard(in BoardInput) (*board, error) {
	letters, err := newLettering()
	in.Periods = in.Periods[max(0, len(in.Periods)-maxPeriods):]
	in.Names = in.Names[:min(BoardNames, len(in.Names))]
	in.Units = in.owing()
	b := &board{BoardInput: in, letters: letters, at: map[cellKey]standing{}, blocks: map[string]*[maxPeriods]tally{}}
	b.gather()
	return b, err
}

// owing are the units that had the duty in a period shown: one that was
// dissolved long ago takes no room.
func (in BoardInput) owing() (units []report.Unit) {
	duty := map[string]bool{}
	for _, st := range in.Standings {
		if st.State != "" && st.State != report.NotDue && slices.Contains(in.Periods, st.Period) {
			duty[st.Unit] = true
		}
	}
	for _, u := range in.Units {
		if duty[u.Code] {
			units = append(units, u)
		}
	}
	return units
}

// A board is the input, looked up by cell.
type board struct {
	BoardInput
	letters *lettering // that measure before there is a page
	at      map[cellKey]standing
	blocks  map[string]*[maxPeriods]tally // by name, for each column
}

type cellKey struct {
	unit   string
	period report.Period
}

// A tally is how many of those who owe have met their duty.
type tally struct{ met, owed int }

func (b *board) gather() {
	column := map[report.Period]int{}
	for i, p := range b.Periods {
		column[p] = i
	}
	block := map[string]string{}
	for _, u := range b.Units {
		block[u.Code] = u.Block
		if b.blocks[u.Block] == nil {
			b.blocks[u.Block] = &[maxPeriods]tally{}
		}
	}
	blocksAlone := b.cut() && len(b.blocks) > 1
	for _, st := range b.Standings {
		if !blocksAlone {
			b.at[cellKey{st.Unit, st.Period}] = standingOf(st.State, b.Contacts[st.Unit])
		}
		name, known := block[st.Unit]
		i, shown := column[st.Period]
		if !known || !shown || st.State == "" || st.State == report.NotDue || st.State == report.Exempt {
			continue
		}
		t := &b.blocks[name][i]
		t.owed++
		if st.State.Met() {
			t.met++
		}
	}
}

// A boardRow is a line of the board: a unit, the name of a block over its
// units, a whole block in the survey of many, or a note.
type boardRow struct {
	block string
	unit  *report.Unit
	whole bool
	note  string
}

const (
	// manyUnits is from how many units on the board begins with a survey of the
	// blocks.
	manyUnits = 150
	// mostUnits is up to how many units each has its row, and mostPages how many
	// pages there are of more: nobody turns a hundred. The workbook has them all.
	mostUnits = 200
	mostPages = 6
)

// The rows of a usual height that fit on a page beside what else stands on it.
const (
	rowsOnFirst = 27
	rowsOnOther = 38
)

// roomOn is how high the rows of a page may be together. Long names of examples
// take of it on the first.
func (b *board) roomOn(page int) int {
	if page > 0 {
		return rowsOnOther * rowHeight
	}
	return rowsOnFirst*rowHeight - max(0, b.letters.namesHeight(b.Names)-usualNames(len(b.Names)))
}

// takes is how much of that room a row takes: a long name stands in more lines.
func (b *board) takes(row boardRow) int { return rowHeight + b.letters.rowMore(row, len(b.Periods)) }

// paginate cuts the rows into pages. The name of a block is repeated where
// its units go on, and never stands last.
func (b *board) paginate() (pages [][]boardRow) {
	if b.cut() {
		return b.pagesOf(b.foremost())
	}
	pages = b.pagesOf(b.survey())
	page, room := []boardRow{}, b.roomOn(len(pages))
	for i, u := range b.Units {
		opens := i == 0 || b.Units[i-1].Block != u.Block
		name, unit := boardRow{block: u.Block}, boardRow{unit: &b.Units[i]}
		need := b.takes(unit)
		if opens {
			need += b.takes(name)
		}
		if need > room && len(page) > 0 {
			pages = append(pages, page)
			page, room = nil, b.roomOn(len(pages))
			opens, need = true, b.takes(name)+b.takes(unit)
		}
		if opens {
			page = append(page, name)
		}
		page, room = append(page, unit), room-need
	}
	return append(pages, page)
}

// pagesOf cuts rows that may be parted anywhere into pages.
func (b *board) pagesOf(rows []boardRow) (pages [][]boardRow) {
	for len(rows) > 0 {
		n := 1
		for room := b.roomOn(len(pages)) - b.takes(rows[0]); n < len(rows) && b.takes(rows[n]) <= room; n++ {
			room -= b.takes(rows[n])
		}
		pages, rows = append(pages, rows[:n:n]), rows[n:]
	}
	return pages
}

// cut reports whether not all of so many units have their rows.
func (b *board) cut() bool { return len(b.Units) > mostUnits }

// foremost are the rows of a board that is cut: the survey of the blocks, or the
// units if they are in no blocks. Of more than there is room for those stand
// first of which the fewest have sent.
func (b *board) foremost() []boardRow {
	const room = rowsOnFirst + (mostPages-1)*rowsOnOther
	rows, left := b.survey(), texts.BoardBlocksLeft
	if len(rows) == 0 {
		left = texts.BoardUnitsLeft
		for i := range b.Units {
			rows = append(rows, boardRow{unit: &b.Units[i]})
		}
	}
	if len(rows) <= room {
		return rows
	}
	slices.SortStableFunc(rows, func(x, y boardRow) int { return cmp.Compare(b.share(x), b.share(y)) })
	return append(rows[:room-1:room-1], boardRow{note: left(len(rows) - room + 1)})
}

// share is the percentage of a row's duties of the newest period that are met;
// a hundred where there are none.
func (b *board) share(row boardRow) int {
	if len(b.Periods) == 0 {
		return 100
	}
	var t tally
	if row.unit == nil {
		t = b.blocks[row.block][len(b.Periods)-1]
	} else if s := b.at[cellKey{row.unit.Code, b.Periods[len(b.Periods)-1]}]; s.state == report.Pending {
		t.owed = 1
	}
	if t.owed == 0 {
		return 100
	}
	return texts.Percent(t.met, t.owed)
}

// survey gives one row for each block if there are many units in several
// blocks.
func (b *board) survey() (rows []boardRow) {
	if len(b.Units) < manyUnits || len(b.blocks) < 2 {
		return nil
	}
	for i, u := range b.Units {
		if i == 0 || b.Units[i-1].Block != u.Block {
			rows = append(rows, boardRow{block: u.Block, whole: true})
		}
	}
	return rows
}
