package word

import (
	"slices"
	"strconv"
	"strings"

	"github.com/beevik/etree"
)

// A scope is the values around a place, the innermost last.
type scope []frame

// A frame is the values of the document, or of one item of a list.
type frame struct {
	list   string // name of the list; "" outside of one
	path   string // of its names, e.g. "muc."
	values Values
}

// find looks a name up, from the inside out; "muc.ten" only in the list muc.
func (s scope) find(name string) (v Value, path string, ok bool) {
	list, rest, dotted := strings.Cut(name, ".")
	for _, f := range slices.Backward(s) {
		if v, ok := f.values[name]; ok {
			return v, f.path + name, true
		}
		if dotted && f.list == list {
			if v, ok := f.values[rest]; ok {
				return v, f.path + rest, true
			}
		}
	}
	return nil, name, false
}

// A mark is a paragraph that is nothing but the beginning or the end of a block.
type mark struct {
	place
	text string
}

// control reports whether the paragraph is the beginning or the end of a
// block, and its text. Those that are get asked again for every block before them.
func (f *filler) control(p *etree.Element) (at place, text string, ok bool) {
	if m, ok := f.marks[p]; ok {
		return m.place, m.text, true
	}
	text = joined(spans(p))
	if !strings.Contains(text, "{{") {
		return place{}, text, false
	}
	all := places(text)
	ok = len(all) == 1 && all[0].kind != Plain && strings.TrimSpace(text) == text[all[0].start:all[0].end]
	if ok {
		at = all[0]
		f.marks[p] = mark{at, text}
	}
	return at, text, ok
}

// end finds the end of the block that begins at in[i]; i itself if there is
// none, or if it is an end. Opening and end may each have a name that is nearly the
// other's: then that is what is wrong.
func (f *filler) end(in []etree.Token, i int, at place, text string, s scope) (int, error) {
	v, _, known := s.find(at.name)
	if at.kind == End {
		if known {
			f.excuse(s, at.name)
			f.wrong(Unopened, at, text, s)
		} else {
			f.wrong(Unknown, at, text, s)
		}
		return i, nil
	}
	j, err := f.endOf(in, i, at.name)
	if j > i || err != nil {
		return j, err
	}
	f.excuse(s, at.name)
	if known && !fits(v, at.kind) {
		f.wrong(Misused, at, text, s)
		return i, nil
	}
	if known {
		return f.nearEnd(in, i, at, text, s)
	}
	if _, name := parse(unbraced(s.near(at.kind, at.name))); name != "" {
		if j, err = f.endOf(in, i, name); j > i || err != nil {
			return j, err // and block says that nothing has the name
		}
		f.excuse(s, name)
	}
	f.wrong(Unknown, at, text, s)
	return i, nil
}

// endOf finds the end of that name which belongs to the opening in[i]; i if there is
// none.
func (f *filler) endOf(in []etree.Token, i int, name string) (int, error) {
	depth := 1
	for j := i + 1; j < len(in); j++ {
		if err := f.budget.time(); err != nil {
			return i, err
		}
		if !is(in[j], "p") {
			continue
		}
		other, _, ok := f.control(in[j].(*etree.Element))
		switch {
		case !ok || other.name != name:
		case other.kind != End:
			depth++
		default:
			if depth--; depth == 0 {
				return j, nil
			}
		}
	}
	return i, nil
}

// nearEnd finds an end with a name that nothing has and that is nearly the block's; i
// if there is none.
func (f *filler) nearEnd(in []etree.Token, i int, at place, text string, s scope) (int, error) {
	for j := i + 1; j < len(in); j++ {
		if err := f.budget.time(); err != nil {
			return i, err
		}
		if !is(in[j], "p") {
			continue
		}
		other, otherText, ok := f.control(in[j].(*etree.Element))
		if !ok || other.kind != End {
			continue
		}
		if _, _, known := s.find(other.name); !known && s.near(End, other.name) == End.written(at.name) {
			if is(in[j-1], "p") {
				f.before = paragraphText(in[j-1].(*etree.Element))
			}
			f.wrong(Unknown, other, otherText, s)
			return j, nil
		}
	}
	f.wrong(Unclosed, at, text, s)
	return i, nil
}

// excuse notes that a block is not known to be one, and so neither what the names
// inside it mean.
func (f *filler) excuse(s scope, name string) {
	v, _, _ := s.find(name)
	for _, inner := range within(v) {
		f.excused[inner], f.excused[name+"."+inner] = true, true
	}
}

// sectionEnd is what has to stay of a block's end that is also the end of a
// section: an empty paragraph with the section's page.
func sectionEnd(p *etree.Element) []etree.Token {
	format := p.SelectElement("w:pPr")
	if format == nil || format.SelectElement("w:sectPr") == nil {
		return nil
	}
	kept := etree.NewElement("w:p")
	kept.AddChild(format.Copy())
	return []etree.Token{kept}
}

