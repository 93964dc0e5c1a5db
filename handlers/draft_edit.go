package handlers

import (
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// editDraft lists the fields that were asked, to change one: draft, version.
func (t *turn) editDraft(do chat.Action) error {
	d, ok, err := t.held(do)
	if err != nil || !ok {
		return err
	}
	var buttons []chat.Button
	for _, s := range steps {
		asked := s.needed(d) || s.extra(d) && s.shown(d) != ""
		if asked && (s.key != "unit" || d.Amends == "" && len(t.member.Units()) > 1 && d.OnBehalf == "") {
			buttons = append(buttons, fieldButton(d, s, fromEdit, ""))
		}
	}
	buttons = append(buttons, button(texts.ToBack, "d.review", d.ID, d.Version))
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
	for _, s := range steps {
		if s.extra(d) {
			mark := ""
			if s.shown(d) != "" {
				mark = texts.ToMark
			}
			buttons = append(buttons, fieldButton(d, s, fromMore, mark))
		}
	}
	lines := append(pairs(buttons), []chat.Button{button(texts.ToReview, "d.review", d.ID, d.Version)})
	text := texts.MoreHead()
	if note != "" {
		text = note + "\n\n" + text
	}
	t.talk.Draft = d.ID
	t.ask(askPrefix + "preview")
	return t.show(chat.Message{Text: text, Buttons: lines})
}

func fieldButton(d report.Draft, s step, from, mark string) chat.Button {
	return button(mark+texts.FieldName(s.key, d.Content), "d.field", d.ID, d.Version, s.key, from)
}

// askField asks one field: draft, version, question, from.
func (t *turn) askField(do chat.Action) error {
	d, ok, err := t.held(do)
	if err != nil || !ok {
		return err
	}
	s, known := stepOf(do.Arg(2))
	if !known || !s.needed(d) && !s.extra(d) || s.key == "unit" && (d.OnBehalf != "" || d.Amends != "") {
		return t.stale()
	}
	return t.askStep(d, s, "", do.Arg(3))
}

// pairs puts two buttons on a line.
func pairs(buttons []chat.Button) (lines [][]chat.Button) {
	for len(buttons) > 1 {
		lines, buttons = append(lines, buttons[:2:2]), buttons[2:]
	}
	if len(buttons) > 0 {
		lines = append(lines, buttons)
	}
	return lines
}
