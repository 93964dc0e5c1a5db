package form

import (
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// A Paste is a text as the labelled template understands it.
type Paste struct {
	Labels int // how many labels were met

	text   string            // all of it
	around []string          // what stood around the content of a letter
	fields map[string]string // question -> what was written for it
	rest   string            // what stands under no known label
	// nameLabel is the label under which the name stands, folded: it may tell
	// what is introduced.
	nameLabel string
}

// ReadPaste reads lines such as "Họ tên: …", in any order, with or without
// diacritics, bullets and numbers, with ":", "-" or a tab after the label, several
// on one line, and values that go on for several lines. What stands around the
// content of a letter is left out.
func ReadPaste(text string) Paste {
	p := Paste{text: Clean(text), fields: map[string]string{}}
	var lines []string
	for line := range strings.SplitSeq(strings.TrimSpace(letters.Clean(text)), "\n") {
		lines = append(lines, fieldLines(line)...)
	}
	lines, p.around = Body(lines)
	var rest []string
	open := "" // question whose value goes on
	for _, raw := range lines {
		raw = Clean(raw)
		key, value, kind := p.label(raw)
		switch {
		case kind == knownLabel && p.fields[key] != "" && !longFields[key]:
			rest, open = append(rest, raw), "" // said already
		case kind == knownLabel:
			p.Labels++
			p.add(key, withoutLeaders(value))
			open = key
		case kind == otherLabel, open == "" || !p.goesOn(open):
			rest, open = append(rest, raw), ""
		default:
			p.add(open, raw)
		}
	}
	p.rest = strings.TrimSpace(strings.Join(rest, "\n"))
	return p
}

// label cuts the label off a line, and keeps that of the name.
func (p *Paste) label(line string) (key, value string, kind labelKind) {
	bare := unnumbered(line)
	key, value, kind = splitLabel(bare)
	if kind != knownLabel {
		if head, ok := heads(line); ok {
			key, value, kind = head, "", knownLabel
		}
	}
	if kind == knownLabel && key == "name" && p.nameLabel == "" {
		p.nameLabel = letters.Fold(bare[:len(bare)-len(value)])
	}
	return key, value, kind
}

func (p Paste) add(key, value string) {
	p.fields[key] = strings.TrimSpace(p.fields[key] + "\n" + value)
}

// goesOn reports whether a line without a label belongs to the value above:
// to a text it does, to a name or a year only if they are still empty.
func (p Paste) goesOn(key string) bool { return longFields[key] || p.fields[key] == "" }

type labelKind int

const (
	noLabel labelKind = iota
	knownLabel
	otherLabel // a label of something that is not asked
)

// splitLabel cuts the label off a line.
func splitLabel(line string) (key, value string, kind labelKind) {
	label, value, ok := strings.Cut(strings.ReplaceAll(line, "：", ":"), ":")
	if ok {
		if key := texts.FieldOf(label); key != "" {
			return key, strings.TrimSpace(value), knownLabel
		}
		if length(label) <= 25 && len(strings.Fields(label)) <= 4 && label != "" {
			return "", "", otherLabel
		}
	}
	for _, dash := range []string{" - ", " – ", " — ", "- ", "-", "–"} {
		label, value, ok := strings.Cut(line, dash)
		if !ok {
			continue
		}
		if key := texts.FieldOf(label); key != "" {
			return key, strings.TrimSpace(value), knownLabel
		}
	}
	return "", "", noLabel
}
