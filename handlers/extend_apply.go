package handlers

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

const verbExtend = "exok" // scope period day

const questionExtendConfirm = "extconfirm" // scope period day [reason]

// confirmExtend shows whom an extension concerns before it is made.
func (t *turn) confirmExtend(what string, args []string, reason string) error {
	x, d, ok, err := t.dated(what, args)
	if err != nil || !ok {
		return err
	}
	units, pending, err := t.concerned(x, d)
	if err != nil {
		return err
	}
	t.ask(questionExtendConfirm, scopeKey(x.scope), x.period.String(), d.String(), reason)
	return t.show(chat.Message{
		Text: texts.ConfirmExtend(t.scopeName(x.scope), x.period, d, reason, units, len(pending)),
		Buttons: [][]chat.Button{{
			button(texts.WordExtend, verbExtend, scopeKey(x.scope), x.period, d), button(texts.LabelCancel, verbCancel),
		}},
	})
}

// dated reads an extension with its new day, and checks it again.
func (t *turn) dated(what string, args []string) (x extending, d report.Date, ok bool, err error) {
	x, ok, err = t.readExtending(what, args)
	if err != nil || !ok {
		return x, d, false, err
	}
	if d, err = report.ParseDate((chat.Action{Args: args}).Arg(2)); err != nil {
		return x, d, false, t.stale()
	}
	ok, err = t.later(x, d)
	return x, d, ok, err
}

// concerned counts the units that owe the period within the scope, and lists
// those that have not handed in and for which the new day is later: a unit may
// have a longer extension of its own.
func (t *turn) concerned(x extending, d report.Date) (units int, pending []report.Unit, err error) {
	standings, err := t.tx.Standings(x.period)
	for _, st := range standings {
		u, err := t.tx.Unit(st.Unit)
		if err != nil {
			return 0, nil, err
		}
		if !x.scope.Covers(u) || st.State == report.NotDue {
			continue
		}
		units++
		s, err := t.tx.Schedule(u, x.period)
		if err != nil {
			return 0, nil, err
		}
		if st.State == report.Pending && s.Deadline.Before(d) {
			pending = append(pending, u)
		}
	}
	return units, pending, err
}

// extend makes the extension that was confirmed.
func (t *turn) extend(do chat.Action) error {
	asked := t.talk.Ask == questionExtendConfirm && len(t.talk.Args) == 4 && slices.Equal(t.talk.Args[:3], do.Args)
	if t.member.Agency() && !asked {
		return t.stale()
	}
	x, d, ok, err := t.dated(do.Verb, do.Args)
	if err != nil || !ok {
		return err
	}
	_, pending, err := t.concerned(x, d)
	if err != nil {
		return err
	}
	reason := t.arg(3)
	t.closeQuestion()
	e := report.Extension{Period: x.period, Scope: x.scope, Deadline: d, By: t.member.ID, Reason: reason}
	if err := t.tx.PutExtension(e); err != nil {
		return err
	}
	what := fmt.Sprintf("%s %s to %s", x.period, cmp.Or(x.scope.Unit, x.scope.Block, "all"), d)
	if err := t.tx.Audit(t.member.ID, "deadline extended", what); err != nil {
		return err
	}
	told, err := t.tellExtended(e, pending)
	if err != nil {
		return err
	}
	return t.show(chat.Message{Text: texts.Extended(t.scopeName(x.scope), x.period, d, told)})
}

// tellExtended tells the focal points of the units that have not handed in,
// each person once.
func (t *turn) tellExtended(e report.Extension, pending []report.Unit) (told int, err error) {
	concerned := map[int64][]string{}
	for _, u := range pending {
		focals, err := t.tx.Holders(report.Focal, u.Code)
		if err != nil {
			return 0, err
		}
		for _, m := range focals {
			concerned[m.ID] = append(concerned[m.ID], u.Code)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(concerned)) {
		units := concerned[id]
		guard := &storage.Guard{Member: id, Posts: []report.Post{{Role: report.Focal, Unit: units[0]}}}
		fresh, err := t.tx.Put(storage.Row{
			Chat: id, Class: storage.Bulk, Guard: guard,
			Key:     fmt.Sprintf("extend/%s/%s/%s/%d", e.Period, scopeKey(e.Scope), e.Deadline, id),
			Message: chat.Message{Text: t.Office.DeadlineMoved(texts.UnitsNamed(t.nameAndCode(units[0]), len(units)), e.Period, e.Deadline, e.Reason)},
		})
		if err != nil {
			return told, err
		}
		if fresh {
			told++
		}
	}
	return told, nil
}
