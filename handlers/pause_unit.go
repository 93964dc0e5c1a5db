package handlers

import (
	"fmt"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbPause   = "pau"   // unit period
	verbPaused  = "pauok" // unit period
	verbUnpause = "unp"   // unit period
)

// pauseMenu asks which unit is to be freed from a period.
func (t *turn) pauseMenu() error {
	if !t.member.Agency() {
		return t.refuse("pause")
	}
	return t.findUnit(toPause)
}

// askPause offers the open periods of a unit, to be paused or taken up again.
func (t *turn) askPause(u report.Unit) error {
	name := texts.UnitName(u)
	open, err := t.openFor(u)
	if err != nil {
		return err
	}
	var buttons []chat.Button
	for _, o := range open {
		p := o.Schedule.Period
		switch {
		case t.tx.Paused(p, u.Code):
			buttons = append(buttons, button(texts.LabelResumePeriod(p), verbUnpause, u.Code, p))
		case o.Standing.State == report.Pending:
			buttons = append(buttons, button(texts.LabelPause(p), verbPause, u.Code, p))
		}
	}
	if len(buttons) == 0 {
		return t.show(chat.Message{Text: texts.NoPeriodOpen(name)})
	}
	return t.show(chat.Message{Text: texts.AskPause(name), Buttons: column(append(buttons, button(texts.LabelCancel, verbCancel))...)})
}

// confirmPause asks once.
func (t *turn) confirmPause(do chat.Action) error {
	u, p, ok, err := t.pausing(do)
	if err != nil || !ok {
		return err
	}
	return t.show(chat.Message{
		Text:    texts.ConfirmPause(texts.UnitName(u), p),
		Buttons: [][]chat.Button{{button(texts.WordPause, verbPaused, u.Code, p), button(texts.LabelCancel, verbCancel)}},
	})
}

// pause frees a unit from a period.
func (t *turn) pause(do chat.Action) error {
	u, p, ok, err := t.pausing(do)
	if err != nil || !ok {
		return err
	}
	if t.tx.Paused(p, u.Code) {
		return t.stale()
	}
	if err := t.tx.PutPause(report.Pause{Period: p, Unit: u.Code, By: t.member.ID}); err != nil {
		return err
	}
	if err := t.tx.Audit(t.member.ID, "unit paused", fmt.Sprintf("%s %s", u.Code, p)); err != nil {
		return err
	}
	name := texts.UnitName(u)
	if err := t.tellUnit(u.Code, chat.Message{Text: t.Office.PausedFor(name, p)}); err != nil {
		return err
	}
	return t.show(chat.Message{
		Text: texts.Paused(name, p), Buttons: column(button(texts.LabelResumePeriod(p), verbUnpause, u.Code, p)),
	})
}

// resume takes a pause back.
func (t *turn) resume(do chat.Action) error {
	u, p, ok, err := t.pausing(do)
	if err != nil || !ok {
		return err
	}
	if !t.tx.Paused(p, u.Code) {
		return t.stale()
	}
	if err := t.tx.DeletePause(p, u.Code); err != nil {
		return err
	}
	if err := t.tx.Audit(t.member.ID, "unit no longer paused", fmt.Sprintf("%s %s", u.Code, p)); err != nil {
		return err
	}
	schedule, err := t.tx.Schedule(u, p)
	if err != nil {
		return err
	}
	name := texts.UnitName(u)
	if err := t.tellUnit(u.Code, chat.Message{Text: t.Office.ResumedFor(name, p, schedule.Deadline)}); err != nil {
		return err
	}
	return t.show(chat.Message{Text: texts.Resumed(name, p)})
}

// pausing reads unit and period from a button. Not ok means that the answer
// was given already.
func (t *turn) pausing(do chat.Action) (u report.Unit, p report.Period, ok bool, err error) {
	if !t.member.Agency() {
		return u, p, false, t.refuse(do.Verb)
	}
	if u, err = t.tx.Unit(do.Arg(0)); err != nil {
		return u, p, false, t.stale()
	}
	if p, err = report.ParsePeriod(do.Arg(1)); err != nil {
		return u, p, false, t.stale()
	}
	return u, p, true, nil
}
