package sample_test

import (
	"testing"

	"guongsang/internal/report"
	"guongsang/internal/sample"
	"guongsang/storage"
)

// What it takes to make a store, a filing.
func BenchmarkFill(b *testing.B) {
	size := sample.Size{Units: 1000, Years: 1}
	filings, rounds := 0, 0
	for b.Loop() {
		s, err := storage.Open(b.TempDir(), sample.Rules())
		if err != nil {
			b.Fatal(err)
		}
		told := func(_ report.Period, n int) { filings = n }
		if err := sample.Fill(b.Context(), s, sample.Options{Size: size, Seed: 1, Told: told}); err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		rounds++
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(rounds*filings), "µs/filing")
}
