package handlers

import (
	"strconv"
	"time"

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
func (t *turn) recordChannel(do chat.Action) error {
	r, ok, err := t.recorded(do.Verb, do.Args)
	if err != nil || !ok {
		return err
	}
	t.ask(questionReceived, do.Args...)
	yesterday := t.today().AddDays(-1).At(endOfWork, t.Rules.Zone)
	return t.show(chat.Message{
		Text: texts.AskReceived(t.tx.Now, t.Office),
		Buttons: column(
			button(texts.LabelToday, verbRecordWhen, r.unit.Code, r.period, r.channel, t.tx.Now.Unix()),
			button(texts.LabelYesterday, verbRecordWhen, r.unit.Code, r.period, r.channel, yesterday.Unix()),
			button(texts.LabelCancel, verbCancel),
		),
	})
}

// recordWhen takes the moment of a button.
func (t *turn) recordWhen(do chat.Action) error {
	r, ok, err := t.recorded(do.Verb, do.Args)
	if err != nil || !ok {
		return err
	}
	at, ok := moment(do.Arg(3))
	if !ok {
		return t.stale()
	}
	return t.askRecordKind(r, at)
}

func moment(unix string) (time.Time, bool) {
	n, err := strconv.ParseInt(unix, 10, 64)
	return time.Unix(n, 0), err == nil && n > 0
}

// answerReceived reads a moment that was typed.
func (t *turn) answerReceived() error {
	r, ok, err := t.recorded(questionReceived, t.talk.Args)
	if err != nil || !ok {
		return err
	}
	at, timed, ok := texts.ReadMoment(t.ev.Text, t.Rules.Zone)
	if !ok {
		return t.say(chat.Message{Text: texts.ReceivedUnreadable(t.tx.Now, t.Office)})
	}
	if !timed {
		at = report.DateOf(at).At(endOfWork, t.Rules.Zone)
		if report.DateOf(at) == t.today() && at.After(t.tx.Now) {
			at = t.tx.Now
		}
	}
	return t.askRecordKind(r, at)
}
