package word

import (
	"fmt"
	"strings"
)

// A Fault is what is wrong with a tag.
type Fault string

// The faults.
const (
	Unknown   Fault = "no value has this name here"
	Misused   Fault = "the value is of another kind than the tag"
	Unclosed  Fault = "the block has no end beside it"
	Unopened  Fault = "the block has no beginning beside it"
	NotAlone  Fault = "has to stand alone in its paragraph"
	Malformed Fault = "braces that make no tag"
)

// A Problem is a tag that cannot be filled, with the place where it stands.
type Problem struct {
	Fault Fault
	Tag   string // as written
	Part  string // of the file, e.g. word/document.xml
	Where string // the text around it
}

func (p Problem) String() string {
	return fmt.Sprintf("%s: %s: %s, in %q", p.Part, p.Tag, p.Fault, p.Where)
}

// Problems are all that keeps a document from being filled.
type Problems []Problem

func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i := range p {
		lines[i] = p[i].String()
	}
	return strings.Join(lines, "\n")
}

// excerpt is the text around a place, for people to find it by.
func excerpt(s string, at int) string {
	const around = 40
	const most = 4 * (2*around + 2) // bytes of so many letters
	before, after := []rune(s[max(0, at-most):at]), []rune(s[at:min(len(s), at+most)])
	if len(before) > around {
		before = append([]rune("…"), before[len(before)-around:]...)
	}
	if len(after) > 2*around {
		after = append(after[:2*around:2*around], '…')
	}
	return strings.Join(strings.Fields(string(before)+string(after)), " ")
}
