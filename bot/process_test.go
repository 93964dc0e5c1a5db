package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"guongsang/internal/emulator"
	"guongsang/internal/texts"
	"guongsang/storage/disk"
)

// TestProcess proves on the real program, as a process of its own, what no part
// of it can prove alone.
func TestProcess(t *testing.T) {
	binary := build(t)
	t.Run("kill", func(t *testing.T) { proveKill(t, binary) })
	t.Run("stop", func(t *testing.T) { proveStop(t, binary) })
	t.Run("reading", func(t *testing.T) { proveReading(t, binary) })
	t.Run("second", func(t *testing.T) { proveSecond(t, binary) })
	t.Run("first start", func(t *testing.T) { proveFirstStart(t, binary) })
	t.Run("first start of many", func(t *testing.T) { proveFirstStartOfMany(t, binary) })
	t.Run("damage", func(t *testing.T) { proveDamage(t, binary) })
	t.Run("damage since", func(t *testing.T) { proveDamageSince(t, binary) })
	t.Run("full disk", func(t *testing.T) { proveFullDisk(t, binary) })
}

// Stopped by SIGTERM while people talk to it, the bot ends in time, loses
// nothing and says nothing twice. (FAULTS 2)
func proveStop(t *testing.T, binary string) {
	m := measures()
	s := newSite(t, binary)
	writers := newWriters(s.srv, m.people, true)
	enrol(t, s.dir, writers)
	record := newRecord(s.srv)
	ctx, cancel := context.WithTimeout(t.Context(), m.limit)
	defer cancel()

	enough := make(chan struct{})
	talks := talk(ctx, t, writers, enough)
	c := s.start()
	dice := rand.New(rand.NewPCG(5, 8))
	for range m.kills {
		s.await(ctx, c, dice.IntN(8*m.people))
		c.stop()
		c = s.start()
	}
	close(enough)
	talks.Wait()
	c.stop()

	shown := record.close()
	for _, w := range writers {
		holdReplies(t, w, shown[w.ID()], 0)
	}
	holdMeant(t, s.dir, writers)
	s.holdFile()
	s.holdPeace()
}

// A second program on the same store ends at once and says why; the first
// works on. (FAULTS 7)
func proveSecond(t *testing.T, binary string) {
	s := newSite(t, binary)
	writers := newWriters(s.srv, 1, false)
	enrol(t, s.dir, writers)
	first := s.start()
	ctx, cancel := context.WithTimeout(t.Context(), soon)
	defer cancel()
	if err := writers[0].greet(ctx); err != nil {
		t.Fatal(err)
	}

	second := s.start()
	if code := second.exit(soon); code != exitFault {
		t.Errorf("the second ended with exit code %d", code)
	}
	if said := second.said.String(); !strings.Contains(said, texts.StoreBusy()) {
		t.Errorf("the second said %q", said)
	}
	if err := writers[0].introduce(ctx); err != nil {
		t.Error(err)
	}
	first.stop()
	holdMeant(t, s.dir, writers)
	s.holdPeace()
}

// soon is how long a proof waits for what takes no time, on a machine that is as
// busy as may be: who waits longer waits for what never comes.
const soon = 5 * time.Minute

// Whatever a power cut leaves of a store that was just being made, the program
// starts anew or says what to do. (FAULTS 4)
func proveFirstStart(t *testing.T, binary string) {
	whole := storeFile(t)
	for name, content := range map[string][]byte{
		"empty":         {},
		"one byte":      whole[:1],
		"half a page":   whole[:2000],
		"one page":      whole[:4096],
		"three pages":   whole[:3*4096],
		"only zeros":    make([]byte, 8*4096),
		"first of zero": append(make([]byte, 4096), whole[4096:]...),
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t, binary)
			s.put(disk.FileName, content)
			s.holdSaying(len(content) == 0)
		})
	}
	t.Run("half-made", func(t *testing.T) {
		s := newSite(t, binary)
		s.put(disk.FileName+".new", whole[:5000])
		s.holdSaying(true)
	})
}

// A damaged store is refused with a message that names the way back, and never
// with the trace of a panic. What no commit refers to may be damaged. (FAULTS 5)
func proveDamage(t *testing.T, binary string) {
	whole := storeFile(t)
	pages := len(whole) / 4096
	dice := rand.New(rand.NewPCG(1, 2))
	damages := map[string][]byte{
		"both meta pages": append(make([]byte, 2*4096), whole[2*4096:]...),
		"cut in half":     whole[:len(whole)/2],
	}
	for n := range pages {
		if os.Getenv("GUONGSANG_LONG") == "" && n%(pages/4+1) != 2 {
			continue
		}
		page := bytes.Clone(whole)
		for i := range 4096 {
			page[n*4096+i] = byte(dice.Uint32())
		}
		damages[fmt.Sprintf("page %d", n)] = page
	}
	for name, content := range damages {
		t.Run(name, func(t *testing.T) {
			s := newSite(t, binary)
			s.put(disk.FileName, content)
			s.holdSaying(false)
		})
	}
}

