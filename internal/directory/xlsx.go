package directory

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"slices"

	"guongsang/internal/opc"
	"guongsang/internal/texts"
)

// A book is what is read of a workbook: nothing but its sheets, the texts that
// they share, and in which form their numbers are shown. Pictures and remarks are
// not even unpacked.
type book struct {
	budget  *budget
	pkg     *opc.Package
	sheets  []namedSheet // in order
	hidden  []string     // names of those that are not shown
	shared  sharedTexts  // of the cells
	styles  styles
	from904 bool // days are counted from 1904
}

// A namedSheet is a sheet that is shown.
type namedSheet struct{ name, part string }

// readXLSX reads the first sheet that has the header of a unit list, or the
// first sheet at all, which then says what is missing.
func readXLSX(b *budget, file []byte) (table, error) {
	pkg, err := opc.Open(file, packed)
	if err != nil {
		return table{}, refused(err, texts.BadWorkbook())
	}
	w := &book{budget: b, pkg: pkg}
	t, err := w.read()
	if err != nil {
		return table{}, refused(err, texts.BadWorkbook())
	}
	return t, nil
}

func (w *book) read() (table, error) {
	if err := w.open(); err != nil {
		return table{}, err
	}
	chosen, others, err := w.choose()
	if err != nil {
		return table{}, err
	}
	t, err := w.sheet(w.budget, chosen.part, math.MaxInt)
	t.unread.sheet, t.unread.others, t.unread.sheets = chosen.name, others, w.hidden
	return t, err
}

// choose finds the sheet to be read, and the names of others that have a list too.
func (w *book) choose() (chosen namedSheet, others []string, err error) {
	chosen = w.sheets[0]
	if len(w.sheets) == 1 {
		return chosen, nil, nil
	}
	found := false
	for _, s := range w.sheets {
		b := w.budget.look()
		t, err := w.sheet(b, s.part, deepest)
		switch {
		case err != nil && found: // what is wrong with it is nobody's concern
			continue
		case err != nil:
			return chosen, nil, err
		}
		w.budget.misread += b.misread
		switch complete := t.header().complete(); {
		case complete && found:
			others = append(others, s.name)
		case complete:
			chosen, found = s, true
		}
	}
	return chosen, others, nil
}

// open finds the sheets and reads the texts and styles.
func (w *book) open() error {
	ctx := w.budget.ctx
	top, err := w.pkg.Relationships(ctx, "")
	if err != nil {
		return err
	}
	i := slices.IndexFunc(top, func(r opc.Relationship) bool { return r.Is("officeDocument") })
	if i < 0 {
		return errors.New("names no main part")
	}
	main := top[i].Part
	related, err := w.pkg.Relationships(ctx, main)
	if err != nil {
		return err
	}
	if err := w.findSheets(ctx, main, related); err != nil {
		return err
	}
	if len(w.sheets) == 0 {
		return errors.New("has no sheets")
	}
	shared := w.last(related, "sharedStrings")
	if err := w.checkOthers(shared); err != nil {
		return err
	}
	if part := w.last(related, "styles"); part != "" {
		if err := w.readStyles(part); err != nil {
			return err
		}
	}
	if shared == "" {
		return nil
	}
	return w.readTexts(shared)
}

// last is the last part of that kind; "" if there is none.
func (w *book) last(related []opc.Relationship, kind string) (part string) {
	for _, r := range related {
		if r.Is(kind) && w.pkg.Has(r.Part) {
			part = r.Part
		}
	}
	return part
}

// checkOthers refuses a workbook in which a part is large that is no sheet and
// has no texts of one.
func (w *book) checkOthers(shared string) error {
	may := map[*zip.File]bool{w.pkg.Part(shared): true}
	for _, s := range w.sheets {
		may[w.pkg.Part(s.part)] = true
	}
	for _, f := range w.pkg.Parts {
		if f.UncompressedSize64 > maxPart && !may[f] {
			return &opc.LimitError{Limit: opc.Part, Most: maxPart, Where: f.Name}
		}
	}
	return nil
}

// findSheets reads which sheets there are, and how days are counted.
func (w *book) findSheets(ctx context.Context, main string, related []opc.Relationship) error {
	parts := map[string]string{}
	for _, r := range related {
		if r.Is("worksheet") && w.pkg.Has(r.Part) {
			parts[r.ID] = r.Part
		}
	}
	return w.each(main, 0, func(token xml.Token) error {
		e, ok := token.(xml.StartElement)
		switch {
		case ok && e.Name.Local == "sheet":
			w.addSheet(e, parts[opc.Attribute(e, "id")])
			if len(w.sheets)+len(w.hidden) > maxSheets {
				return refusal(texts.ListOfManySheets(maxSheets))
			}
		case ok && e.Name.Local == "workbookPr":
			w.from904 = isTrue(opc.Attribute(e, "date1904"))
		}
		return ctx.Err()
	})
}

// addSheet notes a sheet of cells.
func (w *book) addSheet(e xml.StartElement, part string) {
	name := clean(opc.Attribute(e, "name"))
	switch state := opc.Attribute(e, "state"); {
	case part == "": // a chart
	case state == "hidden" || state == "veryHidden":
		w.hidden = append(w.hidden, name)
	default:
		w.sheets = append(w.sheets, namedSheet{name, part})
	}
}

// each calls fn for every token of a part, whose letters it must not keep.
func (w *book) each(part string, most int64, fn func(xml.Token) error) error {
	r, err := w.pkg.XML(w.budget.ctx, part, most)
	if err != nil {
		return err
	}
	defer r.Close()
	for d := xml.NewDecoder(r); ; {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := fn(token); err != nil {
			return err
		}
	}
}

// A richText gathers the letters of a text that may be in pieces, without the
// readings that Japanese writes above it.
type richText struct {
	b      []byte
	inside bool // of a piece
	above  int  // of readings
}

func (t *richText) start(name string) {
	switch name {
	case "t":
		t.inside = t.above == 0
	case "rPh":
		t.above++
	}
}

// letters adds letters in the row of that number, unless the text gets too long.
func (t *richText) letters(row int, b []byte) error {
	if !t.inside {
		return nil
	}
	t.b = append(t.b, b...)
	return checkCell(row, len(t.b))
}

func (t *richText) end(name string) {
	switch name {
	case "t":
		t.inside = false
	case "rPh":
		t.above = max(0, t.above-1)
	}
}

// take gives the text and begins a new one.
func (t *richText) take() string {
	s := unescaped(string(t.b))
	*t = richText{b: t.b[:0]}
	return s
}
