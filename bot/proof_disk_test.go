package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"guongsang/storage/disk"
)

// A smallDisk is a file system of a megabyte that only one process sees. It is
// reached by way of that process, and as long as it is held open it outlives
// the process.
type smallDisk struct {
	t    testing.TB
	root *os.Root
}

// ownDisk starts the program with its data on a small disk of its own, to which
// the store is copied. Where the system has no such thing, the test is skipped.
func (s *site) ownDisk() (*child, smallDisk) {
	s.t.Helper()
	if out, err := exec.Command("unshare", "-rm", "true").CombinedOutput(); err != nil {
		s.t.Skipf("no namespace of one's own here: %v %s", err, out)
	}
	seed := s.dir + ".seed"
	if err := os.Rename(s.dir, seed); err != nil {
		s.t.Fatal(err)
	}
	s.put("lost+found", nil)
	script := `mount -t tmpfs -o size=1m none "$0" && cp "$1" "$0" && shift && exec "$@"`
	c := s.start("unshare", "-rm", "sh", "-c", script, s.dir, filepath.Join(seed, disk.FileName))
	return c, smallDisk{t: s.t}
}

// hold opens the disk by way of the process that has it.
func (d *smallDisk) hold(s *site, c *child) {
	d.t.Helper()
	var err error
	if d.root, err = os.OpenRoot(fmt.Sprintf("/proc/%d/root%s", c.cmd.Process.Pid, s.dir)); err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() { d.root.Close() })
}

const filler = "filler"

// fill takes all the room that is left.
func (d *smallDisk) fill() {
	d.t.Helper()
	f, err := d.root.Create(filler)
	if err != nil {
		d.t.Fatal(err)
	}
	defer f.Close()
	for err == nil {
		_, err = f.Write(make([]byte, 4096))
	}
	if !errors.Is(err, syscall.ENOSPC) {
		d.t.Fatal(err)
	}
}

// free gives the room back.
func (d *smallDisk) free() {
	d.t.Helper()
	if err := d.root.Remove(filler); err != nil {
		d.t.Fatal(err)
	}
}

// rescue copies the store to where the site expects it.
func (d *smallDisk) rescue(s *site) {
	d.t.Helper()
	b, err := fs.ReadFile(d.root.FS(), disk.FileName)
	if err != nil {
		d.t.Fatal(err)
	}
	s.put(disk.FileName, bytes.Clone(b))
}

// While the disk is full nothing is confirmed that is not stored; once there is
// room again, everybody is answered without a restart, and no report is half
// there. (FAULTS 6)
func proveFullDisk(t *testing.T, binary string) {
	m := measures()
	s := newSite(t, binary)
	writers := newWriters(s.srv, m.people, true)
	enrol(t, s.dir, writers)
	record := newRecord(s.srv)
	ctx, cancel := context.WithTimeout(t.Context(), m.limit)
	defer cancel()
	c, disk := s.ownDisk()
	enough := make(chan struct{})
	talks := talk(ctx, t, writers, enough)

	s.await(ctx, c, 5*m.people)
	disk.hold(s, c)
	disk.fill()
	if err := c.said.await(ctx, "no space left"); err != nil {
		t.Fatal(err)
	}
	disk.free()
	close(enough)
	talks.Wait()
	c.stop()

	shown := record.close()
	for _, w := range writers {
		holdReplies(t, w, shown[w.ID()], 0)
	}
	disk.rescue(s)
	holdMeant(t, s.dir, writers)
	s.holdFile()
	s.holdPeace()
}
