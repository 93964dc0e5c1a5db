package word

import (
	"strings"

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

// A place is a tag in a text; the name is empty if the braces make no tag.
type place struct {
	kind       Kind
	name       string
	start, end int
}

var form = letters.Pattern(`^([#?/]?)[ \x{A0}]*([\pL\pN_-]+(?:\.[\pL\pN_-]+)*)$`)

// places finds the tags of a text in order.
func places(s string) (all []place) {
	opens, shuts := marks{s, "{{", -1}, marks{s, "}}", -1}
	for at := 0; ; {
		open, shut := opens.from(at), shuts.from(at)
		if open == len(s) && shut == len(s) {
			return all
		}
		if shut < open { // an end without a beginning
			all = append(all, place{start: shut, end: shut + 2})
			at = shut + 2
			continue
		}
		if again := opens.from(open + 2); shut == len(s) || again < shut { // a beginning without an end
			all = append(all, place{start: open, end: open + 2})
			at = open + 2
			continue
		}
		p := place{start: open, end: shut + 2}
		if m := form().FindStringSubmatch(strings.Trim(s[open+2:shut], " \t\u00A0")); m != nil {
			p.name = m[2]
			if m[1] != "" {
				p.kind = Kind(m[1][0])
			}
		}
		all = append(all, p)
		at = p.end
	}
}

// marks are the places of a mark in a text, looked for once.
type marks struct {
	s, mark string
	next    int // that was found last; -1: none was looked for
}

// from is the first place that is not before at; the length of the text if there
// is none.
func (m *marks) from(at int) int {
	if m.next < at {
		m.next = len(m.s)
		if i := strings.Index(m.s[at:], m.mark); i >= 0 {
			m.next = at + i
		}
	}
	return m.next
}
