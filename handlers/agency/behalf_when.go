package agency

import (
	"time"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/dates"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbRecordChannel turn.Verb = "bhc"
	verbRecordWhen    turn.Verb = "bhw"
)

const questionReceived turn.Question = "received"

// recordChannel asks when it came.
func recordChannel(t *turn.Reading, r record) error {
	t.Ask(questionReceived, r.unit.Code, r.period, r.channel)
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

// backToChannel asks again how it came.
func backToChannel(t *turn.Reading, r record) error {
	t.CloseQuestion()
	return recordPeriod(t, r)
}

// answerReceived reads a moment that was typed.
func answerReceived(t *turn.Turn, r record) error {
	at, ok := typedMoment(&t.Reading)
	if !ok {
		return t.Say(chat.Message{Text: texts.Quoted(t.Event.Text, texts.ReceivedUnreadable(t.Tx.Now, t.Office))})
	}
	r.at = at
	return askRecordKind(t, r)
}

// typedMoment reads a moment that was typed. A day alone is the end of its working
// hours, or now.
func typedMoment(t *turn.Reading) (at time.Time, ok bool) {
	at, timed, ok := texts.ReadMoment(t.Event.Text, t.Rules.Zone)
	if !ok {
		var day report.Date
		if day, ok = dates.Past(t.Event.Text, t.Today()); ok && day.Day == 0 {
			ok = false
		}
		at = day.At(0, t.Rules.Zone)
	}
	if !timed {
		at = report.DateOf(at).At(endOfWork, t.Rules.Zone)
		if report.DateOf(at) == t.Today() && at.After(t.Tx.Now) {
			at = t.Tx.Now
		}
	}
	return at, ok
}
