package clerk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// The documents that can be asked for.
const (
	Report   = "report"   // báo cáo tổng hợp of a period, Word
	Urge     = "urge"     // công văn đôn đốc to those who have not reported, Word
	Letter   = "letter"   // công văn giới thiệu of one unit, Word
	Workbook = "workbook" // the period in figures and lists, Excel
	Board    = "board"    // the light board, pictures
	Chart    = "chart"    // introductions by month, category and group, a picture
	Card     = "card"     // the praise card of an accepted example, a picture
	Package  = "package"  // what takers of publicity need of an accepted example, ZIP
	Annex    = "annex"    // Annex I of the report with full names, for internal readers, Word
	Nominees = "nominees" // danh sách trích ngang of who is proposed for a recognition, for internal readers, Word
	Press    = "press"    // whom the press may name and visit, Word and plain text
)

// slip is what the file of a Letter is called that is none: of a village.
const slip = "slip"

// ErrNothing means that there is nothing to put into the document: nobody to
// urge, no example to introduce.
var ErrNothing = errors.New("nothing to write")

// An Order says which document is wanted.
type Order struct {
	Kind   string
	Period report.Period
	Ref    string // Letter: a unit's code; Card, Package: an example's number
}

// A File is a finished document.
type File struct {
	Name string
	MIME string
	Data []byte
	// LeftOut counts the photos that could not be placed.
	LeftOut int
	// Says is what a picture shows, in words: for those who do not see it, and to
	// be copied.
	Says string
}

// Papers knows how the office's documents look.
type Papers struct {
	Office     texts.Office
	Letterhead digest.Letterhead
	UrgeDays   int               // working days that the urging letter gives
	Templates  map[string][]byte // the agency's own, by the names in digest; others are the built-in ones
	Log        *slog.Logger
}

// Make makes a document from the records as of now: one file, or several for
// the pages of the board. Nothing is changed by it. It ends with ctx.
func (p Papers) Make(ctx context.Context, store *storage.Store, now time.Time, o Order) (files []File, err error) {
	r, err := p.read(ctx, store, now, o)
	if err != nil {
		return nil, err
	}
	switch o.Kind {
	case Report, Urge, Letter:
		files, err = p.word(ctx, store, r, o)
	case Annex, Nominees, Press:
		files, err = p.lists(ctx, r, o)
	case Workbook:
		files, err = p.workbook(ctx, r)
	case Board, Chart, Card:
		files, err = p.pictures(ctx, store, r, o)
	case Package:
		files, err = p.publicity(ctx, store, r, o)
	default:
		err = fmt.Errorf("no document is called %q", o.Kind)
	}
	if err == nil {
		err = ctx.Err() // photos may be missing that there was no time for
	}
	if err != nil {
		return nil, fmt.Errorf("making %s of %s%s: %w", o.Kind, o.Period, o.Ref, err)
	}
	return files, nil
}

func (p Papers) word(ctx context.Context, store *storage.Store, r material, o Order) ([]File, error) {
	leftOut := map[string]bool{}
	open := p.opener(ctx, store, r.hashes, leftOut)
	name := o.Kind
	var data []byte
	var err error
	switch o.Kind {
	case Report:
		data, err = digest.Report(ctx, digest.ReportInput{
			Office: p.Office, Letterhead: p.Letterhead, Summary: r.sum, Balance: r.balance, Year: r.year, Reminders: r.reminders, Examples: r.examples, Open: open,
		}, p.Templates[digest.ReportTemplate])
	case Urge:
		if len(r.sum.Gaps) == 0 {
			return nil, ErrNothing
		}
		data, err = digest.Urge(ctx, digest.UrgeInput{Office: p.Office, Letterhead: p.Letterhead, Summary: r.sum, By: p.urgedBy(r)}, p.Templates[digest.UrgeTemplate])
	case Letter:
		if len(r.examples) == 0 {
			return nil, ErrNothing
		}
		unit, _ := r.units.Unit(o.Ref)
		in := digest.IntroductionInput{
			Office: p.Office, Letterhead: digest.Letterhead{Place: p.Letterhead.Place, Bases: p.Letterhead.Bases}, Unit: unit, Period: o.Period,
			Examples: r.examples, Open: open, At: r.sum.At,
		}
		if in.TemplateName() == digest.SlipTemplate {
			name = slip
		}
		data, err = digest.Introduction(ctx, in, p.Templates[in.TemplateName()])
	}
	file := File{Name: texts.PaperFile(name, o.Period, o.Ref, 1, 1) + ".docx", MIME: chat.DOCX, Data: data, LeftOut: len(leftOut)}
	return []File{file}, err
}

// urgedBy is the day before which units are asked to report: so many working days
// after the letter is made. Zero while the deadline is not over: then it is this.
func (p Papers) urgedBy(r material) report.Date {
	if !r.day.After(r.sum.Schedule.Deadline) {
		return report.Date{}
	}
	return r.rules.Calendar.AddWorkdays(r.day, p.UrgeDays)
}

func (p Papers) workbook(ctx context.Context, r material) ([]File, error) {
	data, err := digest.Workbook(ctx, digest.WorkbookInput{
		Office: p.Office, Summary: r.sum, Balance: r.balance, Year: r.year, Examples: r.examples, Units: r.units, Periods: r.periods, Standings: r.standings,
		Contacts: r.contacts, Reminders: r.reminders,
	})
	name := texts.PaperFile(Workbook, r.sum.Schedule.Period, "", 1, 1) + ".xlsx"
	return []File{{Name: name, MIME: chat.XLSX, Data: data}}, err
}

// opener gives the copies of photos that may leave the house, and notes those
// of which there is none. A photo may be asked for more than once.
func (p Papers) opener(ctx context.Context, store *storage.Store, hashes map[string]string, leftOut map[string]bool) digest.OpenMedia {
	return func(photo privacy.Photo) (io.ReadCloser, error) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		data, err := p.copyOf(ctx, store, hashes, photo)
		if err != nil {
			if !leftOut[photo.Unique] {
				p.Log.Warn("photo left out of a document", "err", err)
			}
			leftOut[photo.Unique] = true
			return nil, err
		}
		return io.NopCloser(bytes.NewReader(data)), nil
	}
}
