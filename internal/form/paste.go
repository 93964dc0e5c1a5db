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
	fields map[string]string // question -> what was written for it
	rest   string            // what stands under no known label
	// nameLabel is the label under which the name stands, folded: it may tell
	// what is introduced.
	nameLabel string
}

// ReadPaste reads lines such as "Họ tên: …", in any order, with or without
// diacritics, bullets and numbers, with ":" or "-" after the label, and
// values that go on for several lines.
func ReadPaste(text string) Paste { return readPaste(Clean(text)) }

// readPaste is ReadPaste of a clean text.
func readPaste(text string) Paste {
	p := Paste{text: text, fields: map[string]string{}}
	var rest []string
	open := "" // question whose value goes on
	for raw := range strings.SplitSeq(text, "\n") {
		bare := strings.TrimSpace(strings.TrimLeft(raw, " \t-–—*•·+▪►✓0123456789.)"))
		key, value, kind := splitLabel(bare)
		switch {
		case kind == knownLabel:
			p.Labels++
			if key == "name" {
				p.nameLabel = letters.Fold(bare[:len(bare)-len(value)])
			}
			p.add(key, value)
			open = key
		case kind == otherLabel, open == "" || !p.goesOn(open):
			rest, open = append(rest, strings.TrimSpace(raw)), ""
		default:
			p.add(open, strings.TrimSpace(raw))
		}
	}
	p.rest = strings.TrimSpace(strings.Join(rest, "\n"))
	return p
}

func (p Paste) add(key, value string) {
	p.fields[key] = strings.TrimSpace(p.fields[key] + "\n" + value)
}

// goesOn reports whether a line without a label belongs to the value above:
// to a text it does, to a name or a year only if they are still empty.
func (p Paste) goesOn(key string) bool {
	switch key {
	case "summary", "results", "spread", "honoured":
		return true
	}
	return p.fields[key] == ""
}

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
