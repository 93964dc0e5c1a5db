package board

import (
	"slices"
	"time"

	"guongsang/handlers/duty"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage/records"
)

// What an officer does about units that have not sent. To remind them is only
// wished for here: what a reminder says, to whom, and when it may leave, is the
// scheduler's (scheduler/due.go), in its portions, by its log.

const (
	verbDeal     turn.Verb = "deal"
	verbRemind   turn.Verb = "now"
	verbReminded turn.Verb = "nowok"
)

// RemindButton asks to remind a unit of all that it owes.
func RemindButton(code string) chat.Button {
	return turn.Button(texts.LabelRemindNow, verbRemind, scopeKey(report.Scope{Unit: code}))
}

// askDeal offers what can be done about the units that have not sent.
func askDeal(t *turn.Reading, p report.Period, scope report.Scope) error {
	all, err := standingsIn(t, p, scope)
	if err != nil {
		return err
	}
	key := scopeKey(scope)
	buttons := []chat.Button{turn.Button(texts.LabelGroupText, verbGroupText, p, key, 0)}
	if t.Member.Agency() {
		buttons = append([]chat.Button{turn.Button(texts.LabelRemindNow, verbRemind, key, p)}, buttons...)
		buttons = append(buttons, turn.Button(texts.LabelCallList, verbCallList, p, key, 0))
		if slices.Contains(extendable(t), p) {
			buttons = append(buttons, turn.Button(texts.WordExtend, verbExtendPeriod, key, p))
		}
	}
	return t.Show(chat.Message{
		Text:    texts.AskDeal(scopeName(t, scope), p, countIn(all, digest.Gaps)),
		Buttons: append(turn.Pairs(buttons), []chat.Button{turn.Button(texts.LabelBack, verbList, p, digest.Gaps, key, 0)}),
	})
}

// A chasing is a wish to remind, as far as it is known.
type chasing struct {
	scope   report.Scope
	periods []report.Period
}

// toRemind is a scope whose units can be reminded of a period that is not long past,
// or one unit, of all periods that its page shows.
var toRemind = turn.Join(scope, turn.Opt(turn.Period), func(t *turn.Reading, s report.Scope, p report.Period) (chasing, turn.Refusal) {
	switch {
	case p == (report.Period{}) && s.Unit == "":
		return chasing{}, turn.Stale
	case p == (report.Period{}):
		periods, err := shownOf(t, s.Unit)
		return chasing{s, periods}, turn.Failed(err)
	case slices.Contains(extendable(t), p):
		return chasing{s, []report.Period{p}}, nil
	case s.Unit != "": // an older one that was extended stands on its page
		if shown, err := shownOf(t, s.Unit); err != nil || slices.Contains(shown, p) {
			return chasing{s, []report.Period{p}}, turn.Failed(err)
		}
	}
	return chasing{}, turn.Saying(texts.NotToRemind(p))
})

// shownOf are the periods of which the page of a unit says how it stands.
func shownOf(t *turn.Reading, code string) (periods []report.Period, err error) {
	u, err := t.Tx.Unit(code)
	if err != nil {
		return nil, err
	}
	open, err := duty.OpenFor(t, u)
	for _, o := range open {
		periods = append(periods, o.Schedule.Period)
	}
	return periods, err
}

// owing are the periods of a wish in which units have not sent, and how many units
// it concerns.
func (c chasing) owing(t *turn.Reading) (periods []report.Period, r texts.Reach, err error) {
	missing, reachable, lately := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, p := range c.periods {
		all, err := standingsIn(t, p, c.scope)
		if err != nil {
			return nil, r, err
		}
		units := inList(all, digest.Gaps)
		if len(units) == 0 {
			continue
		}
		periods = append(periods, p)
		reminded, err := t.Tx.RemindedIn(p, t.Tx.Now.Add(-records.Lately), t.Tx.Now.Add(time.Nanosecond))
		if err != nil {
			return nil, r, err
		}
		for _, l := range units {
			missing[l.Code] = true
			if l.Contact == report.Reachable {
				reachable[l.Code] = true
				lately[l.Code] = lately[l.Code] || reminded[l.Code]
			}
		}
	}
	for _, was := range lately {
		if was {
			r.Lately++
		}
	}
	r.Missing, r.Reachable = len(missing), len(reachable)
	return periods, r, nil
}

// askRemind asks once, with the number of units; those that were reminded a short
// while ago only on purpose.
func askRemind(t *turn.Reading, c chasing) error {
	periods, r, err := c.owing(t)
	if err != nil {
		return err
	}
	name := scopeName(t, c.scope)
	switch {
	case r.Missing == 0:
		return t.Show(chat.Message{Text: texts.NothingToRemind(name, texts.Periods(c.periods))})
	case c.scope.Unit != "":
		return askRemindUnit(t, chasing{c.scope, periods}, r.Reachable > 0)
	}
	var buttons []chat.Button
	if n := r.Reachable - r.Lately; n > 0 {
		buttons = append(buttons, c.button(t, texts.RemindSome(n), c.periods[0].String(), false))
	}
	if r.Lately > 0 {
		buttons = append(buttons, c.button(t, texts.RemindAll(r.Reachable), c.periods[0].String(), true))
	}
	if r.Reachable < r.Missing {
		buttons = append(buttons, turn.Button(texts.LabelCallList, verbCallList, periods[0], scopeKey(c.scope), 0))
	}
	buttons = append(buttons, turn.Button(texts.LabelCancel, turn.VerbCancel))
	return t.Show(chat.Message{Text: texts.AskRemindNow(name, texts.Periods(periods), r, int(records.Lately.Hours())), Buttons: turn.Column(buttons...)})
}

