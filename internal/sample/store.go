package sample

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"guongsang/internal/report"
	"guongsang/scheduler"
	"guongsang/storage"
	"guongsang/storage/disk"
)

// Rules are those under which samples are made: the deadline is the 20th, the
// lock five working days later.
func Rules() report.Rules {
	duty := report.DutyRule{Scheme: report.ND09, DeadlineDay: 20, OnDayOff: report.Next, LockAfter: 5, Quota: 1}
	return report.Rules{
		Zone: time.FixedZone("ICT", 7*60*60), Calendar: report.NewCalendar(nil, nil), Month: duty, Quarter: duty,
	}.Remembering()
}

// Ladder is the ladder by which the people of samples are reminded.
func Ladder() scheduler.Ladder {
	return scheduler.Ladder{
		Before: []int{5, 2, 0}, After: []int{1, 3}, Returned: []int{0, 1, 3}, At: 8 * time.Hour, CatchUp: 24 * time.Hour,
		Quiet: scheduler.Quiet{From: 17*time.Hour + 30*time.Minute, To: 7*time.Hour + 30*time.Minute},
		Escalate: []scheduler.Escalation{
			{To: scheduler.Deputy, After: 4}, {To: scheduler.Head, After: 5}, {To: scheduler.BlockHead, After: 6}, {To: scheduler.Agency, After: 7},
		},
	}
}

// Until is when the records of samples end: the morning before a deadline, when
// of the period about two thirds are there.
func Until() time.Time { return time.Date(2026, time.November, 19, 9, 0, 0, 0, Rules().Zone) }

// A Size is how large and how old a sample is.
type Size struct{ Units, Years int }

// String is the name of the folder in which a sample of that size is kept: 3321x10.
func (s Size) String() string { return fmt.Sprintf("%dx%d", s.Units, s.Years) }

// stores names the variable that says where samples are kept, each in a folder
// that is called like its size.
const stores = "GUONGSANG_STORES"

// Sizes lists the samples that are kept, the smallest first; where none are
// kept, a small one that is made in a moment.
func Sizes() (sizes []Size) {
	found, _ := filepath.Glob(filepath.Join(os.Getenv(stores), "*x*", disk.FileName)) // the pattern is valid
	for _, file := range found {
		var s Size
		if _, err := fmt.Sscanf(filepath.Base(filepath.Dir(file)), "%dx%d", &s.Units, &s.Years); err == nil {
			sizes = append(sizes, s)
		}
	}
	slices.SortFunc(sizes, func(a, b Size) int { return a.Units*100 + a.Years - b.Units*100 - b.Years })
	if len(sizes) == 0 {
		return []Size{{85, 1}}
	}
	return sizes
}

// Open opens the sample of a size that is kept, or makes one in dir.
func Open(ctx context.Context, dir string, size Size) (*storage.Store, error) {
	kept := filepath.Join(os.Getenv(stores), size.String())
	if _, err := os.Stat(filepath.Join(kept, disk.FileName)); err == nil && os.Getenv(stores) != "" {
		return storage.Open(kept, Rules())
	}
	store, err := storage.Open(dir, Rules())
	if err != nil {
		return nil, err
	}
	if err := Fill(ctx, store, Options{Size: size, Seed: 1}); err != nil {
		store.Close()
		return nil, err
	}
	return store, nil
}
