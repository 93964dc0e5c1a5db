package handlers

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// Somebody removed in the middle of a form gets nothing through any more: not
// the form, not old buttons, and no message that was waiting.
func TestRemovedInTheMiddle(t *testing.T) {
	h := officeWith(t)
	h.say("Lan", "Gửi gương")
	lan := h.screens[h.id("Lan")]
	h.member("Mai", "focal PT001 deputy")
	h.unsentPress("Hạnh", "acc:G-2026-0001:1") // the thanks are waiting in the outbox
	h.member("Lan", "")
	h.deliver()
	if got := len(h.screens[h.id("Lan")]); got != len(lan) {
		t.Errorf("a waiting message went out:\n%s", h.out.String())
	}
	before := h.records()
	h.say("Lan", "Người tốt việc tốt")
	for _, s := range lan {
		for _, b := range s.ever {
			h.do(h.id("Lan"), chat.Event{Kind: chat.Pressed, MessageID: s.id, Press: chat.Press{Data: b.Do.String()}})
		}
	}
	if h.records() != before {
		t.Error("records changed")
	}
	if got := h.screens[h.id("Lan")][len(lan):]; len(got) != 1 || got[0].message.Text != h.desk.Office.Stranger() {
		t.Errorf("answers: %v", got)
	}
}

// unsent handles a press, or a text, without delivering the answers.
func (h *house) unsent(who string, ev chat.Event) {
	h.t.Helper()
	h.message++
	ev.From.ID, ev.Chat, ev.Private = h.id(who), h.id(who), true
	if ev.Kind == chat.Said {
		ev.MessageID = h.message
	}
	raw, err := json.Marshal(ev)
	if err != nil {
		h.t.Fatal(err)
	}
	h.change(func(tx *storage.Tx) error { return h.desk.Handle(tx, storage.Item{Raw: raw}) })
}

// unsentPress is unsent for a button of a message that is gone.
func (h *house) unsentPress(who, data string) {
	h.t.Helper()
	h.unsent(who, chat.Event{Kind: chat.Pressed, Press: chat.Press{Query: "q", Data: data}})
}

// What somebody asked for and has not got when shown out stays in the house,
// also if the person is in again, as somebody else, before the messenger takes
// anything. That one was shown out is said.
func TestAnswersThatWaitAreTakenBack(t *testing.T) {
	for _, again := range []string{"", "focal PT002"} {
		h := officeWith(t)
		h.say("Lan", "/menu")
		had := len(h.screens[h.id("Lan")])
		h.unsentPress("Lan", "s.see:G-2026-0001")
		h.unsentPress("Lan", "d.new:PT001")
		h.unsentPress("Lan", "letter:PT001:2026-11")
		h.unsentPress("Hạnh", fmt.Sprintf("rmok:%d:focal:PT001", h.id("Lan")))
		if again != "" {
			h.member("Lan", again)
		}
		h.deliver()
		var got []string
		for _, s := range h.screens[h.id("Lan")][had:] {
			got = append(got, s.message.String())
		}
		want := h.desk.Office.YouAreRemoved(texts.PostOf(report.Post{Role: report.Focal, Unit: "PT001"}, "Trường Hoa Ban (PT001)"))
		if len(got) != 1 || got[0] != want {
			t.Errorf("again %q: %q", again, got)
		}
	}
}

// Who leaves hears of it, even where the question before has not gone out yet
// and its message is the one that is edited.
func TestLeavingIsSaid(t *testing.T) {
	h := officeWith(t)
	h.say("Lan", "Thôi làm đầu mối")
	message := h.screens[h.id("Lan")][0].id
	for _, data := range []string{"leave:PT001", "leaveok:PT001"} {
		h.unsent("Lan", chat.Event{Kind: chat.Pressed, MessageID: message, Press: chat.Press{Query: "q", Data: data}})
	}
	h.deliver()
	if want := h.desk.Office.YouAreRemoved("đầu mối chính của Trường Hoa Ban (PT001)"); h.screens[h.id("Lan")][0].message.Text != want || h.posts("Lan") != "" {
		t.Errorf("want %s\n%s", want, h.out.String())
	}
}

