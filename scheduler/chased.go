package scheduler

import (
	"fmt"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// What came of a wish to remind is told to the officer in the message in which it was
// wished for, once it is known of every reminder whether it arrived, or when the wish is
// over.

// tellChased tells it of the wishes of which it is known.
func (s *Scheduler) tellChased(now time.Time) error {
	if !s.Ladder.Allows(s.rules(), now) {
		return nil // what was wished for has not gone out
	}
	var wishes []records.Chase
	err := s.Store.View(now, func(tx *storage.Snapshot) error {
		all, err := tx.Chases()
		for _, c := range all {
			if c.Tell {
				wishes = append(wishes, c)
			}
		}
		return err
	})
	for _, wish := range together(wishes) {
		if err == nil {
			err = s.Store.Update(now, func(tx *storage.Tx) error { return s.tellOutcome(tx, wish, false) })
		}
	}
	return err
}

// together gathers the wishes of one press: a unit is reminded of several periods at once.
func together(wishes []records.Chase) (all [][]records.Chase) {
	for _, c := range wishes {
		if n := len(all) - 1; n >= 0 && all[n][0].By == c.By && all[n][0].At.Equal(c.At) && all[n][0].Scope == c.Scope {
			all[n] = append(all[n], c)
			continue
		}
		all = append(all, []records.Chase{c})
	}
	return all
}

// tellOutcome tells what came of a wish. It waits for what is under way unless the wish
// is over.
func (s *Scheduler) tellOutcome(tx *storage.Tx, wish []records.Chase, over bool) error {
	first := wish[0]
	o, err := s.outcome(&tx.Snapshot, wish)
	if err != nil || o.Waiting > 0 && !over {
		return err
	}
	for _, c := range wish {
		c.Tell = false
		if err := tx.ChangeChase(c); err != nil {
			return err
		}
	}
	row := storage.Row{Chat: first.By, Message: chat.Message{Text: texts.Chased(o)}, Guard: &storage.Guard{Member: first.By, Posts: []report.Post{first.As}}}
	if first.Message != 0 {
		row.Way, row.Target = storage.Edit, first.Message
	}
	_, err = tx.Put(row)
	return err
}

// outcome counts by units what is known of the reminders of a wish.
func (s *Scheduler) outcome(tx *storage.Snapshot, wish []records.Chase) (o texts.ChaseOutcome, err error) {
	scope, d := wish[0].Scope, tx.Directory()
	o.Scope = texts.AllUnits()
	if u, ok := d.Unit(scope.Unit); ok {
		o.Scope = texts.UnitName(u)
	} else if scope.Block != "" {
		o.Scope = texts.BlockName(scope.Block)
	}
	fates := map[string]map[storage.Fate]bool{}
	owing := map[string]bool{}
	for _, c := range wish {
		o.Periods = append(o.Periods, c.Period)
		stages, err := tx.RemindersIn(c.Period, c.At, tx.Now.Add(time.Nanosecond))
		if err != nil {
			return o, err
		}
		for _, stage := range stages {
			if u, ok := d.Unit(stage.Unit); !ok || !scope.Covers(u) {
				continue
			}
			row, known, err := tx.Delivery(stage.Row)
			if err != nil {
				return o, fmt.Errorf("what became of %s: %w", stage.Row, err)
			}
			if known && row.Fate != storage.Dropped {
				if fates[stage.Unit] == nil {
					fates[stage.Unit] = map[storage.Fate]bool{}
				}
				fates[stage.Unit][row.Fate] = true
			}
		}
		standings, err := tx.Standings(c.Period)
		if err != nil {
			return o, err
		}
		for _, st := range standings {
			if u, _ := d.Unit(st.Unit); st.State == report.Pending && scope.Covers(u) {
				owing[st.Unit] = true
			}
		}
	}
	for _, of := range fates {
		switch {
		case of[storage.Sent]:
			o.Delivered++
		case of[""]:
			o.Waiting++
		case of[storage.Refused], of[storage.GivenUp]:
			o.Refused++
		default:
			o.Unsure++
		}
	}
	contacts, err := tx.Contacts(d)
	for unit := range owing {
		if fates[unit] == nil && contacts[unit] != report.Reachable {
			o.Beyond++
		}
	}
	return o, err
}
