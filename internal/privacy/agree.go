package privacy

import (
	"fmt"
	"slices"
	"strings"
	"sync/atomic"

	"guongsang/internal/report"
)

// Agree notes what somebody agrees to on a day: the name, the photos, the year
// of birth and the facts that stand in the content. It is kept in the content,
// which may then be shortened and reworded, but not say more.
func Agree(c report.Content, day report.Date) report.Agreement {
	a := report.Agreement{Day: day, Name: c.Name, Facts: slices.Clone(facts(c))}
	for _, m := range c.Media {
		if m.Picture() {
			a.Photos = append(a.Photos, m.Unique)
		}
	}
	return a
}

// Uncovered lists what stands in a content and was not agreed to: another name
// (NewName), another fact (NewFact), another photo (NewPhoto). A record that
// keeps no agreement is from when none was kept: all of it was agreed to.
func Uncovered(c report.Content) (gaps []Reason) {
	a := c.Agreement
	if a.Day.IsZero() || c.Consent != report.NameAndPhoto && c.Consent != report.NameOnly {
		return nil
	}
	named := nameWords(a.Name)
	agreed := slices.Concat(a.Facts, named)
	if !slices.Equal(nameWords(c.Name), named) && another(c, a.Name) {
		gaps = append(gaps, NewName)
	}
	if NewPhotos(c) > 0 {
		gaps = append(gaps, NewPhoto)
	}
	if slices.ContainsFunc(facts(c), func(f string) bool { return !slices.Contains(agreed, f) }) {
		gaps = append(gaps, NewFact)
	}
	return gaps
}

// ToRenew lists what of a content was not agreed to and would let more be shown
// to everybody on a day if it were. Where that is nothing, such as for a new
// photo of a child, nobody need be asked again.
func ToRenew(c report.Content, day report.Date) []Reason { return toRenew(c, Uncovered(c), day) }

// toRenew is ToRenew where it is known what was not agreed to.
func toRenew(c report.Content, gaps []Reason, day report.Date) []Reason {
	if len(gaps) == 0 {
		return nil
	}
	whole := c
	whole.Agreement = report.Agreement{}
	now, then := judge(c, c.Agreement.Day, day), judge(whole, c.Agreement.Day, day)
	if now.name(c) == then.name(c) && now.photosOf(c) == then.photosOf(whole) {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(gaps), func(gap Reason) bool { return gap == NewPhoto && !then.photos })
}

// idle tells the gaps that keep nothing from being shown: they are no reasons.
func idle(c report.Content, gaps []Reason, day report.Date) func(Reason) bool {
	matter := toRenew(c, gaps, day)
	return func(r Reason) bool { return slices.Contains(gaps, r) && !slices.Contains(matter, r) }
}

// NewPhotos counts the photos that came after the consent.
func NewPhotos(c report.Content) (n int) {
	for _, m := range c.Media {
		if m.Picture() && !covered(c.Agreement, m) {
			n++
		}
	}
	return n
}

// covered reports whether a photo was agreed to.
func covered(a report.Agreement, m report.Media) bool {
	return a.Day.IsZero() || slices.Contains(a.Photos, m.Unique)
}

func nameWords(name string) (folds []string) {
	for _, w := range cut(name).words {
		folds = append(folds, w.fold)
	}
	return folds
}

// another reports whether the name of a content says a word that the agreed one
// does not, beside words of address.
func another(c report.Content, agreed string) bool {
	had := nameWords(agreed)
	t := cut(c.Name)
	for i := 0; i < len(t.words); i++ {
		if _, n := lexis().titles.at(t, i); n > 0 && i+n < len(t.words) {
			i += n - 1
			continue
		}
		if !slices.Contains(had, t.words[i].fold) {
			return true
		}
	}
	return false
}

// facts are what a content says that can be told apart from how it is said:
// numbers, proper names, which of the optional fields are filled, the year of
// birth. They are sorted, each once. Those of the content that was asked about last are
// known: while it is previewed and sent, it is asked about again and again. Nobody may
// write to them.
func facts(c report.Content) []string {
	t := tellingOf(c)
	if known := lastTold.Load(); known != nil && known.of == t {
		return known.facts
	}
	known := &told{t, t.facts()}
	lastTold.Store(known)
	return known.facts
}

// told is what somebody asked about, and its facts.
type told struct {
	of    telling
	facts []string
}

var lastTold atomic.Pointer[told]

// A telling is all of a content of which facts are made.
type telling struct {
	fields               [17]string
	captions             string // of the pictures, each ended by a zero byte
	chief, runBy         string
	link, video          string
	members, women, born int
}

// fieldKeys name the fields of a telling that may be left out, in their order.
var fieldKeys = [17]string{"", "", "results", "spread", "when", "honoured", "position", "place",
	"theme", "quote", "article", "chief", "since", "runby", "reach", "cost", "lasting"}

func tellingOf(c report.Content) telling {
	t := telling{
		fields: [17]string{c.Title, c.Summary, c.Results, c.Spread, c.When, c.Honoured, c.Position, c.Place,
			c.More.Theme, c.More.Quote, c.More.Article, c.More.Chief, c.More.Since, c.More.RunBy, c.More.Reach, c.More.Cost, c.More.Lasting},
		chief: c.More.Chief, runBy: c.More.RunBy, link: c.More.Link, video: c.More.Video,
		members: c.More.Members, women: c.More.Women, born: max(c.Born, c.BornOn.Year),
	}
	for _, m := range c.Media {
		if m.Picture() && m.Caption != "" {
			t.captions += m.Caption + "\x00"
		}
	}
	return t
}

func (t *telling) facts() (all []string) {
	words := make([]word, 0, len(t.fields[1])/5+8) // of one text after the other
	saidIn := func(s string) {
		t := cutInto(words[:0], s)
		all, words = append(all, said(t)...), t.words
	}
	for i, text := range t.fields {
		if text == "" {
			continue
		}
		if key := fieldKeys[i]; key != "" && strings.TrimSpace(text) != "" {
			all = append(all, "+"+key)
		}
		saidIn(text)
	}
	for caption := range strings.SplitSeq(t.captions, "\x00") {
		saidIn(caption)
	}
	// Of those who are named with a collective or model each word of the name counts.
	all = append(append(all, nameWords(t.chief)...), nameWords(t.runBy)...)
	for _, link := range [...]struct{ key, to string }{{"link", t.link}, {"video", t.video}} {
		if link.to != "" {
			all = append(all, "+"+link.key, link.key+":"+link.to)
		}
	}
	for _, n := range []int{t.members, t.women} {
		if n > 0 {
			all = append(all, fmt.Sprint(n))
		}
	}
	if t.born != 0 {
		all = append(all, fmt.Sprintf("*%d", t.born))
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// said gives the numbers and proper names of a text.
func said(t text) (all []string) {
	for i := 0; i < len(t.words); i++ {
		w := t.words[i]
		switch {
		case w.number:
			number := w.fold
			for i+1 < len(t.words) && t.words[i+1].number && len(t.words[i+1].fold) == 3 && (t.words[i+1].gap == gapDot || t.words[i+1].gap == gapComma) {
				i++
				number += t.words[i].fold
			}
			all = append(all, strings.TrimLeft(number, "0"))
		case w.upper && !w.starts && !t.shouted(i) && len(w.fold) > 1 && !lexis().custom[w.spell]:
			all = append(all, w.fold)
		}
	}
	return all
}
