package storage

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// A clerk handles items: it keeps what it saw, and fails as it is told.
type clerk struct {
	seen   []int64
	tries  map[int64]int
	gaveUp []Dead
	fail   func(id int64, try int) error
	told   error // of GiveUp
}

func (c *clerk) Handle(tx *Tx, item Item) error {
	if c.tries == nil {
		c.tries = map[int64]int{}
	}
	c.tries[item.ID]++
	if c.fail != nil {
		if err := c.fail(item.ID, c.tries[item.ID]); err != nil {
			return err
		}
	}
	c.seen = append(c.seen, item.ID)
	return tx.PutMark(fmt.Sprint("did ", item.ID), tx.Now)
}

func (c *clerk) GiveUp(tx *Tx, d Dead) error {
	c.gaveUp = append(c.gaveUp, d)
	if err := tx.PutMark(fmt.Sprint("gave up ", d.ID), tx.Now); err != nil {
		return err
	}
	return c.told
}

func putUpdates(t *testing.T, s *Store, now time.Time, ids ...int64) (fresh int) {
	t.Helper()
	var updates []Incoming
	for _, id := range ids {
		updates = append(updates, Incoming{ID: id, Raw: json.RawMessage(fmt.Sprintf(`{"update_id":%d}`, id))})
	}
	fresh, err := s.PutUpdates(now, updates, nil)
	if err != nil {
		t.Fatal(err)
	}
	return fresh
}

