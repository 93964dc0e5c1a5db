package directory

import (
	"slices"
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	list "guongsang/internal/directory"
	"guongsang/internal/letterhead"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbField   turn.Verb = "dirq"
	verbValue   turn.Verb = "dirv"
	verbChanged turn.Verb = "dirok"

	questionValue  turn.Question = "dirvalue"
	questionChange turn.Question = "dirchange"
)

// A field is what can be changed of a unit in one go.
type field string

// The fields.
const (
	fieldName     field = "name"
	fieldBlock    field = "block"
	fieldDuties   field = "duties"
	fieldQuota    field = "quota"
	fieldRoster   field = "roster"
	fieldSuperior field = "superior"
	fieldSymbol   field = "symbol"
	fieldForm     field = "form"
)

var fieldKind = turn.OneOf("field", fieldName, fieldBlock, fieldDuties, fieldQuota, fieldRoster, fieldSuperior, fieldSymbol, fieldForm)

// columns are the columns of a list that make a field, in the order in which they are
// typed.
var columns = map[field][]string{
	fieldName: {"name"}, fieldBlock: {"block"}, fieldDuties: {"month", "quarter"}, fieldQuota: {"quota_month", "quota_quarter"},
	fieldRoster: {"roster"}, fieldSuperior: {"superior"}, fieldSymbol: {"symbol"}, fieldForm: {"form"},
}

// duties are the values of fieldDuties.
var duties = []string{"x,x", "x,", ",x", ","}

// edited is the unit as it will be with a value, or why it cannot be taken, as a
// sentence for the officer.
func edited(t *turn.Reading, u report.Unit, f field, value string) (report.Unit, error) {
	cells := map[string]string{"code": u.Code, "name": u.Name}
	values := []string{value}
	if len(columns[f]) > 1 {
		values = strings.FieldsFunc(value, func(c rune) bool { return c == ';' })
		if len(values) < 2 {
			values = strings.Split(value, ",")
		}
	}
	for i, column := range columns[f] {
		cells[column] = ""
		if i < len(values) && !isNone(values[i]) {
			cells[column] = values[i]
		}
	}
	return list.Edit(t.Tx.Directory(), cells)
}

// isNone reports whether a typed value means that there shall be none.
func isNone(value string) bool {
	return slices.Contains([]string{"", "-", "khong", "bo", "khong co"}, letters.Fold(strings.TrimSpace(value)))
}

// askValue asks for the new value of a field.
func askValue(t *turn.Reading, u report.Unit, f field) error {
	t.Ask(questionValue, u.Code, f)
	var buttons []chat.Button
	switch f {
	case fieldDuties:
		for _, d := range duties {
			buttons = append(buttons, turn.Button(texts.DutiesLabel(d), verbValue, u.Code, f, d))
		}
	case fieldForm:
		buttons = formButtons(t, u)
	case fieldSuperior, fieldSymbol:
		buttons = []chat.Button{turn.Button(texts.UnitField(string(fieldForm)), verbField, u.Code, fieldForm)}
	}
	lines := append(turn.Pairs(buttons), []chat.Button{turn.Button(texts.LabelCancel, turn.VerbCancel)})
	return t.Show(chat.Message{Title: u.Name, Text: texts.AskUnitField(string(f), u), Buttons: lines})
}

// formButtons offer the forms that the letters of a unit do not have now.
func formButtons(t *turn.Reading, u report.Unit) (buttons []chat.Button) {
	now := letterhead.Of(u, t.Office.Letterhead()).Form
	for _, f := range report.LetterForms {
		if name := texts.LetterForm(f); f != now {
			buttons = append(buttons, turn.Button(texts.Cap(name), verbValue, u.Code, fieldForm, name))
		}
	}
	return buttons
}

// answerValue reads what was typed.
func answerValue(t *turn.Reading, u report.Unit, f field) error {
	return preview(t, u, f, letters.Tidy(t.Event.Text))
}

// answerOther takes another value in place of the one that was previewed.
func answerOther(t *turn.Reading, u report.Unit, f field, _ string) error {
	return answerValue(t, u, f)
}

// preview shows what a value would change, from when, and who is told.
func preview(t *turn.Reading, u report.Unit, f field, value string) error {
	after, err := edited(t, u, f, value)
	if err != nil {
		return t.Say(chat.Message{Text: err.Error(), Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
	}
	if len(report.Changed(u, after)) == 0 {
		return t.Say(chat.Message{Text: texts.UnitSame(), Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
	}
	people, err := t.PeopleOf(u.Code)
	if err != nil {
		return err
	}
	t.Ask(questionChange, u.Code, f, value)
	return t.Show(chat.Message{
		Title: u.Name, Text: texts.PreviewUnit(string(f), u, after, holdsFrom(t, f), names(people)),
		Buttons: [][]chat.Button{{turn.Button(texts.LabelApply, verbChanged, u.Code, f), turn.Button(texts.LabelCancel, turn.VerbCancel)}},
	})
}

// holdsFrom are the first periods that are due under new terms; none, where a field has
// nothing to do with periods.
func holdsFrom(t *turn.Reading, f field) (from []report.Schedule) {
	if f == fieldName || f == fieldSuperior || f == fieldSymbol || f == fieldForm {
		return nil
	}
	return t.Rules.NextDue(t.Today())
}

func names(people []turn.Held) (names []string) {
	for _, h := range people {
		if !slices.Contains(names, h.Member.Name) {
			names = append(names, h.Member.Name)
		}
	}
	return names
}

// apply changes a unit as it was previewed.
func apply(t *turn.Turn, u report.Unit, f field) error {
	if !t.Asked(questionChange, u.Code, f) {
		return t.Stale()
	}
	after, err := edited(&t.Reading, u, f, t.Arg(2))
	if err != nil {
		return t.Stale()
	}
	t.CloseQuestion()
	if err := put(t, after); err != nil {
		return err
	}
	told := t.Office.UnitIsChanged(string(f), u, after, holdsFrom(&t.Reading, f))
	if err := tellPeople(t, u.Code, told); err != nil {
		return err
	}
	return t.Show(chat.Message{Text: texts.UnitChangeDone(string(f), u, after), Buttons: openButton(u)})
}

// put writes units as a list of them would be.
func put(t *turn.Turn, units ...report.Unit) error {
	units = t.Rules.Begin(units, t.Tx.Directory(), t.Today())
	if err := t.Tx.AuditUnits(t.Member.ID, units); err != nil {
		return err
	}
	return t.Tx.PutUnits(units)
}

// tellPeople tells the focal points and heads of a unit.
func tellPeople(t *turn.Turn, unit, text string) error {
	people, err := t.PeopleOf(unit)
	for i, h := range people {
		told := slices.ContainsFunc(people[:i], func(o turn.Held) bool { return o.Member.ID == h.Member.ID })
		if told || h.Member.ID == t.Member.ID {
			continue
		}
		if err := t.Tell(h.Member, turn.OfUnit, unit, chat.Message{Text: text}); err != nil {
			return err
		}
	}
	return err
}
