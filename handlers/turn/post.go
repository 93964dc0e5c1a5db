package turn

import (
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// PostName names a post for people.
func (t *Reading) PostName(p report.Post) string { return texts.PostOf(p, t.NameAndCode(p.Unit)) }
