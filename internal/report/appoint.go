package report

// Who decides who holds a post. A code lets somebody in only while whoever made
// it may appoint to that post, so this is asked twice: when a code is made, and
// when it is used.

// MayAppoint reports whether the member may let somebody into a post. The
// agency decides about units and blocks, the admin about the agency; a head and
// the đầu mối chính about the focal points of their unit; a dự phòng only about
// who comes into the own place, never about the chính.
func (m Member) MayAppoint(p Post) bool {
	switch p.Role {
	case Focal:
		return m.Agency() || m.Heads(p.Unit) || m.Leads(p.Unit) || p.Deputy && m.Serves(p.Unit)
	case Head, BlockHead:
		return m.Agency()
	}
	return m.Holds(Admin)
}

// MayRemove reports whether the member may end somebody else's post: the agency
// any of a unit or block, the admin any of the agency, a head the focal points.
func (m Member) MayRemove(p Post) bool {
	return m.MayAppoint(p) && (p.Role != Focal || m.Agency() || m.Heads(p.Unit))
}

// Heads reports whether the member is the head (thủ trưởng) of the unit.
func (m Member) Heads(unit string) bool { return m.holdsAt(Head, unit, false) }

// Leads reports whether the member is the đầu mối chính of the unit.
func (m Member) Leads(unit string) bool { return m.holdsAt(Focal, unit, false) }

func (m Member) holdsAt(role Role, unit string, deputy bool) bool {
	for _, p := range m.Posts {
		if p.Role == role && p.Unit == unit && p.Deputy == deputy && unit != "" {
			return true
		}
	}
	return false
}

// SamePlace reports whether two posts are the same but for chính and dự phòng,
// and for when they began.
func (p Post) SamePlace(q Post) bool {
	return p.Role == q.Role && p.Unit == q.Unit && p.Block == q.Block
}
