package board

import (
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbExtend turn.Verb = "exok"

const questionExtendConfirm turn.Question = "extconfirm"

// confirmExtend shows whom an extension concerns before it is made.
func confirmExtend(t *turn.Reading, x extending, reason string) error {
	units, pending, err := concerned(t, x)
	if err != nil {
		return err
	}
	t.Ask(questionExtendConfirm, scopeKey(x.scope), x.period, x.day, reason)
	return t.Show(chat.Message{
		Text: texts.ConfirmExtend(scopeName(t, x.scope), x.period, x.day, reason, units, len(pending)),
		Buttons: [][]chat.Button{{
			turn.Button(texts.WordExtend, verbExtend, scopeKey(x.scope), x.period, x.day), turn.Button(texts.LabelCancel, turn.VerbCancel),
		}},
	})
}

// concerned counts the units that owe the period within the scope, and lists
// those that have not handed in and for which the new day is later: a unit may
// have a longer extension of its own.
func concerned(t *turn.Reading, x extending) (units int, pending []report.Unit, err error) {
	standings, err := t.Tx.Standings(x.period)
	for _, st := range standings {
		u, err := t.Tx.Unit(st.Unit)
		if err != nil {
			return 0, nil, err
		}
		if !x.scope.Covers(u) || st.State == report.NotDue {
			continue
		}
		units++
		s, err := t.Tx.Schedule(u, x.period)
		if err != nil {
			return 0, nil, err
		}
		if st.State == report.Pending && s.Deadline.Before(x.day) {
			pending = append(pending, u)
		}
	}
	return units, pending, err
}

// toConfirm is the extension of the open question.
var toConfirm = turn.Join(toExtend, turn.Day, func(t *turn.Reading, x extending, d report.Date) (extending, turn.Refusal) {
	x.day = d
	if !t.Asked(questionExtendConfirm, scopeKey(x.scope), x.period, d) {
		return x, turn.Stale
	}
	return x, later(t, x)
})

// extend makes the extension that was confirmed, and has those told whom it
// concerns: in a province that is more than a turn may do.
func extend(t *turn.Turn, x extending) error {
	reason := t.Arg(3)
	t.CloseQuestion()
	e := report.Extension{Period: x.period, Scope: x.scope, Deadline: x.day, By: t.Member.ID, Reason: reason}
	if err := t.Tx.PutExtension(e); err != nil {
		return err
	}
	of := report.Ref{Period: x.period, Unit: x.scope.Unit, Block: x.scope.Block}
	if err := t.Tx.Audit(t.Member.ID, report.DeadlineExtended, of.With("Deadline", "Reason")); err != nil {
		return err
	}
	as, _ := t.Post(turn.Agency, "")
	return t.TellExtended(e, as, texts.ExtendedTelling(scopeName(&t.Reading, x.scope), x.period, x.day))
}
