package digest

import (
	"math"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// How high a row has to be is not left to the program that opens the file: not
// all of them work it out, and a row that is too low hides what it says. So
// texts are measured here.

// letterWidths are those of Times New Roman, from the space to the tilde, in
// thousandths of the size. Accents make no letter wider.
var letterWidths = [...]int{
	250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
	500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
	921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
	556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
	333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
	500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
}

const (
	digitPixels  = 7    // widths of columns count the digits of the file's first font
	letterPixels = 15.1 // 11 points at 96 dots an inch, and a little for letters moved to whole dots
	boldWider    = 1.06
	otherLetter  = 1000 // signs of other scripts
)

// linesOf is how many lines a text takes in a column of that width.
func linesOf(text string, width float64, bold bool) int {
	return linesUpTo(text, width, bold, math.MaxInt)
}

// linesUpTo is that too; beyond most it counts no further.
func linesUpTo(text string, width float64, bold bool, most int) (lines int) {
	room := width * digitPixels * 1000 / letterPixels
	if bold {
		room /= boldWider
	}
	for line := range strings.Lines(text) {
		if lines > most {
			break
		}
		lines += brokenLines(line, room, most)
	}
	return max(1, lines)
}

// brokenLines is how many lines one becomes that breaks between words, and
// within a word only where it is wider than the room. Beyond most it counts no further.
func brokenLines(line string, room float64, most int) int {
	lines, at, first := 1, 0.0, true
	for word := range strings.FieldsSeq(line) {
		if lines > most {
			break
		}
		wide := widthOf(word)
		if !first {
			at += float64(letterWidths[0])
		}
		first = false
		if at+wide > room && at > 0 {
			lines, at = lines+1, 0
		}
		for wide > room {
			lines, wide = lines+1, wide-room
		}
		at += wide
	}
	return lines
}

func widthOf(word string) (width float64) {
	for _, r := range word {
		width += float64(letterWidth(r))
	}
	return width
}

// letterWidth is looked up: a workbook of a province has millions of letters.
func letterWidth(r rune) int {
	if known := widthsKnown(); int(r) < len(known) {
		return int(known[r])
	}
	return measured(r)
}

// widthsKnown are the widths of all letters of Vietnamese, and of what lies
// between.
var widthsKnown = sync.OnceValue(func() *[0x2000]int16 {
	var known [0x2000]int16
	for r := range known {
		known[r] = int16(measured(rune(r)))
	}
	return &known
})

func measured(r rune) int {
	switch {
	case r == 'đ':
		r = 'd'
	case r == 'Đ':
		r = 'D'
	case r > '~':
		if unicode.Is(unicode.Mn, r) {
			return 0
		}
		if parts := norm.NFD.PropertiesString(string(r)).Decomposition(); len(parts) > 0 {
			r = rune(parts[0])
		}
	}
	if r < ' ' || r > '~' {
		return otherLetter
	}
	return letterWidths[r-' ']
}
