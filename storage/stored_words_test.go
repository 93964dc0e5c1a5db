package storage

import (
	"encoding/json"
	"testing"
	"time"

	"guongsang/internal/report"
	"guongsang/storage/records"
)

// The words that lie in stores which exist: to change one is a migration.
func TestStoredWords(t *testing.T) {
	for got, want := range map[any]any{
		Send: Way("send"), Edit: Way("edit"), Answer: Way("answer"), Act: Way("act"),
		Reply: Class("reply"), Bulk: Class("bulk"),
		Sent: Fate("sent"), Refused: Fate("refused"), Unsure: Fate("unknown"), Dropped: Fate("dropped"), Retry: Fate("retry"), Doubt: Fate("doubt"),
	} {
		if got != want {
			t.Errorf("%q is stored, want %q", got, want)
		}
	}
}

// A row and its delivery as they lie in the store, so that a field that is
// renamed is noticed.
func TestStoredRow(t *testing.T) {
	when := time.Date(2026, 11, 1, 1, 0, 0, 0, time.UTC)
	stage := records.StageKey{Period: november, Unit: "PT1", Deadline: report.NewDate(2026, 11, 20), Stage: "-2", Member: 7}
	for _, test := range []struct {
		value any
		want  string
	}{
		{Row{Seq: 9, Chat: 7, Key: "k", Way: Send, Class: Bulk, Message: say("a"), Made: when},
			`{"Chat":7,"Key":"k","Way":"send","Class":"bulk","Message":{"Text":"a"},"Made":"2026-11-01T01:00:00Z"}`},
		{Row{Chat: 7, Way: Edit, Class: Reply, Target: 5, TargetKey: "t", Query: "q", Alert: true, Made: when, NotBefore: when, Claimed: true, Tries: 1, Doubts: 2, Version: 3},
			`{"Chat":7,"Way":"edit","Class":"reply","Message":{},"Target":5,"TargetKey":"t","Query":"q","Alert":true,"Made":"2026-11-01T01:00:00Z",` +
				`"NotBefore":"2026-11-01T01:00:00Z","Claimed":true,"Tries":1,"Doubts":2,"Version":3}`},
		{Guard{Member: 7, Posts: []report.Post{{Role: report.Focal, Unit: "PT1"}}, Owed: []Owed{{"PT1", november}}, Until: when, Returned: "G-2026-0001", Version: 2, Stages: []records.StageKey{stage}},
			`{"Member":7,"Posts":[{"Role":"focal","Unit":"PT1","Since":"0001-01-01T00:00:00Z"}],"Owed":[{"Unit":"PT1","Period":"2026-11"}],"Until":"2026-11-01T01:00:00Z",` +
				`"Returned":"G-2026-0001","Version":2,"Stages":[{"Period":"2026-11","Unit":"PT1","Deadline":"2026-11-20","Stage":"-2","Member":7}]}`},
		{Delivery{Fate: Sent, Chat: 7, Message: 4, At: when, Tries: 1}, `{"Fate":"sent","Chat":7,"Message":4,"At":"2026-11-01T01:00:00Z","Tries":1}`},
		{Dead{Item: Item{Seq: 3, ID: 1, Raw: json.RawMessage(`{}`), At: when}, Why: "odd", Since: when},
			`{"ID":1,"Raw":{},"At":"2026-11-01T01:00:00Z","Why":"odd","Since":"2026-11-01T01:00:00Z"}`},
	} {
		if got, err := json.Marshal(test.value); string(got) != test.want || err != nil {
			t.Errorf("%T\n got %s, %v\nwant %s", test.value, got, err, test.want)
		}
	}
}
