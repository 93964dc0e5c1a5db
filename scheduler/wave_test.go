package scheduler

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/disk"
)

// What is due for everybody at once is put in portions, so that whoever saves
// something meanwhile waits for one of them and not for all.
func TestWaveIsPutInPortions(t *testing.T) {
	now := time.Date(2026, 11, 13, 8, 0, 0, 0, vietnam)
	s := busy(t, 2*portion+100, now)
	var sizes []int
	if _, err := s.Store.Watch(time.Now(), func(refs []storage.Ref) { sizes = append(sizes, len(refs)) }); err != nil {
		t.Fatal(err)
	}
	s.Tick(now)
	if !slices.Equal(sizes, []int{portion, portion, 100}) {
		t.Errorf("notices in each commit: %v", sizes)
	}
	s.Tick(now.Add(time.Minute))
	if len(sizes) != 3 {
		t.Errorf("a second tick says it again: %v", sizes)
	}
}

// The program is killed after each of the commits of a wave: the next one says
// the rest, and nothing a second time.
func TestKilledBetweenPortions(t *testing.T) {
	const units = portion + 20
	now := time.Date(2026, 11, 16, 8, 0, 0, 0, vietnam) // one stage was missed over days of downtime
	s := busy(t, units, now.AddDate(0, 0, -10))
	var left []string // a folder with the store as each commit left it
	if _, err := s.Store.Watch(time.Now(), func([]storage.Ref) {
		dir := t.TempDir()
		file, err := os.ReadFile(filepath.Join(s.Store.Dir(), disk.FileName))
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, disk.FileName), file, 0o600)
		}
		if err != nil {
			t.Error(err)
		}
		left = append(left, dir)
	}); err != nil {
		t.Fatal(err)
	}
	s.Ladder.Before = []int{5, 4}
	s.Tick(now)
	if len(left) != 2 {
		t.Fatalf("%d commits with rows, want 2", len(left))
	}
	want := outcome(t, s.Store)
	for i, dir := range left {
		store, err := storage.Open(dir, standardRules())
		if err != nil {
			t.Fatal(err)
		}
		again := &Scheduler{Store: store, Ladder: s.Ladder, Office: s.Office, Log: slog.New(slog.NewTextHandler(io.Discard, nil))}
		again.Tick(now.Add(time.Minute))
		got := outcome(t, store)
		if len(got) != 3*units || !slices.Equal(got, want) {
			t.Errorf("killed after commit %d: %d rows and stages, want %d", i+1, len(got), len(want))
		}
		store.Close()
	}
}

// outcome lists all rows that wait, by key, and the whole log of November.
func outcome(t *testing.T, store *storage.Store) (all []string) {
	t.Helper()
	err := store.View(time.Time{}, func(tx *storage.Snapshot) error {
		rows, err := tx.Outbox(10_000)
		if err != nil {
			return err
		}
		for _, row := range rows {
			all = append(all, row.Key)
		}
		stages, err := tx.Stages(november)
		for _, stage := range stages {
			all = append(all, stage.Unit+" "+stage.StageKey.Stage+" "+stage.Row+stage.Note)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(all)
	return all
}

// Somebody asks to be reminded again while the wish before is forgotten.
func TestAskedAnewWhileTheWishBeforeIsForgotten(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	old, fresh := at(t, "2026-11-10 15:00"), at(t, "2026-11-13 15:00")
	now := at(t, "2026-11-13 08:00")
	h.update(now, func(tx *storage.Tx) error { return tx.PutSnooze(1, old) })
	var plan Plan
	err := h.Store.View(now, func(tx *storage.Snapshot) (err error) {
		plan, err = h.plan(tx)
		return err
	})
	if err != nil || !slices.Equal(plan.Spent, []int64{1}) {
		t.Fatalf("spent %v: %v", plan.Spent, err)
	}
	h.update(now, func(tx *storage.Tx) error { return tx.PutSnooze(1, fresh) })
	if err := h.carryOut(now, plan); err != nil {
		t.Fatal(err)
	}
	h.update(now, func(tx *storage.Tx) error {
		snoozes, err := tx.Snoozes()
		if at := snoozes[1]; !at.Equal(fresh) {
			t.Errorf("reminded again at %s, want %s", at, fresh)
		}
		return err
	})
}

// One whose notice cannot be put into words keeps nobody else's back.
func TestOneUnreadableDraftSilencesOne(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	h.update(at(t, "2026-11-02 08:00"), func(tx *storage.Tx) error {
		_, err := tx.NewDraft(report.Draft{By: 4, Unit: "PT2", Period: november})
		return err
	})
	h.garble("drafts")
	h.want(h.look("2026-11-13 08:00"), first1)
	if !contains(h.lines, "reminding 4") {
		t.Errorf("the log does not say who was not reminded: %s", h.lines)
	}
}

// busy has as many units, each with a focal point, and an officer.
func busy(b testing.TB, units int, now time.Time) *Scheduler {
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
