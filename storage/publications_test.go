package storage

import (
	"testing"

	"guongsang/internal/report"
	"guongsang/storage/layout"
	"guongsang/storage/records"
)

// A store of before publications opens, and takes them.
func TestStoreWithoutPublications(t *testing.T) {
	s := mustOpen(t)
	backTo(t, s, 16, layout.BucketPublications, layout.BucketPublishing, layout.BucketEvidence)
	dir := s.Dir()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := Open(dir, s.Rules())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error {
		return tx.PutPublication(records.Publication{Number: "G-2026-0001", Progress: records.Waiting})
	})
}

// What is published leaves only while the gate lets the same out: not after the
// consent was taken back, another version came, or it was stopped.
func TestWhatIsPublishedIsClearedAgain(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*Tx, report.Example, records.Publication) error
		goes   bool
	}{
		"as it was": {func(*Tx, report.Example, records.Publication) error { return nil }, true},
		"published": {func(tx *Tx, e report.Example, _ records.Publication) error {
			e.Review = report.Published
			return tx.PutExample(e)
		}, true},
		"consent": {func(tx *Tx, e report.Example, _ records.Publication) error {
			e.Content.Consent = report.NotGiven
			_, err := tx.NewVersion(e)
			return err
		}, false},
		"words": {func(tx *Tx, e report.Example, _ records.Publication) error {
			e.Content.Summary = "Hiến đất làm đường và làm trường."
			_, err := tx.NewVersion(e)
			return err
		}, false},
		"withdrawn": {func(tx *Tx, e report.Example, _ records.Publication) error {
			e.Review = report.Withdrawn
			return tx.PutExample(e)
		}, false},
		"stopped": {func(tx *Tx, _ report.Example, p records.Publication) error {
			p.Progress = records.Chosen
			return tx.PutPublication(p)
		}, false},
		"ordered again": {func(tx *Tx, _ report.Example, p records.Publication) error {
			p.Postings++
			return tx.PutPublication(p)
		}, false},
	} {
		t.Run(name, func(t *testing.T) {
			s := mustOpen(t)
			mustUpdate(t, s, at(1, 8), func(tx *Tx) error {
				if err := tx.PutUnits([]report.Unit{{Code: "PT01", Name: "Xã Dào San", Month: true}}); err != nil {
					return err
				}
				e, err := tx.NewExample(report.Example{Unit: "PT01", Review: report.Selected, Sent: at(1, 8), Content: report.Content{
					Object: report.Person, Name: "Lò Văn Pản", Title: "Hiến đất", Summary: "Hiến đất làm đường.", Consent: report.NameAndPhoto,
				}})
				if err != nil {
					return err
				}
				p, err := tx.Publication(e.Number)
				if err != nil || p.Progress != records.Chosen {
					t.Fatalf("chosen, its publication is %+v, %v", p, err)
				}
				p.Progress, p.Postings = records.Queued, 1
				gate, err := tx.Gate(e.Number)
				if err != nil {
					return err
				}
				if err := tx.PutPublication(p); err != nil {
					return err
				}
				if _, err := tx.Put(Row{Chat: -1001, Key: "post", Class: Bulk, Once: true, Message: say("Lò Văn Pản hiến đất"), Guard: &Guard{
					Public: &Cleared{Example: e.Number, Posting: 1, View: gate.View.Fingerprint()},
				}}); err != nil {
					return err
				}
				return test.change(tx, e, p)
			})
			if _, ok, err := s.Claim(at(1, 9), outbox(t, s)[0]); ok != test.goes || err != nil {
				t.Errorf("leaves: %t, %v", ok, err)
			}
		})
	}
}
