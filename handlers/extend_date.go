package handlers

import (
	"slices"
	"strings"
	"unicode/utf8"

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
func (t *turn) extendPeriod(do chat.Action) error {
	x, ok, err := t.readExtending(do.Verb, do.Args)
	if err != nil || !ok {
		return err
	}
	t.ask(questionExtendDate, do.Args...)
	var line []chat.Button
	for _, n := range extendDays {
		d := t.Rules.Calendar.AddWorkdays(x.from(t.today()), n)
		line = append(line, button(texts.Day(d), verbExtendDate, do.Arg(0), x.period, d))
	}
	return t.show(chat.Message{
		Text:    texts.AskNewDeadline(t.scopeName(x.scope), x.schedule, t.example(x)),
		Buttons: [][]chat.Button{line[:3], line[3:], {button(texts.LabelCancel, verbCancel)}},
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

// readExtending reads scope and period from the arguments of a button or
// question. Not ok means that the answer was given already.
func (t *turn) readExtending(what string, args []string) (x extending, ok bool, err error) {
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
	x, ok, err := t.readExtending(do.Verb, do.Args)
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
	x, ok, err := t.readExtending(questionExtendDate, t.talk.Args)
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
	t.ask(questionExtendReason, scopeKey(x.scope), x.period.String(), d.String())
	return t.show(chat.Message{Text: texts.AskExtendReason(), Buttons: column(
		button(texts.LabelSkip, verbExtendNoReason, scopeKey(x.scope), x.period, d), button(texts.LabelCancel, verbCancel),
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
	return t.confirmExtend(questionExtendReason, t.talk.Args, reason)
}
