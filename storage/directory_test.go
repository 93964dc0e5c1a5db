package storage

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"guongsang/internal/directory"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A list of units at work: some change at random, day by day, as officers change them in
// chat.
type work struct {
	t     *testing.T
	s     *Store
	rand  *rand.Rand
	now   time.Time
	codes []string // of all that there ever were
}

func (w *work) today() report.Date { return report.DateOf(w.now) }

// edit changes one unit as the chat does; not ok means that it was refused.
func (w *work) edit(cells map[string]string) (ok bool) {
	w.t.Helper()
	mustUpdate(w.t, w.s, w.now, func(tx *Tx) error {
		if u, known := tx.Directory().Unit(cells["code"]); known && cells["name"] == "" {
			cells["name"] = u.Name
		}
		u, err := directory.Edit(tx.Directory(), cells)
		if err != nil {
			return nil
		}
		ok = true
		units := w.s.Rules().Begin([]report.Unit{u}, tx.Directory(), w.today())
		return errors.Join(tx.AuditUnits(1, units), tx.PutUnits(units))
	})
	return ok
}

// living are the codes of those that exist.
func (w *work) living() (codes []string) {
	for u := range w.s.Directory().All() {
		if u.ActiveOn(w.today()) {
			codes = append(codes, u.Code)
		}
	}
	return codes
}

func (w *work) add() string {
	code := fmt.Sprintf("PT%03d", len(w.codes)+1)
	w.edit(map[string]string{"code": code, "name": "Đơn vị " + code, "block": fmt.Sprintf("Khối %d", w.rand.IntN(3))})
	w.codes = append(w.codes, code)
	return code
}

// step does one thing at random.
func (w *work) step() {
	living := w.living()
	code := living[w.rand.IntN(len(living))]
	end := map[string]string{"code": code, "active_to": texts.Day(w.today())}
	switch w.rand.IntN(7) {
	case 0:
		w.edit(map[string]string{"code": code, "name": fmt.Sprintf("Tên mới %d", w.rand.IntN(1000))})
	case 1:
		w.edit(map[string]string{"code": code, "block": fmt.Sprintf("Khối %d", w.rand.IntN(4))})
	case 2:
		w.edit(map[string]string{"code": code, "quota_month": fmt.Sprint(w.rand.IntN(4)), "month": []string{"x", ""}[w.rand.IntN(2)]})
	case 3:
		w.edit(map[string]string{"code": code, "roster": []string{"", "1, 6", "10, 11", "Q2"}[w.rand.IntN(4)]})
	case 4:
		end["successor"] = living[w.rand.IntN(len(living))]
		w.edit(end)
	case 5:
		end["successor"] = w.add() + ", " + w.add()
		w.edit(end)
	case 6:
		if len(living) > 4 {
			w.edit(end)
		}
	}
}

// figures are what a digest says of a period.
func figures(t *testing.T, s *Store, now time.Time, p report.Period) (all []any) {
	t.Helper()
	mustView(t, s, now, func(tx *Snapshot) error {
		sum, err := tx.Summary(p)
		blocks := map[string]report.Figures{}
		for _, b := range sum.Blocks {
			if b.Figures != (report.Figures{}) {
				blocks[b.Block] = b.Figures
			}
		}
		n, filedErr := tx.FiledIn(p)
		all = []any{sum.Total, blocks, sum.ByCategory, n}
		return errors.Join(err, filedErr)
	})
	return all
}

// Whatever becomes of units, the figures of past periods stay as they were, nothing that
// was sent is lost, and every code leads to living units or says since when it is closed.
func TestUnitsChangeAndThePastStays(t *testing.T) {
	for seed := range uint64(6) {
		w := &work{t: t, s: mustOpen(t), rand: rand.New(rand.NewPCG(seed, 7)), now: at(1, 9).AddDate(0, -1, -25)}
		for range 10 {
			w.add()
		}
		past := []report.Period{{Duty: report.Month, Year: 2026, Number: 9}, {Duty: report.Month, Year: 2026, Number: 10}}
		for _, code := range w.codes {
			mustUpdate(t, w.s, w.now, func(tx *Tx) error { return w.send(tx, code, past) })
		}
		w.now = at(22, 9)
		seen, before := w.now, [][]any{figures(t, w.s, w.now, past[0]), figures(t, w.s, w.now, past[1])}
		for range 40 {
			w.step()
			w.now = w.now.AddDate(0, 0, w.rand.IntN(2))
		}
		for i, p := range past {
			if after := figures(t, w.s, seen, p); !reflect.DeepEqual(after, before[i]) {
				t.Errorf("seed %d, %s: %v, was %v", seed, p, after, before[i])
			}
		}
		w.leads(t)
	}
}

// send files something of a unit for some periods.
func (w *work) send(tx *Tx, code string, past []report.Period) error {
	for _, p := range past {
		switch w.rand.IntN(3) {
		case 0:
			if err := tx.PutNil(report.Filing{Period: p, Unit: code, At: w.now}); err != nil {
				return err
			}
		case 1:
			e := report.Example{Unit: code, Periods: []report.Period{p}, Review: report.Received, Sent: w.now, Received: w.now, Content: report.Content{Category: report.Categories[0]}}
			if _, err := tx.NewExample(e); err != nil {
				return err
			}
		}
	}
	return nil
}

// leads follows every code.
func (w *work) leads(t *testing.T) {
	d := w.s.Directory()
	for _, code := range w.codes {
		u, ok := d.Unit(code)
		living := d.Living(code, w.today())
		if !ok || len(living) == 0 && (u.ActiveTo.IsZero() || !u.ActiveTo.Before(w.today())) {
			t.Errorf("%s leads nowhere: %+v", code, u)
		}
		for _, heir := range living {
			former := d.Former(heir.Code)
			found := heir.Code == code || slices.ContainsFunc(former, func(f report.Unit) bool { return f.Code == code })
			if !found {
				t.Errorf("%s does not know that it goes on from %s", heir.Code, code)
			}
		}
		for _, name := range u.FormerNames() {
			if strings.TrimSpace(name) == "" {
				t.Errorf("%s has a former name that says nothing", code)
			}
		}
	}
}
