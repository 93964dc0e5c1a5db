package scheduler

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/storage"
)

// jobs takes the documents that were asked for and lists their keys.
func (h *house) jobs(now time.Time) string {
	h.t.Helper()
	var asked []string
	h.update(now, func(tx *storage.Tx) error {
		jobs, err := tx.Jobs()
		for _, j := range jobs {
			if !strings.Contains(j.Key, "/"+j.Period.String()+"/") || j.For == 0 || len(j.Posts) != 1 {
				h.t.Errorf("%+v", j)
			}
			asked = append(asked, j.Kind+": "+j.Key)
			if err := tx.DeleteJob(j); err != nil {
				return err
			}
		}
		return err
	})
	slices.Sort(asked)
	return strings.Join(asked, "\n")
}

// lookForPapers looks and lists what was asked for.
func (h *house) lookForPapers(when string) string {
	h.t.Helper()
	h.look(when)
	return h.jobs(at(h.t, when))
}

// newPaperHouse has two leaders, one of whom cannot be reached, beside the
// officer of newHouse, and no reminders.
func newPaperHouse(t *testing.T, when string) *house {
	h := newHouse(t, at(t, when))
	h.Ladder.Before, h.Ladder.After, h.Ladder.Escalate = nil, nil, nil
	h.update(at(t, when), func(tx *storage.Tx) error {
		for _, m := range []report.Member{
			{ID: 21, Posts: []report.Post{{Role: report.Leader, Since: tx.Now}}},
			{ID: 22, Posts: []report.Post{{Role: report.Leader, Since: tx.Now}}, Unreachable: tx.Now},
		} {
			if err := tx.PutMember(m); err != nil {
				return err
			}
		}
		return nil
	})
	return h
}

func TestDigestFiles(t *testing.T) {
	h := newPaperHouse(t, "2026-10-01 08:00")
	cron := mustSpec("0 9 25 * *")
	h.Digests = []Digest{
		{Spec: "0 9 25 * *", When: cron, Duty: report.Month, To: report.Officer, Files: []string{"report", "workbook"}},
		{Spec: "0 9 25 * *", When: cron, Duty: report.Month, To: report.Leader, Files: []string{"board"}},
	}
	want := func(period, when string) string {
		unix := at(t, when).Unix()
		return fmt.Sprintf("board: digest/%[1]s/%[2]d/leader/21/board\nreport: digest/%[1]s/%[2]d/officer/6/report\nworkbook: digest/%[1]s/%[2]d/officer/6/workbook", period, unix)
	}
	h.want(h.lookForPapers("2026-10-20 09:00"), "")
	h.want(h.lookForPapers("2026-11-25 08:59"), want("2026-10", "2026-10-25 09:00"))
	h.want(h.lookForPapers("2026-11-25 09:00"), want("2026-11", "2026-11-25 09:00"))
	h.want(h.lookForPapers("2026-11-25 09:01"), "")
	h.want(h.lookForPapers("2026-11-25 08:00"), "")                                  // clock set back
	h.want(h.lookForPapers("2027-03-01 10:00"), want("2027-02", "2027-02-25 09:00")) // down over three instants
	again := &Scheduler{Store: h.Store, Ladder: h.Ladder, Digests: h.Digests, Office: h.Office, Log: h.Log}
	again.Tick(at(t, "2027-03-01 10:01"))
	h.want(h.jobs(at(t, "2027-03-01 10:01")), "")
}

// Who is asked for twice, by two digests of one instant, gets it once.
func TestOverlappingDigestsAskOnce(t *testing.T) {
	h := newPaperHouse(t, "2026-11-01 08:00")
	for _, spec := range []string{"0 9 25 * *", "0 9 25 11 *"} {
		h.Digests = append(h.Digests, Digest{Spec: spec, When: mustSpec(spec), Duty: report.Month, To: report.Leader, Files: []string{"board"}})
	}
	h.look("2026-11-02 08:00")
	h.want(h.lookForPapers("2026-11-25 09:00"), fmt.Sprintf("board: digest/2026-11/%d/leader/21/board", at(t, "2026-11-25 09:00").Unix()))
}

