package draft

import (
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/intent"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbSave    turn.Verb = "d.save"
	verbDrop    turn.Verb = "d.drop"
	verbDropped turn.Verb = "d.dropped"
)

// Save leaves a draft for later. Who says to throw it away is asked.
func Save(t *turn.Turn, d report.Draft) error {
	if intent.Discards(t.Event.Text) {
		return askDrop(&t.Reading, d)
	}
	if _, err := t.Tx.PutDraft(d); err != nil {
		return err
	}
	leaveDraft(t)
	return t.Show(chat.Message{Text: texts.Saved(), Buttons: turn.Column(turn.Button(texts.ResumeLabel(d), verbResumeDraft, d.ID))})
}

// leaveDraft closes a draft in the conversation; the draft itself stays.
func leaveDraft(t *turn.Turn) {
	t.Talk.Draft, t.Talk.Counter = 0, ""
	t.CloseQuestion()
}

// askDrop asks once before a draft is thrown away.
func askDrop(t *turn.Reading, d report.Draft) error {
	t.CloseQuestion() // a number now means one of these buttons
	return t.Show(chat.Message{Text: texts.AskDrop(d), Buttons: [][]chat.Button{{
		turn.Button(texts.ToDrop, verbDropped, d.ID, d.Version), turn.Button(texts.ToDropNot, verbResumeDraft, d.ID),
	}}})
}

// droppedDraft throws a draft away.
func droppedDraft(t *turn.Turn, d report.Draft) error {
	if err := throwAway(t, d); err != nil {
		return err
	}
	leaveDraft(t)
	return t.Show(chat.Message{Text: texts.Dropped()})
}

// throwAway deletes a draft, which nobody else has seen: only that there was one stays.
func throwAway(t *turn.Turn, d report.Draft) error {
	if err := t.Tx.DeleteDraft(d); err != nil {
		return err
	}
	return t.Tx.Audit(t.Member.ID, report.DraftDropped, report.Ref{Unit: d.Unit, Example: d.Amends})
}

// cancelWord is /huy or the typed word: it asks about the open draft, or
// closes the open question.
func cancelWord(t *turn.Reading) error {
	d, ok, err := t.Opened()
	if err != nil {
		return err
	}
	if ok {
		return askDrop(t, d)
	}
	text := texts.NothingOpen()
	if t.Talk.Ask != "" {
		text = texts.LeftAsIs()
	}
	t.CloseQuestion()
	return t.MainMenu(text)
}
