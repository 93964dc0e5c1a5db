package report

import (
	"testing"
	"time"
)

func TestSummarize(t *testing.T) {
	r := standard(t)
	s := r.Schedule(Period{Month, 2026, 11})
	d := NewDirectory([]Unit{
		{Code: "PT1", Block: "Khối 1"}, {Code: "PT2", Block: "Khối 1"}, {Code: "PT3", Block: "Khối 1"}, {Code: "PT4", Block: "Khối 1"},
		{Code: "PT5", Block: "Khối 2"}, {Code: "PT6", Block: "Khối 2"}, {Code: "PT7", Block: "Khối 2"}, {Code: "PT8", Block: "Khối 2"}, {Code: "PT9", Block: "Khối 3"},
		{Code: "PT10", Block: "Khối 2"}, {Code: "PT11", Block: "Khối 4"},
	})
	standings := []Standing{
		{Unit: "PT1", State: OnTime, Timing: OnTime, Waiting: true},
		{Unit: "PT2", State: Late, Timing: Late},
		{Unit: "PT3", State: NilFiled, Timing: Late},
		{Unit: "PT4", State: MadeUp, Timing: MadeUp},
		{Unit: "PT5", State: Pending, Need: 2, Have: 1, Waiting: true},
		{Unit: "PT6", State: Pending, Need: 1},
		{Unit: "PT7", State: Exempt},
		{Unit: "PT8", State: NotDue},
		{Unit: "PT10", State: Pending, Need: 1},
		{Unit: "PT11", State: NotDue},
	}
	example := func(number, unit string, c Category, review Review, groups ...Group) Example {
		return Example{Number: number, Unit: unit, Review: review, Content: Content{Category: c, Object: Person, Groups: groups}}
	}
	examples := []Example{
		example("G-2026-10000", "PT5", NewModel, Received),
		example("G-2026-0002", "PT1", GoodDeed, Returned, Farmer, Border),
		example("G-2026-0001", "PT1", GoodDeed, Withdrawn),
		example("G-2026-0003", "PT2", GoodDeed, Accepted, Farmer),
		example("G-2026-0004", "PT11", GoodDeed, Accepted), // owes nothing, and introduced all the same
	}
	contacts := map[string]Contact{"PT6": Unconnected, "PT1": Unreachable, "PT10": Unreachable}
	before := &Summary{Total: Figures{Duties: 5, OnTime: 5}}
	sum := Summarize(d, s, standings, filed(examples), contacts, before, time.Date(2026, 11, 25, 8, 0, 0, 0, r.Zone))

	want := Figures{Duties: 7, OnTime: 1, Late: 1, MadeUp: 1, Nil: 1, NilLate: 1, Missing: 3, Unconnected: 1, Unreachable: 1, Exempt: 1, Waiting: 1, Examples: 4}
	if sum.Total != want {
		t.Errorf("total\n got %+v\nwant %+v", sum.Total, want)
	}
	if f := sum.Total; f.Introduced() != 3 || f.Met() != 4 || f.Asked() != 1 {
		t.Errorf("introduced %d, met %d, asked %d", f.Introduced(), f.Met(), f.Asked())
	}
	var added Figures
	for _, b := range sum.Blocks {
		added.Duties += b.Duties
		added.Examples += b.Examples
		if b.Duties != b.Met()+b.Missing {
			t.Errorf("%s does not add up: %+v", b.Block, b.Figures)
		}
	}
	if len(sum.Blocks) != 3 || added.Duties != 7 || added.Examples != 4 {
		t.Errorf("blocks %+v", sum.Blocks)
	}
	if sum.ByCategory[GoodDeed] != 3 || sum.ByObject[Person] != 4 || sum.ByGroup[Farmer] != 2 || sum.ByReview[Returned] != 1 {
		t.Errorf("counted %v %v %v %v", sum.ByCategory, sum.ByObject, sum.ByGroup, sum.ByReview)
	}
	if len(sum.Gaps) != sum.Total.Missing || sum.Gaps[0].Unit.Code != "PT5" || sum.Gaps[0].Contact != Reachable || sum.Gaps[1].Contact != Unconnected {
		t.Errorf("gaps %+v", sum.Gaps)
	}
	if lost := sum.GapsOf(Unreachable); len(lost) != 1 || lost[0].Unit.Code != "PT10" {
		t.Errorf("gaps of those that are lost %+v", lost)
	}
	if sum.Before == nil || sum.Before.OnTime != 5 {
		t.Errorf("before %+v", sum.Before)
	}
}

// filed are the filings of examples.
func filed(examples []Example) (filings []Filing) {
	for _, e := range examples {
		if e.Counts() {
			filings = append(filings, Filed(e, Period{}))
		}
	}
	return filings
}
