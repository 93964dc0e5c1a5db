package unit

import (
	"slices"
	"strconv"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbDrafts = "d.list" // page

// Drafts lists the member's drafts that have something in them, newest first.
func Drafts(t *turn.Turn) (list []report.Draft, err error) {
	all, err := t.Tx.Drafts(t.Member.ID)
	for _, d := range slices.Backward(all) {
		if t.Owns(d) && !form.Blank(d) {
			list = append(list, d)
		}
	}
	return list, err
}

func OfferDrafts(t *turn.Turn, drafts []report.Draft, unit, period string) error {
	var buttons []chat.Button
	for _, d := range drafts[:min(len(drafts), turn.Listed)] {
		buttons = append(buttons, turn.Button(texts.ResumeLabel(d), verbResumeDraft, d.ID))
	}
	args := []any{}
	if unit != "" {
		args = append(args, unit, period)
	}
	if len(drafts) > turn.Listed {
		buttons = append(buttons, turn.Button(texts.ToLater, verbDrafts, 1))
	}
	if len(t.Member.Units()) > 0 {
		buttons = append(buttons, turn.Button(texts.ToNew, verbNew, args...))
	}
	t.CloseQuestion()
	return t.Show(chat.Message{Text: t.Office.DraftsOpen(len(drafts)), Buttons: turn.Column(buttons...)})
}

// listDrafts shows a page of drafts: page.
func listDrafts(t *turn.Turn, do chat.Action) error {
	drafts, err := Drafts(t)
	if err != nil {
		return err
	}
	page, _ := strconv.Atoi(do.Arg(0))
	if page < 0 || page*turn.Listed >= len(drafts) {
		return t.Stale()
	}
	var buttons []chat.Button
	for _, d := range drafts[page*turn.Listed : min(len(drafts), (page+1)*turn.Listed)] {
		buttons = append(buttons, turn.Button(texts.ResumeLabel(d), verbResumeDraft, d.ID))
	}
	lines := append(turn.Column(buttons...), turn.Pager(verbDrafts, page, len(drafts))...)
	return t.Show(chat.Message{Text: t.Office.DraftsOpen(len(drafts)), Buttons: lines})
}
