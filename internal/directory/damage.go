package directory

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// lost stands where a letter was that nobody can read any more (U+FFFD).
const lost = "\ufffd"

// alphabet is every letter of Vietnamese that is not in ASCII, small.
const alphabet = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"

// misread knows UTF-8 that was read as Windows-1252 or 1258 (Tráº¡m for Trạm) by
// signs that stand together in no other text: the first byte of a letter, and
// behind it what cannot follow that letter. What is often seen otherwise does not
// count, such as Ã before a quotation mark, or á».
func misread(last [2]rune, r rune) bool {
	switch first := last[1]; {
	case strings.ContainsRune("ÃÂĂ", first):
		return r > '\u00a0' && r <= '¿' && r != '»' && r != '\u00ad'
	case strings.ContainsRune("ÄÅÆ", first):
		return continues(r)
	case first == 'â':
		return r == '€'
	}
	return last[0] == 'á' && (last[1] == 'º' || last[1] == '»') && continues(r)
}

// continues reports whether r is what a byte within a letter is read as.
func continues(r rune) bool {
	c, ok := asByte(charmap.Windows1252, r)
	return ok && c >= 0x80 && c < 0xC0
}

// asByte is the byte that was read as r. Of the bytes that the code page leaves
// open, programs make control characters.
func asByte(page *charmap.Charmap, r rune) (byte, bool) {
	if r < utf8.RuneSelf || r >= 0x80 && r < 0xA0 {
		return byte(r), true
	}
	return page.EncodeRune(r)
}

// isMisread reports whether there is UTF-8 in a cell that was read wrongly.
func isMisread(cell string) bool {
	var last [2]rune
	for _, r := range cell {
		if r >= utf8.RuneSelf && misread(last, r) {
			return true
		}
		last = [2]rune{last[1], r}
	}
	return false
}

// mend reads again what was read wrongly: the cell of a file in which some is.
// Where that leads to no letters, the cell gets the sign for a lost one; what was
// written properly stays.
func mend(cell string) string {
	wrong := false
	for _, page := range []*charmap.Charmap{charmap.Windows1252, charmap.Windows1258} {
		b, ok := asBytes(page, cell)
		if ok && utf8.Valid(b) {
			return string(b)
		}
		wrong = wrong || ok
	}
	if wrong {
		return cell + lost
	}
	return cell
}

func asBytes(page *charmap.Charmap, cell string) (b []byte, ok bool) {
	for _, r := range cell {
		c, ok := asByte(page, r)
		if !ok {
			return nil, false
		}
		b = append(b, c)
	}
	return b, true
}

// clean makes a cell comparable, and notes whether it was read wrongly before it
// came into the file.
func (b *budget) clean(cell string) string {
	if plain(cell) {
		return cell
	}
	if b.mending {
		return clean(mend(cell))
	}
	if isMisread(cell) {
		b.misread++
	}
	return clean(cell)
}

// questioned reports whether question marks stand where letters were: before a
// letter, or also behind one, where no questions are asked.
func questioned(text string, questions bool) bool {
	before := ' '
	for _, r := range text {
		if before == '?' && unicode.IsLetter(r) || r == '?' && unicode.IsLetter(before) && !questions {
			return true
		}
		before = r
	}
	return false
}
