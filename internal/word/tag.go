package word

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"guongsang/internal/letters"
)

// A Kind is what a tag asks for.
type Kind byte

// The kinds.
const (
	Plain Kind = 0   // {{ten}}
	Each  Kind = '#' // {{#muc}}
	If    Kind = '?' // {{?co}}
	End   Kind = '/' // {{/muc}}
)

// written is the tag of that kind and name.
func (k Kind) written(name string) string {
	if k == Plain {
		return "{{" + name + "}}"
	}
	return "{{" + string(rune(k)) + name + "}}"
}

// A place is a tag in a text; the name is empty if the braces make no tag.
type place struct {
	kind       Kind
	name       string
	start, end int
}

var form = letters.Pattern(`^([#?/]?) *([\pL\pN_-]+(?:\.[\pL\pN_-]+)*)$`)

// parse reads what stands between the braces. Word begins sentences with a capital,
// keyboards compose letters in two ways, and marks that nobody sees are copied along:
// none of them makes another name.
func parse(inner string) (kind Kind, name string) {
	m := form().FindStringSubmatch(plain(inner))
	if m == nil {
		return Plain, ""
	}
	if m[1] != "" {
		kind = Kind(m[1][0])
	}
	return kind, m[2]
}

// plain is a text in small letters without what does not show. A line break stays:
// no tag reaches over it.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) { // soft hyphens, joiners, marks of direction
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(s))
	return strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) && r != '\n' })
}

// places finds the tags of a text in order.
func places(s string) (all []place) {
	opens, shuts := search{s, "{{", -1}, search{s, "}}", -1}
	for at := 0; ; {
		open, shut := opens.from(at), shuts.from(at)
		if open == len(s) && shut == len(s) {
			return all
		}
		if shut < open { // an end without a beginning
			all = append(all, place{start: beginningOf(s[:shut], at), end: shut + 2})
			at = shut + 2
			continue
		}
		if again := opens.from(open + 2); shut == len(s) || again < shut { // a beginning without an end
			p := place{start: open, end: endOf(s[:min(again, shut)], open+2)}
			all = append(all, p)
			at = p.end
			continue
		}
		p := place{start: open, end: shut + 2}
		p.kind, p.name = parse(s[open+2 : shut])
		all = append(all, p)
		at = p.end
	}
}

// longest is how many bytes a tag with a brace too few may have: it is shown to be
// found again.
const longest = 60

// beginningOf is where a tag begins that ends with s and has braces too few there: at
// the one that it has, or where its last word begins.
func beginningOf(s string, after int) int {
	after = max(after, len(s)-longest)
	i := strings.LastIndexAny(s[after:], "{} \t\n")
	if i >= 0 && s[after+i] == '{' {
		return after + i
	}
	return after + i + 1
}

// endOf is where a tag ends that has braces too few there; from is behind its first two.
func endOf(s string, from int) int {
	near := s[from:min(len(s), from+longest)]
	i := strings.IndexAny(near, "{} \t\n")
	switch {
	case i < 0:
		return from + len(near)
	case near[i] == '}':
		return from + i + 1
	}
	return from + i
}

// A search goes through the places of a mark in a text once.
type search struct {
	s, mark string
	next    int // that was found last; -1: none was looked for
}

// from is the first place that is not before at; the length of the text if there
// is none.
func (m *search) from(at int) int {
	if m.next < at {
		m.next = len(m.s)
		if i := strings.Index(m.s[at:], m.mark); i >= 0 {
			m.next = at + i
		}
	}
	return m.next
}

// braces are all that may have been typed for a tag: braces in a wrong number or of
// full width, and the marks of other programs.
var braces = letters.Pattern(`(?:[{\x{FF5B}\x{FE5B}]\s?){1,3}([^{}\x{FF5B}\x{FF5D}\x{FE5B}\x{FE5C}\n]{1,60})(?:[}\x{FF5D}\x{FE5C}]\s?){0,2}[}\x{FF5D}\x{FE5C}]` +
	`|\[\[([^\[\]\n]{1,60})\]\]|<<([^<>\n]{1,60})>>|«([^«»\n]{1,60})»`)

// doubts finds what is no tag to this program, but may have been meant for one.
func doubts(s string) (all []place, inner []string) {
	if !strings.ContainsAny(s, "{\uFF5B\uFE5B[<«") {
		return nil, nil
	}
	tags := places(s)
	for _, m := range braces().FindAllStringSubmatchIndex(s, -1) {
		p := place{start: m[0], end: m[1]}
		for len(tags) > 0 && tags[0].end <= p.start {
			tags = tags[1:]
		}
		if len(tags) > 0 && tags[0].start < p.end {
			continue
		}
		for i := 2; i < len(m); i += 2 {
			if m[i] >= 0 {
				all, inner = append(all, p), append(inner, s[m[i]:m[i+1]])
			}
		}
	}
	return all, inner
}
