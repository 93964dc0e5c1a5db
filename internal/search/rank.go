package search

import "bytes"

// What a word counts where it stands: whole, and as a beginning. The name before the
// title, the title before the place, the place before the text; and within
// each what is whole before what only begins so.
var worth = [...]struct{ whole, begun int }{
	{40, 36}, // the name
	{24, 21}, // the title
	{14, 12}, // the place, the position
	{4, 3},   // all else
}

const (
	inNumber  = 60
	inUnit    = 10
	allOfName = 30  // the words are the whole name
	endOfName = 20  // they are its end, by which people are called
	fromThere = 200 // the place that was said is the one
)

const nameField, placeField = 0, 2

// A rank is how well an entry fits.
type rank struct {
	score int
	named bool // all words stand in the name
}

// rank tells how well a text that has all words fits; words are those of its unit.
func (s *Search) rank(text []byte, n int, words uint32) (r rank) {
	r.named = len(s.terms) > 0
	fields := fieldsOf(text)
	for i := range s.terms {
		t := &s.terms[i]
		best := 0
		for f, field := range fields {
			if bytes.Contains(field, t.whole) {
				best = max(best, worth[f].whole)
			} else if t.begins != nil && bytes.Contains(field, t.begins) {
				best = max(best, worth[f].begun)
			}
			if f == nameField && best == 0 {
				r.named = false
			}
			if best > 0 {
				break
			}
		}
		if t.number > 0 && t.number == n {
			best = inNumber
		}
		if words&(1<<t.at) != 0 {
			best = max(best, inUnit)
		}
		r.score += best
	}
	if r.named {
		r.score += s.called(fields[nameField])
	}
	if s.isFrom(fields[placeField]) {
		r.score += fromThere
	}
	return r
}

// called is what it counts that the words stand in the name as people say it.
func (s *Search) called(name []byte) int {
	end := len(name)
	for i := len(s.query.Words) - 1; i >= 0; i-- {
		word := s.query.Words[i]
		from := end - 1 - len(word)
		if from < 1 || string(name[from:end-1]) != word || name[from-1] != ' ' {
			return 0
		}
		end = from
	}
	if end == 1 {
		return allOfName
	}
	return endOfName
}

// isFrom reports whether a place has all words that were said of it.
func (s *Search) isFrom(place []byte) bool {
	for i := range s.place {
		if !bytes.Contains(place, s.place[i].whole) {
			return false
		}
	}
	return len(s.place) > 0
}

// fieldsOf are the lines of a text.
func fieldsOf(text []byte) (fields [len(worth)][]byte) {
	for i := range fields {
		fields[i], text, _ = bytes.Cut(text, []byte{'\n'})
	}
	return fields
}
