package sample

import (
	"time"

	"guongsang/internal/report"
	"guongsang/storage"
)

// A duty is what a unit owes for a period and what became of it.
type duty struct {
	unit   *unit
	period report.Period
	met    bool
}

// beginPeriod queues what units do in a period, and its reminders.
func (h *history) beginPeriod(p report.Period) {
	s := h.rules.Schedule(p)
	duties := make([]*duty, len(h.units))
	for i, u := range h.units {
		d := &duty{unit: u, period: p}
		duties[i] = d
		if h.rnd.IntN(400) == 0 {
			h.at(h.dayStart(s.From).Add(9*time.Hour), func(tx *storage.Tx) error {
				d.met = true
				return tx.PutPause(report.Pause{Period: p, Unit: u.Code, By: h.officers[0], Reason: pick(h, h.words.Reasons)})
			})
			continue
		}
		if at, ok := h.handsIn(u, s); ok {
			h.at(at, func(tx *storage.Tx) error { return h.handIn(tx, d) })
		}
	}
	if p.Number%6 == 0 && p.Duty == report.Month {
		h.at(h.dayStart(s.Close).Add(9*time.Hour), func(tx *storage.Tx) error {
			scope := report.Scope{Block: pick(h, h.units).Block}
			return tx.PutExtension(report.Extension{Period: p, Scope: scope, Deadline: s.Deadline.AddDays(3), By: h.officers[0]})
		})
	}
	h.remindAll(s, duties)
}

// handsIn says when a unit hands in by itself; never, for some.
func (h *history) handsIn(u *unit, s report.Schedule) (time.Time, bool) {
	switch luck := h.rnd.IntN(100); {
	case luck < u.zeal:
		return h.between(s.From, s.Deadline), true
	case luck < u.zeal+(100-u.zeal)/3:
		return h.between(s.Deadline.AddDays(1), s.Lock), true
	case luck < u.zeal+(100-u.zeal)/2:
		return h.between(s.Lock.AddDays(1), s.Lock.AddDays(20)), true
	}
	return time.Time{}, false
}

// handIn is a unit doing its duty: with nothing, by a choice among the examples
// of a quarter's months, or by something new. Some introduce a second one.
func (h *history) handIn(tx *storage.Tx, d *duty) error {
	d.met = true
	h.filings++
	u := d.unit
	if h.chance(10) {
		f := report.Filing{Period: d.period, Unit: u.Code, At: tx.Now, By: u.speaker(h)}
		if h.chance(30) {
			f.Reason = pick(h, h.words.Reasons)
		}
		if err := tx.PutNil(f); err != nil {
			return err
		}
		return tx.Audit(f.By, report.NilReported, report.Ref{Unit: u.Code, Period: d.period})
	}
	if d.period.Duty == report.Quarter {
		chosen, err := h.choose(tx, d)
		if err != nil || chosen {
			return err
		}
	}
	if err := h.introduce(tx, d); err != nil || !h.chance(8) {
		return err
	}
	h.filings++
	return h.introduce(tx, d)
}

// speaker is who sends for the unit; an officer on behalf of one that has
// nobody.
func (u *unit) speaker(h *history) int64 {
	if u.focal == 0 {
		return h.officers[0]
	}
	return u.focal
}

// choose takes the newest example of the quarter's months for the quarter.
func (h *history) choose(tx *storage.Tx, d *duty) (bool, error) {
	newest, err := tx.ExamplesOf(d.unit.Code, 1)
	if err != nil || len(newest) == 0 {
		return false, err
	}
	e := newest[0]
	if !e.Counts() || e.Periods[0].Before(d.period.Months()[0]) || len(e.Periods) > 1 {
		return false, nil
	}
	e.Periods = append(e.Periods, d.period)
	if err := tx.PutExample(e); err != nil {
		return false, err
	}
	of := e.Ref().With("Periods")
	of.Period = d.period
	return true, tx.Audit(e.By, report.ExampleChosen, of)
}
