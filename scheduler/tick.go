package scheduler

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"guongsang/internal/report"
	"guongsang/storage"
	"guongsang/storage/records"
)

// portion is how many notices are put in one commit: whoever saves something
// meanwhile waits for no more than one of them.
const portion = 500

// remind derives the reminders that are due and puts them into log and
// outbox. They are derived once, from one look at the records and beside the
// writer; what is committed between that look and the moment when a row leaves
// is met by the row's guard.
func (s *Scheduler) remind(now time.Time) error {
	if !s.Ladder.Allows(s.rules(), now) {
		return nil
	}
	var plan Plan
	err := s.Store.View(now, func(tx *storage.Snapshot) (err error) {
		plan, err = s.plan(tx)
		return err
	})
	if err != nil {
		return err
	}
	return s.carryOut(now, plan)
}

func (s *Scheduler) plan(tx *storage.Snapshot) (Plan, error) {
	state, err := s.read(tx)
	return Due(s.Ladder, s.rules(), state, tx.Now), err
}

// read gathers the state of the reminders.
func (s *Scheduler) read(tx *storage.Snapshot) (state State, err error) {
	state.Decided, state.Enrolled = tx.Decided(), tx.Enrolled
	if state.Chases, err = s.chases(tx); err != nil {
		return state, err
	}
	for _, duty := range report.Duties {
		if s.rules().For(duty).Off {
			continue
		}
		if state.Owed, err = s.owed(tx, state, duty); err != nil {
			return state, err
		}
	}
	if state.Returned, err = tx.Returned(); err != nil {
		return state, err
	}
	if state.Requests, err = requests(tx); err != nil {
		return state, err
	}
	if state.Snoozes, err = tx.Snoozes(); err != nil {
		return state, err
	}
	state.People, err = s.everybody(tx)
	return state, err
}

// chases are the wishes of the agency, each with the units that it leaves out.
func (s *Scheduler) chases(tx *storage.Snapshot) (chases []Chase, err error) {
	wished, err := tx.Chases()
	if err != nil {
		return nil, err
	}
	for _, w := range wished {
		c := Chase{Chase: w}
		if !w.Again {
			if c.Lately, err = tx.RemindedIn(w.Period, w.At.Add(-records.Lately), w.At); err != nil {
				return nil, err
			}
		}
		chases = append(chases, c)
	}
	return chases, nil
}

// isChased reports whether some unit is to be reminded of a period out of turn.
func isChased(chases []Chase, p report.Period) bool {
	return slices.ContainsFunc(chases, func(c Chase) bool { return c.Period == p })
}

// everybody is all people in their seats, sorted anew only if somebody changed.
func (s *Scheduler) everybody(tx *storage.Snapshot) (*People, error) {
	members, err := tx.Members()
	if !s.people.isOf(members) {
		s.people = PeopleOf(members)
	}
	return s.people, err
}

