package report

import "testing"

// A list makes nothing tried that was done in earnest, and nothing earnest that was tried: the
// training of a known unit begins tomorrow at the earliest, and one that goes on stays.
func TestTrainingByList(t *testing.T) {
	today := Date{2026, 11, 18}
	earlier, yesterday, tomorrow, later := Date{2026, 10, 1}, Date{2026, 11, 17}, Date{2026, 11, 19}, Date{2026, 12, 1}
	for _, c := range []struct {
		name                 string
		before, listed, want Date
	}{
		{"not in training", Date{}, Date{}, Date{}},
		{"from a day that is past", Date{}, earlier, tomorrow},
		{"from today", Date{}, today, tomorrow},
		{"from tomorrow", Date{}, tomorrow, tomorrow},
		{"from a day to come", Date{}, later, later},
		{"it goes on", yesterday, yesterday, yesterday},
		{"it goes on, and is left out", yesterday, Date{}, yesterday},
		{"it goes on, and is moved back", yesterday, earlier, yesterday},
		{"it goes on, and is moved", yesterday, later, yesterday},
		{"it has not begun, and is left out", later, Date{}, Date{}},
	} {
		known := NewDirectory([]Unit{{Code: "PT1", Month: true, Training: c.before}})
		got := TrainByList([]Unit{{Code: "PT1", Month: true, Training: c.listed}, {Code: "NEW", Month: true, Training: c.listed}}, known, today)
		if got[0].Training != c.want || got[1].Training != c.listed {
			t.Errorf("%s: in training from %s, and a new unit from %s; want %s", c.name, got[0].Training, got[1].Training, c.want)
		}
	}
}
