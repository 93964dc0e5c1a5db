package storage

import (
	"testing"
	"time"

	"guongsang/internal/report"
	"guongsang/storage/kv"
)

// The tests' rules: day 20, next working day, lock after five.
func testRules() report.Rules {
	zone := time.FixedZone("ICT", 7*60*60)
	rule := report.DutyRule{Scheme: report.ND09, DeadlineDay: 20, OnDayOff: report.Next, LockAfter: 5, Quota: 1}
	return report.Rules{Zone: zone, Calendar: report.NewCalendar(nil, nil), Month: rule, Quarter: rule}
}

// mustOpen opens a store that is checked and closed when the test ends.
func mustOpen(tb testing.TB) *Store {
	tb.Helper()
	return mustOpenAt(tb, tb.TempDir())
}

func mustOpenAt(tb testing.TB, dir string) *Store {
	tb.Helper()
	s, err := Open(dir, testRules())
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { s.Close() })
	return s
}

func mustUpdate(tb testing.TB, s *Store, now time.Time, fn func(*Tx) error) {
	tb.Helper()
	if err := s.Update(now, fn); err != nil {
		tb.Fatal(err)
	}
}

func mustView(tb testing.TB, s *Store, now time.Time, fn func(*Snapshot) error) {
	tb.Helper()
	if err := s.View(now, fn); err != nil {
		tb.Fatal(err)
	}
}

// at is a moment of November 2026.
func at(day, hour int) time.Time {
	return time.Date(2026, 11, day, hour, 0, 0, 0, testRules().Zone)
}

var november = report.Period{Duty: report.Month, Year: 2026, Number: 11}

// commits is how many transactions the store has committed.
func commits(tb testing.TB, s *Store) (n int) {
	tb.Helper()
	err := s.db.View(func(l kv.ReadTx) error {
		n = l.ID()
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	return n
}

func putMarkNamed(name string) func(*Tx) error {
	return func(tx *Tx) error { return tx.PutMark(name, tx.Now) }
}

func marked(t *testing.T, s *Store, name string) (ok bool) {
	t.Helper()
	mustView(t, s, at(1, 9), func(tx *Snapshot) error {
		ok = !tx.Mark(name).IsZero()
		return nil
	})
	return ok
}
