package unitname

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// A Reason is by what a unit is known, the best first.
type Reason string

// The reasons.
const (
	None      Reason = ""
	Code      Reason = "code"      // by its code
	Letter    Reason = "letter"    // it stands in the letterhead
	Reports   Reason = "reports"   // it says that it reports
	Mentioned Reason = "mentioned" // it is named in full
	Partly    Reason = "partly"    // it is named, but not in full
	Nearly    Reason = "nearly"    // something is named that is one slip away
)

// A Guess is whose a text is. Several units are meant equally.
type Guess struct {
	Units  []report.Unit
	Reason Reason
}

// One is the unit, if there is just one that can be proposed: what is only near a
// name is for a person to choose.
func (g Guess) One() (report.Unit, bool) {
	if len(g.Units) != 1 || g.Reason == Nearly {
		return report.Unit{}, false
	}
	return g.Units[0], true
}

// Text guesses whose a text is.
func (x *Index) Text(text string) Guess {
	if found := x.byCode(text); len(found) > 0 {
		return Guess{found, Code}
	}
	head, body := letterhead(text)
	if head != "" {
		p := newPassage(head)
		if found := x.whole(p, nil); len(found) > 0 {
			return Guess{found, Letter}
		}
		if g := x.less(p); len(g.Units) > 0 {
			return g
		}
	}
	p := newPassage(body)
	if found := x.whole(p, p.reports); len(found) > 0 {
		return Guess{found, Reports}
	}
	if found := x.whole(p, p.mentions); len(found) > 0 {
		return Guess{found, Mentioned}
	}
	return x.less(p)
}

// Name guesses what is meant by the name of a unit, as it is typed in a list.
func (x *Index) Name(typed string) Guess {
	if found := x.byCode(typed); len(found) > 0 {
		return Guess{found, Code}
	}
	p := newPassage(typed)
	n := nameOf(p.words)
	if len(n.kind)+len(n.rest) == 0 {
		return Guess{}
	}
	var same []entry
	for _, e := range x.entries {
		if len(n.kind) > 0 && slices.Equal(e.name.kind, n.kind) && slices.Equal(e.name.rest, n.rest) {
			same = append(same, e)
		}
	}
	if len(same) > 0 {
		return Guess{unitsOf(same), Mentioned}
	}
	if found := x.whole(p, nil); len(found) > 0 {
		return Guess{found, Mentioned}
	}
	if g := x.less(p); len(g.Units) > 0 && g.Reason == Partly {
		return g
	}
	if found := x.holding(n); len(found) > 0 {
		return Guess{found, Partly}
	}
	return x.less(p)
}

// holding lists the units whose names have all these words.
func (x *Index) holding(n name) []report.Unit {
	var found []entry
	for _, e := range x.entries {
		if has(e.name, n.kind) && has(e.name, n.rest) {
			found = append(found, e)
		}
	}
	return unitsOf(found)
}

func has(n name, words []string) bool {
	for _, w := range words {
		if !slices.Contains(n.kind, w) && !slices.Contains(n.rest, w) {
			return false
		}
	}
	return true
}

// byCode lists the units whose codes are said. A code that is a number alone may
// be any number.
func (x *Index) byCode(text string) []report.Unit {
	said := map[string]bool{}
	all := strings.ToLower(strings.TrimSpace(text))
	for _, w := range strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("._-", r)
	}) {
		w = strings.ToLower(strings.Trim(w, "._-"))
		if strings.IndexFunc(w, unicode.IsDigit) >= 0 && strings.IndexFunc(w, unicode.IsLetter) >= 0 || w == all {
			said[w] = true
		}
	}
	if len(said) == 0 {
		return nil
	}
	var found []entry
	for _, e := range x.entries {
		if said[e.code] {
			found = append(found, e)
		}
	}
	return unitsOf(found)
}

// whole lists the units that are named in full, as far as that counts. Of names
// that stand within one another the longest is meant.
func (x *Index) whole(p passage, counts func(name, span) bool) []report.Unit {
	return x.named(p, func(n name) (found []span) {
		for _, s := range p.whole(n) {
			if counts == nil || counts(n, s) {
				found = append(found, s)
			}
		}
		return found
	})
}

// less lists what is named in part, or else nearly.
func (x *Index) less(p passage) Guess {
	for _, by := range []struct {
		find func(name) []span
		Reason
	}{{p.places, Partly}, {p.part, Partly}, {p.near, Nearly}} {
		if found := x.named(p, func(n name) (found []span) {
			for _, s := range by.find(n) {
				if !p.addressed(s) {
					found = append(found, s)
				}
			}
			return found
		}); len(found) > 0 {
			return Guess{found, by.Reason}
		}
	}
	return Guess{}
}

