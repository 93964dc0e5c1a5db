package behalf

import (
	"time"

	"guongsang/handlers/draft"
	"guongsang/handlers/pick"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/unitname"
	"guongsang/storage/records"
)

// recordPassed goes on when it is said whose something is: how it came is asked if
// that is not known, and whether each of several persons gets a draft.
func recordPassed(t *turn.Turn, p records.Passed, u report.Unit) error {
	keepUnit(&t.Reading, p, u)
	if p.Channel == "" {
		return t.Show(chat.Message{Text: texts.AskPassedChannel(texts.UnitName(u)), Buttons: [][]chat.Button{
			channelButtons("", verbPassedChannel, p.ID, u.Code), {turn.Button(texts.ToPassBy, verbPassedBy, p.ID)},
		}})
	}
	if persons, _, _ := paste.PersonsIn(p.Text); len(persons) > 1 {
		return t.Show(chat.Message{Text: texts.AskPassedEach(texts.UnitName(u), p.Persons), Buttons: turn.Column(
			turn.Button(texts.ToDraftEach(len(persons)), verbPassedEach, p.ID, u.Code, 1),
			turn.Button(texts.ToOneDraft, verbPassedEach, p.ID, u.Code, 0),
			turn.Button(texts.ToPassBy, verbPassedBy, p.ID),
		)})
	}
	return draftPassed(t, p, u, false)
}

// setPassedChannel takes how it came.
func setPassedChannel(t *turn.Turn, p records.Passed, u report.Unit, channel string) error {
	p.Channel = channel
	t.Talk.Passed[passedAt(&t.Reading, p.ID)].Channel = channel
	return recordPassed(t, p, u)
}

// keepUnit notes whose something was said to be.
func keepUnit(t *turn.Reading, p records.Passed, u report.Unit) {
	t.Talk.Passed[passedAt(t, p.ID)].Unit = u.Code
}

// draftPassed makes a draft of something that was passed on, or one for each
// person of it, on behalf of a unit. Nothing is sent.
func draftPassed(t *turn.Turn, p records.Passed, u report.Unit, each bool) error {
	r := record{unit: u, channel: p.Channel, at: p.At}
	period, no := periodOfPassed(&t.Reading, r)
	if no != nil {
		return no(t)
	}
	if t.Event.Kind == chat.Pressed {
		if err := t.Show(chat.Message{Text: texts.PassedTo(texts.UnitName(u), p.Channel)}); err != nil {
			return err
		}
	}
	releasePassed(&t.Reading, p)
	d := report.Draft{By: t.Member.ID, Unit: u.Code, Period: period, OnBehalf: p.Channel, Received: p.At}
	if each {
		persons, _, _ := paste.PersonsIn(p.Text)
		return draft.OpenEachPassed(t, d, persons, p.Files)
	}
	if err := draft.OpenPassed(t, d, p.Text, p.Files); err != nil {
		return err
	}
	t.Talk.PassedTo = records.PassedTo{Draft: t.Talk.Draft, Album: p.Album, At: t.Tx.Now}
	return nil
}

// periodOfPassed is the period that something counts for, unless the preview
// changes that: the first that the unit still owes and that had begun when it came.
func periodOfPassed(t *turn.Reading, r record) (report.Period, turn.Refusal) {
	periods, err := recordable(t, r.unit)
	if err != nil {
		return report.Period{}, turn.Failed(err)
	}
	var refused turn.Refusal
	var first report.Period
	for _, st := range periods {
		r.period = st.Period
		_, no := received(t, r)
		switch {
		case no != nil:
			refused = no
		case st.State == report.Pending:
			return st.Period, nil
		case first == (report.Period{}):
			first = st.Period
		}
	}
	switch {
	case first != (report.Period{}):
		return first, nil
	case refused != nil:
		return first, refused
	}
	return first, turn.Saying(texts.NoPeriodOpen(texts.UnitName(r.unit)))
}

