package directory

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	textunicode "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// decode makes text of the bytes of a CSV file. The text can be read as often as
// one likes, and is never in memory as a whole.
func decode(ctx context.Context, file []byte) (text func() io.Reader, err error) {
	coding, legacy, err := codingOf(file)
	if err != nil {
		return nil, err
	}
	text = func() io.Reader {
		return &lineEnds{from: norm.NFC.Reader(transform.NewReader(bytes.NewReader(coding.bytes), coding.encoding.NewDecoder()))}
	}
	signs, err := count(ctx, bufio.NewReader(text()))
	if err != nil {
		return nil, refused(err, texts.NotAList())
	}
	switch font := signs.oldFont(); {
	case legacy && (font != "" || signs.foreign*10 > signs.marked):
		return nil, refusal(texts.ListNotUTF8(font))
	case font != "":
		return nil, refusal(texts.OldFont(font))
	}
	return text, nil
}

// A coding is how letters are kept in a file, and the file without its mark.
type coding struct {
	encoding encoding.Encoding
	bytes    []byte
}

var (
	littleEndian = textunicode.UTF16(textunicode.LittleEndian, textunicode.IgnoreBOM)
	bigEndian    = textunicode.UTF16(textunicode.BigEndian, textunicode.IgnoreBOM)
)

// codingOf tells the encodings apart: by the mark at the front; UTF-16 without one
// by where its zeros are; UTF-8 by its sequences, of which a few may be damaged
// (their letters become U+FFFD); else it is the legacy one, Windows-1258 (old
// Vietnamese Windows), if it is text at all.
func codingOf(file []byte) (c coding, legacy bool, err error) {
	for _, m := range []struct {
		mark string
		encoding.Encoding
	}{{"\xFF\xFE", littleEndian}, {"\xFE\xFF", bigEndian}, {"\xEF\xBB\xBF", textunicode.UTF8}} {
		if rest, ok := bytes.CutPrefix(file, []byte(m.mark)); ok {
			return coding{m.Encoding, rest}, false, nil
		}
	}
	if order, ok := unmarkedUTF16(file); ok {
		return coding{order, file}, false, nil
	}
	if bytes.IndexByte(file, 0) >= 0 {
		return coding{}, false, refusal(texts.NotAList())
	}
	if sound, broken := sequences(file); broken <= sound {
		return coding{textunicode.UTF8, file}, false, nil
	}
	return coding{charmap.Windows1258, file}, true, nil
}

// unmarkedUTF16 knows UTF-16 by the zeros beside its plain letters: a quarter of
// all pairs of bytes has one on one side, and hardly one on the other.
func unmarkedUTF16(file []byte) (encoding.Encoding, bool) {
	var zeros [2]int
	head := file[:min(len(file), 4096)]
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	many, few := len(head)/8, len(head)/200
	switch {
	case zeros[1] > many && zeros[0] <= few:
		return littleEndian, true
	case zeros[0] > many && zeros[1] <= few:
		return bigEndian, true
	}
	return nil, false
}

// sequences counts the letters beyond ASCII that are sound UTF-8, and the bytes
// that are not. Text of another encoding has hardly any of the first.
func sequences(file []byte) (sound, broken int) {
	for len(file) > 0 {
		r, n := utf8.DecodeRune(file)
		switch {
		case r == utf8.RuneError && n == 1:
			broken++
		case n > 1:
			sound++
		}
		file = file[n:]
	}
	return sound, broken
}

// lineEnds gives every end of a line, \r\n, \n or \r alone, as \n.
type lineEnds struct {
	from     io.Reader
	returned bool // the byte before was \r
}

// Read gives the next bytes.
func (l *lineEnds) Read(p []byte) (int, error) {
	n, err := l.from.Read(p)
	if !l.returned && bytes.IndexByte(p[:n], '\r') < 0 {
		return n, err
	}
	kept := p[:0]
	for _, c := range p[:n] {
		second := c == '\n' && l.returned
		l.returned = c == '\r'
		switch {
		case second:
		case c == '\r':
			kept = append(kept, '\n')
		default:
			kept = append(kept, c)
		}
	}
	return len(kept), err
}

// What Vietnamese written for the fonts of old looks like when it is read as
// if it were ordinary text: signs in the middle of words (TCVN3), or letters
// that Vietnamese does not have (VNI).
const (
	signsOfTCVN3 = "©®¬\u00ad¨ª«µ¸¶·¹¦§¤¥£¢¡"
	signsOfVNI   = "ñöøûïäåæëüÑÖØÛÏÄÅÆËÜ"
)

// signs are what is seen of the letters of a text that are not in ASCII.
type signs struct {
	marked  int // all of them
	tcvn3   int
	vni     int
	foreign int // letters that Vietnamese does not have, and what is not text
	misread int // UTF-8 that was read as something else
}

// count goes over a text.
func count(ctx context.Context, text io.RuneReader) (s signs, err error) {
	var last [2]rune
	for i := 0; ; i++ {
		if err := ctx.Err(); err != nil && i%(1<<16) == 0 {
			return s, err
		}
		r, _, err := text.ReadRune()
		if errors.Is(err, io.EOF) {
			return s, nil
		}
		if err != nil {
			return s, err
		}
		if r >= unicode.MaxASCII {
			s.add(last, r)
		}
		last = [2]rune{last[1], r}
	}
}

func (s *signs) add(last [2]rune, r rune) {
	s.marked++
	switch {
	case strings.ContainsRune(signsOfTCVN3, r):
		s.tcvn3++
	case strings.ContainsRune(signsOfVNI, r):
		s.vni++
	}
	if (unicode.IsLetter(r) || unicode.IsControl(r) || unicode.IsSymbol(r)) && !strings.ContainsRune(alphabet, unicode.ToLower(r)) {
		s.foreign++
	}
	if misread(last, r) {
		s.misread++
	}
}

// countCells goes over the cells of a table.
func countCells(b *budget, rows []row) (s signs, err error) {
	for _, r := range rows {
		if err := b.time(); err != nil {
			return s, err
		}
		for _, cell := range r.cells {
			if plain(cell) {
				continue
			}
			var last [2]rune
			for _, c := range cell {
				if c >= unicode.MaxASCII {
					s.add(last, c)
				}
				last = [2]rune{last[1], c}
			}
		}
	}
	return s, nil
}

// oldFont names the font family that the text was written for, "" if it is
// ordinary. A stray sign proves nothing: a tenth of all marked letters does, if
// they are not UTF-8 that was read wrongly, which is full of the same signs.
func (s signs) oldFont() string {
	switch {
	case s.misread > 0:
		return ""
	case s.vni >= 3 && s.vni*10 > s.marked && s.vni >= s.tcvn3:
		return "VNI"
	case s.tcvn3 >= 3 && s.tcvn3*10 > s.marked:
		return "TCVN3 (ABC)"
	}
	return ""
}

// clean makes a cell comparable: on one line, nothing unseen. Only the sign for a
// letter that was lost stays, so that its cell is not taken for sound.
func clean(cell string) string {
	if plain(cell) {
		return cell
	}
	pieces := strings.Split(cell, lost)
	for i, piece := range pieces {
		pieces[i] = letters.Line(strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Cf, r) {
				return -1
			}
			return r
		}, piece))
	}
	return strings.Join(pieces, lost)
}

// plain reports whether there is nothing to clean in a cell, as in most codes,
// numbers and blanks.
func plain(cell string) bool {
	for i := range len(cell) {
		if cell[i] <= ' ' || cell[i] >= unicode.MaxASCII {
			return false
		}
	}
	return true
}
