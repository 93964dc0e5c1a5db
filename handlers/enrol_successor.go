package handlers

import (
	"fmt"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// makeRoom turns the focal point who was there first into the deputy: a unit
// has one đầu mối chính.
func (t *turn) makeRoom(p report.Post) error {
	if p.Role != report.Focal || p.Deputy {
		return nil
	}
	others, err := t.tx.Holders(report.Focal, p.Unit)
	if err != nil {
		return err
	}
	for _, m := range others {
		if m.ID == t.member.ID || !makeDeputy(&m, p.Unit) {
			continue
		}
		if err := t.tx.PutMember(m); err != nil {
			return err
		}
		if err := t.tx.Audit(t.member.ID, "focal point became deputy", fmt.Sprintf("%d %s", m.ID, p.Unit)); err != nil {
			return err
		}
		if err := t.tellAccount(m.ID, texts.NowDeputy(t.member.Name, t.nameAndCode(p.Unit))); err != nil {
			return err
		}
	}
	return nil
}

func makeDeputy(m *report.Member, unit string) (changed bool) {
	for i, p := range m.Posts {
		if p.Role == report.Focal && p.Unit == unit && !p.Deputy {
			m.Posts[i].Deputy, changed = true, true
		}
	}
	return changed
}
