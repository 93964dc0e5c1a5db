package review

import (
	"errors"

	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

const verbInquired turn.Verb = "inqok"

const (
	questionInquire turn.Question = "inquire"
	questionSendIt  turn.Question = "inquiry"
)

// askInquiry asks what the unit is to be asked.
func askInquiry(t *turn.Reading, e report.Example) error {
	t.Ask(questionInquire, e.Number)
	return askWords(t, texts.AskInquiry(e.Number, t.UnitName(e.Unit)))
}

// takeInquiry shows the question before it goes out.
func takeInquiry(t *turn.Turn, e report.Example) error {
	text, ok, err := words(&t.Reading)
	if err != nil || !ok {
		return err
	}
	return confirmInquiry(&t.Reading, e, text)
}

// retakeInquiry takes other words in place of those that were typed.
func retakeInquiry(t *turn.Turn, e report.Example, _ string) error { return takeInquiry(t, e) }

func confirmInquiry(t *turn.Reading, e report.Example, text string) error {
	t.Ask(questionSendIt, e.Number, text)
	return t.Say(chat.Message{Text: texts.ConfirmInquiry(e.Number, text), Buttons: [][]chat.Button{{
		turn.Button(texts.LabelSendInquiry, verbInquired, e.Number), turn.Button(texts.LabelCancel, turn.VerbCancel),
	}}})
}

// backToInquiry asks for the question anew.
func backToInquiry(t *turn.Reading, e report.Example, _ string) error { return askInquiry(t, e) }

// toInquire is the example of a question that waits to be sent.
var toInquire = turn.Example.If(func(t *turn.Reading, e report.Example) turn.Refusal {
	if t.Asked(questionSendIt, e.Number) && t.Arg(1) != "" {
		return nil
	}
	return turn.Stale
})

// sendInquiry puts the question to the unit. It stays with the record.
func sendInquiry(t *turn.Turn, e report.Example) error {
	text := t.Arg(1)
	t.CloseQuestion()
	h, err := t.Tx.Handling(e.Number)
	if err != nil {
		return err
	}
	n := len(h.Inquiries)
	h.Inquiries = append(h.Inquiries, report.Inquiry{Mark: report.Mark{By: t.Member.ID, At: t.Tx.Now}, Text: text})
	told, err := putToUnit(t, e, n, text)
	if err != nil {
		return err
	}
	if err := errors.Join(t.Tx.PutHandling(h), note(t, report.InquirySent, e), card.Refresh(t, e)); err != nil {
		return err
	}
	return t.Show(chat.Message{Text: texts.InquirySent(e.Number, told)})
}

// putToUnit brings a question to those who hear of the example.
func putToUnit(t *turn.Turn, e report.Example, n int, text string) (told int, err error) {
	to, err := whoHears(&t.Reading, e)
	if err != nil {
		return 0, err
	}
	m := chat.Message{Text: t.Office.Inquired(e, text), Buttons: turn.Column(turn.Button(texts.LabelAnswerUnit, card.VerbAnswer, e.Number, n))}
	for _, one := range to {
		if _, err := t.Tx.Put(storage.Row{Chat: one.ID, Key: card.InquiryKey(e.Number, n, one.ID), Message: m, Guard: t.AsHearer(one, e.Unit)}); err != nil {
			return told, err
		}
		if one.Reachable() {
			told++
		}
	}
	return told, nil
}
