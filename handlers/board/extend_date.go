package board

import (
	"slices"
	"strings"
	"unicode/utf8"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/dates"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbExtendPeriod   turn.Verb = "exp"
	verbExtendDate     turn.Verb = "exd"
	verbExtendNoReason turn.Verb = "exr"
)

const (
	questionExtendDate   turn.Question = "extdate"
	questionExtendReason turn.Question = "extreason"
)

// extendPeriod asks for the new day.
func extendPeriod(t *turn.Reading, x extending) error {
	t.Ask(questionExtendDate, scopeKey(x.scope), x.period)
	var line []chat.Button
	for _, n := range extendDays {
		d := t.Rules.Calendar.AddWorkdays(x.from(t.Today()), n)
		line = append(line, turn.Button(texts.Day(d), verbExtendDate, scopeKey(x.scope), x.period, d))
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
	day      report.Date     // the new one
}

// from is the day that suggestions count from.
func (x extending) from(today report.Date) report.Date {
	if today.After(x.schedule.Deadline) {
		return today
	}
	return x.schedule.Deadline
}

func example(t *turn.Reading, x extending) report.Date {
	return t.Rules.Calendar.AddWorkdays(x.from(t.Today()), 3)
}

// toExtend is a period whose deadline can be moved for a scope.
var toExtend = turn.Join(scope, turn.Period, func(t *turn.Reading, s report.Scope, p report.Period) (x extending, no turn.Refusal) {
	if !slices.Contains(extendable(t), p) {
		return x, turn.Stale
	}
	schedule, err := scheduleOf(t, s, p)
	return extending{scope: s, period: p, schedule: schedule}, turn.Failed(err)
})

// toDay is an extension with a new day that is one.
var toDay = turn.Join(toExtend, turn.Day, func(t *turn.Reading, x extending, d report.Date) (extending, turn.Refusal) {
	x.day = d
	return x, later(t, x)
})

// later refuses a day that is no extension.
func later(t *turn.Reading, x extending) turn.Refusal {
	most := x.from(t.Today()).AddDays(longestExtension)
	switch {
	case !x.day.After(x.schedule.Deadline):
		return turn.Saying(texts.DeadlineTooEarly(x.schedule.Deadline))
	case x.day.Before(t.Today()):
		return turn.Saying(texts.DeadlinePast(x.day))
	case x.day.After(most):
		return turn.Saying(texts.DeadlineTooLate(x.day, most))
	}
	return nil
}

// answerExtendDate reads a day that was typed.
func answerExtendDate(t *turn.Turn, x extending) error {
	d, ok := dates.Coming(t.Event.Text, t.Today())
	if !ok {
		return t.Say(chat.Message{Text: texts.Quoted(t.Event.Text, texts.DayUnreadable(example(&t.Reading, x)))})
	}
	x.day = d
	if no := later(&t.Reading, x); no != nil {
		return no(t)
	}
	return askExtendReason(&t.Reading, x)
}

func askExtendReason(t *turn.Reading, x extending) error {
	t.Ask(questionExtendReason, scopeKey(x.scope), x.period, x.day)
	return t.Show(chat.Message{Text: texts.AskExtendReason(), Buttons: turn.Column(
		turn.Button(texts.LabelSkip, verbExtendNoReason, scopeKey(x.scope), x.period, x.day), turn.Button(texts.LabelCancel, turn.VerbCancel),
	)})
}

// skipExtendReason goes on without a reason.
func skipExtendReason(t *turn.Reading, x extending) error { return confirmExtend(t, x, "") }

// answerExtendReason goes on with the reason that was typed, also in place of
// the one given before.
func answerExtendReason(t *turn.Reading, x extending, _ string) error {
	reason := strings.Join(strings.Fields(t.Event.Text), " ")
	if utf8.RuneCountInString(reason) > form.MaxReason {
		return t.Say(chat.Message{Text: texts.Quoted(t.Event.Text, texts.ReasonTooLong(form.MaxReason))})
	}
	return confirmExtend(t, x, reason)
}

// skipReason is skipExtendReason, of the open question.
func skipReason(t *turn.Reading, x extending, _ string) error { return skipExtendReason(t, x) }

// extendReasonAgain asks for the reason again.
func extendReasonAgain(t *turn.Reading, x extending, _ string) error { return askExtendReason(t, x) }

// backToDay asks for the new day again.
func backToDay(t *turn.Reading, x extending, _ string) error { return extendPeriod(t, x) }

// backToPeriod asks for the period again.
func backToPeriod(t *turn.Reading, x extending) error {
	t.CloseQuestion()
	return AskExtendPeriod(t, x.scope)
}
