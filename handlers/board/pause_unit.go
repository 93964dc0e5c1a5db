package board

import (
	"guongsang/handlers/duty"
	"guongsang/handlers/pick"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbPause   turn.Verb = "pau"
	verbPaused  turn.Verb = "pauok"
	verbUnpause turn.Verb = "unp"
)

// pauseMenu asks which unit is to be freed from a period.
func pauseMenu(t *turn.Reading) error {
	return pick.Ask(t, pick.ToPause)
}

// AskPause offers the open periods of a unit, to be paused or taken up again.
func AskPause(t *turn.Reading, u report.Unit) error {
	name := texts.UnitName(u)
	open, err := duty.OpenFor(t, u)
	if err != nil {
		return err
	}
	var buttons []chat.Button
	for _, o := range open {
		p := o.Schedule.Period
		switch {
		case t.Tx.Paused(p, u.Code):
			buttons = append(buttons, turn.Button(texts.LabelResumePeriod(p), verbUnpause, u.Code, p))
		case o.Standing.State == report.Pending:
			buttons = append(buttons, turn.Button(texts.LabelPause(p), verbPause, u.Code, p))
		}
	}
	buttons = append(buttons, turn.Button(texts.LabelPauseDates, verbPauseDates, u.Code))
	pauses, err := Pauses(t, u)
	if err != nil {
		return err
	}
	if len(pauses) > 0 {
		buttons = append(buttons, turn.Button(texts.LabelUnpause, verbUnpauseDates, u.Code))
	}
	return t.Show(chat.Message{Text: texts.AskPause(name), Buttons: turn.Column(append(buttons, turn.Button(texts.LabelCancel, turn.VerbCancel))...)})
}

// confirmPause asks once.
func confirmPause(t *turn.Reading, u report.Unit, p report.Period) error {
	return t.Show(chat.Message{
		Text:    texts.ConfirmPause(texts.UnitName(u), p),
		Buttons: [][]chat.Button{{turn.Button(texts.WordPause, verbPaused, u.Code, p), turn.Button(texts.LabelCancel, turn.VerbCancel)}},
	})
}

// pause frees a unit from a period.
func pause(t *turn.Turn, u report.Unit, p report.Period) error {
	if t.Tx.Paused(p, u.Code) {
		return t.Stale()
	}
	if err := t.Tx.PutPause(report.Pause{Period: p, Unit: u.Code, By: t.Member.ID}); err != nil {
		return err
	}
	if err := t.Tx.Audit(t.Member.ID, report.UnitPaused, report.Ref{Unit: u.Code, Period: p}); err != nil {
		return err
	}
	name := texts.UnitName(u)
	if err := t.TellUnit(u.Code, chat.Message{Text: t.Office.PausedFor(name, p)}); err != nil {
		return err
	}
	return t.Show(chat.Message{
		Text: texts.Paused(name, p), Buttons: turn.Column(turn.Button(texts.LabelResumePeriod(p), verbUnpause, u.Code, p)),
	})
}

// resume takes a pause back.
func resume(t *turn.Turn, u report.Unit, p report.Period) error {
	if !t.Tx.Paused(p, u.Code) {
		return t.Stale()
	}
	if err := t.Tx.DeletePause(p, u.Code); err != nil {
		return err
	}
	if err := t.Tx.Audit(t.Member.ID, report.UnitResumed, report.Ref{Unit: u.Code, Period: p}); err != nil {
		return err
	}
	schedule, err := t.Tx.Schedule(u, p)
	if err != nil {
		return err
	}
	name := texts.UnitName(u)
	if err := t.TellUnit(u.Code, chat.Message{Text: t.Office.ResumedFor(name, p, schedule.Deadline)}); err != nil {
		return err
	}
	return t.Show(chat.Message{Text: texts.Resumed(name, p)})
}
