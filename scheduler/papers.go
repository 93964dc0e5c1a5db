package scheduler

import (
	"fmt"
	"time"

	"guongsang/internal/report"
	"guongsang/storage"
)

// order asks for the documents of a period that go with a row: for its reader,
// under its guard and its key, so that a second tick asks for nothing.
func order(tx *storage.Tx, kinds []string, p report.Period, with storage.Row) error {
	for _, kind := range kinds {
		job := storage.Job{Kind: kind, Period: p, For: with.Chat, Posts: with.Guard.Posts, Key: with.Key + "/" + kind}
		if _, err := tx.PutJob(job); err != nil {
			return fmt.Errorf("asking for %s of %s for %d: %w", kind, p, with.Chat, err)
		}
	}
	return nil
}

// A morning is that of a deadline day, on which leaders get the picture.
type morning struct {
	period   report.Period
	deadline report.Date
	at       time.Time
}

// mark is the name under which the log knows that it was seen to.
func (m morning) mark() string { return fmt.Sprintf("deadline/%s/%s", m.period, m.deadline) }

// pictures asks for the picture of each period whose deadline morning has
// come. One that was missed by more than a reminder may be is let go.
func (s *Scheduler) pictures(now time.Time) error {
	if s.Picture == "" || !s.Ladder.Allows(s.rules(), now) {
		return nil
	}
	var due []morning
	err := s.Store.View(now, func(tx *storage.Snapshot) (err error) {
		due, err = s.mornings(tx)
		return err
	})
	if err != nil || len(due) == 0 {
		return err
	}
	return s.Store.Update(now, func(tx *storage.Tx) error {
		due, err := s.mornings(&tx.Snapshot)
		if err != nil {
			return err
		}
		for _, m := range due {
			if err := s.picture(tx, m); err != nil {
				return fmt.Errorf("%s: %w", m.mark(), err)
			}
		}
		return nil
	})
}

// mornings lists those that have come and were not seen to.
func (s *Scheduler) mornings(tx *storage.Snapshot) (due []morning, err error) {
	today := report.DateOf(tx.Now.In(s.rules().Zone))
	for _, duty := range report.Duties {
		if s.rules().For(duty).Off {
			continue
		}
		current := s.rules().Current(duty, today)
		for back := -lookBack; back <= 0; back++ {
			m, err := s.morning(tx, current.Add(back))
			if err != nil {
				return nil, err
			}
			if !tx.Now.Before(m.at) && !s.Ladder.expired(s.rules(), m.at, tx.Now) && tx.Mark(m.mark()).IsZero() {
				due = append(due, m)
			}
		}
	}
	return due, nil
}

// morning is when the picture of a period is due: on the deadline that holds
// for all, or on the last working day before it.
func (s *Scheduler) morning(tx *storage.Snapshot, p report.Period) (m morning, err error) {
	extensions, err := tx.Extensions(p)
	if err != nil {
		return m, err
	}
	deadline := s.rules().ScheduleOf(report.Unit{}, p, extensions).Deadline
	day := s.rules().Calendar.PrevWorkday(deadline)
	return morning{p, deadline, day.At(s.Ladder.At, s.rules().Zone)}, nil
}

// picture asks for the picture for every leader of that morning.
func (s *Scheduler) picture(tx *storage.Tx, m morning) error {
	if err := tx.PutMark(m.mark(), tx.Now); err != nil {
		return err
	}
	leaders, err := tx.Holders(report.Leader, "")
	if err != nil {
		return err
	}
	for _, to := range seatsAt(report.Leader, leaders, m.at) {
		id := to.member.ID
		job := storage.Job{Kind: s.Picture, Period: m.period, For: id, Posts: []report.Post{*to.post}, Key: fmt.Sprintf("%s/%d", m.mark(), id)}
		if _, err := tx.PutJob(job); err != nil {
			return fmt.Errorf("asking for the picture for %d: %w", id, err)
		}
	}
	return nil
}
