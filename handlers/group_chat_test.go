package handlers

import (
	"cmp"
	"encoding/json"
	"testing"

	"guongsang/internal/chat"
	"guongsang/internal/invite"
	"guongsang/internal/report"
	"guongsang/storage"
)

// group is a chat that is nobody's own.
const group = -1001234

// A groupHouse has a member for each role, an example that waits for a ruling,
// and a code that lets somebody in: all that a group could spoil.
func groupHouse(t *testing.T) (h *house, code string) {
	t.Helper()
	h = newHouse(t)
	h.unit("PT001", "Trường Hoa Ban", "month quarter")
	h.member("Lan", "focal PT001")
	h.member("Hạnh", "officer, admin")
	h.change(func(tx *storage.Tx) error {
		var i report.Invite
		code, i = invite.Issue(report.Post{Role: report.Admin}, h.id("Hạnh"), h.now)
		if err := tx.PutInvite(i); err != nil {
			return err
		}
		_, err := tx.NewExample(report.Example{
			Unit: "PT001", By: h.id("Lan"), Periods: []report.Period{{Duty: report.Month, Year: 2026, Number: 11}}, Review: report.Received,
			Sent: h.now, Received: h.now, Content: report.Content{Category: report.GoodDeed, Object: report.Person, Name: "Lò Văn A", Title: "Trả lại ví"},
		})
		return err
	})
	return h, code
}

// handle hands the desk one event as it stands.
func (h *house) handle(ev chat.Event) {
	h.t.Helper()
	h.updates++
	h.message++
	ev.At, ev.MessageID = h.now, h.message
	raw, err := json.Marshal(ev)
	if err != nil {
		h.t.Fatal(err)
	}
	if _, err := h.store.PutUpdates(h.now, []storage.Incoming{{ID: h.updates, Raw: raw}}, nil); err != nil {
		h.t.Fatal(err)
	}
	h.work()
}

// kept is what was stored of a person's acts, and of the example and the code.
func (h *house) kept(id int64, code string) string {
	h.t.Helper()
	var all []any
	h.look(func(tx *storage.Snapshot) error {
		m, _ := tx.Member(id) // a stranger has none
		talk, err1 := tx.Talk(id)
		drafts, err2 := tx.Drafts(id)
		tries, err3 := tx.Tries(id)
		e, err4 := tx.Example("G-2026-0001")
		i, err5 := tx.Invite(invite.Hash(code))
		filings, err6 := tx.FilingsIn(report.Period{Duty: report.Month, Year: 2026, Number: 11})
		all = []any{m, talk, drafts, tries, e, i, filings}
		for _, err := range []error{err1, err2, err3, err4, err5, err6} {
			if err != nil {
				return err
			}
		}
		return nil
	})
	b, err := json.Marshal(all)
	if err != nil {
		h.t.Fatal(err)
	}
	return string(b)
}

// public are events that would each leave something behind if they came from
// that person in private.
func public(code string) map[string][]chat.Event {
	press := func(data string) chat.Event {
		return chat.Event{Kind: chat.Pressed, Press: chat.Press{Query: "q", Data: data}}
	}
	file := []chat.File{{Kind: chat.Photo, ID: "F", Unique: "U", MIME: "image/jpeg", Size: 1000}}
	return map[string][]chat.Event{
		"stranger": {
			{Kind: chat.Said, Text: "xin chào"}, {Kind: chat.Said, Text: "/start 23456-CFGHJ-KMNP"}, {Kind: chat.Said, Text: code},
			press("menu"), {Kind: chat.Unknown},
		},
		"Lan": {
			{Kind: chat.Said, Text: "Gửi gương"}, {Kind: chat.Said, Text: "/menu"}, {Kind: chat.Said, Files: file},
			press("nil:PT001:2026-11"), {Kind: chat.Unknown}, {Kind: chat.Edited, Text: "a"}, {Kind: chat.Left},
		},
		"Hạnh": {
			{Kind: chat.Said, Text: "Chờ xem"}, press("acc:G-2026-0001:1"),
			{Kind: chat.Said, Files: []chat.File{{Kind: chat.Document, ID: "D", Unique: "D", Name: "don-vi.csv", MIME: "text/csv", Size: 100}}},
		},
	}
}

// In a group, a channel, or from a machine nothing is answered, taken down or
// counted, whoever speaks: what is said there is read by others.
func TestGroupsAndMachinesGetNoAnswer(t *testing.T) {
	for _, from := range []struct {
		name string
		in   func(id int64, ev chat.Event) chat.Event
	}{
		{"a group", func(id int64, ev chat.Event) chat.Event {
			ev.From.ID, ev.Chat = id, group
			return ev
		}},
		{"a group that says it is the person's own chat", func(id int64, ev chat.Event) chat.Event {
			ev.From.ID, ev.Chat = id, id
			return ev
		}},
		{"a machine", func(id int64, ev chat.Event) chat.Event {
			ev.From.ID, ev.From.Bot, ev.Chat, ev.Private = id, true, id, true
			return ev
		}},
		{"a channel", func(id int64, ev chat.Event) chat.Event {
			ev.Chat, ev.Private = group, true
			return ev
		}},
	} {
		h, code := groupHouse(t)
		for name, events := range public(code) {
			id := h.id(name)
			before := h.kept(id, code)
			for _, ev := range events {
				h.handle(from.in(id, ev))
				if h.out.Len() > 0 {
					t.Fatalf("%s: %s %q by %s is answered:\n%s", from.name, ev.Kind, ev.Text+ev.Press.Data, name, h.out.String())
				}
				if after := h.kept(id, code); after != before {
					t.Fatalf("%s: %s %q by %s leaves something\nbefore %s\nafter  %s", from.name, ev.Kind, ev.Text+ev.Press.Data, name, before, after)
				}
			}
		}
	}
}

// The same events do something where they are meant to.
func TestThePrivateChatIsAnswered(t *testing.T) {
	_, code := groupHouse(t)
	for name, events := range public(code) {
		for n := range events {
			h, code := groupHouse(t)
			id, ev := h.id(name), public(code)[name][n]
			before := h.kept(id, code)
			h.screens[id] = append(h.screens[id], &screened{id: cmp.Or(ev.MessageID, 1)})
			ev.From.ID, ev.Chat, ev.Private = id, id, true
			h.handle(ev)
			if h.out.Len() == 0 && h.kept(id, code) == before {
				t.Errorf("%s %q by %s does nothing in private: the proof above is empty", ev.Kind, ev.Text+ev.Press.Data, name)
			}
		}
	}
}

// Nobody is told in private, or at all, that something said in a group could
// not be taken down; in the own chat the person is.
func TestNoApologyForAGroup(t *testing.T) {
	for private, want := range map[bool]int{true: 1, false: 0} {
		h, _ := groupHouse(t)
		lan := h.id("Lan")
		raw, err := json.Marshal(chat.Event{Kind: chat.Said, From: chat.Person{ID: lan}, Chat: lan, Private: private, Text: "a"})
		if err != nil {
			t.Fatal(err)
		}
		h.change(func(tx *storage.Tx) error {
			return h.desk.GiveUp(tx, storage.Dead{Item: storage.Item{ID: 7, Seq: 3, Raw: raw}, Why: "panic"})
		})
		h.deliver()
		if got := len(h.screens[lan]); got != want {
			t.Errorf("private %v: Lan is told %d times, want %d", private, got, want)
		}
		if got := len(h.screens[h.id("Hạnh")]); got != 1 {
			t.Errorf("private %v: the admin is told %d times, want once", private, got)
		}
	}
}
