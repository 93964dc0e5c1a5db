package unit

import (
	"slices"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbDrafts turn.Verb = "d.list"

// Drafts lists the member's drafts that have something in them, newest first.
func Drafts(t *turn.Reading) (list []report.Draft, err error) {
	all, err := t.Tx.Drafts(t.Member.ID)
	for _, d := range slices.Backward(all) {
		if t.Owns(d) && !form.Blank(d) {
			list = append(list, d)
		}
	}
	return list, err
}

// OfferDrafts offers to go on with one of the drafts, or to begin anew: for a
// unit and period, where they are known.
func OfferDrafts(t *turn.Reading, drafts []report.Draft, unit string, p report.Period) error {
	var buttons []chat.Button
	for _, d := range drafts[:min(len(drafts), listed)] {
		buttons = append(buttons, turn.Button(texts.ResumeLabel(d), verbResumeDraft, d.ID))
	}
	var args []any
	if unit != "" {
		args = append(args, unit)
	}
	if p != (report.Period{}) {
		args = append(args, p)
	}
	if len(drafts) > listed {
		buttons = append(buttons, turn.Button(texts.ToLater, verbDrafts, 1))
	}
	if len(t.Member.Represented()) > 0 {
		buttons = append(buttons, turn.Button(texts.ToNew, verbNew, args...))
	}
	t.CloseQuestion()
	return t.Show(chat.Message{Text: t.Office.DraftsOpen(len(drafts)), Buttons: turn.Column(buttons...)})
}

// listDrafts shows a page of drafts.
func listDrafts(t *turn.Reading, page int) error {
	drafts, err := Drafts(t)
	if err != nil {
		return err
	}
	if page*listed >= len(drafts) {
		return t.Stale()
	}
	var buttons []chat.Button
	for _, d := range drafts[page*listed : min(len(drafts), (page+1)*listed)] {
		buttons = append(buttons, turn.Button(texts.ResumeLabel(d), verbResumeDraft, d.ID))
	}
	lines := append(turn.Column(buttons...), pager(verbDrafts, page, len(drafts))...)
	return t.Show(chat.Message{Text: t.Office.DraftsOpen(len(drafts)), Buttons: lines})
}
