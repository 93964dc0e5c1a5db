package handlers

import (
	"strings"
	"testing"

	"guongsang/internal/chat"
	"guongsang/storage"
)

// Somebody removed in the middle of a form gets nothing through any more: not
// the form, not old buttons, and no message that was waiting.
func TestRemovedInTheMiddle(t *testing.T) {
	h := officeWith(t)
	h.say("Lan", "Gửi gương")
	lan := h.screens[h.id("Lan")]
	h.member("Mai", "focal PT001 deputy")
	h.rule("acc:G-2026-0001:1") // the thanks are waiting in the outbox
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

// rule lets the officer press a button without delivering the answers.
func (h *house) rule(data string) {
	h.t.Helper()
	item := pressed(h.t, h.id("Hạnh"), data)
	h.change(func(tx *storage.Tx) error { return h.desk.Handle(tx, item) })
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
