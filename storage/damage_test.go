package storage

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"guongsang/internal/report"
	"guongsang/storage/disk"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
	"guongsang/storage/records"
)

// A page that goes bad after the store was closed in order is met in the middle
// of the work. Nobody sees a panic: the store says that it is damaged, writes
// nothing more, and is not taken for closed in order the next time.
func TestPageGoneBadSince(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, disk.FileName)
	s := mustOpenAt(t, dir)
	putUnits(t, s, 500)
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error {
		for i := range 2000 {
			if err := tx.Audit(int64(i), "wrote", report.Ref{How: strings.Repeat("x", 100)}); err != nil {
				return err
			}
		}
		return nil
	})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	note, err := os.ReadFile(filepath.Join(dir, "guongsang.lock"))
	if err != nil {
		t.Fatal(err)
	}
	dice := rand.New(rand.NewPCG(1, 2))
	page, met := os.Getpagesize(), 0
	pages := len(whole) / page
	for n := 2; n < pages; n += pages/12 + 1 {
		bad := bytes.Clone(whole)
		damage := []string{"noise", "zero", "cut"}[n%3]
		switch damage {
		case "noise":
			for i := range page {
				bad[n*page+i] = byte(dice.Uint32())
			}
		case "zero":
			clear(bad[n*page : (n+1)*page])
		}
		put(t, dir, disk.FileName, string(bad))
		put(t, dir, "guongsang.lock", string(note))
		if err := os.Chtimes(path, time.Time{}, info.ModTime()); err != nil {
			t.Fatal(err)
		}
		if !disk.ClosedInOrder(dir) {
			t.Fatal("the test does not test: the store is to pass for closed in order")
		}
		if meetDamage(t, dir, fmt.Sprintf("page %d, %s", n, damage), damage == "cut") {
			met++
		}
	}
	if met < 4 {
		t.Errorf("only %d pages of %d were met", met, pages)
	}
}

// meetDamage works on a store with a bad page, and holds what comes of it.
func meetDamage(t *testing.T, dir, what string, cut bool) (met bool) {
	t.Helper()
	s, err := Open(dir, testRules())
	if err != nil {
		if !errors.Is(err, disk.ErrDamaged) {
			t.Errorf("%s: opening: %v", what, err)
		}
		return true
	}
	defer s.db.Close()
	if cut { // the disk loses the end of the file while it is open
		if err := os.Truncate(filepath.Join(dir, disk.FileName), int64(8*os.Getpagesize())); err != nil {
			t.Fatal(err)
		}
	}
	err = s.View(at(1, 9), func(tx *Snapshot) error {
		_, errAudit := tx.AuditLog(records.AuditQuery{}, 0)
		_, errUnits := kv.List[report.Unit](tx, layout.BucketUnits, nil)
		return errors.Join(errAudit, errUnits)
	})
	if err == nil {
		err = s.Update(at(1, 9), func(tx *Tx) error { return tx.Audit(1, "wrote", report.Ref{How: "after the damage"}) })
	}
	if !errors.Is(err, disk.ErrPage) { // what is no page's fault is said by whoever reads the values
		s.Close()
		return false
	}
	select {
	case <-s.Damaged():
	default:
		t.Errorf("%s: not told of: %v", what, err)
	}
	if err := s.View(at(1, 9), func(*Snapshot) error { return nil }); !errors.Is(err, disk.ErrDamaged) {
		t.Errorf("%s: read on: %v", what, err)
	}
	if err := s.Update(at(1, 9), func(*Tx) error { return nil }); !errors.Is(err, disk.ErrDamaged) {
		t.Errorf("%s: wrote on: %v", what, err)
	}
	s.Close()
	if disk.ClosedInOrder(dir) {
		t.Errorf("%s: passes for closed in order", what)
	}
	return true
}

// A panic of our own is no damage, wherever in the work it comes.
func TestOwnPanicIsNoDamage(t *testing.T) {
	s := mustOpen(t)
	var inside *PanicError
	err := s.Update(at(1, 8), func(tx *Tx) error {
		return kv.Each(tx, layout.BucketMeta, nil, func(_, _ []byte) error { panic("ours") })
	})
	if !errors.As(err, &inside) || s.Damage() != nil {
		t.Errorf("%v, %v", err, s.Damage())
	}
	func() {
		defer func() {
			if v := recover(); v != "ours" {
				t.Errorf("recovered %v", v)
			}
		}()
		_ = s.View(at(1, 8), func(*Snapshot) error { panic("ours") })
	}()
	if err := s.View(at(1, 8), func(*Snapshot) error { return nil }); err != nil {
		t.Error(err)
	}
}
