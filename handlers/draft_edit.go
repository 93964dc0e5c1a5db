package handlers

import (
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbEdit  = "d.edit"  // draft version
	verbMore  = "d.more"  // draft version
	verbField = "d.field" // draft version question from
)

// editDraft lists the fields that were asked, to change one: draft, version.
func (t *turn) editDraft(do chat.Action) error {
	d, ok, err := t.held(do)
	if err != nil || !ok {
		return err
	}
	var buttons []chat.Button
	for _, q := range form.Questions {
		asked := q.Needed(d) || q.Optional(d) && q.Shown(d) != ""
		if asked && (q.Key != "unit" || d.Amends == "" && len(t.member.Units()) > 1 && d.OnBehalf == "") {
			buttons = append(buttons, fieldButton(d, q, fromEdit, ""))
		}
	}
	buttons = append(buttons, button(texts.ToBack, verbReview, d.ID, d.Version))
	return t.show(chat.Message{Text: texts.EditHead(), Buttons: pairs(buttons)})
}

// moreDraft lists the optional fields: draft, version.
func (t *turn) moreDraft(do chat.Action) error {
	d, ok, err := t.held(do)
	if err != nil || !ok {
		return err
	}
	return t.listMore(d, "")
}

func (t *turn) listMore(d report.Draft, note string) error {
	d.Step = ""
	d, err := t.tx.PutDraft(d)
	if err != nil {
		return err
	}
	var buttons []chat.Button
	for _, q := range form.Questions {
		if q.Optional(d) {
			mark := ""
			if q.Shown(d) != "" {
				mark = texts.ToMark
			}
			buttons = append(buttons, fieldButton(d, q, fromMore, mark))
		}
	}
	lines := append(pairs(buttons), []chat.Button{button(texts.ToReview, verbReview, d.ID, d.Version)})
	text := texts.MoreHead()
	if note != "" {
		text = note + "\n\n" + text
	}
	t.talk.Draft = d.ID
	t.ask(questionPreview)
	return t.show(chat.Message{Text: text, Buttons: lines})
}

func fieldButton(d report.Draft, q form.Question, from, mark string) chat.Button {
	return button(mark+texts.FieldName(q.Key, d.Content), verbField, d.ID, d.Version, q.Key, from)
}

// askField asks one field: draft, version, question, from.
func (t *turn) askField(do chat.Action) error {
	d, ok, err := t.held(do)
	if err != nil || !ok {
		return err
	}
	q, known := form.Find(do.Arg(2))
	if !known || !q.Needed(d) && !q.Optional(d) || q.Key == "unit" && (d.OnBehalf != "" || d.Amends != "") {
		return t.stale()
	}
	return t.askStep(d, q, "", do.Arg(3))
}
