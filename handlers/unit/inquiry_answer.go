package unit

import (
	"errors"

	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// What the agency asks about an example is answered by the button under the
// question, or by a reply to it.

const questionAnswer turn.Question = "s.answer"

// maxInquiries bounds the place of a question in a button.
const maxInquiries = 999

// An inquiry is a question about an example, by its place among those of it.
type inquiry struct {
	example report.Example
	at      int
	text    string
}

// openInquiry is one that nobody of the unit answered yet.
var openInquiry = turn.Join(turn.Example, turn.Number("inquiry", 0, maxInquiries), func(t *turn.Reading, e report.Example, n int) (i inquiry, no turn.Refusal) {
	h, err := t.Tx.Handling(e.Number)
	switch {
	case err != nil:
		return i, turn.Failed(err)
	case n >= len(h.Inquiries) || e.Review == report.Withdrawn:
		return i, turn.Stale
	case !h.Inquiries[n].Open():
		return i, turn.Saying(texts.AnsweredAlready(e.Number))
	}
	return inquiry{e, n, h.Inquiries[n].Text}, nil
})

// askAnswer asks for the answer.
func askAnswer(t *turn.Reading, i inquiry) error {
	t.Ask(questionAnswer, i.example.Number, i.at)
	return t.Say(chat.Message{Text: texts.AskAnswer(i.example.Number, i.text), Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
}

// answerInquiry keeps the answer with the record, and brings it to the officers.
func answerInquiry(t *turn.Turn, i inquiry) error {
	answer, ok, err := reasonTyped(&t.Reading)
	if err != nil || !ok {
		return err
	}
	t.CloseQuestion()
	e := i.example
	h, err := t.Tx.Handling(e.Number)
	if err != nil {
		return err
	}
	h.Inquiries[i.at].Answer, h.Inquiries[i.at].Answered = answer, report.Mark{By: t.Member.ID, At: t.Tx.Now}
	if err := errors.Join(t.Tx.PutHandling(h), t.Tx.Audit(t.Member.ID, report.InquiryAnswered, e.Ref())); err != nil {
		return err
	}
	if err := t.Say(chat.Message{Text: t.Office.AnswerSent(e.Number)}); err != nil {
		return err
	}
	return card.AnnounceAnswer(t, e, h.Inquiries[i.at])
}

// AnswersInquiry takes a reply to a question of the agency for the answer to it. It
// reports whether it was one.
func AnswersInquiry(t *turn.Turn) (bool, error) {
	if t.Event.ReplyTo == 0 || len(t.Event.Files) > 0 {
		return false, nil
	}
	i, ok, err := repliedTo(&t.Reading)
	if err != nil || !ok {
		return false, err
	}
	t.Ask(questionAnswer, i.example.Number, i.at)
	return true, nil
}

// repliedTo finds the question of the agency to which a message replies.
func repliedTo(t *turn.Reading) (inquiry, bool, error) {
	for _, unit := range t.Member.Represented() {
		list, err := t.Tx.ExamplesOf(unit, repliesLookBack)
		if err != nil {
			return inquiry{}, false, err
		}
		for _, e := range list {
			if i, ok, err := repliedToOf(t, e); ok || err != nil {
				return i, ok, err
			}
		}
	}
	return inquiry{}, false, nil
}

// repliesLookBack is of how many of a unit's newest examples a question may be.
const repliesLookBack = 50

func repliedToOf(t *turn.Reading, e report.Example) (inquiry, bool, error) {
	h, err := t.Tx.Handling(e.Number)
	if err != nil {
		return inquiry{}, false, err
	}
	for n, asked := range h.Inquiries {
		if !asked.Open() {
			continue
		}
		d, ok, err := t.Tx.Delivery(card.InquiryKey(e.Number, n, t.Member.ID))
		if err != nil {
			return inquiry{}, false, err
		}
		if ok && d.Message == t.Event.ReplyTo {
			return inquiry{e, n, asked.Text}, true, nil
		}
	}
	return inquiry{}, false, nil
}
