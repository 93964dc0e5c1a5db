package storage_test

import (
	"testing"
	"time"

	"guongsang/internal/report"
	"guongsang/storage"
)

// A summary counts what was filed and who is missing, names those apart who
// cannot be asked, and compares with the period before once there was one.
func TestSummary(t *testing.T) {
	zone := time.FixedZone("+07", 7*3600)
	rules := report.Rules{
		Zone:    zone,
		Month:   report.DutyRule{Scheme: report.ND09, DeadlineDay: 20, OnDayOff: report.Next, LockAfter: 4, Quota: 1},
		Quarter: report.DutyRule{Scheme: report.ND09, DeadlineDay: 20, OnDayOff: report.Next, LockAfter: 4, Quota: 1},
	}
	store, err := storage.Open(t.TempDir(), rules)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	now := time.Date(2026, 11, 18, 9, 0, 0, 0, zone)
	november := report.Period{Duty: report.Month, Year: 2026, Number: 11}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(store.Update(now, func(tx *storage.Tx) error {
		var units []report.Unit
		for _, code := range []string{"A1", "A2", "A3", "A4", "B1", "B2"} {
			units = append(units, report.Unit{Code: code, Name: code, Block: "Khối " + code[:1], Month: true})
		}
		must(tx.PutUnits(units))
		must(tx.PutMember(report.Member{ID: 1, Posts: []report.Post{{Role: report.Focal, Unit: "A1"}, {Role: report.Focal, Unit: "A2"}}}))
		must(tx.PutMember(report.Member{ID: 2, Posts: []report.Post{{Role: report.Focal, Unit: "B1"}}, Unreachable: now}))
		must(tx.PutMember(report.Member{ID: 3, Posts: []report.Post{{Role: report.Focal, Unit: "A4"}}}))
		must(tx.DeleteMember(3))
		_, err := tx.NewExample(report.Example{
			Unit: "A1", By: 1, Periods: []report.Period{november}, Review: report.Received, Sent: now, Received: now,
			Content: report.Content{Category: report.GoodDeed, Object: report.Person, Name: "An"},
		})
		must(err)
		must(tx.PutPause(report.Pause{Period: november, Unit: "B2"}))
		return tx.PutExtension(report.Extension{Period: november, Deadline: report.NewDate(2026, 11, 25)})
	}))
	must(store.View(now, func(tx *storage.Snapshot) error {
		sum, err := tx.Summary(november)
		must(err)
		want := report.Figures{Duties: 5, OnTime: 1, Missing: 4, Unconnected: 1, Unreachable: 2, Exempt: 1, Examples: 1}
		if sum.Total != want {
			t.Errorf("got %+v, want %+v", sum.Total, want)
		}
		if sum.Before != nil {
			t.Errorf("compared with a month of which nothing is known: %+v", sum.Before)
		}
		if sum.Schedule.Deadline != report.NewDate(2026, 11, 25) {
			t.Errorf("deadline %s", sum.Schedule.Deadline)
		}
		block, err := tx.SummaryOf(november, report.NewDirectory(tx.Directory().Block("Khối B")))
		must(err)
		if want := (report.Figures{Duties: 1, Missing: 1, Unreachable: 1, Exempt: 1}); block.Total != want {
			t.Errorf("block: got %+v, want %+v", block.Total, want)
		}
		for block, want := range map[string]int{"Khối A": 1, "Khối B": 0} {
			list, err := tx.Introduced(november, report.NewDirectory(tx.Directory().Block(block)))
			must(err)
			if len(list) != want {
				t.Errorf("%s introduced %d, want %d", block, len(list), want)
			}
		}
		return nil
	}))
	must(store.View(now.AddDate(0, 1, 0), func(tx *storage.Snapshot) error {
		sum, err := tx.Summary(november.Add(1))
		must(err)
		if sum.Before == nil || sum.Before.OnTime != 1 {
			t.Errorf("before: %+v", sum.Before)
		}
		return nil
	}))
}
