package word

import (
	"slices"
	"strings"

	"github.com/beevik/etree"
)

// What a template holds beside its tags and is not wanted in a document, or would
// not be filled in it: a template is looked through for it when it is checked.

// look goes through the paragraphs of a part.
func (f *filler) look(root *etree.Element) error {
	defer func() { f.room = "" }()
	return f.lookInto(root, nil)
}

// changes are the elements of tracked changes.
var changes = []string{"ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange"}

// lookInto looks at an element of a paragraph p, or of none.
func (f *filler) lookInto(e, p *etree.Element) error {
	if err := f.budget.time(); err != nil {
		return err
	}
	defer func(around Room) { f.room = around }(f.room)
	if room := rooms[e.Tag]; room != "" && e.Space == "w" {
		f.room = room
	}
	switch {
	case is(e, "p"):
		p = e
		f.lookAt(e)
	case slices.ContainsFunc(changes, func(tag string) bool { return is(e, tag) }):
		f.once(Problem{Fault: Tracked}, p)
	case e.Space == "w" && e.Tag == "t":
	case bound(e):
		text := joined(spans(e))
		for _, at := range places(text) {
			f.note(Problem{Fault: Bound, Tag: text[at.start:at.end], Name: at.name}, text, at.start)
		}
	default:
		f.unfilled(e, p)
	}
	for _, child := range e.Child {
		if child, ok := child.(*etree.Element); ok {
			if err := f.lookInto(child, p); err != nil {
				return err
			}
		}
	}
	return nil
}

// bound reports whether an element is a content control in which Word shows something
// of the file's own, such as its title.
func bound(e *etree.Element) bool {
	format := e.SelectElement("w:sdtPr")
	return is(e, "sdt") && format != nil && slices.ContainsFunc(format.ChildElements(), func(e *etree.Element) bool { return e.Tag == "dataBinding" })
}

// lookAt looks for what may have been meant for a tag in a paragraph, and for tags
// that Word would write over.
func (f *filler) lookAt(p *etree.Element) {
	text := joined(spans(p))
	s := scope{{values: f.values}}
	at, inner := doubts(text)
	for i, place := range at {
		doubt := Problem{Fault: Doubtful, Tag: text[place.start:place.end]}
		if kind, name := meant(inner[i]); s.has(kind, name) || owners(f.values, name) != nil || strings.Contains(name, "_") {
			f.guess(&doubt, s, inner[i])
		}
		if doubt.Instead != "" {
			f.note(doubt, text, place.start)
		}
	}
	for _, result := range fieldResults(p) {
		for _, place := range places(result) {
			f.note(Problem{Fault: Updated, Tag: result[place.start:place.end], Name: place.name}, text, 0)
		}
	}
	if strings.TrimSpace(text) != "" {
		f.before = text
	}
}

// unfilled looks for tags in attributes, such as of a watermark, and in texts that are
// not those of paragraphs: codes of fields, formulas.
func (f *filler) unfilled(e, p *etree.Element) {
	if is(e, "delText") {
		return
	}
	texts := []string{e.Text()}
	for _, a := range e.Attr {
		texts = append(texts, a.Value)
	}
	for _, text := range texts {
		if !strings.Contains(text, "{{") {
			continue
		}
		for _, at := range places(text) {
			if at.name != "" {
				f.note(Problem{Fault: Unfilled, Tag: text[at.start:at.end], Name: at.name}, paragraphText(p), 0)
			}
		}
	}
}

// remarks looks at the comments.
func (f *filler) remarks() error {
	for part, kind := range f.archive.kinds {
		if kind != Comments {
			continue
		}
		doc, err := f.archive.parse(part)
		if err != nil {
			return err
		}
		f.part, f.before = part, ""
		for _, p := range paragraphs(doc.Root()) {
			if paragraphText(p) != "" {
				f.once(Problem{Fault: Commented}, p)
			}
		}
	}
	return nil
}

