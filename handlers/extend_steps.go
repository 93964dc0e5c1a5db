package handlers

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// longestExtension is how many days a deadline may be moved at most: a longer
// one is a slip of the finger.
const longestExtension = 92

// extendDays are the working days that are suggested.
var extendDays = [...]int{1, 2, 3, 5, 10}

// extendMenu asks for whom a deadline is to be extended.
func (t *turn) extendMenu() error {
	if !t.member.Agency() {
		return t.refuse("extend")
	}
	t.ask("")
	return t.show(chat.Message{Text: texts.AskExtendScope(), Buttons: column(
		button(texts.LabelExtendAll, "exs", scopeKey(report.Scope{})),
		button(texts.LabelExtendBlock, "exb", 0),
		button(texts.LabelExtendOne, "exu"),
		button(texts.LabelCancel, "no"),
	)})
}

// extendBlocks asks for a block.
func (t *turn) extendBlocks(do chat.Action) error {
	if !t.member.Agency() {
		return t.refuse(do.Verb)
	}
	page, _ := strconv.Atoi(do.Arg(0))
	return t.showBlocks(texts.AskBlock(), "exk", "exb", page)
}

// extendUnit asks for a unit.
func (t *turn) extendUnit(do chat.Action) error {
	if !t.member.Agency() {
		return t.refuse(do.Verb)
	}
	return t.findUnit(toExtend)
}

// extendBlock takes a block.
func (t *turn) extendBlock(do chat.Action) error {
	name, ok := t.block(do.Arg(0))
	if !ok || name == "" { // a scope without a name would be everybody
		return t.stale()
	}
	return t.extendScope(chat.Do(do.Verb, scopeKey(report.Scope{Block: name})))
}

// extendScope asks for the period.
func (t *turn) extendScope(do chat.Action) error {
	if !t.member.Agency() {
		return t.refuse(do.Verb)
	}
	scope, ok := t.scope(do.Arg(0))
	if !ok {
		return t.stale()
	}
	return t.askExtendPeriod(scope)
}

// scopeKey writes a scope so that it fits into a button.
func scopeKey(s report.Scope) string {
	switch {
	case s.Unit != "":
		return "u" + s.Unit
	case s.Block != "":
		return "b" + blockKey(s.Block)
	}
	return "a"
}

// scope reads what scopeKey wrote.
func (t *turn) scope(key string) (s report.Scope, ok bool) {
	switch {
	case key == "a":
		return s, true
	case strings.HasPrefix(key, "u"):
		u, err := t.tx.Unit(key[1:])
		return report.Scope{Unit: u.Code}, err == nil
	case strings.HasPrefix(key, "b"):
		name, ok := t.block(key[1:])
		return report.Scope{Block: name}, ok && name != ""
	}
	return s, false
}

// scopeName names a scope for people.
func (t *turn) scopeName(s report.Scope) string {
	switch {
	case s.Unit != "":
		return unitName(t.tx, s.Unit)
	case s.Block != "":
		return texts.BlockName(s.Block)
	}
	return texts.AllUnits()
}

// askExtendPeriod offers the periods whose deadline can be moved: those open
// today and the ones locked last.
func (t *turn) askExtendPeriod(scope report.Scope) error {
	var buttons []chat.Button
	for _, p := range t.extendable() {
		s, err := t.scheduleOf(scope, p)
		if err != nil {
			return err
		}
		buttons = append(buttons, button(texts.LabelDeadline(s), "exp", scopeKey(scope), p))
	}
	buttons = append(buttons, button(texts.LabelCancel, "no"))
	return t.show(chat.Message{Text: texts.AskExtendPeriod(t.scopeName(scope)), Buttons: column(buttons...)})
}

func (t *turn) extendable() (periods []report.Period) {
	for _, duty := range report.Duties {
		if t.Rules.For(duty).Off {
			continue
		}
		open := t.Rules.OpenPeriods(duty, t.today())
		periods = append(append(periods, open[0].Add(-1)), open...)
	}
	return periods
}

// scheduleOf is the schedule in force for a scope as a whole: extensions of
// single units within it do not count.
func (t *turn) scheduleOf(scope report.Scope, p report.Period) (report.Schedule, error) {
	u := report.Unit{Block: scope.Block}
	if scope.Unit != "" {
		var err error
		if u, err = t.tx.Unit(scope.Unit); err != nil {
			return report.Schedule{}, err
		}
	}
	return t.tx.Schedule(u, p)
}

