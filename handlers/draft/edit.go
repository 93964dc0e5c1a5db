package draft

import (
	"slices"

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
	// verbSubject lists the fields of a subject.
	verbSubject turn.Verb = "d.subject"
)

// subjects put the fields of a draft together by what they are about: a message
// has six buttons at most, and one of them leads back.
var subjects = [...][]string{
	{"unit", "category", "object", "field", "groups"},
	{"name", "place", "position", "honoured"},
	{"born", "under16", "gender", "ethnicity"},
	{"title", "summary", "spread", "results", "when"},
	{"consent", "child", "guardian", "files"},
	{"theme", "quote", "link", "video", "article"},
	{"proposal", "cleared", "leads", "phone"},
	{"members", "women", "chief"},
	{"since", "runby", "reach", "cost", "lasting"},
	{"author", "authorunit", "authorphone", "captions"},
}

// subjectKind is one of them, by its number.
var subjectKind = turn.Number("subject", 0, len(subjects)-1)

// Of the buttons that lead to subjects so many fit above the one that leads back,
// and so many on a page where there are more.
const (
	subjectsFit  = 5
	subjectsPage = 4
)

// editDraft lists what was asked, to change one field.
func editDraft(t *turn.Reading, d report.Draft, page int) error {
	back := turn.Button(texts.ToBack, verbReview, d.ID, d.Version)
	buttons := onPage(subjectButtons(t, d, fromEdit), verbEdit, d, page)
	return t.Show(chat.Message{Text: texts.EditHead(), Buttons: turn.Pairs(append(buttons, back))})
}

// moreDraft lists the optional fields.
func moreDraft(t *turn.Turn, d report.Draft, page int) error {
	return listMore(t, d, "", page)
}

// listMore lists what may be added, by subject, and says what is there already.
func listMore(t *turn.Turn, d report.Draft, note string, page int) error {
	d.Step = ""
	d, err := t.Tx.PutDraft(d)
	if err != nil {
		return err
	}
	buttons := onPage(subjectButtons(&t.Reading, d, fromMore), verbMore, d, page)
	lines := append(turn.Pairs(buttons), []chat.Button{turn.Button(texts.ToReview, verbReview, d.ID, d.Version)})
	t.Talk.Draft = d.ID
	t.Ask(QuestionPreview)
	return t.Prompt(chat.Message{Text: under(note, texts.MoreFilled(filledNames(&t.Reading, d))), Buttons: lines})
}

// onPage are the buttons of a page, with one that leads to the next, and from the
// last to the first. All are on one page if they fit.
func onPage(buttons []chat.Button, next turn.Verb, d report.Draft, page int) []chat.Button {
	if len(buttons) <= subjectsFit {
		return buttons
	}
	pages := (len(buttons) + subjectsPage - 1) / subjectsPage
	page = min(page, pages-1)
	shown := slices.Clone(buttons[page*subjectsPage : min(len(buttons), (page+1)*subjectsPage)])
	return append(shown, turn.Button(texts.ToOthers, next, d.ID, d.Version, (page+1)%pages))
}

// pageOf is the page of "Bổ sung thêm" that has the subject of the open question.
func pageOf(t *turn.Turn, d report.Draft) int {
	n := 0
	for i, keys := range subjects {
		if slices.Contains(keys, d.Step) {
			break
		}
		if len(fieldButtons(&t.Reading, d, i, fromMore)) > 0 {
			n++
		}
	}
	return n / subjectsPage
}

// filledNames are the names of the optional fields that are filled.
func filledNames(t *turn.Reading, d report.Draft) (names []string) {
	for i := range subjects {
		for _, s := range filledOf(t, d, i) {
			names = append(names, s.Field)
		}
	}
	return names
}

// filledOf are the optional fields of a subject that are filled, with what they hold.
func filledOf(t *turn.Reading, d report.Draft, subject int) (filled []texts.Said) {
	u := unitOf(t, d)
	for _, key := range subjects[subject] {
		q, _ := form.Find(key)
		if value := q.Shown(d); value != "" && q.Optional(d, u) {
			filled = append(filled, texts.Said{Field: texts.FieldName(key, d.Content), Value: value})
		}
	}
	return filled
}

// listSubject lists the fields of a subject.
func listSubject(t *turn.Reading, d report.Draft, subject int, from string) error {
	head, back := texts.EditHead(), turn.Button(texts.ToBack, verbEdit, d.ID, d.Version)
	if from == fromMore {
		head, back = texts.FieldsFilled(texts.MoreHead(), filledOf(t, d, subject)), turn.Button(texts.ToBack, verbMore, d.ID, d.Version)
	}
	return t.Show(chat.Message{Text: head, Buttons: turn.Pairs(append(fieldButtons(t, d, subject, from), back))})
}

// subjectButtons lead to the subjects that have fields to fill, with a mark where one
// is filled; to the field itself where a subject has one.
func subjectButtons(t *turn.Reading, d report.Draft, from string) (buttons []chat.Button) {
	for i := range subjects {
		switch fields := fieldButtons(t, d, i, from); len(fields) {
		case 0:
		case 1:
			buttons = append(buttons, fields[0])
		default:
			mark := ""
			if from == fromMore && len(filledOf(t, d, i)) > 0 {
				mark = texts.ToMark
			}
			buttons = append(buttons, turn.Button(mark+texts.Subject(i), verbSubject, d.ID, d.Version, i, from))
		}
	}
	return buttons
}

// fieldButtons are the fields of a subject: those that were asked, to change one, or
// the optional ones, with a mark where they are filled.
func fieldButtons(t *turn.Reading, d report.Draft, subject int, from string) (buttons []chat.Button) {
	u := unitOf(t, d)
	for _, key := range subjects[subject] {
		q, _ := form.Find(key)
		filled := q.Shown(d) != ""
		switch {
		case from == fromMore && q.Optional(d, u):
			mark := ""
			if filled {
				mark = texts.ToMark
			}
			buttons = append(buttons, fieldButton(d, q, from, mark))
		case from == fromEdit && (q.Needed(d, u) || q.Optional(d, u) && filled) &&
			(key != "unit" || d.Amends == "" && len(t.Member.Represented()) > 1 && d.OnBehalf == ""):
			buttons = append(buttons, fieldButton(d, q, from, ""))
		}
	}
	return buttons
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
