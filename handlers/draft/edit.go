package draft

import (
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbEdit  turn.Verb = "d.edit"
	verbMore  turn.Verb = "d.more"
	verbField turn.Verb = "d.field"
)

// editDraft lists the fields that were asked, to change one.
func editDraft(t *turn.Reading, d report.Draft) error {
	u := unitOf(t, d)
	var buttons []chat.Button
	for _, q := range form.Questions {
		asked := q.Needed(d, u) || q.Optional(d, u) && q.Shown(d) != ""
		if asked && (q.Key != "unit" || d.Amends == "" && len(t.Member.Represented()) > 1 && d.OnBehalf == "") {
			buttons = append(buttons, fieldButton(d, q, fromEdit, ""))
		}
	}
	buttons = append(buttons, turn.Button(texts.ToBack, verbReview, d.ID, d.Version))
	return t.Show(chat.Message{Text: texts.EditHead(), Buttons: turn.Pairs(buttons)})
}

// moreDraft lists the optional fields.
func moreDraft(t *turn.Turn, d report.Draft) error {
	return listMore(t, d, "")
}

func listMore(t *turn.Turn, d report.Draft, note string) error {
	d.Step = ""
	d, err := t.Tx.PutDraft(d)
	if err != nil {
		return err
	}
	u := unitOf(&t.Reading, d)
	var buttons []chat.Button
	for _, q := range form.Questions {
		if q.Optional(d, u) {
			mark := ""
			if q.Shown(d) != "" {
				mark = texts.ToMark
			}
			buttons = append(buttons, fieldButton(d, q, fromMore, mark))
		}
	}
	lines := append(turn.Pairs(buttons), []chat.Button{turn.Button(texts.ToReview, verbReview, d.ID, d.Version)})
	text := texts.MoreHead()
	if note != "" {
		text = note + "\n\n" + text
	}
	t.Talk.Draft = d.ID
	t.Ask(QuestionPreview)
	return t.Prompt(chat.Message{Text: text, Buttons: lines})
}

func fieldButton(d report.Draft, q form.Question, from, mark string) chat.Button {
	return turn.Button(mark+texts.FieldName(q.Key, d.Content), verbField, d.ID, d.Version, q.Key, from)
}

// askField asks one field.
func askField(t *turn.Turn, d report.Draft, q form.Question, from string) error {
	u := unitOf(&t.Reading, d)
	if !q.Needed(d, u) && !q.Optional(d, u) || q.Key == "unit" && (d.OnBehalf != "" || d.Amends != "") {
		return t.Stale()
	}
	return askStep(t, d, q, "", from)
}
