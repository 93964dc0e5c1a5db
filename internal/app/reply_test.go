package app

import (
	"strings"
	"testing"
	"time"
)

// Who replies to the message of an earlier question answers that one, all the way
// over the wire; and the two halves in which a messenger sends a long text are both
// kept, in their order.
func TestReplyAndHalvesOverTheWire(t *testing.T) {
	inBubble(t, bubbleConfig(), "2026-11-13 07:50", func(b *bubble) {
		p := b.asking("2", "1")
		asked := 0
		for _, m := range p.Chat() {
			if strings.Contains(m.Text, "Họ và tên người được giới thiệu?") {
				asked = m.ID
			}
		}
		p.Say("Tẩn A Páo")
		b.pass(2 * time.Second)
		p.Reply(asked, "Tẩn A Pao")
		b.pass(2 * time.Second)
		if c := b.content(p); c.Name != "Tẩn A Pao" || c.Place != "" {
			b.fail("after the reply the name is %q, the place %q", c.Name, c.Place)
		}
		p.Say("bản Nà Cúng")
		b.pass(2 * time.Second)
		p.Say("Vận động làm đường")
		b.pass(2 * time.Second)
		first, second := strings.Repeat("Làm việc tốt. ", 270), "Phần cuối: bà con ghi nhận."
		p.Say(first)
		p.Say(second)
		b.pass(5 * time.Second)
		if c := b.content(p); c.Summary != strings.TrimSpace(first)+"\n"+second {
			b.fail("the summary has %d characters, and ends in %.60q", len(c.Summary), c.Summary[max(0, len(c.Summary)-60):])
		}
	})
}
