package sample

import (
	"cmp"
	"container/heap"
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"runtime/debug"
	"slices"
	"time"

	"guongsang/internal/report"
	"guongsang/storage"
)

// Options say what a store is filled with.
type Options struct {
	Size
	Seed uint64 // the same gives the same records
	// Lots is how many lots of what happens share a commit; 0: as many as is fast. The
	// records are the same.
	Lots int
	// Told, if set, hears after each month how many filings there are.
	Told func(month report.Period, filings int)
}

// A history is what happened, and what is still to come.
type history struct {
	Options
	store *storage.Store
	rules report.Rules
	rnd   *rand.Rand    // the luck of what is happening
	until time.Time     // after which nothing happens
	codes *rand.ChaCha8 // for invite codes
	words words

	units    []*unit
	officers []int64
	accounts int64 // the newest
	messages int64 // the newest message's id

	coming  queue
	events  uint64 // ever queued
	rows    int    // put in the lot under way
	filings int
}

// Fill writes a history into an empty store.
func Fill(ctx context.Context, store *storage.Store, o Options) error {
	h := &history{
		Options: o, store: store, rules: store.Rules(), accounts: 100_000_000, until: Until(),
		codes: rand.NewChaCha8([32]byte{byte(o.Seed), byte(o.Seed >> 8), byte(o.Seed >> 16)}),
	}
	var err error
	if h.words, err = loadWords(); err != nil {
		return err
	}
	defer unlimited()()
	return store.Unsynced(func() error { return h.run(ctx) })
}

// unlimited lets the heap be as large as it has to, and gives back what undoes that.
// The program's own limit is that of a service: what is still to come for 20,000
// units reaches it now and then, and the collector runs all the more often.
func unlimited() (undo func()) {
	if _, set := os.LookupEnv("GOMEMLIMIT"); set {
		return func() {}
	}
	before := debug.SetMemoryLimit(math.MaxInt64)
	return func() { debug.SetMemoryLimit(before) }
}

func (h *history) run(ctx context.Context) error {
	last := report.DateOf(h.until.In(h.rules.Zone))
	first := report.NewDate(last.Year-h.Years, last.Month, last.Day)
	h.begin(0)
	if err := h.found(first); err != nil {
		return err
	}
	month := h.rules.Current(report.Month, first)
	for ; !h.dayStart(h.rules.Schedule(month).From).After(h.until); month = month.Add(1) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := h.play(h.dayStart(h.rules.Schedule(month).From)); err != nil {
			return err
		}
		if err := h.store.Forget(h.dayStart(h.rules.Schedule(month).From)); err != nil {
			return err
		}
		h.begin(uint64(month.Year*100 + month.Number))
		h.beginPeriod(month)
		if quarter := (report.Period{Duty: report.Quarter, Year: month.Year, Number: month.Number / 3}); month.Number%3 == 0 {
			h.beginPeriod(quarter)
		}
		h.turnover(month)
		if h.Told != nil {
			h.Told(month, h.filings)
		}
	}
	return h.play(h.until)
}

func (h *history) dayStart(d report.Date) time.Time { return d.Start(h.rules.Zone) }

// An event happens at a time, in a transaction of that time. It has a luck of
// its own, so that what else happens changes nothing in it: the last year is
// the same however many came before.
type event struct {
	at   time.Time
	seq  uint64
	luck uint64
	do   func(*storage.Tx) error
}

// at queues what happens at a time.
func (h *history) at(when time.Time, do func(*storage.Tx) error) {
	h.events++
	heap.Push(&h.coming, event{when, h.events, h.rnd.Uint64(), do})
}

// begin begins something with the luck of its own.
func (h *history) begin(luck uint64) { h.rnd = rand.New(rand.NewPCG(h.Seed, luck)) }

// What is sent at one time, and how many such lots share a commit. Lots decide what
// is made: which rows share the luck of whether they are refused. Their number
// decides only how often a page of a unit is written anew: in a store of many units
// hardly two events of one lot touch the same page.
const (
	maxEvents = 400
	maxRows   = 1000
	maxLots   = 32
)

// play does what happens before a time.
func (h *history) play(until time.Time) error {
	for h.coming.due(until) {
		err := h.store.Update(h.coming[0].at, func(tx *storage.Tx) error {
			for n := 0; n < cmp.Or(h.Lots, maxLots) && h.coming.due(until); n++ {
				if err := h.playLot(tx, until); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// playLot does what happens next before a time, and delivers what was said.
func (h *history) playLot(tx *storage.Tx, until time.Time) error {
	h.rows = 0
	for n := 0; n < maxEvents && h.rows < maxRows && h.coming.due(until); n++ {
		e := heap.Pop(&h.coming).(event)
		tx.Now = e.at
		h.begin(e.luck)
		if err := e.do(tx); err != nil {
			return fmt.Errorf("at %s: %w", e.at, err)
		}
	}
	if h.rows == 0 {
		return nil
	}
	return h.deliver(tx)
}

// put puts a row that leaves a trace, because it has a key.
func (h *history) put(tx *storage.Tx, row storage.Row) error {
	h.rows++
	_, err := tx.Put(row)
	return err
}

// deliver finishes what waits in the outbox. Of a hundred bulk rows the
// messenger refuses one.
func (h *history) deliver(tx *storage.Tx) error {
	rows, err := tx.Outbox(1 << 20)
	if err != nil {
		return err
	}
	results := make([]storage.Result, len(rows))
	for i, row := range rows {
		h.messages++
		tx.Now = row.Made.Add(2 * time.Second)
		results[i] = storage.Result{Fate: storage.Sent, Message: h.messages}
		if row.Class == storage.Bulk && h.chance(1) {
			results[i] = storage.Result{Fate: storage.Refused, Why: "Forbidden: bot was blocked by the user"}
		}
	}
	return tx.FinishAll(rows, results)
}

// chance is true so many times in a hundred.
func (h *history) chance(percent int) bool { return h.rnd.IntN(100) < percent }

// pick takes one of a list.
func pick[T any](h *history, list []T) T { return list[h.rnd.IntN(len(list))] }

// between is a moment of a working hour from one day on, up to and with
// another, later days being likelier.
func (h *history) between(from, to report.Date) time.Time {
	days := max(1, to.Sub(from)+1)
	back := min(h.rnd.IntN(days), h.rnd.IntN(days))
	day := h.rules.Calendar.PrevWorkday(to.AddDays(-back))
	if day.Before(from) {
		day = from
	}
	return day.At(8*time.Hour, h.rules.Zone).Add(time.Duration(h.rnd.Int64N(int64(8 * time.Hour))))
}

// workdaysLater is a moment so many working days after another.
func (h *history) workdaysLater(t time.Time, days int) time.Time {
	day := h.rules.Calendar.AddWorkdays(report.DateOf(t.In(h.rules.Zone)), days)
	return h.between(day, day)
}

// A queue has the earliest event first; of two at the same time the one that was queued
// first.
type queue []event

func (q queue) Len() int { return len(q) }

// Less is by time.
func (q queue) Less(i, j int) bool {
	if c := q[i].at.Compare(q[j].at); c != 0 {
		return c < 0
	}
	return q[i].seq < q[j].seq
}

func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }

// Push adds an event at the end.
func (q *queue) Push(e any) { *q = append(*q, e.(event)) }

// Pop takes the event at the end.
func (q *queue) Pop() any {
	last := len(*q) - 1
	e := (*q)[last]
	*q = slices.Delete(*q, last, last+1)
	return e
}

func (q queue) due(until time.Time) bool { return len(q) > 0 && q[0].at.Before(until) }
