package scheduler

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"guongsang/internal/report"
	"guongsang/storage"
)

// newHouseUnder is newHouse under other rules.
func newHouseUnder(t *testing.T, rules report.Rules, when string) *house {
	t.Helper()
	h := newHouse(t, at(t, when))
	store, err := storage.Open(t.TempDir(), rules)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	h.Store, h.refs = store, nil
	h.watch()
	w := newWorld()
	h.update(at(t, when), func(tx *storage.Tx) error {
		for _, m := range append(w.members, report.Member{ID: 21, Posts: []report.Post{{Role: report.Leader}}}) {
			if err := tx.PutMember(m); err != nil {
				return err
			}
		}
		return tx.PutUnits(w.units)
	})
	return h
}

// Where one duty is switched off the other is reminded of all the same, has its
// picture, and is foreseen.
func TestOneDutyIsOff(t *testing.T) {
	for _, off := range report.Duties {
		rules := standardRules()
		left := december.String()
		if off == report.Month {
			rules.Month.Off, left = true, quarter4.String()
		} else {
			rules.Quarter.Off = true
		}
		h := newHouseUnder(t, rules, "2026-12-01 08:00")
		h.Picture = "board"
		h.Tick(at(t, "2026-12-01 08:00"))
		moments, err := h.Ahead(at(t, "2026-12-20 08:00"), at(t, "2026-12-21 12:00"))
		if err != nil {
			t.Fatal(err)
		}
		kinds := map[Kind]string{}
		for _, m := range moments {
			kinds[m.Kind] = stamp(m.At)
			if m.Kind == PictureTime && m.Period.String() != left {
				t.Errorf("%s is off: the picture of %s is foreseen", off, m.Period)
			}
		}
		if got := fmt.Sprint(kinds); got != "map[picture:2026-12-21 08:00 remind:2026-12-21 08:00]" {
			t.Errorf("%s is off: foreseen %s", off, got)
		}
		due := "2026-12-21 08:00"
		kind := map[bool]string{true: "quarter", false: "month"}[off == report.Month]
		h.want(h.look(due), fmt.Sprintf("remind/%[1]s/%[2]s/2026-12-21/0/PT1/1 remind/%[1]s/%[2]s/2026-12-21/0/PT2/4", kind, left))
		h.want(h.jobs(at(t, due)), fmt.Sprintf("board: deadline/%s/2026-12-21/21", left))
	}
}

// With whole months the deadline lies in its own period, so that the period
// that is running is the one to be reminded of and to be shown.
func TestTheRunningPeriodIsDue(t *testing.T) {
	rules := standardRules()
	rules.Month = report.DutyRule{Scheme: report.WholeMonths, OnDayOff: report.Stay, Quota: 1}
	rules.Quarter.Off = true
	h := newHouseUnder(t, rules, "2026-11-01 08:00")
	h.Picture = "board"
	h.want(h.look("2026-11-20 08:00"), "remind/month/2026-11/2026-11-30/-5/PT1/1 remind/month/2026-11/2026-11-30/-5/PT2/4") // the 24th is a day off
	h.want(h.look("2026-11-30 08:00"), "remind/month/2026-11/2026-11-30/0/PT1/1 remind/month/2026-11/2026-11-30/0/PT2/4")
	h.want(h.jobs(at(t, "2026-11-30 08:00")), "board: deadline/2026-11/2026-11-30/21")
}

// An extension keeps a period in sight long after its own ladder is over, for
// the unit of which it speaks, and as long as lookBack periods.
func TestALongExtensionIsRemindedOf(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	h.Ladder.Escalate = nil
	deadline := report.NewDate(2027, 4, 14)
	h.update(at(t, "2026-11-18 10:00"), func(tx *storage.Tx) error {
		scope := report.Scope{Unit: "PT1"}
		return errors.Join(
			tx.PutExtension(report.Extension{Period: november, Scope: report.Scope{Unit: "PT2"}, Deadline: report.NewDate(2026, 11, 27)}),
			tx.PutExtension(report.Extension{Period: november, Scope: scope, Deadline: deadline}),
		)
	})
	h.look("2027-04-06 08:00")
	h.want(h.look("2027-04-14 08:00"), "remind/month/2026-11/2027-04-14/0/PT1/1")
}

