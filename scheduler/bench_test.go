//go:build unix

package scheduler

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"guongsang/storage"
)

// sizes are the numbers of units that are measured: a commune and a province,
// and with GUONGSANG_UNITS=20000 as many again.
func sizes(b *testing.B) []int {
	b.Helper()
	all := []int{85, 3321}
	if more := os.Getenv("GUONGSANG_UNITS"); more != "" {
		n, err := strconv.Atoi(more)
		if err != nil {
			b.Fatal(err)
		}
		all = append(all, n)
	}
	return all
}

// BenchmarkIdleLook is the tick of an ordinary minute: all units pending, all
// reminders of the day sent. The floor is the one walk over units and filings
// without which nobody knows who owes: x-walk is how many times it the tick takes.
func BenchmarkIdleLook(b *testing.B) {
	for _, units := range sizes(b) {
		b.Run(fmt.Sprintf("units=%d", units), func(b *testing.B) {
			now := time.Date(2026, 11, 13, 8, 0, 0, 0, vietnam)
			s := busy(b, units, now)
			s.Tick(now)
			var walks, ticks time.Duration
			for b.Loop() {
				began := cpu()
				err := s.Store.View(now, func(tx *storage.Snapshot) error {
					_, err := tx.Standings(november)
					return err
				})
				if err != nil {
					b.Fatal(err)
				}
				walked := cpu()
				s.Tick(now.Add(time.Minute))
				walks, ticks = walks+walked-began, ticks+cpu()-walked
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(float64(ticks.Microseconds())/1000/float64(b.N), "cpu-ms/tick")
			b.ReportMetric(float64(ticks)/float64(walks), "x-walk")
		})
	}
}

// BenchmarkSaveBesideAWave has somebody save something every two milliseconds
// while a stage that is due for everybody is put. The floor is a save with
// nobody beside it: x-alone is how many times its median the longest wait was.
// What a portion of the wave takes of the processor, words and commit and all,
// bounds the wait on a machine that does nothing else.
func BenchmarkSaveBesideAWave(b *testing.B) {
	for _, units := range sizes(b) {
		b.Run(fmt.Sprintf("units=%d", units), func(b *testing.B) {
			now := time.Date(2026, 11, 13, 8, 0, 0, 0, vietnam)
			var longest, alone, portions []float64
			for b.Loop() {
				b.StopTimer()
				s := busy(b, units, now)
				var commits []time.Duration
				if _, err := s.Store.Watch(time.Now(), func([]storage.Ref) { commits = append(commits, cpu()) }); err != nil {
					b.Fatal(err)
				}
				calm := savesUntil(s.Store, now, time.After(200*time.Millisecond))
				b.StartTimer()
				done := make(chan time.Time)
				go func() {
					s.Tick(now)
					close(done)
				}()
				waits := savesUntil(s.Store, now, done)
				longest, alone = append(longest, slices.Max(waits)), append(alone, middle(calm))
				if n := len(commits) - 1; n > 0 {
					portions = append(portions, float64((commits[n]-commits[0]).Microseconds())/1000/float64(n))
				}
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(middle(longest), "ms-longest-wait")
			b.ReportMetric(middle(alone), "ms-alone")
			if len(portions) > 0 {
				b.ReportMetric(middle(portions), "cpu-ms/portion")
			}
			b.ReportMetric(middle(longest)/middle(alone), "x-alone")
		})
	}
}

// savesUntil saves something every two milliseconds until done, and says how
// long each save took, in milliseconds.
func savesUntil(store *storage.Store, now time.Time, done <-chan time.Time) (waits []float64) {
	for {
		began := time.Now()
		if err := store.Update(now, func(tx *storage.Tx) error { return tx.PutMark("saver", now) }); err != nil {
			panic(err)
		}
		waits = append(waits, float64(time.Since(began).Microseconds())/1000)
		select {
		case <-done:
			return waits
		case <-time.After(2 * time.Millisecond):
		}
	}
}

func middle(all []float64) float64 {
	all = slices.Sorted(slices.Values(all))
	return all[len(all)/2]
}

// BenchmarkAhead looks ahead as the demo does: over the end of a quarter, with
// the 85 units of a commune pending.
func BenchmarkAhead(b *testing.B) {
	now := time.Date(2026, 11, 25, 8, 0, 0, 0, vietnam)
	s := busy(b, 85, now)
	s.Digests, s.Picture = []Digest{officerDigest("0 9 25 * *")}, "board"
	s.Tick(now)
	for b.Loop() {
		moments, err := s.Ahead(now, now.AddDate(0, 0, 45))
		if err != nil || len(moments) < 10 {
			b.Fatal(len(moments), err)
		}
	}
}

// cpu is the processor time that this process has used: on a machine that others
// use too, it says more than the clock.
func cpu() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
