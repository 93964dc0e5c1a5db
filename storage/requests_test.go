package storage

import (
	"testing"

	"guongsang/internal/report"
	"guongsang/storage/layout"
)

// A draft waits for its unit's head until anything of it changes, it is sent or it is
// thrown away.
func TestRequests(t *testing.T) {
	for name, change := range map[string]func(tx *Tx, d report.Draft) error{
		"changed":     func(tx *Tx, d report.Draft) error { _, err := tx.PutDraft(d); return err },
		"a file came": func(tx *Tx, d report.Draft) error { return tx.JoinDraft(d) },
		"sent":        func(tx *Tx, d report.Draft) error { return tx.SentDraft(d, "G-2026-0001") },
		"thrown away": func(tx *Tx, d report.Draft) error { return tx.DeleteDraft(d) },
	} {
		s := mustOpen(t)
		var d report.Draft
		mustUpdate(t, s, at(10, 9), func(tx *Tx) (err error) {
			if d, err = tx.NewDraft(report.Draft{By: 7, Unit: "PT1"}); err != nil {
				return err
			}
			d, err = tx.Submit(d, november, tx.Now)
			return err
		})
		mustUpdate(t, s, at(11, 9), func(tx *Tx) error {
			all, err := tx.RequestsOf("PT1")
			if len(all) != 1 || all[0].Draft != d.ID || all[0].Version != d.Version || all[0].Period != november || !all[0].Since.Equal(at(10, 9)) {
				t.Errorf("%s: %+v, %v", name, all, err)
			}
			if awaits, err := tx.AwaitsHead(report.Standing{Unit: "PT1", Period: november, State: report.Pending, Need: 1}); !awaits || err != nil {
				t.Errorf("%s: the unit has not done its part: %v", name, err)
			}
			return change(tx, d)
		})
		mustView(t, s, at(11, 10), func(tx *Snapshot) error {
			all, err := tx.Requests()
			if len(all) != 0 {
				t.Errorf("%s, and waits still: %+v", name, all)
			}
			return err
		})
	}
}

// A store of before there were requests gets the bucket for them.
func TestAddRequests(t *testing.T) {
	dir := t.TempDir()
	s := mustOpenAt(t, dir)
	backTo(t, s, 17, layout.BucketRequests)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = mustOpenAt(t, dir)
	mustUpdate(t, s, at(1, 9), func(tx *Tx) error {
		d, err := tx.NewDraft(report.Draft{By: 7, Unit: "PT1"})
		if err == nil {
			_, err = tx.Submit(d, november, tx.Now)
		}
		return err
	})
}
