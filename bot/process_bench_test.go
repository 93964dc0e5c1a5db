package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"guongsang/internal/sample"
	"guongsang/storage/disk"
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

// BenchmarkFirstPoll starts the real program on a store of each size: the time to its
// first poll after a clean stop (first-poll-ms), and when the store was left by a
// kill and is read through (unclean-ms). It works on a copy.
func BenchmarkFirstPoll(b *testing.B) {
	binary := build(b)
	for _, size := range sample.Sizes() {
		b.Run(size.String(), func(b *testing.B) {
			s := newSite(b, binary)
			copySample(b, size, s.dir)
			start := func() (*child, float64) {
				begin, polls := time.Now(), s.polls()
				c := s.start()
				select {
				case <-polls:
				case <-c.ended:
					b.Fatal("the bot ended by itself")
				}
				return c, float64(time.Since(begin).Microseconds()) / 1000
			}
			c, _ := start()
			c.stop()
			var clean, unclean []float64
			for b.Loop() {
				c, took := start()
				clean = append(clean, took)
				c.kill()
				c, took = start()
				unclean = append(unclean, took)
				c.stop()
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(median(clean), "first-poll-ms")
			b.ReportMetric(median(unclean), "unclean-ms")
		})
	}
}

// copySample copies the store of a size, or makes one.
func copySample(b *testing.B, size sample.Size, dir string) {
	b.Helper()
	made := b.TempDir()
	store, err := sample.Open(b.Context(), made, size)
	if err != nil {
		b.Fatal(err)
	}
	from := store.Dir()
	if err := store.Close(); err != nil {
		b.Fatal(err)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		b.Fatal(err)
	}
	in, err := os.Open(filepath.Join(from, disk.FileName))
	if err != nil {
		b.Fatal(err)
	}
	defer in.Close()
	out, err := os.OpenFile(filepath.Join(dir, disk.FileName), os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := io.Copy(out, in); err != nil {
		b.Fatal(err)
	}
	if err := out.Close(); err != nil {
		b.Fatal(err)
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
