package likeness

import (
	"encoding/binary"
	"errors"
	"slices"
	"strings"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
)

// Traits are what an introduction is compared by, packed: a store keeps them
// and a Search goes through many without unpacking them.
//
//	0     the mark of this form
//	1     sex and whether it is a collective or a model
//	2     year of birth, 0 if unknown
//	4     one bit for each word of the people's names: who shares none is not the same
//	8     the rest: three texts behind their length (people, each a name whose
//	      words stand between spaces, before a semicolon; the words of the name of a collective or
//	      model; places) and the shingles of the text
//
// Numbers are little-endian.
type Traits []byte

// mark is the first byte of every Traits. Whoever changes what they mean gives
// them another, and makes those in the store anew.
const (
	mark   = 1
	header = 8
)

const (
	male   = 1
	female = 2
	sexes  = male | female
	group  = 4
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
	t := make(Traits, header, 256)
	t[0], t[1] = mark, sexOf(c, people)
	if isGroup {
		t[1] |= group
	}
	binary.LittleEndian.PutUint16(t[2:], uint16(max(c.Born, c.BornOn.Year)))
	binary.LittleEndian.PutUint32(t[4:], maskOf(people))
	for _, s := range []string{strings.Join(people, ";"), told, places(place, within)} {
		t = append(binary.AppendUvarint(t, uint64(len(s))), s...)
	}
	for _, h := range shingles(c.Summary + "\n" + c.Results + "\n" + c.Spread) {
		t = binary.LittleEndian.AppendUint16(t, h)
	}
	return t
}

// sexOf tells it from what was said, from the middle name or the word of
// address; 0 if nothing does.
func sexOf(c report.Content, people []string) byte {
	if len(people) != 1 || c.Object == report.Household {
		return 0
	}
	row := split(c.Name)
	switch {
	case c.Gender == "nam":
		return male
	case c.Gender == "nữ":
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

func maskOf(people []string) (mask uint32) {
	for _, name := range people {
		for w := range strings.FieldsSeq(name) {
			if !common[w] {
				h := uint32(2166136261)
				for i := range len(w) {
					h = (h ^ uint32(w[i])) * 16777619
				}
				mask |= 1 << (h >> 27)
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
	text                    []byte // shingles, two bytes each
}

func (t Traits) open() (o opened, ok bool) {
	if len(t) < header || t[0] != mark {
		return o, false
	}
	o.flags, o.born = t[1], t.born()
	rest := t[header:]
	for _, part := range []*[]byte{&o.people, &o.subject, &o.places} {
		n, size := binary.Uvarint(rest)
		if size <= 0 || n > uint64(len(rest)-size) {
			return o, false
		}
		*part, rest = rest[size:size+int(n)], rest[size+int(n):]
	}
	o.text = rest
	return o, len(rest)%2 == 0
}

func (t Traits) born() int    { return int(binary.LittleEndian.Uint16(t[2:])) }
func (t Traits) mask() uint32 { return binary.LittleEndian.Uint32(t[4:]) }
