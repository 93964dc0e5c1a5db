package agency

import (
	"fmt"
	"time"

	"guongsang/handlers/turn"
	"guongsang/handlers/unit"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbRecordExample = "bhx" // unit period channel time
	verbRecordNil     = "bhn" // unit period channel time
)

// askRecordKind asks what came, once the moment is one that can be.
func askRecordKind(t *turn.Turn, r record, at time.Time) error {
	schedule, ok, err := received(t, r, at)
	if err != nil || !ok {
		return err
	}
	t.CloseQuestion()
	name := texts.UnitName(r.unit)
	return t.Show(chat.Message{
		Text: t.Office.AskRecordKind(name, r.period, r.channel, at, schedule.Timing(at, t.Rules.Zone)),
		Buttons: turn.Column(
			turn.Button(texts.LabelContent, verbRecordExample, r.unit.Code, r.period, r.channel, at.Unix()),
			turn.Button(texts.LabelNilOf, verbRecordNil, r.unit.Code, r.period, r.channel, at.Unix()),
			turn.Button(texts.LabelCancel, turn.VerbCancel),
		),
	})
}

// received refuses a moment in the future or before the period began. Not ok
// means that the answer was given already; the question stays open.
func received(t *turn.Turn, r record, at time.Time) (schedule report.Schedule, ok bool, err error) {
	schedule, err = t.Tx.Schedule(r.unit, r.period)
	switch {
	case err != nil:
		return schedule, false, err
	case at.After(t.Tx.Now):
		return schedule, false, t.Say(chat.Message{Text: texts.ReceivedInFuture(t.Tx.Now, t.Office)})
	case at.Before(schedule.From.Start(t.Rules.Zone)):
		return schedule, false, t.Say(chat.Message{Text: texts.ReceivedTooEarly(schedule.From)})
	}
	return schedule, true, nil
}

// recordExample opens a draft for the introduction that came.
func recordExample(t *turn.Turn, do chat.Action) error {
	r, at, ok, err := readRecord(t, do)
	if err != nil || !ok {
		return err
	}
	return unit.OpenDraft(t, report.Draft{By: t.Member.ID, Unit: r.unit.Code, Period: r.period, OnBehalf: r.channel, Received: at})
}

// recordNil files that the unit has nothing to introduce.
func recordNil(t *turn.Turn, do chat.Action) error {
	r, at, ok, err := readRecord(t, do)
	if err != nil || !ok {
		return err
	}
	st, err := t.Tx.Standing(r.unit.Code, r.period)
	if err != nil {
		return err
	}
	if st.State.Met() {
		return t.Show(chat.Message{Text: texts.AlreadyMet(texts.UnitName(r.unit), r.period, st.State)})
	}
	if err := t.Tx.Audit(t.Member.ID, "nil recorded on behalf", fmt.Sprintf("%s %s %s", r.unit.Code, r.period, r.channel)); err != nil {
		return err
	}
	return unit.FileNil(t, r.unit.Code, r.period, texts.NilReason(r.channel), at)
}

// readRecord reads what a button at the end of the steps asks to record, and
// checks all of it again.
func readRecord(t *turn.Turn, do chat.Action) (r record, at time.Time, ok bool, err error) {
	r, ok, err = recorded(t, do.Verb, do.Args)
	if err != nil || !ok {
		return r, at, false, err
	}
	at, ok = moment(do.Arg(3))
	if !ok || r.channel == "" {
		return r, at, false, t.Stale()
	}
	_, ok, err = received(t, r, at)
	return r, at, ok, err
}
