package draft

import (
	"slices"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbDrafts turn.Verb = "d.list"

// List lists the member's drafts that have something in them, newest first.
func List(t *turn.Reading) (list []report.Draft, err error) {
	all, err := t.Tx.Drafts(t.Member.ID)
	for _, d := range slices.Backward(all) {
		if t.Owns(d) && !form.Blank(d) {
			list = append(list, d)
		}
	}
	return list, err
}

// Offer offers to go on with one of the drafts, or to begin anew: for a
// unit and period, where they are known.
func Offer(t *turn.Reading, drafts []report.Draft, unit string, p report.Period) error {
	buttons := resuming(drafts[:min(len(drafts), turn.Listed)])
	var args []any
	if unit != "" {
		args = append(args, unit)
	}
	if p != (report.Period{}) {
		args = append(args, p)
	}
	if len(drafts) > turn.Listed {
		buttons = append(buttons, turn.Button(texts.ToLater, verbDrafts, 1))
	}
	if len(t.Member.Represented()) > 0 {
		buttons = append(buttons, turn.Button(texts.ToNew, VerbNew, args...))
	}
	t.CloseQuestion()
	return t.Show(chat.Message{Text: t.Office.DraftsOpen(len(drafts)), Buttons: turn.Column(buttons...)})
}

// resuming are the buttons by which drafts are gone on with.
func resuming(drafts []report.Draft) (buttons []chat.Button) {
	for _, d := range drafts {
		buttons = append(buttons, turn.Button(texts.ResumeLabel(d), verbResumeDraft, d.ID))
	}
	return buttons
}

// Waiting says of the drafts that are kept that they are not sent yet, with the buttons
// that lead to the newest; "" if there are none.
func Waiting(t *turn.Reading) (text string, buttons []chat.Button, err error) {
	drafts, err := List(t)
	if err != nil || len(drafts) == 0 {
		return "", nil, err
	}
	return texts.DraftsWait(len(drafts)), resuming(drafts[:min(len(drafts), 3)]), nil
}

// listDrafts shows a page of drafts.
func listDrafts(t *turn.Reading, page int) error {
	drafts, err := List(t)
	if err != nil {
		return err
	}
	if page*turn.Listed >= len(drafts) {
		return t.Stale()
	}
	lines := append(turn.Column(resuming(drafts[page*turn.Listed:min(len(drafts), (page+1)*turn.Listed)])...), turn.Pager(verbDrafts, page, len(drafts))...)
	return t.Show(chat.Message{Text: t.Office.DraftsOpen(len(drafts)), Buttons: lines})
}
