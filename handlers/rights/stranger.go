package rights

import (
	"fmt"
	"strings"
	"time"

	"guongsang/handlers/enrol"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Somebody who is no member has no conversation and no menu, and may be anybody. What the
// law lets them ask they can ask all the same, in one message: it is written down, a few
// from each account and so many in all, and nothing of the house is shown.

const (
	mostOfStranger  = 2  // requests of one account that wait
	mostOfStrangers = 50 // of all of them
)

// noticeEvery is how often a stranger is shown the notice.
const noticeEvery = time.Hour

// Stranger takes a request of somebody who is no member, or shows the notice to who asks
// for it, or how to ask. Not taken means that it was neither.
func Stranger(t *turn.Turn) (taken bool, err error) {
	if t.Event.Kind != chat.Said {
		return false, nil
	}
	said := strings.TrimSpace(t.Event.Text)
	folded := letters.Fold(said)
	if folded == "/riengtu" || folded == letters.Fold(texts.WordPrivacy) {
		return true, notice(t)
	}
	if _, code := enrol.CodeIn(said); code { // who wants to get in
		return false, nil
	}
	switch right, sure := intent.RightAsked(said); {
	case right == "":
		return false, nil
	case !sure:
		return true, notice(t)
	default:
		return true, takeOf(t, right, said)
	}
}

// notice shows who keeps what, and how a stranger can ask.
func notice(t *turn.Turn) error { return onceAnHour(t, Notice(&t.Reading), t.Office.StrangerRights()) }

// onceAnHour says something to an account to which nothing of the kind was said in the
// last hour.
func onceAnHour(t *turn.Turn, says ...string) error {
	tries, err := t.Tx.Tries(t.Member.ID)
	if err != nil || !tries.Noticed.IsZero() && t.Tx.Now.Before(tries.Noticed.Add(noticeEvery)) {
		return err
	}
	tries.Noticed = t.Tx.Now
	if err := t.Tx.PutTries(t.Member.ID, tries); err != nil {
		return err
	}
	for _, text := range says {
		if err := t.TellAccount(t.Member.ID, text); err != nil {
			return err
		}
	}
	return nil
}

// takeOf writes a stranger's request down.
func takeOf(t *turn.Turn, right report.Right, said string) error {
	all, err := t.Tx.OpenDataRequests()
	if err != nil {
		return err
	}
	own, strangers := 0, 0
	for _, q := range all {
		if q.From == t.Member.ID {
			own++
		}
		if _, err := t.Tx.Member(q.From); q.From != 0 && err != nil {
			strangers++
		}
	}
	switch {
	case own >= mostOfStranger || strangers >= mostOfStrangers:
		return refuseMore(t)
	case letters.Len(said) < leastSaid:
		return notice(t)
	}
	q := report.DataRequest{
		Right: right, From: t.Member.ID, Name: letters.First(letters.OneLine(t.Event.From.Name), report.MaxName),
		Contact: fmt.Sprintf("Telegram %d", t.Member.ID), Text: letters.First(said, mostSaid),
	}
	if q, err = write(t, q, report.DataRequested); err != nil {
		return err
	}
	return t.TellAccount(t.Member.ID, texts.RequestKept(q))
}

// refuseMore says that there are enough.
func refuseMore(t *turn.Turn) error { return onceAnHour(t, texts.TooManyRequests) }
