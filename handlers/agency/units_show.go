package agency

import (
	"guongsang/handlers/board"
	"guongsang/handlers/directory"
	"guongsang/handlers/duty"
	"guongsang/handlers/enrol"
	"guongsang/handlers/pick"
	"guongsang/handlers/turn"
	"guongsang/handlers/unit"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbHeaded turn.Verb = "heads"

// unitsMenu opens the work with units: for the agency all of them, for a head
// the own one.
func unitsMenu(t *turn.Reading) error {
	if t.Member.Agency() {
		t.Ask(pick.Question, pick.ToSee)
		return t.Show(chat.Message{Text: texts.UnitsMenu(), Buttons: turn.Column(
			turn.Button(texts.LabelUnconnected, verbUnconnected, 0),
			turn.Button(texts.LabelAddUnit, directory.VerbAdd),
			turn.Button(texts.LabelExport, verbExport),
			turn.Button(texts.LabelTemplate, verbTemplate),
		)})
	}
	codes := t.Headed()
	if len(codes) == 1 {
		u, err := t.Tx.Unit(codes[0])
		if err != nil {
			return err
		}
		return showUnit(t, u, 0)
	}
	return listHeaded(t, 0)
}

// listHeaded shows a page of the units that somebody is the head of.
func listHeaded(t *turn.Reading, page int) error {
	codes := t.Headed()
	from, to, pages := turn.Bounds(len(codes), pick.AtOnce, page)
	var own []chat.Button
	for _, code := range codes[from:to] {
		own = append(own, turn.Button(t.NameAndCode(code), digest.VerbUnit, code))
	}
	lines := append(turn.Column(own...), digest.Pager(from/pick.AtOnce, pages, string(verbHeaded))...)
	return t.Show(chat.Message{Text: texts.AskWhichUnit(), Buttons: lines})
}

// showUnit shows a unit to the agency or to its head, with a page of its people.
func showUnit(t *turn.Reading, u report.Unit, page int) error {
	t.CloseQuestion()
	standings, err := standingLines(t, u)
	if err != nil {
		return err
	}
	letter, err := unit.LetterPeriod(t, u)
	if err != nil {
		return err
	}
	people, err := t.PeopleOf(u.Code)
	if err != nil {
		return err
	}
	marks, err := strip(t, u)
	if err != nil {
		return err
	}
	lines, buttons := peoplePage(t, people, page, digest.VerbUnit, u.Code)
	m := chat.Message{Title: u.Name, Text: t.Office.UnitCard(u, standings, marks, lines)}
	if t.Member.Agency() {
		m.Buttons = append(digest.Pager(page, pagesOf(people), digest.VerbUnit, u.Code), unitButtons(t, u)...)
	} else {
		m.Buttons = append(buttons, []chat.Button{unit.LetterButton(u.Code, letter)},
			[]chat.Button{turn.Button(texts.LabelHandOver, unit.VerbHandOver, u.Code), remindersButton(u.Code)})
	}
	return t.Show(m)
}

// unitButtons are what the agency does about a unit. One that closed leads to those that
// go on from it.
func unitButtons(t *turn.Reading, u report.Unit) [][]chat.Button {
	edit := turn.Button(texts.LabelEditUnit, directory.VerbMenu, u.Code)
	extend := turn.Button(texts.LabelExtendUnit, turn.VerbPick, pick.ToExtend, u.Code)
	history := directory.HistoryButtons(t, u)
	if !u.ActiveTo.IsZero() && u.ActiveTo.Before(t.Today()) {
		return append(history, []chat.Button{remindersButton(u.Code), edit}, []chat.Button{directory.PeopleButton(u), directory.SentButton(u)})
	}
	if len(history) > 0 {
		extend = history[0][0] // to extend a unit begins at the main menu as well
	}
	return [][]chat.Button{
		{board.RemindButton(u.Code), remindersButton(u.Code)},
		{extend, edit},
		{turn.Button(texts.LabelRecordFor, turn.VerbPick, pick.ToRecord, u.Code), turn.Button(texts.LabelUnitPeople, turn.VerbPeople, u.Code, 0)},
	}
}

// pagesOf is how many pages the people of a unit fill.
func pagesOf(people []turn.Held) int {
	_, _, pages := turn.Bounds(len(people), pick.AtOnce, 0)
	return pages
}

// peoplePage names a page of people, with the buttons that remove them and those to
// the other pages: the verb with its arguments and the page.
func peoplePage(t *turn.Reading, people []turn.Held, page int, verb string, args ...any) (lines []string, buttons [][]chat.Button) {
	from, to, pages := turn.Bounds(len(people), pick.AtOnce, page)
	for _, h := range people[from:to] {
		lines = append(lines, t.Office.PersonLine(h.Member, h.Post))
		if t.Member.MayRemove(h.Post) {
			buttons = append(buttons, []chat.Button{enrol.RemoveButton(texts.LabelRemovePerson(h.Member.Name, h.Post), h.Member.ID, h.Post)})
		}
	}
	if pages > 1 {
		lines = append(lines, texts.PageOf(from/pick.AtOnce, pages))
		buttons = append(buttons, digest.Pager(from/pick.AtOnce, pages, verb, args...)...)
	}
	return lines, buttons
}

// standingLines says how a unit stands in the periods that are open for it.
func standingLines(t *turn.Reading, u report.Unit) (lines []string, err error) {
	open, err := duty.OpenFor(t, u)
	if err != nil {
		return nil, err
	}
	for _, o := range open {
		lines = append(lines, texts.StandingLine(o.Standing, o.Schedule.Deadline))
	}
	pauses, err := board.Pauses(t, u)
	if err != nil {
		return nil, err
	}
	for i, p := range pauses {
		if line := texts.PauseLine(p); i == 0 || line != texts.PauseLine(pauses[i-1]) {
			lines = append(lines, line)
		}
	}
	if first := t.Rules.First([]report.Unit{u}, t.Today()); u.OwesFrom.After(t.Today()) && len(first) > 0 {
		lines = append(lines, texts.OwesFirst(first))
	}
	return lines, nil
}
