package handlers

import (
	"fmt"
	"strings"
	"testing"

	"guongsang/internal/chat"
)

// FuzzTurn: whatever is typed and whatever a button carries, nothing is set
// aside, every press is answered once, what is said fits, and a stranger hears
// nothing of units and people.
func FuzzTurn(f *testing.F) {
	f.Add("Gửi gương", "intro")
	f.Add("/start KM4TN-X7QPR-2VJC", "nil:PT001:2026-11")
	f.Add("Họ tên: Lò Văn A\nViệc làm: b", "acc:G-2026-0001:1")
	f.Add("2", "unita:AAAA:0")
	f.Add("32/13/2026", "::::")
	for n, r := range routes {
		if r.Verb != "" && n%8 == 0 { // the others are TestGate's
			f.Add("Không", string(r.Verb)+":PT001:1:2026-11")
		}
	}
	f.Fuzz(func(t *testing.T, text, data string) {
		if strings.TrimSpace(text) == "" {
			text = "?"
		}
		h := officeWith(t)
		for _, name := range []string{"Lan", "Hạnh", "Người lạ"} {
			h.do(h.id(name), chat.Event{Kind: chat.Said, Text: text})
			if all := h.screens[h.id(name)]; len(all) > 0 {
				h.do(h.id(name), chat.Event{Kind: chat.Pressed, MessageID: all[len(all)-1].id, Press: chat.Press{Data: data}})
			}
			h.do(h.id(name), chat.Event{Kind: chat.Said, Text: text})
		}
		for n := 1; n <= h.presses; n++ {
			if got := h.answers[fmt.Sprintf("q%d", n)]; got != 1 {
				t.Errorf("press %d has %d answers", n, got)
			}
		}
		for _, s := range h.screens[h.id("Người lạ")] {
			for _, secret := range []string{"Hoa Ban", "Bí mật", "Lò Văn A."} {
				if strings.Contains(s.message.String(), secret) && !strings.Contains(text, secret) {
					t.Errorf("a stranger hears %q:\n%s", secret, s.message)
				}
			}
		}
	})
}
