package handlers

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// A message that has a number is taken once; what has none, as often as it
// comes.
func TestAMessageIsTakenOnce(t *testing.T) {
	for message, want := range map[int64]int{0: 2, 1: 1, 77: 1} {
		h := newHouse(t)
		h.unit("PT001", "Trường Hoa Ban", "month")
		lan := h.member("Lan", "focal PT001")
		for range 2 {
			h.put(chat.Event{Kind: chat.Said, From: chat.Person{ID: lan}, Chat: lan, Private: true, MessageID: message, Text: "/menu"})
		}
		if got := len(h.screens[lan]); got != want {
			t.Errorf("message %d, come twice, is answered %d times", message, got)
		}
	}
}

// put brings an event in as it stands.
func (h *house) put(ev chat.Event) {
	h.t.Helper()
	h.updates++
	raw, err := json.Marshal(ev)
	if err != nil {
		h.t.Fatal(err)
	}
	if _, err := h.store.PutUpdates(h.now, []storage.Incoming{{ID: h.updates, Raw: raw}}, nil); err != nil {
		h.t.Fatal(err)
	}
	h.work()
}

// number is a person's account as buttons carry it.
func (h *house) number(name string) string { return fmt.Sprint(h.id(name)) }

// A command that nobody knows is answered as the one for help is.
func TestAnUnknownCommandGetsHelp(t *testing.T) {
	for _, who := range []string{"Lan", "Hạnh", "Thủy"} {
		h := gateHouse(t)
		h.say(who, "/trogiup")
		want := h.last(who).String()
		h.say(who, "/menu")
		for _, command := range []string{"/khongco", "/khongco@guongsang_bot x", "/"} {
			h.say(who, command)
			if got := h.last(who).String(); got != want {
				t.Errorf("%s by %s is answered\n%s\nwant\n%s", command, who, got, want)
			}
		}
	}
}

// News of a file without a file, or of nothing that is known, changes nothing
// and ends nothing.
func TestNewsOfNoFile(t *testing.T) {
	for _, ev := range []chat.Event{
		{Kind: chat.Fetched}, {Kind: chat.Fetched, Text: "photo:1:101"}, {Kind: chat.Fetched, Text: "x", Files: []chat.File{{Unique: "U"}}}, {Kind: chat.Came},
	} {
		h := gateHouse(t)
		before := h.records()
		h.do(h.id("Lan"), ev)
		h.do(h.id("Hạnh"), ev)
		if h.out.Len() > 0 || h.records() != before {
			t.Errorf("%+v:\n%s", ev, h.out.String())
		}
	}
}

// Who blocked the bot is noted with the reason, and is back with the first word.
func TestLeftAndBack(t *testing.T) {
	h := gateHouse(t)
	member := func() (m report.Member) {
		h.look(func(tx *storage.Snapshot) (err error) { m, err = tx.Member(h.id("Lan")); return err })
		return m
	}
	h.do(h.id("Lan"), chat.Event{Kind: chat.Left})
	if m := member(); !m.Unreachable.Equal(h.now) || m.Why != "blocked the bot" {
		t.Errorf("left: %+v", m)
	}
	h.do(h.id("Lan"), chat.Event{Kind: chat.Fetched}) // no sign of the person
	if member().Reachable() {
		t.Error("a file that came is taken for the person")
	}
	h.say("Lan", "/menu")
	if m := member(); !m.Reachable() || m.Why != "" {
		t.Errorf("back: %+v", m)
	}
}

// A question that may not be answered any more is refused once, and closed:
// what is said next is no answer.
func TestALostQuestionIsClosed(t *testing.T) {
	h := gateHouse(t)
	h.member("Hạnh", "officer, focal PT003")
	h.say("Hạnh", "Đơn vị")
	talk := func() (talk records.Talk) {
		h.look(func(tx *storage.Snapshot) (err error) { talk, err = tx.Talk(h.id("Hạnh")); return err })
		return talk
	}
	if talk().Ask == "" {
		t.Fatalf("nothing is asked:\n%s", h.last("Hạnh"))
	}
	h.member("Hạnh", "focal PT003")
	before := len(h.screens[h.id("Hạnh")])
	h.say("Hạnh", "dao san")
	if talk().Ask != "" || len(h.screens[h.id("Hạnh")]) != before+1 || strings.Contains(h.last("Hạnh").String(), "Dào San") {
		t.Errorf("the question %q is still open, or nothing is said:\n%s", talk().Ask, h.last("Hạnh"))
	}
}

