package word

import (
	"slices"
	"strings"

	"guongsang/internal/letters"

	"github.com/beevik/etree"
)

// A span is one piece of a paragraph's text: a w:t in its run. Tabs and breaks
// are spans without an element, so that no tag reaches over them.
type span struct {
	run, text *etree.Element
	data      string
}

// is reports whether t is the element w:tag.
func is(t etree.Token, tag string) bool {
	e, ok := t.(*etree.Element)
	return ok && e.Space == "w" && e.Tag == tag
}

// spans lists the text of a paragraph. What is deleted under change tracking
// is not text, and text boxes have paragraphs of their own.
func spans(p *etree.Element) (all []span) {
	for _, t := range p.Child {
		e, ok := t.(*etree.Element)
		if !ok || e.Space != "w" {
			continue
		}
		switch e.Tag {
		case "t":
			all = append(all, span{p, e, e.Text()})
		case "tab", "br", "cr":
			all = append(all, span{data: "\n"})
		case "pPr", "rPr", "del", "moveFrom", "drawing", "pict", "object", "sdtPr", "sectPr":
		default:
			all = append(all, spans(e)...)
		}
	}
	return all
}

func joined(all []span) string {
	var b strings.Builder
	for _, s := range all {
		b.WriteString(s.data)
	}
	return b.String()
}

// paragraphs lists all paragraphs below e, those in text boxes after the one
// that holds them.
func paragraphs(e *etree.Element) (all []*etree.Element) {
	for _, child := range e.ChildElements() {
		if is(child, "p") {
			all = append(all, child)
		}
		all = append(all, paragraphs(child)...)
	}
	return all
}

// boxes lists the contents of the text boxes below e, not those inside one
// another. A box is there twice, for new and old versions of Word.
func boxes(e *etree.Element) (all []*etree.Element) {
	for _, child := range e.ChildElements() {
		if is(child, "txbxContent") {
			all = append(all, child)
		} else {
			all = append(all, boxes(child)...)
		}
	}
	return all
}

// replace puts texts in the places of tags; of each tag the first span that it
// touches takes the text.
func replace(b *budget, all []span, at []place, texts []string) error {
	text := joined(all)
	written := make([]strings.Builder, len(all))
	touched := make([]bool, len(all))
	starts := make([]int, len(all)+1)
	for i, s := range all {
		starts[i+1] = starts[i] + len(s.data)
	}
	next := 0 // the first span that is not behind
	literal := func(from, to int) {
		for next < len(all) && starts[next+1] <= from {
			next++
		}
		for i := next; i < len(all) && starts[i] < to; i++ {
			if lo, hi := max(from, starts[i]), min(to, starts[i+1]); lo < hi {
				written[i].WriteString(strings.ReplaceAll(text[lo:hi], "\n", " "))
			}
		}
	}
	from := 0
	for n, p := range at {
		if err := b.time(); err != nil {
			return err
		}
		literal(from, p.start)
		first := -1
		for i := next; i < len(all) && starts[i] < p.end; i++ {
			if p.start < starts[i+1] {
				touched[i] = true
				if first < 0 {
					first = i
				}
			}
		}
		written[first].WriteString(letters.Clean(texts[n]))
		from = p.end
	}
	literal(from, len(text))
	for i, s := range all {
		if err := b.time(); err != nil {
			return err
		}
		if touched[i] && s.text != nil {
			s.write(written[i].String())
		}
	}
	return nil
}

// write puts a text in the place of the span's own.
func (s span) write(text string) {
	i := slices.IndexFunc(s.run.Child, func(t etree.Token) bool { return t == etree.Token(s.text) })
	s.run.Child = slices.Concat(s.run.Child[:i:i], textTokens(text), s.run.Child[i+1:])
}

// textTokens makes the contents of a run: texts, breaks and tabs.
func textTokens(text string) (tokens []etree.Token) {
	for text != "" {
		end := strings.IndexAny(text, "\n\t")
		if end < 0 {
			end = len(text)
		}
		if end > 0 {
			t := etree.NewElement("w:t")
			t.CreateAttr("xml:space", "preserve")
			t.SetText(text[:end])
			tokens = append(tokens, t)
		}
		if end == len(text) {
			return tokens
		}
		tag := "w:br"
		if text[end] == '\t' {
			tag = "w:tab"
		}
		tokens = append(tokens, etree.NewElement(tag))
		text = text[end+1:]
	}
	return tokens
}
