package storage

import (
	"testing"
)

// Nothing to do costs nothing: no commit, no call, no wake.
func TestAnEmptyInboxCostsNothing(t *testing.T) {
	s := mustOpen(t)
	before, c := commits(t, s), &clerk{}
	if n, err := s.Work(at(1, 9), 10, c); n != 0 || err != nil || len(c.tries) != 0 {
		t.Errorf("handled %d, %v, %v", n, c.tries, err)
	}
	if n := commits(t, s) - before; n != 0 {
		t.Errorf("%d commits", n)
	}
	putUpdates(t, s, at(1, 8), 1)
	before = commits(t, s)
	if n, err := s.Work(at(1, 9), 0, c); n != 0 || err != nil || commits(t, s) != before {
		t.Errorf("handled %d of at most none, %v", n, err)
	}
	before = commits(t, s)
	if err := s.Rescue(at(1, 9)); err != nil || commits(t, s) != before {
		t.Errorf("nothing to settle cost a commit: %v", err)
	}
}

// A store that is closed says so, whatever is asked of it.
func TestAClosedStoreSaysSo(t *testing.T) {
	s := mustOpen(t)
	mustPut(t, s, Row{Chat: 7})
	ref := outbox(t, s)[0]
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for name, use := range map[string]func() error{
		"view":   func() error { return s.View(at(1, 9), func(*Snapshot) error { return nil }) },
		"update": func() error { return s.Update(at(1, 9), func(*Tx) error { return nil }) },
		"lazily": func() error { return s.UpdateLazily(at(1, 9), func(*Tx) error { return nil }) },
		"offset": func() error { _, err := s.Offset(); return err },
		"flood":  func() error { _, err := s.Flood(at(1, 9)); return err },
		"depths": func() error { _, err := s.Depths(); return err },
		"name":   func() error { _, err := s.BotName(); return err },
		"watch":  func() error { _, err := s.Watch(at(1, 9), func([]Ref) {}); return err },
		"work":   func() error { _, err := s.Work(at(1, 9), 10, &clerk{}); return err },
		"updates": func() error {
			_, err := s.PutUpdates(at(1, 9), []Incoming{{ID: 1, Raw: []byte(`{}`)}}, nil)
			return err
		},
		"rescue": func() error { return s.Rescue(at(1, 9)) },
		"claim":  func() error { _, _, err := s.Claim(at(1, 9), ref); return err },
		"finish": func() error {
			return s.FinishAll(at(1, 9), []Row{{Chat: 7, Seq: ref.Seq}}, []Result{{Fate: Sent}}, true, nil)
		},
		"discard": func() error { return s.Discard(at(1, 9), ref, "odd") },
	} {
		if err := use(); err == nil {
			t.Errorf("%s: nothing is said", name)
		}
	}
}
