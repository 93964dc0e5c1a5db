package storage

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"guongsang/internal/report"
	"guongsang/storage/disk"
)

// sized makes a store of so many megabytes, closed in order.
func sized(tb testing.TB, dir string, megabytes int) {
	tb.Helper()
	s := mustOpenAt(tb, dir)
	s.file.NoSync = true
	text := strings.Repeat("x", 900)
	for range megabytes {
		mustUpdate(tb, s, at(1, 8), func(tx *Tx) error {
			for range 1 << 10 {
				if err := tx.Audit(1, "wrote", report.Ref{How: text}); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := s.Close(); err != nil {
		tb.Fatal(err)
	}
}

// What has to be done before a store that was closed in order can be used does
// not depend on its size: it is not read through.
func TestOpeningIsIndependentOfSize(t *testing.T) {
	cost := map[int]uint64{}
	for _, megabytes := range []int{1, 24} {
		dir := t.TempDir()
		sized(t, dir, megabytes)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if !disk.ClosedInOrder(dir) {
			t.Fatal("it was closed in order")
		}
		s, err := Open(dir, testRules())
		if err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		cost[megabytes] = after.TotalAlloc - before.TotalAlloc
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if cost[24] > cost[1]+200<<10 {
		t.Errorf("allocated %v bytes by megabytes", cost)
	}
}

// BenchmarkFirstStart: opening a store that was closed in order, beside reading
// it through, which a start after a crash has to do besides.
//
//	GUONGSANG_STORE_MB=3000 go test -run xxx -bench FirstStart -benchtime 5x ./storage
func BenchmarkFirstStart(b *testing.B) {
	megabytes, err := strconv.Atoi(os.Getenv("GUONGSANG_STORE_MB"))
	if err != nil {
		megabytes = 32
	}
	dir := b.TempDir()
	sized(b, dir, megabytes)
	b.Run(fmt.Sprintf("in order/%dMB", megabytes), func(b *testing.B) {
		for b.Loop() {
			if !disk.ClosedInOrder(dir) {
				b.Fatal("it was closed in order")
			}
			s, err := Open(dir, testRules())
			if err != nil {
				b.Fatal(err)
			}
			b.StopTimer()
			if err := s.Close(); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
		}
	})
	b.Run(fmt.Sprintf("read through/%dMB", megabytes), func(b *testing.B) {
		for b.Loop() {
			if err := disk.VerifyFile(filepath.Join(dir, disk.FileName)); err != nil {
				b.Fatal(err)
			}
		}
	})
}
