package scheduler

import (
	"time"

	"guongsang/internal/report"
)

// A seat is a member in one post.
type seat struct {
	member *report.Member
	post   *report.Post
}

// People are those who can be reached, by what they answer for.
type People struct {
	from   []report.Member
	focal  map[string][]seat // unit -> chính
	deputy map[string][]seat // unit -> dự phòng
	head   map[string][]seat // unit -> head
	block  map[string][]seat // block -> block head
	agency []seat            // officers
	admins []seat
	byID   map[int64]*report.Member
}

// PeopleOf sorts the members into seats; who cannot be reached has none. The
// list is kept and must not change.
func PeopleOf(members []report.Member) *People {
	p := &People{
		from: members, focal: make(map[string][]seat, len(members)), deputy: map[string][]seat{}, head: map[string][]seat{},
		block: map[string][]seat{}, byID: make(map[int64]*report.Member, len(members)),
	}
	for i := range members {
		m := &members[i]
		if !m.Reachable() {
			continue
		}
		p.byID[m.ID] = m
		for j := range m.Posts {
			p.seat(seat{m, &m.Posts[j]})
		}
	}
	return p
}

// isOf reports whether these are the people of that very list: the store gives
// the same one as long as nobody changes.
func (p *People) isOf(members []report.Member) bool {
	return p != nil && len(members) > 0 && len(p.from) == len(members) && &p.from[0] == &members[0]
}

func (p *People) seat(s seat) {
	switch {
	case s.post.Role == report.Focal && s.post.Deputy:
		p.deputy[s.post.Unit] = append(p.deputy[s.post.Unit], s)
	case s.post.Role == report.Focal:
		p.focal[s.post.Unit] = append(p.focal[s.post.Unit], s)
	case s.post.Role == report.Head:
		p.head[s.post.Unit] = append(p.head[s.post.Unit], s)
	case s.post.Role == report.BlockHead:
		p.block[s.post.Block] = append(p.block[s.post.Block], s)
	case s.post.Role == report.Officer:
		p.agency = append(p.agency, s)
	case s.post.Role == report.Admin:
		p.admins = append(p.admins, s)
	}
}

// audience is who hears of a stage of the unit beside its focal points.
func (p *People) audience(u *report.Unit, to Audience) []seat {
	switch to {
	case Deputy:
		return p.deputy[u.Code]
	case Head:
		return p.head[u.Code]
	case BlockHead:
		return p.block[u.Block]
	}
	return p.officers()
}

// officers are the agency's, or the admins where there are none.
func (p *People) officers() []seat {
	if len(p.agency) > 0 {
		return p.agency
	}
	return p.admins
}

// focals are the unit's chính focal points, or the dự phòng ones if none of
// those can be reached.
func (p *People) focals(unit string) []seat {
	if len(p.focal[unit]) > 0 {
		return p.focal[unit]
	}
	return p.deputy[unit]
}

// since is when the seat was taken: what came before concerns someone else.
func (s seat) since() time.Time { return s.post.Since }
