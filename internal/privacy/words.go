package privacy

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A text is a text with its words.
type text struct {
	s     string
	words []word
	// accented reports whether the text is written with accents; where it is
	// not, a word without any may be any word with these letters.
	accented bool
	// headline reports whether nearly all words begin with a capital, as in some
	// headings: it says nothing then.
	headline bool
}

// A word is a syllable, or a number, of a text.
type word struct {
	from, to int    // bytes of the text, accents and unseen runes included
	fold     string // its letters alone, small: hoa
	spell    string // with shapes, and the tone at the end: Hòa and hoà are the same
	gap      gap    // what stands before it
	starts   bool   // begins a sentence or what looks like one
	upper    bool   // begins with a capital
	caps     bool   // consists of capitals, two at least
	number   bool
}

// bare reports whether a word has no accents.
func (w word) bare() bool { return len(w.fold) == len(w.spell) }

// same reports whether it is written as another, but for capitals.
func (w word) same(other word) bool { return w.spell == other.spell }

// single reports whether it is one letter.
func (w word) single() bool { return len(w.fold) == 1 && !w.number }

// A gap is what stands between two words; none if they touch.
type gap uint8

const (
	gapSpace  gap = 1 << iota
	gapLine       // a line ends
	gapDot        // full stop
	gapComma      // comma
	gapHyphen     // any dash, also a low one
	gapStop       // ends a sentence, or sets apart what is said: ! ? ; : and the like
	gapOther      // quotation marks, brackets, signs
)

// near reports whether two words stand as parts of one name do.
func (g gap) near() bool { return g&^(gapSpace|gapHyphen|gapLine) == 0 }

// cut cuts a text into its words.
func cut(s string) text {
	return cutInto(make([]word, 0, len(s)/5+1), s) // so many words, as a rule
}

// cutInto is cut with room for the words.
func cutInto(words []word, s string) text {
	s = strings.ToValidUTF8(s, "")
	c := cutters.Get().(*cutter)
	*c = cutter{text: text{s: s, words: words}, folds: c.folds[:0], spells: c.spells[:0], ends: c.ends[:0]}
	for i, r := range s {
		c.add(i, r)
	}
	c.end()
	t := c.done()
	c.text, c.word = text{}, word{}
	cutters.Put(c)
	return t
}

// cutters are those that wait for a text: each example is cut many times, by all
// who ask what may be shown of it.
var cutters = sync.Pool{New: func() any { return new(cutter) }}

// A cutter goes through a text rune by rune. The words' letters are gathered
// in two buffers, to be cut when all is known.
type cutter struct {
	text
	folds, spells []byte
	open          bool // a word is being read:
	word          word
	lastUpper     bool
	tone          byte
	gap           gap
	began         [2]int // of the open word in folds and spells
	ends          [][4]int32
}

func (c *cutter) add(i int, r rune) {
	l := read(r)
	switch l.kind {
	case between:
		c.end()
		c.gap |= gapOf(r)
		return
	case mark, unseen:
		if c.open {
			c.word.to = i + utf8.RuneLen(r)
			c.dress(l)
		}
		return
	}
	if c.open && (c.word.number != (l.kind == digit) || l.upper && !c.lastUpper && len(c.folds) > c.began[0]+1) { // LòVăn, but pẢN
		c.end()
	}
	if !c.open {
		c.begin(i, l.upper, l.kind == digit)
	}
	c.letter(i, r, l)
}

// begin opens a word.
func (c *cutter) begin(i int, upper, number bool) {
	c.word = word{from: i, gap: c.gap, upper: upper, caps: true, number: number}
	c.open, c.gap, c.tone, c.lastUpper = true, 0, 0, true
	c.began = [2]int{len(c.folds), len(c.spells)}
}

// letter adds one to the open word.
func (c *cutter) letter(i int, r rune, l letter) {
	c.word.to, c.word.caps, c.lastUpper = i+utf8.RuneLen(r), c.word.caps && l.upper, l.upper
	if l.base == 0 {
		small := unicode.ToLower(r)
		c.folds, c.spells = utf8.AppendRune(c.folds, small), utf8.AppendRune(c.spells, small)
		return
	}
	if l.base == 'y' && likeI(c.folds[c.began[0]:]) {
		l.base = 'i'
	}
	c.folds, c.spells = append(c.folds, l.base), append(c.spells, l.base)
	c.dress(l)
}

