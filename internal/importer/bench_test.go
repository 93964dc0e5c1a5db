package importer

import (
	"slices"
	"testing"
	"time"

	"guongsang/internal/report"
	"guongsang/storage"
)

// BenchmarkOthersMeanwhile says how long somebody waits at worst who saves every
// two milliseconds while a list of 20,000 units is read and then applied
// (worst-ms), and how much longer that is than while nothing is done for as long
// (x-idle, and x-idle-p99 for all but one in a hundred).
func BenchmarkOthersMeanwhile(b *testing.B) {
	var busy, idle []time.Duration
	for b.Loop() {
		o := newOffice(b)
		o.send(list(20_000), storage.UnitList{})
		began := time.Now()
		busy = append(busy, o.saving(func() { o.must(o.Work(b.Context())) })...)
		o.send(list(20_000), storage.UnitList{Seen: o.outcome().Seen})
		busy = append(busy, o.saving(func() { o.must(o.Work(b.Context())) })...)
		took := time.Since(began)
		idle = append(idle, o.saving(func() { time.Sleep(took) })...)
	}
	slices.Sort(busy)
	slices.Sort(idle)
	b.ReportMetric(0, "ns/op") // of all together
	b.ReportMetric(busy[len(busy)-1].Seconds()*1000, "worst-ms")
	b.ReportMetric(float64(busy[len(busy)-1])/float64(idle[len(idle)-1]), "x-idle")
	b.ReportMetric(float64(busy[len(busy)*99/100])/float64(idle[len(idle)*99/100]), "x-idle-p99")
}

// saving saves every two milliseconds while fn runs, and says how long each took.
func (o *office) saving(fn func()) (took []time.Duration) {
	done, saved := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(saved)
		for {
			select {
			case <-done:
				return
			case <-time.After(2 * time.Millisecond):
			}
			began := time.Now()
			if err := o.Store.Update(o.now, func(tx *storage.Tx) error { return tx.Audit(0, "saved", report.Ref{}) }); err != nil {
				o.Error(err)
			}
			took = append(took, time.Since(began))
		}
	}()
	fn()
	close(done)
	<-saved
	return took
}
