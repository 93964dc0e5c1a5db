package behalf

import (
	"guongsang/handlers/draft"
	"guongsang/handlers/turn"
	"guongsang/handlers/unit"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbRecordExample turn.Verb = "bhx"
	verbRecordNil     turn.Verb = "bhn"
)

// askRecordKind asks what came, once the moment is one that can be.
func askRecordKind(t *turn.Turn, r record) error {
	schedule, no := received(&t.Reading, r)
	if no != nil {
		return no(t)
	}
	t.CloseQuestion()
	return t.Show(chat.Message{
		Text: t.Office.AskRecordKind(texts.UnitName(r.unit), r.period, r.channel, r.at, schedule.Timing(r.at, t.Rules.Zone)),
		Buttons: turn.Column(
			turn.Button(texts.LabelContent, verbRecordExample, r.unit.Code, r.period, r.channel, r.at.Unix()),
			turn.Button(texts.LabelNilOf, verbRecordNil, r.unit.Code, r.period, r.channel, r.at.Unix()),
			turn.Button(texts.LabelCancel, turn.VerbCancel),
		),
	})
}

// received refuses a moment in the future or before the period began. The
// question stays open.
func received(t *turn.Reading, r record) (schedule report.Schedule, no turn.Refusal) {
	schedule, err := t.Tx.Schedule(r.unit, r.period)
	if err != nil {
		return schedule, turn.Failed(err)
	}
	if wrong := misdated(t, r.at, schedule.From); wrong != "" {
		return schedule, turn.Saying(wrong)
	}
	return schedule, nil
}

// toFile is a record with all that is needed to file it.
var toFile = toDate.If(func(t *turn.Reading, r record) turn.Refusal {
	_, no := received(t, r)
	return no
})

// recordExample opens a draft for the introduction that came.
func recordExample(t *turn.Turn, r record) error {
	return draft.Open(t, report.Draft{By: t.Member.ID, Unit: r.unit.Code, Period: r.period, OnBehalf: r.channel, Received: r.at})
}

// recordNil files that the unit has nothing to introduce.
func recordNil(t *turn.Turn, r record) error {
	st, err := t.Tx.Standing(r.unit.Code, r.period)
	if err != nil {
		return err
	}
	if st.State.Met() {
		return t.Show(chat.Message{Text: texts.AlreadyMet(texts.UnitName(r.unit), r.period, st.State)})
	}
	if err := t.Tx.Audit(t.Member.ID, report.NilOnBehalf, report.Ref{Unit: r.unit.Code, Period: r.period, How: r.channel}); err != nil {
		return err
	}
	return unit.FileNil(t, r.unit.Code, r.period, texts.NilReason(r.channel), r.at)
}
