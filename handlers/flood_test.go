package handlers

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/invite"
	"guongsang/storage"
)

// flood brings texts of one account into the inbox all at once and handles them,
// while nothing is sent. It returns what waits to be said to the account.
func (h *house) flood(id int64, said ...string) (waiting []string) {
	h.t.Helper()
	h.floodOf([]int64{id}, said...)
	return h.waiting(id)
}

// floodOf is a flood of several accounts, one after the other.
func (h *house) floodOf(ids []int64, said ...string) {
	h.t.Helper()
	var events []chat.Event
	for i := range len(ids) * len(said) {
		h.message++
		events = append(events, chat.Event{Kind: chat.Said, From: chat.Person{ID: ids[i/len(said)]}, MessageID: h.message, Text: said[i%len(said)]})
	}
	h.floodWith(events)
}

// floodWith is a flood of anything that people do in their own chats.
func (h *house) floodWith(events []chat.Event) {
	h.t.Helper()
	var updates []storage.Incoming
	for _, ev := range events {
		h.updates++
		ev.Chat, ev.Private = ev.From.ID, true
		raw, err := json.Marshal(ev)
		if err != nil {
			h.t.Fatal(err)
		}
		updates = append(updates, storage.Incoming{ID: h.updates, From: ev.From.ID, Raw: raw})
	}
	if _, err := h.store.PutUpdates(h.now, updates, nil); err != nil {
		h.t.Fatal(err)
	}
	for n := 1; n > 0; {
		var err error
		if n, err = h.store.Work(h.now, together, h.desk); err != nil {
			h.t.Fatal(err)
		}
	}
}

func (h *house) waiting(id int64) (waiting []string) {
	h.t.Helper()
	h.look(func(tx *storage.Snapshot) error {
		rows, err := tx.Outbox(10_000)
		for _, r := range rows {
			if r.Chat == id {
				waiting = append(waiting, r.Message.Text)
			}
		}
		return err
	})
	return waiting
}

func repeated(n int, text func(int) string) (all []string) {
	for i := range n {
		all = append(all, text(i))
	}
	return all
}

// guessed is what could be an invite code.
func guessed(n int) string { return strings.Repeat(string("CFGHJKM"[n%7]), invite.Length) }

// ATTACKS 7: what one account can put into the queue.
func TestFloodsLeaveAHandfulOfRows(t *testing.T) {
	h := newHouse(t)
	h.unit("PT001", "Trường Hoa Ban", "month")
	lan := h.member("Lan", "focal PT001")
	admin := h.member("Quân", "admin")

	wrong := repeated(1000, func(i int) string { return guessed(i) })
	if waiting := h.flood(5555, wrong...); len(waiting) != 5 || waiting[4] != h.desk.Office.LockedOut(h.now.Add(time.Hour)) {
		t.Errorf("a thousand wrong codes: %d answers wait: %.300q", len(waiting), waiting)
	}
	if waiting := h.waiting(admin); len(waiting) != 1 {
		t.Errorf("a thousand wrong codes: the admin is told %q", waiting)
	}
	if waiting := h.flood(lan, repeated(3000, func(int) string { return "/menu" })...); len(waiting) != 1 {
		t.Errorf("/menu: %d answers wait", len(waiting))
	}
	if waiting := h.flood(lan, repeated(300, func(i int) string { return []string{"/menu", "/trogiup", "/riengtu"}[i%3] })...); len(waiting) > 5 { // help and what is kept of people are two messages each
		t.Errorf("three words in turn: %d answers wait: %.300q", len(waiting), waiting)
	}
	h.flood(lan, "Gửi gương", "2")
	if waiting := h.flood(lan, repeated(300, func(i int) string { return fmt.Sprint("Câu trả lời thứ ", i) })...); len(waiting) > 20 {
		t.Errorf("300 texts: %d answers wait", len(waiting))
	}
}

// What happened once is told, however many wait.
func TestReceiptsOutliveAFlood(t *testing.T) {
	h := newHouse(t)
	h.unit("PT001", "Trường Hoa Ban", "month")
	lan := h.member("Lan", "focal PT001")
	h.down = true
	h.say("Lan", "Không phát sinh")
	before := h.waiting(lan)
	h.flood(lan, repeated(100, func(i int) string { return fmt.Sprint("chữ ", i) })...)
	all := h.waiting(lan)
	if len(before) == 0 || len(all) == 0 || all[0] != before[0] {
		t.Errorf("the receipt %q is gone: %q", before, all)
	}
}

// ATTACKS 8: three hundred locked accounts are two messages to an admin.
func TestAlarmsOfManyAccountsAreGathered(t *testing.T) {
	h := newHouse(t)
	admin := h.member("Quân", "admin")
	var accounts []int64
	for i := range 300 {
		accounts = append(accounts, int64(9000+i))
	}
	h.floodOf(accounts, repeated(6, guessed)...)
	if waiting := h.waiting(admin); len(waiting) != 1 {
		t.Errorf("%d alarms at once", len(waiting))
	}
	h.now = h.now.Add(time.Hour)
	h.look(func(tx *storage.Snapshot) error {
		due, err := tx.DueAlarms()
		if len(due) != 1 || due[0].Kind != storage.AlarmLocked || due[0].Count != 299 {
			t.Errorf("due after an hour: %+v", due)
		}
		return err
	})
}

// A chat to which nothing gets out fills with no more than twenty answers,
// whatever is said by turns: each answer to it has buttons of its own.
func TestAFloodByTurnsLeavesTwentyAnswers(t *testing.T) {
	for _, words := range [][]string{{"Gửi gương", "Hủy"}, {"Không phát sinh", "/menu"}, {"/ky", "/menu"}, {"Gửi gương", "2", "Hủy", "Không phát sinh"}} {
		h := newHouse(t)
		h.unit("PT001", "Trường Hoa Ban", "month quarter")
		lan := h.member("Lan", "focal PT001")
		if waiting := h.flood(lan, repeated(120, func(i int) string { return words[i%len(words)] })...); len(waiting) > 21 {
			t.Errorf("%q: %d answers wait: %q", words, len(waiting), waiting)
		}
	}
}

// So do presses, of whatever.
func TestAFloodOfPressesLeavesTwentyAnswers(t *testing.T) {
	for _, data := range []string{"d.send:1:1:2026-11:0", "nonsense", "menu"} {
		h := newHouse(t)
		h.unit("PT001", "Trường Hoa Ban", "month quarter")
		lan := h.member("Lan", "focal PT001")
		h.say("Lan", "Gửi gương")
		var events []chat.Event
		for i := range 60 {
			events = append(events, chat.Event{Kind: chat.Pressed, From: chat.Person{ID: lan}, MessageID: 9, Press: chat.Press{Query: fmt.Sprint(i), Data: data}})
		}
		h.floodWith(events)
		if n := len(h.waiting(lan)); n > 22 {
			t.Errorf("%s: %d rows wait", data, n)
		}
	}
}
