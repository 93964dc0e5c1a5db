package directory

import (
	"slices"
	"strings"

	"guongsang/handlers/pick"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	list "guongsang/internal/directory"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbEnd    turn.Verb = "dire"
	verbMerge  turn.Verb = "dirm"
	verbAlone  turn.Verb = "dirn"
	verbDay    turn.Verb = "dird"
	verbClosed turn.Verb = "dircok"

	questionHeirs  turn.Question = "dirheirs"
	questionMerged turn.Question = "dirmerged"
	questionDay    turn.Question = "dirday"
	questionClose  turn.Question = "dirclose"
)

// maxTogether is how many units are closed, or go on, at once.
const maxTogether = 20

// askHeirs asks who goes on when a unit closes: nobody, one unit, or several if it is
// split. Or the unit is the one that goes on.
func askHeirs(t *turn.Reading, u report.Unit) error {
	t.Ask(questionHeirs, u.Code)
	return t.Show(chat.Message{Title: u.Name, Text: texts.AskHeirs(), Buttons: turn.Column(
		turn.Button(texts.LabelMergeInto, verbMerge, u.Code),
		turn.Button(texts.LabelNoHeir, verbAlone, u.Code),
		turn.Button(texts.LabelCancel, turn.VerbCancel),
	)})
}

