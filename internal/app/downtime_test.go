package app

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"guongsang/internal/emulator"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// What is due when nobody is there: the program stopped over a reminder,
// restarted each minute around it, its clock set wrong, its messages held up
// while a unit reports or a person leaves. Each reminder and digest is to come
// once, late rather than never within a day, and not at all once it is no longer
// true.

// A town is three units that owe monthly, with one focal point each, and those
// who work for the agency. November 2026 is due on Friday the 20th.
type town struct {
	*bubble
	an, binh, chi          *emulator.Person // focal points of PT1, PT2, PT3
	officer, leader, admin *emulator.Person
	heard                  int // how many messages the officer had when the program died
}

// inTown runs a test from a moment on; a minute later everybody is enrolled.
func inTown(t *testing.T, from string, test func(*town)) {
	t.Helper()
	inBubble(t, bubbleConfig(), from, func(b *bubble) { test(newTown(b)) })
}

func newTown(b *bubble) *town {
	b.start()
	var units []report.Unit
	for i := 1; i <= 3; i++ {
		units = append(units, report.Unit{Code: fmt.Sprintf("PT%d", i), Name: fmt.Sprintf("Bản %d", i), Block: "Khối bản", Month: true})
	}
	b.addUnits(units...)
	c := &town{bubble: b}
	c.admin = b.enrol("Quản", report.Post{Role: report.Admin})
	c.officer = b.enrol("Hạnh", report.Post{Role: report.Officer})
	c.leader = b.enrol("Lãnh", report.Post{Role: report.Leader})
	c.an, c.binh, c.chi = b.enrol("An", focal("PT1")), b.enrol("Bình", focal("PT2")), b.enrol("Chi", focal("PT3"))
	return c
}

const (
	reminder = "Nhắc gửi gương"
	digested = "Tổng hợp "
)

// when lists the minutes at which such messages came to somebody.
func (b *bubble) when(p *emulator.Person, begin string) (list []string) {
	for _, m := range b.got(p.ID(), begin) {
		list = append(list, m.At.In(b.zone).Format("02/01 15:04"))
	}
	return list
}

// expectAt holds when such messages came to somebody.
func (b *bubble) expectAt(p *emulator.Person, begin, want string) {
	if got := strings.Join(b.when(p, begin), ", "); got != want {
		b.fail("%s got %q at %s, want %s%s", p.Name(), begin, got, want, times(b.got(p.ID(), begin)))
	}
}

func TestDownOverCron(t *testing.T) {
	for _, c := range []struct {
		name, begin, from, to, end string
		reminders, digests         string
	}{
		{"never", "2026-11-12 12:00", "", "", "2026-11-27 12:00",
			"13/11 08:00, 18/11 08:00, 20/11 08:00, 23/11 08:00, 26/11 08:00", "25/11 09:00"},
		{"a minute", "2026-11-17 12:00", "2026-11-18 07:59", "2026-11-18 08:01", "2026-11-19 12:00", "18/11 08:01", ""},
		{"the morning", "2026-11-17 12:00", "2026-11-18 07:00", "2026-11-18 10:20", "2026-11-19 12:00", "18/11 10:20", ""},
		{"until night", "2026-11-17 12:00", "2026-11-18 07:00", "2026-11-18 21:00", "2026-11-20 12:00", "19/11 07:30, 20/11 08:00", ""},
		{"a day", "2026-11-17 12:00", "2026-11-18 07:00", "2026-11-19 07:59", "2026-11-20 07:00", "19/11 07:59", ""},
		{"more than a day", "2026-11-17 12:00", "2026-11-18 07:00", "2026-11-19 08:01", "2026-11-20 12:00", "20/11 08:00", ""},
		{"a day off between", "2026-11-22 12:00", "2026-11-23 07:30", "2026-11-24 12:00", "2026-11-26 12:00", "26/11 08:00", "25/11 09:00"},
		{"a week, the older ones merged", "2026-11-12 11:00", "2026-11-12 12:00", "2026-11-19 07:00", "2026-11-20 12:00", "19/11 07:30, 20/11 08:00", ""},
		{"a minute of the digest", "2026-11-24 12:00", "2026-11-25 08:59", "2026-11-25 09:01", "2026-11-25 12:00", "", "25/11 09:01"},
		{"a day of the digest", "2026-11-24 12:00", "2026-11-25 08:00", "2026-11-26 07:00", "2026-11-26 07:30", "", "26/11 07:00"},
		{"a week of the digest", "2026-11-24 12:00", "2026-11-25 08:00", "2026-12-02 07:00", "2026-12-02 12:00", "", "02/12 07:00"},
		{"all of it", "2026-11-12 11:00", "2026-11-12 12:00", "2026-12-04 12:00", "2026-12-05 12:00", "", "04/12 12:00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			inTown(t, c.begin, func(d *town) {
				if c.from != "" {
					d.until(c.from)
					d.stop()
					d.until(c.to)
					d.start()
				}
				d.until(c.end)
				for _, p := range []*emulator.Person{d.an, d.binh, d.chi} {
					d.expectAt(p, reminder, c.reminders)
				}
				d.expectAt(d.officer, digested, c.digests)
				if c.digests != "" {
					d.expect(d.leader, texts.LeaderTitle(november), 1)
				}
			})
		})
	}
}

