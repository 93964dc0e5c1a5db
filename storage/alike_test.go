package storage

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"guongsang/internal/likeness"
	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
	"guongsang/storage/records"
)

// introducing are the numbers of the examples that introduce somebody of that name.
func introducing(t *testing.T, s *Store, now time.Time, name string) (numbers []string) {
	t.Helper()
	mustView(t, s, now, func(tx *Snapshot) error {
		list, all, err := lookedAlike(tx, likeness.Of(report.Content{Object: report.Person, Name: name}, ""), "", 3)
		if all != len(list) {
			t.Errorf("%d of %d are listed", len(list), all)
		}
		for _, a := range list {
			numbers = append(numbers, a.Example.Number)
		}
		return err
	})
	return numbers
}

// What an example is compared by follows what it says: its last version, not when it was
// withdrawn, and for fifteen months.
func TestAlikeFollowsTheExample(t *testing.T) {
	s := mustOpen(t)
	seed(t, s)
	e := send(t, s, at(2, 8), "PT001", "Lò Văn Pản")
	is := func(now time.Time, name string, want bool) {
		t.Helper()
		if found := introducing(t, s, now, name); len(found) > 0 != want {
			t.Errorf("%s: %v", name, found)
		}
	}
	is(at(2, 9), "ông LO VAN PAN", true)
	is(at(2, 9), "Lò Văn Chung", false)
	mustUpdate(t, s, at(3, 8), func(tx *Tx) (err error) {
		e.Content.Name = "Lò Văn Chung"
		e, err = tx.NewVersion(e)
		return err
	})
	is(at(3, 9), "Lò Văn Pản", false)
	is(at(3, 9), "Lò Văn Chung", true)
	review := func(day int, r report.Review) {
		mustUpdate(t, s, at(day, 8), func(tx *Tx) error {
			e.Review = r
			return tx.PutExample(e)
		})
	}
	review(4, report.Withdrawn)
	is(at(4, 9), "Lò Văn Chung", false)
	review(5, report.Accepted)
	is(at(5, 9), "Lò Văn Chung", true)
	is(at(2, 7).AddDate(0, records.AlikeMonths, 0), "Lò Văn Chung", true)
	is(at(2, 9).AddDate(0, records.AlikeMonths, 0), "Lò Văn Chung", false)
	mustView(t, s, at(5, 9), func(tx *Snapshot) error {
		_, all, err := lookedAlike(tx, likeness.Of(e.Content, ""), e.Number, 3)
		if all != 0 {
			t.Error("an example is like itself")
		}
		return err
	})
}

// A store from before there were traits has those that its examples would leave
// today.
func TestTraitsOfAnOlderStore(t *testing.T) {
	s := openVersion3(t)
	mustView(t, s, at(19, 10), func(tx *Snapshot) error {
		examples, err := kv.List[report.Example](tx, layout.BucketExamples, nil)
		counted := 0
		for _, e := range examples {
			var traits []byte
			err := kv.Each(tx, layout.BucketTraits, layout.Key(e.Sent), func(k, v []byte) error {
				if want := append(layout.Key(e.Sent), mustKey(t, e.Number)...); bytes.Equal(k, want) {
					traits = v
				}
				return nil
			})
			if err != nil {
				return err
			}
			if e.Counts() {
				counted++
			}
			if e.Counts() != (traits != nil) || e.Counts() && !bytes.Equal(traits, likeness.Of(e.Content, "")) {
				t.Errorf("%s (%s) left %x", e.Number, e.Review, traits)
			}
		}
		if all := kv.Count(tx, layout.BucketTraits); all != counted || counted == 0 {
			t.Errorf("%d traits of %d examples", all, counted)
		}
		return err
	})
}

// mustKey is the key of an example.
func mustKey(t *testing.T, number string) []byte {
	t.Helper()
	year, n := 0, 0
	if _, err := fmt.Sscanf(number, "G-%d-%d", &year, &n); err != nil {
		t.Fatal(err)
	}
	return layout.Key(year, n)
}