// pickPassed asks for another unit.
func pickPassed(t *turn.Reading, p records.Passed) error {
	t.Ask(questionPassedUnit, p.ID)
	return t.Show(chat.Message{Text: texts.AskForUnit(), Buttons: turn.Column(turn.Button(texts.ToPassBy, verbPassedBy, p.ID))})
}

// answerPassedUnit looks for the unit that was typed.
func answerPassedUnit(t *turn.Reading, p records.Passed) error {
	g := unitname.New(t.Tx.Directory(), t.Today()).Name(t.Event.Text)
	if u, ok := g.One(); ok {
		return usePassedUnit(t, p, u)
	}
	found := g.Units
	if len(found) == 0 {
		found = pick.Search(t.Tx.Directory(), t.Event.Text)
	}
	back := turn.Button(texts.ToPassBy, verbPassedBy, p.ID)
	if len(found) == 0 {
		return t.Say(chat.Message{Text: texts.NoUnitFound(t.Event.Text), Buttons: turn.Column(back)})
	}
	var buttons []chat.Button
	for _, u := range found[:min(pick.AtOnce, len(found))] {
		buttons = append(buttons, turn.Button(texts.UnitOfBlock(u), verbPassedUnit, p.ID, u.Code))
	}
	return t.Say(chat.Message{Text: texts.SeveralUnits(max(0, len(found)-pick.AtOnce)), Buttons: turn.Column(append(buttons, back)...)})
}

// usePassedUnit proposes it for the unit that was chosen.
func usePassedUnit(t *turn.Reading, p records.Passed, u report.Unit) error {
	keepUnit(t, p, u)
	if t.Asked(questionPassedUnit) {
		t.CloseQuestion()
	}
	return showPassed(t, p.ID)
}

// showPassed proposes it anew, as it is known now.
func showPassed(t *turn.Reading, id int) error {
	m, err := proposal(t, &t.Talk.Passed[passedAt(t, id)], material{})
	if err != nil {
		return err
	}
	return t.Show(m)
}

// backToPassed closes the question, and proposes it as it is known.
func backToPassed(t *turn.Reading, p records.Passed) error {
	t.CloseQuestion()
	return showPassed(t, p.ID)
}

// askPassedDay asks when it came.
func askPassedDay(t *turn.Reading, p records.Passed) error {
	t.Ask(questionPassedWhen, p.ID)
	return askWhen(t, turn.Button(texts.ToPassBy, verbPassedBy, p.ID), verbPassedWhen, p.ID)
}

// setPassedDay takes when it came, and proposes it again.
func setPassedDay(t *turn.Reading, p records.Passed, at time.Time) error {
	if wrong := misdated(t, at, report.Date{}); wrong != "" {
		return t.Say(chat.Message{Text: wrong})
	}
	t.Talk.Passed[passedAt(t, p.ID)].At = at
	if t.Asked(questionPassedWhen) {
		t.CloseQuestion()
	}
	return showPassed(t, p.ID)
}

// answerPassedDay reads a moment that was typed.
func answerPassedDay(t *turn.Reading, p records.Passed) error {
	at, ok := typedMoment(t)
	if !ok {
		return sayUnread(t)
	}
	return setPassedDay(t, p, at)
}

// passBy lets go of what is not to be recorded.
func passBy(t *turn.Reading, p records.Passed) error {
	releasePassed(t, p)
	return t.Show(chat.Message{Text: texts.PassedBy()})
}

// joinPassed puts it into the draft that is open.
func joinPassed(t *turn.Turn, p records.Passed) error {
	d, ok, err := t.Opened()
	if err != nil {
		return err
	}
	if !ok {
		return t.Stale()
	}
	releasePassed(&t.Reading, p)
	t.Below()
	return draft.JoinPassed(t, d, p.Text, p.Files)
}

// Passed is something that was passed on, as a button names it.
func Passed() turn.Kind[records.Passed] { return passedKind }

// Answered lets go of what turned out to be an answer.
func Answered(t *turn.Turn, p records.Passed) { releasePassed(&t.Reading, p) }
