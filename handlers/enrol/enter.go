package enrol

import (
	"guongsang/handlers/turn"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// enter uses up an invite: the account becomes a member, or gets one more
// post. The transaction sees to it that one code lets in one account.
func enter(t *turn.Turn, i report.Invite, tries records.Tries) error {
	i.Used, i.UsedBy = t.Tx.Now, t.Member.ID
	if err := t.Tx.PutInvite(i); err != nil {
		return err
	}
	before, fresh := t.Member, len(t.Member.Posts) == 0
	if !t.Member.Named {
		t.Member.Name = texts.AccountName(t.Event.From.Name, t.Member.ID)
	}
	t.Member.Posts = withPost(t.Member.Posts, i.Post, t.Tx)
	if err := t.Tx.PutMember(t.Member); err != nil {
		return err
	}
	if err := t.Tx.PutTries(t.Member.ID, records.Tries{Out: tries.Out}); err != nil {
		return err
	}
	if err := t.Tx.Audit(t.Member.ID, report.InviteUsed, i.Ref().With(report.Changed(before, t.Member)...)); err != nil {
		return err
	}
	if err := makeRoom(t, i.Post); err != nil {
		return err
	}
	if err := tellInviter(t, i); err != nil {
		return err
	}
	if err := welcome(t, i.Post, fresh); err != nil {
		return err
	}
	return offerDrafts(t, i.Post)
}

// withPost adds a post; one for the same place is replaced, so that a deputy
// can become the first focal point.
func withPost(posts []report.Post, p report.Post, tx *storage.Tx) []report.Post {
	p.Since = tx.Now
	var kept []report.Post
	for _, old := range posts {
		if !old.SamePlace(p) {
			kept = append(kept, old)
		}
	}
	return append(kept, p)
}