// block fills what stands between the two ends of a block.
func (f *filler) block(out []etree.Token, at place, text string, body []etree.Token, s scope, width int) ([]etree.Token, error) {
	v, path, ok := s.find(at.name)
	f.used[path] = true
	flag, isFlag := v.(Flag)
	list, isList := v.(List)
	switch {
	case !ok:
		f.wrong(Unknown, at, text, s)
	case at.kind == If && (isFlag && bool(flag) || isList && len(list) > 0):
		filled, err := f.tokens(body, s, width)
		return append(out, filled...), err
	case at.kind == If && (isFlag || isList):
	case isList:
		return f.repeat(out, body, at.name, path, list, s, width)
	default:
		f.wrong(Misused, at, text, s)
	}
	return out, nil
}

// row fills the row of a table that begins in, once for each item if it asks for a
// list, with the rows below that are merged with it. It gives how many siblings it took.
func (f *filler) row(out, in []etree.Token, s scope, width int) (filled []etree.Token, took int, err error) {
	tr := in[0].(*etree.Element)
	name, path, list, ok := s.rowList(tr)
	if !ok {
		err := f.inside(tr, s, width)
		return append(out, tr), 1, err
	}
	f.used[path] = true
	took = rowsTogether(in)
	filled, err = f.repeat(out, in[:took], name, path, list, s, width)
	return filled, took, err
}

// rowList finds the list that a row repeats for: the first of its dotted tags
// that names one which is not being repeated already.
func (s scope) rowList(tr *etree.Element) (name, path string, list List, ok bool) {
	for _, p := range paragraphs(tr) {
		for _, at := range places(joined(spans(p))) {
			name, _, dotted := strings.Cut(at.name, ".")
			inside := slices.ContainsFunc(s, func(f frame) bool { return f.list == name })
			if !dotted || inside {
				continue
			}
			if v, path, _ := s.find(name); v != nil {
				list, ok := v.(List)
				return name, path, list, ok
			}
		}
	}
	return "", "", nil, false
}

// repeat fills a copy of the body for each item.
func (f *filler) repeat(out, body []etree.Token, name, path string, list List, s scope, width int) ([]etree.Token, error) {
	source, before := body, f.before
	if f.dry { // each item has the same problems
		list = list[:min(len(list), 1)]
	}
	for i, item := range list {
		f.before = before
		if err := f.budget.copy(source); err != nil {
			return nil, err
		}
		copied := copies(source)
		inner := append(s[:len(s):len(s)], frame{name, path + ".", item})
		filled, err := f.tokens(copied, inner, width)
		if err != nil {
			return nil, err
		}
		out = append(out, filled...)
		if i == 0 {
			source = copies(body)
			for _, t := range source {
				unique(t)
			}
		}
	}
	return out, nil
}

func copies(tokens []etree.Token) []etree.Token {
	out := make([]etree.Token, 0, len(tokens))
	for _, t := range tokens {
		if e, ok := t.(*etree.Element); ok {
			out = append(out, e.Copy())
		}
	}
	return out
}

// once are marks of a place, or of a remark about one.
var once = []string{
	"bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "permStart", "permEnd",
}

// unique takes from a copy what may be there only once in a document. A
// content control gets a number from Word when it has none.
func unique(t etree.Token) {
	e, ok := t.(*etree.Element)
	if !ok {
		return
	}
	e.Attr = slices.DeleteFunc(e.Attr, func(a etree.Attr) bool {
		return a.Space == "w14" && (a.Key == "paraId" || a.Key == "textId")
	})
	e.Child = slices.DeleteFunc(e.Child, func(t etree.Token) bool {
		return slices.ContainsFunc(once, func(mark string) bool { return is(t, mark) }) || is(e, "sdtPr") && is(t, "id")
	})
	for _, child := range e.Child {
		unique(child)
	}
}

// renumber gives the tracked changes in copies ids of their own, beyond those
// that are there: Word mends a file in which two have one.
func renumber(root *etree.Element) {
	highest := 0
	var changes []*etree.Element
	each(root, func(e *etree.Element) {
		id, err := strconv.Atoi(e.SelectAttrValue("w:id", ""))
		if err != nil {
			return
		}
		highest = max(highest, id)
		if e.SelectAttr("w:author") != nil && !strings.HasSuffix(e.Tag, "RangeStart") { // a range has its end elsewhere
			changes = append(changes, e)
		}
	})
	seen := map[string]bool{}
	for _, e := range changes {
		if seen[e.SelectAttrValue("w:id", "")] {
			highest++
			e.CreateAttr("w:id", strconv.Itoa(highest))
		}
		seen[e.SelectAttrValue("w:id", "")] = true
	}
}

// each calls fn for an element and all below it.
func each(e *etree.Element, fn func(*etree.Element)) {
	fn(e)
	for _, child := range e.Child {
		if child, ok := child.(*etree.Element); ok {
			each(child, fn)
		}
	}
}
