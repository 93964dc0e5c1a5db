package digest

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A WorkbookInput is everything that the workbook of a period shows.
type WorkbookInput struct {
	Office   texts.Office
	Summary  report.Summary
	Balance  report.Balance
	Year     []report.MonthCount // what was introduced since the beginning of the year, up to the end of the period
	Examples []privacy.View      // as the desk sees them: the workbook stays there
	Units    report.Directory

	// Periods are the columns of the sheet by unit, the oldest first;
	// Standings are those of all units in them, in any order.
	Periods   []report.Period
	Standings []report.Standing
	Contacts  map[string]report.Contact // of units that cannot be asked, by code

	Reminders []Reminder // of the period, the oldest first

	Volume Volume // of which this is made
}

// A Reminder is one line of the log of reminders.
type Reminder struct {
	At       time.Time
	Unit     string // code
	Deadline report.Date
	Stage    string // as the ladder names it: "-5", "0", "+3", "escalate/head", ...
	To       string // name of the person; empty for a list to the agency
	Result   ReminderResult
}

// A ReminderResult is what became of a reminder.
type ReminderResult string

// The results.
const (
	ReminderSent    ReminderResult = "sent"
	ReminderWaiting ReminderResult = "waiting" // still in the queue
	ReminderDropped ReminderResult = "dropped" // was not wanted any more when its turn came
	ReminderUnknown ReminderResult = "unknown" // nobody knows whether it arrived; it was tried again
	ReminderRefused ReminderResult = "refused" // the messenger does not deliver to the person
	ReminderMissed  ReminderResult = "missed"  // its time was long past
	ReminderMerged  ReminderResult = "merged"  // a later stage was due at the same time
)

// Workbook makes the workbook of a period (.xlsx): the figures, the standings
// of the units over the year, the examples, who has not handed in, the log of
// reminders, and the directory as it can be imported again.
//
// Every cell is a text, a whole number, a share or a date; there are no
// formulas, so nothing is worked out on opening and nothing that a person
// wrote can be taken for one. It ends with ctx.
func Workbook(ctx context.Context, in WorkbookInput) ([]byte, error) {
	if err := privacy.CheckForDesk(in.Examples...); err != nil {
		return nil, fmt.Errorf("workbook of %s: %w", in.Summary.Schedule.Period, err)
	}
	book := excelize.NewFile()
	defer book.Close()
	styles, err := newStyles(book)
	if err != nil {
		return nil, fmt.Errorf("preparing the styles of a workbook: %w", err)
	}
	for i, sheet := range []struct {
		name   string
		widths []float64 // where the sheet is not fitted to the paper
		write  func(*page, WorkbookInput) error
	}{
		{texts.SheetSummary, summaryWidths, writeSummary},
		{texts.SheetBoard, nil, writeBoard},
		{texts.SheetExamples, nil, writeExamples},
		{texts.SheetGaps, nil, writeGaps},
		{texts.SheetReminders, nil, writeReminders},
		{texts.SheetUnits, nil, writeUnits},
	} {
		p, err := newPage(ctx, book, styles, sheet.name, i == 0, sheet.widths)
		if err == nil {
			p.zone = in.Office.Zone
			err = sheet.write(p, in)
		}
		if err == nil {
			err = p.finish()
		}
		if err != nil {
			return nil, fmt.Errorf("writing sheet %q of %s: %w", sheet.name, in.Summary.Schedule.Period, err)
		}
	}
	if err := describe(book, in); err != nil {
		return nil, fmt.Errorf("describing the workbook of %s: %w", in.Summary.Schedule.Period, err)
	}
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		return nil, fmt.Errorf("packing the workbook of %s: %w", in.Summary.Schedule.Period, err)
	}
	file, err := ordered(b.Bytes())
	if err != nil {
		return nil, fmt.Errorf("packing the workbook of %s in order: %w", in.Summary.Schedule.Period, err)
	}
	return file, nil
}

// ordered is a packed workbook with its parts by name. The library packs the sheets in the
// order of a map; so the same workbook is the same file, and is kept once.
func ordered(file []byte) ([]byte, error) {
	packed, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	slices.SortFunc(packed.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, part := range packed.File {
		if err := w.Copy(part); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// describe fills in what the file says of itself.
func describe(book *excelize.File, in WorkbookInput) error {
	at := in.Summary.At.UTC().Format(time.RFC3339)
	return book.SetDocProps(&excelize.DocProperties{
		Title:   written(in.Office.WorkbookTitle(texts.SheetSummary, in.Summary.Schedule.Period)),
		Creator: written(in.Office.IssuedBy()), Created: at, Modified: at, Language: "vi-VN",
	})
}
