package clerk

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/pdf"
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
	Summary  = "summary"  // the period at a glance, a picture for leaders
	Board    = "board"    // the light board, pictures
	Chart    = "chart"    // introductions by month, category and group, a picture
	Card     = "card"     // the praise card of an accepted example, a picture to be hung up
	Square   = "square"   // the same, square, for pages
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
	Ref    string // Letter: a unit's code; Card, Square, Package: an example's number
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
	// Lacks says what could not be made beside a Word document, and what to do.
	Lacks string
}

// Papers knows how the office's documents look.
type Papers struct {
	Office     texts.Office
	Letterhead digest.Letterhead
	UrgeDays   int               // working days that the urging letter gives
	Templates  map[string][]byte // the agency's own, by the names in digest; others are the built-in ones
	PDF        *pdf.Converter    // of Word documents; nil: there are no PDFs
	Log        *slog.Logger

	fileLimit int       // bytes; 0: MaxFile
	progress  *progress // told to those who wait; nil: nobody does
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
	case Summary, Board, Chart, Card, Square:
		files, err = p.pictures(ctx, store, r, o)
	case Package:
		files, err = p.publicity(ctx, store, r, o)
	default:
		err = fmt.Errorf("no document is called %q", o.Kind)
	}
	if err == nil {
		files, err = splitPackages(files, p.most())
	}
	if err == nil {
		err = checkSizes(files, p.most())
	}
	if err == nil {
		files = p.withPDF(ctx, files)
		err = ctx.Err() // photos may be missing that there was no time for
	}
	if err != nil {
		return nil, fmt.Errorf("making %s of %s%s: %w", o.Kind, o.Period, o.Ref, err)
	}
	return files, nil
}

// word makes a Word document, in volumes where it is too large for one file.
func (p Papers) word(ctx context.Context, store *storage.Store, r material, o Order) ([]File, error) {
	d := document{examples: r.examples, photos: p.photos(ctx, store, r), progress: p.progress}
	d.make = func(v digest.Volume) ([]byte, error) { return p.fill(ctx, r, o, d.photos.open, v) }
	volumes, err := d.fit(ctx, p.most())
	if err != nil {
		return nil, err
	}
	for _, cause := range d.photos.leftOut {
		p.Log.Warn("photo left out of a document", "err", cause)
	}
	return d.files(volumes, texts.PaperFile(p.called(r, o), o.Period, o.Ref, 1, 1), ".docx", chat.DOCX), nil
}

// called is the kind by which the file of a document is named: a village issues no
// letter, but a slip.
func (p Papers) called(r material, o Order) string {
	unit, ok := r.units.Unit(o.Ref)
	in := digest.IntroductionInput{Office: p.Office, Unit: unit}
	if o.Kind == Letter && ok && in.TemplateName() == digest.SlipTemplate {
		return slip
	}
	return o.Kind
}

// fill makes a volume of a Word document.
func (p Papers) fill(ctx context.Context, r material, o Order, open digest.OpenMedia, v digest.Volume) ([]byte, error) {
	switch o.Kind {
	case Report:
		return digest.Report(ctx, digest.ReportInput{
			Office: p.Office, Letterhead: p.Letterhead, Summary: r.sum, Balance: r.balance, Year: r.year, Reminders: r.reminders, Examples: r.examples, Open: open, Volume: v,
			Assessment: p.assessment(r), Cumulated: r.cumulated, LastYear: r.lastYear,
		}, p.Templates[digest.ReportTemplate])
	case Urge:
		if len(r.sum.Gaps) == 0 {
			return nil, ErrNothing
		}
		return digest.Urge(ctx, digest.UrgeInput{Office: p.Office, Letterhead: p.Letterhead, Summary: r.sum, By: p.urgedBy(r)}, p.Templates[digest.UrgeTemplate])
	case Letter:
		if len(r.examples) == 0 {
			return nil, ErrNothing
		}
		unit, _ := r.units.Unit(o.Ref)
		in := digest.IntroductionInput{
			Office: p.Office, Letterhead: digest.Letterhead{Place: p.Letterhead.Place, Bases: p.Letterhead.Bases}, Unit: unit, Period: o.Period,
			Examples: r.examples, Open: open, At: r.sum.At, Volume: v,
		}
		return digest.Introduction(ctx, in, p.Templates[in.TemplateName()])
	}
	return nil, fmt.Errorf("no Word document is called %q", o.Kind)
}

// urgedBy is the day before which units are asked to report: so many working days
// after the letter is made. Zero while the deadline is not over: then it is this.
func (p Papers) urgedBy(r material) report.Date {
	if !r.day.After(r.sum.Schedule.Deadline) {
		return report.Date{}
	}
	return r.rules.Calendar.AddWorkdays(r.day, p.UrgeDays)
}

// workbook makes the workbook, in volumes of which each lists its share of the examples.
func (p Papers) workbook(ctx context.Context, r material) ([]File, error) {
	d := document{examples: r.examples, photos: &photos{}, progress: p.progress}
	d.make = func(v digest.Volume) ([]byte, error) {
		return digest.Workbook(ctx, digest.WorkbookInput{
			Office: p.Office, Summary: r.sum, Balance: r.balance, Year: r.year, Examples: r.examples, Units: r.units, Periods: r.periods, Standings: r.standings,
			Contacts: r.contacts, Reminders: r.reminders, Volume: v,
		})
	}
	volumes, err := d.fit(ctx, p.most())
	if err != nil {
		return nil, err
	}
	return d.files(volumes, texts.PaperFile(Workbook, r.sum.Schedule.Period, "", 1, 1), ".xlsx", chat.XLSX), nil
}

// most is how many bytes a file may have.
func (p Papers) most() int { return cmp.Or(p.fileLimit, MaxFile) }
