package storage

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/report"
	"guongsang/storage/layout"
	"guongsang/storage/records"
)

// A store of before publications opens, and takes them.
func TestStoreWithoutPublications(t *testing.T) {
	s := mustOpen(t)
	backTo(t, s, 16, layout.BucketPublications, layout.BucketPublishing, layout.BucketListed, layout.BucketEvidence)
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

// Whatever becomes of publications and of their examples, in whatever order it is
// written, the list has what the records say; and so has the one that a store of before
// is given.
func TestPublicationsAreListed(t *testing.T) {
	s := mustOpen(t)
	const examples = 12
	rng := rand.New(rand.NewPCG(3, 11))
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error {
		for range examples {
			if _, err := tx.NewExample(report.Example{Unit: "PT01", Review: report.Selected, Sent: at(1, 8)}); err != nil {
				return err
			}
		}
		return nil
	})
	steps := []records.Progress{
		records.Chosen, records.Submitted, records.Approved, records.Waiting, records.Queued, records.Doubtful, records.Posted, records.TakenBack,
	}
	reviews := []report.Review{report.Received, report.Returned, report.Accepted, report.Selected, report.Published, report.Retracted, report.Withdrawn}
	for range 40 {
		mustUpdate(t, s, at(1, 9), func(tx *Tx) error {
			number := fmt.Sprintf("G-2026-%04d", 1+rng.IntN(examples))
			e, err := tx.Example(number)
			if err != nil {
				return err
			}
			p, err := tx.Publication(number)
			if err != nil {
				return err
			}
			if rng.IntN(2) == 0 {
				e.Review = reviews[rng.IntN(len(reviews))]
				return tx.PutExample(e)
			}
			p.Progress, p.Places = steps[rng.IntN(len(steps))], nil
			if rng.IntN(3) == 0 {
				p.Places = []records.Place{{Kind: "bao"}}
			}
			return tx.PutPublication(p)
		})
		checkListed(t, s)
	}
	kept := listing(t, s)
	backTo(t, s, 23, layout.BucketListed)
	dir := s.Dir()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = mustOpenAt(t, dir)
	if made := listing(t, s); !maps.Equal(made, kept) {
		t.Errorf("made anew the list is\n%q\nand not\n%q", made, kept)
	}
}

// checkListed lays the list before the records.
func checkListed(t *testing.T, s *Store) {
	t.Helper()
	mustView(t, s, at(1, 10), func(tx *Snapshot) error {
		var open, ended, submitted []string
		for n := 12; n > 0; n-- {
			number := fmt.Sprintf("G-2026-%04d", n)
			e, err := tx.Example(number)
			if err != nil {
				return err
			}
			p, err := tx.Publication(number)
			if err != nil {
				return err
			}
			waits := p.Progress == records.Submitted || p.Progress == records.Approved || p.Progress == records.Waiting ||
				p.Progress == records.Queued || p.Progress == records.Doubtful ||
				p.Progress == records.Chosen && (p.Open() == 0 || e.Review != report.Published) || p.Progress == records.TakenBack && p.Open() > 0
			switch {
			case !p.Shown(e):
			case waits || p.Recalled:
				open = append(open, number)
			default:
				ended = append(ended, number)
			}
			if p.Progress == records.Submitted && p.Shown(e) {
				submitted = append(submitted, number)
			}
		}
		if got, n := tx.ListedPublications(); !slices.Equal(got, append(slices.Clone(open), ended...)) || n != len(open) {
			t.Errorf("listed are %v, %d of them open, want %v and %v", got, n, open, ended)
		}
		if got := tx.SubmittedPublications(); !slices.Equal(got, submitted) {
			t.Errorf("leaders are shown %v, want %v", got, submitted)
		}
		return nil
	})
}

// listing is the list as it lies there.
func listing(t *testing.T, s *Store) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := s.file.View(func(tx *bolt.Tx) error {
		return tx.Bucket(layout.BucketListed).ForEach(func(k, v []byte) error {
			all[layout.Format(k)] = layout.Format(v)
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// A page of the list costs what it shows, however many were ever chosen.
func BenchmarkListedPublications(b *testing.B) {
	for _, n := range []int{100, 2_000, 20_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := mustOpen(b)
			mustUpdate(b, s, at(1, 8), func(tx *Tx) error {
				for range n {
					e, err := tx.NewExample(report.Example{Unit: "PT01", Review: report.Selected, Sent: at(1, 8)})
					if err != nil {
						return err
					}
					if err := tx.PutPublication(records.Publication{Number: e.Number, Progress: records.Posted}); err != nil {
						return err
					}
				}
				return nil
			})
			for b.Loop() {
				mustView(b, s, at(1, 9), func(tx *Snapshot) error {
					if all, _ := tx.ListedPublications(); len(all) != n {
						b.Fatal(len(all))
					}
					return nil
				})
			}
		})
	}
}
