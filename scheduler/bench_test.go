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

// BenchmarkIdleLook is the look of an ordinary minute in a province: all
// 3,321 units pending, all reminders of the day sent.
func BenchmarkIdleLook(b *testing.B) {
	store, err := storage.Open(b.TempDir(), standardRules())
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close()
	s := &Scheduler{
		Store: store, Ladder: standardLadder(), Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		Office: texts.Office{You: "anh/chị", Zone: vietnam},
	}
	now := time.Date(2026, 11, 13, 8, 0, 0, 0, vietnam)
	err = store.Update(now, func(tx *storage.Tx) error {
		var units []report.Unit
		for i := range 3321 {
			u := report.Unit{Code: fmt.Sprintf("U%04d", i), Name: "Đơn vị", Month: true, Quarter: true}
			units = append(units, u)
			m := report.Member{ID: int64(i + 1), Posts: []report.Post{{Role: report.Focal, Unit: u.Code}}}
			if err := tx.PutMember(m); err != nil {
				return err
			}
		}
		return tx.PutUnits(units)
	})
	if err != nil {
		b.Fatal(err)
	}
	s.Look(now)
	for b.Loop() {
		s.Look(now.Add(time.Minute))
	}
}
