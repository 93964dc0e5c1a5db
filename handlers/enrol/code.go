package enrol

import (
	"errors"
	"slices"
	"time"

	"guongsang/handlers/turn"
	"guongsang/internal/invite"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// An account that presents maxWrong wrong codes within lockTime is locked out
// for lockTime.
const (
	maxWrong = 5
	lockTime = time.Hour
)

// Present looks at a code that an account presents, and lets it in if the
// code is right. All refusals read the same. It reports whether the account is
// in by this code: now, or since it presented it before.
func Present(t *turn.Turn, code string) (in bool, err error) {
	i, err := t.Tx.Invite(invite.Hash(code))
	if err != nil && !errors.Is(err, storage.ErrNotFound) {
		return false, err
	}
	known := err == nil
	if known && i.UsedBy == t.Member.ID && len(t.Member.Posts) > 0 {
		return true, nil // the link through which the member came, pressed again
	}
	tries, err := t.Tx.Tries(t.Member.ID)
	if err != nil {
		return false, err
	}
	good := known && i.Open(t.Tx.Now) && placeExists(t, i.Post) && !shownOut(tries, i)
	if good {
		if good, err = stillIssued(t, i); err != nil {
			return false, err
		}
	}
	switch {
	case t.Lately(tries.Locked.Add(-lockTime), lockTime):
		return false, nil // which was said when it began
	case !good:
		return false, refuseCode(t, tries)
	case holdsAlready(t.Member, i.Post):
		return true, nil // the code is left to whom it was meant for
	}
	return true, enter(t, i, tries)
}

// holdsAlready reports whether a post would give a member nothing: it is held,
// or the chính is offered to be dự phòng.
func holdsAlready(m report.Member, offered report.Post) bool {
	return slices.ContainsFunc(m.Posts, func(p report.Post) bool { return p.SamePlace(offered) && (!p.Deputy || offered.Deputy) })
}

// shownOut reports whether the account was taken out of the place of an invite
// since it was made: whoever made it did not know, and has to make another.
func shownOut(tries records.Tries, i report.Invite) bool {
	return slices.ContainsFunc(tries.Out, func(p report.Post) bool { return p.SamePlace(i.Post) && !i.Made.After(p.Since) })
}

// stillIssued reports whether the maker of an invite may issue it to this day:
// who lost the post leaves no way back in. Those of the command line have no
// maker.
func stillIssued(t *turn.Turn, i report.Invite) (bool, error) {
	if i.By == 0 {
		return true, nil
	}
	maker, err := t.Tx.Member(i.By)
	if errors.Is(err, storage.ErrNotFound) {
		return false, nil
	}
	return maker.MayAppoint(i.Post), err
}

// placeExists reports whether the place of the post still exists. Units stay
// for ever, blocks are what units name.
func placeExists(t *turn.Turn, p report.Post) bool {
	switch {
	case p.Unit != "":
		_, err := t.Tx.Unit(p.Unit)
		return err == nil
	case p.Block != "":
		return slices.Contains(t.Tx.Directory().Blocks(), p.Block)
	}
	return true
}

func refuseCode(t *turn.Turn, tries records.Tries) error {
	tries.Wrong = slices.DeleteFunc(tries.Wrong, func(at time.Time) bool { return !t.Lately(at, lockTime) })
	tries.Wrong = append(tries.Wrong, t.Tx.Now)
	left := maxWrong - len(tries.Wrong)
	if left <= 0 {
		tries.Wrong, tries.Locked = nil, t.Tx.Now.Add(lockTime)
	}
	if err := t.Tx.PutTries(t.Member.ID, tries); err != nil {
		return err
	}
	if left <= 0 {
		return tellLockedOut(t, tries.Locked)
	}
	return t.TellAccount(t.Member.ID, texts.WrongCode(left))
}

func tellLockedOut(t *turn.Turn, until time.Time) error {
	account := t.Member.ID
	t.Log.Warn("account locked out after wrong invite codes", "account", account)
	if err := t.Tx.Audit(account, report.AccountLocked, report.Ref{Member: account}); err != nil {
		return err
	}
	if err := t.Tx.Alarm(storage.AlarmLocked, t.Office.LockedOutAlarm(account, until)); err != nil {
		return err
	}
	return t.TellAccount(account, t.Office.LockedOut(until))
}
