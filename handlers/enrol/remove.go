package enrol

import (
	"slices"
	"time"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/invite"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbRemove  turn.Verb = "rm"
	verbRemoved turn.Verb = "rmok"
)

// RemoveButton asks to take a member out of a post.
func RemoveButton(label string, member int64, p report.Post) chat.Button {
	return turn.Button(label, verbRemove, turn.HeldArgs(member, p)...)
}

// askRemove asks once before somebody is taken out of a post.
func askRemove(t *turn.Reading, h turn.Held) error {
	return t.Say(chat.Message{
		Text: texts.ConfirmRemove(h.Member.Name, t.PostName(h.Post)),
		Buttons: turn.Column(
			turn.Button(texts.LabelRemove, verbRemoved, turn.HeldArgs(h.Member.ID, h.Post)...),
			turn.Button(texts.LabelCancel, turn.VerbCancel),
		),
	})
}

// remove takes somebody out of a post.
func remove(t *turn.Turn, h turn.Held) error {
	if err := EndPost(t, h.Member, h.Post); err != nil {
		return err
	}
	if err := showOut(t, h); err != nil {
		return err
	}
	name := t.PostName(h.Post)
	if err := t.Show(chat.Message{Text: texts.Removed(h.Member.Name, name)}); err != nil {
		return err
	}
	return t.TellAccount(h.Member.ID, t.Office.YouAreRemoved(name))
}

// showOut keeps that somebody was taken out of a post, for as long as there may
// be codes from before: up to the newest of those that are about. What the clock
// says is asked for no more than which had run out by then: one that is ahead, and
// set right afterwards, would make the new codes older than the removal, and those
// let in again that had.
func showOut(t *turn.Turn, h turn.Held) error {
	tries, err := t.Tx.Tries(h.Member.ID)
	if err != nil {
		return err
	}
	newest, err := newestCode(t, h.Post)
	if err != nil {
		return err
	}
	tries.Out = slices.DeleteFunc(tries.Out, func(p report.Post) bool {
		return p.SamePlace(h.Post) || p.Since.Before(t.Tx.Now.Add(-invite.Life))
	})
	if h.Post.Since = t.Tx.Now.Add(-invite.Life); newest.After(h.Post.Since) {
		h.Post.Since = newest
	}
	tries.Out = append(tries.Out, h.Post)
	return t.Tx.PutTries(h.Member.ID, tries)
}

// newestCode is when the newest code to a place was made of those that still let
// somebody in, as chính or dự phòng; zero if there is none.
func newestCode(t *turn.Turn, p report.Post) (made time.Time, err error) {
	for _, p.Deputy = range []bool{false, true} {
		open, err := t.Tx.OpenInvitesTo(p)
		if err != nil {
			return made, err
		}
		for _, i := range open {
			if i.Made.After(made) {
				made = i.Made
			}
		}
	}
	return made, nil
}

// removable is a post that this member may end, and that is not the last
// admin's.
var removable = turn.HeldPost.If(func(t *turn.Reading, h turn.Held) turn.Refusal {
	if h.Post.Role != report.Admin {
		return nil
	}
	admins, err := t.Tx.Holders(report.Admin, "")
	if err == nil && len(admins) <= 1 {
		return turn.Saying(texts.LastAdmin())
	}
	return turn.Failed(err)
})
