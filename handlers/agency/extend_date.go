package agency

import (
	"slices"
	"strings"
	"unicode/utf8"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbExtendPeriod   = "exp" // scope period
	verbExtendDate     = "exd" // scope period day
	verbExtendNoReason = "exr" // scope period day
)

const (
	questionExtendDate   = "extdate"   // scope period
	questionExtendReason = "extreason" // scope period day
)

// extendPeriod asks for the new day.
func extendPeriod(t *turn.Turn, do chat.Action) error {
	x, ok, err := readExtending(t, do.Verb, do.Args)
	if err != nil || !ok {
		return err
	}
	t.Ask(questionExtendDate, do.Args...)
	var line []chat.Button
	for _, n := range extendDays {
		d := t.Rules.Calendar.AddWorkdays(x.from(t.Today()), n)
		line = append(line, turn.Button(texts.Day(d), verbExtendDate, do.Arg(0), x.period, d))
	}
	return t.Show(chat.Message{
		Text:    texts.AskNewDeadline(scopeName(t, x.scope), x.schedule, example(t, x)),
		Buttons: [][]chat.Button{line[:3], line[3:], {turn.Button(texts.LabelCancel, turn.VerbCancel)}},
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

func example(t *turn.Turn, x extending) report.Date {
	return t.Rules.Calendar.AddWorkdays(x.from(t.Today()), 3)
}

// readExtending reads scope and period from the arguments of a button or
// question. Not ok means that the answer was given already.
func readExtending(t *turn.Turn, what string, args []string) (x extending, ok bool, err error) {
	args = append(slices.Clone(args), "", "")
	if !t.Member.Agency() {
		return x, false, t.Refuse(what)
	}
	if x.scope, ok = scope(t, args[0]); !ok {
		return x, false, t.Stale()
	}
	if x.period, err = report.ParsePeriod(args[1]); err != nil || !slices.Contains(extendable(t), x.period) {
		return x, false, t.Stale()
	}
	x.schedule, err = scheduleOf(t, x.scope, x.period)
	return x, err == nil, err
}

// extendDate takes a suggested day.
func extendDate(t *turn.Turn, do chat.Action) error {
	x, ok, err := readExtending(t, do.Verb, do.Args)
	if err != nil || !ok {
		return err
	}
	d, err := report.ParseDate(do.Arg(2))
	if err != nil {
		return t.Stale()
	}
	return askExtendReason(t, x, d)
}

// answerExtendDate reads a day that was typed.
func answerExtendDate(t *turn.Turn) error {
	x, ok, err := readExtending(t, questionExtendDate, t.Talk.Args)
	if err != nil || !ok {
		return err
	}
	d, ok := texts.ReadDay(t.Event.Text)
	if !ok {
		return t.Say(chat.Message{Text: texts.DeadlineUnreadable(example(t, x))})
	}
	return askExtendReason(t, x, d)
}

// later refuses a day that is no extension. Not ok means that the answer was
// given already.
func later(t *turn.Turn, x extending, d report.Date) (ok bool, err error) {
	most := x.from(t.Today()).AddDays(longestExtension)
	switch {
	case !d.After(x.schedule.Deadline):
		return false, t.Say(chat.Message{Text: texts.DeadlineTooEarly(d, x.schedule.Deadline)})
	case d.Before(t.Today()):
		return false, t.Say(chat.Message{Text: texts.DeadlinePast(d)})
	case d.After(most):
		return false, t.Say(chat.Message{Text: texts.DeadlineTooLate(d, most)})
	}
	return true, nil
}

func askExtendReason(t *turn.Turn, x extending, d report.Date) error {
	if ok, err := later(t, x, d); err != nil || !ok {
		return err
	}
	t.Ask(questionExtendReason, scopeKey(x.scope), x.period.String(), d.String())
	return t.Show(chat.Message{Text: texts.AskExtendReason(), Buttons: turn.Column(
		turn.Button(texts.LabelSkip, verbExtendNoReason, scopeKey(x.scope), x.period, d), turn.Button(texts.LabelCancel, turn.VerbCancel),
	)})
}

// skipExtendReason goes on without a reason.
func skipExtendReason(t *turn.Turn, do chat.Action) error {
	return confirmExtend(t, do.Verb, do.Args, "")
}

// answerExtendReason goes on with the reason that was typed.
func answerExtendReason(t *turn.Turn) error {
	reason := strings.Join(strings.Fields(t.Event.Text), " ")
	if utf8.RuneCountInString(reason) > maxReason {
		return t.Say(chat.Message{Text: texts.ReasonTooLong(maxReason)})
	}
	return confirmExtend(t, questionExtendReason, t.Talk.Args, reason)
}
