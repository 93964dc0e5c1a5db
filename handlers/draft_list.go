package handlers

import (
	"slices"
	"strconv"

	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbDrafts = "d.list" // page

// drafts lists the member's drafts that have something in them, newest first.
func (t *turn) drafts() (list []report.Draft, err error) {
	all, err := t.tx.Drafts(t.member.ID)
	for _, d := range slices.Backward(all) {
		if t.owns(d) && !form.Blank(d) {
			list = append(list, d)
		}
	}
	return list, err
}

func (t *turn) offerDrafts(drafts []report.Draft, unit, period string) error {
	var buttons []chat.Button
	for _, d := range drafts[:min(len(drafts), listed)] {
		buttons = append(buttons, button(texts.ResumeLabel(d), verbResumeDraft, d.ID))
	}
	args := []any{}
	if unit != "" {
		args = append(args, unit, period)
	}
	if len(drafts) > listed {
		buttons = append(buttons, button(texts.ToLater, verbDrafts, 1))
	}
	if len(t.member.Units()) > 0 {
		buttons = append(buttons, button(texts.ToNew, verbNew, args...))
	}
	t.closeQuestion()
	return t.show(chat.Message{Text: t.Office.DraftsOpen(len(drafts)), Buttons: column(buttons...)})
}

// listDrafts shows a page of drafts: page.
func (t *turn) listDrafts(do chat.Action) error {
	drafts, err := t.drafts()
	if err != nil {
		return err
	}
	page, _ := strconv.Atoi(do.Arg(0))
	if page < 0 || page*listed >= len(drafts) {
		return t.stale()
	}
	var buttons []chat.Button
	for _, d := range drafts[page*listed : min(len(drafts), (page+1)*listed)] {
		buttons = append(buttons, button(texts.ResumeLabel(d), verbResumeDraft, d.ID))
	}
	lines := append(column(buttons...), pager(verbDrafts, page, len(drafts))...)
	return t.show(chat.Message{Text: t.Office.DraftsOpen(len(drafts)), Buttons: lines})
}
