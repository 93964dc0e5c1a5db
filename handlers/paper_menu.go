package handlers

import (
	"slices"

	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbPaper = "paper" // kind period

// paperKinds lists the documents of a period that the member may have, and in
// which post: the agency all, leaders what shows where things stand, nobody
// else any.
func (t *turn) paperKinds() (kinds []string, as report.Post) {
	if as, ok := t.post("", report.Officer, report.Admin); ok {
		return []string{paperReport, paperUrge, paperWorkbook, paperBoard, paperChart}, as
	}
	if as, ok := t.post("", report.Leader); ok {
		return []string{paperBoard, paperChart, paperReport}, as
	}
	return nil, as
}

// papersMenu lists the documents of a period: period.
func (t *turn) papersMenu(do chat.Action) error {
	kinds, _ := t.paperKinds()
	if len(kinds) == 0 {
		return t.refuse(do.Verb)
	}
	p, ok := t.paperPeriod(do.Arg(0))
	if !ok {
		return t.stale()
	}
	t.closeQuestion()
	m := chat.Message{Title: texts.ToPapers(), Text: texts.PapersAsk(p)}
	for _, kind := range kinds {
		m.Buttons = append(m.Buttons, []chat.Button{button(texts.PaperName(kind), verbPaper, kind, p)})
	}
	m.Buttons = append(m.Buttons, []chat.Button{button(texts.LabelBack, digest.VerbShow, p, digest.Main, 0)})
	return t.show(m)
}

// orderPaper has a document of a period made: kind period.
func (t *turn) orderPaper(do chat.Action) error {
	kinds, as := t.paperKinds()
	if !slices.Contains(kinds, do.Arg(0)) {
		return t.refuse(do.Verb)
	}
	p, ok := t.paperPeriod(do.Arg(1))
	if !ok {
		return t.stale()
	}
	return t.order(do.Arg(0), p, "", as)
}
