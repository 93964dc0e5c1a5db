package directory

import (
	"bytes"
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
// the front, UTF-8 without, else Windows-1258 (old Vietnamese Windows).
func decode(b []byte) (string, error) {
	decoder := charmap.Windows1258.NewDecoder().Transformer
	switch {
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}), bytes.HasPrefix(b, []byte{0xFE, 0xFF}), bytes.HasPrefix(b, []byte{0xEF, 0xBB, 0xBF}):
		decoder = textunicode.BOMOverride(transform.Nop)
	case bytes.IndexByte(b, 0) >= 0:
		return "", refusal(texts.NotAList())
	case utf8.Valid(b):
		decoder = transform.Nop
	}
	decoded, _, err := transform.Bytes(decoder, b)
	if err != nil {
		return "", refusal(texts.NotAList())
	}
	text := norm.NFC.String(string(decoded))
	if old := oldFont(text); old != "" {
		return "", refusal(texts.OldFont(old))
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
func oldFont(text string) string {
	marked, tcvn3, vni := 0, 0, 0
	for _, r := range text {
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
		return "VNI"
	case tcvn3 >= 3 && tcvn3*10 > marked:
		return "TCVN3 (ABC)"
	}
	return ""
}

// clean makes a cell comparable: on one line, nothing unseen.
func clean(cell string) string {
	return letters.Line(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, cell))
}
