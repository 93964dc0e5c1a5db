package turn

import (
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// PostWords describes a post in the audit log.
func PostWords(p report.Post) string {
	words := string(p.Role)
	if p.Deputy {
		words += " deputy"
	}
	return words + " " + p.Unit + p.Block
}

// PostName names a post for people.
func (t *Reading) PostName(p report.Post) string { return texts.PostOf(p, t.NameAndCode(p.Unit)) }