// Officers who stand above a block, and heads, hear of a unit that nobody can
// be reached in whatever the order of the escalation; the lists that blame
// leave it out.
func TestTheHeadOfALostUnitHears(t *testing.T) {
	w := newWorld(november)
	w.gone(t, 1, 2, 4)
	w.ladder.Before, w.ladder.After = nil, nil
	w.ladder.Escalate = []Escalation{{BlockHead, 1}, {Agency, 1}, {Head, 2}}
	w.look(at(t, "2026-11-23 08:00"))
	if got := w.look(at(t, "2026-11-25 08:00")); got != "escalated 3: PT1 2026-11 escalate/head" {
		t.Errorf("said %q", got)
	}
}

// Who asked to be reminded again is not, where nobody is reminded at all.
func TestSnoozeWithoutReminders(t *testing.T) {
	w := newWorld(november)
	w.ladder.Before, w.ladder.After = nil, nil
	w.ladder.Escalate = []Escalation{{Head, 1}}
	w.snoozes[1] = at(t, "2026-11-24 15:00")
	w.look(at(t, "2026-11-23 08:00"))
	if got := w.look(at(t, "2026-11-24 15:00")); got != "" {
		t.Errorf("said %q", got)
	}
}

// The lists of units that have not sent name those apart that could not be
// asked: of the reader's block and of the periods of which the list speaks.
// They alone make no list.
func TestListsNameApartWhoCannotBeAsked(t *testing.T) {
	w := newWorld(november, quarter4)
	for i, u := range []report.Unit{{Code: "PT3", Block: "K1"}, {Code: "PT4", Block: "K1"}, {Code: "PT5", Block: "K2"}} {
		u.Month, u.Quarter = true, true
		w.units = append(w.units, u)
		if u.Code == "PT3" {
			w.members = append(w.members, report.Member{ID: int64(7 + i), Posts: []report.Post{{Role: report.Focal, Unit: "PT3"}}})
			w.gone(t, 7)
		}
	}
	w.unconnected = map[string]bool{"PT4": true, "PT5": true}
	apart := func(when string) (lists []string) {
		now := at(t, when)
		for _, n := range Due(w.ladder, w.rules, w.state(now), now).Notices {
			for _, i := range n.Apart {
				lists = append(lists, fmt.Sprintf("%s %d: %s %s %s", n.Kind, n.To.ID, i.Unit.Code, i.Schedule.Period, i.Contact))
			}
		}
		return lists
	}
	for when, want := range map[string][]string{
		"2026-11-30 08:00": nil,
		"2026-12-01 08:00": {"block 5: PT3 2026-11 unreachable", "block 5: PT4 2026-11 unconnected"},
		"2026-12-02 08:00": {
			"block 5: PT3 2026-11 unreachable", "block 5: PT4 2026-11 unconnected",
			"agency 6: PT3 2026-11 unreachable", "agency 6: PT4 2026-11 unconnected", "agency 6: PT5 2026-11 unconnected",
		},
	} {
		if got := apart(when); !slices.Equal(got, want) {
			t.Errorf("at %s\n got %q\nwant %q", when, got, want)
		}
	}
	w.report("PT1", at(t, "2026-11-20 09:00"), november, quarter4)
	w.report("PT2", at(t, "2026-11-20 09:00"), november, quarter4)
	if got := apart("2026-12-02 08:00"); got != nil {
		t.Errorf("a list of those who cannot be asked: %q", got)
	}
}

