package handlers

import (
	"errors"
	"fmt"
	"log/slog"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// A Desk answers people. Its fields are set before the first update and do
// not change.
type Desk struct {
	Decode  func(storage.Item) (chat.Event, error) // raw update to event
	Now     func() time.Time                       // read once for each batch of updates
	Rules   report.Rules
	Office  texts.Office
	Bot     func() string // the bot's user name, "" while it is unknown
	Log     *slog.Logger
	Options Options
}

// Options are the configured habits of the desk.
type Options struct {
	// Leaders is what leaders are shown of examples: privacy.Public, or
	// privacy.Internal where the agency says so.
	Leaders privacy.Audience
	// SnoozeAt is the time of day of "Nhắc lại chiều nay", since midnight.
	SnoozeAt time.Duration
	// ReturnDue is the working days that a unit gets to complete an example.
	ReturnDue int
}

// Handle answers one update. It is called inside the transaction that takes
// the update out of the inbox.
func (d *Desk) Handle(tx *storage.Tx, item storage.Item) error {
	ev, err := d.Decode(item)
	if err != nil {
		return err
	}
	d = d.named()
	if !ev.Private || ev.From.Bot || ev.From.ID == 0 {
		return nil // groups, channels and machines get no answer
	}
	if ev.Kind == chat.Said || ev.Kind == chat.Unknown {
		fresh, err := tx.FirstSight(ev.Chat, ev.MessageID)
		if err != nil || !fresh && ev.MessageID != 0 {
			return err
		}
	}
	m, err := tx.Member(ev.From.ID)
	if errors.Is(err, storage.ErrNotFound) {
		return d.meetStranger(tx, ev)
	}
	if err != nil {
		return err
	}
	return d.meetMember(tx, ev, m)
}

// named is the desk with the bot's user name in its office.
func (d *Desk) named() *Desk {
	if d.Bot == nil {
		return d
	}
	named := *d
	named.Office.Bot = d.Bot()
	return &named
}

func (d *Desk) meetMember(tx *storage.Tx, ev chat.Event, m report.Member) error {
	if ev.Kind == chat.Left {
		return tx.MarkGone(m.ID, "blocked the bot")
	}
	if !m.Unreachable.IsZero() && ev.Kind != chat.Fetched { // that a file came is no sign of the person
		if err := tx.MarkBack(m.ID); err != nil {
			return err
		}
		m.Unreachable, m.Why = time.Time{}, ""
	}
	talk, err := tx.Talk(m.ID)
	if err != nil {
		return err
	}
	t := &turn{Desk: d, tx: tx, ev: ev, member: m, talk: talk}
	if err := t.route(); err != nil {
		return err
	}
	return t.end()
}

// GiveUp tells the person and the admins that an update was set aside.
func (d *Desk) GiveUp(tx *storage.Tx, dead storage.Dead) error {
	code := fmt.Sprintf("E%d", dead.Seq)
	d.Log.Error("update set aside", "update", dead.ID, "code", code, "why", dead.Why)
	admins, err := tx.Holders(report.Admin, "")
	if err != nil {
		return err
	}
	for _, a := range admins {
		row := storage.Row{Chat: a.ID, Key: "dead/" + code + "/" + fmt.Sprint(a.ID), Message: chat.Message{Text: d.Office.DeadLetter(code)}}
		if _, err := tx.Put(row); err != nil {
			return err
		}
	}
	ev, err := d.Decode(dead.Item)
	if err != nil || !ev.Private || ev.From.ID == 0 {
		return nil // nobody to apologise to
	}
	if _, err := tx.Member(ev.From.ID); err != nil {
		return nil
	}
	_, err = tx.Put(storage.Row{Chat: ev.From.ID, Message: chat.Message{Text: d.Office.NotSaved(code)}})
	return err
}
