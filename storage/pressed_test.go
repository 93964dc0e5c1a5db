package storage

import (
	"testing"
	"time"

	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
	"guongsang/storage/records"
)

// The first press of a button of a reminder is kept with its delivery; presses of
// other messages, and of another chat, are nothing's.
func TestPressOfAReminder(t *testing.T) {
	s := mustOpen(t)
	seed(t, s)
	stage := records.StageKey{Period: november, Unit: "PT001", Deadline: report.NewDate(2026, 11, 20), Stage: "0", Member: 7}
	mustPut(t, s, Row{Chat: 7, Key: stage.RowKey(), Class: Bulk, Message: say("Nhắc"), Guard: &Guard{Member: 7, Stages: []records.StageKey{stage}}}, Row{Chat: 7, Key: "menu", Message: say("Menu")})
	for n, ref := range outbox(t, s) {
		finish(t, s, claim(t, s, ref), Result{Fate: Sent, Message: int64(41 + n)})
	}
	press := func(when time.Time, chat, message int64) {
		t.Helper()
		mustUpdate(t, s, when, func(tx *Tx) error { return tx.NotePressed(chat, message) })
	}
	pressed := func() (when time.Time) {
		t.Helper()
		mustView(t, s, at(3, 8), func(tx *Snapshot) error {
			d, ok, err := tx.Delivery(stage.RowKey())
			if !ok || d.Fate != Sent || d.Message != 41 {
				t.Errorf("delivery %+v, %v", d, ok)
			}
			when = d.Pressed
			return err
		})
		return when
	}
	press(at(2, 8), 7, 42)
	press(at(2, 8), 8, 41)
	if p := pressed(); !p.IsZero() {
		t.Errorf("pressed at %s", p)
	}
	press(at(2, 9), 7, 41)
	press(at(2, 10), 7, 41)
	if p := pressed(); !p.Equal(at(2, 9)) {
		t.Errorf("pressed at %s, want the first time", p)
	}
}

// Messages that nobody will press any more are forgotten.
func TestOldRemindersAreForgotten(t *testing.T) {
	s := mustOpen(t)
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error {
		return kv.PutRaw(tx, layout.BucketReminders, layout.Key(7, 41, 0), layout.Key(tx.Now, "remind/x"))
	})
	mustForget(t, s, at(1, 8).Add(keepReminders))
	mustView(t, s, at(3, 8), func(tx *Snapshot) error {
		if n := kv.Count(tx, layout.BucketReminders); n != 1 {
			t.Errorf("%d messages are known, want 1", n)
		}
		return nil
	})
	mustForget(t, s, at(1, 9).Add(keepReminders))
	mustView(t, s, at(3, 8), func(tx *Snapshot) error {
		if n := kv.Count(tx, layout.BucketReminders); n != 0 {
			t.Errorf("%d messages are known, want none", n)
		}
		return nil
	})
}

// Of the log only reminders of focal points count, within the time, that were sent.
func TestRemindedIn(t *testing.T) {
	s := mustOpen(t)
	seed(t, s)
	for n, stage := range []struct {
		unit, step, row string
		hour            int
	}{
		{"PT001", "-2", "r", 8}, {"PT002", "escalate/head", "r", 9}, {"PT003", "now/5", "r", 10}, {"PT004", "0", "", 10}, {"PT005", "0", "r", 11}, {"PT006", "complete/G/1/0", "r", 10},
	} {
		mustUpdate(t, s, at(1, stage.hour), func(tx *Tx) error {
			return tx.PutStage(records.Stage{StageKey: records.StageKey{Period: november, Unit: stage.unit, Stage: stage.step, Member: int64(n)}, Row: stage.row})
		})
	}
	mustView(t, s, at(1, 12), func(tx *Snapshot) error {
		got, err := tx.RemindedIn(november, at(1, 8), at(1, 11))
		if len(got) != 2 || !got["PT001"] || !got["PT003"] {
			t.Errorf("reminded: %v", got)
		}
		return err
	})
}
