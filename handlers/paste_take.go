package handlers

import (
	"cmp"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// unasked answers a text that came when no question was open: it may be an
// introduction in itself.
func (t *turn) unasked() error {
	text := clean(t.ev.Text)
	if len(t.member.Units()) == 0 && t.talk.Draft == 0 {
		return t.mainMenu(texts.NotUnderstood())
	}
	if holdsCitizenID(text) {
		return t.say(plainMessage(texts.CitizenID()))
	}
	d, ok, err := t.opened()
	if err != nil {
		return err
	}
	p := readPaste(text)
	content := p.labels >= 2 || length(text) >= longText || t.ev.Forwarded && length(text) >= minSummary
	switch {
	case ok && content && t.roomFor(d, p):
		return t.takePaste(d, p)
	case content && len(t.member.Units()) > 0:
		return t.beginPaste(p, ok)
	case ok:
		return t.repeat(d, texts.NotTaken())
	case p.labels == 1:
		return t.mainMenu(texts.TemplateHint())
	}
	return t.mainMenu(texts.NotUnderstood())
}

// roomFor reports whether a pasted text can be meant for the draft: it speaks
// of nobody and nothing else. Without labels it can only be the summary that
// was asked for last.
func (t *turn) roomFor(d report.Draft, p paste) bool {
	for _, key := range []string{"name", "title", "summary"} {
		s, _ := stepOf(key)
		said, now := p.fields[key], s.shown(d)
		if said != "" && now != "" && letters.Fold(said) != letters.Fold(now) {
			return false
		}
	}
	return p.labels >= 2 || d.Step == "summary"
}

// beginPaste starts a draft with a pasted text. One that was open is kept.
func (t *turn) beginPaste(p paste, other bool) error {
	d, err := t.writeDraft(t.guessed())
	if err != nil {
		return err
	}
	return t.filled(d, p, texts.PasteInto(other))
}

// takePaste fills a draft from a pasted text and asks what is still missing.
func (t *turn) takePaste(d report.Draft, p paste) error { return t.filled(d, p, "") }

// filled fills a draft and says what was understood, unless the preview says
// it all.
func (t *turn) filled(d report.Draft, p paste, head string) error {
	taken, refused := t.fill(&d, p)
	if _, ok := missing(d); !ok {
		taken = nil
	}
	return t.goOn(d, texts.Pasted(head, taken, refused))
}

// fill puts a pasted text into the empty fields of a draft. What stands under
// no label joins the summary, so that nothing is lost.
func (t *turn) fill(d *report.Draft, p paste) (taken, refused []texts.Said) {
	t.foresee(d, p)
	for _, s := range steps {
		value, ok := p.fields[s.key]
		if !ok || value == "" || s.key == "unit" {
			continue
		}
		if now := s.shown(*d); now != "" {
			if letters.Fold(now) != letters.Fold(value) {
				refused = append(refused, texts.Said{Field: texts.FieldName(s.key, d.Content), Value: value})
			}
			continue
		}
		said := texts.Said{Field: texts.FieldName(s.key, d.Content), Value: value}
		_, refusal := t.takeText(d, s, value)
		if refusal != "" && s.key == "object" {
			_, refusal = t.takeText(d, groupStep(), value) // "Đối tượng: nông dân"
		}
		if refusal != "" {
			refused = append(refused, said)
		} else {
			said.Value = s.shown(*d)
			if s.key == "object" && said.Value == "" {
				said = texts.Said{Field: texts.FieldName("groups", d.Content), Value: shownGroups(*d)}
			}
			taken = append(taken, said)
		}
	}
	if p.rest != "" {
		taken = append(taken, t.fillRest(d, p.rest))
	}
	return taken, refused
}

func groupStep() step {
	s, _ := stepOf("groups")
	return s
}

// foresee takes category and object from the labels and values that tell
// them: who writes "Tên mô hình" introduces a model.
func (t *turn) foresee(d *report.Draft, p paste) {
	name := letters.Fold(p.fields["name"])
	switch {
	case strings.Contains(p.nameLabel, "mo hinh"):
		d.Content.Category = cmp.Or(d.Content.Category, report.NewModel)
	case p.fields["object"] != "":
	case strings.Contains(p.nameLabel, "tap the"):
		d.Content.Object = cmp.Or(d.Content.Object, report.Collective)
	case strings.Contains(p.nameLabel, "chu ho"), strings.HasPrefix(name, "ho ong "), strings.HasPrefix(name, "ho ba "):
		d.Content.Object = cmp.Or(d.Content.Object, report.Household)
	}
}

// fillRest puts what stands under no label into title and summary.
func (t *turn) fillRest(d *report.Draft, rest string) texts.Said {
	first, more, ok := strings.Cut(rest, "\n")
	if d.Content.Title == "" && d.Content.Summary == "" && ok && length(first) <= maxTitle && length(strings.TrimSpace(more)) >= minSummary && within(line(first), maxTitle) == "" {
		d.Content.Title, rest = line(first), strings.TrimSpace(more)
	}
	field := texts.FieldName("summary", d.Content)
	if d.Content.Summary != "" {
		field = texts.RestField()
	}
	d.Content.Summary = strings.TrimSpace(d.Content.Summary + "\n" + rest)
	return texts.Said{Field: field, Value: rest}
}