// named lists the units that a search finds, in the order in which they are
// named, without those that are only part of a longer name.
func (x *Index) named(p passage, find func(name) []span) []report.Unit {
	type place struct {
		span
		entry entry
	}
	var all []place
	for _, e := range x.entries {
		for _, s := range find(e.name) {
			all = append(all, place{s, e})
		}
	}
	slices.SortStableFunc(all, func(a, b place) int { return a.from - b.from })
	var found []entry
	before := 0 // how far what begins earlier reaches
	for len(all) > 0 {
		n, farthest := 1, all[0].to
		for ; n < len(all) && all[n].from == all[0].from; n++ {
			farthest = max(farthest, all[n].to)
		}
		for _, one := range all[:n] {
			if one.to == farthest && one.to > before {
				found = append(found, one.entry)
			}
		}
		all, before = all[n:], max(before, farthest)
	}
	return unitsOf(found)
}

// What is said before and after the name of who reports.
var (
	reporting = setOf("gui xin kinh bao gioi de dang")
	addressee = setOf("gui den toi len")
)

// reports reports whether a name that is said is that of who reports: it begins
// the text, or goes on with what reporting begins with.
func (p passage) reports(n name, s span) bool {
	if n.bare() || p.addressed(s) {
		return false
	}
	return s.from == 0 || s.to < len(p.words) && reporting[p.words[s.to].text]
}

// mentions reports whether a name that is said counts: not one to whom something
// is addressed, and not a name that says no more than the sort of a unit.
func (p passage) mentions(n name, s span) bool {
	return !n.bare() && !n.place && !p.addressed(s)
}

// addressed reports whether a name follows a word of sending.
func (p passage) addressed(s span) bool { return s.from > 0 && addressee[p.words[s.from-1].text] }

// places finds the village that is named.
func (p passage) places(n name) []span {
	if !n.place || n.bare() {
		return nil
	}
	return p.whole(n)
}

// maxHead is how many lines may be a letterhead.
const maxHead = 8

// titles begin what stands below a letterhead.
var titles = setOf("bao to gioi danh phieu kinh so: v/v")

// letterhead parts the name of the body that issued a letter from the text: the
// last body of the lines in capitals at its top. A letter names the body above it
// first.
func letterhead(text string) (issuer, body string) {
	text = strings.TrimSpace(letters.Clean(text))
	lines := strings.Split(text, "\n")
	at := 0
	for ; at < min(len(lines), maxHead); at++ {
		said, ok := issuerIn(lines[at])
		first, _, _ := strings.Cut(letters.Fold(said), " ")
		if !ok || titles[first] {
			break
		}
		switch {
		case said == "":
		case beginsBody(said):
			issuer = said
		case issuer != "":
			issuer += " " + said
		}
	}
	if issuer == "" {
		return "", text
	}
	return issuer, strings.Join(lines[at:], "\n")
}

// beginsBody reports whether a line names a body, and does not go on with the name
// above it. Phong Thổ is a place; a room is a phòng.
func beginsBody(line string) bool {
	words := wordsOf(line)
	return len(words) > 0 && kinds[words[0].text] && !strings.HasPrefix(line, "PHONG ")
}

// issuerIn is what a line of a letterhead says of who issued the letter. It is not
// of the letterhead if it is written in small letters, but for the motto.
func issuerIn(line string) (said string, ok bool) {
	for cell := range strings.SplitSeq(strings.ReplaceAll(line, "   ", "\t"), "\t") {
		switch cell = beforeMotto(letters.OneLine(cell)); {
		case strings.IndexFunc(cell, unicode.IsLetter) < 0:
		case strings.IndexFunc(cell, unicode.IsLower) >= 0:
			return "", false
		default:
			return cell, true
		}
	}
	return "", true
}

// beforeMotto is what a line of a letterhead has before the motto, if it has that. Folding
// keeps a letter one letter, but for the few that stand for several.
func beforeMotto(cell string) string {
	folded := letters.Fold(cell)
	for _, motto := range []string{"cong hoa xa hoi", "doc lap", "dang cong san viet nam"} {
		if at := strings.Index(folded, motto); at >= 0 {
			return strings.TrimSpace(letters.First(cell, utf8.RuneCountInString(folded[:at])))
		}
	}
	return cell
}
