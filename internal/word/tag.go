package word

import (
	"regexp"
	"strings"
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

var form = regexp.MustCompile(`^([#?/]?)[ \x{A0}]*([\pL\pN_-]+(?:\.[\pL\pN_-]+)*)$`)

// places finds the tags of a text in order.
func places(s string) (all []place) {
	for at := 0; ; {
		open, shut := strings.Index(s[at:], "{{"), strings.Index(s[at:], "}}")
		if open < 0 && shut < 0 {
			return all
		}
		if open < 0 || shut >= 0 && shut < open { // an end without a beginning
			all = append(all, place{start: at + shut, end: at + shut + 2})
			at += shut + 2
			continue
		}
		start := at + open
		length := strings.Index(s[start:], "}}")
		again := strings.Index(s[start+2:], "{{")
		if length < 0 || again >= 0 && again+2 < length { // a beginning without an end
			all = append(all, place{start: start, end: start + 2})
			at = start + 2
			continue
		}
		end := start + length + 2
		p := place{start: start, end: end}
		if m := form.FindStringSubmatch(strings.Trim(s[start+2:end-2], " \t\u00A0")); m != nil {
			p.name = m[2]
			if m[1] != "" {
				p.kind = Kind(m[1][0])
			}
		}
		all = append(all, p)
		at = end
	}
}
