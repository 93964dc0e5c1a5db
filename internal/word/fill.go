package word

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/beevik/etree"

	"guongsang/internal/letters"
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
	f := newFiller(a, b, values)
	if err := f.all(); err != nil {
		return nil, err
	}
	if problems, _ := settle(f.found, f.excused); len(problems) > 0 {
		return nil, problems
	}
	if err := a.describe(about); err != nil {
		return nil, fmt.Errorf("properties: %w", err)
	}
	return a.write()
}

// A Finding is what is to be said of a template.
type Finding struct {
	Problems Problems // keep documents from being made
	Warnings Problems // do not, but leave in them what nobody wants there
	Unused   []string // names that no tag asks for, those of items of lists that are as list.name
}

// Check looks at a template with sample values, which should have everything: every
// flag set and an item in every list.
func Check(template []byte, sample Values) (Finding, error) {
	ctx, cancel := context.WithTimeout(context.Background(), MaxChecking)
	defer cancel()
	return inspect(ctx, template, sample)
}

func inspect(ctx context.Context, template []byte, sample Values) (found Finding, err error) {
	a, err := open(ctx, template)
	if err != nil {
		return found, err
	}
	f := newFiller(a, budget{ctx: ctx, timed: ctx}, sample)
	f.dry = true
	if err := f.all(); err != nil {
		return found, err
	}
	for _, look := range []func() error{f.remarks, f.drawings, f.protection} {
		if err := look(); err != nil {
			return found, err
		}
	}
	found.Problems, found.Warnings = settle(f.found, f.excused)
	f.useWholes("", sample)
	for _, name := range names("", sample) {
		ofUnused := slices.ContainsFunc(found.Unused, func(list string) bool { return strings.HasPrefix(name, list+".") })
		if !f.used[name] && !ofUnused {
			found.Unused = append(found.Unused, name)
		}
	}
	return found, nil
}

// useWholes takes what is used of a part of a list for used of the list.
func (f *filler) useWholes(prefix string, values Values) {
	for name, v := range values {
		if list, ok := v.(List); ok && len(list) > 0 {
			f.useWholes(prefix+name+".", list[0])
		}
		whole := wholeOf(values, name)
		if whole == name {
			continue
		}
		for _, used := range slices.Collect(maps.Keys(f.used)) {
			if rest, ok := strings.CutPrefix(used, prefix+name); ok && (rest == "" || rest[0] == '.') {
				f.used[prefix+whole+rest] = true
			}
		}
	}
}

// wholeOf is the list of which a list is a part, such as guong of guong_cuoi, or itself.
func wholeOf(values Values, name string) string {
	whole := name
	for other, v := range values {
		_, isList := v.(List)
		if _, partIs := values[name].(List); isList && partIs && len(other) < len(whole) && strings.HasPrefix(name, other+"_") {
			whole = other
		}
	}
	return whole
}

