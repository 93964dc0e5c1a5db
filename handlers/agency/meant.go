package agency

import (
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/form"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// foundAtOnce is how many of what was found are shown.
const foundAtOnce = 6

// Deadlines says until when the periods that are being worked on are due, where
// no unit is meant.
func Deadlines(t *turn.Reading) error {
	var open []report.Schedule
	for _, duty := range report.Duties {
		if !t.Rules.For(duty).Off {
			open = append(open, t.Rules.Schedule(t.Rules.OpenPeriods(duty, t.Today())[0]))
		}
	}
	return t.Say(chat.Message{Text: texts.OfficeDeadlines(open, t.Today())})
}

// FindUnits finds units by code, or by all words of the name.
func FindUnits(t *turn.Reading, name string) []report.Unit { return search(t.Tx.Directory(), name) }

// ShowUnits shows the unit that was found, or lets one of several be picked.
func ShowUnits(t *turn.Reading, found []report.Unit) error {
	if len(found) == 1 {
		return showUnit(t, found[0])
	}
	var buttons []chat.Button
	for _, u := range found[:min(choices, len(found))] {
		buttons = append(buttons, turn.Button(texts.UnitName(u), digest.VerbUnit, u.Code))
	}
	return t.Say(chat.Message{Text: texts.SeveralUnits(max(0, len(found)-choices)), Buttons: turn.Column(buttons...)})
}

// ShowPerson lists the examples that introduce somebody of a name, as far as the
// member may see them.
func ShowPerson(t *turn.Reading, name string) error {
	all, err := t.Tx.Namesakes(form.NameToFind(name), t.Tx.Now.AddDate(-lookedBack, 0, 0))
	if err != nil {
		return err
	}
	var lines []string
	var buttons []chat.Button
	for _, e := range all[:min(foundAtOnce, len(all))] {
		if line := personLine(t, e); line != "" {
			lines = append(lines, line)
			if t.Member.Agency() {
				buttons = append(buttons, turn.Button(e.Number, digest.VerbExample, e.Number))
			}
		}
	}
	if len(lines) == 0 {
		return t.Say(chat.Message{Text: t.Office.NobodyFound(name)})
	}
	return t.Say(chat.Message{Text: texts.PeopleFound(name, lines), Buttons: turn.Column(buttons...)})
}

// lookedBack is how many years are looked back for somebody.
const lookedBack = 10

// personLine names an example by which somebody was introduced; "" where the
// member may not know of it, by that name.
func personLine(t *turn.Reading, e report.Example) string {
	if t.Member.Agency() || t.Member.Represents(e.Unit) {
		return texts.PersonFound(e.Number, e.Content.Title, t.UnitName(e.Unit))
	}
	u, err := t.Tx.Unit(e.Unit)
	if err != nil || !t.Member.Holds(report.Leader) {
		return ""
	}
	v := privacy.Of(e, u, t.Options.Leaders, t.Today())
	if v.Hidden || !v.Named {
		return ""
	}
	return texts.PersonFound(v.Number, v.Title, v.Unit.Name)
}
