package handlers

import (
	"errors"
	"fmt"
	"log/slog"
	"time"

	"guongsang/handlers/enrol"
	"guongsang/handlers/rights"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/letters"
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
type Options = turn.Options

// event is what an update says. A text that came as its keys were pressed is read as what
// they are for; the inbox keeps what came.
func (d *Desk) event(item storage.Item) (chat.Event, error) {
	ev, err := d.Decode(item)
	if is, ok := letters.Typed(ev.Text); ok {
		ev.Text = is
	}
	return ev, err
}

// Handle answers one update. It is called inside the transaction that takes
// the update out of the inbox. What was prepared is used as far as it is still
// true.
func (d *Desk) Handle(tx *storage.Tx, item storage.Item) error {
	known, ok := item.Prepared.(*prepared)
	if !ok {
		ev, err := d.event(item)
		if err != nil {
			return err
		}
		known = &prepared{event: ev, desk: d.settings()}
	}
	ev := known.event
	if !concerns(ev) {
		return nil
	}
	if ev.Kind == chat.Pressed {
		if err := tx.NotePressed(ev.Chat, ev.MessageID); err != nil {
			return err
		}
	}
	if ev.Kind == chat.Said || ev.Kind == chat.Unknown {
		fresh, err := tx.FirstSight(ev.Chat, ev.MessageID)
		if err != nil || !fresh && ev.MessageID != 0 {
			return err
		}
	}
	still := known.stillSo(tx)
	if still && known.answer != nil {
		return known.answer.Commit(tx)
	}
	t := turn.New(known.desk, tx, ev, item)
	if still { // a text, and the conversation in which it was typed
		t.Member = known.member
		t.Resume(*known.talk)
		return meetMember(t)
	}
	var err error
	t.Member, err = tx.Member(ev.From.ID)
	if errors.Is(err, storage.ErrNotFound) {
		return meetStranger(t)
	}
	if err != nil {
		return err
	}
	if ev.Kind == chat.Left {
		return tx.MarkGone(ev.From.ID, "blocked the bot")
	}
	if err := resume(&t.Reading); err != nil {
		return err
	}
	return meetMember(t)
}

// concerns reports whether an event is answered at all: groups, channels and
// machines are not.
func concerns(ev chat.Event) bool { return ev.Private && !ev.From.Bot && ev.From.ID != 0 }

// settings are those of the desk, with the bot's user name in its office.
func (d *Desk) settings() *turn.Settings {
	s := &turn.Settings{Rules: d.Rules, Office: d.Office, Log: d.Log, Options: d.Options}
	if d.Bot != nil {
		s.Office.Bot = d.Bot()
	}
	return s
}

// meetStranger looks whether somebody who is no member gets in.
func meetStranger(t *turn.Turn) error {
	t.Member = report.Member{ID: t.Event.From.ID, Joined: t.Tx.Now}
	if taken, err := rights.Stranger(t); err != nil || taken {
		return err
	}
	in, err := enrol.Stranger(t)
	if err != nil || !in {
		return err
	}
	if err := menu(&t.Reading); err != nil {
		return err
	}
	if err := enrol.AskContact(&t.Reading); err != nil {
		return err
	}
	return t.End()
}

func meetMember(t *turn.Turn) (err error) {
	if !t.Member.Unreachable.IsZero() && t.Event.Kind != chat.Fetched { // that a file came is no sign of the person
		if err := t.Tx.MarkBack(t.Member.ID); err != nil {
			return err
		}
		t.Member.Unreachable, t.Member.Why = time.Time{}, ""
	}
	if err := route(t); err != nil {
		return err
	}
	return t.End()
}

// GiveUp tells the person and the admins that an update was set aside.
func (d *Desk) GiveUp(tx *storage.Tx, dead storage.Dead) error {
	code := fmt.Sprintf("E%d", dead.Seq)
	d.Log.Error("update set aside", "update", dead.ID, "code", code, "why", dead.Why)
	if err := tx.Alarm(storage.AlarmSetAside, d.Office.DeadLetter(code)); err != nil {
		return err
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
