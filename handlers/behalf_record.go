package handlers

import (
	"fmt"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbRecordExample = "bhx" // unit period channel time
	verbRecordNil     = "bhn" // unit period channel time
)

// askRecordKind asks what came, once the moment is one that can be.
func (t *turn) askRecordKind(r record, at time.Time) error {
	schedule, ok, err := t.received(r, at)
	if err != nil || !ok {
		return err
	}
	t.closeQuestion()
	name := texts.UnitName(r.unit)
	return t.show(chat.Message{
		Text: t.Office.AskRecordKind(name, r.period, r.channel, at, schedule.Timing(at, t.Rules.Zone)),
		Buttons: column(
			button(texts.LabelContent, verbRecordExample, r.unit.Code, r.period, r.channel, at.Unix()),
			button(texts.LabelNilOf, verbRecordNil, r.unit.Code, r.period, r.channel, at.Unix()),
			button(texts.LabelCancel, verbCancel),
		),
	})
}

// received refuses a moment in the future or before the period began. Not ok
// means that the answer was given already; the question stays open.
func (t *turn) received(r record, at time.Time) (schedule report.Schedule, ok bool, err error) {
	schedule, err = t.tx.Schedule(r.unit, r.period)
	switch {
	case err != nil:
		return schedule, false, err
	case at.After(t.tx.Now):
		return schedule, false, t.say(chat.Message{Text: texts.ReceivedInFuture(t.tx.Now, t.Office)})
	case at.Before(schedule.From.Start(t.Rules.Zone)):
		return schedule, false, t.say(chat.Message{Text: texts.ReceivedTooEarly(schedule.From)})
	}
	return schedule, true, nil
}

// recordExample opens a draft for the introduction that came.
func (t *turn) recordExample(do chat.Action) error {
	r, at, ok, err := t.readRecord(do)
	if err != nil || !ok {
		return err
	}
	return t.openDraft(report.Draft{By: t.member.ID, Unit: r.unit.Code, Period: r.period, OnBehalf: r.channel, Received: at})
}

// recordNil files that the unit has nothing to introduce.
func (t *turn) recordNil(do chat.Action) error {
	r, at, ok, err := t.readRecord(do)
	if err != nil || !ok {
		return err
	}
	st, err := t.tx.Standing(r.unit.Code, r.period)
	if err != nil {
		return err
	}
	if st.State.Met() {
		return t.show(chat.Message{Text: texts.AlreadyMet(texts.UnitName(r.unit), r.period, st.State)})
	}
	if err := t.tx.Audit(t.member.ID, "nil recorded on behalf", fmt.Sprintf("%s %s %s", r.unit.Code, r.period, r.channel)); err != nil {
		return err
	}
	return t.fileNil(r.unit.Code, r.period, texts.NilReason(r.channel), at)
}

// readRecord reads what a button at the end of the steps asks to record, and
// checks all of it again.
func (t *turn) readRecord(do chat.Action) (r record, at time.Time, ok bool, err error) {
	r, ok, err = t.recorded(do.Verb, do.Args)
	if err != nil || !ok {
		return r, at, false, err
	}
	at, ok = moment(do.Arg(3))
	if !ok || r.channel == "" {
		return r, at, false, t.stale()
	}
	_, ok, err = t.received(r, at)
	return r, at, ok, err
}
