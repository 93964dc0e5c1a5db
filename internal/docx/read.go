package docx

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"guongsang/internal/opc"
)

// Read reads a document. What is no Word document gives a *KindError, what is
// larger than is taken an *opc.LimitError; the error is the context's if it ends
// or if reading takes longer than MaxReading.
func Read(ctx context.Context, file []byte) (Document, error) {
	ctx, cancel := context.WithTimeout(ctx, MaxReading)
	defer cancel()
	d, err := read(ctx, file)
	if err != nil {
		return Document{}, fmt.Errorf("reading a document: %w", err)
	}
	return d, nil
}

// read is Read for as long as a context allows.
func read(ctx context.Context, file []byte) (Document, error) {
	r, err := open(ctx, file)
	if err != nil {
		return Document{}, err
	}
	return r.document()
}

// Pictures reads the bytes of pictures, in the order in which they are asked for.
// One that is not there, or is too large, is nil.
func Pictures(ctx context.Context, file []byte, which []Picture) ([][]byte, error) {
	pkg, err := opc.Open(file, limits)
	if err != nil {
		return nil, fmt.Errorf("reading pictures of a document: %w", err)
	}
	all := make([][]byte, len(which))
	for i, p := range which {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("reading pictures of a document: %w", err)
		}
		all[i], err = pkg.Bytes(ctx, p.Part, maxPicture)
		if over := new(opc.LimitError); errors.As(err, &over) && over.Limit != opc.Part {
			return nil, fmt.Errorf("reading pictures of a document: %w", err)
		}
	}
	return all, nil
}

// A reader reads one document.
type reader struct {
	ctx   context.Context
	pkg   *opc.Package
	main  string // the part with the body
	links []opc.Relationship

	styles map[string]style
	lists  lists
	rows   int // of tables
	text   int // bytes
}

func open(ctx context.Context, file []byte) (*reader, error) {
	if kind := KindOf(file); kind != Word {
		return nil, &KindError{kind}
	}
	pkg, err := opc.Open(file, limits)
	if err != nil {
		return nil, err
	}
	r := &reader{ctx: ctx, pkg: pkg}
	top, err := pkg.Relationships(ctx, "")
	if err != nil {
		return nil, err
	}
	for _, link := range top {
		if link.Is("officeDocument") && r.main == "" {
			r.main = link.Part
		}
	}
	if r.main == "" || !pkg.Has(r.main) {
		return nil, &KindError{Other}
	}
	r.links, err = pkg.Relationships(ctx, r.main)
	return r, err
}

func (r *reader) document() (d Document, err error) {
	if r.styles, err = r.readStyles(); err != nil {
		return d, err
	}
	if r.lists, err = r.readLists(); err != nil {
		return d, err
	}
	if d.Body, err = r.blocksOf(r.main, r.links); err != nil {
		return d, err
	}
	for _, link := range r.links {
		into := map[string]*[]Block{"header": &d.Headers, "footer": &d.Footers, "footnotes": &d.Notes, "endnotes": &d.Notes}[kindOf(link)]
		if into == nil || !r.pkg.Has(link.Part) {
			continue
		}
		links, err := r.pkg.Relationships(r.ctx, link.Part)
		if err != nil {
			return d, err
		}
		blocks, err := r.blocksOf(link.Part, links)
		if err != nil {
			return d, err
		}
		*into = append(*into, blocks...)
	}
	return d, nil
}

// kindOf is what a relationship leads to, such as "header".
func kindOf(link opc.Relationship) string {
	return link.Type[strings.LastIndexByte(link.Type, '/')+1:]
}

// part finds the part of a kind that belongs to the document; "" if it has none.
func (r *reader) part(kind string) string {
	for _, link := range r.links {
		if link.Is(kind) && r.pkg.Has(link.Part) {
			return link.Part
		}
	}
	return ""
}

// blocksOf reads the blocks of a part.
func (r *reader) blocksOf(name string, links []opc.Relationship) (blocks []Block, err error) {
	p := &part{reader: r, name: name, pictures: map[string]string{}}
	for _, link := range links {
		if link.Is("image") && r.pkg.Has(link.Part) {
			p.pictures[link.ID] = link.Part
		}
	}
	err = p.parse(func() error { return p.blocks(&blocks) })
	return withoutBlank(blocks), err
}
