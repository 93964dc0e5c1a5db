package handlers

import (
	"guongsang/internal/report"
	"guongsang/storage"
)

// enter uses up an invite: the account becomes a member, or gets one more
// post. The transaction sees to it that one code lets in one account.
func (t *turn) enter(i report.Invite) error {
	i.Used, i.UsedBy = t.tx.Now, t.member.ID
	if err := t.tx.PutInvite(i); err != nil {
		return err
	}
	fresh := len(t.member.Posts) == 0
	t.member.Name = t.ev.From.Name
	t.member.Posts = withPost(t.member.Posts, i.Post, t.tx)
	if err := t.tx.PutMember(t.member); err != nil {
		return err
	}
	if err := t.tx.PutTries(t.member.ID, storage.Tries{}); err != nil {
		return err
	}
	if err := t.tx.Audit(t.member.ID, "invite used", i.Hint+" "+postWords(i.Post)); err != nil {
		return err
	}
	if err := t.makeRoom(i.Post); err != nil {
		return err
	}
	if err := t.tellInviter(i); err != nil {
		return err
	}
	return t.welcome(i.Post, fresh)
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
