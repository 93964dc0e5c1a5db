package review

import (
	"errors"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage/records"
)

// in is an example in one state of review, in the version that the officer saw.
func in(r report.Review) turn.Kind[report.Example] {
	return turn.ExampleAt(notThisVersion).If(func(_ *turn.Reading, e report.Example) turn.Refusal {
		if e.Review == r {
			return nil
		}
		return turn.Stale
	})
}

// settled refuses an example of which something is public, or may be: that is taken
// back first.
func settled(t *turn.Reading, e report.Example) turn.Refusal {
	pub, err := t.Tx.Publication(e.Number)
	if err := records.IgnoreNotFound(err); err != nil {
		return turn.Failed(err)
	}
	if pub.Settled() {
		return nil
	}
	return func(t *turn.Turn) error {
		t.CloseQuestion()
		return t.Say(chat.Message{Text: texts.TakeBackFirst(e.Number, pub.Progress == records.Doubtful), Buttons: turn.Column(
			turn.Button(texts.LabelOpenPublicity, chat.VerbPublication, e.Number))})
	}
}

// selectExample chooses an accepted example for publicity.
func selectExample(t *turn.Turn, e report.Example) error {
	e.Review = report.Selected
	if _, err := rule(t, &e, report.ExampleSelected, chat.Message{}); err != nil {
		return err
	}
	return errors.Join(t.Toast(texts.SelectedToast(e.Number)), showRuled(t, e))
}

// unselectExample takes the choice back; the example stays accepted.
func unselectExample(t *turn.Turn, e report.Example) error {
	e.Review = report.Accepted
	if _, err := rule(t, &e, report.ExampleUnselected, chat.Message{}); err != nil {
		return err
	}
	return errors.Join(t.Toast(texts.UnselectedToast(e.Number)), showRuled(t, e))
}