// What is told to people in a post is not delivered to them in another: the
// card of an example to an officer who serves some other unit by now, what
// befell a unit to who is of another one.
func TestWhatWasToldInALostPost(t *testing.T) {
	press := func(who, data string) func(*house) { return func(h *house) { h.unsentPress(who, data) } }
	for _, test := range []struct {
		to, now string
		said    func(h *house)
		words   string
	}{
		{"Hạnh", "focal PT002", press("Lan", "d.send:1:1:2026-11:1"), "Nhặt được ví"},
		{"Hạnh", "leader", press("Lan", "s.pulled:G-2026-0002:1"), "Đơn vị đã rút gương này"},
		{"Lan", "focal PT002", press("Quân", "pauok:PT001:2026-10"), "Hoa Ban"},
		{"Lan", "focal PT002", func(h *house) {
			h.unsentPress("Quân", fmt.Sprintf("bhn:PT001:2026-10:zalo:%d", h.now.Add(-time.Hour).Unix()))
		}, "Hoa Ban"},
		{"Hạnh", "focal PT002", func(h *house) { h.unsentPress("Quân", fmt.Sprintf("rmok:%d:focal:PT001", h.id("Lan"))) }, "Hoa Ban"},
		{"Quân", "focal PT002", func(h *house) {
			for range 5 {
				h.unsent("Lạ", chat.Event{Kind: chat.Said, Text: wrongCode})
			}
		}, "tạm khóa đến"},
	} {
		for _, now := range []string{"", test.now} {
			h := officeWith(t)
			h.member("Quân", "admin")
			for range 2 { // one for now, and one whose card the officers have
				h.change(func(tx *storage.Tx) error {
					_, err := tx.NewDraft(report.Draft{By: h.id("Lan"), Unit: "PT001", Asked: []string{"unit"}, Content: report.Content{
						Category: report.GoodDeed, Object: report.Household, Name: "Lò Thị Bình An", Place: "bản Nà Cúng", Title: "Trả lại ví",
						Summary: "Nhặt được ví, trả lại.", Consent: report.NotGiven,
					}})
					return err
				})
			}
			h.forge("Lan", "d.send:2:1:2026-11")
			had := len(h.out.String())
			test.said(h)
			if now != "" {
				h.member(test.to, now)
			}
			h.deliver()
			if told := strings.Contains(h.toldTo(test.to, had), test.words); told != (now == "") {
				t.Errorf("%q to %s, now %q: told %v\n%s", test.words, test.to, now, told, h.out.String()[had:])
			}
		}
	}
}

// toldTo is what the transcript has for one person from a place on.
func (h *house) toldTo(name string, from int) string {
	var told strings.Builder
	mine := false
	for line := range strings.Lines(h.out.String()[from:]) {
		if line != "\n" && !strings.HasPrefix(line, " ") {
			mine = strings.HasPrefix(line, "< "+name+" ") || strings.HasPrefix(line, "~ "+name+" ")
		}
		if mine {
			told.WriteString(line)
		}
	}
	return told.String()
}

// What one person wrote never reaches another unit: drafts and examples are
// shown to the unit and the agency only.
func TestHeadsAndBlockHeadsSeeNoExamples(t *testing.T) {
	h := officeWith(t)
	h.member("Bình", "blockhead Khối 1")
	for _, said := range []string{"Tình hình", "Đơn vị", "Chờ xem", "Đã gửi"} {
		h.say("Bình", said)
		h.say("Sơn", said)
	}
	if strings.Contains(h.out.String(), "Bí mật") || strings.Contains(h.out.String(), "Lò Văn A.") {
		t.Error(h.out.String())
	}
}
