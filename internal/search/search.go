package search

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
)

// A Query is what is looked for.
type Query struct {
	Words []string // all of them have to be there (see Words), in any order
	Place []string // better if they are said of the place
	Heads bool     // in the name, the title or the place, not in what only the text says

	// What is empty narrows nothing.
	Periods  []report.Period // it counts for one of them
	Year     int             // or for one of this year
	Category report.Category
	Reviews  []report.Review // one of them; what was withdrawn is found only if it is asked for
	Block    string          // of its unit
}

// Narrows reports whether a query says more than words.
func (q Query) Narrows() bool {
	return len(q.Periods) > 0 || q.Year != 0 || q.Category != "" || len(q.Reviews) > 0 || q.Block != ""
}

// maxWords is how many words are looked for at most.
const maxWords = 16

// A Reader is who looks.
type Reader struct {
	Agency   bool             // reads everything
	Units    []string         // reads everything of these
	Audience privacy.Audience // reads of others what this audience may; empty: nothing
}

// Reads reports whether somebody reads anything at all.
func (r Reader) Reads() bool { return r.Agency || len(r.Units) > 0 || r.Audience != "" }

// A Hit is an example that was found.
type Hit struct {
	Year, N int // of its number
	score   int
}

// A Search is a query of a reader, with what was found so far.
type Search struct {
	query  Query
	by     Reader
	units  report.Directory
	terms  []term // the longest first: it is the rarest
	place  []term
	keep   int
	hits   []Hit // the best keep
	all    int
	named  int
	ofUnit map[string]uint32 // which terms are words of a unit, one bit each
	inUnit map[string]bool   // whether it is in the block
}

// A term is a word that is looked for.
type term struct {
	at     int    // its place in the query
	whole  []byte // the word between two spaces
	begins []byte // the beginning of a word; nil: short words and numbers are meant whole
	number int    // as the number of an example; 0: it is none
}

// leastBegun is how many letters make the beginning of a word.
const leastBegun = 3

func termOf(i int, word string) term {
	t := term{at: i, whole: []byte(" " + word + " ")}
	if !letters.IsDigits(word) {
		if len(word) >= leastBegun {
			t.begins = t.whole[:len(word)+1]
		}
		return t
	}
	t.number, _ = strconv.Atoi(word) // what is too large is no number of an example
	return t
}

// in reports whether a text has the word or, where that is enough, one that begins so.
func (t *term) in(text []byte) bool {
	if t.begins != nil {
		return bytes.Contains(text, t.begins)
	}
	return bytes.Contains(text, t.whole)
}

// New begins a search that keeps so many of the best. The directory says which words
// name a unit.
func New(q Query, by Reader, units report.Directory, keep int) *Search {
	s := &Search{query: q, by: by, units: units, keep: keep, ofUnit: map[string]uint32{}, inUnit: map[string]bool{}}
	for i, word := range q.Words[:min(len(q.Words), maxWords)] {
		s.terms = append(s.terms, termOf(i, word))
	}
	slices.SortStableFunc(s.terms, func(a, b term) int { return len(b.whole) - len(a.whole) })
	for i, word := range q.Place {
		s.place = append(s.place, termOf(i, word))
	}
	return s
}

// Look puts an entry beside the query. Nothing of it is kept.
func (s *Search) Look(year, n int, en Entry) {
	o, ok := en.open()
	if !ok {
		return
	}
	text, named := s.readable(&o)
	if text == nil || !s.within(&o) {
		return
	}
	if s.query.Heads {
		text = text[:max(0, bytes.LastIndexByte(text, '\n'))]
	}
	words := uint32(0)
	for i := range s.terms {
		t := &s.terms[i]
		if t.in(text) || t.number > 0 && t.number == n {
			continue
		}
		if i == 0 || words == 0 {
			words = s.wordsOf(&o, named)
		}
		if words&(1<<t.at) == 0 {
			return
		}
	}
	s.all++
	rank := s.rank(text, n, s.wordsOf(&o, named))
	if rank.named {
		s.named++
	}
	s.put(Hit{year, n, rank.score})
}

// Only gives the units of which alone the reader finds anything, if that is so.
func (s *Search) Only() (units []string, only bool) {
	return s.by.Units, !s.by.Agency && s.by.Audience == ""
}

