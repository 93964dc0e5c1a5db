package app

import (
	"slices"
	"strings"
	"testing"
	"time"

	"guongsang/internal/emulator"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// A channel is what the public sees, with who brings things there.
type publicChannel struct {
	*bubble
	*emulator.Group
	officer, leader, focal *emulator.Person
}

// From the choice to the channel and out of it again, by the whole program: a leader
// approves, the waiting room ends over a crash, two photos and their text are posted
// once, the unit hears of it; and what is taken back is gone.
func TestPublishedAndTakenBack(t *testing.T) {
	cfg := bubbleConfig()
	cfg.Publication.Channel, cfg.Publication.Wait = "@guongsang_thu", Span(3*time.Hour)
	inBubble(t, cfg, "2026-11-09 08:30", func(b *bubble) {
		c := publicChannel{bubble: b, Group: b.srv.Channel(-1001234567, "Gương sáng").Named("guongsang_thu")}
		b.start()
		b.settle()
		number := c.choose()
		c.leaveAndPost()
		if got := c.standing(); len(got) != 0 {
			b.fail("posted in the waiting room:%s", times(got))
		}

		b.until("2026-11-09 11:00") // the waiting room ends while the program is down
		b.crash()
		b.until("2026-11-09 12:30")
		b.start()
		b.pass(3 * time.Minute)
		b.crash()
		b.start()
		b.pass(10 * time.Minute)
		c.isAlbum(c.standing())
		b.expect(c.focal, "Gương "+number+" (Lò Thị Xuân An) do đơn vị giới thiệu đã được tuyên truyền", 1)
		if r := b.reviewOf(number); r != report.Published {
			b.fail("%s is %s", number, r)
		}

		b.say(c.officer, texts.WordPublicity)
		b.press(c.officer, number)
		b.press(c.officer, texts.LabelTakeBack)
		b.say(c.officer, "Nhân vật đề nghị không đưa ảnh lên kênh nữa")
		b.press(c.officer, texts.LabelTakeBack)
		b.pass(3 * time.Minute)
		if got := c.standing(); len(got) != 0 {
			b.fail("still in the channel:%s", times(got))
		}
		b.look(func(tx *storage.Snapshot) error {
			pub, err := tx.Publication(number)
			if r := b.reviewOf(number); pub.Progress != records.TakenBack || pub.Open() != 0 || r != report.Retracted {
				b.fail("taken back, and is %s with %+v", r, pub)
			}
			return err
		})
		b.expect(c.focal, "Bài tuyên truyền về gương "+number, 1)
	})
}

// choose lets a unit introduce somebody with two photos, whom the agency accepts and
// chooses.
func (c *publicChannel) choose() (number string) {
	c.addUnits(report.Unit{Code: "PT001", Name: "Trường Hoa Ban", Block: "Khối 1", Month: true})
	c.officer = c.enrol("Hạnh", report.Post{Role: report.Officer})
	c.leader = c.enrol("Thủy", report.Post{Role: report.Leader})
	c.focal = c.enrol("An", focal("PT001"))
	c.say(c.focal, template("Lò Thị Xuân An", "Hiến đất mở rộng đường bản")+"\nNăm sinh: 1979")
	c.focal.Album("", picture(1), picture(2))
	c.settle()
	c.press(c.focal, texts.ToRenew) // the consent holds for the photos too
	c.press(c.focal, texts.ToSend)
	examples := c.examples("PT001")
	if len(examples) != 1 {
		c.fail("nothing was introduced; last said:\n%s", c.focal.Last().Text)
	}
	c.press(c.officer, texts.LabelAccept)
	c.press(c.officer, texts.LabelSelect)
	return examples[0].Number
}

// leaveAndPost asks the leader and, with the leave, orders the posting.
func (c *publicChannel) leaveAndPost() {
	c.press(c.officer, texts.WordPublicity) // on the card
	c.press(c.officer, texts.LabelSubmit)
	c.press(c.leader, texts.LabelFull)
	c.press(c.leader, texts.LabelApprove)
	c.press(c.officer, texts.LabelOpenPublicity)
	c.press(c.officer, texts.LabelPost)
}

// standing are the messages that the public sees.
func (c *publicChannel) standing() []emulator.Message {
	return slices.DeleteFunc(c.Chat(), func(m emulator.Message) bool { return m.Deleted || !m.FromBot })
}

// isAlbum holds that two photos with one text were posted, once.
func (c *publicChannel) isAlbum(got []emulator.Message) {
	if len(got) != 2 || got[0].Album == "" || got[0].Album != got[1].Album || !strings.Contains(got[0].Text, "Lò Thị Xuân An") || got[1].Text != "" {
		c.fail("in the channel:%s", times(got))
	}
}

func (b *bubble) reviewOf(number string) (r report.Review) {
	b.look(func(tx *storage.Snapshot) error {
		e, err := tx.Example(number)
		r = e.Review
		return err
	})
	return r
}
