package word

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/beevik/etree"

	"guongsang/internal/opc"
)

// Namespaces and types of Office Open XML.
const (
	wNS    = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relNS  = "http://schemas.openxmlformats.org/package/2006/relationships"
	rNS    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	wpNS   = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
	aNS    = "http://schemas.openxmlformats.org/drawingml/2006/main"
	picNS  = "http://schemas.openxmlformats.org/drawingml/2006/picture"
	ctPart = "[Content_Types].xml"

	strictNS = "http://purl.oclc.org/ooxml/"
)

// An archive is a .docx on its way from template to document.
type archive struct {
	ctx     context.Context
	pkg     *opc.Package
	texts   []string                   // parts that may have tags: the document, then headers, footers and notes
	kinds   map[string]Part            // of the parts that have texts
	changed map[string]*etree.Document // parts to be written anew
	photos  []media
	named   int // photos that have got a name
}

// A media is a photo that becomes a part.
type media struct {
	part  string
	photo Photo
}

// open reads which parts a template has.
func open(ctx context.Context, template []byte) (*archive, error) {
	pkg, err := opc.Open(template, limits)
	if err != nil {
		return nil, fmt.Errorf("template: not a .docx file that is read: %w", err)
	}
	a := &archive{ctx: ctx, pkg: pkg, changed: map[string]*etree.Document{}, kinds: map[string]Part{}}
	if err := a.findTexts(); err != nil {
		return nil, fmt.Errorf("template: %w", err)
	}
	return a, a.settleType()
}

// findTexts follows the relationships to the document and its parts.
func (a *archive) findTexts() error {
	top, err := a.targets("", "officeDocument")
	if err != nil {
		return err
	}
	if len(top) == 0 {
		return errors.New("not a Word document: it names no main part")
	}
	a.texts = top[:1]
	a.kinds[top[0]] = Body
	for way, kind := range related {
		parts, err := a.targets(top[0], way)
		if err != nil {
			return err
		}
		for _, part := range parts {
			if a.kinds[part] == "" {
				a.kinds[part] = kind
			}
		}
	}
	rest, err := a.targets(top[0], "header", "footer", "footnotes", "endnotes")
	a.texts = append(a.texts, rest...)
	return err
}

// related are the ways in which parts with texts belong to a document.
var related = map[string]Part{"header": Header, "footer": Footer, "footnotes": Footnotes, "endnotes": Endnotes, "comments": Comments}

// locate reads from the document which headers and footers are for which pages.
func (a *archive) locate(document *etree.Element) error {
	rels, err := a.pkg.Relationships(a.ctx, a.texts[0])
	if err != nil {
		return err
	}
	each(document, func(e *etree.Element) {
		pages := e.SelectAttrValue("w:type", "")
		kind := map[string]Part{
			"headerReference/first": FirstHeader, "headerReference/even": EvenHeader, "footerReference/first": FirstFooter, "footerReference/even": EvenFooter,
		}[e.Tag+"/"+pages]
		if kind == "" || e.Space != "w" {
			return
		}
		for _, r := range rels {
			if r.ID == e.SelectAttrValue("r:id", "") {
				a.kinds[r.Part] = kind
			}
		}
	})
	return nil
}

// targets lists the parts that a part is related to in one of the ways, each
// once. A part without relationships has none.
func (a *archive) targets(part string, ways ...string) (parts []string, err error) {
	related, err := a.pkg.Relationships(a.ctx, part)
	for _, r := range related {
		if slices.ContainsFunc(ways, r.Is) && a.file(r.Part) != nil && !slices.Contains(parts, r.Part) {
			parts = append(parts, r.Part)
		}
	}
	return parts, err
}

func (a *archive) file(name string) *zip.File {
	for _, f := range a.pkg.Parts {
		if f.Name == name {
			return f
		}
	}
	return nil
}

// parse reads a part, or gives it as it was changed.
func (a *archive) parse(name string) (*etree.Document, error) {
	if doc := a.changed[name]; doc != nil {
		return doc, nil
	}
	r, err := a.pkg.XML(a.ctx, name, 0)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	doc := etree.NewDocument()
	if _, err := doc.ReadFrom(r); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if doc.Root() == nil {
		return nil, fmt.Errorf("%s: holds nothing", name)
	}
	return doc, nil
}

