package scheduler

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"github.com/robfig/cron/v3"

	"guongsang/internal/chat"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// A Scheduler does what the clock asks. Its fields are set before the first
// tick and do not change.
type Scheduler struct {
	Store   *storage.Store
	Ladder  Ladder
	Digests []Digest
	Leaders privacy.Audience // what leaders are shown of examples: Public, or Internal
	Picture string           // kind of the document for leaders on the morning of a deadline; empty: none
	Backup  Backup
	Drill   Drill
	Publish func(now time.Time) error // does what is due of publications; nil: nothing
	// Postings tells when what waits to be posted will be, from the snapshot's time on, if
	// nobody does anything; nil: nothing is posted.
	Postings func(tx *storage.Snapshot) ([]time.Time, error)

	Rights func(now time.Time) error // reminds of requests about data; nil: nothing
	Office texts.Office
	Encode func(chat.Event) (json.RawMessage, error) // for the inbox; nil: what waits for a head goes on waiting
	Log    *slog.Logger

	mu     sync.Mutex // one tick at a time
	spans  map[due]span
	people *People // as of the tick before

	copying sync.Mutex // one backup at a time; ticks go on meanwhile
	pause   time.Time  // no backup is tried before this
}

// A Backup is the copy that is made by the clock. It can take minutes, and is
// made beside the ticks.
type Backup struct {
	When cron.Schedule // nil: never
	Make func(ctx context.Context, now time.Time) error
}

// A Drill tries the newest backup. It can take minutes, and is done beside the ticks.
type Drill struct {
	When cron.Schedule // nil: never
	// Do says for the admins what was found, whether it is good or not. An error means
	// that nothing was found out because the program stops: the next start does it.
	Do func(ctx context.Context, now time.Time) (says string, err error)
}

func (s *Scheduler) rules() report.Rules { return s.Store.Rules() }

// Run ticks once at the start and then at the start of every minute, which is
// when every configured time begins too, until ctx ends. It returns when the
// last tick is over, and the backup that was being made was given up. Cron
// decides nothing: a tick that came late, twice or not at all does no harm.
func (s *Scheduler) Run(ctx context.Context, now func() time.Time) {
	var copying sync.WaitGroup
	defer copying.Wait()
	ticks, copies := make(chan struct{}, 1), make(chan struct{}, 1)
	copying.Go(func() { each(ctx, copies, func() { s.copyDue(ctx, now()) }) })
	wake := cron.FuncJob(func() {
		for _, woken := range []chan struct{}{ticks, copies} {
			select {
			case woken <- struct{}{}:
			default: // it is about to begin anyway
			}
		}
	})
	clock := cron.New(cron.WithLocation(s.rules().Zone))
	clock.Schedule(minutely{}, wake)
	clock.Start()
	defer func() { <-clock.Stop().Done() }()
	wake()
	each(ctx, ticks, func() { s.tick(now()) })
}

// each does something each time it is woken, until ctx ends.
func each(ctx context.Context, woken <-chan struct{}, do func()) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-woken:
			do()
		}
	}
}

// minutely is the heartbeat: the start of every minute.
type minutely struct{}

// Next is the start of the minute after t.
func (minutely) Next(t time.Time) time.Time { return t.Truncate(time.Minute).Add(time.Minute) }

// Tick does all that is due at now and not done yet, and makes the backup if it
// is time. A part that fails is logged and does not keep the others from being
// done; the next tick tries again.
func (s *Scheduler) Tick(now time.Time) {
	s.tick(now)
	s.copyDue(context.Background(), now)
}

func (s *Scheduler) tick(now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.try("reminders", func() error { return s.remind(now) })
	s.try("wishes", func() error { return s.tellChased(now) })
	s.try("requests", func() error { return s.release(now) })
	s.try("digests", func() error { return s.digests(now) })
	s.try("overlooked", func() error { return s.overlooked(now) })
	s.try("pictures", func() error { return s.pictures(now) })
	s.try("publications", func() error { return s.publish(now) })
	s.try("rights", func() error {
		if s.Rights == nil {
			return nil
		}
		return s.Rights(now)
	})
	s.try("alarms", func() error { return s.alarms(now) })
	s.try("housekeeping", func() error { return s.tidy(now) })
}

func (s *Scheduler) publish(now time.Time) error {
	if s.Publish == nil {
		return nil
	}
	return s.Publish(now)
}

func (s *Scheduler) copyDue(ctx context.Context, now time.Time) {
	s.copying.Lock()
	defer s.copying.Unlock()
	s.try("backup", func() error { return s.backup(ctx, now) })
	s.try("drill", func() error { return s.drill(ctx, now) })
}