// storeFile is a store with something in it.
func storeFile(t *testing.T) []byte {
	t.Helper()
	dir := t.TempDir()
	enrol(t, dir, newWriters(emulator.New(emulator.Options{Token: proofToken}), 100, false))
	b, err := os.ReadFile(filepath.Join(dir, disk.FileName))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Of several that start at once where no store is yet, one makes it and works;
// the others end and say that somebody has it. (ATTACKS 11)
func proveFirstStartOfMany(t *testing.T, binary string) {
	s := newSite(t, binary)
	var all []*child
	for range 8 {
		all = append(all, s.start())
	}
	running, cancel := context.WithTimeout(t.Context(), soon)
	defer cancel()
	if err := s.said.await(running, texts.Running()); err != nil {
		t.Fatal(err)
	}
	var works []*child
	for _, c := range all {
		if strings.Contains(c.said.String(), texts.Running()) {
			works = append(works, c)
			continue
		}
		if code := c.exit(soon); code != exitFault || !strings.Contains(c.said.String(), texts.StoreBusy()) {
			t.Errorf("one ended with exit code %d and\n%s", code, c.said.String())
		}
	}
	if len(works) != 1 {
		t.Fatalf("%d work", len(works))
	}
	works[0].stop()
	s.holdFile()
	s.holdPeace()
}

// A page that goes bad after the store was closed in order is not looked for at
// the next start. Wherever it is met, the program ends with the way back, not
// with the trace of a panic. (FAULTS 5)
func proveDamageSince(t *testing.T, binary string) {
	s := newSite(t, binary)
	enrol(t, s.dir, newWriters(s.srv, 100, false))
	s.start().stopOnce(s.counting())
	path := filepath.Join(s.dir, disk.FileName)
	note, errNote := os.ReadFile(filepath.Join(s.dir, "guongsang.lock"))
	whole, errWhole := os.ReadFile(path)
	info, errInfo := os.Stat(path)
	if err := errors.Join(errNote, errWhole, errInfo); err != nil {
		t.Fatal(err)
	}
	dice := rand.New(rand.NewPCG(3, 4))
	pages, ended := len(whole)/4096, 0
	for n := 2; n < pages; n++ {
		if os.Getenv("GUONGSANG_LONG") == "" && n%(pages/4+1) != 2 {
			continue
		}
		bad := bytes.Clone(whole)
		for i := range 4096 {
			bad[n*4096+i] = byte(dice.Uint32())
		}
		s.put(disk.FileName, bad)
		s.put("guongsang.lock", note)
		if err := os.Chtimes(path, time.Time{}, info.ModTime()); err != nil {
			t.Fatal(err)
		}
		if !disk.ClosedInOrder(s.dir) {
			t.Fatal("the proof does not prove: the store is to pass for closed in order")
		}
		c := s.start()
		if code := c.stopOnce(s.counting()); code != exitOK {
			ended++
			if code != exitFault || !strings.Contains(c.said.String(), "restore") {
				t.Errorf("page %d: exit code %d\n%s", n, code, c.said.String())
			}
		}
	}
	t.Logf("%d of %d pages were met", ended, pages)
	s.holdPeace()
}

// stopOnce asks the process to end once it has called, or waits until it has
// ended by itself, and gives its exit code.
func (c *child) stopOnce(calls <-chan struct{}) int {
	c.t.Helper()
	select {
	case <-calls:
		_ = c.cmd.Process.Signal(syscall.SIGTERM)
	case <-c.ended:
	}
	return c.exit(soon)
}

// put lays a file into the folder of the store.
func (s *site) put(name string, content []byte) {
	s.t.Helper()
	if err := os.MkdirAll(s.dir, 0o700); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(s.dir, name), content, 0o600); err != nil {
		s.t.Fatal(err)
	}
}

// holdSaying starts the program and waits until the program works or ends. If it ends, then with the
// exit code of a fault and with what to do.
func (s *site) holdSaying(mustWork bool) {
	s.t.Helper()
	calls := s.counting()
	c := s.start()
	select {
	case <-calls:
		c.stop()
	case <-c.ended:
		said := c.said.String()
		if code := c.cmd.ProcessState.ExitCode(); mustWork || code != exitFault || !strings.Contains(said, "restore") {
			s.t.Errorf("ended with exit code %d and\n%s", code, said)
		}
	}
	s.holdPeace()
}
