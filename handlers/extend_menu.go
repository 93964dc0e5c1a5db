package handlers

import (
	"strconv"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbExtendScope  = "exs" // scope
	verbExtendBlocks = "exb" // page
	verbExtendBlock  = "exk" // block
	verbExtendUnit   = "exu"
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
	t.closeQuestion()
	return t.show(chat.Message{Text: texts.AskExtendScope(), Buttons: column(
		button(texts.LabelExtendAll, verbExtendScope, scopeKey(report.Scope{})),
		button(texts.LabelExtendBlock, verbExtendBlocks, 0),
		button(texts.LabelExtendOne, verbExtendUnit),
		button(texts.LabelCancel, verbCancel),
	)})
}

// extendBlocks asks for a block.
func (t *turn) extendBlocks(do chat.Action) error {
	if !t.member.Agency() {
		return t.refuse(do.Verb)
	}
	page, _ := strconv.Atoi(do.Arg(0))
	return t.showBlocks(texts.AskBlock(), verbExtendBlock, verbExtendBlocks, page)
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

// askExtendPeriod offers the periods whose deadline can be moved: those open
// today and the ones locked last.
func (t *turn) askExtendPeriod(scope report.Scope) error {
	var buttons []chat.Button
	for _, p := range t.extendable() {
		s, err := t.scheduleOf(scope, p)
		if err != nil {
			return err
		}
		buttons = append(buttons, button(texts.LabelDeadline(s), verbExtendPeriod, scopeKey(scope), p))
	}
	buttons = append(buttons, button(texts.LabelCancel, verbCancel))
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
