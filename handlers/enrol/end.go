package enrol

import (
	"slices"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// EndPost ends a post; who holds no other is no member any more. What waits for
// this person is taken back, or dropped by its guard where it was told in that
// post.
func EndPost(t *turn.Turn, m report.Member, p report.Post) error {
	var err error
	m.Posts = slices.DeleteFunc(slices.Clone(m.Posts), func(q report.Post) bool { return p.SamePlace(q) })
	if len(m.Posts) > 0 {
		err = t.Tx.PutMember(m)
	} else {
		err = t.Tx.DeleteMember(m.ID)
	}
	if err != nil {
		return err
	}
	if m.ID == t.Member.ID {
		t.Member = m
	}
	of := p.Ref()
	of.Member = m.ID
	if err := t.Tx.Audit(t.Member.ID, report.PostEnded, of); err != nil {
		return err
	}
	if err := t.RevokeInvites(m.ID); err != nil {
		return err
	}
	if p.Unit != "" && !m.Represents(p.Unit) {
		if err := leaveDrafts(t, m, p.Unit); err != nil {
			return err
		}
	}
	return warnUnconnected(t, p)
}

// warnUnconnected tells the agency when a unit has no focal point left.
func warnUnconnected(t *turn.Turn, p report.Post) error {
	if p.Role != report.Focal {
		return nil
	}
	left, err := t.Tx.Holders(report.Focal, p.Unit)
	if err != nil || len(left) > 0 {
		return err
	}
	officers, err := t.Officers()
	for _, o := range officers {
		m := chat.Message{Text: texts.NoFocalLeft(t.NameAndCode(p.Unit)), Buttons: turn.Column(turn.Button(texts.LabelInvite, turn.VerbPick, turn.PickToInvite, p.Unit))}
		if err := t.Tell(o, turn.Agency, "", m); err != nil {
			return err
		}
	}
	return err
}
