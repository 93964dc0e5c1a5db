package board

import (
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A unit is paused from a day to a day, with the reason: a school that is rebuilt, a team
// that is away. It is then freed from each period that is due in that time.

const (
	verbPauseDates   turn.Verb = "paud"
	verbPausedDates  turn.Verb = "paudok"
	verbUnpauseDates turn.Verb = "unpd"

	questionPause        turn.Question = "paudates"
	questionPauseConfirm turn.Question = "pauconfirm"
)

// longestPause is how many days a pause lasts at most.
const longestPause = 2 * 366

// askPauseDates asks from when to when, and why.
func askPauseDates(t *turn.Reading, u report.Unit) error {
	t.Ask(questionPause, u.Code)
	return t.Show(chat.Message{Text: texts.AskPauseDates(texts.UnitName(u)), Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
}

// A pausing is a pause being made.
type pausing struct {
	from, to report.Date
	reason   string
	periods  []report.Schedule // that the unit is freed from
}

var dayForm = letters.Pattern(`\d{1,2}[./]\d{1,2}[./]\d{4}`)

// longestReason is how many letters a reason has at most, which the digest repeats.
const longestReason = 120

// readPause reads what was typed, or says what it lacks.
func readPause(t *turn.Reading, u report.Unit, typed string) (p pausing, no string) {
	days := dayForm().FindAllStringIndex(typed, 2)
	if len(days) < 2 {
		return p, texts.AskPauseDates(texts.UnitName(u))
	}
	p.reason = texts.Cut(letters.Tidy(strings.Trim(typed[days[1][1]:], " ;,:.-\n")), longestReason)
	if p.reason == "" {
		return p, texts.AskPauseDates(texts.UnitName(u))
	}
	var ok, too bool
	p.from, ok = texts.ReadDay(typed[days[0][0]:days[0][1]])
	p.to, too = texts.ReadDay(typed[days[1][0]:days[1][1]])
	if !ok || !too || p.to.Before(p.from) || p.to.Before(t.Today()) || p.to.Sub(p.from) > longestPause {
		return p, texts.BadPauseDates(t.Today())
	}
	from := p.from
	if from.Before(t.Today()) {
		from = t.Today() // what was due stays as it was
	}
	if p.periods = t.Rules.DueBetween(u, from, p.to); len(p.periods) == 0 {
		return p, texts.NothingToPause(p.from, p.to)
	}
	return p, ""
}

// answerPauseDates shows the periods that a unit would be freed from.
func answerPauseDates(t *turn.Reading, u report.Unit) error {
	p, no := readPause(t, u, t.Event.Text)
	if no != "" {
		return t.Say(chat.Message{Text: no, Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
	}
	people, err := t.PeopleOf(u.Code)
	if err != nil {
		return err
	}
	t.Ask(questionPauseConfirm, u.Code, strings.TrimSpace(t.Event.Text))
	return t.Say(chat.Message{
		Text:    texts.ConfirmPauseDates(texts.UnitName(u), p.from, p.to, p.reason, p.periods, len(people)),
		Buttons: [][]chat.Button{{turn.Button(texts.WordPause, verbPausedDates, u.Code), turn.Button(texts.LabelCancel, turn.VerbCancel)}},
	})
}

// pauseDatesAgain asks again for days in place of those that were shown.
func pauseDatesAgain(t *turn.Reading, u report.Unit, _ string) error { return askPauseDates(t, u) }

// answerPauseOther takes other days in place of those that were shown.
func answerPauseOther(t *turn.Reading, u report.Unit, _ string) error { return answerPauseDates(t, u) }

// pauseDates frees a unit from the periods that were shown.
func pauseDates(t *turn.Turn, u report.Unit) error {
	if !t.Asked(questionPauseConfirm, u.Code) {
		return t.Stale()
	}
	p, no := readPause(&t.Reading, u, t.Arg(1))
	t.CloseQuestion()
	if no != "" {
		return t.Say(chat.Message{Text: no})
	}
	for _, s := range p.periods {
		err := t.Tx.PutPause(report.Pause{Period: s.Period, Unit: u.Code, By: t.Member.ID, Reason: p.reason, From: p.from, To: p.to})
		if err != nil {
			return err
		}
		if err := t.Tx.Audit(t.Member.ID, report.UnitPaused, report.Ref{Unit: u.Code, Period: s.Period}.With("From", "To", "Reason")); err != nil {
			return err
		}
	}
	name := texts.UnitName(u)
	if err := t.TellUnit(u.Code, chat.Message{Text: t.Office.PausedDates(name, p.from, p.to, p.reason)}); err != nil {
		return err
	}
	return t.Show(chat.Message{
		Text:    texts.PausedUntil(name, p.from, p.to, len(p.periods)),
		Buttons: [][]chat.Button{{turn.Button(texts.LabelUnpause, verbUnpauseDates, u.Code), turn.Button(texts.LabelOpenUnit, digest.VerbUnit, u.Code)}},
	})
}

// Pauses are the pauses of a unit for periods that are still to be due.
func Pauses(t *turn.Reading, u report.Unit) (pauses []report.Pause, err error) {
	for _, s := range t.Rules.DueBetween(u, t.Today(), t.Today().AddDays(longestPause)) {
		p, ok, err := t.Tx.PauseOf(s.Period, u.Code)
		if err != nil {
			return nil, err
		}
		if ok {
			pauses = append(pauses, p)
		}
	}
	return pauses, nil
}

// resumeDates takes back all pauses of a unit that are still to come.
func resumeDates(t *turn.Turn, u report.Unit) error {
	pauses, err := Pauses(&t.Reading, u)
	if err != nil {
		return err
	}
	if len(pauses) == 0 {
		return t.Stale()
	}
	for _, p := range pauses {
		if err := t.Tx.DeletePause(p.Period, u.Code); err != nil {
			return err
		}
		if err := t.Tx.Audit(t.Member.ID, report.UnitResumed, report.Ref{Unit: u.Code, Period: p.Period}); err != nil {
			return err
		}
	}
	name := texts.UnitName(u)
	if err := t.TellUnit(u.Code, chat.Message{Text: t.Office.ResumedDates(name)}); err != nil {
		return err
	}
	return t.Show(chat.Message{Text: texts.ResumedAll(name)})
}
