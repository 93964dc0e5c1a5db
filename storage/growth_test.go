package storage_test

import (
	"errors"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/likeness"
	"guongsang/internal/report"
	"guongsang/internal/sample"
	"guongsang/internal/search"
	"guongsang/storage"
	"guongsang/storage/disk"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
	"guongsang/storage/records"
)

// november is the month in which samples end.
var november = report.Period{Duty: report.Month, Year: 2026, Number: 11}

func grow(tb testing.TB, size sample.Size) *storage.Store {
	tb.Helper()
	s, err := sample.Open(tb.Context(), tb.TempDir(), size)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { s.Close() })
	return s
}

// A filing costs at most 4 KB of the store, with all that it leaves behind: its
// example and the versions, the reminders, what became of rows, the audit.
func TestAFilingTakesFourKilobytes(t *testing.T) {
	s := grow(t, sample.Size{Units: 60, Years: 2})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	live, filings := measure(t, s.Dir())
	if each := live / filings; each > 4096 {
		t.Errorf("%d filings take %d bytes, %d each", filings, live, each)
	}
}

// measure sums up the pages that hold something, and counts filings.
func measure(tb testing.TB, dir string) (live, filings int) {
	tb.Helper()
	db, err := bolt.Open(filepath.Join(dir, disk.FileName), 0o600, &bolt.Options{ReadOnly: true})
	if err != nil {
		tb.Fatal(err)
	}
	defer db.Close()
	err = db.View(func(tx *bolt.Tx) error {
		filings = tx.Bucket([]byte("filings")).Stats().KeyN
		return tx.ForEach(func(_ []byte, b *bolt.Bucket) error {
			stats := b.Stats()
			live += stats.LeafAlloc + stats.BranchAlloc
			return nil
		})
	})
	if err != nil {
		tb.Fatal(err)
	}
	return live, filings
}

// What a look at a period costs does not grow with the years: after five years
// the store allocates for it what it does after one, in which the same happened
// as in the last of the five.
func TestLooksDoNotGrowWithTheYears(t *testing.T) {
	young, old := grow(t, sample.Size{Units: 20, Years: 1}), grow(t, sample.Size{Units: 20, Years: 5})
	for name, look := range map[string]func(*storage.Snapshot) error{
		"summary":  func(tx *storage.Snapshot) error { _, err := tx.Summary(november); return err },
		"examples": func(tx *storage.Snapshot) error { _, err := tx.ExamplesIn(november); return err },
		"invites":  func(tx *storage.Snapshot) error { _, err := tx.OpenInvites(); return err },
		"waiting":  func(tx *storage.Snapshot) error { _, _, err := tx.Waiting(); return err },
		"search": func(tx *storage.Snapshot) error {
			_, err := tx.Search(search.New(search.Query{Words: search.Words("bản lo")}, search.Reader{Agency: true}, tx.Directory(), 6))
			return err
		},
		"returned": func(tx *storage.Snapshot) error { _, err := tx.Returned(); return err },
		"stages":   func(tx *storage.Snapshot) error { _, err := tx.Stages(november); return err },
		"alike":    func(tx *storage.Snapshot) error { _, err := alike(tx); return err },
	} {
		cost := func(s *storage.Store) float64 {
			return testing.AllocsPerRun(3, func() {
				if err := s.View(sample.Until(), look); err != nil {
					t.Fatal(err)
				}
			})
		}
		if now, then := cost(old), cost(young); now > then*1.1+100 {
			t.Errorf("%s: %.0f allocations after five years, %.0f after one", name, now, then)
		}
	}
}

// last is the example that was sent last in the month.
func last(tx *storage.Snapshot) (e report.Example, err error) {
	filings, err := tx.FiledExamples(november, tx.Directory())
	if err != nil || len(filings) == 0 {
		return e, err
	}
	return tx.Example(filings[len(filings)-1].Example)
}

// alike holds the last example against those before it.
func alike(tx *storage.Snapshot) (n int, err error) {
	e, err := last(tx)
	if err != nil {
		return 0, err
	}
	found, err := tx.LookAlike(likeness.Of(e.Content, ""))
	return len(found), err
}

// A summary of one unit reads of that unit alone.
func TestASummaryOfOneUnitReadsNothingElse(t *testing.T) {
	s := grow(t, sample.Size{Units: 200, Years: 1})
	one := report.NewDirectory(s.Directory().Units()[7:8])
	cost := func(units report.Directory) float64 {
		return testing.AllocsPerRun(3, func() {
			err := s.View(sample.Until(), func(tx *storage.Snapshot) error { _, err := tx.SummaryOf(november, units); return err })
			if err != nil {
				t.Fatal(err)
			}
		})
	}
	if own, all := cost(one), cost(s.Directory()); own > all/4 {
		t.Errorf("%.0f allocations for one unit of 200, %.0f for all", own, all)
	}
}

func eachSize(b *testing.B, bench func(*testing.B, *storage.Store)) {
	for _, size := range sample.Sizes() {
		b.Run(size.String(), func(b *testing.B) { bench(b, grow(b, size)) })
	}
}

func median(all []time.Duration) time.Duration {
	slices.Sort(all)
	return all[len(all)/2]
}

func timed(b *testing.B, fn func() error) time.Duration {
	b.Helper()
	begin := time.Now()
	if err := fn(); err != nil {
		b.Fatal(err)
	}
	return time.Since(begin)
}

