package enrol

import (
	"time"

	"guongsang/handlers/turn"
	"guongsang/internal/invite"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// SecondPress is for how long asking again for the same invite is taken for a
// double tap.
const SecondPress = 20 * time.Second

// Issue makes an invite; the unused ones for the same post are revoked. Not ok
// means that it was made a moment ago, and that this was answered.
func Issue(t *turn.Turn, p report.Post) (code string, i report.Invite, ok bool, err error) {
	open, err := openInvites(t, p)
	if err != nil {
		return "", i, false, err
	}
	for _, old := range open {
		if old.By == t.Member.ID && t.Tx.Now.Before(old.Made.Add(SecondPress)) {
			return "", i, false, t.Toast(texts.InviteJustMade())
		}
	}
	if err := revokeOpen(t, p); err != nil {
		return "", i, false, err
	}
	code, i = invite.Issue(p, t.Member.ID, t.Tx.Now)
	if err := t.Tx.PutInvite(i); err != nil {
		return "", i, false, err
	}
	return code, i, true, t.Tx.Audit(t.Member.ID, "invite made", i.Hint+" "+turn.PostWords(p))
}

// revokeOpen takes back the invites for a post that nobody has used.
func revokeOpen(t *turn.Turn, p report.Post) error {
	open, err := openInvites(t, p)
	if err != nil {
		return err
	}
	for _, i := range open {
		i.Revoked = t.Tx.Now
		if err := t.Tx.PutInvite(i); err != nil {
			return err
		}
	}
	return nil
}

// openInvites lists the invites for a post that can still be used.
func openInvites(t *turn.Turn, p report.Post) (open []report.Invite, err error) {
	all, err := t.Tx.Invites()
	for _, i := range all {
		if i.Open(t.Tx.Now) && i.Post.SamePlace(p) && i.Post.Deputy == p.Deputy {
			open = append(open, i)
		}
	}
	return open, err
}
