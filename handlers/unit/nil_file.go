package unit

import (
	"slices"
	"time"

	"guongsang/handlers/duty"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// pickNil answers one duty that is owed at once, and asks for which of several
// there is nothing.
func pickNil(t *turn.Turn) error {
	list, err := duty.Owes(&t.Reading)
	if err != nil {
		return err
	}
	switch len(list) {
	case 0:
		return t.MainMenu(t.Office.NothingOwed())
	case 1:
		return pressNil(t, list[0], false)
	}
	return askNil(&t.Reading, list, 0)
}

const verbNilPage turn.Verb = "n.page"

// listNil shows another page of what is owed.
func listNil(t *turn.Reading, page int) error {
	list, err := duty.Owes(t)
	if err != nil {
		return err
	}
	return askNil(t, list, page)
}

// askNil asks for which of several duties there is nothing.
func askNil(t *turn.Reading, list []duty.Owed, page int) error {
	shown, ok := turn.PageOf(list, page)
	if !ok || len(shown) == 0 {
		return t.Stale()
	}
	var buttons []chat.Button
	for _, o := range shown {
		args := []any{o.Unit, o.Period}
		if o.Period.Duty == report.Month { // of a quarter the examples of its months are offered first
			args = append(args, 1)
		}
		buttons = append(buttons, turn.Button(texts.NilLabel(o.Period, whose(t, o)), chat.VerbNil, args...))
	}
	t.CloseQuestion()
	lines := append(turn.Column(buttons...), turn.PagerBy(turn.Choices, verbNilPage, page, len(list))...)
	return t.Show(chat.Message{Text: texts.WhichNil(), Buttons: lines})
}

// AskNilOf asks for which duty of one unit there is nothing. It reports whether the
// unit owes any.
func AskNilOf(t *turn.Turn, code string) (bool, error) {
	list, err := duty.Owes(&t.Reading)
	if err != nil {
		return false, err
	}
	list = slices.DeleteFunc(list, func(o duty.Owed) bool { return o.Unit != code })
	if len(list) == 0 {
		return false, nil
	}
	return true, askNil(&t.Reading, list, 0)
}

const verbNilAll turn.Verb = "n.all"

// AskNilOfAll asks for which period none of the units has anything: of those that
// several owe. It reports whether there are any, and few enough units.
func AskNilOfAll(t *turn.Turn) (bool, error) {
	list, err := duty.Owes(&t.Reading)
	if err != nil || len(t.Member.Represented()) > turn.Choices {
		return false, err
	}
	units := map[report.Period]int{}
	for _, o := range list {
		units[o.Period]++
	}
	var buttons []chat.Button
	for _, o := range list {
		if n := units[o.Period]; n > 1 {
			buttons = append(buttons, turn.Button(texts.NilOfUnits(o.Period, n), verbNilAll, o.Period))
		}
		delete(units, o.Period)
	}
	if len(buttons) == 0 {
		return false, nil
	}
	t.CloseQuestion()
	return true, t.Show(chat.Message{Text: texts.WhichNil(), Buttons: turn.Column(buttons...)})
}

// pressNilAll files that none of the units has anything for a period. Where one
// filed something beside, that one is asked about.
func pressNilAll(t *turn.Turn, p report.Period) error {
	list, err := duty.Owes(&t.Reading)
	if err != nil {
		return err
	}
	list = slices.DeleteFunc(list, func(o duty.Owed) bool { return o.Period != p })
	if len(list) == 0 {
		return t.Stale()
	}
	for _, o := range list {
		if err := pressNil(t, o, false); err != nil {
			return err
		}
		t.Below()
	}
	return nil
}

// whose names the unit of a duty, where there are several.
func whose(t *turn.Reading, o duty.Owed) string {
	if len(t.Member.Represented()) > 1 {
		return t.UnitButton(o.Unit)
	}
	return ""
}

// pressNil files that there is nothing. Sure is who chose this period among
// others, or was asked already whether it is meant.
func pressNil(t *turn.Turn, o duty.Owed, sure bool) error {
	st, err := t.Tx.Standing(o.Unit, o.Period)
	if err != nil {
		return err
	}
	ok, err := duty.Offers(&t.Reading, o.Unit, o.Period)
	if err != nil {
		return err
	}
	if !ok && !st.State.Met() {
		return t.Stale()
	}
	if !sure && !st.State.Met() {
		beside, err := filedBeside(&t.Reading, o)
		if err != nil {
			return err
		}
		if len(beside) > 0 {
			return doubtNil(t, o, beside)
		}
	}
	return FileNil(t, o.Unit, o.Period, "", t.At)
}

// FileNil files that a unit has nothing to introduce in a period, received at
// the given time. What was filed before stands and is told.
func FileNil(t *turn.Turn, unit string, p report.Period, reason string, receivedAt time.Time) error {
	st, err := t.Tx.Standing(unit, p)
	if err != nil {
		return err
	}
	filings, err := t.Tx.Filings(p, unit)
	if err != nil {
		return err
	}
	if st.State.Met() { // of two that are owed one may have come: then there is no other
		return t.Say(chat.Message{Text: t.Office.NilAlready(t.UnitName(unit), p, filings)})
	}
	text, err := PutNil(t, unit, p, reason, receivedAt)
	if err != nil {
		return err
	}
	if t.Asked(questionQuarter, unit, p) { // which examples count for it: none
		t.CloseQuestion()
	}
	undo := turn.Button(texts.ToUndo, VerbUndo, unit, p, receivedAt.UnixNano())
	buttons := [][]chat.Button{{undo}}
	if t.Member.Represents(unit) {
		buttons = [][]chat.Button{{turn.Button(texts.ToReason, verbReason, unit, p, receivedAt.UnixNano()), undo}}
	}
	if err := t.Say(chat.Message{Text: text, Buttons: buttons}); err != nil {
		return err
	}
	return TellNil(t, unit, p, text)
}

// PutNil writes a nil. The text says what was filed.
func PutNil(t *turn.Turn, unit string, p report.Period, reason string, receivedAt time.Time) (text string, err error) {
	f := report.Filing{Period: p, Unit: unit, At: receivedAt, By: t.Member.ID, Reason: reason}
	if err := t.Tx.PutNil(f); err != nil {
		return "", err
	}
	if err := t.Tx.Audit(t.Member.ID, report.NilReported, report.Ref{Unit: unit, Period: p}); err != nil {
		return "", err
	}
	u, err := t.Tx.Unit(unit)
	if err != nil {
		return "", err
	}
	s, err := t.Tx.Schedule(u, p)
	if err != nil {
		return "", err
	}
	return t.Office.NilFiled(u.Label(), s, s.Timing(receivedAt, t.Rules.Zone)), nil
}

// TellNil tells the unit of a nil that was filed on its behalf, and closes the
// reminders that it answers.
func TellNil(t *turn.Turn, unit string, p report.Period, text string) error {
	if !t.Member.Represents(unit) {
		if err := t.TellUnit(unit, chat.Message{Text: t.Office.Behalf(text)}); err != nil {
			return err
		}
	}
	return duty.CloseReminders(t, unit, p)
}
