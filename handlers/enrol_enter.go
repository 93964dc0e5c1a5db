package handlers

import (
	"fmt"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// enter uses up an invite: the account becomes a member, or gets one more
// post. The transaction sees to it that one code lets in one account.
func (d *Desk) enter(tx *storage.Tx, ev chat.Event, m report.Member, i report.Invite) error {
	i.Used, i.UsedBy = tx.Now, m.ID
	if err := tx.PutInvite(i); err != nil {
		return err
	}
	fresh := len(m.Posts) == 0
	m.Name = ev.From.Name
	m.Posts = withPost(m.Posts, i.Post, tx)
	if err := tx.PutMember(m); err != nil {
		return err
	}
	if err := tx.PutTries(m.ID, storage.Tries{}); err != nil {
		return err
	}
	if err := tx.Audit(m.ID, "invite used", i.Hint+" "+postWords(i.Post)); err != nil {
		return err
	}
	if err := d.makeRoom(tx, m, i.Post); err != nil {
		return err
	}
	if err := d.tellInviter(tx, m, i); err != nil {
		return err
	}
	return d.welcome(tx, ev, m, i.Post, fresh)
}

// withPost adds a post; one for the same place is replaced, so that a deputy
// can become the first focal point.
func withPost(posts []report.Post, p report.Post, tx *storage.Tx) []report.Post {
	p.Since = tx.Now
	var kept []report.Post
	for _, old := range posts {
		if !samePlace(old, p) {
			kept = append(kept, old)
		}
	}
	return append(kept, p)
}

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

// tellInviter lets those who answer for an invite see who used it.
func (d *Desk) tellInviter(tx *storage.Tx, m report.Member, i report.Invite) error {
	responsible, err := agency(tx)
	if err != nil {
		return err
	}
	maker, err := tx.Member(i.By)
	if err == nil && maker.Agency() {
		responsible = []report.Member{maker}
	} else if err == nil && maker.ID != m.ID {
		if err := d.answer(tx, maker.ID, d.Office.InviteUsedPlain(m.Name, d.postName(tx, i.Post), tx.Now)); err != nil {
			return err
		}
	}
	text := d.Office.InviteUsed(m.Name, m.ID, d.postName(tx, i.Post), tx.Now)
	for _, r := range responsible {
		if r.ID == m.ID {
			continue
		}
		row := storage.Row{Chat: r.ID, Guard: &storage.Guard{Member: r.ID}, Message: chat.Message{
			Text: text, Buttons: column(removeButton(texts.LabelRemove, m.ID, i.Post)),
		}}
		if _, err := tx.Put(row); err != nil {
			return err
		}
	}
	return nil
}

// welcome opens the conversation with who has just got in.
func (d *Desk) welcome(tx *storage.Tx, ev chat.Event, m report.Member, p report.Post, fresh bool) error {
	t := &turn{Desk: d, tx: tx, ev: ev, member: m}
	hello := chat.Message{Title: d.Office.WelcomeTitle(), Text: d.Office.Enrolled(d.postName(tx, p))}
	if !fresh {
		hello = chat.Message{Text: texts.AlsoServes(d.postName(tx, p), len(m.Units()))}
	}
	if err := t.say(hello); err != nil {
		return err
	}
	if err := t.menu(); err != nil {
		return err
	}
	return t.end()
}

// postName names a post for people.
func (d *Desk) postName(tx *storage.Tx, p report.Post) string {
	return texts.PostOf(p, unitName(tx, p.Unit))
}

// unitName names a unit with its code.
func unitName(tx *storage.Tx, code string) string {
	u, err := tx.Unit(code)
	if err != nil {
		return code
	}
	return texts.UnitName(u)
}
