package handlers

import (
	"slices"
	"strconv"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// answerDraft takes a text for the open question of the open draft.
func (t *turn) answerDraft() error {
	d, ok, err := t.opened()
	if err != nil {
		return err
	}
	s, known := stepOf(t.talk.Ask[len(askPrefix):])
	if !ok || !known || d.Step != s.key {
		t.ask("")
		return t.unasked()
	}
	from, text := t.arg(0), clean(t.ev.Text)
	if holdsCitizenID(text) {
		return t.question(d, s, texts.CitizenID(), from)
	}
	if p := readPaste(text); p.labels >= 2 {
		if !t.roomFor(d, p) && d.OnBehalf == "" {
			return t.beginPaste(p, true)
		}
		return t.takePaste(d, p)
	}
	before := d.Content.Summary
	note, refusal := t.takeText(&d, s, text)
	if refusal == "" {
		return t.taken(d, s, note, from)
	}
	return t.refused(d, s, text, refusal, from, before)
}

// takeText puts a typed answer into the draft.
func (t *turn) takeText(d *report.Draft, s step, text string) (note, refusal string) {
	if s.choices == nil {
		return s.take(t, d, text)
	}
	list := s.choices(t, *d)
	if text == "" {
		return "", texts.Empty()
	}
	if s.several {
		picks, ok := picksOf(list, text)
		if !ok {
			return "", texts.PickOne(len(list))
		}
		for _, c := range picks {
			s.take(t, d, c.value)
		}
		return "", ""
	}
	c, ok := pickOf(list, text)
	if !ok {
		return "", texts.PickOne(len(list))
	}
	return s.take(t, d, c.value)
}

// refused repeats the question with the reason. What was typed is not lost if
// it can be the summary.
func (t *turn) refused(d report.Draft, s step, text, refusal, from, before string) error {
	if s.key != "summary" && length(text) >= longText && d.Content.Summary == "" {
		d.Content.Summary, refusal = text, refusal+" "+texts.BecameSummary()
	}
	if d.Content.Summary != before {
		return t.askStep(d, s, refusal, from)
	}
	return t.question(d, s, refusal, from)
}

// taken goes on after an answer.
func (t *turn) taken(d report.Draft, s step, note, from string) error {
	d.Asked = append(slices.DeleteFunc(d.Asked, func(key string) bool { return key == s.key }), s.key)
	if next, ok := missing(d); ok {
		return t.askStep(d, next, note, from)
	}
	if from == fromMore {
		return t.listMore(d, note)
	}
	return t.preview(d, note)
}

// pickAnswer takes a pressed choice: draft, version, question, number.
func (t *turn) pickAnswer(do chat.Action) error {
	d, ok, err := t.held(do)
	if err != nil || !ok {
		return err
	}
	s, known := stepOf(do.Arg(2))
	if !known || s.choices == nil || d.Step != s.key {
		return t.stale()
	}
	n, err := strconv.Atoi(do.Arg(3))
	list := s.choices(t, d)
	if err != nil || n < 0 || n >= len(list) {
		return t.stale()
	}
	note, refusal := s.take(t, &d, list[n].value)
	if refusal != "" {
		return t.question(d, s, refusal, "")
	}
	from := ""
	if t.talk.Ask == askPrefix+s.key && t.talk.Draft == d.ID {
		from = t.arg(0)
	}
	return t.taken(d, s, note, from)
}

// keepAnswer leaves the open question as it is: draft, version, from.
func (t *turn) keepAnswer(do chat.Action) error {
	d, ok, err := t.held(do)
	if err != nil || !ok {
		return err
	}
	if do.Arg(2) == fromMore {
		return t.listMore(d, "")
	}
	return t.goOn(d, "")
}

// cutSummary keeps the first characters of a summary that is too long.
func (t *turn) cutSummary(do chat.Action) error {
	d, ok, err := t.held(do)
	if err != nil || !ok {
		return err
	}
	d.Content.Summary = cut(d.Content.Summary, maxSummary)
	return t.goOn(d, "")
}

// stepBack asks the question before: draft, version, question, from.
func (t *turn) stepBack(do chat.Action) error {
	d, ok, err := t.held(do)
	if err != nil || !ok {
		return err
	}
	switch do.Arg(3) {
	case fromMore:
		return t.listMore(d, "")
	case fromEdit:
		return t.goOn(d, "")
	}
	for len(d.Asked) > 0 {
		key := d.Asked[len(d.Asked)-1]
		if key == "unit" {
			break
		}
		d.Asked = d.Asked[:len(d.Asked)-1]
		if s, ok := stepOf(key); ok && key != do.Arg(2) && (s.needed(d) || s.extra(d)) {
			return t.askStep(d, s, "", "")
		}
	}
	return t.saveDraft(d)
}

// tickButton puts a group on or off. It says which, so that a double tap
// does not undo itself.
func tickButton(d report.Draft, c choice, label string) chat.Button {
	on, mark := 1, ""
	if slices.Contains(d.Content.Groups, report.Group(c.value)) {
		on, mark = 0, texts.ToMark
	}
	return button(mark+label, "d.tick", d.ID, d.Version, c.value, on)
}

// tickGroup puts a priority group on or off: draft, version, group, on.
func (t *turn) tickGroup(do chat.Action) error {
	d, ok, err := t.held(do)
	if err != nil || !ok {
		return err
	}
	g := report.Group(do.Arg(2))
	if !slices.Contains(report.Groups[:], g) {
		return t.stale()
	}
	d.Content.Groups = slices.DeleteFunc(d.Content.Groups, func(other report.Group) bool { return other == g })
	if do.Arg(3) == "1" {
		d.Content.Groups = append(d.Content.Groups, g)
	}
	s, _ := stepOf("groups")
	return t.askStep(d, s, "", fromMore)
}
