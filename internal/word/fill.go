package word

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/beevik/etree"

	"guongsang/internal/opc"
)

// Fill makes a document of a template. What keeps it from being filled wholly
// comes as Problems, and then there is no document. It ends with ctx, and after a
// minute at most.
func Fill(ctx context.Context, template []byte, values Values) ([]byte, error) {
	return FillAbout(ctx, template, values, About{})
}

// FillAbout is Fill with properties of the document's own.
func FillAbout(ctx context.Context, template []byte, values Values, about About) ([]byte, error) {
	timed, cancel := context.WithTimeout(ctx, maxFilling)
	defer cancel()
	out, err := fill(budget{ctx: ctx, timed: timed}, template, values, about)
	if ctx.Err() == nil && errors.Is(err, context.DeadlineExceeded) {
		return nil, fmt.Errorf("filling took more than %s: %w", maxFilling, ErrTooMuch)
	}
	return out, err
}

func fill(b budget, template []byte, values Values, about About) ([]byte, error) {
	a, err := open(b.timed, template)
	if err != nil {
		return nil, err
	}
	f := &filler{archive: a, budget: b, used: map[string]bool{}}
	if err := f.all(values); err != nil {
		return nil, err
	}
	if len(f.problems) > 0 {
		return nil, f.problems
	}
	if err := a.describe(about); err != nil {
		return nil, fmt.Errorf("properties: %w", err)
	}
	return a.write()
}

// Check finds the problems of a template with sample values, which should have
// everything: every flag set and an item in every list. Unused lists the names
// that no tag asks for, those of items as list.name.
func Check(template []byte, sample Values) (problems Problems, unused []string, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), MaxChecking)
	defer cancel()
	return inspect(ctx, template, sample)
}

func inspect(ctx context.Context, template []byte, sample Values) (problems Problems, unused []string, err error) {
	a, err := open(ctx, template)
	if err != nil {
		return nil, nil, err
	}
	f := &filler{archive: a, budget: budget{ctx: ctx, timed: ctx}, used: map[string]bool{}, dry: true}
	if err := f.all(sample); err != nil {
		return nil, nil, err
	}
	for _, name := range names("", sample) {
		if !f.used[name] {
			unused = append(unused, name)
		}
	}
	return f.problems, unused, nil
}

// names lists the names of values and of the items of their lists.
func names(prefix string, values Values) (all []string) {
	for name, v := range values {
		all = append(all, prefix+name)
		if list, ok := v.(List); ok && len(list) > 0 {
			all = append(all, names(prefix+name+".", list[0])...)
		}
	}
	slices.Sort(all)
	return all
}

// A filler goes through the parts of one template.
type filler struct {
	archive  *archive
	budget   budget
	dry      bool // only look
	part     string
	problems Problems
	used     map[string]bool
}

// all fills every part that has tags.
func (f *filler) all(values Values) error {
	for _, name := range f.archive.texts {
		doc, err := f.archive.parse(name)
		if err != nil {
			return err
		}
		root := doc.Root()
		if root.Space != "w" || root.NamespaceURI() != wNS {
			return fmt.Errorf("%s: not in the form in which Word saves a .docx, or a strict one; save it again as .docx", name)
		}
		if err := f.short(root); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if !tagged(root) {
			continue
		}
		f.part = name
		if err := f.inside(root, scope{{values: values}}, textWidth(root)); err != nil {
			return err
		}
		number(root)
		renumber(root)
		closeSection(root)
		f.archive.changed[name] = doc
	}
	return nil
}

// short refuses a text part in which one paragraph holds what only a whole
// document does.
func (f *filler) short(root *etree.Element) error {
	for _, p := range paragraphs(root) {
		if err := f.budget.time(); err != nil {
			return err
		}
		length := 0
		for _, s := range spans(p) {
			length += len(s.data)
		}
		if length > maxParagraph {
			return &opc.LimitError{Limit: opc.Token, Most: maxParagraph, Where: "a paragraph"}
		}
	}
	return nil
}

// tagged reports whether any paragraph has braces.
func tagged(root *etree.Element) bool {
	return slices.ContainsFunc(paragraphs(root), func(p *etree.Element) bool {
		text := joined(spans(p))
		return strings.Contains(text, "{{") || strings.Contains(text, "}}")
	})
}