// askMerged asks which units a unit takes over.
func askMerged(t *turn.Reading, u report.Unit) error {
	t.Ask(questionMerged, u.Code)
	return t.Show(chat.Message{Title: u.Name, Text: texts.AskMerged(), Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
}

// answerHeirs reads who goes on.
func answerHeirs(t *turn.Reading, u report.Unit) error {
	heirs, no := unitsBeside(t, u)
	if no != "" {
		return sayAgain(t, no)
	}
	return askDay(t, u.Code, joined(heirs))
}

// answerMerged reads who is taken over.
func answerMerged(t *turn.Reading, u report.Unit) error {
	closing, no := unitsBeside(t, u)
	if no != "" {
		return sayAgain(t, no)
	}
	return askDay(t, joined(closing), u.Code)
}

// alone closes a unit from which nobody goes on.
func alone(t *turn.Reading, u report.Unit) error { return askDay(t, u.Code, "") }

func sayAgain(t *turn.Reading, text string) error {
	return t.Say(chat.Message{Text: text, Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
}

// unitsBeside are the units that were typed; none of them may be the one that is asked of.
func unitsBeside(t *turn.Reading, of report.Unit) (units []report.Unit, no string) {
	units, no = unitsTyped(t)
	if slices.ContainsFunc(units, func(u report.Unit) bool { return u.Code == of.Code }) {
		return nil, texts.HeirOfItself(of)
	}
	return units, no
}

// unitsTyped are the units that were typed by code or name, one after the other.
func unitsTyped(t *turn.Reading) (units []report.Unit, no string) {
	d := t.Tx.Directory()
	for _, typed := range strings.FieldsFunc(t.Event.Text, func(c rune) bool { return strings.ContainsRune(",;\n", c) }) {
		typed = letters.Tidy(typed)
		u, ok := list.Known(d, typed)
		if !ok {
			found := slices.DeleteFunc(pick.Search(d, typed), func(u report.Unit) bool { return !u.ActiveOn(t.Today()) })
			if len(found) != 1 {
				return nil, texts.UnitUnclear(typed, len(found))
			}
			u = found[0]
		}
		if !slices.ContainsFunc(units, func(known report.Unit) bool { return known.Code == u.Code }) {
			units = append(units, u)
		}
	}
	if len(units) == 0 || len(units) > maxTogether {
		return nil, texts.TooManyTogether(maxTogether)
	}
	return units, ""
}

func joined(units []report.Unit) string {
	codes := make([]string, len(units))
	for i, u := range units {
		codes[i] = u.Code
	}
	return strings.Join(codes, ",")
}

// An ending is units that close and those that go on, as far as it is known.
type ending struct {
	closing, heirs []report.Unit
	day            report.Date // the last one
}

// toEnd is the ending of the open question.
var toEnd = turn.Join(turn.Text("codes"), turn.Opt(turn.Text("heirs")), func(t *turn.Reading, closing, heirs string) (e ending, no turn.Refusal) {
	for _, one := range []struct {
		codes string
		into  *[]report.Unit
	}{{closing, &e.closing}, {heirs, &e.heirs}} {
		for code := range strings.SplitSeq(one.codes, ",") {
			u, ok := t.Tx.Directory().Unit(code)
			if !ok && code != "" {
				return e, turn.Stale
			}
			if ok {
				*one.into = append(*one.into, u)
			}
		}
	}
	if len(e.closing) == 0 || len(e.closing) > maxTogether || len(e.heirs) > maxTogether {
		return e, turn.Stale
	}
	return e, nil
})

// askDay asks for the last day.
func askDay(t *turn.Reading, closing, heirs string) error {
	t.Ask(questionDay, closing, heirs)
	var days []chat.Button
	for _, d := range lastDays(t) {
		days = append(days, turn.Button(texts.Day(d), verbDay, d))
	}
	return t.Show(chat.Message{Text: texts.AskLastDay(), Buttons: append(turn.Pairs(days), []chat.Button{turn.Button(texts.LabelCancel, turn.VerbCancel)})})
}

// askDayAgain asks for the last day again.
func askDayAgain(t *turn.Reading, e ending) error {
	return askDay(t, joined(e.closing), joined(e.heirs))
}

// lastDays are what is suggested: today, and the next deadlines, after which nothing is
// owed any more.
func lastDays(t *turn.Reading) []report.Date {
	days := []report.Date{t.Today()}
	for _, s := range t.Rules.NextDue(t.Today()) {
		days = append(days, s.Owed)
	}
	slices.SortFunc(days, report.Date.Compare)
	return slices.Compact(days)
}

// pressDay takes a suggested day.
func pressDay(t *turn.Reading, d report.Date) error {
	if !t.Asked(questionDay) {
		return t.Stale()
	}
	e, no := toEnd.Read(t, []string{t.Arg(0), t.Arg(1)})
	if no != nil {
		return t.Stale()
	}
	e.day = d
	return previewEnd(t, e)
}

// lastDay is a day that can be the last one of a unit.
var lastDay = turn.Day.If(func(t *turn.Reading, d report.Date) turn.Refusal {
	if no := badDay(t, d); no != "" {
		return turn.Saying(no)
	}
	return nil
})

// badDay says why a day cannot be the last one: what was due is not changed afterwards.
func badDay(t *turn.Reading, d report.Date) string {
	if d.Before(t.Today()) || d.Sub(t.Today()) > 366 {
		return texts.BadLastDay(t.Today())
	}
	return ""
}

// answerDay reads a day that was typed.
func answerDay(t *turn.Reading, e ending) error {
	d, ok := texts.ReadDay(t.Event.Text)
	if !ok {
		return askDayAgain(t, e)
	}
	if no := badDay(t, d); no != "" {
		return sayAgain(t, no)
	}
	e.day = d
	return previewEnd(t, e)
}

// ended are the closing units as they will be, under the rules of a list. What is wrong
// is said in a sentence.
func (e ending) ended(t *turn.Reading) (units []report.Unit, no string) {
	for _, h := range e.heirs {
		if !h.ActiveTo.IsZero() && !h.ActiveTo.After(e.day) {
			return nil, texts.HeirClosed(h)
		}
	}
	after := t.Tx.Directory()
	for _, u := range e.closing {
		if !u.ActiveTo.IsZero() && u.ActiveTo.Before(t.Today()) {
			return nil, texts.ClosedAlready(u)
		}
		if slices.ContainsFunc(e.heirs, func(h report.Unit) bool { return h.Code == u.Code }) {
			return nil, texts.HeirOfItself(u)
		}
		u, err := list.Edit(after, map[string]string{"code": u.Code, "name": u.Name, "active_to": texts.Day(e.day), "successor": joined(e.heirs)})
		if err != nil {
			return nil, err.Error()
		}
		units = append(units, u)
	}
	return units, ""
}

// previewEnd shows what becomes of the units, from which period on, and who is told.
func previewEnd(t *turn.Reading, e ending) error {
	units, no := e.ended(t)
	if no != "" { // which asks for other units
		if t.Ask(questionHeirs, e.closing[0].Code); len(e.closing) > 1 && len(e.heirs) > 0 {
			t.Ask(questionMerged, e.heirs[0].Code)
		}
		return sayAgain(t, no)
	}
	var told []string
	for _, u := range slices.Concat(e.closing, e.heirs) {
		people, err := t.PeopleOf(u.Code)
		if err != nil {
			return err
		}
		told = append(told, names(people)...)
	}
	t.Ask(questionClose, joined(e.closing), joined(e.heirs), e.day)
	return t.Show(chat.Message{
		Text:    texts.PreviewClosing(units, e.heirs, e.day, t.Rules.NextDue(e.day.AddDays(1)), told),
		Buttons: [][]chat.Button{{turn.Button(texts.LabelApply, verbClosed, e.day), turn.Button(texts.LabelCancel, turn.VerbCancel)}},
	})
}

// showEnd shows the same again.
func showEnd(t *turn.Reading, e ending, day report.Date) error {
	e.day = day
	return previewEnd(t, e)
}

// answerEnd takes another day in place of the one that was shown.
func answerEnd(t *turn.Reading, e ending, _ report.Date) error { return answerDay(t, e) }

// end closes the units as it was shown.
func end(t *turn.Turn, day report.Date) error {
	if !t.Asked(questionClose) || t.Arg(2) != day.String() {
		return t.Stale()
	}
	e, no := toEnd.Read(&t.Reading, []string{t.Arg(0), t.Arg(1)})
	if no != nil {
		return t.Stale()
	}
	e.day = day
	units, says := e.ended(&t.Reading)
	t.CloseQuestion()
	if says != "" {
		return t.Say(chat.Message{Text: says})
	}
	if err := put(t, units...); err != nil {
		return err
	}
	for _, u := range units {
		if err := tellPeople(t, u.Code, t.Office.UnitCloses(u, e.heirs)); err != nil {
			return err
		}
	}
	for _, h := range e.heirs {
		if err := tellPeople(t, h.Code, t.Office.UnitTakesOver(h, units, day)); err != nil {
			return err
		}
	}
	lines := openButton(e.closing[0])
	if len(e.heirs) > 0 {
		lines = nil
		for _, u := range e.closing[:min(len(e.closing), turn.Listed)] { // of more, at their own pages
			lines = append(lines, []chat.Button{turn.Button(texts.LabelMovePeople(u), verbMove, u.Code)})
		}
	}
	return t.Show(chat.Message{Text: texts.ClosingDone(units, e.heirs), Buttons: lines})
}
