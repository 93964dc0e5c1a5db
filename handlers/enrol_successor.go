package handlers

import (
	"fmt"

	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// makeRoom turns the focal point who was there first into the deputy: a unit
// has one đầu mối chính.
func (d *Desk) makeRoom(tx *storage.Tx, newcomer report.Member, p report.Post) error {
	if p.Role != report.Focal || p.Deputy {
		return nil
	}
	others, err := tx.Holders(report.Focal, p.Unit)
	if err != nil {
		return err
	}
	for _, m := range others {
		if m.ID == newcomer.ID || !stepBack(&m, p.Unit) {
			continue
		}
		if err := tx.PutMember(m); err != nil {
			return err
		}
		if err := tx.Audit(newcomer.ID, "focal point became deputy", fmt.Sprintf("%d %s", m.ID, p.Unit)); err != nil {
			return err
		}
		if err := d.answer(tx, m.ID, texts.NowDeputy(newcomer.Name, unitName(tx, p.Unit))); err != nil {
			return err
		}
	}
	return nil
}

func stepBack(m *report.Member, unit string) (changed bool) {
	for i, p := range m.Posts {
		if p.Role == report.Focal && p.Unit == unit && !p.Deputy {
			m.Posts[i].Deputy, changed = true, true
		}
	}
	return changed
}
