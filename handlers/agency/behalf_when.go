package agency

import (
	"strconv"
	"time"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbRecordChannel = "bhc" // unit period channel
	verbRecordWhen    = "bhw" // unit period channel time
)

const questionReceived = "received" // unit period channel

// recordChannel asks when it came.
func recordChannel(t *turn.Turn, do chat.Action) error {
	r, ok, err := recorded(t, do.Verb, do.Args)
	if err != nil || !ok {
		return err
	}
	t.Ask(questionReceived, do.Args...)
	yesterday := t.Today().AddDays(-1).At(endOfWork, t.Rules.Zone)
	return t.Show(chat.Message{
		Text: texts.AskReceived(t.Tx.Now, t.Office),
		Buttons: turn.Column(
			turn.Button(texts.LabelToday, verbRecordWhen, r.unit.Code, r.period, r.channel, t.Tx.Now.Unix()),
			turn.Button(texts.LabelYesterday, verbRecordWhen, r.unit.Code, r.period, r.channel, yesterday.Unix()),
			turn.Button(texts.LabelCancel, turn.VerbCancel),
		),
	})
}

// recordWhen takes the moment of a button.
func recordWhen(t *turn.Turn, do chat.Action) error {
	r, ok, err := recorded(t, do.Verb, do.Args)
	if err != nil || !ok {
		return err
	}
	at, ok := moment(do.Arg(3))
	if !ok {
		return t.Stale()
	}
	return askRecordKind(t, r, at)
}

func moment(unix string) (time.Time, bool) {
	n, err := strconv.ParseInt(unix, 10, 64)
	return time.Unix(n, 0), err == nil && n > 0
}

// answerReceived reads a moment that was typed.
func answerReceived(t *turn.Turn) error {
	r, ok, err := recorded(t, questionReceived, t.Talk.Args)
	if err != nil || !ok {
		return err
	}
	at, timed, ok := texts.ReadMoment(t.Event.Text, t.Rules.Zone)
	if !ok {
		return t.Say(chat.Message{Text: texts.ReceivedUnreadable(t.Tx.Now, t.Office)})
	}
	if !timed {
		at = report.DateOf(at).At(endOfWork, t.Rules.Zone)
		if report.DateOf(at) == t.Today() && at.After(t.Tx.Now) {
			at = t.Tx.Now
		}
	}
	return askRecordKind(t, r, at)
}
