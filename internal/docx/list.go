package docx

import (
	"encoding/xml"
	"strconv"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/opc"
	"guongsang/internal/vietnamese"
)

// levels is how many levels a list has in Word.
const levels = 9

// lists are the lists of a document, and how far each is counted.
type lists struct {
	kinds map[string]*kindOfList // by their ids
	of    map[string]*list       // by number: which a paragraph names
}

// A kindOfList says how levels are numbered. All lists of a kind count on, unless
// one begins anew.
type kindOfList struct {
	levels  [levels]level
	counted [levels]int // how far; 0: not begun
}

type level struct {
	start  int
	format string // decimal, lowerLetter, bullet …
	text   string // "%1.%2." with the numbers of levels
}

type list struct {
	kind   *kindOfList
	starts map[int]int // where it begins anew, by level
}

// readLists reads how lists are numbered.
func (r *reader) readLists() (lists, error) {
	l := lists{map[string]*kindOfList{}, map[string]*list{}}
	name := r.part("numbering")
	if name == "" {
		return l, nil
	}
	p := &part{reader: r, name: name}
	err := p.parse(func() error {
		return p.children(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "abstractNum":
				kind := &kindOfList{}
				l.kinds[opc.Attribute(e, "abstractNumId")] = kind
				return p.kindOfList(kind)
			case "num":
				one := &list{starts: map[int]int{}}
				l.of[opc.Attribute(e, "numId")] = one
				return p.list(l, one)
			}
			return p.skip()
		})
	})
	return l, err
}

func (p *part) kindOfList(kind *kindOfList) error {
	return p.children(func(e xml.StartElement) error {
		n := levelOf(opc.Attribute(e, "ilvl"))
		if e.Name.Local != "lvl" || n < 0 {
			return p.skip()
		}
		to := &kind.levels[n]
		to.start = 1
		return p.children(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "start":
				to.start = startOf(e)
			case "numFmt":
				to.format = value(e)
			case "lvlText":
				to.text = value(e)
			}
			return p.skip()
		})
	})
}

func (p *part) list(l lists, one *list) error {
	return p.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "abstractNumId":
			one.kind = l.kinds[value(e)]
		case "lvlOverride":
			n := levelOf(opc.Attribute(e, "ilvl"))
			return p.children(func(e xml.StartElement) error {
				if e.Name.Local == "startOverride" && n >= 0 {
					one.starts[n] = startOf(e)
				}
				return p.skip()
			})
		}
		return p.skip()
	})
}

// levelOf reads a level, from 0; -1 if there is none of that number.
func levelOf(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n >= levels {
		return -1
	}
	return n
}

// maxStart is the largest number that a list begins with.
const maxStart = 1 << 15

func startOf(e xml.StartElement) int {
	n, _ := strconv.Atoi(value(e))
	return min(max(n, 1), maxStart)
}

// next is the number of the next paragraph of a list; "" outside of lists.
func (l lists) next(id, at string) string {
	one := l.of[id]
	n := max(0, levelOf(at))
	if one == nil || one.kind == nil {
		return ""
	}
	kind := one.kind
	if start, ok := one.starts[n]; ok {
		kind.counted[n] = start
		delete(one.starts, n)
	} else if kind.counted[n] == 0 {
		kind.counted[n] = kind.levels[n].start
	} else {
		kind.counted[n]++
	}
	for deeper := n + 1; deeper < levels; deeper++ {
		kind.counted[deeper] = 0
	}
	return kind.shown(n)
}

// maxNumber is how long a number is, in bytes.
const maxNumber = 40

// shown is the number of a level as it is counted now.
func (kind *kindOfList) shown(n int) string {
	switch kind.levels[n].format {
	case "bullet":
		return "-"
	case "none":
		return ""
	}
	text := kind.levels[n].text
	for i, level := range kind.levels {
		mark := "%" + strconv.Itoa(i+1)
		if len(text) > maxNumber || !strings.Contains(text, mark) {
			continue
		}
		count := kind.counted[i]
		if count == 0 {
			count = level.start
		}
		text = strings.ReplaceAll(text, mark, format(count, level.format))
	}
	if len(text) > maxNumber {
		return ""
	}
	return letters.Line(text)
}

// format writes a number of a list.
func format(n int, kind string) string {
	switch kind {
	case "lowerLetter":
		return strings.ToLower(letter(n))
	case "upperLetter":
		return letter(n)
	case "lowerRoman":
		return strings.ToLower(vietnamese.Roman(n))
	case "upperRoman":
		return vietnamese.Roman(n)
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	}
	return strconv.Itoa(n)
}

// letter is A to Z, then AA, BB and so on, as Word counts.
func letter(n int) string {
	const most = 4 * 26
	if n < 1 || n > most {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('A'+(n-1)%26)), (n-1)/26+1)
}
