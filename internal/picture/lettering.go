package picture

import (
	"fmt"
	"strings"
	"sync"
	"unicode"

	"guongsang/internal/letters"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"codeberg.org/go-fonts/liberation/liberationserifbold"
	"codeberg.org/go-fonts/liberation/liberationserifitalic"
	"codeberg.org/go-fonts/liberation/liberationserifregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
)

// A letter is how a text is set: in which style, and how many pixels high.
type letter struct {
	style style
	size  int
}

// A style is one of the fonts: without serifs for figures and lists, with them
// for what is read as a document.
type style int

const (
	sans style = iota
	sansBold
	serif
	serifBold
	serifItalic
	styles
)

func regular(size int) letter { return letter{sans, size} }
func bold(size int) letter    { return letter{sansBold, size} }

// fonts are parsed once. They can be shared; the faces made of them cannot.
var fonts = sync.OnceValues(func() (parsed [styles]*opentype.Font, err error) {
	for i, ttf := range [styles][]byte{
		liberationsansregular.TTF, liberationsansbold.TTF, liberationserifregular.TTF, liberationserifbold.TTF, liberationserifitalic.TTF,
	} {
		if parsed[i], err = opentype.Parse(ttf); err != nil {
			return parsed, fmt.Errorf("reading the built-in font: %w", err)
		}
	}
	return parsed, nil
})

// lettering sets texts for one picture.
type lettering struct {
	fonts  [styles]*opentype.Font
	faces  map[letter]font.Face
	buffer sfnt.Buffer
}

func newLettering() (*lettering, error) {
	parsed, err := fonts()
	return &lettering{fonts: parsed, faces: map[letter]font.Face{}}, err
}

func (l *lettering) face(how letter) font.Face {
	if f, ok := l.faces[how]; ok {
		return f
	}
	f, err := opentype.NewFace(l.fonts[how.style], &opentype.FaceOptions{Size: float64(how.size), DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		panic(fmt.Sprintf("a face of %d pixels: %v", how.size, err)) // of a parsed font only for impossible sizes
	}
	l.faces[how] = f
	return f
}

// settable gives the text as it can be set: one line, whole letters with their
// marks, without what the font has no letter for.
func (l *lettering) settable(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == ' ' {
			return r
		}
		if i, err := l.fonts[0].GlyphIndex(&l.buffer, r); err != nil || i == 0 || !unicode.IsGraphic(r) {
			return -1
		}
		return r
	}, letters.Line(s))
	return strings.Join(strings.Fields(s), " ")
}

// width is how many pixels a text takes.
func (l *lettering) width(s string, how letter) int {
	return font.MeasureString(l.face(how), l.settable(s)).Ceil()
}

// shrunk is how to set a text so that it is no wider than width: smaller, but
// not smaller than least.
func (l *lettering) shrunk(s string, how letter, width, least int) letter {
	for how.size > least && l.width(s, how) > width {
		how.size--
	}
	return how
}

// fit shortens a text to a width, at the end of a word where one is near.
func (l *lettering) fit(s string, how letter, width int) string {
	s = l.settable(s)
	if l.width(s, how) <= width {
		return s
	}
	letters := []rune(s)
	low, high := 0, len(letters) // the longest beginning that fits with its dots
	for low < high {
		middle := (low + high + 1) / 2
		if l.width(string(letters[:middle])+"…", how) <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	cut := strings.TrimRight(string(letters[:low]), " ,;:-–")
	if space := strings.LastIndex(cut, " "); letters[low] != ' ' && space > len(cut)*3/5 {
		cut = strings.TrimRight(cut[:space], " ,;:-–")
	}
	return cut + "…"
}

// wrap breaks a text into at most so many lines; the last one is shortened.
func (l *lettering) wrap(s string, how letter, width, most int) (lines []string) {
	words := strings.Fields(l.settable(s))
	for len(words) > 0 {
		if len(lines) == most-1 {
			return append(lines, l.fit(strings.Join(words, " "), how, width))
		}
		n := 1
		for n < len(words) && l.width(strings.Join(words[:n+1], " "), how) <= width {
			n++
		}
		lines = append(lines, l.fit(strings.Join(words[:n], " "), how, width))
		words = words[n:]
	}
	return lines
}

// balanced breaks a text like wrap, into lines of nearly the same length, so
// that no word is left alone on the last.
func (l *lettering) balanced(s string, how letter, width, most int) []string {
	lines := l.wrap(s, how, width, most)
	for narrow := width - 20; narrow > width/2; narrow -= 20 {
		other := l.wrap(s, how, narrow, most+1)
		if len(other) > len(lines) {
			break
		}
		lines = other
	}
	return lines
}
