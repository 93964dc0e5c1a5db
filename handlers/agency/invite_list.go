package agency

import (
	"errors"
	"slices"
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

const (
	verbListInvites turn.Verb = "invl"
	verbRevoke      turn.Verb = "invx"
)

const (
	invitesAPage = 6  // open invites shown at once
	hashInButton = 16 // letters of an invite's hash
)

// listInvites shows the invites that can still be used, each to be revoked.
func listInvites(t *turn.Reading, page int) error {
	open, err := ownInvites(t)
	if err != nil {
		return err
	}
	from, to, pages := turn.Bounds(len(open), invitesAPage, page)
	shown, err := t.Tx.InvitesOf(open[from:to])
	if err != nil {
		return err
	}
	var lines []string
	var buttons []chat.Button
	for n, i := range shown {
		lines = append(lines, t.Office.OpenInvite(n+1, i, t.PostName(i.Post)))
		buttons = append(buttons, turn.Button(texts.LabelRevoke(n+1, i.Hint), verbRevoke, i.Hash[:hashInButton]))
	}
	if len(open) == 0 {
		lines = []string{texts.NothingListed()}
	} else if pages > 1 {
		lines = append(lines, texts.PageOf(from/invitesAPage, pages))
	}
	m := chat.Message{Title: texts.OpenInvitesTitle(len(open)), Text: strings.Join(lines, "\n"), Buttons: turn.Column(buttons...)}
	m.Buttons = append(m.Buttons, digest.Pager(from/invitesAPage, pages, string(verbListInvites))...)
	return t.Show(m)
}

// ownInvites lists the open invites that this member may revoke, the oldest
// first: those to the agency itself are the admin's alone.
func ownInvites(t *turn.Reading) ([]records.OpenInvite, error) {
	open, err := t.Tx.OpenInvites()
	return slices.DeleteFunc(open, func(o records.OpenInvite) bool { return !t.Member.MayAppoint(o.Post) }), err
}

// ownInvite is an open invite that this member may revoke, by the beginning of
// its hash.
var ownInvite = turn.NewKind("hash", func(t *turn.Reading, hash string) (i report.Invite, no turn.Refusal) {
	i, err := t.Tx.InviteLike(hash)
	switch {
	case errors.Is(err, storage.ErrNotFound):
		return i, turn.Stale
	case err != nil:
		return i, turn.Failed(err)
	case len(hash) != hashInButton || !i.Open(t.Tx.Now) || !t.Member.MayAppoint(i.Post):
		return i, turn.Stale
	}
	return i, nil
})

// revokeInvite takes an invite back.
func revokeInvite(t *turn.Turn, i report.Invite) error {
	i.Revoked = t.Tx.Now
	if err := t.Tx.PutInvite(i); err != nil {
		return err
	}
	if err := t.Tx.Audit(t.Member.ID, report.InviteRevoked, i.Ref()); err != nil {
		return err
	}
	if err := t.Toast(texts.InviteRevoked(i.Hint)); err != nil {
		return err
	}
	return listInvites(&t.Reading, 0)
}