// put is a floor: an Update that puts one key and is on disk.
func put(s *storage.Store) error {
	return s.Update(sample.Until(), func(tx *storage.Tx) error { return tx.PutMark("growth", tx.Now) })
}

// BenchmarkSummary says how long a summary takes (ms), and how many times as
// long as its floor: reading all that was filed for the month and the one before
// (x-filings).
func BenchmarkSummary(b *testing.B) {
	eachSize(b, func(b *testing.B, s *storage.Store) {
		var took, floor []time.Duration
		err := s.View(sample.Until(), func(tx *storage.Snapshot) error {
			for b.Loop() {
				floor = append(floor, timed(b, func() error {
					_, err := tx.FilingsIn(november)
					_, before := tx.FilingsIn(november.Add(-1))
					return errors.Join(err, before)
				}))
				took = append(took, timed(b, func() error { _, err := tx.Summary(november); return err }))
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
		reportRatio(b, took, floor, "x-filings")
	})
}

// BenchmarkOpen says how long opening takes (ms), and how many times as long as
// its floor: bbolt's own opening of the file (x-bolt).
// What a new introduction may repeat, against a look at the same bytes.
func BenchmarkAlike(b *testing.B) {
	eachSize(b, func(b *testing.B, s *storage.Store) {
		var e report.Example
		if err := s.View(sample.Until(), func(tx *storage.Snapshot) (err error) { e, err = last(tx); return err }); err != nil {
			b.Fatal(err)
		}
		b.Run("alike", func(b *testing.B) {
			for b.Loop() {
				err := s.View(sample.Until(), func(tx *storage.Snapshot) error {
					_, err := tx.LookAlike(likeness.Of(e.Content, ""))
					return err
				})
				if err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run("floor", func(b *testing.B) {
			for b.Loop() {
				sum := 0
				err := s.View(sample.Until(), func(tx *storage.Snapshot) error {
					since := layout.Key(tx.Now.AddDate(0, -records.AlikeMonths, 0))
					return kv.EachFrom(tx, layout.BucketTraits, since, nil, func(_, v []byte) error {
						for _, c := range v {
							sum += int(c)
						}
						return nil
					})
				})
				if err != nil || sum == 0 {
					b.Fatal(sum, err)
				}
			}
		})
	})
}

func BenchmarkOpen(b *testing.B) {
	eachSize(b, func(b *testing.B, s *storage.Store) {
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		var took, floor []time.Duration
		for b.Loop() {
			floor = append(floor, timed(b, func() error {
				db, err := bolt.Open(filepath.Join(s.Dir(), disk.FileName), 0o600, nil)
				return errors.Join(err, db.Close())
			}))
			took = append(took, timed(b, func() error {
				opened, err := storage.Open(s.Dir(), sample.Rules())
				return errors.Join(err, opened.Close())
			}))
		}
		reportRatio(b, took, floor, "x-bolt")
	})
}

func reportRatio(b *testing.B, took, floor []time.Duration, unit string) {
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(median(took).Seconds()*1000, "ms")
	b.ReportMetric(median(took).Seconds()/median(floor).Seconds(), unit)
}

// BenchmarkForget forgets 200,000 message ids while somebody saves every two
// milliseconds: how long the longest of these waits is (longest-ms), how many
// times as long as a save alone usually is (x-put), and what processor time five
// hundred ids take, which are one commit (cpu-ms).
func BenchmarkForget(b *testing.B) {
	const ids = 200_000
	eachSize(b, func(b *testing.B, s *storage.Store) {
		var floor, longest []time.Duration
		var used time.Duration
		for b.Loop() {
			remember(b, s, ids)
			for range 50 {
				floor = append(floor, timed(b, func() error { return put(s) }))
			}
			longest = append(longest, longestSave(b, s, func() {
				began := processorTime()
				timed(b, func() error { return s.Forget(sample.Until()) })
				used += processorTime() - began
			}))
		}
		b.ReportMetric(0, "ns/op")
		b.ReportMetric(median(longest).Seconds()*1000, "longest-ms")
		b.ReportMetric(median(longest).Seconds()/median(floor).Seconds(), "x-put")
		b.ReportMetric(used.Seconds()*1000/float64(b.N)/(ids/500), "cpu-ms")
	})
}

// processorTime is what this process has used so far.
func processorTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err) // the arguments are valid
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// remember puts message ids of a week ago.
func remember(b *testing.B, s *storage.Store, ids int64) {
	b.Helper()
	err := s.Unsynced(func() error {
		for from := int64(0); from < ids; from += 10_000 {
			err := s.Update(sample.Until().AddDate(0, 0, -7), func(tx *storage.Tx) error {
				for id := from; id < from+10_000; id++ {
					if _, err := tx.FirstSight(1+id%5000, id); err != nil {
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
	})
	if err != nil {
		b.Fatal(err)
	}
}

// longestSave is the longest that a save took of those that somebody makes every
// two milliseconds beside something.
func longestSave(b *testing.B, s *storage.Store, beside func()) time.Duration {
	over, longest := make(chan struct{}), make(chan time.Duration)
	go func() {
		var most time.Duration
		for {
			begin := time.Now()
			if err := put(s); err != nil {
				b.Error(err)
			}
			most = max(most, time.Since(begin))
			select {
			case <-over:
				longest <- most
				return
			case <-time.After(2 * time.Millisecond):
			}
		}
	}()
	beside()
	close(over)
	return <-longest
}