// Who hears of digests where the agency has no officer: the admins, but not
// for leaders.
func TestDigestsWithoutOfficers(t *testing.T) {
	h := newHouse(t, at(t, "2026-10-01 08:00"))
	h.Ladder.Before, h.Ladder.After, h.Ladder.Escalate = nil, nil, nil
	h.update(at(t, "2026-10-02 08:00"), func(tx *storage.Tx) error {
		return errors.Join(tx.DeleteMember(6), tx.PutMember(report.Member{ID: 9, Posts: []report.Post{{Role: report.Admin, Since: tx.Now}}}))
	})
	const spec = "0 9 25 * *"
	h.Digests = []Digest{
		{Spec: spec, When: mustSpec(spec), Duty: report.Month, To: report.Officer},
		{Spec: spec, When: mustSpec(spec), Duty: report.Month, To: report.Leader},
	}
	h.look("2026-10-02 08:00")
	h.want(h.look("2026-10-25 09:00"), fmt.Sprintf("digest/2026-10/%d/officer/9", at(t, "2026-10-25 09:00").Unix()))
	h.update(at(t, "2026-10-26 08:00"), func(tx *storage.Tx) error {
		return tx.PutMember(report.Member{ID: 10, Posts: []report.Post{{Role: report.Officer, Since: tx.Now}}})
	})
	h.want(h.look("2026-11-25 09:00"), fmt.Sprintf("digest/2026-11/%d/officer/10", at(t, "2026-11-25 09:00").Unix()))
}

// Half a year and a year are told and reported of too, though nobody owes them.
func TestDigestsOfHalfAYearAndAYear(t *testing.T) {
	h := newHouse(t, at(t, "2026-12-01 08:00"))
	h.Ladder.Before, h.Ladder.After, h.Ladder.Escalate = nil, nil, nil
	const spec = "0 9 28 12 *"
	h.Digests = []Digest{
		{Spec: spec, When: mustSpec(spec), Duty: report.Half, To: report.Officer, Files: []string{"report"}},
		{Spec: spec, When: mustSpec(spec), Duty: report.Year, To: report.Leader},
	}
	h.look("2026-12-02 08:00")
	h.update(at(t, "2026-12-02 08:00"), func(tx *storage.Tx) error {
		return tx.PutMember(report.Member{ID: 9, Posts: []report.Post{{Role: report.Leader, Since: tx.Now}}})
	})
	when := at(t, "2026-12-28 09:00").Unix()
	keys := h.look("2026-12-28 09:00")
	for _, want := range []string{fmt.Sprintf("digest/2026-H2/%d/officer/6", when), fmt.Sprintf("digest/2026-Y1/%d/leader/", when)} {
		if !strings.Contains(keys, want) {
			t.Errorf("%s was not sent: %s", want, keys)
		}
	}
	h.update(at(t, "2026-12-28 09:01"), func(tx *storage.Tx) error {
		jobs, err := tx.Jobs()
		if len(jobs) != 1 || jobs[0].Period != (report.Period{Duty: report.Half, Year: 2026, Number: 2}) {
			t.Errorf("to be made are %+v", jobs)
		}
		return err
	})
}

// One instant that was missed is said in the log, none is not.
func TestMissedDigestsAreCounted(t *testing.T) {
	for when, want := range map[string]int{"2026-11-25 09:00": 0, "2026-12-24 09:00": 0, "2026-12-25 09:00": 1, "2027-01-25 09:00": 2} {
		h := newHouse(t, at(t, "2026-10-01 08:00"))
		h.Ladder.Before, h.Ladder.After, h.Ladder.Escalate = nil, nil, nil
		h.Digests = []Digest{officerDigest("0 9 25 * *")}
		h.look("2026-11-01 08:00")
		h.look(when)
		if got := len(h.lines); got != min(want, 1) {
			t.Errorf("at %s the log says %q", when, h.lines)
		}
		if want > 0 && !contains(h.lines, fmt.Sprintf("missed=%d", want)) {
			t.Errorf("at %s the log says %q", when, h.lines)
		}
	}
}

// A rule of the clock that never comes sends nothing and holds nothing up.
func TestARuleThatNeverComes(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	h.Digests = []Digest{officerDigest("0 9 30 2 *")} // 30 February
	made := 0
	h.Backup = Backup{When: mustSpec("0 9 30 2 *"), Make: func(context.Context, time.Time) error { made++; return nil }}
	h.look("2026-11-02 08:00")
	h.look("2027-03-02 08:00")
	moments, err := h.Ahead(at(t, "2027-03-02 08:00"), at(t, "2027-03-12 08:00"))
	for _, m := range moments {
		if m.Kind == DigestTime {
			t.Errorf("%s is foreseen", stamp(m.At))
		}
	}
	if err != nil || made > 0 {
		t.Errorf("%d backups, %v", made, err)
	}
}

func contains(lines []string, part string) bool {
	return slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, part) })
}
