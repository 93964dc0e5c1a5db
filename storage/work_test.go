package storage

import (
	"errors"
	"fmt"
	"slices"
	"testing"
)

// sent are updates of a person, with ids from first on.
func sent(from int64, first, n int64) (updates []Incoming) {
	for id := first; id < first+n; id++ {
		updates = append(updates, Incoming{ID: id, From: from, Raw: []byte(`{}`)})
	}
	return updates
}

func mustTakeIn(t *testing.T, s *Store, updates []Incoming) {
	t.Helper()
	if _, err := s.PutUpdates(at(1, 8), updates, nil); err != nil {
		t.Fatal(err)
	}
}

// However much somebody sent, another waits for one update of it at most; and
// what somebody sent is handled in order.
func TestPeopleAreServedInTurn(t *testing.T) {
	const flood = 3000
	s := mustOpen(t)
	mustTakeIn(t, s, sent(7, 1, flood))
	c := &clerk{}
	for id := int64(flood + 1); id <= flood+20; id++ {
		mustWork(t, s, 64, c)
		mustTakeIn(t, s, sent(int64(5+id%2*4), id, 1)) // before and behind the other
		before := len(c.seen)
		for !slices.Contains(c.seen, id) {
			mustWork(t, s, 64, c)
		}
		if between := len(c.seen) - before - 1; between > 1 {
			t.Errorf("update %d waited for %d others", id, between)
		}
	}
	ofFlood := slices.DeleteFunc(c.seen, func(id int64) bool { return id > flood })
	if n := int64(len(ofFlood)); n+int64(depths(t, s).Inbox) != flood || ofFlood[n-1] != n || !slices.IsSorted(ofFlood) {
		t.Errorf("handled %v", ofFlood)
	}
}

// Where more people wait than there is room for in a commit, each has a turn
// before anybody has a second.
func TestARoundIsLongerThanACommit(t *testing.T) {
	s := mustOpen(t)
	for round := range int64(2) {
		for from := int64(1); from <= 10; from++ {
			mustTakeIn(t, s, sent(from, 100*round+from, 1))
		}
	}
	c := &clerk{}
	for mustWork(t, s, 4, c) > 0 {
	}
	first := slices.Sorted(slices.Values(c.seen[:10]))
	if fmt.Sprint(first) != "[1 2 3 4 5 6 7 8 9 10]" || len(c.seen) != 20 {
		t.Errorf("handled %v", c.seen)
	}
}

// Who is alone waits for one commit: the one that takes the update in. What
// comes with it stands in line, as does what comes before the line is empty.
func TestAnUpdateIsHandledAsItComes(t *testing.T) {
	s := mustOpen(t)
	c := &clerk{}
	s.Attend(c)
	before := commits(t, s)
	offset := int64(12)
	if n, err := s.PutUpdates(at(1, 8), append(sent(7, 1, 1), sent(8, 2, 1)...), &offset); n != 2 || err != nil {
		t.Errorf("%d new, %v", n, err)
	}
	if n := commits(t, s) - before; n != 1 || fmt.Sprint(c.seen) != "[1 2]" || depths(t, s) != (Depths{}) {
		t.Errorf("%d commits, handled %v, left %+v", n, c.seen, depths(t, s))
	}
	if got, _ := s.Offset(); got != offset {
		t.Errorf("offset %d", got)
	}
	mustTakeIn(t, s, append(sent(7, 1, 4), sent(0, 20, 2)...)) // two of them a second time
	if fmt.Sprint(c.seen) != "[1 2 3 20 21]" {
		t.Errorf("handled %v", c.seen)
	}
	mustTakeIn(t, s, sent(7, 5, 1))
	if d := depths(t, s); d.Inbox != 2 {
		t.Errorf("left %+v", d)
	}
	s.Attend(nil)
	mustTakeIn(t, s, sent(9, 6, 1))
	for mustWork(t, s, 10, c) > 0 {
	}
	if fmt.Sprint(c.seen) != "[1 2 3 20 21 4 6 5]" {
		t.Errorf("handled %v", c.seen)
	}
}

// What cannot be handled as it comes waits in the inbox with all that came with
// it, is tried three times and set aside. While the disk refuses, nothing is in.
func TestAnUpdateThatFailsAsItComes(t *testing.T) {
	for name, fail := range map[string]func() error{
		"error": func() error { return errors.New("odd") },
		"panic": func() error { panic("odd") },
	} {
		s := mustOpen(t)
		c := &clerk{fail: func(id int64, _ int) error {
			if id == 2 {
				return fail()
			}
			return nil
		}}
		s.Attend(c)
		offset := int64(4)
		if n, err := s.PutUpdates(at(1, 8), append(sent(7, 1, 1), sent(8, 2, 2)...), &offset); n != 3 || err != nil {
			t.Errorf("%s: %d new, %v", name, n, err)
		}
		if d := depths(t, s); d != (Depths{Inbox: 3}) || marked(t, s, "did 1") {
			t.Errorf("%s: left %+v", name, d)
		}
		for mustWork(t, s, 10, c) > 0 {
		}
		if d := depths(t, s); d != (Depths{Dead: 1}) || !marked(t, s, "did 1") || marked(t, s, "did 2") || !marked(t, s, "did 3") {
			t.Errorf("%s: left %+v", name, d)
		}
		if len(c.gaveUp) != 1 || c.gaveUp[0].From != 8 {
			t.Errorf("%s: gave up %+v", name, c.gaveUp)
		}
	}
	s := mustOpen(t)
	s.Attend(&clerk{fail: func(int64, int) error { return &CommitError{Err: errors.New("no space left on device")} }})
	offset := int64(4)
	if _, err := s.PutUpdates(at(1, 8), sent(7, 1, 1), &offset); !isCommitError(err) {
		t.Errorf("the disk refuses: %v", err)
	}
	if got, _ := s.Offset(); got != 0 || depths(t, s) != (Depths{}) {
		t.Errorf("the disk refuses: offset %d, left %+v", got, depths(t, s))
	}
}

// What came in together is numbered before any of it is handled: the second
// message was typed before the question that answers the first.
func TestWhatComesTogetherIsNumberedFirst(t *testing.T) {
	s := mustOpen(t)
	s.Attend(asker{})
	mustTakeIn(t, s, sent(7, 1, 3))
	s.Attend(nil)
	if _, ok, err := s.Claim(at(1, 9), outbox(t, s)[0]); !ok || err != nil { // the question is on its way
		t.Fatal(ok, err)
	}
	for item := uint64(1); item <= 5; item++ {
		mustView(t, s, at(1, 9), func(tx *Snapshot) error {
			early := tx.Unseen(7, Said{Item: item, Message: 900})
			if want := item <= 3; early != want {
				t.Errorf("item %d came before the question: %t", item, early)
			}
			return nil
		})
	}
}

// An asker answers with a question.
type asker struct{}

func (asker) Handle(tx *Tx, item Item) error {
	_, err := tx.Put(Row{Chat: item.From, Asks: true})
	return err
}

func (asker) GiveUp(*Tx, Dead) error { return nil }
