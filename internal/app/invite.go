package app

import (
	"slices"
	"strings"
	"time"

	"guongsang/internal/invite"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// FindUnit gives the code of the unit that was meant, in other letters too.
func FindUnit(d report.Directory, typed string) (string, error) {
	typed = strings.TrimSpace(typed)
	i := slices.IndexFunc(d.Units(), func(u report.Unit) bool { return strings.EqualFold(u.Code, typed) })
	if i < 0 {
		return "", OperatorError(texts.NoSuchUnit(typed, d.Len()))
	}
	return d.Units()[i].Code, nil
}

// CheckPlace finds the unit or block that was meant, in other letters too.
func CheckPlace(d report.Directory, p *report.Post) error {
	if p.Unit != "" {
		code, err := FindUnit(d, p.Unit)
		if err != nil {
			return err
		}
		p.Unit = code
	}
	if p.Block != "" {
		i := slices.IndexFunc(d.Blocks(), func(b string) bool { return letters.Fold(b) == letters.Fold(p.Block) })
		if i < 0 {
			return OperatorError(texts.NoSuchBlock(p.Block, d.Blocks()))
		}
		p.Block = d.Blocks()[i]
	}
	return nil
}

// IssueInvite makes an invite by the command line. Older ones of its own for the
// same post that nobody used are revoked.
func IssueInvite(store *storage.Store, post report.Post, now time.Time) (code string, i report.Invite, err error) {
	code, i = invite.Issue(post, 0, now)
	err = store.Update(now, func(tx *storage.Tx) error {
		open, err := tx.OpenInvitesTo(post)
		if err != nil {
			return err
		}
		for _, old := range open {
			if old.By == 0 {
				old.Revoked = now
				if err := tx.PutInvite(old); err != nil {
					return err
				}
				if err := tx.Audit(0, report.InviteRevoked, old.Ref()); err != nil {
					return err
				}
			}
		}
		if err := tx.PutInvite(i); err != nil {
			return err
		}
		return tx.Audit(0, report.InviteMade, i.Ref())
	})
	return code, i, err
}
