package report

import (
	"encoding/json"
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
