package duty

import (
	"errors"
	"slices"
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// CloseReminders takes the buttons off the reminders that a filing answers,
// and writes there what was received. A reminder of several duties is left
// until all of them are met.
func CloseReminders(t *turn.Turn, unit string, periods ...report.Period) error {
	seen := map[string]bool{}
	for _, p := range periods {
		stages, err := t.Tx.StagesOf(p, unit)
		if err != nil {
			return err
		}
		for _, s := range stages {
			if s.Row == "" || seen[s.Row] || !answerable(s) {
				continue
			}
			seen[s.Row] = true
			if err := closeReminder(t, s); err != nil {
				return err
			}
		}
	}
	return nil
}

// answerable reports whether a stage is a reminder that was sent to somebody
// of the unit: the lists for block heads and officers speak of others as well,
// and the reminders of a returned example and of what waits for a head are not about
// a report.
func answerable(s records.Stage) bool {
	switch head, rest, _ := strings.Cut(s.Stage, "/"); head {
	case "lost", "complete", "approve":
		return false
	case "escalate":
		return rest == "deputy" || rest == "head"
	}
	return true
}

func closeReminder(t *turn.Turn, s records.Stage) error {
	sent, ok, err := t.Tx.Delivery(s.Row)
	if err != nil || !ok || sent.Fate != storage.Sent && sent.Fate != "" {
		return err
	}
	m, err := t.Tx.Member(s.Member)
	if errors.Is(err, storage.ErrNotFound) || err == nil && !belongs(m, s.Unit) {
		return nil // what a unit sends no longer concerns this person
	}
	if err != nil {
		return err
	}
	duties, err := dutiesOf(t, m, s)
	if err != nil {
		return err
	}
	var lines []string
	for _, o := range duties {
		st, err := t.Tx.Standing(o.Unit, o.Period)
		if err != nil {
			return err
		}
		if st.State == report.Pending {
			return nil
		}
		filings, err := t.Tx.Filings(o.Period, o.Unit)
		if err != nil {
			return err
		}
		lines = append(lines, t.Office.ReminderAnswered(t.UnitName(o.Unit), o.Period, filings))
	}
	// By its key and not its message id: it may be on the wire just now.
	return t.Tx.PutEdit(storage.Row{
		Chat: sent.Chat, TargetKey: s.Row, Message: chat.Message{Title: texts.ReminderClosed(), Text: strings.Join(lines, "\n")},
		Guard: turn.As(m, turn.Focal|turn.Head, s.Unit),
	})
}

// belongs reports whether the member holds a post in the unit.
func belongs(m report.Member, unit string) bool {
	return slices.ContainsFunc(m.Posts, func(p report.Post) bool { return p.Unit == unit })
}

// dutiesOf lists all duties that the reminder of a stage spoke of: those of
// the member's units whose stages name the same row.
func dutiesOf(t *turn.Turn, m report.Member, s records.Stage) (list []Owed, err error) {
	units := m.Represented()
	if !slices.Contains(units, s.Unit) {
		units = append(units, s.Unit)
	}
	for _, unit := range units {
		for _, duty := range report.Duties {
			p := t.Rules.Current(duty, t.Today())
			for range madeUpSince[duty] + 2 {
				stages, err := t.Tx.StagesOf(p, unit)
				if err != nil {
					return nil, err
				}
				if slices.ContainsFunc(stages, func(other records.Stage) bool { return other.Row == s.Row }) {
					list = append(list, Owed{unit, p})
				}
				p = p.Add(-1)
			}
		}
	}
	return list, nil
}
