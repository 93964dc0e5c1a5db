package docx

import (
	"encoding/xml"
	"fmt"
	"strings"

	"guongsang/internal/opc"
)

// A line is a paragraph while it is read.
type line struct {
	text     strings.Builder
	pictures []Picture
	boxes    []Block // of text boxes that hang on it
}

// formula are the elements of which formulas are made: what stands in them is
// written on one line.
var formula = map[string]bool{
	"oMath": true, "oMathPara": true, "sSup": true, "sSub": true, "sSubSup": true, "e": true, "sup": true, "sub": true, "f": true,
	"num": true, "den": true, "d": true, "rad": true, "deg": true, "nary": true, "func": true, "fName": true,
}

// inline reads what stands in a paragraph.
func (p *part) inline(e xml.StartElement, l *line) error {
	inside := func(e xml.StartElement) error { return p.inline(e, l) }
	switch name := e.Name.Local; {
	case name == "r":
		return p.run(l)
	case name == "sdt":
		return p.control(inside)
	case name == "AlternateContent":
		return p.choose(inside)
	case name == "hyperlink", name == "ins", name == "moveTo", name == "smartTag", name == "customXml",
		name == "fldSimple", name == "dir", name == "bdo", formula[name]:
		return p.children(inside)
	}
	return p.skip()
}

// run reads a run: a stretch of text of one format.
func (p *part) run(l *line) error {
	hidden := false
	return p.children(func(e xml.StartElement) error {
		switch {
		case e.Name.Local == "rPr":
			return p.children(func(e xml.StartElement) error {
				hidden = hidden || e.Name.Local == "vanish" && on(e)
				return p.skip()
			})
		case hidden:
			return p.skip()
		}
		return p.piece(e, l)
	})
}

// piece reads what stands in a run.
func (p *part) piece(e xml.StartElement, l *line) error {
	s := ""
	switch e.Name.Local {
	case "t":
		return p.letters(&l.text)
	case "tab", "ptab":
		s = "\t"
	case "br", "cr":
		s = "\n"
	case "noBreakHyphen":
		s = "-"
	case "drawing", "pict", "object":
		return p.children(func(e xml.StartElement) error { return p.graphic(e, l) })
	case "AlternateContent":
		return p.choose(func(e xml.StartElement) error { return p.piece(e, l) })
	}
	if err := p.skip(); err != nil {
		return err
	}
	return p.write(&l.text, s)
}

// letters reads the text in an element.
func (p *part) letters(to *strings.Builder) error {
	for {
		token, err := p.xml.Token()
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		switch token := token.(type) {
		case xml.CharData:
			if err := p.write(to, string(token)); err != nil {
				return err
			}
		case xml.StartElement:
			if err := p.skip(); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// graphic finds pictures and text boxes in what is drawn.
func (p *part) graphic(e xml.StartElement, l *line) error {
	inside := func(e xml.StartElement) error { return p.graphic(e, l) }
	switch e.Name.Local {
	case "txbxContent":
		return p.blocks(&l.boxes)
	case "AlternateContent":
		return p.choose(inside)
	case "blip":
		p.picture(opc.Attribute(e, "embed"), l)
	case "imagedata":
		p.picture(opc.Attribute(e, "id"), l)
	}
	return p.children(inside)
}

func (p *part) picture(relationship string, l *line) {
	if name := p.pictures[relationship]; name != "" {
		l.pictures = append(l.pictures, Picture{Part: name})
	}
}