// settleType makes a document of a .dotx, and refuses what carries programs.
func (a *archive) settleType() error {
	doc, err := a.parse(ctPart)
	if err != nil {
		return fmt.Errorf("template: %w", err)
	}
	for _, e := range doc.Root().ChildElements() {
		kind := e.SelectAttrValue("ContentType", "")
		if strings.Contains(kind, "macroEnabled") || strings.Contains(kind, "vbaProject") {
			return fmt.Errorf("template: %w", ErrMacros)
		}
		if plain := strings.Replace(kind, "template.main+xml", "document.main+xml", 1); plain != kind {
			e.CreateAttr("ContentType", plain)
			a.changed[ctPart] = doc
		}
	}
	return nil
}

// addPhoto makes a photo a part and relates it to the part that shows it.
func (a *archive) addPhoto(part string, photo Photo, format string) (id string, err error) {
	name, ext := "", format
	for name == "" || a.file(name) != nil {
		a.named++
		name = path.Join(path.Dir(part), "media", fmt.Sprintf("filled%d.%s", a.named, ext))
	}
	if err := a.declare(ext, "image/"+format); err != nil {
		return "", err
	}
	rels, err := a.relationships(part)
	if err != nil {
		return "", err
	}
	id = freeID(rels.Root(), a.named)
	rel := rels.Root().CreateElement("Relationship")
	rel.Space = rels.Root().Space
	rel.CreateAttr("Id", id)
	rel.CreateAttr("Type", rNS+"/image")
	rel.CreateAttr("Target", "media/"+path.Base(name))
	a.photos = append(a.photos, media{name, photo})
	return id, nil
}

// freeID is an id for the nth photo that no other relationship has; a template
// may have been a filled document before.
func freeID(rels *etree.Element, n int) string {
	taken := func(id string) bool {
		return slices.ContainsFunc(rels.ChildElements(), func(e *etree.Element) bool { return e.SelectAttrValue("Id", "") == id })
	}
	id := fmt.Sprintf("rIdFilled%d", n)
	for taken(id) {
		id += "x"
	}
	return id
}

// declare says in the list of types what an extension means.
func (a *archive) declare(ext, kind string) error {
	types, err := a.parse(ctPart)
	if err != nil {
		return err
	}
	a.changed[ctPart] = types
	root := types.Root()
	for _, e := range root.ChildElements() {
		if e.Tag == "Default" && strings.EqualFold(e.SelectAttrValue("Extension", ""), ext) {
			return nil
		}
	}
	e := etree.NewElement("Default")
	e.Space = root.Space
	e.CreateAttr("Extension", ext)
	e.CreateAttr("ContentType", kind)
	root.InsertChildAt(0, e)
	return nil
}

// relationships gives those of a part, to be written anew.
func (a *archive) relationships(part string) (*etree.Document, error) {
	name := opc.RelationshipsPart(part)
	if a.changed[name] == nil && a.file(name) == nil {
		doc := etree.NewDocument()
		doc.CreateProcInst("xml", `version="1.0" encoding="UTF-8" standalone="yes"`)
		doc.CreateElement("Relationships").CreateAttr("xmlns", relNS)
		a.changed[name] = doc
	}
	doc, err := a.parse(name)
	a.changed[name] = doc
	return doc, err
}

// write packs the document: parts in the template's order, unchanged ones as
// they are, then what is new.
func (a *archive) write() ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range a.pkg.Parts {
		doc := a.changed[f.Name]
		if doc == nil {
			if err := z.Copy(f); err != nil {
				return nil, fmt.Errorf("copy part %s: %w", f.Name, err)
			}
			continue
		}
		if err := writePart(z, f.Name, doc); err != nil {
			return nil, err
		}
		delete(a.changed, f.Name)
	}
	for name, doc := range a.changed {
		if err := writePart(z, name, doc); err != nil {
			return nil, err
		}
	}
	for _, m := range a.photos {
		if err := writePhoto(z, m); err != nil {
			return nil, fmt.Errorf("photo %q: %w", m.photo.Alt, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("pack document: %w", err)
	}
	return b.Bytes(), nil
}

func writePart(z *zip.Writer, name string, doc *etree.Document) error {
	w, err := z.Create(name)
	if err != nil {
		return fmt.Errorf("pack part %s: %w", name, err)
	}
	if _, err := doc.WriteTo(w); err != nil {
		return fmt.Errorf("pack part %s: %w", name, err)
	}
	return nil
}

// writePhoto stores a photo as it is: it is compressed already.
func writePhoto(z *zip.Writer, m media) error {
	r, err := m.photo.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	w, err := z.CreateHeader(&zip.FileHeader{Name: m.part, Method: zip.Store})
	if err != nil {
		return err
	}
	_, err = io.Copy(w, r)
	return err
}
