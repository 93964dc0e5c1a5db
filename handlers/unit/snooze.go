package unit

import (
	"time"

	"guongsang/handlers/duty"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
)

// When a reminder is put off: not to a moment that is almost here, then to
// the next working morning.
const (
	soonest = 30 * time.Minute
	morning = 8 * time.Hour
)

// snooze reminds once more this afternoon.
func snooze(t *turn.Turn) error {
	list, err := duty.Owes(&t.Reading)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		return t.Say(chat.Message{Text: t.Office.NothingOwed()})
	}
	at, today := snoozeAt(t)
	if err := t.Tx.PutSnooze(t.Member.ID, at); err != nil {
		return err
	}
	return t.Say(chat.Message{Text: t.Office.Snoozed(at, today)})
}

// snoozeAt is when to remind again, and whether that is today.
func snoozeAt(t *turn.Turn) (at time.Time, today bool) {
	day := t.Today()
	at = day.At(t.Options.SnoozeAt, t.Rules.Zone)
	if t.Rules.Calendar.Working(day) && at.Sub(t.Tx.Now) >= soonest {
		return at, true
	}
	return t.Rules.Calendar.NextWorkday(day.AddDays(1)).At(morning, t.Rules.Zone), false
}
