package behalf

import (
	"slices"
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
	return askWhen(t, turn.Button(texts.LabelCancel, turn.VerbCancel), verbRecordWhen, r.unit.Code, r.period, r.channel)
}

// askWhen asks when something came: by buttons of the verb, behind whose arguments
// the moment stands, or by a moment that is typed.
func askWhen(t *turn.Reading, out chat.Button, verb turn.Verb, args ...any) error {
	at := func(label string, at time.Time) chat.Button {
		return turn.Button(label, verb, append(slices.Clone(args), at.Unix())...)
	}
	yesterday := t.Today().AddDays(-1).At(endOfWork, t.Rules.Zone)
	return t.Show(chat.Message{
		Text:    texts.AskReceived(t.Tx.Now, t.Office),
		Buttons: turn.Column(at(texts.LabelToday, t.Tx.Now), at(texts.LabelYesterday, yesterday), out),
	})
}

// misdated says what is wrong with a moment at which something came: it lies ahead, or
// before the day from which it counts, if that is known. "" says that nothing is.
func misdated(t *turn.Reading, at time.Time, from report.Date) string {
	switch {
	case at.After(t.Tx.Now):
		return texts.ReceivedInFuture(t.Tx.Now, t.Office)
	case !from.IsZero() && at.Before(from.Start(t.Rules.Zone)):
		return texts.ReceivedTooEarly(from)
	}
	return ""
}

// sayUnread says that what was typed is no moment, and repeats it.
func sayUnread(t *turn.Reading) error {
	return t.Say(chat.Message{Text: texts.Quoted(t.Event.Text, texts.ReceivedUnreadable(t.Tx.Now, t.Office))})
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
		return sayUnread(&t.Reading)
	}
	r.at = at
	return askRecordKind(t, r)
}

// typedMoment reads a moment that was typed.
func typedMoment(t *turn.Reading) (at time.Time, ok bool) {
	return ReadMoment(t.Event.Text, t.Tx.Now.In(t.Rules.Zone))
}

// ReadMoment reads a moment at which something came, on the clock of now. A day alone is
// the end of its working hours, or now.
func ReadMoment(typed string, now time.Time) (at time.Time, ok bool) {
	zone, today := now.Location(), report.DateOf(now)
	at, timed, ok := texts.ReadMoment(typed, zone)
	if !ok {
		var day report.Date
		if day, ok = dates.Past(typed, today); ok && day.Day == 0 {
			ok = false
		}
		at = day.At(0, zone)
	}
	if !timed {
		at = report.DateOf(at).At(endOfWork, zone)
		if report.DateOf(at) == today && at.After(now) {
			at = now
		}
	}
	return at, ok
}
