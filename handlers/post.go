package handlers

import (
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// samePlace reports whether two posts are the same but for chính and dự phòng.
func samePlace(a, b report.Post) bool {
	return a.Role == b.Role && a.Unit == b.Unit && a.Block == b.Block
}

// postWords describes a post in the audit log.
func postWords(p report.Post) string {
	words := string(p.Role)
	if p.Deputy {
		words += " deputy"
	}
	return words + " " + p.Unit + p.Block
}

// postName names a post for people.
func (t *turn) postName(p report.Post) string { return texts.PostOf(p, t.nameAndCode(p.Unit)) }

// governs reports whether this member of the agency decides who holds a post.
func (t *turn) governs(p report.Post) bool {
	switch p.Role {
	case report.Focal, report.Head, report.BlockHead:
		return t.member.Agency()
	}
	return t.member.Holds(report.Admin)
}

// mayRemove reports whether this member may end a post: the agency any of a
// unit or block, the admin any of the agency, the head the focal points.
func (t *turn) mayRemove(p report.Post) bool {
	if t.member.Agency() {
		return t.governs(p)
	}
	return p.Role == report.Focal && t.heads(p.Unit)
}