// names lists the names of values and of the items of their lists, of lists only those
// that are no part of another.
func names(prefix string, values Values) (all []string) {
	for name, v := range values {
		if wholeOf(values, name) != name {
			continue
		}
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
	archive *archive
	budget  budget
	values  Values
	dry     bool // only look
	part    string
	room    Room           // of the part, in which is being filled
	cell    *etree.Element // of a table, in which is being filled; nil outside of any
	before  string         // the last text before the paragraph
	found   Problems
	excused map[string]bool // names inside blocks that are not known to be some
	used    map[string]bool
	marks   map[*etree.Element]mark
}

func newFiller(a *archive, b budget, values Values) *filler {
	return &filler{archive: a, budget: b, values: values, used: map[string]bool{}, excused: map[string]bool{}, marks: map[*etree.Element]mark{}}
}

// all fills every part that has tags.
func (f *filler) all() error {
	for _, name := range f.archive.texts {
		doc, err := f.archive.parse(name)
		if err != nil {
			return err
		}
		root := doc.Root()
		switch {
		case strings.HasPrefix(root.NamespaceURI(), strictNS):
			return fmt.Errorf("%s: %w", name, ErrStrict)
		case root.Space != "w" || root.NamespaceURI() != wNS:
			return fmt.Errorf("%s: %w", name, ErrForeign)
		}
		if err := f.short(root); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		f.part, f.before = name, ""
		if f.dry {
			if name == f.archive.texts[0] {
				if err := f.archive.locate(root); err != nil {
					return err
				}
			}
			if err := f.look(root); err != nil {
				return err
			}
			f.before = ""
		}
		if !tagged(root) {
			continue
		}
		if err := f.inside(root, scope{{values: f.values}}, textWidth(root)); err != nil {
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

// rooms are the elements that have one.
var rooms = map[string]Room{"tc": Cell, "txbxContent": Box, "sdt": Control, "customXml": Control}

// inside fills what an element holds. Width is the room for pictures there.
func (f *filler) inside(e *etree.Element, s scope, width int) error {
	if is(e, "tc") {
		width = cellWidth(e, width)
	}
	defer func(around Room) { f.room = around }(f.room)
	if room := rooms[e.Tag]; room != "" && e.Space == "w" {
		f.room = room
	}
	if is(e, "tc") {
		defer func(around *etree.Element) { f.cell = around }(f.cell)
		f.cell = e
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
			at, text, isControl := f.control(e)
			if isControl {
				end, late := f.end(in, i, at, text, s)
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
			if strings.TrimSpace(text) != "" {
				f.before = text
			}
		case is(e, "tr"):
			n := 0
			out, n, err = f.row(out, in[i:], s, width)
			i += n - 1
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
	before := f.before
	for _, box := range boxes(p) {
		f.before = before
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
		f.wrong(Malformed, at, text, s)
		return ""
	case at.kind != Plain:
		f.excuse(s, at.name)
		f.wrong(NotAlone, at, text, s)
		return ""
	}
	v, path, ok := s.find(at.name)
	f.used[path] = true
	switch v := v.(type) {
	case Text:
		return string(v)
	case Photos:
		f.wrong(NotAlone, at, text, s)
	default:
		_, isFlag := v.(Flag)
		if ok && !(isFlag && owners(f.values, at.name) != nil) { // who writes it as a text means that of an item
			f.excuse(s, at.name)
			f.wrong(Misused, at, text, s)
		} else {
			f.wrong(Unknown, at, text, s)
		}
	}
	return ""
}

// wrong notes a problem of a tag, and what may have been meant.
func (f *filler) wrong(fault Fault, at place, text string, s scope) {
	if len(f.found) >= maxProblems {
		return
	}
	p := Problem{Fault: fault, Tag: text[at.start:at.end], kind: at.kind, Name: at.name}
	switch fault {
	case Unknown:
		if p.Lists = owners(f.values, at.name); len(p.Lists) > 0 {
			p.Fault = Outside
			if at.kind == Plain {
				p.Instead = Plain.written(p.Lists[0] + "." + at.name[strings.LastIndexByte(at.name, '.')+1:])
			}
		} else {
			p.Instead = s.near(at.kind, at.name)
		}
	case Unclosed:
		p.Instead = End.written(at.name)
	case Misused, Unopened:
		p.Instead = s.instead(at)
	case Malformed:
		f.guess(&p, s, unbraced(p.Tag))
	}
	f.note(p, text, at.start)
}

// guess fills in what a tag may have been meant for whose braces make none.
func (f *filler) guess(p *Problem, s scope, inner string) {
	p.kind, p.Name = meant(inner)
	_, _, known := s.find(p.Name)
	switch {
	case s.has(p.kind, p.Name), !known && owners(f.values, p.Name) != nil:
		p.Instead = p.kind.written(p.Name)
	case known:
		p.Instead = s.instead(place{name: p.Name})
	default:
		p.Instead = s.near(p.kind, p.Name)
		p.kind, p.Name = parse(unbraced(p.Instead))
	}
	if p.kind != Plain {
		f.excuse(s, p.Name)
	}
}

// note keeps a problem with where it stands.
func (f *filler) note(p Problem, text string, at int) {
	if len(f.found) >= maxProblems {
		return
	}
	p.cell, p.Part, p.Room, p.Where = f.cell, f.archive.kinds[f.part], f.room, excerpt(text, at)
	if before := strings.TrimSpace(f.before); before != "" && !letters.Visible(strings.Trim(strings.Replace(text, p.Tag, "", 1), "{} \t\n")) {
		p.Where = strings.TrimSpace(excerpt(before, len(before)) + " ¶ " + p.Where)
	}
	p.Tag = letters.OneLine(p.Tag)
	f.found = append(f.found, p)
}