// stories are what has to end with a paragraph.
var stories = []string{"tc", "txbxContent", "hdr", "ftr", "footnote", "endnote"}

// inside fills what an element holds. Width is the room for pictures there.
func (f *filler) inside(e *etree.Element, s scope, width int) error {
	if is(e, "tc") {
		width = cellWidth(e, width)
	}
	filled, err := f.tokens(e.Child, s, width)
	if err != nil {
		return err
	}
	e.Child = filled
	needs := slices.ContainsFunc(stories, func(tag string) bool { return is(e, tag) })
	if needs && (len(filled) == 0 || !is(filled[len(filled)-1], "p")) {
		e.Child = append(e.Child, etree.NewElement("w:p"))
	}
	return nil
}

// tokens fills a list of siblings: blocks and rows in it repeat.
func (f *filler) tokens(in []etree.Token, s scope, width int) (out []etree.Token, err error) {
	out = make([]etree.Token, 0, len(in))
	for i := 0; i < len(in) && err == nil; i++ {
		if err := f.budget.time(); err != nil {
			return nil, err
		}
		e, ok := in[i].(*etree.Element)
		switch {
		case !ok:
			out = append(out, in[i])
		case is(e, "p"):
			if at, text, ok := control(e); ok {
				end, late := f.end(in, i, at, text)
				if late != nil {
					return nil, late
				}
				out = append(out, sectionEnd(e)...)
				if end > i {
					out, err = f.block(out, at, text, in[i+1:end], s, width)
					out = append(out, sectionEnd(in[end].(*etree.Element))...)
					i = end
				}
				continue
			}
			out, err = f.paragraph(out, e, s, width)
		case is(e, "tr"):
			out, err = f.row(out, e, s, width)
		case is(e, "tbl"):
			if err = f.inside(e, s, width); err == nil && slices.ContainsFunc(e.Child, isRow) {
				out = append(out, e)
			}
		default:
			err = f.inside(e, s, width)
			out = append(out, e)
		}
	}
	return out, err
}

func isRow(t etree.Token) bool {
	e, ok := t.(*etree.Element)
	return ok && e.Space == "w" && e.Tag != "tblPr" && e.Tag != "tblGrid"
}

// paragraph fills one paragraph, which photos may turn into several.
func (f *filler) paragraph(out []etree.Token, p *etree.Element, s scope, width int) ([]etree.Token, error) {
	for _, box := range boxes(p) {
		if err := f.inside(box, s, width); err != nil {
			return nil, err
		}
	}
	all := spans(p)
	text := joined(all)
	at := places(text)
	if len(at) == 0 {
		return append(out, p), nil
	}
	if len(at) == 1 && at[0].kind == Plain && strings.TrimSpace(text) == text[at[0].start:at[0].end] {
		if v, path, ok := s.find(at[0].name); ok {
			if photos, ok := v.(Photos); ok {
				f.used[path] = true
				return f.photos(out, p, photos, width)
			}
		}
	}
	texts := make([]string, len(at))
	for i, place := range at {
		texts[i] = f.text(place, text, s)
	}
	return append(out, p), replace(&f.budget, all, at, texts)
}

// text is what stands in the place of a tag inside a paragraph.
func (f *filler) text(at place, text string, s scope) string {
	switch {
	case at.name == "":
		f.wrong(Malformed, at, text)
		return ""
	case at.kind != Plain:
		f.wrong(NotAlone, at, text)
		return ""
	}
	v, path, ok := s.find(at.name)
	f.used[path] = true
	switch v := v.(type) {
	case Text:
		return string(v)
	case Photos:
		f.wrong(NotAlone, at, text)
	default:
		if ok {
			f.wrong(Misused, at, text)
		} else {
			f.wrong(Unknown, at, text)
		}
	}
	return ""
}

func (f *filler) wrong(fault Fault, at place, text string) {
	if len(f.problems) >= maxProblems {
		return
	}
	f.problems = append(f.problems, Problem{fault, text[at.start:at.end], f.part, excerpt(text, at.start)})
}
