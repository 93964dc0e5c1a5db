package clerk

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/report"
	"guongsang/storage"
	"guongsang/storage/disk"
)

// A countdown is a context that ends when it has been looked at so many times,
// and counts how often it is looked at after that.
type countdown struct {
	context.Context
	left, late int
}

func (c *countdown) Err() error {
	if c.left > 0 {
		c.left--
		return nil
	}
	c.late++
	return context.Canceled
}

// introduceAll has so many units introduce somebody in each month of the year up
// to November.
func (r *room) introduceAll(units int) {
	r.t.Helper()
	r.update(func(tx *storage.Tx) error {
		for i := range columns * units {
			_, err := tx.NewExample(report.Example{
				Unit: fmt.Sprintf("U%02d", i%units+1), By: reader, Periods: []report.Period{november.Add(-i / units)},
				Sent: r.now, Received: r.now, Review: report.Accepted,
				Content: report.Content{Category: report.GoodDeed, Object: report.Person, Name: "Lò Văn Pản", Title: "Hiến đất làm đường", Consent: report.NameAndPhoto, Field: report.Rural},
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// A stop does not wait for a document: wherever in its making it comes, the
// making ends within the steps that are under way. It looks at least once for
// every few units.
func TestMakingEndsWithItsContext(t *testing.T) {
	const units, many = 60, 1 << 30
	r := newRoom(t, units)
	r.introduceAll(units / 2)
	for kind, least := range map[string]int{Report: units, Workbook: 2 * units, Board: columns, Chart: columns, Urge: units / 2, Letter: 2} {
		o := Order{Kind: kind, Period: november}
		if kind == Letter {
			o.Ref = "U01"
		}
		whole := &countdown{Context: t.Context(), left: many}
		if _, err := r.Papers.Make(whole, r.Store, r.now, o); err != nil {
			t.Fatal(err)
		}
		looks := many - whole.left
		if looks < least {
			t.Errorf("%s: %d looks in all, want %d", kind, looks, least)
		}
		for n := 0; n < looks; n += max(1, looks/8) {
			ctx := &countdown{Context: t.Context(), left: n}
			files, err := r.Papers.Make(ctx, r.Store, r.now, o)
			if !errors.Is(err, context.Canceled) || files != nil {
				t.Errorf("%s, stopped at look %d: %d files, %v", kind, n, len(files), err)
			}
			if ctx.late > 3 {
				t.Errorf("%s, stopped at look %d: goes on for %d", kind, n, ctx.late)
			}
		}
	}
}

// The year before is counted and not read: what was introduced in it cannot be
// read any more, and the documents say all the same how much it was. Of the last
// three months no more is read than it takes to meet every field of work.
func TestAYearIsCountedWithoutReadingIt(t *testing.T) {
	r := newRoom(t, 60)
	r.introduceAll(30)
	unreadable := 0
	r.closed(func(tx *bolt.Tx) error {
		examples := tx.Bucket([]byte("examples"))
		c := examples.Cursor()
		// Numbers were given from November back: what the comparison with the month
		// before needs, and the months in which fields are looked for, stay.
		n := 0
		for k, _ := c.First(); k != nil; k, _ = c.Next() {
			if n++; n > 3*30 {
				unreadable++
				if err := examples.Put(k, []byte("{")); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if unreadable != 9*30 {
		t.Fatalf("%d examples are unreadable", unreadable)
	}
	for _, kind := range []string{Chart, Board, Workbook, Report, Urge} {
		o := Order{Kind: kind, Period: november}
		got, err := r.Papers.read(t.Context(), r.Store, r.now, o)
		if err != nil {
			t.Errorf("%s: %v", kind, err)
		}
		if all := 0; kind == Chart || kind == Workbook {
			for _, n := range got.counts {
				all += n
			}
			if all != columns*30 {
				t.Errorf("%s counts %v", kind, got.counts)
			}
		}
		if files, err := r.Papers.Make(t.Context(), r.Store, r.now, o); err != nil || len(files) == 0 {
			t.Errorf("%s: %d files, %v", kind, len(files), err)
		}
	}
}

// closed lets fn work on the store's file, which is closed meanwhile.
func (r *room) closed(fn func(*bolt.Tx) error) {
	r.t.Helper()
	if err := r.Store.Close(); err != nil {
		r.t.Fatal(err)
	}
	db, err := bolt.Open(filepath.Join(r.dir, disk.FileName), 0o600, nil)
	if err != nil {
		r.t.Fatal(err)
	}
	if err := errors.Join(db.Update(fn), db.Close()); err != nil {
		r.t.Fatal(err)
	}
	r.open()
}

// Of the examples of a period only those become Views that a document shows.
func TestABoardMakesViewsOfWhatItNames(t *testing.T) {
	r := newRoom(t, 60)
	r.introduceAll(30)
	for kind, want := range map[string]int{Board: 3, Chart: 0, Urge: 0, Report: 30, Workbook: 30} {
		got, err := r.Papers.read(t.Context(), r.Store, r.now, Order{Kind: kind, Period: november})
		if err != nil || len(got.examples) != want {
			t.Errorf("%s: %d Views, want %d (%v)", kind, len(got.examples), want, err)
		}
	}
}
