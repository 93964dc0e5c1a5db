package docx

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"guongsang/internal/opc"
)

// A part is one part of a document while it is read. Elements are told apart by
// their local names: those of different vocabularies that share one (text in a
// formula, say) mean the same here.
type part struct {
	*reader
	name     string
	pictures map[string]string // part of each, by relationship

	xml   *xml.Decoder
	depth int
	// unended is where the last paragraph goes on, as the mark at its end was
	// deleted in a tracked change.
	unended *[]Block
}

// parse opens the part and has what is inside its root read.
func (p *part) parse(inside func() error) error {
	r, err := p.pkg.XML(p.ctx, p.name, 0)
	if err != nil {
		return err
	}
	defer r.Close()
	p.xml = xml.NewDecoder(r)
	for {
		token, err := p.xml.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		if _, ok := token.(xml.StartElement); ok {
			if err := inside(); err != nil {
				return err
			}
		}
	}
}

// children calls do for each element inside the one that began last, which ends
// with that. What do does not read, it must skip.
func (p *part) children(do func(xml.StartElement) error) error {
	if p.depth++; p.depth > maxDepth {
		return &opc.LimitError{Limit: Depth, Most: maxDepth, Where: p.name}
	}
	defer func() { p.depth-- }()
	for {
		token, err := p.xml.Token()
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if err := do(token); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// skip leaves an element out.
func (p *part) skip() error {
	if err := p.xml.Skip(); err != nil {
		return fmt.Errorf("%s: %w", p.name, err)
	}
	return nil
}

// write adds to a text what the document says, within the limit for all of it.
func (p *part) write(to *strings.Builder, s string) error {
	if p.text += len(s); p.text > maxText {
		return &opc.LimitError{Limit: Text, Most: maxText}
	}
	to.WriteString(s)
	return nil
}

// control reads a content control: not the hint in one that nobody filled in.
func (p *part) control(do func(xml.StartElement) error) error {
	hint := false
	return p.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "sdtPr":
			return p.children(func(e xml.StartElement) error {
				hint = hint || e.Name.Local == "showingPlcHdr" && on(e)
				return p.skip()
			})
		case "sdtContent":
			if !hint {
				return p.children(do)
			}
		}
		return p.skip()
	})
}

// choose reads one of several ways in which a document says the same, for newer
// and older programs: the first.
func (p *part) choose(do func(xml.StartElement) error) error {
	chosen := false
	return p.children(func(e xml.StartElement) error {
		if chosen || e.Name.Local != "Choice" && e.Name.Local != "Fallback" {
			return p.skip()
		}
		chosen = true
		return p.children(do)
	})
}

// on reports whether a property holds that is there.
func on(e xml.StartElement) bool {
	switch value(e) {
	case "0", "false", "off":
		return false
	}
	return true
}

// value is the value of a property.
func value(e xml.StartElement) string { return opc.Attribute(e, "val") }
