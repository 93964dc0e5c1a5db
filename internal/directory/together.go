package directory

import (
	"strings"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// compareRows checks what no row can know of itself: codes that come twice,
// and successors.
func (rd *reader) compareRows(rows []row, units []report.Unit, current report.Directory) {
	first := map[string]int{}
	after := map[string]report.Unit{} // the directory as it would be, by folded code
	for _, u := range current.Units() {
		after[strings.ToLower(u.Code)] = u
	}
	for i, u := range units {
		code := strings.ToLower(u.Code)
		if at, twice := first[code]; twice && code != "" {
			rd.say(false, rows[i], colCode, texts.CodeTwice(u.Code, rows[at].number))
			continue
		}
		first[code], after[code] = i, u
	}
	for i, u := range units {
		rd.successor(rows[i], &units[i], u, after)
	}
}

// successor checks that the unit which goes on is there, and that following
// successors ends. A code in other letters is written as the unit has it.
func (rd *reader) successor(r row, to *report.Unit, u report.Unit, after map[string]report.Unit) {
	if u.Successor == "" {
		return
	}
	next, ok := after[strings.ToLower(u.Successor)]
	if !ok {
		rd.say(false, r, colSuccessor, texts.SuccessorUnknown(u.Successor))
		return
	}
	to.Successor = next.Code
	path := []string{u.Code, next.Code}
	for seen := map[string]bool{strings.ToLower(u.Code): true}; ; {
		if seen[strings.ToLower(next.Code)] {
			rd.say(false, r, colSuccessor, texts.SuccessorCycle(path))
			return
		}
		seen[strings.ToLower(next.Code)] = true
		if next, ok = after[strings.ToLower(next.Successor)]; !ok || next.Code == "" {
			return
		}
		path = append(path, next.Code)
	}
}
