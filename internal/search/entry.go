package search

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
)

// An Entry is what an example is found by, packed:
//
//	0     the mark of this form
//	1     its review, 0 if unknown
//	2     its category, 0 if unknown
//	3     whether everybody may read the name of its unit
//	4     the number of its periods, each a year of two bytes and a month, or a quarter
//	      with the highest bit
//	then  three texts behind their length: the code of its unit; its words as the desk
//	      reads them; and as everybody may, empty if that is the same
//
// A text has one line for the name, the title, the place, and all else.
type Entry []byte

// mark is the first byte of every Entry. Whoever changes what they mean gives them
// another, and makes those in the store anew; so does whoever lets everybody read
// less than before.
const (
	mark       = 1
	header     = 5
	perPeriod  = 3
	isQuarter  = 0x80
	unitHidden = 1
)

// The order is part of what is stored.
var (
	reviews    = []report.Review{report.Received, report.Returned, report.Accepted, report.Selected, report.Published, report.Retracted, report.Withdrawn}
	categories = []report.Category{report.Advanced, report.GoodDeed, report.NewModel}
)

// ErrMalformed means that bytes are no Entry.
var ErrMalformed = errors.New("malformed search entry")

// EntryOf makes the entry of an example that a unit introduced. What everybody may read
// of it is what they could on the day of its sending: somebody who was a child
// then is not found by a full name later.
func EntryOf(e report.Example, u report.Unit) Entry {
	shown, day := e, report.DateOf(e.Sent)
	shown.Review = report.Accepted // what hides it in others is asked when it is looked at
	desk, public := privacy.DeskAndPublic(shown, u, day)
	all, open := textOf(desk), textOf(public)
	if bytes.Equal(all, open) {
		open = nil
	}
	hides := byte(0)
	if public.Unit.Code != u.Code {
		hides = unitHidden
	}
	return assemble(e, hides, all, open)
}

// Of is the entry of the same text, of an example of which all else may have changed.
func (en Entry) Of(e report.Example) (Entry, error) {
	o, ok := en.open()
	if !ok {
		return nil, ErrMalformed
	}
	return assemble(e, en[3], o.desk, o.public), nil
}

func assemble(e report.Example, hides byte, desk, public []byte) Entry {
	en := make(Entry, 0, header+perPeriod*len(e.Periods)+len(e.Unit)+len(desk)+len(public)+8)
	periods := e.Periods[:min(len(e.Periods), 255)]
	en = append(en, mark, byte(slices.Index(reviews, e.Review)+1), byte(slices.Index(categories, e.Content.Category)+1), hides, byte(len(periods)))
	for _, p := range periods {
		en = append(en, packed(p)...)
	}
	for _, text := range [][]byte{[]byte(e.Unit), desk, public} {
		en = append(binary.AppendUvarint(en, uint64(len(text))), text...)
	}
	return en
}

func packed(p report.Period) []byte {
	b := append(binary.BigEndian.AppendUint16(nil, uint16(p.Year)), byte(p.Number))
	if p.Duty == report.Quarter {
		b[2] |= isQuarter
	}
	return b
}

// textOf makes one text of all that a View says.
func textOf(v privacy.View) (b []byte) {
	for i, field := range [...]string{
		v.Name, v.Title, v.Place + " " + v.Position, v.Summary + " " + v.Results + " " + v.Spread + " " + v.When + " " + v.Honoured,
	} {
		if i > 0 {
			b = append(b, '\n')
		}
		b = appendWords(b, field)
	}
	return b
}

// Check says whether bytes are an Entry.
func (en Entry) Check() error {
	if _, ok := en.open(); !ok {
		return ErrMalformed
	}
	return nil
}

// opened is an Entry with its parts found.
type opened struct {
	review             byte
	category           byte
	hides              byte
	periods            []byte
	unit, desk, public []byte
}

func (en Entry) open() (o opened, ok bool) {
	if len(en) < header || en[0] != mark || len(en) < header+perPeriod*int(en[4]) {
		return o, false
	}
	o.review, o.category, o.hides = en[1], en[2], en[3]
	rest := en[header:]
	o.periods, rest = rest[:perPeriod*int(en[4])], rest[perPeriod*int(en[4]):]
	for _, part := range [...]*[]byte{&o.unit, &o.desk, &o.public} {
		n, size := binary.Uvarint(rest)
		if size <= 0 || n > uint64(len(rest)-size) {
			return o, false
		}
		*part, rest = rest[size:size+int(n)], rest[size+int(n):]
	}
	return o, len(rest) == 0
}

func (o *opened) reviewed() report.Review {
	if o.review == 0 || int(o.review) > len(reviews) {
		return ""
	}
	return reviews[o.review-1]
}