// A digest of every morning that was missed for a week comes once, not seven
// times.
func TestDownOverManyDigests(t *testing.T) {
	cfg := bubbleConfig()
	cfg.Digests = []DigestSetting{{Cron: mustCron("15 9 * * *"), Duty: "month", To: "officers"}}
	inBubble(t, cfg, "2026-11-09 08:30", func(b *bubble) {
		c := newTown(b)
		c.until("2026-11-11 12:00")
		c.stop()
		c.until("2026-11-18 12:00")
		c.start()
		c.until("2026-11-19 12:00")
		c.expectAt(c.officer, digested, "09/11 09:15, 10/11 09:15, 11/11 09:15, 18/11 12:00, 19/11 09:15")
	})
}

// The program is stopped or killed every minute around a reminder and a digest.
func TestRestartedEachMinute(t *testing.T) {
	for _, c := range []struct {
		name string
		end  func(*town)
	}{{"stopped", func(c *town) { c.stop() }}, {"killed", func(c *town) { c.crash() }}} {
		t.Run(c.name, func(t *testing.T) {
			inTown(t, "2026-11-17 12:00", func(d *town) {
				for _, around := range []string{"2026-11-18 07:55", "2026-11-25 08:55"} {
					d.until(around)
					for i := range 10 {
						d.pass(time.Duration(30+7*i%25) * time.Second)
						c.end(d)
						d.pass(3 * time.Second)
						d.start()
						d.pass(20 * time.Second)
					}
				}
				d.until("2026-11-25 12:00")
				for _, p := range []*emulator.Person{d.an, d.binh, d.chi} {
					d.expectAt(p, reminder, "18/11 08:00, 20/11 08:00, 23/11 08:00")
				}
				d.expectAt(d.officer, digested, "25/11 09:00")
			})
		})
	}
}

// Killed while a reminder is under way, the program cannot know whether it
// arrived: it is said once more at most, and so is a digest.
func TestKilledWhileReminding(t *testing.T) {
	inTown(t, "2026-11-17 12:00", func(c *town) {
		remove := c.srv.AddFault(emulator.Fault{Method: "sendMessage", Chat: c.an.ID(), Action: emulator.DelayAfter(20 * time.Second)})
		c.until("2026-11-18 08:00")
		c.pass(10 * time.Second)
		c.crash() // it has arrived, and nobody wrote that down
		remove()
		c.start()
		c.pass(time.Hour)
		if n := len(c.when(c.an, reminder)); n != 2 {
			c.fail("An was reminded %d times%s", n, times(c.got(c.an.ID(), reminder)))
		}
		c.until("2026-11-19 12:00")
		c.expectAt(c.binh, reminder, "18/11 08:00")
		c.expect(c.an, reminder, 2)
	})
}

