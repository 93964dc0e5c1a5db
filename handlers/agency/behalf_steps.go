package agency

import (
	"slices"
	"time"

	"guongsang/handlers/turn"
	"guongsang/handlers/unit"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbRecordPeriod = "bhp" // unit period

// channels are the ways in which units send what the bot did not see.
var channels = []string{"paper", "zalo", "phone"}

// endOfWork is the time of day that is taken for a day without one.
const endOfWork = 17 * time.Hour

// recordOnBehalf lets an officer record what a unit sent on paper, by Zalo or
// by phone.
func recordOnBehalf(t *turn.Turn) error {
	if !t.Member.Agency() {
		return t.Refuse("behalf")
	}
	return findUnit(t, toRecord)
}

// askRecordPeriod asks for which period it came.
func askRecordPeriod(t *turn.Turn, u report.Unit) error {
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
func recordable(t *turn.Turn, u report.Unit) (list []report.Standing, err error) {
	open, err := unit.OpenFor(t, u)
	if err != nil {
		return nil, err
	}
	locked, err := unit.LockedFor(t, u, open)
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
}

// recorded reads a record from the arguments of a button or question. Not ok
// means that the answer was given already.
func recorded(t *turn.Turn, what string, args []string) (r record, ok bool, err error) {
	args = append(slices.Clone(args), "", "", "")
	if !t.Member.Agency() {
		return r, false, t.Refuse(what)
	}
	if r.unit, err = t.Tx.Unit(args[0]); err != nil {
		return r, false, t.Stale()
	}
	if r.period, err = report.ParsePeriod(args[1]); err != nil {
		return r, false, t.Stale()
	}
	r.channel = args[2]
	if r.channel != "" && !slices.Contains(channels, r.channel) {
		return r, false, t.Stale()
	}
	periods, err := recordable(t, r.unit)
	owed := slices.ContainsFunc(periods, func(st report.Standing) bool { return st.Period == r.period })
	if err != nil || !owed {
		if err == nil {
			err = t.Stale()
		}
		return r, false, err
	}
	return r, true, nil
}

// recordPeriod asks how it came.
func recordPeriod(t *turn.Turn, do chat.Action) error {
	r, ok, err := recorded(t, do.Verb, do.Args)
	if err != nil || !ok {
		return err
	}
	var buttons []chat.Button
	for i, label := range []string{texts.LabelPaper, texts.LabelZalo, texts.LabelPhone} {
		buttons = append(buttons, turn.Button(label, verbRecordChannel, r.unit.Code, r.period, channels[i]))
	}
	return t.Show(chat.Message{
		Text:    texts.AskChannel(texts.UnitName(r.unit), r.period),
		Buttons: [][]chat.Button{buttons, {turn.Button(texts.LabelCancel, turn.VerbCancel)}},
	})
}
