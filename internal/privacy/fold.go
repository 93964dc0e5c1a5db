package privacy

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A letter is what a rune is compared by. Vietnamese puts two kinds of marks on
// a letter: the shape makes it another letter (a, ă, â), the tone belongs to the
// syllable and is written on one of two letters, as in hòa and hoà.
type letter struct {
	kind  kind
	base  byte // a-z and 0-9; 0 for a letter of a script that is not read
	shape byte
	tone  byte
	upper bool
}

// A kind says what a rune is in a word.
type kind byte

const (
	between  kind = iota // parts words
	alphabet             // a letter
	digit                // a digit
	mark                 // an accent of the letter before it
	unseen               // nothing that a reader sees: parts nothing
)

// The shapes and tones, by their combining marks.
var marks = map[rune]letter{
	'\u0302': {kind: mark, shape: 1}, '\u0306': {kind: mark, shape: 2}, '\u031b': {kind: mark, shape: 3},
	'\u0300': {kind: mark, tone: 1}, '\u0340': {kind: mark, tone: 1}, '\u0301': {kind: mark, tone: 2}, '\u0341': {kind: mark, tone: 2},
	'\u0303': {kind: mark, tone: 3}, '\u0309': {kind: mark, tone: 4}, '\u0323': {kind: mark, tone: 5},
}

// stroke is the shape of đ.
const stroke = 4

// lookAlikes are letters of other scripts that a reader takes for Latin ones.
var lookAlikes = func() map[rune]byte {
	all := map[rune]byte{}
	for latin, others := range map[byte]string{
		'a': "аАαΑɑᴀ", 'b': "ВвΒβʙЬ", 'c': "сСϲϹᴄ", 'd': "ԁðÐÐɖƉᴅ", 'e': "еЕεΕєЄᴇ", 'f': "ƒ", 'g': "ɡԌɢ", 'h': "һНнΗʜҺ", 'i': "іІιΙıɩӀɪ", 'j': "јЈᴊ",
		'k': "кКκΚᴋ", 'l': "ʟⅼӏ", 'm': "мМΜᴍ", 'n': "пΝɴηո", 'o': "оОοΟσᴏօ", 'p': "рРρΡᴘ", 'q': "ԛԚ", 'r': "гʀ", 's': "ѕЅꜱ", 't': "тТτΤᴛ",
		'u': "υսᴜ", 'v': "νѵᴠ", 'w': "ԝԜωᴡ", 'x': "хХχΧ", 'y': "уУγΥʏүҮ", 'z': "ΖᴢżŻ",
	} {
		for _, r := range others {
			all[r] = latin
		}
	}
	return all
}()

// The runes that Vietnamese is written with are in two ranges, and are looked
// up rather than taken apart.
const (
	lowEnd    = 0x250
	highStart = 0x1e00
	highEnd   = 0x1f00
)

var lowLetters, highLetters = func() (low [lowEnd]letter, high [highEnd - highStart]letter) {
	for r := range rune(lowEnd) {
		low[r] = take(r)
	}
	for r := range rune(highEnd - highStart) {
		high[r] = take(highStart + r)
	}
	return low, high
}()

// read says what a rune is in a word.
func read(r rune) letter {
	switch {
	case r < lowEnd:
		return lowLetters[r]
	case r >= highStart && r < highEnd:
		return highLetters[r-highStart]
	}
	return take(r)
}

// take takes a rune apart.
func take(r rune) letter {
	l := parts(r)
	l.upper = l.kind == alphabet && unicode.IsUpper(r)
	return l
}

func parts(r rune) letter {
	if l, ok := marks[r]; ok {
		return l
	}
	if latin, ok := lookAlikes[r]; ok {
		return letter{kind: alphabet, base: latin}
	}
	switch {
	case r == utf8.RuneError, r == '\u3164', r == '\u115f', r == '\u1160', r == '\uffa0', r == '\u2800':
		return letter{kind: unseen}
	case r == 'đ', r == 'Đ':
		return letter{kind: alphabet, base: 'd', shape: stroke}
	case unicode.Is(unicode.M, r), unicode.Is(unicode.Cf, r):
		return letter{kind: unseen}
	case unicode.IsControl(r) && !unicode.IsSpace(r):
		return letter{kind: unseen}
	}
	return compose(r)
}

// compose reads a letter with its marks, a digit, or a letter in another form
// such as those in a circle.
func compose(r rune) letter {
	l := letter{}
	for _, part := range norm.NFKD.String(string(r)) {
		small := unicode.ToLower(part)
		m, accent := marks[part]
		switch {
		case accent && l.kind == alphabet:
			l.shape, l.tone = max(l.shape, m.shape), max(l.tone, m.tone)
		case l.kind != between: // of ﬁ and the like the first letter is enough
		case small >= 'a' && small <= 'z':
			l.kind, l.base = alphabet, byte(small)
		case small >= '0' && small <= '9':
			l.kind, l.base = digit, byte(small)
		case lookAlikes[part] != 0:
			l.kind, l.base = alphabet, lookAlikes[part]
		case unicode.IsLetter(part):
			l.kind = alphabet
		case unicode.IsDigit(part):
			l.kind = digit
		}
	}
	return l
}