// dress gives the last letter its shape and the word its tone.
func (c *cutter) dress(l letter) {
	if l.shape != 0 {
		c.spells = append(c.spells, '0'+l.shape)
	}
	if l.tone != 0 {
		c.tone = l.tone
	}
}

// likeI reports whether y is i behind some letters: Ly and Li are the same word
// in two spellings, as are Quý and Quí.
func likeI(before []byte) bool {
	return string(before) == "qu" || len(before) > 0 && !vowel(before[len(before)-1])
}

func vowel(b byte) bool { return strings.IndexByte("aeiouy", b) >= 0 }

// end closes the open word.
func (c *cutter) end() {
	if !c.open {
		return
	}
	c.open, c.words = false, append(c.words, c.word)
	if c.tone != 0 {
		c.spells = append(c.spells, '5'+c.tone)
	}
	c.ends = append(c.ends, [4]int32{int32(c.began[0]), int32(len(c.folds)), int32(c.began[1]), int32(len(c.spells))})
}

// done cuts the buffers and looks at the words beside each other.
func (c *cutter) done() text {
	folds, spells := string(c.folds), string(c.spells)
	letters, accents, uppers, caps := 0, 0, 0, 0
	for i := range c.words {
		w, at := &c.words[i], c.ends[i]
		w.fold, w.spell = folds[at[0]:at[1]], spells[at[2]:at[3]]
		w.caps = w.caps && len(w.fold) > 1
		w.starts = i == 0 || c.starts(i)
		if !w.number && len(w.fold) > 1 {
			letters++
			if !w.bare() {
				accents++
			}
			if w.caps {
				caps++
			} else if w.upper {
				uppers++
			}
		}
	}
	c.accented = accents*6 >= letters
	c.headline = letters > 3 && uppers*5 >= (letters-caps)*4 && caps*2 < letters
	return c.text
}

// starts reports whether a word begins a sentence, a line or a quotation. The
// dot after an initial ends none.
func (c *cutter) starts(i int) bool {
	g := c.words[i].gap
	switch {
	case g&(gapStop|gapLine) != 0:
		return true
	case g&gapDot != 0:
		return g&gapSpace != 0 && !c.words[i-1].single()
	}
	return false
}

// gapOf says what a rune is that is no part of a word.
func gapOf(r rune) gap {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return gapLine
	case '.', '․', '。':
		return gapDot
	case ',', '،', '、':
		return gapComma
	case '-', '_', '‐', '‑', '‒', '–', '—', '―', '−', '~':
		return gapHyphen
	case '!', '?', ';', ':', '…', '•', '*', '“', '"', '«', '‘':
		return gapStop
	}
	if unicode.IsSpace(r) {
		return gapSpace
	}
	return gapOther
}

// shouted reports whether a word stands among others in capitals, so that its
// own say nothing.
func (t text) shouted(i int) bool {
	w := t.words[i]
	if t.headline && w.upper {
		return true
	}
	if !w.caps && !(w.single() && w.upper) {
		return false
	}
	if i+1 < len(t.words) && !t.words[i+1].starts && (t.words[i+1].caps || w.caps && t.words[i+1].single() && t.words[i+1].upper) {
		return true
	}
	return i > 0 && t.words[i-1].caps && !w.starts
}

// capital reports whether a word is written as names are, which says nothing
// where everything is.
func (t text) capital(i int) bool { return t.words[i].upper && !t.shouted(i) }

// loose is the text read as one in which any word may lack its accents.
func (t text) loose() text {
	t.accented = false
	return t
}

// is reports whether a word is one of a list of words, which is written with
// accents: spelled so, or, where the text has no accents, with these letters.
func (t text) is(i int, other word) bool {
	w := t.words[i]
	return w.spell == other.spell || !t.accented && w.fold == other.fold && w.bare()
}
