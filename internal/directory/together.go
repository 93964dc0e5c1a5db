package directory

import (
	"strings"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// compareRows checks what no row can know of itself: codes that come twice,
// and successors.
func (rd *reader) compareRows(rows []row, units []report.Unit) error {
	first := map[string]int{}
	bare := map[string]int{}                                // by code without zeros in front of its numbers
	after := make(map[string]*report.Unit, len(rd.current)) // the directory as it would be, by folded code
	for code, u := range rd.current {
		after[code] = &u
	}
	for i, u := range units {
		code := strings.ToLower(u.Code)
		if at, twice := first[code]; twice && code != "" {
			rd.say(false, rows[i], colCode, texts.CodeTwice(u.Code, rows[at].number))
			continue
		}
		if at, like := bare[withoutZeros(code)]; like && code != "" {
			rd.pair(rows[i], u, units[at], rows[at].number)
		} else {
			bare[withoutZeros(code)] = i
		}
		first[code], after[code] = i, &units[i]
	}
	chains := &chains{after: after, ended: map[string]bool{}}
	for i := range units {
		if err := rd.successor(chains, rows[i], &units[i]); err != nil {
			return err
		}
	}
	return nil
}

// chains are the units by folded code, and those from which following
// successors is known to end.
type chains struct {
	after map[string]*report.Unit
	ended map[string]bool
}

// maxPath is how many units of a circle are named.
const maxPath = 10

// successor checks that the units which go on are there, and that following
// successors ends. A code in other letters is written as the unit has it.
func (rd *reader) successor(c *chains, r row, u *report.Unit) error {
	heirs := u.Heirs()
	u.Others = nil
	for i, code := range heirs {
		next, ok := c.after[strings.ToLower(code)]
		if !ok {
			known, open := rd.meet(code, "")
			if open {
				return nil
			}
			next, ok = c.after[strings.ToLower(known)]
		}
		if !ok {
			rd.say(false, r, colSuccessor, texts.SuccessorUnknown(code))
			return nil
		}
		if i == 0 {
			u.Successor = next.Code
		} else {
			u.Others = append(u.Others, next.Code)
		}
		if err := rd.follow(c, r, u.Code, next); err != nil {
			return err
		}
	}
	return nil
}

// follow checks that following successors from a unit on ends.
func (rd *reader) follow(c *chains, r row, from string, next *report.Unit) error {
	path := []string{from, next.Code}
	seen := map[string]bool{strings.ToLower(from): true}
	for ok := true; ; {
		if err := rd.budget.time(); err != nil {
			return err
		}
		code := strings.ToLower(next.Code)
		if seen[code] {
			rd.say(false, r, colSuccessor, texts.SuccessorCycle(path))
			return nil
		}
		seen[code] = true
		if next, ok = c.after[strings.ToLower(next.Successor)]; !ok || next.Code == "" || c.ended[code] {
			for code := range seen {
				c.ended[code] = true
			}
			return nil
		}
		if len(path) < maxPath {
			path = append(path, next.Code)
		}
	}
}
