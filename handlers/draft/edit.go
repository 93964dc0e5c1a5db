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
}

// subjectKind is one of them, by its number.
var subjectKind = turn.Number("subject", 0, len(subjects)-1)

// editDraft lists what was asked, to change one field.
func editDraft(t *turn.Reading, d report.Draft) error {
	back := turn.Button(texts.ToBack, verbReview, d.ID, d.Version)
	return t.Show(chat.Message{Text: texts.EditHead(), Buttons: turn.Pairs(append(subjectButtons(t, d, fromEdit), back))})
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
	lines := append(turn.Pairs(subjectButtons(&t.Reading, d, fromMore)), []chat.Button{turn.Button(texts.ToReview, verbReview, d.ID, d.Version)})
	text := texts.MoreHead()
	if note != "" {
		text = note + "\n\n" + text
	}
	t.Talk.Draft = d.ID
	t.Ask(QuestionPreview)
	return t.Prompt(chat.Message{Text: text, Buttons: lines})
}

// listSubject lists the fields of a subject.
func listSubject(t *turn.Reading, d report.Draft, subject int, from string) error {
	head, back := texts.EditHead(), turn.Button(texts.ToBack, verbEdit, d.ID, d.Version)
	if from == fromMore {
		head, back = texts.MoreHead(), turn.Button(texts.ToBack, verbMore, d.ID, d.Version)
	}
	return t.Show(chat.Message{Text: head, Buttons: turn.Pairs(append(fieldButtons(t, d, subject, from), back))})
}

// subjectButtons lead to the subjects that have fields to fill; to the field itself
// where a subject has one.
func subjectButtons(t *turn.Reading, d report.Draft, from string) (buttons []chat.Button) {
	for i := range subjects {
		switch fields := fieldButtons(t, d, i, from); len(fields) {
		case 0:
		case 1:
			buttons = append(buttons, fields[0])
		default:
			buttons = append(buttons, turn.Button(texts.Subject(i), verbSubject, d.ID, d.Version, i, from))
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
