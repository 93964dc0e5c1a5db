package handlers

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/storage"
	"guongsang/storage/disk"
)

// A place is one key of one bucket of the store.
type place struct{ bucket, key string }

// closed lets fn work on the store's file, which is closed meanwhile.
func (h *house) closed(fn func(*bolt.Tx) error) {
	h.t.Helper()
	dir, rules := h.store.Dir(), h.store.Rules()
	if err := h.store.Close(); err != nil {
		h.t.Fatal(err)
	}
	db, err := bolt.Open(filepath.Join(dir, disk.FileName), 0o600, &bolt.Options{NoSync: true})
	if err != nil {
		h.t.Fatal(err)
	}
	if err := errors.Join(db.Update(fn), db.Close()); err != nil {
		h.t.Fatal(err)
	}
	if h.store, err = storage.Open(dir, rules); err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() { h.store.Close() })
}

// contents is all that the store holds.
func (h *house) contents() map[place]string {
	h.t.Helper()
	all := map[place]string{}
	h.closed(func(tx *bolt.Tx) error {
		return tx.ForEach(func(bucket []byte, b *bolt.Bucket) error {
			return b.ForEach(func(k, v []byte) error {
				all[place{string(bucket), string(k)}] = string(v)
				return nil
			})
		})
	})
	return all
}

// handled lets the desk handle an event in a change of its own.
func (h *house) handled(id int64, ev chat.Event) error {
	h.t.Helper()
	ev.From, ev.Chat, ev.Private, ev.MessageID = chat.Person{ID: id, Name: h.name(id)}, id, true, 9_999
	raw, err := json.Marshal(ev)
	if err != nil {
		h.t.Fatal(err)
	}
	return h.store.Update(h.now, func(tx *storage.Tx) error { return h.desk.Handle(tx, storage.Item{Raw: raw}) })
}

// saying and pressing are events.
func saying(text string) chat.Event { return chat.Event{Kind: chat.Said, Text: text} }

func pressing(data string) chat.Event {
	return chat.Event{Kind: chat.Pressed, Press: chat.Press{Query: "q", Data: data}}
}

// What lets people in and out is done wholly or not at all: whichever record of
// it the disk refuses, the whole turn fails, to be tried again.
func TestARefusedWriteFailsTheTurn(t *testing.T) {
	for _, turn := range []struct {
		who string
		ev  func(h *house) chat.Event
	}{
		{"Lạ", func(*house) chat.Event { return saying("xin chào") }},
		{"Lạ", func(*house) chat.Event { return saying(wrongCode) }},
		{"Lạ", func(h *house) chat.Event {
			return saying(h.code("Hạnh", report.Post{Role: report.Focal, Unit: "PT003"}))
		}},
		{"Tú", func(h *house) chat.Event { return saying(h.code("", report.Post{Role: report.Focal, Unit: "PT003"})) }},
		{"Lạ", func(h *house) chat.Event {
			return saying(h.code("Lan", report.Post{Role: report.Focal, Unit: "PT001", Deputy: true}))
		}},
		{"Lạ", func(h *house) chat.Event { // the last of five
			for range 4 {
				h.say("Lạ", wrongCode)
			}
			return saying(wrongCode)
		}},
		{"Hạnh", func(h *house) chat.Event { return pressing("inv:PT001:first") }},
		{"Hạnh", func(h *house) chat.Event { return pressing(fmt.Sprintf("rmok:%d:focal:PT001", h.id("Lan"))) }},
		{"Hạnh", func(h *house) chat.Event { // the unit's last focal point, who made a code
			h.code("Tú", report.Post{Role: report.Focal, Unit: "PT002", Deputy: true})
			return pressing(fmt.Sprintf("rmok:%d:focal:PT002", h.id("Tú")))
		}},
		{"Mai", func(h *house) chat.Event { return pressing("leaveok:PT001") }},
		{"Lan", func(h *house) chat.Event { return pressing("hand:PT001") }},
		{"Hạnh", func(h *house) chat.Event { return pressing("invx:" + strings.Repeat("1", 16)) }},
		{"Lan", func(*house) chat.Event { return chat.Event{Kind: chat.Left} }},
	} {
		h := gateHouse(t)
		ev, id := turn.ev(h), h.id(turn.who)
		before := h.contents()
		var added []place
		// Once in a copy: what is added by it.
		twin := gateHouse(t)
		twinEvent := turn.ev(twin)
		old := twin.contents()
		if err := twin.handled(id, twinEvent); err != nil {
			t.Fatalf("%s, %s%s: %v", turn.who, ev.Text, ev.Press.Data, err)
		}
		for p := range twin.contents() {
			if _, known := old[p]; !known {
				added = append(added, p)
			}
		}
		if len(added) == 0 && ev.Kind != chat.Left {
			t.Errorf("%s, %s%s adds nothing", turn.who, ev.Text, ev.Press.Data)
		}
		for _, p := range added {
			if _, known := before[p]; known || strings.Contains(p.bucket, "invites") && ev.Press.Data != "" {
				continue // under the hash of a code that is drawn anew
			}
			h.closed(func(tx *bolt.Tx) error {
				_, err := tx.Bucket([]byte(p.bucket)).CreateBucket([]byte(p.key))
				return err
			})
			if err := h.handled(id, ev); err == nil {
				t.Errorf("%s, %s%s: %s %q is refused, and the turn goes on", turn.who, ev.Text, ev.Press.Data, p.bucket, p.key)
			}
			h.closed(func(tx *bolt.Tx) error { return tx.Bucket([]byte(p.bucket)).DeleteBucket([]byte(p.key)) })
		}
		if len(h.contents()) != len(before) {
			t.Errorf("%s, %s%s: something stays", turn.who, ev.Text, ev.Press.Data)
		}
	}
}