// readable is the text by which the reader finds an entry, nil if there is none; and
// whether its unit may be named to the reader.
func (s *Search) readable(o *opened) (text []byte, named bool) {
	if s.by.Agency || s.speaksFor(o.unit) {
		return o.desk, true
	}
	if s.by.Audience == "" || !privacy.Shown(o.reviewed(), s.by.Audience) {
		return nil, false
	}
	if s.by.Audience == privacy.Internal {
		return o.desk, true
	}
	if len(o.public) > 0 {
		return o.public, o.hides&unitHidden == 0
	}
	return o.desk, o.hides&unitHidden == 0
}

func (s *Search) speaksFor(unit []byte) bool {
	for _, code := range s.by.Units {
		if string(unit) == code {
			return true
		}
	}
	return false
}

// within reports whether an entry is one of those to which the query is narrowed.
func (s *Search) within(o *opened) bool {
	q := &s.query
	review := o.reviewed()
	switch {
	case len(q.Reviews) > 0 && !slices.Contains(q.Reviews, review), len(q.Reviews) == 0 && review == report.Withdrawn:
		return false
	case q.Category != "" && (o.category == 0 || int(o.category) > len(categories) || categories[o.category-1] != q.Category):
		return false
	case q.Block != "" && !s.inBlock(o.unit):
		return false
	case len(q.Periods) == 0 && q.Year == 0:
		return true
	}
	for at := 0; at < len(o.periods); at += perPeriod {
		year, number := int(o.periods[at])<<8|int(o.periods[at+1]), o.periods[at+2]
		p := report.Period{Duty: report.Month, Year: year, Number: int(number &^ isQuarter)}
		if number&isQuarter != 0 {
			p.Duty = report.Quarter
		}
		if year == q.Year || slices.Contains(q.Periods, p) {
			return true
		}
	}
	return false
}

func (s *Search) inBlock(code []byte) bool {
	in, known := s.inUnit[string(code)]
	if !known {
		u, _ := s.units.Unit(string(code))
		in = u.Block == s.query.Block
		s.inUnit[string(code)] = in
	}
	return in
}

// wordsOf are the terms that are words of an entry's unit, by name, code or block.
func (s *Search) wordsOf(o *opened, named bool) (words uint32) {
	if !named {
		return 0
	}
	words, known := s.ofUnit[string(o.unit)]
	if !known {
		code := string(o.unit)
		u, _ := s.units.Unit(code)
		words = s.inText(unitText(u.Name, code, u.Block))
		s.ofUnit[code] = words
	}
	return words
}

// unitText is the text by which a unit is found.
func unitText(name, code, block string) []byte {
	return appendWords(nil, name+" "+code+" "+block)
}

func (s *Search) inText(text []byte) (words uint32) {
	for i := range s.terms {
		if s.terms[i].in(text) {
			words |= 1 << s.terms[i].at
		}
	}
	return words
}

// put keeps a hit if it is among the best; of equals the later, which is newer.
func (s *Search) put(h Hit) {
	if s.keep == 0 {
		return
	}
	at := len(s.hits)
	for at > 0 && s.hits[at-1].score <= h.score {
		at--
	}
	switch {
	case at == s.keep:
		return
	case len(s.hits) < s.keep:
		s.hits = append(s.hits, h)
	}
	copy(s.hits[at+1:], s.hits[at:])
	s.hits[at] = h
}

// Hits are the best of what was found, the best first and of equals the newest.
func (s *Search) Hits() []Hit { return s.hits }

// All counts what was found.
func (s *Search) All() int { return s.all }

// Named counts those in whose name all words stand.
func (s *Search) Named() int { return s.named }

// Shows reports whether what may be shown today has the words for which it was found.
// An entry is as old as its example: this is asked before one is shown that was
// found by what its reader may see.
func (s *Search) Shows(v privacy.View) bool {
	if v.Hidden {
		return false
	}
	text := append(textOf(v), unitText(v.Unit.Name, v.Unit.Code, v.Unit.Block)...)
	n, _ := strconv.Atoi(v.Number[strings.LastIndexByte(v.Number, '-')+1:])
	for i := range s.terms {
		if t := &s.terms[i]; !t.in(text) && (t.number == 0 || t.number != n) {
			return false
		}
	}
	return true
}
