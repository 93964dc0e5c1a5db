package directory

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"

	"guongsang/internal/opc"
)

// sharedTexts are the texts that the cells of all sheets share. Of a workbook of many
// sheets the list of units needs few of them, so each is made only when a cell is read
// that has it.
type sharedTexts struct {
	raw   []byte // as it stands in the file
	at    []int  // where each begins there
	texts []string
	made  []bool
}

func (t *sharedTexts) len() int { return len(t.texts) }

// readTexts reads where the texts stand that cells share. Where that cannot be told
// without reading them, all are made.
func (w *book) readTexts(part string) error {
	raw, err := w.rawTexts(part)
	if err != nil {
		return err
	}
	if bytes.Contains(raw, []byte("<!")) || bytes.Contains(raw, []byte(":si>")) {
		return w.readAllTexts(part)
	}
	t := &w.shared
	t.raw = raw
	w.budget.kept += len(raw)
	for i := nextText(raw, 0); i >= 0; i = nextText(raw, i+1) {
		t.at = append(t.at, i)
		w.budget.kept += costOfText
		if err := w.budget.rich(); err != nil {
			return err
		}
	}
	t.texts, t.made = make([]string, len(t.at)), make([]bool, len(t.at))
	return w.budget.rich()
}

// rawTexts reads the part of the texts as it is.
func (w *book) rawTexts(part string) ([]byte, error) {
	r, err := w.pkg.XML(w.budget.ctx, part, maxSheet)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var b bytes.Buffer
	b.Grow(int(w.pkg.Part(part).UncompressedSize64) + bytes.MinRead) // within maxSheet, or it would not be open
	_, err = b.ReadFrom(r)
	var limit *opc.LimitError
	if errors.As(err, &limit) && limit.Limit == opc.Token {
		return nil, checkCell(0, int(limit.Most)) // a text without end
	}
	return b.Bytes(), err
}

// nextText finds the beginning of a text from a place on; -1 if there is none.
func nextText(raw []byte, from int) int {
	const begin = "<si"
	for {
		i := bytes.Index(raw[from:], []byte(begin))
		if i < 0 {
			return -1
		}
		from += i + len(begin)
		if from < len(raw) && bytes.IndexByte([]byte("> /\t\r\n"), raw[from]) >= 0 {
			return from - len(begin)
		}
	}
}

// readAllTexts reads the texts that cells share.
func (w *book) readAllTexts(part string) error {
	var text richText
	return w.each(part, maxSheet, func(token xml.Token) error {
		s, ended, err := text.next(token)
		if ended {
			s = w.budget.clean(s)
			w.shared.texts, w.shared.made = append(w.shared.texts, s), append(w.shared.made, true)
			w.budget.kept += len(s) + costOfText
			return w.budget.rich()
		}
		return err
	})
}

// text is the one of that number.
func (w *book) text(i int) (string, error) {
	t := &w.shared
	if t.made[i] {
		return t.texts[i], nil
	}
	end := len(t.raw)
	if i+1 < len(t.at) {
		end = t.at[i+1]
	}
	s, err := textOf(t.raw[t.at[i]:end])
	if err != nil {
		return "", err
	}
	s = w.budget.clean(s)
	t.texts[i], t.made[i] = s, true
	w.budget.kept += len(s)
	return s, w.budget.rich()
}

// textOf makes the text that begins a piece of XML.
func textOf(piece []byte) (string, error) {
	if inner, ok := bytes.CutPrefix(piece, []byte("<si><t>")); ok {
		if i := bytes.IndexAny(inner, "<&\r"); i >= 0 && bytes.HasPrefix(inner[i:], []byte("</t></si>")) {
			return unescaped(string(inner[:i])), checkCell(0, i)
		}
	}
	var text richText
	for d := xml.NewDecoder(bytes.NewReader(piece)); ; {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return "", errors.New("ends in the middle of a text")
		}
		if err != nil {
			return "", err
		}
		if s, ended, err := text.next(token); ended || err != nil {
			return s, err
		}
	}
}

// next takes the next token of a text; ended says that it was the last, and s is the text.
func (t *richText) next(token xml.Token) (s string, ended bool, err error) {
	switch token := token.(type) {
	case xml.StartElement:
		t.start(token.Name.Local)
	case xml.CharData:
		return "", false, t.letters(0, token)
	case xml.EndElement:
		t.end(token.Name.Local)
		if token.Name.Local == "si" {
			return t.take(), true, nil
		}
	}
	return "", false, nil
}