func mustWork(t *testing.T, s *Store, limit int, h Handler) int {
	t.Helper()
	n, err := s.Work(at(1, 9), limit, h)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func depths(t *testing.T, s *Store) Depths {
	t.Helper()
	d, err := s.Depths()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestUpdatesComeInOnceAndInOrder(t *testing.T) {
	s := mustOpen(t)
	if n := putUpdates(t, s, at(1, 8), 7, 9, 7, 3); n != 3 {
		t.Errorf("%d new, want 3", n)
	}
	if n := putUpdates(t, s, at(1, 8), 9, 8); n != 1 {
		t.Errorf("%d new, want 1", n)
	}
	select {
	case <-s.Woken():
	default:
		t.Error("nobody was woken")
	}
	c := &clerk{}
	before := commits(t, s)
	if n := mustWork(t, s, 3, c); n != 3 {
		t.Errorf("handled %d, want 3", n)
	}
	if n := commits(t, s) - before; n != 1 {
		t.Errorf("%d commits for three updates that were waiting", n)
	}
	mustWork(t, s, 10, c)
	if n := mustWork(t, s, 10, c); n != 0 {
		t.Errorf("handled %d of an empty inbox", n)
	}
	if fmt.Sprint(c.seen) != "[7 9 3 8]" {
		t.Errorf("handled %v", c.seen)
	}
}

// FAULTS 8: known for 48 h, even when handled; ids may go down.
func TestUpdateIdsAreKnownForTwoDays(t *testing.T) {
	s := mustOpen(t)
	putUpdates(t, s, at(1, 8), 1000)
	mustWork(t, s, 10, &clerk{})
	forget := func(now time.Time) { mustForget(t, s, now) }
	forget(at(3, 7))
	if n := putUpdates(t, s, at(3, 7), 1000); n != 0 {
		t.Error("an update was taken twice within 48 h")
	}
	if n := putUpdates(t, s, at(3, 7), 5); n != 1 {
		t.Error("a lower id was not taken")
	}
	forget(at(3, 9))
	if n := putUpdates(t, s, at(3, 9), 1000, 5); n != 1 {
		t.Errorf("%d new, want the forgotten one", n)
	}
}

func TestOffsetIsStoredWithTheBatch(t *testing.T) {
	s := mustOpen(t)
	for _, offset := range []int64{900, 4, 5} {
		if _, err := s.PutUpdates(at(1, 8), []Incoming{{ID: offset, Raw: []byte(`{}`)}}, &offset); err != nil {
			t.Fatal(err)
		}
		if got, err := s.Offset(); got != offset || err != nil {
			t.Errorf("offset %d, %v, want %d", got, err, offset)
		}
	}
	putUpdates(t, s, at(1, 8), 77)
	if got, _ := s.Offset(); got != 5 {
		t.Errorf("a posted update moved the offset to %d", got)
	}
}

// FAULTS 14: tried three times, set aside, the others go on.
func TestFailingUpdateIsSetAside(t *testing.T) {
	for name, fail := range map[string]func() error{
		"error": func() error { return errors.New("odd") },
		"panic": func() error { panic("odd") },
	} {
		for _, limit := range []int{1, 10} {
			t.Run(fmt.Sprint(name, limit), func(t *testing.T) {
				s := mustOpen(t)
				putUpdates(t, s, at(1, 8), 1, 2, 3, 4)
				c := &clerk{fail: func(id int64, try int) error {
					if id == 2 {
						return fail()
					}
					return nil
				}}
				for mustWork(t, s, limit, c) > 0 {
				}
				if d := depths(t, s); d.Inbox != 0 || d.Dead != 1 {
					t.Errorf("%+v", d)
				}
				for _, id := range []int{1, 3, 4} {
					if !marked(t, s, fmt.Sprint("did ", id)) {
						t.Errorf("update %d was not handled", id)
					}
				}
				if marked(t, s, "did 2") || !marked(t, s, "gave up 2") {
					t.Error("update 2 left effects, or nobody was told")
				}
				if n := c.tries[2]; n < 3 || n > 4 {
					t.Errorf("tried %d times", n)
				}
				if len(c.gaveUp) != 1 || !strings.Contains(c.gaveUp[0].Why, "odd") || string(c.gaveUp[0].Raw) != `{"update_id":2}` {
					t.Errorf("gave up %+v", c.gaveUp)
				}
			})
		}
	}
}

func TestUndecodableUpdateIsTriedOnce(t *testing.T) {
	s := mustOpen(t)
	if _, err := s.PutUpdates(at(1, 8), []Incoming{{ID: 1, Raw: []byte(`{"update_id":1,`)}}, nil); err != nil {
		t.Fatal(err)
	}
	c := &clerk{fail: func(int64, int) error { return fmt.Errorf("decoding: %w", ErrSetAside) }}
	mustWork(t, s, 1, c)
	if c.tries[1] != 1 {
		t.Errorf("tried %d times", c.tries[1])
	}
	mustView(t, s, at(1, 9), func(tx *Snapshot) error {
		dead, err := tx.DeadItems()
		if err != nil {
			return err
		}
		var kept string
		if len(dead) != 1 || json.Unmarshal(dead[0].Raw, &kept) != nil || kept != `{"update_id":1,` {
			t.Errorf("kept %+v", dead)
		}
		return nil
	})
}

// Telling about it may fail as well; the update is set aside all the same.
func TestGiveUpThatFails(t *testing.T) {
	s := mustOpen(t)
	putUpdates(t, s, at(1, 8), 1, 2)
	c := &clerk{told: errors.New("cannot tell"), fail: func(id int64, _ int) error {
		if id == 1 {
			return ErrSetAside
		}
		return nil
	}}
	mustWork(t, s, 10, c)
	if d := depths(t, s); d.Inbox != 0 || d.Dead != 1 {
		t.Errorf("%+v", d)
	}
	if marked(t, s, "gave up 1") {
		t.Error("a failed telling left effects")
	}
}

func TestFailureThatPasses(t *testing.T) {
	s := mustOpen(t)
	putUpdates(t, s, at(1, 8), 1)
	c := &clerk{fail: func(_ int64, try int) error {
		if try < 3 {
			return errors.New("not yet")
		}
		return nil
	}}
	mustWork(t, s, 10, c)
	if d := depths(t, s); d.Inbox != 0 || d.Dead != 0 || !marked(t, s, "did 1") {
		t.Errorf("%+v", d)
	}
}

// FAULTS 6: when the disk refuses nothing is lost, and nothing set aside.
func TestWorkWhileTheDiskRefuses(t *testing.T) {
	s := mustOpen(t)
	putUpdates(t, s, at(1, 8), 1)
	refused := &CommitError{Err: errors.New("no space left on device")}
	c := &clerk{fail: func(int64, int) error { return refused }}
	if _, err := s.Work(at(1, 9), 10, c); !errors.Is(err, refused) {
		t.Errorf("got %v", err)
	}
	if d := depths(t, s); d.Inbox != 1 || d.Dead != 0 {
		t.Errorf("%+v", d)
	}
}

func TestOwnEventsStandInLine(t *testing.T) {
	s := mustOpen(t)
	putUpdates(t, s, at(1, 8), 1)
	for range 2 {
		mustUpdate(t, s, at(1, 8), func(tx *Tx) error { return tx.PutEvent(0, []byte(`{"event":{}}`)) })
	}
	c := &clerk{}
	mustWork(t, s, 10, c)
	if fmt.Sprint(c.seen) != "[1 0 0]" {
		t.Errorf("handled %v", c.seen)
	}
}

// FAULTS 10: one message under two update ids.
func TestFirstSight(t *testing.T) {
	s := mustOpen(t)
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error {
		for i, want := range []bool{true, false, true} {
			first, err := tx.FirstSight(int64(1+i/2), 5)
			if err != nil {
				return err
			}
			if first != want {
				t.Errorf("sight %d is first: %v", i, first)
			}
		}
		return nil
	})
}

// A View counts what waits without beginning another.
func TestDepthsWithinALook(t *testing.T) {
	s := mustOpen(t)
	putUpdates(t, s, at(1, 8), 7, 9)
	err := s.View(at(1, 9), func(tx *Snapshot) error {
		if d := tx.Depths(); d != (Depths{Inbox: 2}) {
			t.Errorf("counted %+v", d)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// An id is known through the 48th hour, to the second, and forgotten after it.
func TestAnIDIsForgottenAfterTwoDays(t *testing.T) {
	for late, known := range map[time.Duration]bool{-time.Second: true, 0: true, time.Second: false} {
		s := mustOpen(t)
		putUpdates(t, s, at(1, 8), 7)
		mustUpdate(t, s, at(1, 8), func(tx *Tx) error { _, err := tx.FirstSight(7, 30); return err })
		now := at(3, 8).Add(late)
		mustForget(t, s, now)
		mustUpdate(t, s, now, func(tx *Tx) error {
			if first, err := tx.FirstSight(7, 30); first == known || err != nil {
				t.Errorf("%v after two days the message is new: %t, %v", late, first, err)
			}
			return nil
		})
		if n := putUpdates(t, s, now, 7); n == 1 == known {
			t.Errorf("%v after two days the update is known: %t", late, n == 0)
		}
	}
}

// What is set aside is set aside for the reason of its last try, and a reason
// that would come back is believed at once, whichever try it comes with.
func TestTheLastTryTells(t *testing.T) {
	for last, want := range map[int]int{1: 1, 2: 2, 3: 3, 99: 3} {
		s := mustOpen(t)
		putUpdates(t, s, at(1, 8), 1)
		c := &clerk{fail: func(_ int64, try int) error {
			if try == last {
				return fmt.Errorf("try %d: %w", try, ErrSetAside)
			}
			return fmt.Errorf("try %d", try)
		}}
		mustWork(t, s, 1, c)
		if len(c.gaveUp) != 1 || c.tries[1] != want || !strings.Contains(c.gaveUp[0].Why, fmt.Sprint("try ", want)) {
			t.Errorf("hopeless at try %d: tried %d times, gave up %+v", last, c.tries[1], c.gaveUp)
		}
		if d := c.gaveUp[0]; d.ID != 1 || !d.At.Equal(at(1, 8)) || !d.Since.Equal(at(1, 9)) {
			t.Errorf("gave up %+v", d)
		}
	}
}

// When a group of updates fails, each is handled by itself and the good ones
// once more only; where the disk refuses then, all that is left waits.
func TestAGroupThatFailsIsHandledOneByOne(t *testing.T) {
	s := mustOpen(t)
	putUpdates(t, s, at(1, 8), 1, 2, 3, 4)
	refused := &CommitError{Err: errors.New("no space left on device")}
	c := &clerk{fail: func(id int64, try int) error {
		switch {
		case id == 2 && try == 1:
			return errors.New("odd")
		case id == 3 && try == 1:
			return refused
		}
		return nil
	}}
	if n, err := s.Work(at(1, 9), 10, c); n != 2 || !errors.Is(err, refused) {
		t.Errorf("handled %d, %v", n, err)
	}
	if d := depths(t, s); d.Inbox != 2 || d.Dead != 0 {
		t.Errorf("%+v", d)
	}
	mustWork(t, s, 10, c)
	if got := fmt.Sprint(c.tries); got != "map[1:2 2:2 3:2 4:1]" {
		t.Errorf("tries %s", got)
	}
}

// Where the disk refuses a later try, the update waits, and that is said.
func TestTheDiskRefusesALaterTry(t *testing.T) {
	for last := 2; last <= 3; last++ {
		s := mustOpen(t)
		putUpdates(t, s, at(1, 8), 1)
		refused := &CommitError{Err: errors.New("no space left on device")}
		c := &clerk{fail: func(_ int64, try int) error {
			if try == last {
				return refused
			}
			return errors.New("odd")
		}}
		if _, err := s.Work(at(1, 9), 10, c); !errors.Is(err, refused) || len(c.gaveUp) > 0 {
			t.Errorf("refused at try %d: %v, gave up %+v", last, err, c.gaveUp)
		}
		if d := depths(t, s); d.Inbox != 1 || d.Dead != 0 {
			t.Errorf("refused at try %d: %+v", last, d)
		}
	}
}
