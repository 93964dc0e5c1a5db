package privacy

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A mask makes a text fit to be shown. The zero mask leaves it as it is.
type mask struct {
	people  []person // of whom the name may not stand, or not all of it
	reached bool     // contacts may not stand either
	around  *around  // of a child; nil: places may stand
}

// An edit puts something else in the place of some bytes.
type edit struct {
	from, to int
	with     string
}

// apply gives the text as it may be shown.
func (m mask) apply(s string) string {
	if len(m.people) == 0 && m.around == nil && !m.reached {
		return s
	}
	t := cut(s)
	edits := append(m.names(t), m.contacts(t.s)...) // as it was cut: places in s may be others
	if m.around != nil {
		edits = append(edits, m.around.edits(t)...)
	}
	return t.edit(edits)
}

// names puts initials, or the given name, in the place of names.
func (m mask) names(t text) (edits []edit) {
	for _, s := range t.find(m.people) {
		edits = append(edits, m.name(t, s))
	}
	return edits
}

// name puts initials, or the given name, in the place of one.
func (mask) name(t text, s span) edit {
	if s.who.byGiven {
		return t.leaveGiven(s)
	}
	return t.shorten(s)
}

// shorten writes initials for a name.
func (t text) shorten(s span) edit {
	return edit{t.words[s.from].from, t.words[s.to-1].to, s.who.short(s.parts)}
}

// leaveGiven leaves of a name the given name, as it is written there. Other
// words of the name right before go as well.
func (t text) leaveGiven(s span) edit {
	from, given := s.from, s.who.name[len(s.who.name)-1]
	for from > 0 && t.words[from].gap.near() && s.who.has(t.words[from-1]) && t.words[from-1].fold != given.fold {
		from--
	}
	last := t.words[s.to-1]
	e := edit{t.words[from].from, last.to, t.s[last.from:last.to]}
	if last.fold != given.fold && !last.single() {
		e.with = s.who.given
	}
	return e
}

// edit makes the edits. Where two overlap, the one that begins first covers the
// other.
func (t text) edit(edits []edit) string {
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to)) })
	var b strings.Builder
	at := 0
	for i := 0; i < len(edits); i++ {
		e := edits[i]
		for i+1 < len(edits) && edits[i+1].from < e.to {
			i++
			e.to = max(e.to, edits[i].to)
		}
		b.WriteString(oneStop(b.String(), t.s[at:e.from]))
		b.WriteString(e.with)
		at = e.to
	}
	b.WriteString(oneStop(b.String(), t.s[at:]))
	return b.String()
}

// oneStop is what comes behind a text, without a full stop if there is one: that
// of initials ends a sentence too, as do the dots of what was left out.
func oneStop(before, next string) string {
	if strings.HasSuffix(before, ".") || strings.HasSuffix(before, left) {
		return strings.TrimPrefix(next, ".")
	}
	return next
}

// capitalized begins a text with a capital.
func capitalized(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
