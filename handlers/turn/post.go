package turn

import (
	"slices"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// SamePlace reports whether two posts are the same but for chính and dự phòng.
func SamePlace(a, b report.Post) bool {
	return a.Role == b.Role && a.Unit == b.Unit && a.Block == b.Block
}

// PostWords describes a post in the audit log.
func PostWords(p report.Post) string {
	words := string(p.Role)
	if p.Deputy {
		words += " deputy"
	}
	return words + " " + p.Unit + p.Block
}

// PostName names a post for people.
func (t *Turn) PostName(p report.Post) string { return texts.PostOf(p, t.NameAndCode(p.Unit)) }

// MayIssue reports whether a member may let somebody into a post: the agency
// into those of units and blocks, the admin into the agency's as well, a head
// into the focal points of the own unit; a focal point hands over the own post,
// which for a deputy is a deputy's.
func MayIssue(m report.Member, p report.Post) bool {
	switch p.Role {
	case report.Officer, report.Leader, report.Admin:
		return m.Holds(report.Admin)
	case report.Focal:
		for _, own := range m.Posts {
			hands := own.Role == report.Head || own.Role == report.Focal && (!own.Deputy || p.Deputy)
			if hands && own.Unit == p.Unit {
				return true
			}
		}
	}
	return m.Agency()
}

// MayEnd reports whether this member may end a post: the agency what it may
// let into, the head the focal points.
func (t *Turn) MayEnd(p report.Post) bool {
	if t.Member.Agency() {
		return MayIssue(t.Member, p)
	}
	return p.Role == report.Focal && slices.Contains(t.Headed(), p.Unit)
}