// All who answer for an invite are told who used it, wherever the newcomer
// stands among them, and not the newcomer.
func TestAllOfficersHearWhoCame(t *testing.T) {
	for _, comer := range []string{"Hạnh", "Ngọc", "Lạ"} {
		h := gateHouse(t)
		h.member("Ngọc", "officer")
		h.say(comer, h.code("", report.Post{Role: report.Focal, Unit: "PT003"}))
		for _, officer := range []string{"Hạnh", "Ngọc", "Quân"} {
			told := false
			for _, s := range h.screens[h.id(officer)] {
				for _, b := range flat(s.message.Buttons) {
					told = told || b.Label == texts.LabelRemove
				}
			}
			if told == (officer == comer) {
				t.Errorf("%s came: %s is told %t", comer, officer, told)
			}
		}
	}
}

// Asking again for the same invite within twenty seconds is a double tap.
func TestASecondPressOfAnInvite(t *testing.T) {
	for later, again := range map[time.Duration]bool{0: false, 19 * time.Second: false, 20 * time.Second: true, time.Minute: true} {
		h := gateHouse(t)
		h.forge("Hạnh", "inv:PT003:first")
		before := len(h.screens[h.id("Hạnh")])
		h.now = h.now.Add(later)
		h.forge("Hạnh", "inv:PT003:first")
		if made := len(h.screens[h.id("Hạnh")]) > before; made != again {
			t.Errorf("%v later another is made: %t", later, made)
		}
	}
}

// Of two admins one may take out the other; the last one stays.
func TestTheLastAdminStays(t *testing.T) {
	h := gateHouse(t)
	h.member("Minh", "admin")
	h.forge("Quân", "rmok:"+h.number("Minh")+":admin:")
	if h.posts("Minh") != "" {
		t.Errorf("Minh is still %s", h.posts("Minh"))
	}
	h.forge("Quân", "rmok:"+h.number("Quân")+":admin:")
	if h.posts("Quân") != "admin" || h.last("Quân").Text != texts.LastAdmin() {
		t.Errorf("Quân is %q, and is told %q", h.posts("Quân"), h.last("Quân"))
	}
}

// What lets people in and out, and keeps them out, is in the audit log, each in
// a line of its own.
func TestWhatIsAudited(t *testing.T) {
	h := gateHouse(t)
	for range 5 {
		h.say("Lạ", wrongCode)
	}
	h.forge("Hạnh", "inv:PT003:first")
	h.say("Khách", h.code("Hạnh", report.Post{Role: report.Focal, Unit: "PT003", Deputy: true}))
	h.code("Tú", report.Post{Role: report.Focal, Unit: "PT002", Deputy: true})
	h.forge("Hạnh", "rmok:"+h.number("Tú")+":focal:PT002")
	h.look(func(tx *storage.Snapshot) error {
		page, err := tx.AuditLog(records.AuditQuery{}, 0)
		for did, want := range map[report.Deed]struct {
			by string
			of report.Ref
		}{
			report.AccountLocked: {"Lạ", report.Ref{Member: h.id("Lạ")}},
			report.InviteMade:    {"Hạnh", report.Ref{Role: report.Focal, Unit: "PT003"}},
			report.InviteUsed:    {"Khách", report.Ref{Role: report.Focal, Deputy: true, Unit: "PT003"}},
			report.PostEnded:     {"Hạnh", report.Ref{Role: report.Focal, Unit: "PT002", Member: h.id("Tú")}},
			report.InviteRevoked: {"Hạnh", report.Ref{Role: report.Focal, Deputy: true, Unit: "PT002"}},
		} {
			n := 0
			for _, l := range page.Lines {
				of := l.Ref
				of.Invite, of.Fields = "", nil
				if l.Did == did && l.By == h.id(want.by) && reflect.DeepEqual(of, want.of) {
					n++
				}
			}
			if n != 1 {
				t.Errorf("%q by %s of %+v: %d lines in\n%+v", did, want.by, want.of, n, page.Lines)
			}
		}
		return err
	})
}
