package docx

import (
	"encoding/xml"
	"strings"

	"guongsang/internal/opc"
)

// A style is what paragraphs have by their style.
type style struct {
	list, level string
	heading     bool
	basedOn     string
}

// readStyles reads the styles of paragraphs by their ids.
func (r *reader) readStyles() (map[string]style, error) {
	all := map[string]style{}
	name := r.part("styles")
	if name == "" {
		return all, nil
	}
	p := &part{reader: r, name: name}
	err := p.parse(func() error {
		return p.children(func(e xml.StartElement) error {
			if e.Name.Local != "style" {
				return p.skip()
			}
			id := opc.Attribute(e, "styleId")
			s, err := p.style()
			all[id] = s
			return err
		})
	})
	return all, err
}

// style reads one style. Word calls those of headings "heading 1" and so on in
// every language.
func (p *part) style() (s style, err error) {
	err = p.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "name":
			name := strings.ToLower(value(e))
			s.heading = s.heading || name == "title" || strings.HasPrefix(name, "heading ")
		case "basedOn":
			s.basedOn = value(e)
		case "pPr":
			var at layout
			err := p.layout(&at)
			s.list, s.level, s.heading = at.list, at.level, s.heading || at.heading
			return err
		}
		return p.skip()
	})
	return s, err
}

// maxBased is how many styles may be based on one another.
const maxBased = 10

// styleOf is a style with what it has by those that it is based on.
func (r *reader) styleOf(id string) style {
	s := r.styles[id]
	for range maxBased {
		base, ok := r.styles[s.basedOn]
		if !ok {
			break
		}
		if s.list == "" {
			s.list, s.level = base.list, base.level
		}
		s.heading, s.basedOn = s.heading || base.heading, base.basedOn
	}
	return s
}

// isHeading reports whether a level of the outline is one of headings; 9 is that
// of ordinary text.
func isHeading(level string) bool { return len(level) == 1 && level >= "0" && level <= "8" }
