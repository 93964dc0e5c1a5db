package likeness

import (
	"encoding/binary"
	"errors"
	"slices"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
)

// Traits are what an introduction is compared by, packed: a store keeps them
// and a Search goes through many without unpacking them.
//
//	0     the mark of this form
//	1     sex, and whether it is a collective or a model
//	2     year of birth, 0 if unknown
//	4     one bit for each word that names who or what it is: who shares none is another
//	8     how many shingles the text has
//	9     the shingles, two bytes each, ascending
//	then  three texts behind their length: people, each a name whose words stand
//	      between spaces, between semicolons; the words of the name of a collective or
//	      model; places
//
// Numbers are little-endian.
type Traits []byte

// mark is the first byte of every Traits. Whoever changes what they mean gives
// them another, and makes those in the store anew.
const (
	mark   = 1
	header = 9
)

const (
	male   = 1
	female = 2
	sexes  = male | female
	group  = 4
	model  = 8
)

// ErrMalformed means that bytes are no Traits.
var ErrMalformed = errors.New("malformed traits")

// Of are the traits of what a unit wrote. Where no place is said, the unit's
// name stands for it. The text is everything that is told: summary, results,
// effect.
func Of(c report.Content, unit string) Traits {
	var people []string
	for _, name := range privacy.Names(c) {
		for i, w := range name {
			name[i] = sounds(iForY(w))
		}
		people = append(people, strings.Join(name, " "))
	}
	isGroup := c.Object == report.Collective || c.Category == report.NewModel
	place := c.Place
	if strings.TrimSpace(place) == "" {
		place = unit
	}
	var told, within string
	if isGroup {
		told, within = subject(c.Name), c.Name
	}
	text := shingles(c.Summary + "\n" + c.Results + "\n" + c.Spread)
	t := make(Traits, header, header+2*len(text)+128)
	t[0], t[1], t[8] = mark, sexOf(c, people), byte(len(text))
	if isGroup {
		t[1] |= group
	}
	if c.Category == report.NewModel {
		t[1] |= model
	}
	binary.LittleEndian.PutUint16(t[2:], uint16(max(c.Born, c.BornOn.Year)))
	binary.LittleEndian.PutUint32(t[4:], maskOf(append(people, told)))
	for _, h := range text {
		t = binary.LittleEndian.AppendUint16(t, h)
	}
	for _, s := range []string{strings.Join(people, ";"), told, places(place, within)} {
		t = append(binary.AppendUvarint(t, uint64(len(s))), s...)
	}
	return t
}

// sexOf tells it from what was said, from the middle name or the word of
// address; 0 if nothing does.
func sexOf(c report.Content, people []string) byte {
	if len(people) != 1 || c.Object == report.Household {
		return 0
	}
	row, gender := split(c.Name), letters.Fold(c.Gender)
	switch {
	case gender == "nam":
		return male
	case gender == "nu":
		return female
	case slices.Contains(row, "thi"):
		return female
	case slices.Contains(row, "van"):
		return male
	case len(row) < 3:
		return 0
	}
	return map[string]byte{"ong": male, "anh": male, "thai": male, "chu": male, "ba": female, "chi": female, "co": female, "di": female}[row[0]]
}

// common are words of names that so many have that they tell nobody apart.
var common = map[string]bool{"thi": true, "van": true, "a": true}

func maskOf(names []string) (mask uint32) {
	for _, name := range names {
		for w := range strings.FieldsSeq(name) {
			if !common[w] && !isNumber(w) {
				mask |= 1 << (hash(w) >> 27)
			}
		}
	}
	return mask
}

// Check says whether bytes are Traits.
func (t Traits) Check() error {
	if _, ok := t.open(); !ok {
		return ErrMalformed
	}
	return nil
}

// opened are Traits with their parts found.
type opened struct {
	flags                   byte
	born                    int
	people, subject, places []byte
}

func (t Traits) open() (o opened, ok bool) {
	if !t.whole() {
		return o, false
	}
	o.flags, o.born = t[1], t.born()
	rest := t[header+len(t.text()):]
	for _, part := range []*[]byte{&o.people, &o.subject, &o.places} {
		n, size := binary.Uvarint(rest)
		if size <= 0 || n > uint64(len(rest)-size) {
			return o, false
		}
		*part, rest = rest[size:size+int(n)], rest[size+int(n):]
	}
	return o, len(rest) == 0
}

// whole reports whether all of the header and the shingles is there.
func (t Traits) whole() bool {
	return len(t) >= header && t[0] == mark && len(t) >= header+2*int(t[8])
}

func (t Traits) group() bool  { return t[1]&group != 0 }
func (t Traits) born() int    { return int(binary.LittleEndian.Uint16(t[2:])) }
func (t Traits) mask() uint32 { return binary.LittleEndian.Uint32(t[4:]) }
func (t Traits) text() []byte { return t[header : header+2*int(t[8])] }
