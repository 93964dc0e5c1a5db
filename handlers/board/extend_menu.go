package board

import (
	"strings"

	"guongsang/handlers/pick"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbExtendScope  turn.Verb = "exs"
	verbExtendBlocks turn.Verb = "exb"
	verbExtendBlock  turn.Verb = "exk"
	verbExtendUnit   turn.Verb = "exu"
)

// longestExtension is how many days a deadline may be moved at most: a longer
// one is a slip of the finger.
const longestExtension = 92

// extendDays are the working days that are suggested.
var extendDays = [...]int{1, 2, 3, 5, 10}

// ExtendMenu asks for whom a deadline is to be extended.
func ExtendMenu(t *turn.Reading) error {
	t.CloseQuestion()
	return t.Show(chat.Message{Text: texts.AskExtendScope(), Buttons: turn.Column(
		turn.Button(texts.LabelExtendAll, verbExtendScope, scopeKey(report.Scope{})),
		turn.Button(texts.LabelExtendBlock, verbExtendBlocks, 0),
		turn.Button(texts.LabelExtendOne, verbExtendUnit),
		turn.Button(texts.LabelCancel, turn.VerbCancel),
	)})
}

// extendBlocks asks for a block.
func extendBlocks(t *turn.Reading, page int) error {
	return pick.ShowBlocks(t, texts.AskBlock(), verbExtendBlock, verbExtendBlocks, page)
}

// extendUnit asks for a unit.
func extendUnit(t *turn.Reading) error { return pick.Ask(t, pick.ToExtend) }

// extendBlock takes a block.
func extendBlock(t *turn.Reading, name string) error {
	return AskExtendPeriod(t, report.Scope{Block: name})
}

// AskExtendPeriod offers the periods whose deadline can be moved: those open
// today and the ones locked last.
func AskExtendPeriod(t *turn.Reading, scope report.Scope) error {
	var buttons []chat.Button
	for _, p := range extendable(t) {
		s, err := scheduleOf(t, scope, p)
		if err != nil {
			return err
		}
		buttons = append(buttons, turn.Button(texts.LabelDeadline(s), verbExtendPeriod, scopeKey(scope), p))
	}
	buttons = append(buttons, turn.Button(texts.LabelCancel, turn.VerbCancel))
	return t.Show(chat.Message{Text: texts.AskExtendPeriod(scopeName(t, scope)), Buttons: turn.Column(buttons...)})
}

func extendable(t *turn.Reading) (periods []report.Period) {
	for _, duty := range report.Duties {
		if t.Rules.For(duty).Off {
			continue
		}
		open := t.Rules.OpenPeriods(duty, t.Today())
		periods = append(append(periods, open[0].Add(-1)), open...)
	}
	return periods
}

// scheduleOf is the schedule in force for a scope as a whole: extensions of
// single units within it do not count.
func scheduleOf(t *turn.Reading, scope report.Scope, p report.Period) (report.Schedule, error) {
	u := report.Unit{Block: scope.Block}
	if scope.Unit != "" {
		var err error
		if u, err = t.Tx.Unit(scope.Unit); err != nil {
			return report.Schedule{}, err
		}
	}
	return t.Tx.Schedule(u, p)
}

// scopeKey writes a scope so that it fits into a button.
func scopeKey(s report.Scope) string {
	switch {
	case s.Unit != "":
		return "u" + s.Unit
	case s.Block != "":
		return "b" + turn.BlockKey(s.Block)
	}
	return "a"
}

// scope reads what scopeKey wrote. A block without a name would be everybody.
var scope = turn.NewKind("scope", func(t *turn.Reading, key string) (s report.Scope, no turn.Refusal) {
	switch {
	case key == "a":
		return s, nil
	case strings.HasPrefix(key, "u"):
		u, no := turn.Unit.Read(t, []string{key[1:]})
		return report.Scope{Unit: u.Code}, no
	case strings.HasPrefix(key, "b"):
		name, no := turn.NamedBlock.Read(t, []string{key[1:]})
		return report.Scope{Block: name}, no
	}
	return s, turn.Stale
})

// scopeName names a scope for people.
func scopeName(t *turn.Reading, s report.Scope) string {
	switch {
	case s.Unit != "":
		return t.NameAndCode(s.Unit)
	case s.Block != "":
		return texts.BlockName(s.Block)
	}
	return texts.AllUnits()
}
