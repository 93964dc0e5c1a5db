package handlers

import (
	"fmt"
	"testing"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/chat"
	"guongsang/internal/report"
)

// A record that a turn needs and that cannot be read fails the turn: it is
// neither taken for one that is not there nor passed over.
func TestAnUnreadableRecordFailsTheTurn(t *testing.T) {
	for bucket, turns := range map[string][]struct {
		who string
		ev  func(h *house) chat.Event
	}{
		"members": {
			{"Lan", textOf("/menu")}, {"Hạnh", pressOf("inv:PT001:first")},
			{"Lạ", func(h *house) chat.Event { return saying(h.code("Hạnh", report.Post{Role: report.Leader})) }},
		},
		"talks":  {{"Lan", textOf("/menu")}, {"Hạnh", pressOf("queue:0")}},
		"drafts": {{"Lan", textOf("Gửi gương")}, {"Lan", textOf("một lời")}, {"Lan", pressOf("resume:1")}, {"Lan", pressOf("d.send:2:2:2026-12:1")}},
		"examples": {
			{"Lan", textOf("Đã gửi")}, {"Lan", pressOf("s.see:G-2026-0001")}, {"Hạnh", pressOf("acc:G-2026-0001:2")}, {"Hạnh", textOf("Chờ xem")},
		},
		"tries": {{"Lạ", textOf("xin chào")}, {"Lạ", textOf(wrongCode)}, {"Lan", textOf(wrongCode)}, {"Lạ", pressOf("menu")}},
		"invites": {
			{"Hạnh", func(h *house) chat.Event {
				h.code("Hạnh", report.Post{Role: report.Focal, Unit: "PT001"})
				return pressing("inv:PT001:first")
			}},
			{"Hạnh", pressOf("invl:0")},
			{"Lạ", func(h *house) chat.Event { return saying(h.code("Hạnh", report.Post{Role: report.Leader})) }},
		},
	} {
		for n, turn := range turns {
			h := gateHouse(t)
			h.say("Lan", "/menu") // so that there is a talk
			h.say("Hạnh", "/menu")
			h.say("Lạ", "xin chào") // and tries
			h.say("Lan", wrongCode)
			h.forge("Lan", "resume:2") // an open draft
			ev := turn.ev(h)
			h.closed(func(tx *bolt.Tx) error {
				b := tx.Bucket([]byte(bucket))
				var keys [][]byte
				if err := b.ForEach(func(k, _ []byte) error { keys = append(keys, k); return nil }); err != nil || len(keys) == 0 {
					return fmt.Errorf("%d records of %s: %w", len(keys), bucket, err)
				}
				for _, k := range keys {
					if err := b.Put(k, []byte(`{"`)); err != nil {
						return err
					}
				}
				return nil
			})
			if err := h.handled(h.id(turn.who), ev); err == nil {
				t.Errorf("%s %d: %s, %s%s is answered", bucket, n, turn.who, ev.Text, ev.Press.Data)
			}
		}
	}
}

func textOf(text string) func(*house) chat.Event {
	return func(*house) chat.Event { return saying(text) }
}

func pressOf(data string) func(*house) chat.Event {
	return func(*house) chat.Event { return pressing(data) }
}
