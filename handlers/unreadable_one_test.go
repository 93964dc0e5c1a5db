package handlers

import (
	"fmt"
	"testing"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/storage/layout"
)

// Where the record of one other person cannot be read whom a turn concerns,
// nobody is let in or shown out: neither is the person taken for somebody who is
// not there, nor is nothing said of it.
func TestAnotherUnreadableMemberFailsTheTurn(t *testing.T) {
	for name, test := range map[string]struct {
		who, unreadable string
		ev              func(h *house) chat.Event
	}{
		"the chính who would become deputy": {"Lạ", "Lan", func(h *house) chat.Event {
			return saying(h.code("Hạnh", report.Post{Role: report.Focal, Unit: "PT001"}))
		}},
		"the officer who would hear of a newcomer": {"Lạ", "Hạnh", func(h *house) chat.Event {
			return saying(h.code("Lan", report.Post{Role: report.Focal, Unit: "PT001", Deputy: true}))
		}},
		"the maker of a code": {"Lạ", "Lan", func(h *house) chat.Event {
			return saying(h.code("Lan", report.Post{Role: report.Focal, Unit: "PT001", Deputy: true}))
		}},
		"whoever is to be shown out": {"Hạnh", "Tú", func(h *house) chat.Event {
			return pressing(fmt.Sprintf("rmok:%d:focal:PT002", h.id("Tú")))
		}},
		"the officer who would hear that a unit has nobody left": {"Quân", "Hạnh", func(h *house) chat.Event {
			return pressing(fmt.Sprintf("rmok:%d:focal:PT002", h.id("Tú")))
		}},
		"a third admin": {"Quân", "Hai", func(h *house) chat.Event {
			return pressing(fmt.Sprintf("rmok:%d:admin", h.id("Ba")))
		}},
	} {
		t.Run(name, func(t *testing.T) {
			h := gateHouse(t)
			h.member("Hai", "admin")
			h.member("Ba", "admin")
			h.say("Lạ", "xin chào")
			ev := test.ev(h)
			setMember := func(value func(old string) string) {
				h.closed(func(tx *bolt.Tx) error {
					b, key := tx.Bucket(layout.BucketMembers), layout.Key(h.id(test.unreadable))
					before := string(b.Get(key))
					if before == "" {
						return fmt.Errorf("no record of %s", test.unreadable)
					}
					return b.Put(key, []byte(value(before)))
				})
			}
			var whole string
			setMember(func(old string) string { whole = old; return `{"` })
			if err := h.handled(h.id(test.who), ev); err == nil {
				t.Error("the turn goes on")
			}
			setMember(func(string) string { return whole })
			if err := h.handled(h.id(test.who), ev); err != nil {
				t.Errorf("once it can be read: %v", err)
			}
		})
	}
}
