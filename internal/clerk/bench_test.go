//go:build unix

package clerk

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"syscall"
	"testing"
	"time"

	"guongsang/internal/digest"
	"guongsang/internal/sample"
	"guongsang/storage"
)

// BenchmarkDocuments makes the documents of a month. The floor is the decoding of
// that month's examples, each once: x-read is how many times it a document takes.
func BenchmarkDocuments(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as main does
	now := sample.Until()
	papers := Papers{Office: office, Letterhead: digest.Letterhead{Place: "Ví Dụ"}, Templates: map[string][]byte{}, Log: slog.New(slog.DiscardHandler)}
	for _, size := range sample.Sizes() {
		store, err := sample.Open(b.Context(), b.TempDir(), size)
		if err != nil {
			b.Fatal(err)
		}
		for _, kind := range PeriodKinds {
			b.Run(fmt.Sprintf("%s/%s", kind, size), func(b *testing.B) {
				var made, read time.Duration
				for b.Loop() {
					began := cpu()
					files, err := papers.Make(b.Context(), store, now, Order{Kind: kind, Period: november})
					if err != nil || len(files) == 0 {
						b.Fatal(err)
					}
					made += cpu() - began
					began = cpu()
					if err := store.View(now, func(tx *storage.Snapshot) error { _, err := tx.ExamplesIn(november); return err }); err != nil {
						b.Fatal(err)
					}
					read += cpu() - began
				}
				b.ReportMetric(0, "ns/op")
				b.ReportMetric(float64(made.Microseconds())/1000/float64(b.N), "cpu-ms")
				b.ReportMetric(float64(made)/float64(read), "x-read")
			})
		}
		store.Close()
	}
}

// BenchmarkStop stops the making of each document at ten points of its way. The
// floor is its making undisturbed: part is what the longest stop is of it.
func BenchmarkStop(b *testing.B) {
	papers := Papers{Office: office, Letterhead: digest.Letterhead{Place: "Ví Dụ"}, Templates: map[string][]byte{}, Log: slog.New(slog.DiscardHandler)}
	for _, size := range sample.Sizes() {
		store, err := sample.Open(b.Context(), b.TempDir(), size)
		if err != nil {
			b.Fatal(err)
		}
		for _, kind := range PeriodKinds {
			b.Run(fmt.Sprintf("%s/%s", kind, size), func(b *testing.B) {
				o := Order{Kind: kind, Period: november}
				var whole, longest time.Duration
				for b.Loop() {
					began := time.Now()
					if _, err := papers.Make(b.Context(), store, sample.Until(), o); err != nil {
						b.Fatal(err)
					}
					whole = time.Since(began)
					for n := range 10 {
						ctx, stop := context.WithCancel(b.Context())
						var stopped time.Time
						timer := time.AfterFunc(whole*time.Duration(n)/10, func() { stopped = time.Now(); stop() })
						_, err := papers.Make(ctx, store, sample.Until(), o)
						if errors.Is(err, context.Canceled) {
							longest = max(longest, time.Since(stopped))
						}
						timer.Stop()
						stop()
					}
				}
				b.ReportMetric(0, "ns/op")
				b.ReportMetric(float64(longest.Milliseconds()), "ms-longest")
				b.ReportMetric(float64(longest)/float64(whole), "part")
			})
		}
		store.Close()
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
