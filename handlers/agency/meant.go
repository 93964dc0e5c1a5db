package agency

import (
	"strings"
	"unicode/utf8"

	"guongsang/handlers/pick"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

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
func FindUnits(t *turn.Reading, name string) []report.Unit {
	return pick.Search(t.Tx.Directory(), name)
}

// leastOfName is how many letters a part of a unit's name has that is looked for.
const leastOfName = 4

// FindUnit shows the unit that a text is the code or a part of the name of, to
// those who may see all.
func FindUnit(t *turn.Reading, text string) (shown bool, err error) {
	text = letters.Tidy(text)
	if !t.Member.Agency() || utf8.RuneCountInString(text) < leastOfName || len(strings.Fields(text)) > 10 {
		return false, nil
	}
	found := pick.Search(t.Tx.Directory(), text)
	if len(found) == 0 {
		found = pick.Named(t.Tx.Directory(), t.Today(), text)
	}
	if len(found) == 0 || len(found) > pick.AtOnce {
		return false, nil
	}
	return true, ShowUnits(t, found)
}

// ShowUnits shows the unit that was found, or lets one of several be picked.
func ShowUnits(t *turn.Reading, found []report.Unit) error {
	if len(found) == 1 {
		return showUnit(t, found[0], 0)
	}
	var buttons []chat.Button
	for _, u := range found[:min(pick.AtOnce, len(found))] {
		buttons = append(buttons, turn.Button(texts.UnitName(u), digest.VerbUnit, u.Code))
	}
	return t.Say(chat.Message{Text: texts.SeveralUnits(max(0, len(found)-pick.AtOnce)), Buttons: turn.Column(buttons...)})
}
