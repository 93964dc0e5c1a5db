package main

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// BenchmarkProcess shows what the real program needs as a process of its own:
//
//	first-poll-ms  from its start to its first poll, with a store of 100 members
//	idle-MB        what is resident in memory before anybody says anything
//	busy-MB        and after 100 people filled in the form side by side; peak-MB
//	               is the most it ever was
func BenchmarkProcess(b *testing.B) {
	const people, answers = 100, 36
	binary := build(b)
	var first, idle, busy, peak []float64
	for b.Loop() {
		s := newSite(b, binary)
		writers := newWriters(s.srv, people, false)
		enrol(b, s.dir, writers)
		begin, polls := time.Now(), s.polls()
		c := s.start()
		<-polls
		first = append(first, float64(time.Since(begin).Microseconds())/1000)
		ctx, cancel := context.WithTimeout(b.Context(), time.Minute)
		if err := writers[0].greet(ctx); err != nil { // it works
			b.Fatal(err)
		}
		idle = append(idle, c.resident("VmRSS"))
		together(b, writers, func(_ int, w *writer) error {
			for range answers / len(form(w.invent())) {
				if err := w.introduce(ctx); err != nil {
					return err
				}
			}
			return nil
		})
		cancel()
		busy, peak = append(busy, c.resident("VmRSS")), append(peak, c.resident("VmHWM"))
		c.stop()
	}
	b.ReportMetric(0, "ns/op")
	for name, all := range map[string][]float64{"first-poll-ms": first, "idle-MB": idle, "busy-MB": busy, "peak-MB": peak} {
		b.ReportMetric(median(all), name)
	}
}

// resident is what the kernel says of the memory of a process, in MB.
func (c *child) resident(what string) float64 {
	c.t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", c.cmd.Process.Pid))
	if err != nil {
		c.t.Fatal(err)
	}
	for line := range strings.Lines(string(status)) {
		if name, value, _ := strings.Cut(line, ":"); name == what {
			kB, err := strconv.ParseFloat(strings.Fields(value)[0], 64)
			if err != nil {
				c.t.Fatal(err)
			}
			return kB / 1024
		}
	}
	c.t.Fatalf("no %s in %s", what, status)
	return 0
}