// Killed over its second try as well, it is not said a third time: each kill over a try
// counts as one that may have arrived.
func TestKilledTwiceWhileReminding(t *testing.T) {
	inTown(t, "2026-11-17 12:00", func(c *town) {
		remove := c.srv.AddFault(emulator.Fault{Method: "sendMessage", Chat: c.an.ID(), Action: emulator.DelayAfter(20 * time.Second)})
		c.until("2026-11-18 08:00")
		for kills := 1; kills <= 2; kills++ {
			for len(c.when(c.an, reminder)) < kills {
				c.pass(time.Second)
			}
			c.crash()
			c.start()
		}
		remove()
		c.until("2026-11-19 12:00")
		c.expect(c.an, reminder, 2)
		c.expect(c.binh, reminder, 1)
	})
}

// The clock of the machine is set back an hour just after the reminder, and
// right again; or jumps a day ahead and back.
func TestClockSet(t *testing.T) {
	for _, c := range []struct {
		name, begin, at string
		by, during      time.Duration
		end             string
		reminders       int
		digests         int
	}{
		{"back an hour after the reminder", "2026-11-17 12:00", "2026-11-18 08:10", -time.Hour, 3 * time.Hour, "2026-11-19 12:00", 1, 0},
		{"back an hour while it is sent", "2026-11-17 12:00", "2026-11-18 08:00", -time.Hour, 3 * time.Hour, "2026-11-19 12:00", 1, 0},
		{"back an hour after the digest", "2026-11-24 12:00", "2026-11-25 09:10", -time.Hour, 3 * time.Hour, "2026-11-25 15:00", 0, 1},
		{"ahead a day before the reminder", "2026-11-16 12:00", "2026-11-17 09:00", 24 * time.Hour, 2 * time.Hour, "2026-11-19 12:00", 1, 0},
		{"ahead a day before the digest", "2026-11-23 12:00", "2026-11-24 09:30", 24 * time.Hour, 2 * time.Hour, "2026-11-25 15:00", 0, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			inTown(t, c.begin, func(d *town) {
				d.until(c.at)
				d.setClock(c.by)
				d.pass(c.during)
				d.setClock(-c.by)
				d.until(c.end)
				for _, p := range []*emulator.Person{d.an, d.binh, d.chi} {
					d.expect(p, reminder, c.reminders)
				}
				d.expect(d.officer, digested, c.digests)
				d.expect(d.leader, texts.LeaderTitle(november), c.digests)
			})
		})
	}
}

// hold lets a chat wait, as Telegram does with 429, so that what is said to it
// next stays in the queue.
func (c *town) hold(p *emulator.Person, seconds int) {
	c.srv.AddFault(emulator.Fault{Chat: p.ID(), Method: "sendMessage", Times: 1, Action: emulator.FloodWait(seconds)})
	c.change(func(tx *storage.Tx) error {
		_, err := tx.Put(storage.Row{Chat: p.ID(), Message: bubbleNote})
		return err
	})
}

