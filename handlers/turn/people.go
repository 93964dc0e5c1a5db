package turn

import (
	"slices"

	"guongsang/internal/report"
)

// PeopleOf lists the focal points and heads of a unit, chính first.
func (t *Reading) PeopleOf(unit string) (people []Held, err error) {
	for _, role := range []report.Role{report.Focal, report.Head} {
		members, err := t.Tx.Holders(role, unit)
		if err != nil {
			return nil, err
		}
		for _, m := range members {
			for _, p := range m.Posts {
				if p.Role == role && p.Unit == unit {
					people = append(people, Held{Member: m, Post: p})
				}
			}
		}
	}
	firstFirst(people)
	return people, nil
}

// firstFirst puts chính before dự phòng and leaves the rest in order.
func firstFirst(people []Held) {
	slices.SortStableFunc(people, func(a, b Held) int {
		switch {
		case a.Post.Role != b.Post.Role || a.Post.Deputy == b.Post.Deputy:
			return 0
		case a.Post.Deputy:
			return 1
		}
		return -1
	})
}