// extendPeriod asks for the new day.
func (t *turn) extendPeriod(do chat.Action) error {
	x, ok, err := t.extending(do.Verb, do.Args)
	if err != nil || !ok {
		return err
	}
	t.ask("extdate", do.Args...)
	var line []chat.Button
	for _, n := range extendDays {
		d := t.Rules.Calendar.AddWorkdays(x.from(t.today()), n)
		line = append(line, button(texts.Day(d), "exd", do.Arg(0), x.period, d))
	}
	return t.show(chat.Message{
		Text:    texts.AskNewDeadline(t.scopeName(x.scope), x.schedule, t.example(x)),
		Buttons: [][]chat.Button{line[:3], line[3:], {button(texts.LabelCancel, "no")}},
	})
}

// An extending is an extension being made, as far as it is known.
type extending struct {
	scope    report.Scope
	period   report.Period
	schedule report.Schedule // in force now
}

// from is the day that suggestions count from.
func (x extending) from(today report.Date) report.Date {
	if today.After(x.schedule.Deadline) {
		return today
	}
	return x.schedule.Deadline
}

func (t *turn) example(x extending) report.Date {
	return t.Rules.Calendar.AddWorkdays(x.from(t.today()), 3)
}

// extending reads scope and period from the arguments of a button or
// question. Not ok means that the answer was given already.
func (t *turn) extending(what string, args []string) (x extending, ok bool, err error) {
	args = append(slices.Clone(args), "", "")
	if !t.member.Agency() {
		return x, false, t.refuse(what)
	}
	if x.scope, ok = t.scope(args[0]); !ok {
		return x, false, t.stale()
	}
	if x.period, err = report.ParsePeriod(args[1]); err != nil || !slices.Contains(t.extendable(), x.period) {
		return x, false, t.stale()
	}
	x.schedule, err = t.scheduleOf(x.scope, x.period)
	return x, err == nil, err
}

// extendDate takes a suggested day.
func (t *turn) extendDate(do chat.Action) error {
	x, ok, err := t.extending(do.Verb, do.Args)
	if err != nil || !ok {
		return err
	}
	d, err := report.ParseDate(do.Arg(2))
	if err != nil {
		return t.stale()
	}
	return t.askExtendReason(x, d)
}

// answerExtendDate reads a day that was typed.
func (t *turn) answerExtendDate() error {
	x, ok, err := t.extending("extdate", t.talk.Args)
	if err != nil || !ok {
		return err
	}
	d, ok := texts.ReadDay(t.ev.Text)
	if !ok {
		return t.say(chat.Message{Text: texts.DeadlineUnreadable(t.example(x))})
	}
	return t.askExtendReason(x, d)
}

// later refuses a day that is no extension. Not ok means that the answer was
// given already.
func (t *turn) later(x extending, d report.Date) (ok bool, err error) {
	most := x.from(t.today()).AddDays(longestExtension)
	switch {
	case !d.After(x.schedule.Deadline):
		return false, t.say(chat.Message{Text: texts.DeadlineTooEarly(d, x.schedule.Deadline)})
	case d.Before(t.today()):
		return false, t.say(chat.Message{Text: texts.DeadlinePast(d)})
	case d.After(most):
		return false, t.say(chat.Message{Text: texts.DeadlineTooLate(d, most)})
	}
	return true, nil
}

func (t *turn) askExtendReason(x extending, d report.Date) error {
	if ok, err := t.later(x, d); err != nil || !ok {
		return err
	}
	t.ask("extreason", scopeKey(x.scope), x.period.String(), d.String())
	return t.show(chat.Message{Text: texts.AskExtendReason(), Buttons: column(
		button(texts.LabelSkip, "exr", scopeKey(x.scope), x.period, d), button(texts.LabelCancel, "no"),
	)})
}

// skipExtendReason goes on without a reason.
func (t *turn) skipExtendReason(do chat.Action) error {
	return t.confirmExtend(do.Verb, do.Args, "")
}

// answerExtendReason goes on with the reason that was typed.
func (t *turn) answerExtendReason() error {
	reason := strings.Join(strings.Fields(t.ev.Text), " ")
	if utf8.RuneCountInString(reason) > maxReason {
		return t.say(chat.Message{Text: texts.ReasonTooLong(maxReason)})
	}
	return t.confirmExtend("extreason", t.talk.Args, reason)
}
