package handlers

import (
	"strings"

	"guongsang/handlers/enrol"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/storage"
	"guongsang/storage/records"
)

// A prepared update is what the desk knows of one before its turn to be handled.
type prepared struct {
	event  chat.Event
	desk   *turn.Settings
	answer *turn.Reading // to be written; nil: it is handled in full
	talk   *records.Talk // the conversation; nil: it was not looked at
	member report.Member // who has it, if it was
	stamp  records.Stamp // of the person, when all this was read
}

// stillSo reports whether what was read of a person is as it was.
func (p *prepared) stillSo(tx *storage.Tx) bool {
	return (p.answer != nil || p.talk != nil) && tx.Bears(p.event.From.ID, p.stamp)
}

// Prepare decodes an update and reports whether it asks for a route that only
// reads, or needs what is better found beside the writer.
func (d *Desk) Prepare(tx *storage.Snapshot, item *storage.Item) (reads bool) {
	ev, err := d.event(*item)
	if err != nil {
		return false // Handle will say so
	}
	known := &prepared{event: ev, desk: d.settings()}
	item.Prepared = known
	if !concerns(ev) {
		return false
	}
	t := turn.NewReading(known.desk, tx, ev, *item)
	r, _, ok := named(t)
	if !ok && isText(ev) && resume(t) == nil {
		if t.Member, err = tx.Member(ev.From.ID); err != nil {
			return false // Handle will say so
		}
		talk := t.Talk
		known.talk, known.member, known.stamp = &talk, t.Member, tx.Stamp(ev.From.ID)
		r, _, ok = meant(t)
	}
	return ok && r.Do.Beside()
}

// Answer reads the answer to an update, or finds what its action will need. Where
// anything is not as it should be, there is no answer, and Handle does it all.
func (d *Desk) Answer(tx *storage.Snapshot, item *storage.Item) {
	known := item.Prepared.(*prepared)
	t := turn.NewReading(known.desk, tx, known.event, *item)
	var err error
	if known.talk != nil && tx.Bears(known.event.From.ID, known.stamp) {
		t.Member = known.member
		t.Resume(*known.talk)
	} else if t.Member, err = tx.Member(known.event.From.ID); err != nil || resume(t) != nil {
		return
	}
	if !t.Member.Unreachable.IsZero() {
		return
	}
	r, parts, ok := named(t)
	if !ok {
		r, parts, ok = meant(t)
	}
	switch {
	case !ok:
		return
	case !r.Do.Reads:
		r.LookAhead(t, parts)
		return
	}
	if ok, err = r.Read(t, parts); err != nil || !ok || t.Close() != nil {
		return
	}
	known.answer, known.stamp = t, tx.Stamp(t.Member.ID)
}

// resume goes on with the conversation.
func resume(t *turn.Reading) error {
	talk, err := t.Tx.Talk(t.Event.From.ID)
	t.Resume(talk)
	return err
}

// isText reports whether an event is a text and nothing else.
func isText(ev chat.Event) bool {
	return ev.Kind == chat.Said && len(ev.Files) == 0 && strings.TrimSpace(ev.Text) != ""
}

// named finds the route that a press, a command or a menu word asks for.
func named(t *turn.Reading) (r turn.Route, parts []string, ok bool) {
	if t.Event.Kind == chat.Pressed {
		do, err := chat.ParseAction(t.Event.Press.Data)
		if err == nil {
			r, ok = table.verbs[turn.Verb(do.Verb)]
		}
		return r, do.Args, ok
	}
	if isText(t.Event) {
		r, ok = word(t)
	}
	return r, nil, ok
}

// meant finds the route that another text asks for, by what was said last, if
// its writer has seen that.
func meant(t *turn.Reading) (r turn.Route, parts []string, ok bool) {
	if do, is := offered(t); is {
		parts = do.Args
		r, ok = table.verbs[turn.Verb(do.Verb)]
	} else if _, isCode := enrol.CodeIn(t.Event.Text); !isCode {
		if r, ok := forUnits(t); ok {
			return r, nil, true
		}
		if t.Talk.Ask == "" && len(nilsOffered(t)) < 2 {
			return lookRoute, nil, t.May(lookRoute)
		}
		parts = t.Talk.Args
		r, ok = table.questions[turn.Question(t.Talk.Ask)]
		t.Talk.Early, t.Talk.EarlyIn = nil, "" // the answer is another
	}
	if !ok || !r.Do.Beside() || r.Question != "" && besides(t, r).Outcome != form.Answered {
		return r, nil, false
	}
	return r, parts, !t.Early()
}