// A unit reports, a person is removed, a period is extended or a unit paused
// while the reminder waits: it is not sent any more.
func TestReminderNoLongerTrue(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*town)
		want string
	}{
		{"nothing happens", func(*town) {}, "18/11 08:03"},
		{"the unit says nil", func(c *town) { c.nothing(c.an, november) }, ""},
		{"somebody is removed", func(c *town) {
			c.change(func(tx *storage.Tx) error { return tx.DeleteMember(c.an.ID()) })
		}, ""},
		{"the unit is paused", func(c *town) {
			c.change(func(tx *storage.Tx) error { return tx.PutPause(report.Pause{Period: november, Unit: "PT1"}) })
		}, ""},
		{"the unit goes over to somebody else", func(c *town) {
			c.change(func(tx *storage.Tx) error {
				m, err := tx.Member(c.an.ID())
				m.Posts = []report.Post{{Role: report.Head, Unit: "PT1", Since: c.now()}}
				return cmp.Or(err, tx.PutMember(m))
			})
		}, ""},
		{"the program is killed", func(c *town) {
			c.crash()
			c.start()
		}, "18/11 08:03"},
		{"the program is killed, and the unit says nil", func(c *town) {
			c.crash()
			c.start()
			c.nothing(c.an, november)
		}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			inTown(t, "2026-11-17 12:00", func(d *town) {
				d.until("2026-11-18 07:59")
				d.hold(d.an, 240)
				d.until("2026-11-18 08:01")
				c.do(d)
				d.until("2026-11-18 12:00")
				d.expectAt(d.an, reminder, c.want)
				d.expectAt(d.binh, reminder, "18/11 08:00")
			})
		})
	}
}

// nothing files a nil as if by another person of the unit, whose chat is not
// held up.
func (c *town) nothing(p *emulator.Person, period report.Period) {
	c.change(func(tx *storage.Tx) error {
		return tx.PutNil(report.Filing{Period: period, Unit: "PT1", At: tx.Now, By: p.ID()})
	})
}

// A unit reports while its reminder is on the wire: the reminder that began
// before is on its way, nothing follows it, and its buttons are replaced.
func TestReportsWhileReminded(t *testing.T) {
	inTown(t, "2026-11-16 12:00", func(c *town) {
		c.until("2026-11-18 07:58")
		c.say(c.an, template("Lò Thị Ban", "Hiến đất làm đường"))
		c.until("2026-11-18 07:59")
		c.srv.AddFault(emulator.Fault{Method: "sendMessage", Chat: c.an.ID(), Times: 1, Action: emulator.DelayBefore(15 * time.Second)})
		c.pass(65 * time.Second)
		c.press(c.an, texts.ToSend)
		c.pass(time.Minute)
		c.expectAt(c.an, reminder, "18/11 08:00")
		if st := c.standing("PT1", november); st.State != report.OnTime {
			c.fail("PT1 is %s", st.State)
		}
		for _, m := range c.an.Chat() {
			if strings.HasPrefix(m.Text, reminder) {
				c.fail("a reminder is still open:\n%s\n%v", m.Text, m.Labels())
			}
		}
		c.until("2026-11-23 12:00")
		c.expect(c.an, reminder, 1)
	})
}

// A nil that is taken back makes the reminder of that morning due again.
func TestReopened(t *testing.T) {
	inTown(t, "2026-11-16 12:00", func(c *town) {
		c.until("2026-11-17 09:00")
		c.say(c.an, texts.LabelNil)
		if c.an.Last().Text == texts.WhichNil() {
			c.press(c.an, texts.NilLabel(november, ""))
		}
		c.until("2026-11-18 09:59")
		c.expectAt(c.an, reminder, "")
		c.press(c.an, texts.ToUndo)
		c.until("2026-11-18 12:00")
		c.expectAt(c.an, reminder, "18/11 10:00")
	})
}

