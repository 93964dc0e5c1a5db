package directory

import (
	"guongsang/handlers/pick"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	// VerbMenu shows what can be changed of a unit.
	VerbMenu   turn.Verb = "dir"
	verbFormer turn.Verb = "dirf"
	verbSent   turn.Verb = "dirs"
)

// menu offers what can be changed of a unit, in two pages.
func menu(t *turn.Reading, u report.Unit, more bool) error {
	t.CloseQuestion()
	field := func(f field) chat.Button { return turn.Button(texts.UnitField(string(f)), verbField, u.Code, f) }
	if more {
		return t.Show(chat.Message{Title: u.Name, Text: t.Office.UnitTerms(u), Buttons: [][]chat.Button{
			{field(fieldQuota), field(fieldRoster)},
			{field(fieldSuperior), field(fieldSymbol)},
			{trainingButton(u), turn.Button(texts.LabelBack, VerbMenu, u.Code)},
		}})
	}
	return t.Show(chat.Message{Title: u.Name, Text: t.Office.UnitTerms(u), Buttons: [][]chat.Button{
		{field(fieldName), field(fieldBlock)},
		{field(fieldDuties), turn.Button(texts.LabelPauseUnit, turn.VerbPick, pick.ToPause, u.Code)},
		{turn.Button(texts.LabelMergeOrClose, verbEnd, u.Code), turn.Button(texts.LabelMoreOfUnit, VerbMenu, u.Code, 1)},
	}})
}

// HistoryButtons lead from a unit to those that went on from it, or that it goes on from.
func HistoryButtons(t *turn.Reading, u report.Unit) (lines [][]chat.Button) {
	d := t.Tx.Directory()
	for _, heir := range u.Heirs() {
		if len(lines) < turn.Listed-4 {
			lines = append(lines, []chat.Button{turn.Button(texts.LabelSuccessor(t.UnitName(heir)), digest.VerbUnit, heir)})
		}
	}
	if len(d.Former(u.Code)) > 0 {
		lines = append(lines, []chat.Button{turn.Button(texts.LabelFormerUnits, verbFormer, u.Code, 0)})
	}
	return lines
}

// SentButton lists what a unit sent, and those that it goes on from.
func SentButton(u report.Unit) chat.Button { return turn.Button(texts.WordSent, verbSent, u.Code, 0) }

// showFormer lists the units that a unit goes on from.
func showFormer(t *turn.Reading, u report.Unit, page int) error {
	former := t.Tx.Directory().Former(u.Code)
	from, to, pages := turn.Bounds(len(former), turn.Listed-2, page)
	var lines [][]chat.Button
	for _, f := range former[from:to] {
		lines = append(lines, []chat.Button{turn.Button(texts.UnitButton(f), digest.VerbUnit, f.Code)})
	}
	lines = append(lines, digest.Pager(from/(turn.Listed-2), pages, string(verbFormer), u.Code)...)
	lines = append(lines, []chat.Button{SentButton(u), turn.Button(texts.LabelBack, digest.VerbUnit, u.Code)})
	return t.Show(chat.Message{Title: u.Name, Text: texts.FormerUnits(former[from:to]), Buttons: lines})
}

// showSent lists what a unit and those that it goes on from sent, newest first.
func showSent(t *turn.Reading, u report.Unit, page int) error {
	numbers, err := t.SentBy(u)
	if err != nil {
		return err
	}
	from, to, _ := turn.Bounds(len(numbers), turn.Listed, page)
	list, err := t.Tx.ExamplesNumbered(numbers[from:to])
	if err != nil {
		return err
	}
	text := texts.SentHead(u.Name, len(numbers))
	var buttons []chat.Button
	for i, e := range list {
		text += texts.SentLine(i+1, e)
		buttons = append(buttons, turn.Button(e.Number, digest.VerbExample, e.Number))
	}
	lines := append(turn.Pairs(buttons), turn.Pager(verbSent, from/turn.Listed, len(numbers), u.Code)...)
	return t.Show(chat.Message{Title: u.Name, Text: text, Buttons: append(lines, []chat.Button{turn.Button(texts.LabelBack, digest.VerbUnit, u.Code)})})
}
