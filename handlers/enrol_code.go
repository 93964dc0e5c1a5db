package handlers

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"guongsang/internal/chat"
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

// startCode lets a member present another invite code.
func (t *turn) startCode(code string) error {
	code, ok := codeIn(code)
	if !ok {
		return t.menu()
	}
	i, err := t.tx.Invite(invite.Hash(code))
	if err == nil && i.UsedBy == t.member.ID {
		return t.menu() // the link through which the member came, pressed again
	}
	if err := t.present(t.tx, t.ev, t.member, code); err != nil {
		return err
	}
	// The member may have got in somewhere and been shown the menu there.
	t.talk, err = t.tx.Talk(t.member.ID)
	return err
}

// present looks at a code that an account presents, and lets it in if the
// code is right. All refusals read the same.
func (d *Desk) present(tx *storage.Tx, ev chat.Event, m report.Member, code string) error {
	tries, err := tx.Tries(m.ID)
	if err != nil {
		return err
	}
	if tx.Now.Before(tries.Locked) {
		return d.answer(tx, m.ID, d.Office.LockedOut(tries.Locked))
	}
	i, err := tx.Invite(invite.Hash(code))
	if err != nil && !errors.Is(err, storage.ErrNotFound) {
		return err
	}
	if err != nil || !i.Open(tx.Now) || !placeExists(tx, i.Post) {
		return d.refuseCode(tx, m.ID, tries)
	}
	return d.enter(tx, ev, m, i)
}

// placeExists reports whether the place of the post still exists.
func placeExists(tx *storage.Tx, p report.Post) bool {
	if p.Unit == "" {
		return true
	}
	_, err := tx.Unit(p.Unit)
	return err == nil
}

func (d *Desk) refuseCode(tx *storage.Tx, account int64, tries storage.Tries) error {
	tries.Wrong = slices.DeleteFunc(tries.Wrong, func(at time.Time) bool { return !tx.Now.Before(at.Add(lockTime)) })
	tries.Wrong = append(tries.Wrong, tx.Now)
	left := maxWrong - len(tries.Wrong)
	if left > 0 {
		if err := tx.PutTries(account, tries); err != nil {
			return err
		}
		return d.answer(tx, account, texts.WrongCode(left))
	}
	return d.lockOut(tx, account, tries)
}

func (d *Desk) lockOut(tx *storage.Tx, account int64, tries storage.Tries) error {
	tries.Wrong, tries.Locked = nil, tx.Now.Add(lockTime)
	if err := tx.PutTries(account, tries); err != nil {
		return err
	}
	d.Log.Warn("account locked out after wrong invite codes", "account", account)
	if err := tx.Audit(account, "locked out after wrong invite codes", fmt.Sprint(account)); err != nil {
		return err
	}
	admins, err := tx.Holders(report.Admin, "")
	if err != nil {
		return err
	}
	for _, a := range admins {
		if err := d.answer(tx, a.ID, d.Office.LockedOutAlarm(account, tries.Locked)); err != nil {
			return err
		}
	}
	return d.answer(tx, account, d.Office.LockedOut(tries.Locked))
}

// answer says one thing to one account, member or not.
func (d *Desk) answer(tx *storage.Tx, account int64, text string) error {
	_, err := tx.Put(storage.Row{Chat: account, Message: chat.Message{Text: text}})
	return err
}
