package sample_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"reflect"
	"testing"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/app"
	"guongsang/internal/report"
	"guongsang/internal/sample"
	"guongsang/storage"
	"guongsang/storage/disk"
	"guongsang/storage/records"
)

func fill(tb testing.TB, units int, seed uint64) *storage.Store {
	tb.Helper()
	return fillBy(tb, sample.Options{Size: sample.Size{Units: units, Years: 1}, Seed: seed})
}

func fillBy(tb testing.TB, o sample.Options) *storage.Store {
	tb.Helper()
	s, err := storage.Open(tb.TempDir(), sample.Rules())
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { s.Close() })
	if err := sample.Fill(tb.Context(), s, o); err != nil {
		tb.Fatal(err)
	}
	return s
}

// digest closes a store and sums up all that its file holds.
func digest(tb testing.TB, s *storage.Store) string {
	tb.Helper()
	if err := s.Close(); err != nil {
		tb.Fatal(err)
	}
	db, err := bolt.Open(filepath.Join(s.Dir(), disk.FileName), 0o600, &bolt.Options{ReadOnly: true})
	if err != nil {
		tb.Fatal(err)
	}
	defer db.Close()
	h := sha256.New()
	err = db.View(func(tx *bolt.Tx) error {
		return tx.ForEach(func(name []byte, b *bolt.Bucket) error {
			return b.ForEach(func(k, v []byte) error {
				fmt.Fprintf(h, "%s %q %q\n", name, k, v)
				return nil
			})
		})
	})
	if err != nil {
		tb.Fatal(err)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// A seed gives the same records every time, and another seed others.
func TestFillIsDeterministic(t *testing.T) {
	first, same, other := digest(t, fill(t, 6, 1)), digest(t, fill(t, 6, 1)), digest(t, fill(t, 6, 2))
	if first != same {
		t.Error("the same seed gave other records")
	}
	if first == other {
		t.Error("another seed gave the same records")
	}
}

// How much shares a commit changes nothing in what is there.
func TestCommitsDecideNothing(t *testing.T) {
	size := sample.Size{Units: 40, Years: 1}
	want := digest(t, fillBy(t, sample.Options{Size: size, Seed: 1, Lots: 1}))
	for _, lots := range []int{0, 3} {
		if digest(t, fillBy(t, sample.Options{Size: size, Seed: 1, Lots: lots})) != want {
			t.Errorf("%d lots in a commit gave other records than one", lots)
		}
	}
}

// Of everything that can happen, some happened; nothing waits in the outbox.
func TestFillHasEverything(t *testing.T) {
	s := fill(t, 40, 1)
	seen := map[string]int{}
	err := s.View(sample.Until(), func(tx *storage.Snapshot) error {
		for n := 1; n <= 12; n++ {
			p := report.Period{Duty: report.Month, Year: 2026, Number: n}
			if n > 11 {
				p.Year--
			}
			standings, err := tx.Standings(p)
			if err != nil {
				return err
			}
			for _, st := range standings {
				seen[string(st.State)]++
			}
			stages, err := tx.Stages(p)
			if err != nil {
				return err
			}
			for _, st := range stages {
				d, _, err := tx.Delivery(st.Row)
				if err != nil {
					return err
				}
				seen["reminder "+string(d.Fate)]++
			}
		}
		page, err := tx.AuditLog(records.AuditQuery{}, 0)
		for _, l := range page.Lines {
			seen[string(l.Did)]++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, what := range []string{
		string(report.OnTime), string(report.Late), string(report.MadeUp), string(report.NilFiled), string(report.Pending), string(report.Exempt),
		"reminder sent", "reminder refused", "example sent", "example accepted", "example returned", "example completed", "example withdrawn",
		"example recorded on behalf", "nil filed", "invite made", "invite used", "post ended",
	} {
		if seen[what] == 0 {
			t.Errorf("never: %s", what)
		}
	}
	if d, err := s.Depths(); err != nil || d.Outbox != 0 {
		t.Errorf("%d rows wait, %v", d.Outbox, err)
	}
}

// The rules and the ladder of samples are those of a place that has said
// nothing.
func TestSamplesAreOfTheDefaults(t *testing.T) {
	cfg := app.Defaults()
	if got, want := sample.Ladder(), cfg.Ladder(); !reflect.DeepEqual(got, want) {
		t.Errorf("ladder %+v, want %+v", got, want)
	}
	got, want := sample.Rules(), cfg.Rules()
	for _, duty := range report.Duties {
		if got.For(duty) != want.For(duty) {
			t.Errorf("%s: %+v, want %+v", duty, got.For(duty), want.For(duty))
		}
	}
}
