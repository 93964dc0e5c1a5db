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
	Board    = "board"    // the light board, pictures
	Chart    = "chart"    // introductions by month, category and group, a picture
	Card     = "card"     // the praise card of an accepted example, a picture
	Package  = "package"  // what takers of publicity need of an accepted example, ZIP
)

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
	// Lacks says what could not be made beside a Word document, and what to do.
	Lacks string
}

// Papers knows how the office's documents look.
type Papers struct {
	Office     texts.Office
	Letterhead digest.Letterhead
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
	return d.files(volumes, texts.PaperFile(o.Kind, o.Period, o.Ref, 1, 1), ".docx", chat.DOCX), nil
}

// fill makes a volume of a Word document.
func (p Papers) fill(ctx context.Context, r material, o Order, open digest.OpenMedia, v digest.Volume) ([]byte, error) {
	switch o.Kind {
	case Report:
		return digest.Report(ctx, digest.ReportInput{
			Office: p.Office, Letterhead: p.Letterhead, Summary: r.sum, Balance: r.balance, Months: r.months, Examples: r.examples, Open: open, Volume: v,
		}, p.Templates[digest.ReportTemplate])
	case Urge:
		if len(r.sum.Gaps) == 0 {
			return nil, ErrNothing
		}
		return digest.Urge(ctx, digest.UrgeInput{Office: p.Office, Letterhead: p.Letterhead, Summary: r.sum}, p.Templates[digest.UrgeTemplate])
	case Letter:
		if len(r.examples) == 0 {
			return nil, ErrNothing
		}
		unit, _ := r.units.Unit(o.Ref)
		return digest.Introduction(ctx, digest.IntroductionInput{
			Office: p.Office, Letterhead: digest.Letterhead{Place: p.Letterhead.Place}, Unit: unit, Period: o.Period,
			Examples: r.examples, Open: open, At: r.sum.At, Volume: v,
		}, p.Templates[digest.IntroductionTemplate])
	}
	return nil, fmt.Errorf("no Word document is called %q", o.Kind)
}

// workbook makes the workbook, in volumes of which each lists its share of the examples.
func (p Papers) workbook(ctx context.Context, r material) ([]File, error) {
	d := document{examples: r.examples, photos: &photos{}, progress: p.progress}
	d.make = func(v digest.Volume) ([]byte, error) {
		return digest.Workbook(ctx, digest.WorkbookInput{
			Office: p.Office, Summary: r.sum, Balance: r.balance, Examples: r.examples, Units: r.units, Periods: r.periods, Standings: r.standings,
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
