package handlers

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"guongsang/internal/chat"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// readFor prepares an event as the store does before it writes, and has the
// answer read if it only reads.
func (h *house) readFor(name string, ev chat.Event, message int64) (item storage.Item, reads bool) {
	h.t.Helper()
	id := h.id(name)
	ev.From, ev.Chat, ev.Private, ev.MessageID = chat.Person{ID: id, Name: name}, id, true, message
	raw, err := json.Marshal(ev)
	if err != nil {
		h.t.Fatal(err)
	}
	item = storage.Item{Seq: 99, From: id, Raw: raw}
	err = h.store.View(h.now, func(tx *storage.Snapshot) error {
		if reads = h.desk.Prepare(tx, &item); reads {
			h.desk.Answer(tx, &item)
		}
		return nil
	})
	if err != nil {
		h.t.Fatal(err)
	}
	return item, reads
}

// What was read is said as it was read while it is still true who asks and what
// is open; else the event is answered anew, as by one who writes.
func TestWhatWasReadIsCheckedWhenItIsWritten(t *testing.T) {
	for name, test := range map[string]struct {
		meanwhile func(h *house)
		say       string
		anew      bool
	}{
		"nothing happened": {func(*house) {}, "Nhập mã", false},
		"the post was lost": {
			func(h *house) { h.member("Hạnh", "leader") }, "vai trò khác", true,
		},
		"a question was opened": {
			func(h *house) {
				h.change(func(tx *storage.Tx) error {
					return tx.PutTalk(h.id("Hạnh"), records.Talk{Ask: "unit", Args: []string{"show"}})
				})
			}, "Nhập mã", true,
		},
	} {
		h := gateHouse(t)
		item, reads := h.readFor("Hạnh", saying(texts.WordUnits), 9_001)
		if known, _ := item.Prepared.(*prepared); !reads || known == nil || known.answer == nil {
			t.Fatalf("%s: nothing was read", name)
		}
		if said := h.waiting(h.id("Hạnh")); len(said) != 0 {
			t.Errorf("%s: said before it was written: %q", name, said)
		}
		test.meanwhile(h)
		var again bool
		h.change(func(tx *storage.Tx) error {
			again = tx.Stamp(h.id("Hạnh")) != item.Prepared.(*prepared).stamp
			return h.desk.Handle(tx, item)
		})
		said := strings.Join(h.waiting(h.id("Hạnh")), "\n")
		if again != test.anew || !strings.Contains(said, test.say) {
			t.Errorf("%s: answered anew %t, said %q", name, again, said)
		}
		// The same message under another update id.
		twin, _ := h.readFor("Hạnh", saying(texts.WordUnits), 9_001)
		before := len(h.waiting(h.id("Hạnh")))
		h.change(func(tx *storage.Tx) error { return h.desk.Handle(tx, twin) })
		if after := len(h.waiting(h.id("Hạnh"))); after != before {
			t.Errorf("%s: answered twice", name)
		}
	}
}

// The routes by which people look at things read; among them all that goes
// through the records of many units.
func TestWhatReads(t *testing.T) {
	var reads, writes []string
	for _, r := range routes {
		name := fmt.Sprint(r.Verb, r.Question, r.Commands)
		if r.Do.Reads {
			reads = append(reads, name)
		} else {
			writes = append(writes, name)
		}
	}
	for _, want := range []string{"tinhhinh", "choxem", "dagui", "ky", "donvi", "moi", "quantri", "menu", "help", "tim"} {
		if !slices.ContainsFunc(reads, func(name string) bool { return strings.Contains(name, want) }) {
			t.Errorf("/%s does not read alone", want)
		}
	}
	if len(reads) < 60 || len(writes) < 50 {
		t.Errorf("%d routes read, %d write", len(reads), len(writes))
	}
}

// What those type who look at many examples is looked for beside the writer; what
// looks for nothing is answered in full.
func TestWordsAreLookedForBesideTheWriter(t *testing.T) {
	h := gateHouse(t)
	for _, test := range []struct {
		name, text  string
		reads, read bool
	}{
		{"Hạnh", "hiến đất", true, true}, {"Hạnh", "Ánh", true, true}, {"Thủy", "hiến đất", true, true}, {"Thủy", "Ánh", true, false},
		{"Hạnh", "chuyện đâu đâu", true, false}, {"Bình", "hiến đất", false, false}, {"Tú", "hiến đất", false, false},
	} {
		item, reads := h.readFor(test.name, saying(test.text), 9_001)
		known, _ := item.Prepared.(*prepared)
		if read := known != nil && known.answer != nil; reads != test.reads || read != test.read {
			t.Errorf("%q by %s: reads %t, was read %t", test.text, test.name, reads, read)
		}
	}
}

// An event of somebody who is no member, who comes back, or who may not ask, is
// not read: what follows from it has to be written.
func TestWhatIsNotRead(t *testing.T) {
	h := gateHouse(t)
	h.change(func(tx *storage.Tx) error { return tx.MarkGone(h.id("Tú"), "blocked") })
	for _, test := range []struct {
		who string
		ev  chat.Event
	}{
		{"Lạ", saying(texts.WordMenu)},
		{"Tú", saying(texts.WordSent)},
		{"Lan", saying(texts.WordUnits)},
		{"Lan", saying(texts.LabelNil)},
		{"Lan", pressing("no such verb")},
		{"Lan", chat.Event{Kind: chat.Left}},
		{"Lan", chat.Event{Kind: chat.Said, Text: "x", Files: []chat.File{{Kind: chat.Photo, ID: "F"}}}},
	} {
		item, _ := h.readFor(test.who, test.ev, 9_002)
		if known, _ := item.Prepared.(*prepared); known != nil && known.answer != nil {
			t.Errorf("%s: %+v was read", test.who, test.ev)
		}
	}
	group := chat.Event{Kind: chat.Said, Text: texts.WordMenu, From: chat.Person{ID: h.id("Lan")}, Chat: -5}
	raw, _ := json.Marshal(group)
	item := storage.Item{Raw: raw}
	if h.desk.Prepare(nil, &item) {
		t.Error("a group was read for")
	}
}

// Whose a text is that an officer passes on, and which units a list names, is
// found out without writing.
func TestWhatIsPassedOnIsRead(t *testing.T) {
	h := gateHouse(t)
	for i, ev := range []chat.Event{
		{Kind: chat.Said, Forwarded: true, Text: "Trường Hoa Ban xin gửi gương cô Lò Thị Mai chín năm đưa học sinh qua suối"},
		saying("các đơn vị sau không phát sinh tháng 12: Trường Hoa Ban, xã Dào San"),
	} {
		item, _ := h.readFor("Hạnh", ev, 9_010+int64(i))
		if known, _ := item.Prepared.(*prepared); known == nil || known.answer == nil {
			t.Errorf("%q was not read", ev.Text)
		}
	}
}