// owed adds what is pending of the current period of a duty and of those
// before it that can still have stages, or that are chased.
func (s *Scheduler) owed(tx *storage.Snapshot, state State, duty report.Duty) ([]Owed, error) {
	owed := state.Owed
	today := report.DateOf(tx.Now.In(s.rules().Zone))
	current := s.rules().Current(duty, today)
	for back := -lookBack; back <= 0; back++ {
		p := current.Add(back)
		extensions, err := tx.Extensions(p)
		if err != nil {
			return nil, err
		}
		if !s.inWindow(p, extensions, tx.Now) && !isChased(state.Chases, p) {
			continue
		}
		standings, err := tx.Standings(p)
		if err != nil {
			return nil, fmt.Errorf("standings of %s: %w", p, err)
		}
		owed = s.pending(tx, owed, standings, extensions)
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

// pending adds what is pending of a period; the standings are in the order of
// the directory.
func (s *Scheduler) pending(tx *storage.Snapshot, owed []Owed, standings []report.Standing, extensions []report.Extension) []Owed {
	n := 0
	for i := range standings {
		if standings[i].State == report.Pending {
			n++
		}
	}
	owed = slices.Grow(owed, n)
	var plain report.Schedule
	i := 0
	for u := range tx.Directory().All() {
		st := &standings[i]
		i++
		if st.State != report.Pending {
			continue
		}
		schedule := plain
		switch {
		case len(extensions) > 0:
			schedule = s.rules().ScheduleOf(u, st.Period, extensions)
		case plain.Period != st.Period:
			plain = s.rules().Schedule(st.Period)
			schedule = plain
		}
		owed = append(owed, Owed{u, schedule, *st})
	}
	return owed
}

// carryOut writes a plan into log and outbox, in portions. Whatever it is
// stopped between is derived again by the next tick: a row and its stages are
// written together, and what is left out is written before what is said, after
// which it would count as past.
func (s *Scheduler) carryOut(now time.Time, plan Plan) error {
	for some := range slices.Chunk(plan.Skipped, portion) {
		if err := s.leaveOut(now, some); err != nil {
			return err
		}
	}
	var unsaid error
	for some := range slices.Chunk(plan.Notices, portion) {
		rows, err := s.rows(now, some)
		unsaid = errors.Join(unsaid, err)
		if err := s.say(now, rows); err != nil {
			return errors.Join(unsaid, err)
		}
	}
	if len(plan.Spent) == 0 && len(plan.Over) == 0 {
		return unsaid
	}
	return errors.Join(unsaid, s.forget(now, plan))
}

func (s *Scheduler) leaveOut(now time.Time, stages []records.Stage) error {
	return s.Store.Update(now, func(tx *storage.Tx) error {
		for _, stage := range stages {
			if err := tx.PutStage(stage); err != nil {
				return err
			}
		}
		return nil
	})
}

// forget forgets the wishes that are over; somebody may have asked anew to be
// reminded again meanwhile.
func (s *Scheduler) forget(now time.Time, plan Plan) error {
	return s.Store.Update(now, func(tx *storage.Tx) error {
		for _, wish := range together(plan.Over) {
			if wish[0].Tell {
				if err := s.tellOutcome(tx, wish, true); err != nil {
					return err
				}
			}
			for _, c := range wish {
				if err := tx.DeleteChase(c); err != nil {
					return err
				}
			}
		}
		snoozes, err := tx.Snoozes()
		if err != nil {
			return err
		}
		for _, id := range plan.Spent {
			if at, asked := snoozes[id]; asked && s.Ladder.expired(s.rules(), at, now) {
				if err := tx.DeleteSnooze(id); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// rows puts notices into words. One that cannot be is left for the next tick,
// and keeps nobody else's back.
func (s *Scheduler) rows(now time.Time, notices []Notice) (rows []storage.Row, unsaid error) {
	err := s.Store.View(now, func(tx *storage.Snapshot) error {
		for _, n := range notices {
			message, err := s.message(tx, n)
			if err != nil {
				unsaid = errors.Join(unsaid, fmt.Errorf("reminding %d: %w", n.To.ID, err))
				continue
			}
			rows = append(rows, storage.Row{
				Chat: n.To.ID, Key: n.Stages[0].RowKey(), Class: storage.Bulk, Message: message, Guard: s.guard(n, now),
			})
		}
		return nil
	})
	return rows, errors.Join(unsaid, err)
}

// say puts rows into the outbox and their stages into the log.
func (s *Scheduler) say(now time.Time, rows []storage.Row) error {
	if len(rows) == 0 {
		return nil
	}
	return s.Store.Update(now, func(tx *storage.Tx) error {
		for _, row := range rows {
			if _, err := tx.Put(row); err != nil {
				return fmt.Errorf("reminding %d: %w", row.Chat, err)
			}
			for _, k := range row.Guard.Stages {
				if err := tx.PutStage(records.Stage{StageKey: k, Row: row.Key}); err != nil {
					return err
				}
			}
		}
		return nil
	})
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
	if n.Kind == Approval {
		g.Awaits, g.Version = n.Requests[0].Draft, n.Requests[0].Version
	}
	if n.Kind == Completion {
		g.Returned, g.Version = n.Example.Number, n.Example.Version
	}
	return g
}
