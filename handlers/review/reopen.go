package review

import (
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const questionReopen turn.Question = "reopen"

// toReopen is an example that the agency accepted, and of which nothing is public, or
// is any more.
var toReopen = turn.ExampleAt(notThisVersion).If(func(_ *turn.Reading, e report.Example) turn.Refusal {
	switch e.Review {
	case report.Accepted, report.Selected, report.Retracted:
		return nil
	}
	return turn.Stale
}).If(settled)

// askReopen asks why an accepted example is opened again.
func askReopen(t *turn.Reading, e report.Example) error {
	t.Ask(questionReopen, e.Number, e.Version)
	return askWords(t, texts.AskReopen(e.Number))
}

// reopen puts an accepted example among those that wait, for the reason given.
func reopen(t *turn.Turn, e report.Example) error {
	reason, ok, err := words(&t.Reading)
	if err != nil || !ok {
		return err
	}
	t.CloseQuestion()
	e.Review, e.Reason, e.Due = report.Received, reason, report.Date{}
	if _, err := rule(t, &e, report.ExampleReopened, chat.Message{Text: t.Office.ReopenedForUnit(e)}); err != nil {
		return err
	}
	return t.Say(chat.Message{Text: texts.ReopenedDone(e.Number)})
}

// askWords asks for words of the officer's own.
func askWords(t *turn.Reading, text string) error {
	return t.Say(chat.Message{Text: text, Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
}

// words are what was typed in answer, if it is not too long.
func words(t *turn.Reading) (text string, ok bool, err error) {
	text, ok = form.Reason(t.Event.Text)
	if !ok {
		return text, false, t.Say(chat.Message{Text: texts.Quoted(text, texts.ReasonTooLong(form.MaxReason))})
	}
	return text, true, nil
}