func TestDeadlinePicture(t *testing.T) {
	h := newPaperHouse(t, "2026-11-01 08:00")
	h.Picture = "board"
	h.want(h.lookForPapers("2026-11-20 07:59"), "")
	h.want(h.lookForPapers("2026-11-20 08:00"), "board: deadline/2026-11/2026-11-20/21")
	h.want(h.lookForPapers("2026-11-20 08:01"), "")
	h.want(h.lookForPapers("2026-11-20 07:40"), "") // clock set back
	again := &Scheduler{Store: h.Store, Ladder: h.Ladder, Picture: "board", Office: h.Office, Log: h.Log}
	again.Tick(at(t, "2026-11-20 09:00"))
	h.want(h.jobs(at(t, "2026-11-20 09:00")), "")
	// Month and quarter on one day, found after some hours of downtime.
	h.want(h.lookForPapers("2026-12-21 14:00"), "board: deadline/2026-12/2026-12-21/21\nboard: deadline/2026-Q4/2026-12-21/21")
	// Missed by more than a day: let go.
	h.want(h.lookForPapers("2027-01-21 08:01"), "")
	if len(h.lines) > 0 {
		t.Errorf("the log complains: %s", h.lines)
	}
}

func TestDeadlinePictureOff(t *testing.T) {
	h := newPaperHouse(t, "2026-11-01 08:00")
	h.want(h.lookForPapers("2026-11-20 08:00"), "")
}

// A deadline that stays on a day off has its picture on the working day before.
func TestDeadlinePictureBeforeADayOff(t *testing.T) {
	rules := standardRules()
	rules.Month.DeadlineDay, rules.Month.OnDayOff = 22, report.Stay // a Sunday
	store, err := storage.Open(t.TempDir(), rules)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	h := newPaperHouse(t, "2026-11-01 08:00")
	s := &Scheduler{Store: store, Ladder: h.Ladder, Picture: "board", Office: h.Office, Log: h.Log}
	h.Store = store
	h.update(at(t, "2026-11-01 08:00"), func(tx *storage.Tx) error {
		return tx.PutMember(report.Member{ID: 21, Posts: []report.Post{{Role: report.Leader}}})
	})
	s.Tick(at(t, "2026-11-19 08:00"))
	h.want(h.jobs(at(t, "2026-11-19 08:00")), "")
	s.Tick(at(t, "2026-11-20 08:00"))
	h.want(h.jobs(at(t, "2026-11-20 08:00")), "board: deadline/2026-11/2026-11-22/21")
	s.Tick(at(t, "2026-11-23 08:00"))
	h.want(h.jobs(at(t, "2026-11-23 08:00")), "")
}

// An extension for all moves the morning, one for a unit does not. Who became
// a leader later in the day is not sent what was.
func TestDeadlinePictureAfterAnExtension(t *testing.T) {
	h := newPaperHouse(t, "2026-11-01 08:00")
	h.Picture = "board"
	h.update(at(t, "2026-11-16 10:00"), func(tx *storage.Tx) error {
		one := report.Extension{Period: november, Scope: report.Scope{Unit: "PT1"}, Deadline: report.NewDate(2026, 11, 30)}
		all := report.Extension{Period: november, Deadline: report.NewDate(2026, 11, 26)}
		if err := tx.PutExtension(one); err != nil {
			return err
		}
		return tx.PutExtension(all)
	})
	h.want(h.lookForPapers("2026-11-20 08:00"), "")
	h.update(at(t, "2026-11-26 09:00"), func(tx *storage.Tx) error {
		return tx.PutMember(report.Member{ID: 23, Posts: []report.Post{{Role: report.Leader, Since: tx.Now}}})
	})
	h.want(h.lookForPapers("2026-11-26 09:30"), "board: deadline/2026-11/2026-11-26/21")
	h.want(h.lookForPapers("2026-11-30 08:00"), "")
}

// What the clock tells leaders of examples is what leaders may be shown.
func TestLeadersAreToldWhatTheyMayKnow(t *testing.T) {
	for audience, want := range map[privacy.Audience]string{"": "L.V.P.: Ông P. hiến đất", privacy.Public: "L.V.P.: Ông P. hiến đất", privacy.Internal: "Lò Văn Pản: Ông Pản hiến đất"} {
		h := newPaperHouse(t, "2026-11-01 08:00")
		h.Leaders = audience
		h.update(at(t, "2026-11-02 08:00"), func(tx *storage.Tx) error {
			_, err := tx.NewExample(report.Example{
				Unit: "PT1", Periods: []report.Period{{Duty: report.Month, Year: 2026, Number: 11}}, Received: tx.Now, Sent: tx.Now, Review: report.Accepted,
				Content: report.Content{Category: report.GoodDeed, Object: report.Person, Name: "Lò Văn Pản", Title: "Ông Pản hiến đất"},
			})
			return err
		})
		err := h.Store.View(at(t, "2026-11-25 09:00"), func(tx *storage.Snapshot) error {
			m, err := h.digestMessage(tx, Digest{To: report.Leader}, report.Period{Duty: report.Month, Year: 2026, Number: 11})
			if !strings.Contains(m.Text, want) || strings.Contains(m.Text, "Lưu hành nội bộ") != (audience == privacy.Internal) {
				t.Errorf("%q is told\n%s", audience, m.Text)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
