package scheduler

import (
	"fmt"
	"io"
	"log/slog"
	"testing"
	"time"

	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// BenchmarkIdleLook is the tick of an ordinary minute in a province: all
// 3,321 units pending, all reminders of the day sent.
func BenchmarkIdleLook(b *testing.B) {
	now := time.Date(2026, 11, 13, 8, 0, 0, 0, vietnam)
	s := busy(b, 3321, now)
	s.Tick(now)
	for b.Loop() {
		s.Tick(now.Add(time.Minute))
	}
}

// BenchmarkAhead looks ahead as the demo does: over the end of a quarter, with
// the 85 units of a commune pending.
func BenchmarkAhead(b *testing.B) {
	now := time.Date(2026, 11, 25, 8, 0, 0, 0, vietnam)
	s := busy(b, 85, now)
	s.Digests, s.Picture = []Digest{officerDigest("0 9 25 * *")}, "board"
	s.Tick(now)
	for b.Loop() {
		moments, err := s.Ahead(now, now.AddDate(0, 0, 45))
		if err != nil || len(moments) < 10 {
			b.Fatal(len(moments), err)
		}
	}
}

// busy has as many units, each with a focal point, and an officer.
func busy(b *testing.B, units int, now time.Time) *Scheduler {
	b.Helper()
	store, err := storage.Open(b.TempDir(), standardRules())
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { store.Close() })
	s := &Scheduler{
		Store: store, Ladder: standardLadder(), Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		Office: texts.Office{You: "anh/chị", Zone: vietnam},
	}
	err = store.Update(now, func(tx *storage.Tx) error {
		var all []report.Unit
		for i := range units {
			u := report.Unit{Code: fmt.Sprintf("U%04d", i), Name: "Đơn vị", Month: true, Quarter: true}
			all = append(all, u)
			m := report.Member{ID: int64(i + 1), Posts: []report.Post{{Role: report.Focal, Unit: u.Code}}}
			if err := tx.PutMember(m); err != nil {
				return err
			}
		}
		officer := report.Member{ID: int64(units + 1), Posts: []report.Post{{Role: report.Officer}}}
		if err := tx.PutMember(officer); err != nil {
			return err
		}
		return tx.PutUnits(all)
	})
	if err != nil {
		b.Fatal(err)
	}
	return s
}
