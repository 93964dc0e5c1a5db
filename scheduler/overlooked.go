package scheduler

import (
	"fmt"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// overlookedMark is when the officers were last reminded of what nobody looked at.
const overlookedMark = "overlooked"

// overlookedShown is how many such examples a reminder names.
const overlookedShown = 6

// overlookedAt is when officers are reminded on a day.
func (s *Scheduler) overlookedAt(day report.Date) time.Time {
	return day.At(s.Ladder.At, s.rules().Zone)
}

// overlooked reminds the officers once a working day, at the hour of all reminders, of the
// examples that wait and that nobody looked at. All are gathered in one message.
func (s *Scheduler) overlooked(now time.Time) error {
	at := s.overlookedAt(report.DateOf(now.In(s.rules().Zone)))
	if now.Before(at) || !s.Ladder.Allows(s.rules(), now) || s.Ladder.expired(s.rules(), at, now) {
		return nil
	}
	var message chat.Message
	due := false
	err := s.Store.View(now, func(tx *storage.Snapshot) error {
		if !tx.Mark(overlookedMark).Before(at) {
			return nil
		}
		due = true
		list, err := tx.Overlooked()
		if len(list) > 0 {
			message = chat.Message{
				Text:    texts.OverlookedTold(list, overlookedShown),
				Buttons: [][]chat.Button{{{Label: texts.WordQueue, Do: chat.Do(digest.VerbQueue, 0)}}},
			}
		}
		return err
	})
	if err != nil || !due {
		return err
	}
	return s.Store.Update(now, func(tx *storage.Tx) error {
		if err := tx.PutMark(overlookedMark, at); err != nil || message.Text == "" {
			return err
		}
		role, officers, err := recipients(&tx.Snapshot, report.Officer)
		if err != nil {
			return err
		}
		for _, to := range seatsAt(role, officers, now) {
			row := storage.Row{
				Chat: to.member.ID, Key: fmt.Sprintf("overlooked/%s/%d", report.DateOf(at), to.member.ID), Class: storage.Bulk, Message: message,
				Guard: &storage.Guard{Member: to.member.ID, Posts: []report.Post{*to.post}, Until: s.Ladder.closes(s.rules(), now)},
			}
			if _, err := tx.Put(row); err != nil {
				return err
			}
		}
		return nil
	})
}
