package scheduler

import (
	"fmt"
	"time"

	"guongsang/internal/report"
	"guongsang/storage"
)

// remind derives the reminders that are due and puts them into log and
// outbox. A first tick only reads: in nearly every minute nothing is due, and
// then nothing is written. What is due is derived again inside the change, so
// that what was committed in between counts.
func (s *Scheduler) remind(now time.Time) error {
	if !s.Ladder.Allows(s.rules(), now) {
		return nil
	}
	idle := true
	err := s.Store.View(now, func(tx *storage.Tx) error {
		plan, err := s.plan(tx)
		idle = len(plan.Notices)+len(plan.Skipped)+len(plan.Spent) == 0
		return err
	})
	if err != nil || idle {
		return err
	}
	return s.Store.Update(now, func(tx *storage.Tx) error {
		plan, err := s.plan(tx)
		if err != nil {
			return err
		}
		return s.carryOut(tx, plan)
	})
}

func (s *Scheduler) plan(tx *storage.Tx) (Plan, error) {
	state, err := s.read(tx)
	return Due(s.Ladder, s.rules(), state, tx.Now), err
}

// read gathers the state of the reminders.
func (s *Scheduler) read(tx *storage.Tx) (state State, err error) {
	state.Decided, state.Enrolled = tx.Decided, tx.Enrolled
	for _, duty := range report.Duties {
		if s.rules().For(duty).Off {
			continue
		}
		owed, err := s.owed(tx, duty)
		if err != nil {
			return state, err
		}
		state.Owed = append(state.Owed, owed...)
	}
	if state.Returned, err = tx.Returned(); err != nil {
		return state, err
	}
	if state.Snoozes, err = tx.Snoozes(); err != nil {
		return state, err
	}
	if len(state.Owed) > 0 || len(state.Returned) > 0 {
		state.Members, err = tx.Members()
	}
	return state, err
}

// owed lists what is pending of the current period of a duty and of those
// before it that can still have stages.
func (s *Scheduler) owed(tx *storage.Tx, duty report.Duty) (owed []Owed, err error) {
	today := report.DateOf(tx.Now.In(s.rules().Zone))
	current := s.rules().Current(duty, today)
	for back := -lookBack; back <= 0; back++ {
		p := current.Add(back)
		extensions, err := tx.Extensions(p)
		if err != nil {
			return nil, err
		}
		if !s.inWindow(p, extensions, tx.Now) {
			continue
		}
		standings, err := tx.Standings(p)
		if err != nil {
			return nil, fmt.Errorf("standings of %s: %w", p, err)
		}
		owed = append(owed, s.pending(tx, standings, extensions)...)
	}
	return owed, nil
}

// lookBack is how many periods before the current one are looked at: an
// extension can keep one alive beyond its time.
const lookBack = 6

// inWindow reports whether now lies among the stages of a period, or so little
// after them that what was missed is still worth a line in the log.
func (s *Scheduler) inWindow(p report.Period, extensions []report.Extension, now time.Time) bool {
	plain := s.span(p, report.Date{})
	if plain.holds(now) {
		return true
	}
	for _, e := range extensions {
		if s.span(p, e.Deadline).holds(now) {
			return true
		}
	}
	return false
}

// A span is the time in which a schedule is looked at.
type span struct{ from, to time.Time }

func (s span) holds(t time.Time) bool { return !t.Before(s.from) && t.Before(s.to) }

// due names a period with the deadline of an extension, or the zero Date.
type due struct {
	period   report.Period
	extended report.Date
}

// span is the time from the first stage of a period to some days after the
// last. It never changes, and it is asked for at every tick.
func (s *Scheduler) span(p report.Period, extended report.Date) span {
	if known, ok := s.spans[due{p, extended}]; ok {
		return known
	}
	var reach span
	schedule := s.rules().Extend(s.rules().Schedule(p), extended)
	if steps := s.Ladder.Steps(s.rules(), schedule); len(steps) > 0 {
		reach = span{steps[0].At, steps[len(steps)-1].At.Add(aftermath)}
	}
	if s.spans == nil {
		s.spans = map[due]span{}
	}
	s.spans[due{p, extended}] = reach
	return reach
}

// aftermath is how long after its last stage a period is still looked at.
const aftermath = 10 * 24 * time.Hour

func (s *Scheduler) pending(tx *storage.Tx, standings []report.Standing, extensions []report.Extension) (owed []Owed) {
	var plain report.Schedule
	for _, st := range standings {
		if st.State != report.Pending {
			continue
		}
		u, _ := tx.Directory().Unit(st.Unit)
		schedule := plain
		switch {
		case len(extensions) > 0:
			schedule = s.rules().ScheduleOf(u, st.Period, extensions)
		case plain.Period != st.Period:
			plain = s.rules().Schedule(st.Period)
			schedule = plain
		}
		owed = append(owed, Owed{u, schedule, st})
	}
	return owed
}

// carryOut writes a plan into log and outbox.
func (s *Scheduler) carryOut(tx *storage.Tx, plan Plan) error {
	for _, n := range plan.Notices {
		if err := s.say(tx, n); err != nil {
			return err
		}
	}
	for _, stage := range plan.Skipped {
		if err := tx.PutStage(stage); err != nil {
			return err
		}
	}
	for _, id := range plan.Spent {
		if err := tx.DeleteSnooze(id); err != nil {
			return err
		}
	}
	return nil
}

// say puts one notice into the outbox and its stages into the log.
func (s *Scheduler) say(tx *storage.Tx, n Notice) error {
	message, err := s.message(tx, n)
	if err != nil {
		return err
	}
	row := storage.Row{
		Chat: n.To.ID, Key: rowKey(n.Stages[0]), Class: storage.Bulk, Message: message,
		Guard: s.guard(n, tx.Now),
	}
	if _, err := tx.Put(row); err != nil {
		return fmt.Errorf("reminding %d: %w", n.To.ID, err)
	}
	for _, k := range n.Stages {
		if err := tx.PutStage(storage.Stage{StageKey: k, Row: row.Key}); err != nil {
			return err
		}
	}
	return nil
}

// rowKey names what a row says by its first stage, which is said only once.
func rowKey(k storage.StageKey) string {
	return fmt.Sprintf("remind/%s/%s/%s/%s/%s/%d", k.Period.Duty, k.Period, k.Deadline, k.Stage, k.Unit, k.Member)
}

// guard is what must still be true when the notice leaves.
func (s *Scheduler) guard(n Notice, now time.Time) *storage.Guard {
	g := &storage.Guard{
		Member: n.To.ID, Posts: n.Posts, Stages: n.Stages,
		Until: s.Ladder.closes(s.rules(), now),
	}
	for _, i := range n.Items {
		g.Owed = append(g.Owed, storage.Owed{Unit: i.Unit.Code, Period: i.Schedule.Period})
	}
	if n.Kind == Completion {
		g.Returned, g.Version = n.Example.Number, n.Example.Version
	}
	return g
}