// try runs one part of a tick; cron itself lets a panic end the process.
func (s *Scheduler) try(part string, do func() error) {
	defer func() {
		if v := recover(); v != nil {
			s.Log.Error("tick ended in a panic", "part", part, "panic", v, "stack", string(debug.Stack()))
		}
	}()
	err := do()
	var inside *storage.PanicError
	switch {
	case errors.As(err, &inside):
		s.Log.Error("tick ended in a panic", "part", part, "panic", inside.Value, "stack", string(inside.Stack))
	case err != nil:
		s.Log.Error("tick", "part", part, "error", err)
	}
}

// mark is when something was last done; what was never done counts from now.
func (s *Scheduler) mark(name string, now time.Time) (mark time.Time, err error) {
	err = s.Store.View(now, func(tx *storage.Snapshot) error {
		mark = tx.Mark(name)
		return nil
	})
	if err != nil || !mark.IsZero() {
		return mark, err
	}
	return now, s.Store.Update(now, func(tx *storage.Tx) error { return tx.PutMark(name, now) })
}

// backup makes the daily copy, once for all its instants that have come. One
// that failed is tried again an hour later, and the admins hear of it.
func (s *Scheduler) backup(ctx context.Context, now time.Time) error {
	if s.Backup.When == nil || now.Before(s.pause) {
		return nil
	}
	mark, err := s.mark("backup", now)
	if err != nil {
		return err
	}
	at, _ := s.lastDue(s.Backup.When, mark, now)
	if at.IsZero() {
		return nil
	}
	err = s.Backup.Make(ctx, now)
	if err != nil && ctx.Err() != nil { // the next start makes it
		return nil
	}
	if err != nil {
		s.pause = now.Add(time.Hour)
		return errors.Join(fmt.Errorf("making the backup of %s: %w", at, err), s.tellAdmins(now, at, err))
	}
	return s.Store.Update(now, func(tx *storage.Tx) error { return tx.PutMark("backup", at) })
}

// tellAdmins says once for each instant that no copy was made.
func (s *Scheduler) tellAdmins(now, at time.Time, cause error) error {
	return s.Store.Update(now, func(tx *storage.Tx) error {
		return tx.TellAdmins(fmt.Sprintf("backup/%d", at.Unix()), storage.Bulk, s.Office.BackupFailed(cause.Error()))
	})
}

// drill tries the newest backup, once for all instants that have come, and tells the
// admins of it: what is good as well, lest silence be taken for it.
func (s *Scheduler) drill(ctx context.Context, now time.Time) error {
	if s.Drill.When == nil {
		return nil
	}
	mark, err := s.mark("drill", now)
	if err != nil {
		return err
	}
	at, _ := s.lastDue(s.Drill.When, mark, now)
	if at.IsZero() {
		return nil
	}
	says, err := s.Drill.Do(ctx, now)
	if err != nil && ctx.Err() != nil { // the next start does it
		return nil
	}
	if err != nil {
		return err
	}
	return s.Store.Update(now, func(tx *storage.Tx) error {
		if err := tx.TellAdmins(fmt.Sprintf("drill/%d", at.Unix()), storage.Bulk, says); err != nil {
			return err
		}
		return tx.PutMark("drill", at)
	})
}

// alarms tells the admins what was gathered for them.
func (s *Scheduler) alarms(now time.Time) error {
	var due bool
	err := s.Store.View(now, func(tx *storage.Snapshot) error {
		all, err := tx.DueAlarms()
		due = len(all) > 0
		return err
	})
	if err != nil || !due {
		return err
	}
	return s.Store.Update(now, func(tx *storage.Tx) error {
		all, err := tx.DueAlarms()
		if err != nil || len(all) == 0 {
			return err
		}
		since, counts := now, texts.AlarmCounts{}
		for _, g := range all {
			if g.Since.Before(since) {
				since = g.Since
			}
			switch g.Kind {
			case storage.AlarmLocked:
				counts.Locked = g.Count
			case storage.AlarmSetAside:
				counts.SetAside = g.Count
			case storage.AlarmUnsent:
				counts.Unsent = g.Count
			}
		}
		if err := tx.TellAdmins(fmt.Sprintf("alarms/%d", now.UnixNano()), storage.Reply, s.Office.Alarms(counts, since, now)); err != nil {
			return err
		}
		return tx.AlarmsTold(all)
	})
}

// aDay is what passes at most between two tidyings of a program that runs.
const aDay = 25 * time.Hour

// tidy drops once a day what has to be remembered for some days only. After more
// than a day nobody knows whether the program was down or the clock jumped ahead,
// in which case what came an hour ago would pass for days old: it waits for
// another day.
func (s *Scheduler) tidy(now time.Time) error {
	mark, err := s.mark("tidy", now)
	if err != nil || now.Sub(mark) < 24*time.Hour && !now.Before(mark) {
		return err
	}
	if now.Sub(mark) <= aDay {
		if err := s.Store.Forget(now); err != nil {
			return err
		}
	}
	return s.Store.Update(now, func(tx *storage.Tx) error { return tx.PutMark("tidy", now) })
}
