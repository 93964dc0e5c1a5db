package word

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/beevik/etree"
)

// What a file can be that is no template, although it is one of Word.
var (
	ErrMacros  = errors.New("carries macros")
	ErrStrict  = errors.New("is Strict Open XML")
	ErrForeign = errors.New("is not in the form in which Word saves a .docx")
)

// A Fault is what is wrong with a tag.
type Fault string

// The faults that keep a document from being filled.
const (
	Unknown    Fault = "no value has this name"
	Outside    Fault = "only items of a list have this name"
	Misused    Fault = "the value is of another kind than the tag"
	Unclosed   Fault = "the block has no end"
	Unopened   Fault = "the block has no beginning"
	Apart      Fault = "the block's beginning and end are not beside each other"
	Cells      Fault = "the block's beginning and end are in different cells"
	Controlled Fault = "a content control holds only one end of the block"
	Swapped    Fault = "the block's end stands before its beginning"
	NotAlone   Fault = "has to stand alone in its paragraph"
	Malformed  Fault = "braces that make no tag"
)

// The faults with which a document is made, but not as it was meant.
const (
	Doubtful  Fault = "would be printed as it stands"
	Tracked   Fault = "tracked changes"
	Commented Fault = "comments of those who wrote it"
	Protected Fault = "protected from being changed"
	Unfilled  Fault = "stands where nothing is filled"
	Updated   Fault = "stands in a field, which Word works out anew"
	Bound     Fault = "stands in a content control that Word fills from the file's properties"
)

// A Part is where in a document something stands.
type Part string

// The parts.
const (
	Body        Part = "body"
	Header      Part = "header"
	FirstHeader Part = "header of the first page"
	EvenHeader  Part = "header of even pages"
	Footer      Part = "footer"
	FirstFooter Part = "footer of the first page"
	EvenFooter  Part = "footer of even pages"
	Footnotes   Part = "footnotes"
	Endnotes    Part = "endnotes"
	Comments    Part = "comments"
	Diagram     Part = "SmartArt"
	Chart       Part = "chart"
)

// A Room is what in a part something stands in.
type Room string

// The rooms.
const (
	Cell    Room = "cell of a table"
	Box     Room = "text box"
	Control Room = "content control"
)

// A Problem is a tag that cannot be filled, with the place where it stands.
type Problem struct {
	Fault   Fault
	Tag     string   // as written
	Name    string   // as written, or as meant
	Instead string   // what to write; "" if that is not known
	Lists   []string // Outside: whose items have the name
	Part    Part
	Room    Room   // the innermost; "" outside of any
	Where   string // the text around it

	kind Kind           // as written, or as meant
	cell *etree.Element // of a table; nil outside of any
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

// warns reports whether a document is made nevertheless.
func (p Problem) warns() bool {
	switch p.Fault {
	case Doubtful, Tracked, Commented, Protected, Unfilled, Updated, Bound:
		return true
	}
	return false
}

// ofBlock reports whether a problem is about one end of a block.
func (p Problem) ofBlock() bool {
	switch p.Fault {
	case Unclosed, Unopened:
		return true
	case NotAlone, Malformed, Doubtful:
		return p.kind != Plain
	case Misused:
		return p.kind == Plain
	}
	return false
}

// settle makes one problem of those that have one cause: the two ends of a block that
// do not find each other, and the names inside it, which mean nothing where the block
// is not known to be one. Excused are those names.
func settle(found Problems, excused map[string]bool) (problems, warnings Problems) {
	var kept, told Problems
	open := map[string]int{} // problems of the one end of a block whose other may come
	for _, p := range found {
		if p.ofItem() && excused[p.Name] || p.Room == Box && slices.ContainsFunc(told, p.same) {
			continue
		}
		told = append(told, p)
		if p.ofBlock() {
			key := string(p.Part) + "/" + p.Name
			if i, ok := open[key]; ok {
				if both, ok := together(kept[i], p); ok {
					kept[i] = both
					delete(open, key)
					continue
				}
			}
			open[key] = len(kept)
		}
		kept = append(kept, p)
	}
	problems, warnings = split(kept)
	if real, _ := split(found); len(problems) == 0 && len(real) > 0 {
		return real, warnings // whatever they are: no document can be made
	}
	return problems, warnings
}

// ofItem reports whether a problem may only be that an item's value was asked for
// outside of the list, where nothing has the name, or something else.
func (p Problem) ofItem() bool {
	return p.Fault == Unknown || p.Fault == Outside || p.Fault == Misused && p.kind == Plain
}

// same reports whether another problem says the same: a text box is there twice, for
// new and old versions of Word.
func (p Problem) same(other Problem) bool {
	return p.Fault == other.Fault && p.Tag == other.Tag && p.Part == other.Part && p.Where == other.Where
}

func split(all Problems) (problems, warnings Problems) {
	for _, p := range all {
		if p.warns() {
			warnings = append(warnings, p)
		} else {
			problems = append(problems, p)
		}
	}
	return problems, warnings
}

// together makes one problem of two about the ends of a block, a before b.
func together(a, b Problem) (both Problem, ok bool) {
	lost := func(p Problem) bool { return p.Fault == Unclosed || p.Fault == Unopened }
	switch {
	case lost(a) && lost(b) && a.kind != End && b.kind != End: // the second should have been the end
		b.Fault, b.Instead = Misused, End.written(b.Name)
		return b, true
	case lost(a) && lost(b) && a.kind == End && b.kind == End:
		return a, false
	case lost(a) && lost(b) && a.kind == End:
		a.Fault = Swapped
		return a, true
	case lost(a) && lost(b):
		a.Fault = apart(a.Room, b.Room)
		return a, true
	case lost(a):
		both = b
		if b.kind == Plain {
			both.Instead = End.written(b.Name)
		}
	default:
		both = a
	}
	if both.Fault == NotAlone && a.cell != b.cell {
		both.Fault = Cells // as other programs repeat a row
	}
	if both.Fault == Doubtful { // its other end keeps the document from being made
		both.Fault = Malformed
	}
	return both, true
}

// apart is why two ends of a block do not find each other.
func apart(a, b Room) Fault {
	switch {
	case a == Cell && b == Cell:
		return Cells
	case a == b:
		return Apart
	case a == Control || b == Control:
		return Controlled
	case a == Cell || b == Cell:
		return Cells
	}
	return Apart
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
