package rights

import (
	"errors"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/eraser"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// answer tells who asked that the request was taken up.
func answer(t *turn.Turn, q report.DataRequest) error {
	if !q.Answered.At.IsZero() {
		return t.Stale()
	}
	q.Answered = report.Mark{By: t.Member.ID, At: t.Tx.Now}
	if err := errors.Join(t.Tx.PutDataRequest(q), t.Tx.Audit(t.Member.ID, report.DataRequestAnswered, eraser.RefOf(q))); err != nil {
		return err
	}
	if err := eraserOf(&t.Reading).Tell(t.Tx, q, t.Office.RequestAnswered(q)); err != nil {
		return err
	}
	return showPage(&t.Reading, q)
}

// done ends a request that an officer has done.
func done(t *turn.Turn, q report.DataRequest) error {
	if q.Right == report.ToErase { // that is done by erasing
		return t.Stale()
	}
	if err := eraserOf(&t.Reading).End(t.Tx, q, t.Member.ID, report.RequestDone, ""); err != nil {
		return err
	}
	return t.Show(chat.Message{Text: texts.RequestOver(q.ID(), true)})
}

func askWhy(t *turn.Reading, q report.DataRequest) error {
	if q.Erasing(t.Tx.Now) {
		return t.Stale()
	}
	t.Ask(questionRefuse, q.Number)
	return t.Say(chat.Message{Text: texts.AskWhyRefused, Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
}

// refuse ends a request with the reason why it is not done.
func refuse(t *turn.Turn, q report.DataRequest) error {
	why := letters.First(letters.OneLine(t.Event.Text), 500)
	if letters.Len(why) < 3 || q.Erasing(t.Tx.Now) {
		return askWhy(&t.Reading, q)
	}
	t.CloseQuestion()
	if err := eraserOf(&t.Reading).End(t.Tx, q, t.Member.ID, report.RequestRefused, why); err != nil {
		return err
	}
	return t.Say(chat.Message{Text: texts.RequestOver(q.ID(), false)})
}
