package unit

import (
	"errors"

	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A unit cannot change what the agency accepted. It asks: what, and why.

const verbAskCorrection turn.Verb = "s.please"

const (
	questionWhat turn.Question = "s.what"
	questionWhy  turn.Question = "s.whyfix"
)

// ToAskFor is an accepted example of which no request waits for an answer.
var ToAskFor = turn.ExampleAt(nil).If(func(t *turn.Reading, e report.Example) turn.Refusal {
	h, err := t.Tx.Handling(e.Number)
	if err != nil {
		return turn.Failed(err)
	}
	switch asked := h.Asked(); {
	case !e.TakenUp():
		return turn.Stale
	case asked != nil:
		return turn.Saying(t.Office.CorrectionWaits(e.Number, *asked))
	}
	return nil
})

// askWhat asks what is to be corrected.
func askWhat(t *turn.Reading, e report.Example) error {
	t.Ask(questionWhat, e.Number, e.Version)
	return t.Say(chat.Message{Text: t.Office.AskWhat(e.Number), Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
}

// answerWhat takes it.
func answerWhat(t *turn.Turn, e report.Example) error {
	what, ok, err := reasonTyped(&t.Reading)
	if err != nil || !ok {
		return err
	}
	return AskWhy(&t.Reading, e, what)
}

// AskWhy asks why an accepted example is to be changed so.
func AskWhy(t *turn.Reading, e report.Example, what string) error {
	t.Ask(questionWhy, e.Number, e.Version, what)
	return t.Say(chat.Message{Text: texts.AskWhy(e.Number, what), Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
}

// backToWhat asks again what is to be corrected.
func backToWhat(t *turn.Reading, e report.Example, _ string) error { return askWhat(t, e) }

// answerWhy brings the request to the agency.
func answerWhy(t *turn.Turn, e report.Example, what string) error {
	why, ok, err := reasonTyped(&t.Reading)
	if err != nil || !ok {
		return err
	}
	t.CloseQuestion()
	h, err := t.Tx.Handling(e.Number)
	if err != nil {
		return err
	}
	h.Corrections = append(h.Corrections, report.Correction{Mark: report.Mark{By: t.Member.ID, At: t.Tx.Now}, What: what, Why: why})
	if err := errors.Join(t.Tx.PutHandling(h), t.Tx.Audit(t.Member.ID, report.CorrectionAsked, e.Ref())); err != nil {
		return err
	}
	if err := t.Say(chat.Message{Text: t.Office.CorrectionAsked(e.Number)}); err != nil {
		return err
	}
	return card.AnnounceCorrection(t, e, h)
}

// reasonTyped is what was typed, if it is not too long.
func reasonTyped(t *turn.Reading) (reason string, ok bool, err error) {
	reason, ok = form.Reason(t.Event.Text)
	if !ok {
		return reason, false, t.Say(chat.Message{Text: texts.Quoted(reason, texts.ReasonTooLong(form.MaxReason))})
	}
	return reason, true, nil
}
