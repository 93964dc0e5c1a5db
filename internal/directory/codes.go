package directory

import (
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// alike are the known codes that differ from others by zeros only: spreadsheets
// make 1 of 001 when nobody looks.
type alike struct {
	known map[string]string // codes without such zeros -> the known code; "" if there are several
	met   []string          // what was met in the list, the first few, as a person reads it
	more  int
}

func alikeCodes(current map[string]report.Unit) alike {
	known := make(map[string]string, len(current))
	for _, u := range current {
		bare := withoutZeros(u.Code)
		if _, twice := known[bare]; twice {
			known[bare] = ""
			continue
		}
		known[bare] = u.Code
	}
	return alike{known: known}
}

var zeros = letters.Pattern(`(^|\D)0+(\d)`)

// withoutZeros is a code without zeros in front of its numbers.
func withoutZeros(code string) string { return strings.ToLower(zeros().ReplaceAllString(code, "$1$2")) }

// maxAlike is how many codes are named that are like known ones.
const maxAlike = 3

// known is the code that a unit of the list has in the directory. open is whether
// the sender has to say so: it differs by zeros from a known one.
func (rd *reader) known(code string) (known string, open bool) {
	if _, ok := rd.current[strings.ToLower(code)]; ok || code == "" {
		return code, false
	}
	known = rd.alike.known[withoutZeros(code)]
	switch {
	case known == "" || rd.answers.has(NewUnits):
		return code, false
	case rd.answers.has(KnownUnits):
		return known, false
	}
	return code, true
}

// note notes a code that is like a known one.
func (a *alike) note(code, name string, known report.Unit) {
	if len(a.met) == maxAlike {
		a.more++
		return
	}
	a.met = append(a.met, texts.CodeAlike(code, name, known))
}

// pair notes two units of the list whose codes differ by zeros only. That one of
// them is like a known code is asked for itself, and two known ones are two units.
func (rd *reader) pair(r row, u, first report.Unit, at int) {
	_, known := rd.current[strings.ToLower(u.Code)]
	_, other := rd.current[strings.ToLower(first.Code)]
	switch {
	case known && other, rd.answers.has(TwoUnits), rd.answers.has(NewUnits) && (known || other):
	case rd.answers.has(OneUnit):
		rd.say(false, r, colCode, texts.CodeTwice(u.Code, at))
	case len(rd.pairs.met) == maxAlike:
		rd.pairs.more++
	default:
		rd.pairs.met = append(rd.pairs.met, texts.CodesAlike(first, u))
	}
}

// meet is known, and notes the code and what its unit is called if the sender has
// to be asked.
func (rd *reader) meet(code, name string) (known string, open bool) {
	known, open = rd.known(code)
	if open {
		like := rd.alike.known[withoutZeros(code)]
		rd.alike.note(code, name, rd.current[strings.ToLower(like)])
	}
	return known, open
}
