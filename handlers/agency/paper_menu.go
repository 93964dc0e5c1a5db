package agency

import (
	"slices"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbPaper = "paper" // kind period

// paperKinds lists the documents of a period that the member may have, and in
// which post: the agency all, leaders what shows where things stand, nobody
// else any.
func paperKinds(t *turn.Turn) (kinds []string, as report.Post) {
	if as, ok := t.Post("", report.Officer, report.Admin); ok {
		return []string{turn.PaperReport, turn.PaperUrge, turn.PaperWorkbook, turn.PaperBoard, turn.PaperChart}, as
	}
	if as, ok := t.Post("", report.Leader); ok {
		return []string{turn.PaperBoard, turn.PaperChart, turn.PaperReport}, as
	}
	return nil, as
}

// papersMenu lists the documents of a period: period.
func papersMenu(t *turn.Turn, do chat.Action) error {
	kinds, _ := paperKinds(t)
	if len(kinds) == 0 {
		return t.Refuse(do.Verb)
	}
	p, ok := t.PaperPeriod(do.Arg(0))
	if !ok {
		return t.Stale()
	}
	t.CloseQuestion()
	m := chat.Message{Title: texts.ToPapers(), Text: texts.PapersAsk(p)}
	for _, kind := range kinds {
		m.Buttons = append(m.Buttons, []chat.Button{turn.Button(texts.PaperName(kind), verbPaper, kind, p)})
	}
	m.Buttons = append(m.Buttons, []chat.Button{turn.Button(texts.LabelBack, digest.VerbShow, p, digest.Main, 0)})
	return t.Show(m)
}

// orderPaper has a document of a period made: kind period.
func orderPaper(t *turn.Turn, do chat.Action) error {
	kinds, as := paperKinds(t)
	if !slices.Contains(kinds, do.Arg(0)) {
		return t.Refuse(do.Verb)
	}
	p, ok := t.PaperPeriod(do.Arg(1))
	if !ok {
		return t.Stale()
	}
	return t.Order(do.Arg(0), p, "", as)
}