// Somebody blocks the bot: the unit is lost and not lazy, the agency hears of it
// once, nobody writes there again and again; and all is well when the person
// writes.
func TestBlocked(t *testing.T) {
	for _, c := range []struct {
		name string
		lose func(*town)
	}{
		{"and Telegram says so", func(c *town) { c.an.Block() }},
		{"found out at the reminder", func(c *town) {
			c.srv.AddFault(emulator.Fault{Chat: c.an.ID(), Method: "sendMessage", Action: emulator.Forbidden("bot was blocked by the user")})
		}},
		{"a chat that is not there", func(c *town) {
			c.srv.AddFault(emulator.Fault{Chat: c.an.ID(), Method: "sendMessage", Action: emulator.APIError(400, "Bad Request: chat not found")})
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			inTown(t, "2026-11-16 09:00", func(d *town) {
				d.until("2026-11-16 10:00")
				c.lose(d)
				d.until("2026-11-18 08:30")
				d.expect(d.officer, texts.LostListTitle(), 1)
				if m := d.got(d.officer.ID(), texts.LostListTitle())[0]; !strings.Contains(m.Text, "PT1") {
					d.fail("the list of the lost says\n%s", m.Text)
				}
				d.until("2026-11-19 16:00")
				d.expectAt(d.an, reminder, "")
				d.expect(d.officer, texts.LostListTitle(), 1)
				if n := d.callsTo(d.an.ID(), "2026-11-16 10:00"); n > 1 {
					d.fail("%d calls to somebody who is gone", n)
				}
				d.srv.ClearFaults()
				d.say(d.an, texts.WordHelp)
				d.until("2026-11-20 12:00")
				d.expectAt(d.an, reminder, "20/11 08:00")
				d.expect(d.officer, texts.LostListTitle(), 1)
			})
		})
	}
}

// callsTo counts what was tried in a chat since a moment.
func (b *bubble) callsTo(chat int64, since string) int {
	calls := b.srv.Calls()
	return len(slices.DeleteFunc(calls, func(c emulator.Call) bool { return c.Chat != chat || c.At.Before(b.at(since)) }))
}

// The list of the lost, the lists for the agency and the reminder of a returned
// example are about more than one report, and stay as they are.
func TestListsStayOpen(t *testing.T) {
	inTown(t, "2026-11-12 12:00", func(c *town) {
		c.an.Block()
		c.binh.Block()
		c.until("2026-11-13 09:00")
		c.expect(c.officer, texts.LostListTitle(), 1)
		c.an.Unblock()
		c.settle()
		c.introduce(c.an, "PT1", "Lò Thị Ban", "Hiến đất làm đường")
		for _, m := range c.officer.Chat() {
			if strings.HasPrefix(m.Text, texts.LostListTitle()) && m.Edits == 0 {
				return
			}
		}
		c.fail("the officer's list was rewritten%s", times(c.officer.Chat()))
	})
}

// The network is down for ten minutes over a reminder: nothing is lost, nothing
// doubled, nobody calls more than once a second, and the log says it once.
func TestNetworkDown(t *testing.T) {
	inTown(t, "2026-11-18 07:30", func(c *town) {
		c.until("2026-11-18 07:55")
		lines := strings.Count(c.log.text(), "\n")
		calls := len(c.srv.Calls())
		c.srv.NetworkDown(true)
		c.an.Say(texts.WordHelp)
		c.pass(10 * time.Minute)
		if n := len(c.srv.Calls()) - calls; n > 600 {
			c.fail("%d calls in ten minutes", n)
		}
		c.srv.NetworkDown(false)
		c.pass(2 * time.Minute)
		if n := strings.Count(c.log.text(), "\n") - lines; n > 6 {
			c.fail("%d lines in the log:\n%s", n, c.log.text())
		}
		c.expect(c.an, reminder, 1)
		c.expect(c.binh, reminder, 1)
		c.expect(c.an, texts.FocalHelp()[:20], 1)
	})
}

// A deadline that was moved to a Sunday: on Friday it is the last working day,
// on Monday it is over.
func TestDueOnSunday(t *testing.T) {
	inTown(t, "2026-11-19 12:00", func(c *town) {
		c.change(func(tx *storage.Tx) error {
			return tx.PutExtension(report.Extension{Period: november, Deadline: report.NewDate(2026, 11, 22)})
		})
		c.until("2026-11-23 12:00")
		got := c.got(c.an.ID(), reminder)
		if len(got) != 2 || !strings.Contains(got[0].Text, "ngày làm việc cuối cùng trước hạn") || !strings.Contains(got[1].Text, "quá hạn 1 ngày") {
			c.fail("An was told%s", times(got))
		}
	})
}
