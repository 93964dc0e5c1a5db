package form

import (
	"cmp"
	"slices"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Fits reports whether a pasted text can be meant for the draft: it speaks of
// nobody and nothing else. Without labels it can only be the summary that was
// asked for last.
func Fits(d report.Draft, p paste.Paste) bool {
	for _, key := range []string{"name", "title", "summary"} {
		q, _ := Find(key)
		said, now := p.Fields[key], q.shown(d)
		if IsProposed(d, key) {
			continue
		}
		if said != "" && now != "" && letters.Fold(said) != letters.Fold(now) {
			return false
		}
	}
	return p.Labels >= 2 || d.Step == "summary"
}

// Fill puts a pasted text into the empty fields of a draft of a unit. The note
// says, under its head, what was understood, unless nothing is missing any more
// and the preview says it all; and what could not be taken.
func Fill(d *report.Draft, u report.Unit, p paste.Paste, head string) (note string) {
	var taken, refused []texts.Said
	named := d.Content.Name
	if full := bounded(d, func() { taken, refused = fill(d, p) }); full != "" {
		return full
	}
	whole := *d
	if q, ok := Next(&whole, u); !ok || q.InPreview(whole) {
		taken = nil
	}
	note = texts.Pasted(head, taken, refused)
	if left := leftOut(p); left != "" {
		note += "\n" + left
	}
	if unmarked := unmarkedName(d.Content); unmarked != "" && d.Content.Name != named {
		note += "\n" + unmarked
	}
	return note
}

// leftOut says what of a pasted text went nowhere.
func leftOut(p paste.Paste) string {
	var notes []string
	if p.Masked {
		notes = append(notes, texts.Masked())
	}
	if len(p.Aside) > 0 {
		notes = append(notes, texts.NotKept(p.Aside))
	}
	if houseNo().MatchString(p.Fields["place"]) {
		notes = append(notes, texts.HouseNumberTaken())
	}
	if len(p.Around) > 0 {
		notes = append(notes, texts.LetterLeftOut())
	}
	return strings.Join(notes, "\n")
}

// TakePaste puts a pasted text into the empty fields of a draft, and gives what could
// not be taken; full says that there is no room for it at all.
func TakePaste(d *report.Draft, p paste.Paste) (refused []texts.Said, full string) {
	full = bounded(d, func() { _, refused = fill(d, p) })
	return refused, full
}

// fill puts a pasted text into the empty fields of a draft. What stands under
// no label joins the summary, so that nothing is lost. A consent among it is
// given for all of it.
func fill(d *report.Draft, p paste.Paste) (taken, refused []texts.Said) {
	groups, _ := Find("groups")
	consent := d.Content.Consent
	d.Told = true
	taken = foresee(d, p)
	for _, q := range Questions {
		value, ok := p.Fields[q.Key]
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
	if p.Rest != "" {
		taken = append(taken, fillRest(d, p))
	}
	taken = append(taken, takeUnlabelled(d, p)...)
	if d.Content.Consent != consent {
		agree(d)
	}
	return taken, refused
}

// takeUnlabelled takes what the text tells where it has no labels: of whom, from where,
// and what was agreed to. Category and object are told by words.
func takeUnlabelled(d *report.Draft, p paste.Paste) (taken []texts.Said) {
	switch {
	case p.Labels < 2 && paste.Tells(p.Rest):
		taken = takeNames(d, p.Rest)
	default:
		first, _, _ := strings.Cut(p.Rest, "\n")
		if name := paste.ToldBy(first).Name; name != "" && (name == strings.TrimSpace(first) || name == paste.BareName(first) || name == paste.ModelTold(first)) {
			taken = takeOne(d, taken, "name", name)
		}
		if name := paste.ToldBy(first).Name; paste.IsHousehold(name) && strings.HasPrefix(first, name) && within(first, report.MaxName) == "" {
			taken = takeOne(d, taken, "name", strings.TrimSpace(first)) // "Hộ gia đình chị … - anh …"
		}
		if d.Content.Name == "" {
			taken = takeIntroduced(d, taken, p.Rest)
		}
		if d.Content.Name == "" {
			break
		}
		taken = takeOne(d, taken, "place", paste.PlaceOf(p.Rest+"\n"+strings.Join(p.Aside, "\n"), d.Content.Name))
		taken = takeOne(d, taken, "born", paste.BornTold(p.Rest, d.Content.Name))
	}
	taken = takeOne(d, taken, "consent", p.Consent())
	c := &d.Content
	if told := paste.CategoryIn(strings.TrimSpace(c.Title + "\n" + c.Summary)); told != "" && c.Category == "" && p.Fields["category"] == "" {
		c.Category = told
		proposed(d, "category")
		taken = append(taken, texts.Said{Field: texts.FieldName("category", *c), Value: texts.Category(told)})
	}
	if told := paste.ObjectIn(c.Name, p.Rest); told != "" && c.Object == "" && p.Fields["object"] == "" {
		c.Object = told
		proposed(d, "object")
		taken = append(taken, texts.Said{Field: texts.FieldName("object", *c), Value: texts.Object(told)})
	}
	return taken
}

// foresee takes category and object from the labels and values that tell them:
// who writes "Tên mô hình" introduces a model. What the title of a letter names
// is said, as it stands in no field.
func foresee(d *report.Draft, p paste.Paste) (taken []texts.Said) {
	category, object := p.Labelled()
	d.Content.Category = cmp.Or(d.Content.Category, category)
	d.Content.Object = cmp.Or(d.Content.Object, object)
	if c := p.CategoryNamed(); c != "" && d.Content.Category == "" && p.Fields["category"] == "" {
		d.Content.Category = c
		taken = append(taken, texts.Said{Field: texts.FieldName("category", d.Content), Value: texts.Category(c)})
	}
	return taken
}

// fillRest puts what stands under no label into the summary. The first line of a
// text without any labels may be the title; that of a letter is not.
func fillRest(d *report.Draft, p paste.Paste) texts.Said {
	rest := p.Rest
	first, more, ok := strings.Cut(rest, "\n")
	plain := p.Labels == 0 && !strings.ContainsAny(first, ":.;,") && letters.Len(first) <= report.MaxTitle && letters.Len(strings.TrimSpace(more)) >= report.MinSummary && within(letters.OneLine(first), report.MaxTitle) == ""
	if ok && plain && d.Content.Title == "" && d.Content.Summary == "" && (len(p.Around) == 0 && paste.ToldBy(rest).Name == "" || paste.IsHeadline(first, more)) {
		d.Content.Title, rest = letters.OneLine(first), strings.TrimSpace(more)
	}
	field := texts.FieldName("summary", d.Content)
	if d.Content.Summary != "" {
		field = texts.RestField()
	}
	d.Content.Summary = strings.TrimSpace(d.Content.Summary + "\n" + rest)
	return texts.Said{Field: field, Value: rest}
}

// takeIntroduced takes whom a line between labels introduces: "Đồng chí Cao Thế Vĩnh, sinh
// năm 1981, giáo viên Toán."
func takeIntroduced(d *report.Draft, taken []texts.Said, rest string) []texts.Said {
	for line := range strings.SplitSeq(rest, "\n") {
		head, after, ok := strings.Cut(line, ",")
		name := paste.BareName(strings.TrimSpace(head))
		if words := strings.Fields(name); len(words) > 3 && letters.Fold(words[0]+" "+words[1]) == "dong chi" {
			name = strings.Join(words[2:], " ")
		}
		if !ok || !paste.IsPersonName(name) || len(strings.Fields(head))-len(strings.Fields(name)) > 2 || paste.BornTold(line, name) == "" {
			continue
		}
		taken = takeOne(d, taken, "name", name)
		taken = takeOne(d, taken, "born", paste.BornTold(line, name))
		for part := range strings.SplitSeq(strings.TrimRight(after, "."), ",") {
			if part = strings.TrimSpace(part); texts.IsPosition(part) {
				return takeOne(d, taken, "position", part)
			}
		}
		return taken
	}
	return taken
}

// takeTold keeps a text in which somebody is introduced for the summary, with
// the name and place that it tells where these are not known yet.
func takeTold(d *report.Draft, text string) (note string) {
	d.Content.Summary = strings.TrimSpace(d.Content.Summary + "\n" + text)
	named := d.Content.Name
	d.Told = true
	note = texts.Told(takeNames(d, text))
	if unmarked := unmarkedName(d.Content); unmarked != "" && d.Content.Name != named {
		note += " " + unmarked
	}
	return strings.TrimSpace(note + " " + Overlong(d.Content))
}

// Overlong says that a summary has become too long by what joined it.
func Overlong(c report.Content) string {
	if n := letters.Len(c.Summary); n > report.MaxSummary {
		return texts.SummaryJoined(report.MaxSummary, n)
	}
	return ""
}

// takeNames takes the name, the birth and the place that a text tells, where they
// are not known yet.
func takeNames(d *report.Draft, text string) (taken []texts.Said) {
	t := paste.ToldBy(text)
	taken = takeOne(d, taken, "name", t.Name)
	taken = takeOne(d, taken, "born", t.Born)
	taken = takeOne(d, taken, "place", t.Place)
	return takeOne(d, taken, "position", t.Position)
}

// takeOne takes a value that was told for a field that is empty.
func takeOne(d *report.Draft, taken []texts.Said, key, value string) []texts.Said {
	q, _ := Find(key)
	if value == "" || q.Shown(*d) != "" {
		return taken
	}
	if _, refusal := q.take(d, value); refusal != "" {
		return taken
	}
	return append(taken, texts.Said{Field: texts.FieldName(key, d.Content), Value: q.Shown(*d)})
}
