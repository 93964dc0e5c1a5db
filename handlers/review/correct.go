package review

import (
	"errors"

	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/publisher"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

const questionRefuse turn.Question = "refuse"

// toCorrect is an accepted example, published or not, that its unit asked to correct
// and of which nobody answered yet.
var toCorrect = turn.ExampleAt(notThisVersion).If(func(t *turn.Reading, e report.Example) turn.Refusal {
	h, err := t.Tx.Handling(e.Number)
	if err != nil {
		return turn.Failed(err)
	}
	switch n := len(h.Corrections); {
	case h.Asked() == nil && n > 0:
		return answeredAlready(e.Number, h.Corrections[n-1])
	case h.Asked() == nil || !e.TakenUp():
		return turn.Stale
	}
	return nil
})

// answeredAlready says who answered meanwhile, and what.
func answeredAlready(number string, c report.Correction) turn.Refusal {
	return func(t *turn.Turn) error {
		t.CloseQuestion()
		return t.Say(chat.Message{Text: texts.CorrectionOver(number, card.NameOf(&t.Reading, c.Answered.By), c.Agreed)})
	}
}

// agreeToCorrect opens the example for its unit to correct. What is public of it is
// taken back: corrected, it is accepted, chosen and published anew.
func agreeToCorrect(t *turn.Turn, e report.Example) error {
	pub, err := t.Tx.Publication(e.Number)
	if err := records.IgnoreNotFound(err); err != nil {
		return err
	}
	if !pub.Settled() {
		by := publisher.Publisher{Office: t.Office, Rules: t.Rules}
		if err := by.TakeBack(t.Tx, pub, t.Member.ID, texts.TakenBackToCorrect); err != nil {
			return err
		}
		if e, err = t.Tx.Example(e.Number); err != nil {
			return err
		}
	}
	c, err := answerCorrection(t, e, true, "")
	if err != nil {
		return err
	}
	e.Review, e.Reason, e.Due = report.Returned, texts.CorrectionReason(c.What), due(&t.Reading, max(1, t.Options.ReturnDue))
	m := chat.Message{
		Text:    t.Office.CorrectionAgreed(e),
		Buttons: turn.Column(turn.Button(texts.LabelCompleteNow, chat.VerbComplete, e.Number, e.Version)),
	}
	if _, err := rule(t, &e, report.CorrectionAgreed, m); err != nil {
		return err
	}
	return showAnswered(t, e, c)
}

// askRefusal asks why a correction is refused.
func askRefusal(t *turn.Reading, e report.Example) error {
	h, err := t.Tx.Handling(e.Number)
	if err != nil {
		return err
	}
	t.Ask(questionRefuse, e.Number, e.Version)
	return askWords(t, texts.AskRefusal(e.Number, h.Asked().What))
}

// refuseToCorrect tells the unit why the example stays as it is.
func refuseToCorrect(t *turn.Turn, e report.Example) error {
	answer, ok, err := words(&t.Reading)
	if err != nil || !ok {
		return err
	}
	t.CloseQuestion()
	c, err := answerCorrection(t, e, false, answer)
	if err != nil {
		return err
	}
	to, err := whoHears(&t.Reading, e)
	if err != nil {
		return err
	}
	for _, one := range to {
		row := storage.Row{Chat: one.ID, Message: chat.Message{Text: t.Office.CorrectionRefused(e, answer)}, Guard: t.AsHearer(one, e.Unit)}
		if _, err := t.Tx.Put(row); err != nil {
			return err
		}
	}
	if err := errors.Join(note(t, report.CorrectionRefused, e), card.Refresh(t, e)); err != nil {
		return err
	}
	return showAnswered(t, e, c)
}

// answerCorrection keeps the answer with the request.
func answerCorrection(t *turn.Turn, e report.Example, agreed bool, answer string) (report.Correction, error) {
	h, err := t.Tx.Handling(e.Number)
	if err != nil {
		return report.Correction{}, err
	}
	c := h.Asked()
	c.Agreed, c.Answer, c.Answered = agreed, answer, report.Mark{By: t.Member.ID, At: t.Tx.Now}
	return *c, t.Tx.PutHandling(h)
}

// showAnswered writes the answer under the request, on the screens of all officers.
func showAnswered(t *turn.Turn, e report.Example, c report.Correction) error {
	text := texts.CorrectionFor(e, t.UnitName(e.Unit), c) + "\n\n" + t.Office.CorrectionAnswered(c, t.Member.Name)
	h, err := t.Tx.Handling(e.Number)
	if err != nil {
		return err
	}
	if err := card.EditCorrection(t, e, h, chat.Message{Text: text}); err != nil {
		return err
	}
	return t.Say(chat.Message{Text: texts.CorrectionDone(e.Number, c.Agreed)})
}
