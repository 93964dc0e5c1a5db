package board

import (
	"slices"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbPaper turn.Verb = "paper"

// paperKinds lists the documents of a period that the member may have, and in
// which post: the agency all, leaders what shows where things stand.
func paperKinds(t *turn.Reading) (kinds []string, as report.Post) {
	if as, ok := t.Post(turn.Agency, ""); ok {
		return []string{turn.PaperReport, turn.PaperUrge, turn.PaperWorkbook, turn.PaperBoard, turn.PaperChart}, as
	}
	as, _ = t.Post(turn.Leader, "")
	return []string{turn.PaperBoard, turn.PaperChart, turn.PaperReport}, as
}

// papersMenu lists the documents of a period.
func papersMenu(t *turn.Reading, p report.Period) error {
	kinds, _ := paperKinds(t)
	t.CloseQuestion()
	m := chat.Message{Title: texts.ToPapers(), Text: texts.PapersAsk(p)}
	if t.Options.PDFMissing {
		m.Text += "\n\n" + texts.PapersWithoutPDF()
	}
	for _, kind := range kinds {
		m.Buttons = append(m.Buttons, []chat.Button{turn.Button(texts.PaperName(kind), verbPaper, kind, p)})
	}
	m.Buttons = append(m.Buttons, []chat.Button{turn.Button(texts.LabelBack, digest.VerbShow, p, digest.Main, 0)})
	return t.Show(m)
}

// paperKind is a document that the member may have.
var paperKind = turn.NewKind("kind", func(t *turn.Reading, kind string) (string, turn.Refusal) {
	if kinds, _ := paperKinds(t); !slices.Contains(kinds, kind) {
		return "", turn.Stale
	}
	return kind, nil
})

// orderPaper has a document of a period made.
func orderPaper(t *turn.Turn, kind string, p report.Period) error {
	_, as := paperKinds(&t.Reading)
	return t.Order(kind, p, "", as)
}
