package directory

import (
	"context"
	"errors"
	"time"
	"unicode/utf8"

	"guongsang/internal/opc"
	"guongsang/internal/texts"
)

// What reading one file may cost. What needs more is refused with the limit
// named; blank rows and blank cells at the end of a row count as none.
const (
	maxBytes    = 20 << 20 // of the file
	maxUnits    = 100_000
	maxRows     = 20_000 // of a table that is no unit list
	maxColumns  = 200
	maxCells    = maxRows * maxColumns
	maxCell     = 32_767   // letters, as in Excel
	maxSheet    = 64 << 20 // of a sheet, unpacked, and of the texts of all cells
	maxPart     = 4 << 20  // of any other part
	maxParts    = 2000
	maxSheets   = 255 // no list of units has as many
	maxReading  = 10 * time.Second
	maxHeap     = 256 << 20
	maxProblems = 1000      // that are gathered
	maxSaid     = 200 << 10 // bytes of what is said of them, about
)

// What is kept of a file, cells and texts, has this share of the heap: what is
// on its way there and what is left behind takes as much again, and so do the
// units.
const maxKept = maxHeap / 3

// What a string takes beside its letters, in bytes: as a cell of a row that is
// as long as it must be, and as one in a list that grows, which is copied to
// where there is more room; and what the place of a cell takes in such a list.
const (
	costOfCell  = 16
	costOfText  = 40
	costOfPlace = 40
)

var packed = opc.Limits{File: maxBytes, Parts: maxParts, Unpacked: 4 * maxSheet, Part: maxPart}

// A budget is what reading one file has used up so far.
type budget struct {
	ctx   context.Context
	cells int
	kept  int
	asked int

	misread int  // cells of which the letters were read wrongly before they came into the file
	mending bool // such cells are read again
}

// look is a budget for a look at a part of the file, of which nothing is kept.
func (b *budget) look() *budget { return &budget{ctx: b.ctx, mending: b.mending} }

// keep notes the cells of a row that is kept.
func (b *budget) keep(cells []string) error {
	if b.cells += len(cells); b.cells > maxCells {
		return refusal(texts.ListTooManyCells(maxCells))
	}
	for _, s := range cells {
		b.kept += len(s) + costOfCell
	}
	return b.rich()
}

// keepPlace notes a cell of which only the place is kept, in a list that grows.
func (b *budget) keepPlace() error {
	b.cells++
	b.kept += costOfPlace
	return b.keep(nil)
}

// rich refuses a file of which too much is kept.
func (b *budget) rich() error {
	if b.kept > maxKept {
		return refusal(texts.ListTooRich(maxHeap >> 20))
	}
	return nil
}

// checkCell refuses a cell of so many bytes, of which a letter takes four at most, before
// more of it is gathered. Its row is 0 if it has none of its own.
func checkCell(row, size int) error {
	if size > maxCell*utf8.UTFMax {
		return Problems{{Row: row, Says: texts.ListCellTooLong(maxCell)}}
	}
	return nil
}

// time asks, now and then, whether there is any left.
func (b *budget) time() error {
	if b.asked++; b.asked%256 != 0 {
		return nil
	}
	return b.ctx.Err()
}

// refused makes of an error what the person is told: that a limit was reached,
// or what otherwise stands for an error in such a file.
func refused(err error, otherwise string) error {
	var said Problems
	var limit *opc.LimitError
	switch {
	case errors.As(err, &said):
		return said
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return err
	case errors.As(err, &limit):
		return refusal(limited(limit))
	}
	return refusal(otherwise)
}

// limited names the limit that a workbook is over.
func limited(e *opc.LimitError) string {
	switch e.Limit {
	case opc.Parts:
		return texts.ListOfManyParts(int(e.Most))
	case opc.Name:
		return texts.ListOfLongNames(int(e.Most))
	case opc.Unpacked, opc.Part:
		return texts.ListUnpacksTooBig(int(e.Most>>20), e.Where)
	}
	return texts.BadWorkbook()
}
