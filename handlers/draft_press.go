package handlers

import (
	"slices"
	"strconv"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

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
