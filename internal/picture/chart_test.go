package picture

import (
	"image/color"
	"strings"
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
	in.Balance = report.Balance{
		Total: 412, Labour: 181, SmallCollectives: 41, Remote: 203, Persons: 265, Women: 121, Minorities: 158, Leaders: 52, Others: 190, NoPosition: 23,
		Idle: []report.Field{report.Digital, report.Rescue},
	}
	for i, n := range []int{18, 25, 0, 31, 36, 40, 33, 29, 44, 52, 57, 47} {
		in.Months = append(in.Months, report.MonthCount{Period: month(11).Add(i - 11), Examples: n})
	}
	return in
}

func TestChart(t *testing.T) {
	in := autumn()
	c, err := drawChart(in)
	if err != nil {
		t.Fatal(err)
	}
	roomy(t, "chart", c)
	file, err := Chart(in)
	if err != nil {
		t.Fatal(err)
	}
	if len(file) > 250_000 {
		t.Errorf("%d bytes", len(file))
	}
	keep(t, "chart", file)
}

// A bar is as long as its number: zero is none, twice as many is twice as long.
func TestBarsBeginAtZero(t *testing.T) {
	in := autumn()
	in.Months = []report.MonthCount{{Period: month(8)}, {Period: month(9), Examples: 10}, {Period: month(10), Examples: 20}, {Period: month(11), Examples: 40}}
	in.ByCategory = map[report.Category]int{report.Advanced: 25, report.GoodDeed: 100}
	c, err := drawChart(in)
	if err != nil {
		t.Fatal(err)
	}
	tall := func(x int, colour color.RGBA) (n int) {
		for y := headHeight + partHeight; y < headHeight+partHeight+monthsTall; y++ {
			if c.img.RGBAAt(x, y) == colour {
				n++
			}
		}
		return n
	}
	pale := rgb(0x7FB2DD)
	if none, ten, twenty, forty := tall(165, pale), tall(415, pale), tall(665, pale), tall(915, blue); none != 0 || ten == 0 || abs(twenty-2*ten) > 1 || abs(forty-4*ten) > 3 {
		t.Errorf("bars of %d, %d, %d and %d pixels for 0, 10, 20 and 40", none, ten, twenty, forty)
	}
	long := func(i int) (n int) {
		y := headHeight + 2*partHeight + monthsTall + i*barHeight + barHeight/2 - 14
		for x := range Width {
			if c.img.RGBAAt(x, y) == blue {
				n++
			}
		}
		return n
	}
	if quarter, all, none := long(0), long(1), long(2); all == 0 || abs(all-4*quarter) > 4 || none != 0 {
		t.Errorf("bars of %d, %d and %d pixels for 25, 100 and 0", quarter, all, none)
	}
}

func abs(n int) int { return max(n, -n) }

func TestChartOfNothing(t *testing.T) {
	c, err := drawChart(ChartInput{Office: office, From: month(11), To: month(11)})
	if err != nil {
		t.Fatal(err)
	}
	roomy(t, "empty chart", c)
	huge := autumn()
	for i := range huge.Months {
		huge.Months[i].Examples *= 20_000
	}
	huge.ByCategory[report.GoodDeed] = 12_345_678
	if c, err = drawChart(huge); err != nil {
		t.Fatal(err)
	}
	roomy(t, "chart of many", c)
}

// The origin of a single person is not told by a count.
func TestChartOfOnePerson(t *testing.T) {
	for persons, want := range map[int]int{1: 0, 2: 1} {
		in := ChartInput{Office: office, From: month(11), To: month(11), Total: persons}
		in.Balance = report.Balance{Total: persons, Persons: persons, Minorities: persons}
		c, err := drawChart(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(said(c), "100%"); got != want {
			t.Errorf("of %d persons %d full shares are told, want %d", persons, got, want)
		}
	}
}

func BenchmarkChart(b *testing.B) {
	for b.Loop() {
		if _, err := Chart(autumn()); err != nil {
			b.Fatal(err)
		}
	}
}
