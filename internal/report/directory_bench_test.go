package report

import (
	"fmt"
	"slices"
	"testing"
	"time"
)

// BenchmarkNewDirectory says how many times as long as sorting the codes alone
// it takes to put the units of a country in order.
func BenchmarkNewDirectory(b *testing.B) {
	units, codes := make([]Unit, 20_000), make([]string, 20_000)
	for i := range units {
		codes[i] = fmt.Sprintf("X%05d", i*7919%20_000)
		units[i] = Unit{Code: codes[i], Name: "Xã", Block: fmt.Sprintf("Cụm %d - Đông", i*7919%20_000/98)}
	}
	var whole, alone time.Duration
	for b.Loop() {
		begin := time.Now()
		NewDirectory(units)
		whole += time.Since(begin)
		begin = time.Now()
		slices.Sort(slices.Clone(codes))
		alone += time.Since(begin)
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(whole.Seconds()*1000/float64(b.N), "ms")
	b.ReportMetric(whole.Seconds()/alone.Seconds(), "x-sort")
}
