package storage

import (
	"testing"
	"time"

	"guongsang/internal/report"
	"guongsang/storage/layout"
)

// What the agency did with an example is kept whole, and of one with which nothing was
// done it is empty.
func TestHandlings(t *testing.T) {
	s := mustOpen(t)
	mark := report.Mark{By: 7, At: at(2, 9)}
	want := report.Handling{
		Number: "G-2026-0001", Taken: mark, Note: report.Note{Mark: mark, Text: "Đã gọi trưởng bản."}, Forwarded: mark,
		Inquiries:   []report.Inquiry{{Mark: mark, Text: "Ở đâu?", Answer: "Ở bản.", Answered: mark}},
		Corrections: []report.Correction{{Mark: mark, What: "Tên", Why: "Nhầm", Answer: "Không", Answered: mark}},
		Rulings:     2, Undo: report.Undo{Ruling: 2, RuledAt: at(2, 8), Review: report.Received, Told: []int64{7}}, Undone: []int{1},
	}
	mustUpdate(t, s, at(2, 9), func(tx *Tx) error { return tx.PutHandling(want) })
	mustView(t, s, at(2, 9), func(tx *Snapshot) error {
		got, err := tx.Handling("G-2026-0001")
		if err != nil || !alike(&got, want) {
			t.Errorf("%+v, %v", got, err)
		}
		none, err := tx.Handling("G-2026-0002")
		if err != nil || !alike(&none, report.Handling{Number: "G-2026-0002"}) {
			t.Errorf("%+v, %v", none, err)
		}
		return nil
	})
	backTo(t, s, 16, layout.BucketHandlings)
	if err := s.migrate(); err != nil {
		t.Fatal(err)
	}
}

// What is to be said of a ruling stays in the house once it was undone, and only then.
func TestGuardOfRuling(t *testing.T) {
	s := mustOpen(t)
	g := &Guard{Ruled: "G-2026-0001", Ruling: 2}
	holds := func(want bool) {
		t.Helper()
		mustView(t, s, at(2, 9), func(tx *Snapshot) error {
			if ok, err := tx.Holds(g); ok != want || err != nil {
				t.Errorf("holds %t, %v", ok, err)
			}
			return nil
		})
	}
	holds(true)
	for _, undone := range []struct {
		rulings []int
		want    bool
	}{{[]int{1}, true}, {[]int{1, 3}, true}, {[]int{1, 2}, false}} {
		mustUpdate(t, s, at(2, 9), func(tx *Tx) error {
			return tx.PutHandling(report.Handling{Number: "G-2026-0001", Undone: undone.rulings})
		})
		holds(undone.want)
	}
}

// Overlooked are those that wait for three working days and that nobody took up, were
// they sent so long ago, sent again, or opened again.
func TestOverlooked(t *testing.T) {
	s := mustOpen(t)
	long, lately := at(2, 9), at(5, 9) // a Monday, a Thursday
	put := func(sent time.Time, change func(e *report.Example)) {
		t.Helper()
		mustUpdate(t, s, sent, func(tx *Tx) error {
			e, err := tx.NewExample(report.Example{Unit: "PT001", Periods: []report.Period{november}, Review: report.Received, Sent: sent, Received: sent})
			if err != nil || change == nil {
				return err
			}
			change(&e)
			return tx.PutExample(e)
		})
	}
	put(long, nil) // 1
	put(long, func(e *report.Example) { e.Review = report.Returned })
	put(long, func(e *report.Example) { e.Review = report.Accepted })
	put(long, nil) // 4, taken up lately
	put(long, nil) // 5, sent again lately
	put(lately, nil)
	mustUpdate(t, s, lately, func(tx *Tx) error {
		if err := tx.PutHandling(report.Handling{Number: "G-2026-0004", Taken: report.Mark{By: 7, At: lately}}); err != nil {
			return err
		}
		e, err := tx.Example("G-2026-0005")
		if err != nil {
			return err
		}
		_, err = tx.NewVersion(e)
		return err
	})
	for _, test := range []struct {
		now  time.Time
		want []string
	}{
		{at(4, 20), nil},
		{at(5, 8), []string{"G-2026-0001"}},
		{at(9, 8), []string{"G-2026-0001"}},
		{at(10, 8), []string{"G-2026-0001", "G-2026-0004", "G-2026-0005", "G-2026-0006"}},
	} {
		mustView(t, s, test.now, func(tx *Snapshot) error {
			list, err := tx.Overlooked()
			var got []string
			for _, e := range list {
				got = append(got, e.Number)
			}
			if err != nil || !alike(&got, test.want) {
				t.Errorf("at %v: %v, %v, want %v", test.now, got, err, test.want)
			}
			return nil
		})
	}
}
