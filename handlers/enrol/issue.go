package enrol

import (
	"slices"
	"time"

	"guongsang/handlers/turn"
	"guongsang/internal/invite"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// SecondPress is for how long asking again for the same invite is taken for a
// double tap.
const SecondPress = 20 * time.Second

// Issue makes an invite; of the unused ones for the same post, those are revoked
// that are the maker's own or the maker has a say over: a dự phòng who hands
// over takes back no officer's. Not ok means that it was made a moment ago, and
// that this was answered.
func Issue(t *turn.Turn, p report.Post) (code string, i report.Invite, ok bool, err error) {
	open, err := t.Tx.OpenInvitesTo(p)
	if err != nil {
		return "", i, false, err
	}
	for _, old := range open {
		if old.By == t.Member.ID && t.Lately(old.Made, SecondPress) {
			return "", i, false, t.Toast(texts.InviteJustMade())
		}
	}
	open = slices.DeleteFunc(open, func(old report.Invite) bool { return old.By != t.Member.ID && !t.Member.MayRemove(p) })
	if err := revoke(t, open); err != nil {
		return "", i, false, err
	}
	code, i = invite.Issue(p, t.Member.ID, t.Tx.Now)
	if err := t.Tx.PutInvite(i); err != nil {
		return "", i, false, err
	}
	return code, i, true, t.Tx.Audit(t.Member.ID, report.InviteMade, i.Ref())
}

// revoke takes invites back.
func revoke(t *turn.Turn, invites []report.Invite) error {
	for _, i := range invites {
		i.Revoked = t.Tx.Now
		if err := t.Tx.PutInvite(i); err != nil {
			return err
		}
		if err := t.Tx.Audit(t.Member.ID, report.InviteRevoked, i.Ref()); err != nil {
			return err
		}
	}
	return nil
}
