package unit

import (
	"guongsang/handlers/card"
	"guongsang/handlers/draft"
	"guongsang/handlers/duty"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// seeSent shows one example.
func seeSent(t *turn.Reading, e report.Example) error { return showExample(t, e, "") }

func showExample(t *turn.Reading, e report.Example, note string) error {
	back := turn.Column(turn.Button(texts.ToBack, verbSent, e.Unit, 0))
	if !e.Erased.IsZero() {
		return t.Show(chat.Message{Text: texts.ErasedExample(e.Number), Buttons: back})
	}
	credits, err := duty.Credits(t, e)
	if err != nil {
		return err
	}
	h, err := t.Tx.Handling(e.Number)
	if err != nil {
		return err
	}
	title, text := t.Office.Sent(e, t.UnitName(e.Unit), credits)
	if !h.Forwarded.At.IsZero() {
		text += "\n" + t.Office.ForwardedForUnit(h.Forwarded.At)
	}
	if note != "" {
		text = note + "\n\n" + text
	}
	var lines [][]chat.Button
	switch e.Review {
	case report.Returned:
		lines = [][]chat.Button{{turn.Button(texts.ToComplete, chat.VerbComplete, e.Number, e.Version), turn.Button(texts.ToWithdraw, verbWithdraw, e.Number, e.Version)}}
	case report.Received:
		lines = [][]chat.Button{{turn.Button(texts.ToEdit, verbAmend, e.Number, e.Version), turn.Button(texts.ToWithdraw, verbWithdraw, e.Number, e.Version)}}
	case report.Withdrawn:
		lines = turn.Column(sendingAnew(e)...)
	case report.Accepted, report.Selected, report.Published, report.Retracted:
		lines = turn.Column(turn.Button(texts.LabelAskCorrection, verbAskCorrection, e.Number, e.Version))
	}
	if privacy.Accepted(e.Review) && e.Content.Consent != report.NotGiven {
		lines = append(lines, []chat.Button{turn.Button(texts.LabelEvidence, card.VerbEvidence, e.Number), turn.Button(texts.LabelConsentBack, card.VerbConsent, e.Number)})
	}
	if texts.Shortened(e.Content) {
		lines = append(lines, turn.Column(turn.Button(texts.LabelFull, draft.VerbSentWhole, e.Number, 0))...)
	}
	if len(e.Periods) > 0 && e.Review != report.Withdrawn {
		lines = append(lines, []chat.Button{LetterButton(e.Unit, e.Periods[0])})
	}
	return t.Show(chat.Message{Title: title, Text: text, Buttons: append(lines, back...)})
}
