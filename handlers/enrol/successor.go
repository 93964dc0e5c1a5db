package enrol

import (
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
)

// makeRoom turns the focal point who was there first into the deputy: a unit
// has one đầu mối chính. Codes for the post that are still about were meant for
// the time before: whoever made them has not agreed that this one goes.
func makeRoom(t *turn.Turn, p report.Post) error {
	if p.Role != report.Focal || p.Deputy {
		return nil
	}
	open, err := t.Tx.OpenInvitesTo(p)
	if err != nil {
		return err
	}
	if err := revoke(t, open); err != nil {
		return err
	}
	others, err := t.Tx.Holders(report.Focal, p.Unit)
	if err != nil {
		return err
	}
	for _, m := range others {
		if m.ID == t.Member.ID || !makeDeputy(&m, p.Unit) {
			continue
		}
		if err := t.Tx.PutMember(m); err != nil {
			return err
		}
		if err := t.RevokeInvites(m.ID); err != nil {
			return err
		}
		if err := t.Tx.Audit(t.Member.ID, report.BecameDeputy, report.Ref{Member: m.ID, Unit: p.Unit}); err != nil {
			return err
		}
		if err := leaveDrafts(t, m, p.Unit); err != nil {
			return err
		}
		if err := t.Tell(m, turn.Focal, p.Unit, chat.Message{Text: t.Office.NowDeputy(t.Member.Name, t.NameAndCode(p.Unit))}); err != nil {
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
