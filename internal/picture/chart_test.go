package picture

import (
	"testing"
	"time"

	"guongsang/internal/report"
)

// autumn is a year of introductions.
func autumn() ChartInput {
	in := ChartInput{
		Office: office, At: time.Date(2026, 11, 23, 8, 5, 0, 0, zone), From: month(11).Add(-11), To: month(11), Total: 412,
		ByCategory: map[report.Category]int{report.Advanced: 118, report.GoodDeed: 231, report.NewModel: 63},
		ByGroup: map[report.Group]int{
			report.SmallCollective: 41, report.Worker: 12, report.Farmer: 96, report.DirectLabour: 73, report.Grassroots: 120, report.Remote: 88,
			report.Border: 35, report.MinorityArea: 140, report.Respected: 22,
		},
	}
	for i, n := range []int{18, 25, 0, 31, 36, 40, 33, 29, 44, 52, 57, 47} {
		in.Months = append(in.Months, MonthCount{month(11).Add(i - 11), n})
	}
	return in
}

func TestChart(t *testing.T) {
	file, err := Chart(autumn())
	if err != nil {
		t.Fatal(err)
	}
	keep(t, "chart", file)
}
