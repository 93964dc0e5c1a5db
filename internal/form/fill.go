package form

import (
	"cmp"
	"maps"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Introduces reports whether a text that nobody asked for is an introduction:
// by its labels, or by its length. What was forwarded may be shorter.
func (p Paste) Introduces(forwarded bool) bool {
	return p.Labels >= 2 || Long(p.text) || Tells(p.text) || forwarded && length(p.text) >= minSummary
}

// Fits reports whether a pasted text can be meant for the draft: it speaks of
// nobody and nothing else. Without labels it can only be the summary that was
// asked for last.
func (p Paste) Fits(d report.Draft) bool {
	for _, key := range []string{"name", "title", "summary"} {
		q, _ := Find(key)
		said, now := p.fields[key], q.shown(d)
		if said != "" && now != "" && letters.Fold(said) != letters.Fold(now) {
			return false
		}
	}
	return p.Labels >= 2 || d.Step == "summary"
}

// WithoutConsent leaves out what a text says of consents: what somebody passes on
// is no consent that was given to the agency. It reports whether there was any.
func (p Paste) WithoutConsent() (left Paste, said bool) {
	p.fields = maps.Clone(p.fields)
	for _, key := range []string{"consent", "child", "guardian"} {
		said = said || p.fields[key] != ""
		delete(p.fields, key)
	}
	return p, said
}

// Fill puts a pasted text into the empty fields of a draft of a unit. The note
// says, under its head, what was understood, unless nothing is missing any more
// and the preview says it all; and what could not be taken.
func (p Paste) Fill(d *report.Draft, u report.Unit, head string) (note string) {
	var taken, refused []texts.Said
	if full := bounded(d, func() { taken, refused = p.fill(d) }); full != "" {
		return full
	}
	if _, ok := Missing(*d, u); !ok {
		taken = nil
	}
	note = texts.Pasted(head, taken, refused)
	if len(p.around) > 0 {
		note += "\n" + texts.LetterLeftOut()
	}
	return note
}

// Take puts a pasted text into the empty fields of a draft, and gives what could
// not be taken; full says that there is no room for it at all.
func (p Paste) Take(d *report.Draft) (refused []texts.Said, full string) {
	full = bounded(d, func() { _, refused = p.fill(d) })
	return refused, full
}

// fill puts a pasted text into the empty fields of a draft. What stands under
// no label joins the summary, so that nothing is lost. A consent among it is
// given for all of it.
func (p Paste) fill(d *report.Draft) (taken, refused []texts.Said) {
	groups, _ := Find("groups")
	consent := d.Content.Consent
	taken = p.foresee(d)
	for _, q := range Questions {
		value, ok := p.fields[q.Key]
		if !ok || value == "" || q.Key == "unit" {
			continue
		}
		if now := q.shown(*d); now != "" {
			if letters.Fold(now) != letters.Fold(value) {
				refused = append(refused, texts.Said{Field: texts.FieldName(q.Key, d.Content), Value: value})
			}
			continue
		}
		said := texts.Said{Field: texts.FieldName(q.Key, d.Content), Value: value}
		_, refusal := q.read(d, value, nil)
		if refusal != "" && q.Key == "object" {
			_, refusal = groups.read(d, value, nil) // "Đối tượng: nông dân"
		}
		if refusal != "" {
			refused = append(refused, said)
		} else {
			said.Value = q.shown(*d)
			if q.Key == "object" && said.Value == "" {
				said = texts.Said{Field: texts.FieldName("groups", d.Content), Value: shownGroups(*d)}
			}
			taken = append(taken, said)
		}
	}
	if p.rest != "" {
		taken = append(taken, p.fillRest(d))
	}
	if p.Labels == 0 && len(p.around) == 0 && Tells(p.text) {
		taken = append(taken, propose(d, p.text)...)
	}
	if d.Content.Consent != consent {
		agree(d)
	}
	return taken, refused
}

// foresee takes category and object from the labels and values that tell them:
// who writes "Tên mô hình" introduces a model. What the title of a letter names
// is said, as it stands in no field.
func (p Paste) foresee(d *report.Draft) (taken []texts.Said) {
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
	if c := categoryIn(p.around); c != "" && d.Content.Category == "" && p.fields["category"] == "" {
		d.Content.Category = c
		taken = append(taken, texts.Said{Field: texts.FieldName("category", d.Content), Value: texts.Category(c)})
	}
	return taken
}

// categoryIn is the one category that lines name; "" if they name several or
// none.
func categoryIn(lines []string) (found report.Category) {
	all := strings.ReplaceAll(letters.Fold(strings.Join(lines, "\n")), ",", "") // "người tốt, việc tốt"
	for _, c := range report.Categories {
		switch named := strings.Contains(all, letters.Fold(texts.Category(c))); {
		case named && found != "":
			return ""
		case named:
			found = c
		}
	}
	return found
}

// fillRest puts what stands under no label into the summary. The first line of a
// text without any labels may be the title; that of a letter is not.
func (p Paste) fillRest(d *report.Draft) texts.Said {
	rest := p.rest
	first, more, ok := strings.Cut(rest, "\n")
	plain := p.Labels == 0 && len(p.around) == 0
	if plain && d.Content.Title == "" && d.Content.Summary == "" && ok && length(first) <= maxTitle && length(strings.TrimSpace(more)) >= minSummary && within(line(first), maxTitle) == "" {
		d.Content.Title, rest = line(first), strings.TrimSpace(more)
	}
	field := texts.FieldName("summary", d.Content)
	if d.Content.Summary != "" {
		field = texts.RestField()
	}
	d.Content.Summary = strings.TrimSpace(d.Content.Summary + "\n" + rest)
	return texts.Said{Field: field, Value: rest}
}