// lookedAlike finds all that is like something with these traits.
func lookedAlike(tx *Snapshot, traits likeness.Traits, but string, limit int) ([]records.Alike, int, error) {
	found, err := tx.LookAlike(traits)
	if err != nil {
		return nil, 0, err
	}
	return tx.Alike(found, but, limit, func(likeness.Verdict) bool { return true })
}

// A look that goes on from one before finds what a new one does, whatever was sent,
// changed, withdrawn and undone meanwhile, and whoever looked.
func TestLooksGoOn(t *testing.T) {
	s := mustOpen(t)
	seed(t, s)
	dice := rand.New(rand.NewPCG(1, 2))
	names := []string{"Lò Văn Pản", "Lò Thị Xoan", "Tẩn A Páo"}
	var sent []report.Example
	now := at(2, 8)
	look := func(tx *Snapshot) {
		t.Helper()
		traits := likeness.Of(report.Content{Object: report.Person, Name: names[dice.IntN(len(names))], Summary: lookedText}, "")
		found, err := tx.LookAlike(traits)
		anew := likeness.NewSearch(traits)
		err = errors.Join(err, kv.EachFrom(tx, layout.BucketTraits, layout.Key(tx.Now.AddDate(0, -records.AlikeMonths, 0)), nil, func(k, v []byte) error {
			anew.Look(k, v)
			return nil
		}))
		if want := anew.Found(); err != nil || !reflect.DeepEqual(found, want) {
			t.Fatalf("found %d, want %d: %v", len(found), len(want), err)
		}
	}
	introduce := func(tx *Tx) report.Example {
		e, err := tx.NewExample(report.Example{
			Unit: "PT001", By: 1, Periods: []report.Period{{Duty: report.Month, Year: 2026, Number: 11}}, Review: report.Received, Sent: tx.Now, Received: tx.Now,
			Content: report.Content{Object: report.Person, Name: names[dice.IntN(len(names))], Summary: lookedText},
		})
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	for range 400 {
		now = now.Add(time.Duration(dice.IntN(40)) * time.Minute)
		switch dice.IntN(8) {
		case 0, 1:
			mustUpdate(t, s, now.Add(-time.Duration(dice.IntN(2))*time.Hour), func(tx *Tx) error {
				look(&tx.Snapshot)
				sent = append(sent, introduce(tx))
				look(&tx.Snapshot)
				return nil
			})
		case 2:
			undone := errors.New("undone")
			if err := s.Update(now, func(tx *Tx) error {
				introduce(tx)
				look(&tx.Snapshot)
				return undone
			}); !errors.Is(err, undone) {
				t.Fatal(err)
			}
		case 3:
			if len(sent) == 0 {
				continue
			}
			e := &sent[dice.IntN(len(sent))]
			mustUpdate(t, s, now, func(tx *Tx) (err error) {
				e.Content.Name = names[dice.IntN(len(names))]
				*e, err = tx.NewVersion(*e)
				return err
			})
		case 4:
			if len(sent) == 0 {
				continue
			}
			e := &sent[dice.IntN(len(sent))]
			mustUpdate(t, s, now, func(tx *Tx) error {
				e.Review = []report.Review{report.Withdrawn, report.Received}[dice.IntN(2)]
				return tx.PutExample(*e)
			})
		case 5:
			mustView(t, s, now.AddDate(0, records.AlikeMonths, -dice.IntN(2)), func(tx *Snapshot) error {
				look(tx)
				return nil
			})
		default:
			mustView(t, s, now, func(tx *Snapshot) error {
				look(tx)
				return nil
			})
		}
	}
}

const lookedText = "Vận động mười hộ của bản hiến đất làm đường, hoàn thành trước mùa mưa, cả bản đi lại thuận lợi, được bà con tin yêu."
