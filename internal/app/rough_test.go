package app

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"guongsang/internal/emulator"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// What people send that was not asked for, and people who have no business here,
// over the whole way from Telegram to the store and back.

// In the middle of a form come a sticker, a place, a voice note, ten photos, a
// forwarded text, a changed message, an answer to an old one and /start: the
// draft is kept, the question is asked again, and the form can be finished.
func TestWrongKinds(t *testing.T) {
	inTown(t, "2026-11-10 09:00", func(c *town) {
		c.say(c.an, texts.LabelIntroduce)
		first := c.an.Last()
		c.say(c.an, "2")
		c.say(c.an, "1")
		for _, do := range []func(){
			func() { c.an.Sticker() }, func() { c.an.Location() }, func() { c.an.Contact() },
			func() { c.must(c.an.EditText(c.an.Say("Lò Thị Ban"), "Lò Thị Bình")) },
			func() { c.an.Voice([]byte("tiếng nói")) },
			func() { c.an.Album("", tenPhotos()...) },
			func() { c.an.Document("bao-cao.pdf", "application/pdf", []byte("%PDF"), "") },
			func() { c.an.Start("") },
		} {
			before := len(c.an.Chat())
			do()
			c.settle()
			if after := c.an.Chat(); len(after) < before+2 && c.an.Last().Edits == 0 {
				c.fail("nothing was answered; last said:\n%s", c.an.Last().Text)
			}
		}
		c.an.Reply(first.ID, "Bản Thèn Sin")
		c.settle()
		var drafts []report.Draft
		c.look(func(tx *storage.Snapshot) (err error) {
			drafts, err = tx.Drafts(c.an.ID())
			return err
		})
		if len(drafts) != 1 || drafts[0].Content.Category != report.GoodDeed || drafts[0].Content.Name != "Lò Thị Ban" {
			c.fail("drafts are %+v", drafts)
		}
		if n := len(drafts[0].Content.Media); n != 12 {
			c.fail("the draft has %d files, want 10 photos, a voice note and a file", n)
		}
	})
}

func tenPhotos() (all [][]byte) {
	for i := range 10 {
		all = append(all, fmt.Appendf(nil, "ảnh %d", i))
	}
	return all
}

// A stranger gets one polite answer a day at most, whatever is tried, and
// learns nothing; groups get none.
func TestStranger(t *testing.T) {
	inTown(t, "2026-11-10 09:00", func(c *town) {
		c.introduce(c.an, "PT1", "Lò Thị Ban", "Hiến đất làm đường")
		x := c.newcomer("Người Lạ Mặt")
		for _, text := range []string{"/start", "/start đoán", "Tình hình", "/help", "PT1", texts.LabelIntroduce, template("A B C", "D E F")} {
			c.say(x, text)
		}
		for _, data := range []string{"acc:G-2026-0001:1", "s.see:G-2026-0001", "intro:PT1:2026-11", "nil:PT1:2026-11", "dig:2026-11:main:0", "rmok:1004:focal:PT1", "", strings.Repeat("ÿ", 32)} {
			x.Press(x.Last().ID, data)
			c.settle()
		}
		x.Sticker()
		x.Photo([]byte("ảnh"), "nhìn này")
		group := c.srv.Group(-77, "Nhóm chung")
		group.Say(c.an, "Tình hình")
		group.Say(x, "/start")
		c.settle()
		c.onlyStrangerText(x)
		if last := group.Last(); last.Text != "" {
			c.fail("the group was answered:\n%s", last.Text)
		}
		if e := c.bubble.examples("PT1")[0]; e.Review != report.Received {
			c.fail("%s is %s", e.Number, e.Review)
		}
		if st := c.standing("PT1", november); st.Have != 1 {
			c.fail("PT1 stands at %+v", st)
		}
		if strings.Contains(c.log.text(), x.Name()) {
			c.fail("the log has the name of a stranger")
		}
	})
}

func (c *town) onlyStrangerText(x *emulator.Person) {
	answers := 0
	for _, m := range x.Chat() {
		if m.FromBot {
			answers++
			if m.Text != bubbleConfig().Office().Stranger() {
				c.fail("a stranger was told:\n%s", m.Text)
			}
		}
	}
	for _, t := range x.Toasts() {
		if t.Text != "" {
			c.fail("a stranger was told %q", t.Text)
		}
	}
	if answers != 1 {
		c.fail("a stranger got %d answers", answers)
	}
}

// One code lets one person in, whoever else has it; all refusals read the same,
// and five wrong ones an hour lock the account out and tell the admin.
func TestInviteCodes(t *testing.T) {
	inTown(t, "2026-11-10 09:00", func(c *town) {
		code := c.code(deputy("PT1"))
		x, y := c.newcomer("Xuân"), c.newcomer("Yến")
		x.Start(strings.ReplaceAll(code, "-", ""))
		y.Say(strings.ToLower(strings.ReplaceAll(code, "-", " ")))
		c.settle()
		if !c.isMember(x) || c.isMember(y) {
			c.fail("Xuân is in: %t, Yến: %t", c.isMember(x), c.isMember(y))
		}
		used := y.Last().Text
		late := c.code(deputy("PT2"))
		c.say(y, "22222-22222-2222")
		if y.Last().Text == used {
			c.fail("the tries are not counted down: %s", used)
		}
		if strings.Replace(used, "Còn 4", "Còn 3", 1) != y.Last().Text {
			c.fail("a used code is refused with\n%s\na wrong one with\n%s", used, y.Last().Text)
		}
		for range 3 {
			c.say(y, "33333-33333-3333")
		}
		c.say(y, late)
		if c.isMember(y) {
			c.fail("let in while locked out")
		}
		c.expect(c.admin, "Báo quản trị: tài khoản", 1)
		c.pass(61 * time.Minute)
		c.say(y, late)
		if !c.isMember(y) {
			c.fail("not let in after the hour: %s", y.Last().Text)
		}
		old := c.code(deputy("PT3"))
		c.pass(15 * 24 * time.Hour)
		z := c.newcomer("Zung")
		c.say(z, old)
		if c.isMember(z) {
			c.fail("let in by a code of 15 days ago")
		}
	})
}

func (c *town) isMember(p *emulator.Person) (in bool) {
	c.look(func(tx *storage.Snapshot) error {
		_, err := tx.Member(p.ID())
		in = err == nil
		return nil
	})
	return in
}

// Somebody who is removed in the middle of a form can do nothing any more, with
// old buttons or new words.
func TestRemovedInTheMiddle(t *testing.T) {
	inTown(t, "2026-11-10 09:00", func(c *town) {
		c.say(c.an, template("Lò Thị Ban", "Hiến đất làm đường"))
		preview := c.an.Last()
		data, id, ok := newestButton(c.an, texts.ToSend)
		if !ok {
			c.fail("no button under\n%s", preview.Text)
		}
		c.change(func(tx *storage.Tx) error { return tx.DeleteMember(c.an.ID()) })
		c.an.Press(id, data)
		c.settle()
		c.say(c.an, texts.LabelNil)
		c.say(c.an, template("Lò Thị Hoa", "Làm đường"))
		c.until("2026-11-13 12:00")
		if n := len(c.bubble.examples("PT1")); n != 0 {
			c.fail("PT1 has %d examples", n)
		}
		if st := c.standing("PT1", november); st.State != report.Pending {
			c.fail("PT1 is %s", st.State)
		}
		c.expect(c.an, reminder, 0)
		c.expect(c.binh, reminder, 1)
	})
}
