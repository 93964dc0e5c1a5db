package form

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Introduces reports whether a text that nobody asked for is an introduction:
// by its labels, or by its length. What was forwarded may be shorter.
func (p Paste) Introduces(forwarded bool) bool {
	return p.Labels >= 2 || !p.IsTalk() && (Long(p.text) || Tells(p.text) || forwarded && length(p.text) >= minSummary)
}

// Fits reports whether a pasted text can be meant for the draft: it speaks of
// nobody and nothing else. Without labels it can only be the summary that was
// asked for last.
func (p Paste) Fits(d report.Draft) bool {
	for _, key := range []string{"name", "title", "summary"} {
		q, _ := Find(key)
		said, now := p.fields[key], q.shown(d)
		if IsProposed(d, key) {
			continue
		}
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
	p.passed = true
	return p, said || consentTold(p.rest) != ""
}

// Fill puts a pasted text into the empty fields of a draft of a unit. The note
// says, under its head, what was understood, unless nothing is missing any more
// and the preview says it all; and what could not be taken.
func (p Paste) Fill(d *report.Draft, u report.Unit, head string) (note string) {
	var taken, refused []texts.Said
	if full := bounded(d, func() { taken, refused = p.fill(d) }); full != "" {
		return full
	}
	whole := *d
	if q, ok := Next(&whole, u); !ok || q.InPreview(whole) {
		taken = nil
	}
	note = texts.Pasted(head, taken, refused)
	if left := p.leftOut(); left != "" {
		note += "\n" + left
	}
	return note
}

// leftOut says what of a pasted text went nowhere.
func (p Paste) leftOut() string {
	var notes []string
	if p.Masked {
		notes = append(notes, texts.Masked())
	}
	if len(p.aside) > 0 {
		notes = append(notes, texts.NotKept(p.aside))
	}
	if houseNo.MatchString(p.fields["place"]) {
		notes = append(notes, texts.HouseNumberTaken())
	}
	if len(p.around) > 0 {
		notes = append(notes, texts.LetterLeftOut())
	}
	return strings.Join(notes, "\n")
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
	d.Told = true
	taken = p.foresee(d)
	for _, q := range Questions {
		value, ok := p.fields[q.Key]
		if !ok || value == "" || q.Key == "unit" {
			continue
		}
		if now := q.shown(*d); now != "" && !IsProposed(*d, q.Key) {
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
			d.Proposed = slices.DeleteFunc(slices.Clone(d.Proposed), func(key string) bool { return key == q.Key })
			if q.Key == "object" && said.Value == "" {
				said = texts.Said{Field: texts.FieldName("groups", d.Content), Value: shownGroups(*d)}
			}
			taken = append(taken, said)
		}
	}
	if p.rest != "" {
		taken = append(taken, p.fillRest(d))
	}
	taken = append(taken, p.propose(d)...)
	if d.Content.Consent != consent {
		agree(d)
	}
	return taken, refused
}

// propose takes what the text tells where it has no labels: of whom, from where,
// and what was agreed to. Category and object are told by words.
func (p Paste) propose(d *report.Draft) (taken []texts.Said) {
	switch {
	case p.Labels < 2 && Tells(p.rest):
		taken = takeNames(d, p.rest)
	case d.Content.Name == "":
		first, _, _ := strings.Cut(p.rest, "\n")
		if name := toldBy(first).name; name == strings.TrimSpace(first) {
			taken = takeOne(d, taken, "name", name)
		}
	default:
		taken = takeOne(d, taken, "place", placeTold(p.rest+"\n"+strings.Join(p.aside, "\n")))
		taken = takeOne(d, taken, "born", bornTold(p.rest, d.Content.Name))
	}
	if p.fields["consent"] == "" && !p.passed {
		taken = takeOne(d, taken, "consent", consentTold(p.rest))
	}
	c := &d.Content
	if told := categoryDone(c.Summary); told != "" && c.Category == "" && p.fields["category"] == "" {
		c.Category = told
		proposed(d, "category")
		taken = append(taken, texts.Said{Field: texts.FieldName("category", *c), Value: texts.Category(told)})
	}
	if told := objectNamed(c.Name, p.rest); told != "" && c.Object == "" && p.fields["object"] == "" {
		c.Object = told
		proposed(d, "object")
		taken = append(taken, texts.Said{Field: texts.FieldName("object", *c), Value: texts.Object(told)})
	}
	return taken
}

// consentTold is the sentence of a text that says what somebody agreed to.
func consentTold(text string) string {
	for sentence := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(".;!\n", r) }) {
		if givesConsent(sentence) {
			return strings.TrimSpace(sentence)
		}
	}
	return ""
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
	case strings.Contains(p.nameLabel, "chu ho"), begins(p.nameLabel, []string{"ho gia dinh", "ho ong", "ho ba", "gia dinh"}), strings.HasPrefix(name, "ho ong "), strings.HasPrefix(name, "ho ba "):
		d.Content.Object = cmp.Or(d.Content.Object, report.Household)
	}
	if c := p.categoryNamed(); c != "" && d.Content.Category == "" && p.fields["category"] == "" {
		d.Content.Category = c
		taken = append(taken, texts.Said{Field: texts.FieldName("category", d.Content), Value: texts.Category(c)})
	}
	return taken
}

// categoryNamed is the category that the title of a letter names, or the label of
// the name.
func (p Paste) categoryNamed() report.Category {
	if c := categoryIn(append([]string{p.nameLabel}, p.around...)); c != "" {
		return c
	}
	if strings.Contains(p.nameLabel, "dien hinh") || strings.HasPrefix(letters.Fold(p.text), "guong dien hinh") {
		return report.Advanced
	}
	return ""
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
	plain := p.Labels == 0 && len(p.around) == 0 && !strings.ContainsAny(first, ":.;,")
	if plain && d.Content.Title == "" && d.Content.Summary == "" && ok && length(first) <= maxTitle && toldBy(rest).name == "" && length(strings.TrimSpace(more)) >= minSummary && within(line(first), maxTitle) == "" {
		d.Content.Title, rest = line(first), strings.TrimSpace(more)
	}
	field := texts.FieldName("summary", d.Content)
	if d.Content.Summary != "" {
		field = texts.RestField()
	}
	d.Content.Summary = strings.TrimSpace(d.Content.Summary + "\n" + rest)
	return texts.Said{Field: field, Value: rest}
}
