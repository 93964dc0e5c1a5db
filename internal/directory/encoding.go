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

	"golang.org/x/text/encoding/charmap"
	textunicode "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// decode makes text of the bytes of a CSV file: UTF-16 or UTF-8 with a mark at
// the front, UTF-8 without, else Windows-1258 (old Vietnamese Windows). The text
// can be read as often as one likes, and is never in memory as a whole.
func decode(ctx context.Context, b []byte) (text func() io.Reader, err error) {
	decoder := func() transform.Transformer { return charmap.Windows1258.NewDecoder() }
	switch {
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}), bytes.HasPrefix(b, []byte{0xFE, 0xFF}), bytes.HasPrefix(b, []byte{0xEF, 0xBB, 0xBF}):
		decoder = func() transform.Transformer { return textunicode.BOMOverride(transform.Nop) }
	case bytes.IndexByte(b, 0) >= 0:
		return nil, refusal(texts.NotAList())
	case utf8.Valid(b):
		decoder = func() transform.Transformer { return transform.Nop }
	}
	text = func() io.Reader { return norm.NFC.Reader(transform.NewReader(bytes.NewReader(b), decoder())) }
	old, err := oldFont(ctx, bufio.NewReader(text()))
	if err != nil {
		return nil, refused(err, texts.NotAList())
	}
	if old != "" {
		return nil, refusal(texts.OldFont(old))
	}
	return text, nil
}

// What Vietnamese written for the fonts of old looks like when it is read as
// if it were ordinary text: signs in the middle of words (TCVN3), or letters
// that Vietnamese does not have (VNI).
const (
	signsOfTCVN3 = "©®¬\u00ad¨ª«µ¸¶·¹¦§¤¥£¢¡"
	signsOfVNI   = "ñöøûïäåæëüÑÖØÛÏÄÅÆËÜ"
)

// oldFont names the font family that the text was written for, "" if it is
// ordinary. A stray sign proves nothing: a tenth of all marked letters does.
func oldFont(ctx context.Context, text io.RuneReader) (string, error) {
	marked, tcvn3, vni := 0, 0, 0
	for i := 0; ; i++ {
		if err := ctx.Err(); err != nil && i%(1<<16) == 0 {
			return "", err
		}
		r, _, err := text.ReadRune()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return "", err
		}
		switch {
		case r < unicode.MaxASCII:
			continue
		case strings.ContainsRune(signsOfTCVN3, r):
			tcvn3++
		case strings.ContainsRune(signsOfVNI, r):
			vni++
		}
		marked++
	}
	switch {
	case vni >= 3 && vni*10 > marked && vni >= tcvn3:
		return "VNI", nil
	case tcvn3 >= 3 && tcvn3*10 > marked:
		return "TCVN3 (ABC)", nil
	}
	return "", nil
}

// clean makes a cell comparable: on one line, nothing unseen.
func clean(cell string) string {
	if plain(cell) {
		return cell
	}
	return letters.Line(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, cell))
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
