package report

import (
	"encoding/json"
	"fmt"
	"testing"
)

// What is stored with a period must be readable again, also before a period
// was chosen.
func TestPeriodIsStoredAndReadAgain(t *testing.T) {
	for _, want := range []Period{{}, {Month, 2026, 11}, {Quarter, 2026, 4}} {
		b, err := json.Marshal(Draft{Period: want})
		if err != nil {
			t.Fatal(err)
		}
		var got Draft
		if err := json.Unmarshal(b, &got); err != nil {
			t.Fatalf("%+v as %s: %v", want, b, err)
		}
		if got.Period != want {
			t.Errorf("%+v came back as %+v", want, got.Period)
		}
	}
}

// The month and the quarter that share a month are known to each other.
func TestOverlappingPeriods(t *testing.T) {
	for p, want := range map[string]string{
		"2026-01": "[2026-Q1]", "2026-03": "[2026-Q1]", "2026-04": "[2026-Q2]", "2026-12": "[2026-Q4]",
		"2026-Q1": "[2026-01 2026-02 2026-03]", "2026-Q4": "[2026-10 2026-11 2026-12]",
	} {
		if period, err := ParsePeriod(p); err != nil || fmt.Sprint(period.Overlapping()) != want {
			t.Errorf("%s overlaps %v, %v; want %s", p, period.Overlapping(), err, want)
		}
	}
}
