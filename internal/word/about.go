package word

import (
	"cmp"

	"github.com/beevik/etree"

	"guongsang/internal/letters"
)

// About is what a document says of itself in its properties, where it can be found
// by when it is one of many files.
type About struct {
	Title  string
	Author string
}

// dcNS is the namespace of title and author (Dublin Core).
const dcNS = "http://purl.org/dc/elements/1.1/"

// describe writes title and author into the properties of the template, which else
// name what it was made from. A template without properties keeps none.
func (a *archive) describe(about About) error {
	if about == (About{}) {
		return nil
	}
	parts, err := a.targets("", "core-properties")
	for _, part := range parts {
		doc, err := a.parse(part)
		if err != nil {
			return err
		}
		setProperty(doc.Root(), "title", about.Title)
		setProperty(doc.Root(), "creator", about.Author)
		a.changed[part] = doc
	}
	return err
}

func setProperty(root *etree.Element, tag, text string) {
	text = letters.Clean(text)
	for _, e := range root.ChildElements() {
		if e.Tag == tag && e.NamespaceURI() == dcNS {
			e.SetText(text)
			return
		}
	}
	e := root.CreateElement(tag)
	e.Space = cmp.Or(prefixOf(root, dcNS), "dc")
	if prefixOf(root, dcNS) == "" {
		e.CreateAttr("xmlns:dc", dcNS)
	}
	e.SetText(text)
}

// prefixOf is the prefix that an element declares for a namespace; "" if none.
func prefixOf(e *etree.Element, uri string) string {
	for _, a := range e.Attr {
		if a.Space == "xmlns" && a.Value == uri {
			return a.Key
		}
	}
	return ""
}
