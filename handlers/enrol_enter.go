package handlers

import (
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
