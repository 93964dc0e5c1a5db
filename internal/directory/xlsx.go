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

// A book is what is read of a workbook: nothing but its sheets and the texts that
// they share. Styles, pictures and remarks are not even unpacked; styles alone
// took gigabytes.
type book struct {
	budget  *budget
	pkg     *opc.Package
	sheets  []string // their parts, in order
	texts   []string // shared by the cells
	from904 bool     // days are counted from 1904
}

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
	chosen := w.sheets[0]
	if len(w.sheets) > 1 {
		for _, part := range w.sheets {
			t, err := w.sheet(&budget{ctx: w.budget.ctx}, part, deepest)
			if err != nil {
				return table{}, err
			}
			if t.header().complete() {
				chosen = part
				break
			}
		}
	}
	return w.sheet(w.budget, chosen, math.MaxInt)
}

// open finds the sheets and reads the texts.
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
	shared := ""
	for _, r := range related {
		if r.Is("sharedStrings") && w.pkg.Has(r.Part) {
			shared = r.Part
		}
	}
	if err := w.checkOthers(shared); err != nil || shared == "" {
		return err
	}
	return w.readTexts(shared)
}

// checkOthers refuses a workbook in which a part is large that is no sheet and
// has no texts of one.
func (w *book) checkOthers(shared string) error {
	may := map[*zip.File]bool{w.pkg.Part(shared): true}
	for _, part := range w.sheets {
		may[w.pkg.Part(part)] = true
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
			if part := parts[opc.Attribute(e, "id")]; part != "" {
				w.sheets = append(w.sheets, part)
			}
			if len(w.sheets) > maxSheets {
				return refusal(texts.ListOfManySheets(maxSheets))
			}
		case ok && e.Name.Local == "workbookPr":
			v := opc.Attribute(e, "date1904")
			w.from904 = v == "1" || v == "true"
		}
		return ctx.Err()
	})
}

// readTexts reads the texts that cells share.
func (w *book) readTexts(part string) error {
	var text richText
	return w.each(part, maxSheet, func(token xml.Token) error {
		switch token := token.(type) {
		case xml.StartElement:
			text.start(token.Name.Local)
		case xml.CharData:
			return text.letters(0, token)
		case xml.EndElement:
			text.end(token.Name.Local)
			if token.Name.Local == "si" {
				s := text.take()
				w.texts = append(w.texts, s)
				w.budget.kept += len(s) + costOfText
				return w.budget.rich()
			}
		}
		return nil
	})
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

// take gives the text, clean, and begins a new one.
func (t *richText) take() string {
	s := clean(unescaped(string(t.b)))
	*t = richText{b: t.b[:0]}
	return s
}
