package handlers

import (
	"time"

	"guongsang/internal/invite"
	"guongsang/internal/report"
)

// secondPress is for how long asking again for the same invite is taken for a
// double tap.
const secondPress = 20 * time.Second

// justMade reports whether this member asked for the same a moment ago.
func (t *turn) justMade(p report.Post) (bool, error) {
	open, err := t.openInvites(p)
	for _, i := range open {
		if i.By == t.member.ID && t.tx.Now.Before(i.Made.Add(secondPress)) {
			return true, err
		}
	}
	return false, err
}

// issue makes an invite; the unused ones for the same post are revoked.
func (t *turn) issue(p report.Post) (code string, i report.Invite, err error) {
	open, err := t.openInvites(p)
	if err != nil {
		return "", i, err
	}
	for _, old := range open {
		old.Revoked = t.tx.Now
		if err := t.tx.PutInvite(old); err != nil {
			return "", i, err
		}
	}
	code, i = invite.Issue(p, t.member.ID, t.tx.Now)
	if err := t.tx.PutInvite(i); err != nil {
		return "", i, err
	}
	return code, i, t.tx.Audit(t.member.ID, "invite made", i.Hint+" "+postWords(p))
}

// openInvites lists the invites for a post that can still be used.
func (t *turn) openInvites(p report.Post) (open []report.Invite, err error) {
	all, err := t.tx.Invites()
	for _, i := range all {
		if i.Open(t.tx.Now) && samePlace(i.Post, p) && i.Post.Deputy == p.Deputy {
			open = append(open, i)
		}
	}
	return open, err
}
