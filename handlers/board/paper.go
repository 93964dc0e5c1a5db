package board

import (
	"slices"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbPapersOf    turn.Verb = "papof" // a group
	verbPaper       turn.Verb = "paper"
	verbAskInternal turn.Verb = "paperq"
	verbInternal    turn.Verb = "paperin"
)

// mostPapers is how many documents a message offers, beside the way back.
const mostPapers = 5

// groups are the documents of a period by what they are, in the order in which they
// are offered.
var groups = []struct {
	name  string
	kinds []string
}{
	{"letters", []string{turn.PaperReport, turn.PaperUrge}},
	{"lists", []string{turn.PaperWorkbook, turn.PaperPress, turn.PaperNominees, turn.PaperAnnex}},
	{"pictures", []string{turn.PaperSummary, turn.PaperBoard, turn.PaperChart}},
}

// internal are the documents with names that not everybody may read.
var internal = []string{turn.PaperAnnex, turn.PaperNominees}

// paperKinds lists the documents of a period that the member may have, and in
// which post: the agency all, leaders what shows where things stand, and what is for
// internal readers where the agency's configuration makes them such.
func paperKinds(t *turn.Reading) (kinds []string, as report.Post) {
	if as, ok := t.Post(turn.Agency, ""); ok {
		for _, g := range groups {
			kinds = append(kinds, g.kinds...)
		}
		return kinds, as
	}
	as, _ = t.Post(turn.Leader, "")
	kinds = []string{turn.PaperSummary, turn.PaperBoard, turn.PaperChart, turn.PaperReport}
	if t.Options.Leaders == privacy.Internal {
		kinds = append(kinds, turn.PaperNominees, turn.PaperAnnex)
	}
	return kinds, as
}

// papersMenu lists the documents of a period, or what kinds there are where they are
// too many for a message.
func papersMenu(t *turn.Reading, p report.Period) error {
	kinds, _ := paperKinds(t)
	back := turn.Button(texts.LabelBack, digest.VerbShow, p, digest.Main, 0)
	if len(kinds) <= mostPapers {
		return offerPapers(t, p, kinds, back)
	}
	var buttons []chat.Button
	for _, g := range groups {
		buttons = append(buttons, turn.Button(texts.PaperGroup(g.name), verbPapersOf, g.name, p))
	}
	return showPapers(t, p, append(buttons, back))
}

// papersOf lists the documents of a group.
func papersOf(t *turn.Reading, kinds []string, p report.Period) error {
	return offerPapers(t, p, kinds, turn.Button(texts.LabelBack, digest.VerbPapers, p))
}

func offerPapers(t *turn.Reading, p report.Period, kinds []string, back chat.Button) error {
	var buttons []chat.Button
	for _, kind := range kinds {
		buttons = append(buttons, paperButton(t, kind, p))
	}
	return showPapers(t, p, append(buttons, back))
}

func showPapers(t *turn.Reading, p report.Period, buttons []chat.Button) error {
	t.CloseQuestion()
	text := texts.PapersAsk(p)
	if t.Options.PDFMissing {
		text += "\n\n" + texts.PapersWithoutPDF()
	}
	return t.Show(chat.Message{Title: texts.ToPapers(), Text: text, Buttons: turn.Column(buttons...)})
}

// paperGroup is those documents of a group, by its name, that the member may have.
var paperGroup = turn.NewKind("papers", func(t *turn.Reading, name string) (kinds []string, no turn.Refusal) {
	may, _ := paperKinds(t)
	for _, g := range groups {
		for _, kind := range g.kinds {
			if g.name == name && slices.Contains(may, kind) {
				kinds = append(kinds, kind)
			}
		}
	}
	if len(kinds) == 0 {
		return nil, turn.Stale
	}
	return kinds, nil
})

// paperKind is a document that the member may have, and that is made without asking.
var paperKind = turn.NewKind("kind", func(t *turn.Reading, kind string) (string, turn.Refusal) {
	if kinds, _ := paperKinds(t); !slices.Contains(kinds, kind) || slices.Contains(internal, kind) {
		return "", turn.Stale
	}
	return kind, nil
})

// internalKind is a document for internal readers that the member may have.
var internalKind = turn.NewKind("internal", func(t *turn.Reading, kind string) (string, turn.Refusal) {
	if kinds, _ := paperKinds(t); !slices.Contains(kinds, kind) || !slices.Contains(internal, kind) {
		return "", turn.Stale
	}
	return kind, nil
})

// orderPaper has a document of a period made.
func orderPaper(t *turn.Turn, kind string, p report.Period) error {
	_, as := paperKinds(&t.Reading)
	return t.Order(kind, p, "", as)
}

// askInternal says what is in a document before it is made.
func askInternal(t *turn.Reading, kind string, p report.Period) error {
	t.CloseQuestion()
	return t.Show(chat.Message{Text: texts.AskInternalPaper(kind, p), Buttons: turn.Column(
		turn.Button(texts.LabelMakeInternal, verbInternal, kind, p), turn.Button(texts.LabelBack, digest.VerbPapers, p),
	)})
}

// orderInternal has it made, in the place of the question. That it was handed over is
// written to the audit log by who does so.
func orderInternal(t *turn.Turn, kind string, p report.Period) error {
	_, as := paperKinds(&t.Reading)
	return t.OrderHere(kind, p, "", as)
}
