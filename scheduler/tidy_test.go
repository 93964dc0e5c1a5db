package scheduler

import (
	"testing"

	"guongsang/storage"
)

// known reports whether the store still knows an update that came before. To
// ask makes it known again, so each id can be asked for once.
func (h *house) known(when string, id int64) bool {
	h.t.Helper()
	fresh, err := h.Store.PutUpdates(at(h.t, when), []storage.Incoming{{ID: id, Raw: []byte(`{}`)}}, nil)
	if err != nil {
		h.t.Fatal(err)
	}
	return fresh == 0
}

// What has to be remembered for two days is dropped once a day: a tick within
// a day of the last drops nothing, one a day after does.
func TestTidyOnceADay(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	h.Ladder.Before, h.Ladder.After, h.Ladder.Escalate = nil, nil, nil
	for id := range int64(6) {
		h.known("2026-11-01 07:00", id)
	}
	for id, test := range []struct {
		when  string
		known bool
	}{
		{"2026-11-01 08:00", true}, // the days begin
		{"2026-11-02 14:00", true}, // tidied, but nothing is two days old
		{"2026-11-03 09:00", true}, // two days old, but not a day after the last time
		{"2026-11-03 13:59", true},
		{"2026-11-03 14:00", false},
		{"2026-11-03 14:01", false},
	} {
		h.Tick(at(t, test.when))
		if got := h.known(test.when, int64(id)); got != test.known {
			t.Errorf("at %s the update is known: %t", test.when, got)
		}
	}
	if len(h.lines) > 0 {
		t.Errorf("the log complains: %s", h.lines)
	}
}

// A clock that was ahead and is set right does not put tidying off until it is
// there again.
func TestTidyAfterAClockSetBack(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	h.Ladder.Before, h.Ladder.After, h.Ladder.Escalate = nil, nil, nil
	h.Tick(at(t, "2026-12-24 08:00"))
	h.Tick(at(t, "2026-12-25 08:00"))
	h.Tick(at(t, "2026-11-01 08:00"))
	h.known("2026-11-01 09:00", 1)
	h.Tick(at(t, "2026-11-02 09:00"))
	h.Tick(at(t, "2026-11-03 10:00"))
	if h.known("2026-11-03 10:00", 1) {
		t.Error("nothing is dropped until the clock is where it wrongly was")
	}
}

// A clock that jumps days ahead makes nothing old that came just before: what is
// delivered again within a day of its coming is known, and all the more once the
// clock is set right.
func TestTidyByAClockThatJumped(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	h.Ladder.Before, h.Ladder.After, h.Ladder.Escalate = nil, nil, nil
	h.Tick(at(t, "2026-11-01 08:00"))
	for id := range int64(5) {
		h.known("2026-11-01 09:00", id)
	}
	for id, test := range []struct {
		when  string
		known bool
	}{
		{"2026-11-04 09:01", true}, // a minute later, by a clock that is three days ahead
		{"2026-11-04 23:00", true},
		{"2026-11-01 23:30", true}, // it is set right
		{"2026-11-02 23:30", true},
		{"2026-11-03 23:30", false},
	} {
		h.Tick(at(t, test.when))
		if got := h.known(test.when, int64(id)); got != test.known {
			t.Errorf("at %s the update is known: %t", test.when, got)
		}
	}
}