// button reminds of a period, or "" for all that the page of a unit shows.
func (c chasing) button(t *turn.Reading, label, period string, again bool) chat.Button {
	yes := 0
	if again {
		yes = 1
	}
	return turn.Button(label, verbReminded, scopeKey(c.scope), period, yes, t.Tx.Now.Unix())
}

// askRemindUnit asks of which period one unit is to be reminded: what is long due and
// what has just begun are not one reminder.
func askRemindUnit(t *turn.Reading, c chasing, reachable bool) error {
	code, name := c.scope.Unit, scopeName(t, c.scope)
	if !reachable {
		return t.Show(chat.Message{Text: texts.CannotRemind(name), Buttons: turn.Pairs([]chat.Button{
			turn.Button(texts.LabelUnitPeople, turn.VerbPeople, code, 0), turn.Button(texts.LabelInvite, turn.VerbPick, turn.PickToInvite, code),
			turn.Button(texts.LabelBack, digest.VerbUnit, code),
		})})
	}
	u, err := t.Tx.Unit(code)
	if err != nil {
		return err
	}
	var lines []string
	var buttons []chat.Button
	anyLately := false
	for _, p := range c.periods {
		s, err := t.Tx.Schedule(u, p)
		if err != nil {
			return err
		}
		reminded, err := t.Tx.RemindedIn(p, t.Tx.Now.Add(-records.Lately), t.Tx.Now.Add(time.Nanosecond))
		if err != nil {
			return err
		}
		lately := reminded[code]
		anyLately = anyLately || lately
		lines = append(lines, texts.OwedToRemind(p, s.Deadline, t.Today(), lately, int(records.Lately.Hours())))
		buttons = append(buttons, c.button(t, texts.RemindOf(texts.ShortPeriod(p), lately), p.String(), lately))
	}
	if n := len(c.periods); n > 1 {
		buttons = append(buttons, c.button(t, texts.RemindOf(texts.AllOfPeriods(n), anyLately), "", anyLately))
	}
	return t.Show(chat.Message{Text: texts.AskRemindUnit(name, lines), Buttons: turn.Column(append(buttons, turn.Button(texts.LabelCancel, turn.VerbCancel))...)})
}

// A consent is what was pressed under the question, and when that was put.
type consent struct {
	again bool
	asked time.Time
}

var confirmed = turn.Join(turn.Flag("yes"), turn.Moment, func(t *turn.Reading, again bool, asked time.Time) (consent, turn.Refusal) {
	if t.Tx.Now.Sub(asked) > records.Lately {
		return consent{}, turn.Stale // the number that was agreed to is past
	}
	return consent{again, asked}, nil
})

// remind wishes for the reminders that were agreed to, once.
func remind(t *turn.Turn, c chasing, yes consent) error {
	done, err := wishedSince(&t.Reading, c, yes.asked)
	if err != nil {
		return err
	}
	if done {
		return t.Stale()
	}
	as, _ := t.Post(turn.Agency, "")
	var periods []report.Period
	for _, p := range c.periods {
		owes, err := c.owes(&t.Reading, p)
		if err != nil {
			return err
		}
		if !owes {
			continue
		}
		periods = append(periods, p)
		wish := records.Chase{Period: p, Scope: c.scope, By: t.Member.ID, Again: yes.again, Tell: true, As: as}
		if t.Event.Kind == chat.Pressed {
			wish.Message = t.Event.MessageID
		}
		if err := t.Tx.PutChase(wish); err != nil {
			return err
		}
		if err := t.Tx.Audit(t.Member.ID, report.UnitsReminded, report.Ref{Period: p, Unit: c.scope.Unit, Block: c.scope.Block}); err != nil {
			return err
		}
	}
	name := scopeName(&t.Reading, c.scope)
	if len(periods) == 0 {
		return t.Show(chat.Message{Text: texts.NothingToRemind(name, texts.Periods(c.periods))})
	}
	return t.Show(chat.Message{Text: texts.RemindedNow(name, texts.Periods(periods))})
}

// owes reports whether a period is to be reminded of. Of many units it is the
// scheduler that looks who still owes: a turn that writes does not go through them.
func (c chasing) owes(t *turn.Reading, p report.Period) (bool, error) {
	if c.scope.Unit == "" {
		return true, nil
	}
	st, err := t.Tx.Standing(c.scope.Unit, p)
	return st.State == report.Pending, err
}

// wishedSince reports whether the same was wished for since the question was put:
// a second press of its button.
func wishedSince(t *turn.Reading, c chasing, asked time.Time) (bool, error) {
	chases, err := t.Tx.Chases()
	return slices.ContainsFunc(chases, func(o records.Chase) bool {
		return o.Scope == c.scope && slices.Contains(c.periods, o.Period) && !o.At.Before(asked)
	}), err
}
