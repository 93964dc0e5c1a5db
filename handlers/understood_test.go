package handlers

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// No sentence files, sends or takes back anything, whoever types it with nothing
// open: that takes a button. The sentences are those by which they are
// recognised.
func TestSentencesOnlyAsk(t *testing.T) {
	who := map[string]string{"focal": "Lan", "head": "Sơn", "officer": "Hạnh", "admin": "Hạnh", "leader": "Thủy", "blockhead": "Bình"}
	h := officeWith(t)
	before := filed(h)
	for _, file := range []string{"intents.txt", "labelled/intents.txt", "labelled/intents-held.txt"} {
		b, err := os.ReadFile("../internal/intent/testdata/" + file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(b)) {
			c := strings.Split(line, "|")
			if strings.HasPrefix(line, "#") || len(c) < 4 || strings.TrimSpace(c[1]) != "-" {
				continue
			}
			if strings.TrimSpace(c[2]) == texts.LabelNil {
				continue // as the menu sends it: that is the button
			}
			h.say(who[strings.TrimSpace(c[0])], strings.TrimSpace(c[2]))
			if after := filed(h); after != before {
				t.Fatalf("%s changes\n%s\nto\n%s", line, before, after)
			}
		}
	}
}

// filed is what was sent and stated, for the periods that can be spoken of.
func filed(h *house) string {
	var all []any
	h.look(func(tx *storage.Snapshot) error {
		for _, name := range []string{"2026-10", "2026-11", "2026-12", "2026-Q3", "2026-Q4"} {
			p, err := report.ParsePeriod(name)
			if err != nil {
				return err
			}
			examples, err := tx.ExamplesIn(p)
			if err != nil {
				return err
			}
			filings, err := tx.FilingsIn(p)
			if err != nil {
				return err
			}
			all = append(all, examples, filings)
		}
		members, err := tx.Members()
		all = append(all, members)
		return err
	})
	b, err := json.Marshal(all)
	if err != nil {
		h.t.Fatal(err)
	}
	return string(b)
}
