package handlers

import (
	"fmt"
	"strings"
	"testing"
	"text/tabwriter"
	"unicode"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// A way of introducing somebody, as lines of a conversation of Lan.
type way struct {
	name   string
	lines  []string
	told   string // name, place and deed, as far as they are typed
	pasted string // what was there before anything was typed
	// The bounds: taps, new messages of the bot, letters and digits typed beyond told.
	taps, messages, beyond int
	want                   string // what everybody will read for the name, in the last preview
}

// A cost is what a way took.
type cost struct{ taps, messages, edits, typed int }

const (
	paoDeed   = "cứu 2 cháu nhỏ đuối nước ở suối Nậm Na chiều 1/11, đưa cả hai về nhà an toàn rồi báo công an xã."
	paoTold   = "Tẩn A Páo" + "bản Nà Cúng" + paoDeed
	noConsent = "3. Chưa hỏi hoặc chưa đồng ý"
)

var ways = []way{
	{
		name: "one long message", told: paoTold, taps: 7, messages: 5, want: "như trên",
		lines: []string{"Tẩn A Páo, bản Nà Cúng, " + paoDeed, "[1. Đồng ý tên và ảnh]", "[Từ 16 tuổi trở lên]", "[Gửi]"},
	},
	{
		name: "one message of three lines", told: paoTold, taps: 7, messages: 5, want: "T.A.P.; không dùng ảnh",
		lines: []string{"Tẩn A Páo\\nbản Nà Cúng\\n" + paoDeed, "[" + noConsent + "]", "[Từ 16 tuổi trở lên]", "[Gửi]"},
	},
	{
		name: "photos first", told: paoTold, taps: 7, messages: 5, want: "như trên; kèm 3 ảnh",
		lines: []string{"<photos a b c>", "Tẩn A Páo, bản Nà Cúng, " + paoDeed, "[1. Đồng ý tên và ảnh]", "[Từ 16 tuổi trở lên]", "[Gửi]"},
	},
	{
		name: "photos first, and told with them", told: paoTold, taps: 7, messages: 5, want: "như trên; kèm 3 ảnh",
		lines: []string{"<photos a b c> Tẩn A Páo, bản Nà Cúng, " + paoDeed, "[1. Đồng ý tên và ảnh]", "[Từ 16 tuổi trở lên]", "[Gửi]"},
	},
	{
		name: "photos first, then bit by bit", told: paoTold, taps: 7, messages: 5, want: "như trên; kèm 2 ảnh",
		lines: []string{"<photos a b>", "Tẩn A Páo", "bản Nà Cúng", paoDeed, "[1. Đồng ý tên và ảnh]", "[Từ 16 tuổi trở lên]", "[Gửi]"},
	},
	{
		name: "pasted template", told: paoTold, pasted: "Họ tên: Nơi ở: Việc làm: ", taps: 7, messages: 5, want: "như trên",
		lines: []string{"Họ tên: Tẩn A Páo\\nNơi ở: bản Nà Cúng\\nViệc làm: " + paoDeed, "[1. Đồng ý tên và ảnh]", "[Từ 16 tuổi trở lên]", "[Gửi]"},
	},
	{
		name: "a child", told: "Em Giàng A Minh" + "bản Nà Mai" + "sinh năm 2014" + "nhặt được ví có 5 triệu đồng, trả lại tận nhà cho người mất.", taps: 9, messages: 5, want: "Em Minh; không dùng ảnh",
		lines: []string{"Em Giàng A Minh, sinh năm 2014, bản Nà Mai, nhặt được ví có 5 triệu đồng, trả lại tận nhà cho người mất.",
			"[1. Đồng ý tên và ảnh]", "[1. Đã đồng ý]", "[1. Đã đồng ý]", "[Gửi]"},
	},
	{
		name: "a voice note as the deed", told: "Tẩn A Páo" + "bản Nà Cúng", taps: 7, messages: 5, want: "như trên",
		lines: []string{"<voice v>", "Tẩn A Páo", "bản Nà Cúng", "[1. Đồng ý tên và ảnh]", "[Từ 16 tuổi trở lên]", "[Gửi]"},
	},
	{
		// A way to change what was proposed, by one tap each and a choice or a text.
		name: "one message, kind and title changed", told: paoTold + "Dũng cảm cứu trẻ", taps: 7, messages: 5, want: "như trên",
		lines: []string{"Tẩn A Páo, bản Nà Cúng, " + paoDeed, "[Đổi loại]", "[Người tốt việc tốt]", "[Đổi tiêu đề]", "Dũng cảm cứu trẻ",
			"[1. Đồng ý tên và ảnh]", "[Từ 16 tuổi trở lên]", "[Gửi]"},
	},
	{
		// Each of the seven is answered by a tap or a text, and each text is answered by a new
		// message: what is typed beyond is the word that begins, and the title.
		name: "seven questions", told: paoTold, taps: 6, messages: 7, beyond: 30, want: "như trên",
		lines: []string{"Gửi gương", "[2. Người tốt việc tốt]", "[1. Cá nhân]", "Tẩn A Páo", "bản Nà Cúng", "Cứu hai cháu nhỏ đuối nước", paoDeed,
			"[1. Đồng ý tên và ảnh]", "[Từ 16 tuổi trở lên]", "[Gửi]"},
	},
}

// TestTwoMinutes holds what an introduction costs at most, and what its way must be
// like: "Gửi" comes only once the consent is answered, no message has more than six
// buttons, the preview shows the name as the public will read it, and the receipt
// is a new message, the last.
func TestTwoMinutes(t *testing.T) {
	var table strings.Builder
	out := tabwriter.NewWriter(&table, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(out, "way\ttaps\tmessages\tedits\ttyped\tbeyond name, place, deed\t")
	for _, one := range ways {
		t.Run(one.name, func(t *testing.T) {
			c := one.take(t)
			beyond := c.typed - written(one.told+one.pasted)
			fmt.Fprintf(out, "%s\t%d\t%d\t%d\t%d\t%d\t\n", one.name, c.taps, c.messages, c.edits, c.typed, beyond)
			if c.taps > one.taps || c.messages > one.messages || beyond > one.beyond {
				t.Errorf("%d taps of %d, %d messages of %d, %d letters beyond name, place and deed, of %d",
					c.taps, one.taps, c.messages, one.messages, beyond, one.beyond)
			}
		})
	}
	if err := out.Flush(); err != nil {
		t.Fatal(err)
	}
	t.Logf("what introducing somebody takes\n%s", table.String())
}

// take walks a way and counts.
func (w way) take(t *testing.T) (c cost) {
	h := newHouse(t)
	h.unit("PT001", "Trường Mầm non Hoa Ban", "month")
	h.member("Lan", "focal PT001")
	h.member("Hạnh", "officer")
	last := chat.Message{}
	for _, line := range w.lines {
		before := len(h.screens[h.id("Lan")])
		if strings.HasPrefix(line, "[") {
			c.taps++
			last = h.last("Lan")
		} else if _, text, ok := strings.Cut(line, ">"); ok {
			c.typed += written(text)
		} else {
			c.typed += written(strings.ReplaceAll(line, `\n`, "\n"))
		}
		h.act("Lan", line)
		c.messages += len(h.screens[h.id("Lan")]) - before
		h.holdsOnTheWay(line)
	}
	c.edits = strings.Count(h.out.String(), "~ Lan ")
	if public := "Tên khi đăng: " + w.want + "\n"; !strings.Contains(last.Text+"\n", public) {
		t.Errorf("the last preview does not say %q:\n%s", public, last)
	}
	all := h.screens[h.id("Lan")]
	if receipt := all[len(all)-1]; !strings.Contains(receipt.message.Title, "G-2026-0001") || len(receipt.ever) > len(flat(receipt.message.Buttons)) {
		t.Errorf("the last message is no receipt: %s", receipt.message)
	}
	w.filed(t, h)
	return c
}

// written counts the letters and digits of a text.
func written(text string) (n int) {
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// filed holds that all was sent that was told.
func (w way) filed(t *testing.T, h *house) {
	h.look(func(tx *storage.Snapshot) error {
		e, err := tx.Example("G-2026-0001")
		if err != nil {
			t.Fatalf("nothing was sent: %v\n%s", err, h.out.String())
		}
		c := e.Content
		if c.Category != report.GoodDeed || c.Object != report.Person || c.Place == "" || c.Title == "" || strings.Contains(c.Title, c.Name+",") {
			t.Errorf("sent %+v", c)
		}
		return nil
	})
	if strings.Contains(w.lines[0], "voice") != strings.Contains(h.last("Hạnh").Text, "nghe và gõ lại") {
		t.Errorf("the officer reads %s", h.last("Hạnh"))
	}
}

// holdsOnTheWay holds what is true of every message on the way.
func (h *house) holdsOnTheWay(line string) {
	h.t.Helper()
	answered := true
	h.look(func(tx *storage.Snapshot) error {
		drafts, err := tx.Drafts(h.id("Lan"))
		for _, d := range drafts {
			answered = answered && d.Content.Consent != ""
		}
		return err
	})
	for _, s := range h.screens[h.id("Lan")] {
		if n := len(flat(s.message.Buttons)); n > 6 {
			h.t.Errorf("after %q: %d buttons under %s", line, n, s.message)
		}
		for _, b := range flat(s.message.Buttons) {
			if b.Label == texts.ToSend && !answered {
				h.t.Errorf("after %q: it can be sent before the consent is answered: %s", line, s.message)
			}
		}
	}
}
