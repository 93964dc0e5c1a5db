package handlers

import (
	"fmt"
	"slices"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// endPost ends a post; who holds no other is no member any more. Messages that
// wait for this person are dropped by their guards.
func (t *turn) endPost(m report.Member, p report.Post) error {
	var err error
	m.Posts = slices.DeleteFunc(slices.Clone(m.Posts), func(q report.Post) bool { return samePlace(p, q) })
	if len(m.Posts) > 0 {
		err = t.tx.PutMember(m)
	} else {
		err = t.tx.DeleteMember(m.ID)
	}
	if err != nil {
		return err
	}
	if m.ID == t.member.ID {
		t.member = m
	}
	if err := t.tx.Audit(t.member.ID, "post ended", fmt.Sprintf("%d %s", m.ID, postWords(p))); err != nil {
		return err
	}
	return t.warnUnconnected(p)
}

// warnUnconnected tells the agency when a unit has no focal point left.
func (t *turn) warnUnconnected(p report.Post) error {
	if p.Role != report.Focal {
		return nil
	}
	left, err := t.tx.Holders(report.Focal, p.Unit)
	if err != nil || len(left) > 0 {
		return err
	}
	officers, err := t.agency()
	for _, o := range officers {
		m := chat.Message{Text: texts.NoFocalLeft(t.nameAndCode(p.Unit)), Buttons: column(button(texts.LabelInvite, verbPick, pickToInvite, p.Unit))}
		if err := t.tell(o.ID, m); err != nil {
			return err
		}
	}
	return err
}
