package word

import (
	"slices"

	"github.com/beevik/etree"
)

// closeSection lets a document end with its last section. Each part of a document
// can so end with the page that it needs, a wide one for a wide table, whichever of
// them there are: without this the break behind the last would begin a page with
// nothing on it.
func closeSection(root *etree.Element) {
	body := root.SelectElement("w:body")
	if body == nil {
		return
	}
	all := body.ChildElements()
	if len(all) < 2 {
		return
	}
	end, last := all[len(all)-1], all[len(all)-2]
	if !is(end, "sectPr") || !is(last, "p") {
		return
	}
	format := last.SelectElement("w:pPr")
	if format == nil {
		return
	}
	if section := format.SelectElement("w:sectPr"); section != nil {
		// Siblings were put together anew, so the elements know their places no longer.
		body.Child = slices.DeleteFunc(body.Child, func(t etree.Token) bool { return t == end })
		body.AddChild(section.Copy())
		format.Child = slices.DeleteFunc(format.Child, func(t etree.Token) bool { return t == section })
	}
}
