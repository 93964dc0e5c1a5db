package agency

import (
	"errors"
	"slices"
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// "We were not reminded" is answered here in one tap: each reminder of the last year,
// to whom it went, what became of it, and whether one of its buttons was pressed.

const verbReminders turn.Verb = "rlog"

// remindersAPage is how many reminders are shown at once.
const remindersAPage = 5

func remindersButton(code string) chat.Button {
	return turn.Button(texts.LabelReminders, verbReminders, code, 0)
}

// showReminders shows a page of the reminders of a unit, the newest first.
func showReminders(t *turn.Reading, u report.Unit, page int) error {
	log, err := remindersOf(t, u)
	if err != nil {
		return err
	}
	sum, err := outcomes(t, log)
	if err != nil {
		return err
	}
	from, to, pages := turn.Bounds(len(log), remindersAPage, page)
	lines := []string{texts.RemindersSum(sum)}
	for _, s := range log[from:to] {
		line, err := reminderLine(t, s)
		if err != nil {
			return err
		}
		lines = append(lines, "", line)
	}
	if pages > 1 {
		lines = append(lines, "", texts.PageOf(from/remindersAPage, pages))
	}
	rows := digest.Pager(from/remindersAPage, pages, string(verbReminders), u.Code)
	return t.Show(chat.Message{
		Title: texts.RemindersTitle(u), Text: strings.Join(lines, "\n"),
		Buttons: append(rows, []chat.Button{turn.Button(texts.LabelBack, digest.VerbUnit, u.Code)}),
	})
}

// remindersOf is the reminder log of a unit for the last twelve months and five
// quarters, the newest line first. What officers were told of units that cannot be
// reached is no reminder of the unit.
func remindersOf(t *turn.Reading, u report.Unit) (log []records.Stage, err error) {
	for _, duty := range report.Duties {
		back := map[report.Duty]int{report.Month: 12, report.Quarter: 4}[duty]
		current := t.Rules.Current(duty, t.Today())
		for p := current.Add(-back); !current.Add(1).Before(p); p = p.Add(1) {
			stages, err := t.Tx.StagesOf(p, u.Code)
			if err != nil {
				return nil, err
			}
			log = append(log, slices.DeleteFunc(stages, func(s records.Stage) bool { return s.Stage == "lost" })...)
		}
	}
	slices.SortStableFunc(log, func(a, b records.Stage) int { return b.At.Compare(a.At) })
	return log, nil
}

// outcomes counts what became of reminders. Of one message that speaks of several
// duties each counts.
func outcomes(t *turn.Reading, log []records.Stage) (sum texts.Outcomes, err error) {
	for _, s := range log {
		if s.Row == "" {
			continue
		}
		d, _, err := t.Tx.Delivery(s.Row)
		if err != nil {
			return sum, err
		}
		sum.Sent++
		if d.Fate == storage.Sent {
			sum.Delivered++
		}
		if !d.Pressed.IsZero() {
			sum.Pressed++
		}
	}
	return sum, nil
}

// reminderLine tells of one reminder.
func reminderLine(t *turn.Reading, s records.Stage) (string, error) {
	r := texts.SentReminder{At: s.At, Period: s.Period, Stage: s.Stage, Note: s.Note}
	m, err := t.Tx.Member(s.Member)
	switch {
	case errors.Is(err, storage.ErrNotFound):
		r.Left = true
	case err != nil:
		return "", err
	}
	r.To = m.Name
	if s.Row == "" {
		return t.Office.ReminderLine(r), nil
	}
	d, _, err := t.Tx.Delivery(s.Row)
	r.Fate, r.Done, r.Pressed = string(d.Fate), d.At, d.Pressed
	return t.Office.ReminderLine(r), err
}
