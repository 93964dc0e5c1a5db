//go:build unix

package digest

import (
	"runtime"
	"sync"
	"syscall"
	"testing"
	"time"
)

// CPU is the processor time that this process has used: on a machine that others use
// too, it says more than the clock.
func CPU() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// Peak is how many bytes the heap grows at its highest while something runs, measured
// apart: to measure costs time.
func Peak(b *testing.B, run func()) float64 {
	b.Helper()
	b.StopTimer()
	defer b.StartTimer()
	heap := func() float64 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return float64(m.HeapAlloc)
	}
	runtime.GC()
	before, high := heap(), 0.0
	done := make(chan struct{})
	var watch sync.WaitGroup
	watch.Go(func() {
		tick := time.NewTicker(2 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
				high = max(high, heap())
			}
		}
	})
	run()
	close(done)
	watch.Wait()
	return max(0, high-before)
}
