package agency

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

const (
	verbReturnPhrase turn.Verb = "retp"
	verbReturnDays   turn.Verb = "retd"
	verbReturned     turn.Verb = "reto"
)

const (
	questionReturn    turn.Question = "return"
	questionReturnDue turn.Question = "returndue"
)

// maxReason is how long a reason may be.
const maxReason = 500

// returnDays are the working days that are offered for a completion.
var returnDays = [...]int{1, 2, 3, 5, 7, 10}

// askReturn asks an officer for what an example has to be completed.
func askReturn(t *turn.Reading, e report.Example) error {
	t.Ask(questionReturn, e.Number, e.Version)
	var line []chat.Button
	for n := range texts.ReturnPhrases() {
		line = append(line, turn.Button(strconv.Itoa(n+1), verbReturnPhrase, e.Number, e.Version, n))
	}
	return t.Say(chat.Message{
		Text:    texts.AskReturnReason(e.Number),
		Buttons: [][]chat.Button{line, {turn.Button(texts.LabelCancel, turn.VerbCancel)}},
	})
}

// pickReason takes a ready phrase.
func pickReason(t *turn.Reading, e report.Example, phrase int) error {
	return confirmReturn(t, e, texts.ReturnPhrases()[phrase], t.Options.ReturnDue)
}

// answerReturn takes the officer's own words, also in place of those given
// before.
func answerReturn(t *turn.Reading, e report.Example, _ string) error {
	reason := strings.Join(strings.Fields(t.Event.Text), " ")
	if utf8.RuneCountInString(reason) > maxReason {
		return t.Say(chat.Message{Text: texts.ReasonTooLong(maxReason)})
	}
	return confirmReturn(t, e, reason, t.Options.ReturnDue)
}

// confirmReturn shows the reason and the day before it goes out.
func confirmReturn(t *turn.Reading, e report.Example, reason string, days int) error {
	days = max(1, days)
	t.Ask(questionReturnDue, e.Number, e.Version, reason)
	var line []chat.Button
	for _, n := range returnDays {
		if n != days {
			line = append(line, turn.Button(texts.LabelDays(n), verbReturnDays, e.Number, e.Version, n))
		}
	}
	return t.Show(chat.Message{
		Text: texts.ConfirmReturn(e.Number, reason, due(t, days), days),
		Buttons: [][]chat.Button{
			{turn.Button(texts.LabelSendBack, verbReturned, e.Number, e.Version, days), turn.Button(texts.LabelCancel, turn.VerbCancel)}, line[:3], line[3:],
		},
	})
}

func due(t *turn.Reading, days int) report.Date { return t.Rules.Calendar.AddWorkdays(t.Today(), days) }

// pickDays changes the day.
func pickDays(t *turn.Reading, r returning) error {
	return confirmReturn(t, r.example, t.Arg(2), r.days)
}

// returnExample sends an example back to be completed.
func returnExample(t *turn.Turn, r returning) error {
	e := r.example
	e.Review, e.Reason, e.Due = report.Returned, t.Arg(2), due(&t.Reading, r.days)
	t.CloseQuestion()
	if err := rule(t, &e, "example returned"); err != nil {
		return err
	}
	m := chat.Message{
		Text:    t.Office.PleaseComplete(e),
		Buttons: turn.Column(turn.Button(texts.LabelCompleteNow, chat.VerbComplete, e.Number, e.Version)),
	}
	told, err := tellSender(t, e, m, &storage.Guard{Returned: e.Number, Version: e.Version})
	if err != nil {
		return err
	}
	return t.Show(chat.Message{Text: texts.ReturnedDone(e.Number, told)})
}

// A returning is an example whose return is being prepared.
type returning struct {
	example report.Example
	days    int // working days until it is due
}

// toReturn is the example of the open question, with the days of the button.
var toReturn = turn.Join(toRule, turn.Number("days", 1, 60), func(t *turn.Reading, e report.Example, days int) (r returning, no turn.Refusal) {
	if !t.Asked(questionReturnDue, e.Number, e.Version) {
		return r, turn.Stale
	}
	return returning{e, days}, nil
})
