package storage

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"testing"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/report"
	"guongsang/storage/layout"
	"guongsang/storage/records"
)

// A place is one key of one bucket.
type place struct{ bucket, key string }

// contents is all that the store holds.
func contents(t *testing.T, s *Store) map[place]string {
	t.Helper()
	all := map[place]string{}
	err := s.file.View(func(tx *bolt.Tx) error {
		return tx.ForEach(func(bucket []byte, b *bolt.Bucket) error {
			return b.ForEach(func(k, v []byte) error {
				all[place{string(bucket), string(k)}] = string(v)
				return nil
			})
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// refuse makes the store refuse to write a key: bbolt puts no value where a
// bucket stands.
func refuse(t *testing.T, s *Store, p place) {
	t.Helper()
	err := s.file.Update(func(tx *bolt.Tx) error {
		_, err := tx.Bucket([]byte(p.bucket)).CreateBucket([]byte(p.key))
		return err
	})
	if err != nil {
		t.Fatalf("%s%s: %v", p.bucket, layout.Format([]byte(p.key)), err)
	}
}

// TestARefusedWriteUndoesAll: whichever of the records that a change adds is
// refused, whoever asked for the change hears of it, and nothing of it stays.
func TestARefusedWriteUndoesAll(t *testing.T) {
	offset := int64(900)
	stage := records.StageKey{Period: november, Unit: "PT001", Deadline: report.NewDate(2026, 11, 20), Stage: "-2", Member: 7}
	in := func(fn func(*Tx) error) func(*Store) error {
		return func(s *Store) error { return s.Update(at(3, 8), fn) }
	}
	for name, change := range map[string]func(*Store) error{
		"updates": func(s *Store) error {
			_, err := s.PutUpdates(at(3, 8), []Incoming{{ID: 11, Raw: []byte(`{}`)}, {ID: 12, Raw: []byte(`{}`)}}, &offset)
			return err
		},
		"own event":   in(func(tx *Tx) error { return tx.PutEvent(0, json.RawMessage(`{}`)) }),
		"first sight": in(func(tx *Tx) error { _, err := tx.FirstSight(7, 30); return err }),
		"row":         in(func(tx *Tx) error { _, err := tx.Put(Row{Chat: 7, Key: "row", Message: say("a")}); return err }),
		"bulk row":    in(func(tx *Tx) error { _, err := tx.Put(Row{Chat: 7, Class: Bulk, Message: say("a")}); return err }),
		"edit":        in(func(tx *Tx) error { return tx.PutEdit(Row{Chat: 7, Target: 5, Message: say("a")}) }),
		"keyed edit":  in(func(tx *Tx) error { return tx.PutEdit(Row{Chat: 9, Target: 5, Key: "edit", Message: say("a")}) }),
		"example":     in(func(tx *Tx) error { _, err := tx.NewExample(exampleOf("PT001")); return err }),
		"version":     in(func(tx *Tx) error { return amend(tx, "Lò Văn B") }),
		"member": in(func(tx *Tx) error {
			return tx.PutMember(report.Member{ID: 8, Posts: []report.Post{{Role: report.Admin}}})
		}),
		"units":     in(func(tx *Tx) error { return tx.PutUnits([]report.Unit{{Code: "PT008"}, {Code: "PT009"}}) }),
		"draft":     in(func(tx *Tx) error { _, err := tx.NewDraft(report.Draft{By: 7}); return err }),
		"talk":      in(func(tx *Tx) error { return tx.PutTalk(7, records.Talk{Ask: "d.name"}) }),
		"nil":       in(func(tx *Tx) error { return tx.PutNil(nilOf("PT001", tx.Now)) }),
		"extension": in(func(tx *Tx) error { return tx.PutExtension(report.Extension{Period: november}) }),
		"pause":     in(func(tx *Tx) error { return tx.PutPause(report.Pause{Period: november, Unit: "PT001"}) }),
		"invite":    in(func(tx *Tx) error { return tx.PutInvite(report.Invite{Hash: "h"}) }),
		"tries":     in(func(tx *Tx) error { return tx.PutTries(7, records.Tries{Told: tx.Now}) }),
		"stage":     in(func(tx *Tx) error { return tx.PutStage(records.Stage{StageKey: stage}) }),
		"snooze":    in(func(tx *Tx) error { return tx.PutSnooze(7, at(3, 14)) }),
		"mark":      in(putMarkNamed("m")),
		"fetch":     in(func(tx *Tx) error { return tx.PutFetch(Fetch{Unique: "u"}) }),
		"media":     in(func(tx *Tx) error { return tx.PutMedia("u", "hash") }),
		"job":       in(func(tx *Tx) error { _, err := tx.PutJob(Job{Kind: "report", Key: "j"}); return err }),
		"audit": in(func(tx *Tx) error {
			return tx.Audit(7, "did", report.Ref{Unit: "PT001", Example: "G-2026-0001", Member: 8})
		}),
		"bot's name":   func(s *Store) error { return s.PutBotName(at(3, 8), "guongsang_bot") },
		"giving up":    func(s *Store) error { _, err := s.Work(at(3, 8), 10, hopeless{}); return err },
		"setting down": func(s *Store) error { return s.Discard(at(3, 8), waitingRef(s), "odd") },
		"flood":        finishing(Result{Fate: Retry, BotUntil: at(3, 9)}),
		"all at once": in(func(tx *Tx) error {
			_, err1 := tx.Put(Row{Chat: 7, Key: "a"})
			_, err2 := tx.PutJob(Job{Key: "b"})
			return errors.Join(err1, err2, tx.Audit(7, "did", report.Ref{}))
		}),
	} {
		t.Run(name, func(t *testing.T) {
			s := occupied(t)
			before := contents(t, s)
			if err := change(s); err != nil {
				t.Fatalf("as it should go: %v", err)
			}
			var added []place
			for p := range contents(t, s) {
				if _, old := before[p]; !old {
					added = append(added, p)
				}
			}
			if len(added) == 0 {
				t.Fatal("the change adds nothing")
			}
			for _, p := range added {
				s := occupied(t)
				refuse(t, s, p)
				before := contents(t, s)
				told := 0
				if _, err := s.Watch(at(1, 9), func(refs []Ref) { told += len(refs) }); err != nil {
					t.Fatal(err)
				}
				if err := change(s); err == nil {
					t.Errorf("%s%s is refused, and nobody hears of it", p.bucket, layout.Format([]byte(p.key)))
				}
				if after := contents(t, s); !maps.Equal(before, after) {
					t.Errorf("%s%s is refused, and something stays of the rest", p.bucket, layout.Format([]byte(p.key)))
				}
				if told > 0 || s.Directory().Len() != 2 {
					t.Errorf("%s%s is refused: %d rows told, %d units", p.bucket, layout.Format([]byte(p.key)), told, s.Directory().Len())
				}
			}
		})
	}
}

// occupied has units, a member, an example, an update that waits and a row that
// waits.
func occupied(t *testing.T) *Store {
	t.Helper()
	s := mustOpen(t)
	seed(t, s)
	putUpdates(t, s, at(1, 8), 5)
	mustPut(t, s, Row{Chat: 7, Message: say("chờ")})
	mustUpdate(t, s, at(2, 8), func(tx *Tx) error {
		_, err := tx.NewExample(exampleOf("PT002"))
		return err
	})
	return s
}

func exampleOf(unit string) report.Example {
	return report.Example{
		Unit: unit, By: 7, Periods: []report.Period{november, {Duty: report.Quarter, Year: 2026, Number: 4}}, Review: report.Received,
		Sent: at(2, 8), Received: at(2, 8), Content: report.Content{Name: "Lò Văn A"},
	}
}

func amend(tx *Tx, name string) error {
	e, err := tx.Example("G-2026-0001")
	if err != nil {
		return err
	}
	e.Content.Name = name
	_, err = tx.NewVersion(e)
	return err
}

// hopeless can handle nothing.
type hopeless struct{}

func (hopeless) Handle(*Tx, Item) error { return fmt.Errorf("decoding: %w", ErrSetAside) }

func (hopeless) GiveUp(*Tx, Dead) error { return nil }

func waitingRef(s *Store) (ref Ref) {
	refs, _ := s.Watch(at(1, 9), func([]Ref) {})
	for _, r := range refs {
		ref = r
	}
	return ref
}

// finishing records a result for the row that waits.
func finishing(r Result) func(*Store) error {
	return func(s *Store) error {
		row, _, err := s.Claim(at(3, 8), waitingRef(s))
		if err != nil {
			return err
		}
		return s.FinishAll(at(3, 8), []Row{row}, []Result{r}, true, nil)
	}
}
