package behalf

import (
	"slices"
	"time"

	"guongsang/handlers/duty"
	"guongsang/handlers/pick"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbRecordPeriod turn.Verb = "bhp"

// channels are the ways in which units send what the bot did not see.
var channels = []string{"paper", "zalo", "phone"}

// endOfWork is the time of day that is taken for a day without one.
const endOfWork = 17 * time.Hour

// Begin lets an officer record what a unit sent on paper, by Zalo or
// by phone.
func Begin(t *turn.Reading) error {
	return pick.Ask(t, pick.ToRecord, turn.Button(texts.ToNilUnits, verbNilUnits))
}

// AskPeriod asks for which period it came.
func AskPeriod(t *turn.Reading, u report.Unit) error {
	periods, err := recordable(t, u)
	if err != nil {
		return err
	}
	if len(periods) == 0 {
		return t.Show(chat.Message{Text: texts.NoPeriodOpen(texts.UnitName(u))})
	}
	var buttons []chat.Button
	for _, st := range periods {
		buttons = append(buttons, turn.Button(texts.LabelPeriod(st), verbRecordPeriod, u.Code, st.Period))
	}
	buttons = append(buttons, turn.Button(texts.LabelCancel, turn.VerbCancel))
	return t.Show(chat.Message{Text: texts.RecordFor(texts.UnitName(u)), Buttons: turn.Column(buttons...)})
}

// recordable lists the periods that a unit owes: those open today, and those
// locked and not met, for what lay on a desk meanwhile.
func recordable(t *turn.Reading, u report.Unit) (list []report.Standing, err error) {
	open, err := duty.OpenFor(t, u)
	if err != nil {
		return nil, err
	}
	locked, err := duty.LockedFor(t, u, open)
	for _, o := range append(open, locked...) {
		list = append(list, o.Standing)
	}
	return list, err
}

// A record is what an officer is recording, as far as it is known.
type record struct {
	unit    report.Unit
	period  report.Period
	channel string
	at      time.Time
}

// toRecord is a period that a unit owes.
var toRecord = turn.Join(turn.Unit, turn.Period, func(t *turn.Reading, u report.Unit, p report.Period) (record, turn.Refusal) {
	periods, err := recordable(t, u)
	owed := slices.ContainsFunc(periods, func(st report.Standing) bool { return st.Period == p })
	if err == nil && !owed {
		return record{}, turn.Stale
	}
	return record{unit: u, period: p}, turn.Failed(err)
})

// toChannel is a record of which is known how it came.
var toChannel = turn.Join(toRecord, turn.OneOf("channel", channels...), func(_ *turn.Reading, r record, channel string) (record, turn.Refusal) {
	r.channel = channel
	return r, nil
})

// toDate is a record of which is also known when.
var toDate = turn.Join(toChannel, turn.Moment, func(_ *turn.Reading, r record, at time.Time) (record, turn.Refusal) {
	r.at = at
	return r, nil
})

// recordPeriod asks how it came.
func recordPeriod(t *turn.Reading, r record) error {
	return t.Show(chat.Message{
		Text: texts.AskChannel(texts.UnitName(r.unit), r.period),
		Buttons: [][]chat.Button{
			channelButtons("", verbRecordChannel, r.unit.Code, r.period), {turn.Button(texts.LabelCancel, turn.VerbCancel)},
		},
	})
}

// channelButtons offers the ways in which something can have come, each behind the
// verb's arguments. The one that is known is marked.
func channelButtons(known string, verb turn.Verb, args ...any) (row []chat.Button) {
	for i, label := range []string{texts.LabelPaper, texts.LabelZalo, texts.LabelPhone} {
		if channels[i] == known {
			label = texts.ToMark + label
		}
		row = append(row, turn.Button(label, verb, append(slices.Clone(args), channels[i])...))
	}
	return row
}
