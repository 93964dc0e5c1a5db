package handlers

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"guongsang/internal/invite"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// An account that presents maxWrong wrong codes within lockTime is locked out
// for lockTime.
const (
	maxWrong = 5
	lockTime = time.Hour
)

// present looks at a code that an account presents, and lets it in if the
// code is right. All refusals read the same. It reports whether the account is
// in by this code: now, or since it presented it before.
func (t *turn) present(code string) (in bool, err error) {
	i, err := t.tx.Invite(invite.Hash(code))
	if err != nil && !errors.Is(err, storage.ErrNotFound) {
		return false, err
	}
	known := err == nil
	if known && i.UsedBy == t.member.ID && len(t.member.Posts) > 0 {
		return true, nil // the link through which the member came, pressed again
	}
	tries, err := t.tx.Tries(t.member.ID)
	switch {
	case err != nil:
		return false, err
	case t.tx.Now.Before(tries.Locked):
		return false, t.tellAccount(t.member.ID, t.Office.LockedOut(tries.Locked))
	case !known || !i.Open(t.tx.Now) || !t.placeExists(i.Post):
		return false, t.refuseCode(tries)
	}
	return true, t.enter(i)
}

// placeExists reports whether the place of the post still exists.
func (t *turn) placeExists(p report.Post) bool {
	if p.Unit == "" {
		return true
	}
	_, err := t.tx.Unit(p.Unit)
	return err == nil
}

func (t *turn) refuseCode(tries storage.Tries) error {
	tries.Wrong = slices.DeleteFunc(tries.Wrong, func(at time.Time) bool { return !t.tx.Now.Before(at.Add(lockTime)) })
	tries.Wrong = append(tries.Wrong, t.tx.Now)
	left := maxWrong - len(tries.Wrong)
	if left > 0 {
		if err := t.tx.PutTries(t.member.ID, tries); err != nil {
			return err
		}
		return t.tellAccount(t.member.ID, texts.WrongCode(left))
	}
	return t.lockOut(tries)
}

func (t *turn) lockOut(tries storage.Tries) error {
	account := t.member.ID
	tries.Wrong, tries.Locked = nil, t.tx.Now.Add(lockTime)
	if err := t.tx.PutTries(account, tries); err != nil {
		return err
	}
	t.Log.Warn("account locked out after wrong invite codes", "account", account)
	if err := t.tx.Audit(account, "locked out after wrong invite codes", fmt.Sprint(account)); err != nil {
		return err
	}
	admins, err := t.tx.Holders(report.Admin, "")
	if err != nil {
		return err
	}
	for _, a := range admins {
		if err := t.tellAccount(a.ID, t.Office.LockedOutAlarm(account, tries.Locked)); err != nil {
			return err
		}
	}
	return t.tellAccount(account, t.Office.LockedOut(tries.Locked))
}
