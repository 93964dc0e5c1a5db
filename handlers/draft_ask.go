package handlers

import (
	"cmp"
	"fmt"

	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Where a question was come to from, when not by the short path.
const (
	fromEdit = "edit" // "Sửa"
	fromMore = "more" // "Bổ sung thêm"
)

// unitChoices are the units that the member serves.
func (t *turn) unitChoices() (list []form.Choice) {
	for _, code := range t.member.Units() {
		list = append(list, form.Choice{Label: t.unitName(code), Value: code})
	}
	return list
}

// goOn asks what is missing, and when nothing is shows the whole.
func (t *turn) goOn(d report.Draft, note string) error {
	if q, ok := form.Missing(d); ok {
		return t.askStep(d, q, note, "")
	}
	return t.preview(d, note)
}

// askStep opens a question and writes the draft with it.
func (t *turn) askStep(d report.Draft, q form.Question, note, from string) error {
	d.Step = q.Key
	d, err := t.tx.PutDraft(d)
	if err != nil {
		return err
	}
	return t.question(d, q, note, from)
}

// question shows a question of a draft as it is written.
func (t *turn) question(d report.Draft, q form.Question, note, from string) error {
	t.talk.Draft, t.talk.Counter = d.ID, ""
	t.ask(questionPrefix+q.Key, from)
	text := q.Ask(d)
	if note = cmp.Or(note, q.Warning(d)); note != "" {
		text = note + "\n\n" + text
	}
	if q.Key == "unit" {
		return t.show(chat.Message{Text: text, Buttons: t.buttonsOf(d, q, from)})
	}
	return t.show(chat.Message{Title: q.Heading(d), Text: text, Buttons: t.buttonsOf(d, q, from)})
}

// repeat shows again where the draft stands, with a note.
func (t *turn) repeat(d report.Draft, note string) error {
	if q, ok := form.Find(d.Step); ok {
		from := ""
		if t.talk.Ask == questionPrefix+q.Key {
			from = t.arg(0)
		}
		return t.question(d, q, note, from)
	}
	if _, ok := form.Missing(d); ok {
		return t.goOn(d, note)
	}
	return t.showPreview(d, note)
}

// questionPrefix begins the names of the open questions of drafts.
const questionPrefix = "d."

func (t *turn) buttonsOf(d report.Draft, q form.Question, from string) [][]chat.Button {
	lines := t.choiceButtons(d, q)
	if q.Warning(d) != "" {
		lines = append(lines, column(button(texts.ToCut, verbCut, d.ID, d.Version))...)
	}
	if q.Key == "files" && len(d.Content.Media) > 0 {
		lines = append(lines, column(button(texts.ToNoFiles, verbNoFiles, d.ID, d.Version))...)
	}
	return append(lines, t.steering(d, q, from))
}

func (t *turn) choiceButtons(d report.Draft, q form.Question) (lines [][]chat.Button) {
	list := q.Choices(t.unitChoices())
	for i, c := range list {
		label := fmt.Sprintf("%d. %s", i+1, c.Label)
		b := button(label, verbChoose, d.ID, d.Version, q.Key, i)
		if q.Several {
			b = tickButton(d, c, label)
		}
		if len(list) > 4 && i%2 == 1 {
			lines[len(lines)-1] = append(lines[len(lines)-1], b)
			continue
		}
		lines = append(lines, []chat.Button{b})
	}
	return lines
}

// steering is the last line of a question: back, past it, out.
func (t *turn) steering(d report.Draft, q form.Question, from string) []chat.Button {
	buttons := []chat.Button{button(texts.ToBack, verbBack, d.ID, d.Version, q.Key, from)}
	switch {
	case q.Several, q.Key == "files":
		buttons = append(buttons, button(texts.ToDone, verbKeep, d.ID, d.Version, from))
	case q.Shown(d) != "":
		buttons = append(buttons, button(texts.ToKeep, verbKeep, d.ID, d.Version, from))
	case !q.Needed(d):
		buttons = append(buttons, button(texts.ToSkip, verbKeep, d.ID, d.Version, from))
	}
	return append(buttons, button(texts.WordCancel, verbDrop, d.ID, d.Version))
}
