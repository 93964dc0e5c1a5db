package clerk

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"guongsang/internal/report"
	"guongsang/storage"
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