// drawn are the parts of drawings that hold texts of their own.
var drawn = map[string]Part{"diagramData": Diagram, "chart": Chart}

// drawings looks for tags in what is drawn from data of its own.
func (f *filler) drawings() error {
	for _, text := range f.archive.texts {
		for way, kind := range drawn {
			parts, err := f.archive.targets(text, way)
			if err != nil {
				return err
			}
			for _, part := range parts {
				if err := f.drawing(part, kind); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (f *filler) drawing(part string, kind Part) error {
	doc, err := f.archive.parse(part)
	if err != nil {
		return err
	}
	f.part, f.before, f.archive.kinds[part] = part, "", kind
	each(doc.Root(), func(p *etree.Element) {
		if p.Tag != "p" {
			return
		}
		text := ""
		each(p, func(e *etree.Element) {
			if e.Tag == "t" {
				text += e.Text()
			}
		})
		for _, at := range places(text) {
			f.note(Problem{Fault: Unfilled, Tag: text[at.start:at.end], Name: at.name}, text, at.start)
		}
	})
	return nil
}

// protection looks whether Word keeps people from changing what is made of the template.
func (f *filler) protection() error {
	parts, err := f.archive.targets(f.archive.texts[0], "settings")
	if err != nil {
		return err
	}
	for _, part := range parts {
		doc, err := f.archive.parse(part)
		if err != nil {
			return err
		}
		f.part, f.before, f.archive.kinds[part] = part, "", Body
		for _, e := range doc.Root().ChildElements() {
			enforced := e.SelectAttrValue("w:enforcement", "0")
			if is(e, "writeProtection") || is(e, "documentProtection") && enforced != "0" && enforced != "false" && enforced != "off" {
				f.once(Problem{Fault: Protected}, nil)
			}
		}
	}
	return nil
}

// once notes what is said once of a whole template.
func (f *filler) once(problem Problem, p *etree.Element) {
	if !slices.ContainsFunc(f.found, func(o Problem) bool { return o.Fault == problem.Fault }) {
		f.note(problem, paragraphText(p), 0)
	}
}

// paragraphText is the text of a paragraph, or what was deleted of it, or "".
func paragraphText(p *etree.Element) string {
	if p == nil {
		return ""
	}
	text := strings.TrimSpace(joined(spans(p)))
	if text == "" {
		each(p, func(e *etree.Element) {
			if is(e, "delText") || is(e, "t") {
				text += e.Text()
			}
		})
	}
	return text
}

// kept are the fields whose results may hold tags: what they repeat is filled too, or
// they only lead somewhere.
var kept = []string{"HYPERLINK", "TOC", "REF", "PAGEREF", "STYLEREF"}

// fieldResults are the texts in a paragraph that Word works out anew when fields are
// updated.
func fieldResults(p *etree.Element) (results []string) {
	type field struct {
		code, result strings.Builder
		shown        bool
	}
	var open []*field
	done := func(f *field) {
		code := strings.Fields(f.code.String())
		if len(code) > 0 && !slices.Contains(kept, strings.ToUpper(code[0])) {
			results = append(results, f.result.String())
		}
	}
	each(p, func(e *etree.Element) {
		switch {
		case is(e, "fldSimple"):
			f := &field{}
			f.code.WriteString(e.SelectAttrValue("w:instr", ""))
			f.result.WriteString(joined(spans(e)))
			done(f)
		case is(e, "fldChar") && e.SelectAttrValue("w:fldCharType", "") == "begin":
			open = append(open, &field{})
		case len(open) == 0:
		case is(e, "fldChar") && e.SelectAttrValue("w:fldCharType", "") == "separate":
			open[len(open)-1].shown = true
		case is(e, "fldChar"):
			done(open[len(open)-1])
			open = open[:len(open)-1]
		case is(e, "instrText"):
			open[len(open)-1].code.WriteString(e.Text())
		case is(e, "t") && open[len(open)-1].shown:
			open[len(open)-1].result.WriteString(e.Text())
		}
	})
	return results
}
