package picture

import (
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
	Names  []privacy.View // at most three are shown
	Units  []report.Unit  // in the order of the directory

	// Periods are the columns, the oldest first, at most twelve; Standings are
	// those of the units in them, in any order.
	Periods   []report.Period
	Standings []report.Standing
	Contacts  map[string]report.Contact // of units that cannot be asked, by code
}

// Board draws the light board in pages, each a PNG of Width pixels. The first
// has the numbers and names.
func Board(in BoardInput) ([][]byte, error) {
	if err := privacy.CheckForOthers(in.Names...); err != nil {
		return nil, fmt.Errorf("drawing the board of %s: %w", in.Period, err)
	}
	var pages [][]byte
	for i, c := range drawBoard(in) {
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
func drawBoard(in BoardInput) (pages []func() (*canvas, error)) {
	in.Periods = in.Periods[max(0, len(in.Periods)-maxPeriods):]
	in.Names = in.Names[:min(3, len(in.Names))]
	in.Units = in.owing()
	b := &board{BoardInput: in, at: map[cellKey]standing{}, blocks: map[string]*[maxPeriods]tally{}}
	b.gather()
	all := b.paginate()
	for i, rows := range all {
		pages = append(pages, func() (*canvas, error) { return b.page(i, len(all), rows) })
	}
	return pages
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
	at     map[cellKey]standing
	blocks map[string]*[maxPeriods]tally // by name, for each column
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
	for _, st := range b.Standings {
		b.at[cellKey{st.Unit, st.Period}] = standingOf(st.State, b.Contacts[st.Unit])
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
// units, or a whole block in the survey of many.
type boardRow struct {
	block string
	unit  *report.Unit
	whole bool
}

// manyUnits is from how many units on the board begins with a survey of the
// blocks: nobody turns that many pages.
const manyUnits = 150

// The rows that fit on a page beside what else stands on it.
const (
	rowsOnFirst = 27
	rowsOnOther = 38
)

// paginate cuts the rows into pages. The name of a block is repeated where
// its units go on, and never stands last.
func (b *board) paginate() (pages [][]boardRow) {
	page, room := []boardRow{}, rowsOnFirst
	turn := func() {
		pages = append(pages, page)
		page, room = nil, rowsOnOther
	}
	if survey := b.survey(); len(survey) > 0 {
		for _, row := range survey {
			if len(page) == room {
				turn()
			}
			page = append(page, row)
		}
		turn()
	}
	for i, u := range b.Units {
		opens := i == 0 || b.Units[i-1].Block != u.Block
		if len(page)+1 > room || opens && len(page)+2 > room {
			turn()
			opens = true
		}
		if opens {
			page = append(page, boardRow{block: u.Block})
		}
		page = append(page, boardRow{unit: &b.Units[i]})
	}
	return append(pages, page)
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
