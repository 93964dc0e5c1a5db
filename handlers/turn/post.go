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

// Governs reports whether this member of the agency decides who holds a post.
func (t *Turn) Governs(p report.Post) bool {
	switch p.Role {
	case report.Focal, report.Head, report.BlockHead:
		return t.Member.Agency()
	}
	return t.Member.Holds(report.Admin)
}

// MayRemove reports whether this member may end a post: the agency any of a
// unit or block, the admin any of the agency, the head the focal points.
func (t *Turn) MayRemove(p report.Post) bool {
	if t.Member.Agency() {
		return t.Governs(p)
	}
	return p.Role == report.Focal && slices.Contains(t.Headed(), p.Unit)
}
