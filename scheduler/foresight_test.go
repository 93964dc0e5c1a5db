package scheduler

import (
	"errors"
	"testing"

	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/storage"
)

// Of a deadline and a lock it is foreseen how many units will not have met the
// duty by then: not those that do not owe it or are freed, wherever they stand,
// nor those that have.
func TestAheadCountsWhoIsMissing(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(tx *storage.Tx) error
		units  int
	}{
		{"both", func(*storage.Tx) error { return nil }, 2},
		{"the first is freed", func(tx *storage.Tx) error { return tx.PutPause(report.Pause{Period: november, Unit: "PT1"}) }, 1},
		{"the second is freed", func(tx *storage.Tx) error { return tx.PutPause(report.Pause{Period: november, Unit: "PT2"}) }, 1},
		{"the first has met it", func(tx *storage.Tx) error { return tx.PutNil(report.Filing{Period: november, Unit: "PT1", At: tx.Now}) }, 1},
		{"the first does not owe it", func(tx *storage.Tx) error { return tx.PutUnits([]report.Unit{{Code: "PT1", Block: "K1"}}) }, 1},
		{"both have met it", func(tx *storage.Tx) error {
			return errors.Join(tx.PutNil(report.Filing{Period: november, Unit: "PT1", At: tx.Now}), tx.PutNil(report.Filing{Period: november, Unit: "PT2", At: tx.Now}))
		}, 0},
	} {
		h := newHouse(t, at(t, "2026-11-01 08:00"))
		h.update(at(t, "2026-11-02 08:00"), test.change)
		moments, err := h.Ahead(at(t, "2026-11-02 09:00"), at(t, "2026-12-10 08:00"))
		if err != nil {
			t.Fatal(err)
		}
		found := map[Kind]int{}
		for _, m := range moments {
			if m.Period == november && (m.Kind == DeadlineDay || m.Kind == LockDay) {
				found[m.Kind]++
				if m.Units != test.units {
					t.Errorf("%s: %d units at the %s of %s", test.name, m.Units, m.Kind, m.Day)
				}
			}
		}
		if found[DeadlineDay] != 1 || found[LockDay] != 1 {
			t.Errorf("%s: foreseen %v", test.name, found)
		}
	}
}

// Officers and leaders each get their own picture of the same period.
func TestDigestsInWords(t *testing.T) {
	h := newPaperHouse(t, "2026-11-01 08:00")
	const spec = "0 9 25 * *"
	for _, to := range []report.Role{report.Officer, report.Leader} {
		h.Digests = append(h.Digests, Digest{Spec: spec, When: mustSpec(spec), Duty: report.Month, To: to})
	}
	h.look("2026-11-02 08:00")
	now := at(t, "2026-11-25 09:00")
	var overview, leader chat.Message
	if err := h.Store.View(now, func(tx *storage.Snapshot) error {
		sum, err := tx.Summary(november)
		if err != nil {
			return err
		}
		overview = digest.Overview(sum, h.Office)
		examples, err := tx.Introduced(november, tx.Directory())
		if err != nil {
			return err
		}
		leader, err = digest.Leader(sum, privacy.Views(examples, tx.Directory(), h.Leaders, report.DateOf(now)), h.Office)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	got := h.rows("2026-11-25 09:00")
	if got[6].String() != overview.String() {
		t.Errorf("the officer gets\n%s\nwant\n%s", got[6], overview)
	}
	if got[21].String() != leader.String() || leader.String() == overview.String() {
		t.Errorf("the leader gets\n%s\nwant\n%s", got[21], leader)
	}
	if len(got) != 2 {
		t.Errorf("%d get something", len(got))
	}
}
