package scheduler

import (
	"testing"
	"time"

	"guongsang/internal/report"
)

func clock(hour, minute int) time.Duration {
	return time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute
}

// Every minute of a day is quiet exactly if a walk from the beginning of the
// quiet hours, around midnight if it must, meets it before their end.
func TestQuietHoursOfADay(t *testing.T) {
	const day = 24 * 60
	for _, q := range []Quiet{
		{clock(17, 30), clock(7, 30)}, // over midnight
		{clock(11, 30), clock(13, 0)}, // within a day
		{clock(0, 0), clock(7, 0)},    // from midnight on
		{clock(18, 0), clock(0, 0)},   // until midnight
		{clock(12, 0), clock(12, 1)}, {clock(23, 59), clock(0, 1)}, {clock(0, 1), clock(0, 0)},
		{clock(12, 0), clock(12, 0)}, {}, // none
	} {
		quiet := map[int]bool{}
		from, to := int(q.From/time.Minute), int(q.To/time.Minute)
		for m := from; m != to; m = (m + 1) % day {
			quiet[m] = true
		}
		l, r := standardLadder(), standardRules()
		l.Quiet = q
		for m := range day {
			for _, second := range []time.Duration{0, 59 * time.Second} {
				when := report.NewDate(2026, 11, 20).At(time.Duration(m)*time.Minute+second, vietnam)
				if got := l.Allows(r, when); got == quiet[m] {
					t.Errorf("quiet from %v to %v: at %s people may be disturbed: %t", q.From, q.To, when.Format("15:04:05"), got)
				}
			}
		}
	}
}

// Quiet hours that end on the day on which they begin hold back what is due
// until their end, and no longer.
func TestNoonIsQuiet(t *testing.T) {
	for _, test := range []struct {
		at    time.Duration // of the stages
		quiet []string      // ticks that say nothing
		said  string        // the tick that says it
	}{
		{clock(8, 0), []string{"2026-11-18 07:59", "2026-11-18 11:30", "2026-11-18 12:59"}, "2026-11-18 13:00"},
		{clock(8, 0), []string{"2026-11-18 07:59"}, "2026-11-18 08:00"},
		{clock(8, 0), []string{"2026-11-18 12:00"}, "2026-11-18 22:00"},
		{clock(12, 0), []string{"2026-11-18 11:59", "2026-11-18 12:00", "2026-11-18 12:59"}, "2026-11-18 13:00"},
		{clock(12, 0), []string{"2026-11-18 12:00", "2026-11-19 12:30"}, "2026-11-19 13:00"}, // a day after 13:00
	} {
		w := newWorld(november)
		w.ladder.Quiet, w.ladder.At = Quiet{clock(11, 30), clock(13, 0)}, test.at
		w.ladder.Before, w.ladder.After, w.ladder.Escalate = []int{2}, nil, nil
		for _, tick := range test.quiet {
			if got := w.look(at(t, tick)); got != "" {
				t.Errorf("stages at %v: at %s it says %q", test.at, tick, got)
			}
		}
		if got, want := w.look(at(t, test.said)), "remind 1: PT1 2026-11 -2; remind 4: PT2 2026-11 -2"; got != want {
			t.Errorf("stages at %v: at %s\n got %q\nwant %q", test.at, test.said, got, want)
		}
	}
}

// What fell due at noon is worth sending for a day from one o'clock, when it
// could have been sent first.
func TestDueAtNoonExpiresADayAfterNoon(t *testing.T) {
	for tick, want := range map[string]string{
		"2026-11-19 13:00": "remind 1: PT1 2026-11 -2; remind 4: PT2 2026-11 -2",
		"2026-11-19 13:01": "missed 1: PT1 -2; missed 4: PT2 -2",
	} {
		w := newWorld(november)
		w.ladder.Quiet, w.ladder.At = Quiet{clock(11, 30), clock(13, 0)}, clock(12, 0)
		w.ladder.Before, w.ladder.After, w.ladder.Escalate = []int{2}, nil, nil
		if got := w.look(at(t, tick)); got != want {
			t.Errorf("at %s\n got %q\nwant %q", tick, got, want)
		}
	}
}

// A row that was put before noon does not leave at noon; its stage is derived
// anew when people may be disturbed again.
func TestHeldUpUntilNoon(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	h.Ladder.Quiet = Quiet{clock(11, 30), clock(13, 0)}
	h.Tick(at(t, "2026-11-18 08:00"))
	h.want(keys(h.send(at(t, "2026-11-18 11:30"))), "")
	h.want(h.look("2026-11-18 12:59"), "")
	h.want(h.look("2026-11-18 13:00"), "remind/month/2026-11/2026-11-20/-2/PT1/1 remind/month/2026-11/2026-11-20/-2/PT2/4")
	h.Tick(at(t, "2026-11-20 13:00"))
	h.want(keys(h.send(at(t, "2026-11-20 23:59"))), "remind/month/2026-11/2026-11-20/0/PT1/1 remind/month/2026-11/2026-11-20/0/PT2/4")
}
