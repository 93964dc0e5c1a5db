package app

import (
	"fmt"
	"testing"
	"time"

	"guongsang/internal/emulator"
	"guongsang/internal/report"
	"guongsang/storage"
)

// What is typed while nothing comes stays out of every field, whatever the
// question is: a message of its own or a change of an older one, said by a program
// that goes on or was killed.

// asking is a focal point who answered so far; the next question is open.
func (b *bubble) asking(answers ...string) *emulator.Person {
	b.start()
	b.addUnits(report.Unit{Code: "PT001", Name: "Bản 1", Month: true})
	p := b.newcomer("Lan")
	p.Start("")
	b.change(func(tx *storage.Tx) error {
		return tx.PutMember(report.Member{ID: p.ID(), Name: p.Name(), Posts: []report.Post{focal("PT001")}, Joined: b.now()})
	})
	for _, s := range append([]string{"Gửi gương"}, answers...) {
		b.pass(2 * time.Second)
		p.Say(s)
	}
	b.pass(2 * time.Second)
	return p
}

// content is that of the person's only draft.
func (b *bubble) content(p *emulator.Person) (c report.Content) {
	b.look(func(tx *storage.Snapshot) error {
		drafts, err := tx.Drafts(p.ID())
		if err == nil && len(drafts) == 1 {
			c = drafts[0].Content
		}
		return err
	})
	return c
}

func TestTypedInATotalOutageAfterAPress(t *testing.T) {
	for _, how := range []string{"DNS", "502", "reset before"} {
		for _, long := range []time.Duration{5, 19, 33, 61, 110, 170} {
			inBubble(t, bubbleConfig(), "2026-11-13 07:50", func(b *bubble) {
				p := b.asking("2")
				end := b.now().Add(long * time.Second)
				b.srv.AddFault(emulator.Fault{Action: outageActions[how], When: func(emulator.Call) bool { return b.now().Before(end) }})
				if err := p.PressLabel("1. Cá nhân"); err != nil {
					b.fail("%v", err)
				}
				b.pass(long * time.Second / 2)
				p.Say("Sao chưa thấy gì?")
				b.pass(10 * time.Minute)
				if c := b.content(p); c.Object != report.Person || c.Name != "" {
					b.fail("%s for %d s: the object is %q, the name %q", how, long, c.Object, c.Name)
				}
			})
		}
	}
}

// The outage of sending ends before that of polling.
func TestTypedBeforeAQuestionThatIsAnEdit(t *testing.T) {
	for _, pressed := range []bool{true, false} {
		inBubble(t, bubbleConfig(), "2026-11-13 07:50", func(b *bubble) {
			p := b.asking("2")
			began := b.now()
			b.srv.AddFault(emulator.Fault{Action: emulator.BadGateway(), When: func(c emulator.Call) bool {
				long := 15 * time.Second
				if c.Method == "getUpdates" {
					long = 2 * time.Minute
				}
				return b.now().Before(began.Add(long))
			}})
			if !pressed {
				p.Say("1")
			} else if err := p.PressLabel("1. Cá nhân"); err != nil {
				b.fail("%v", err)
			}
			b.pass(10 * time.Second)
			p.Say("Sao chưa thấy gì?")
			b.pass(5 * time.Minute)
			if c := b.content(p); c.Object != report.Person || c.Name != "" {
				b.fail("pressed %v: the object is %q, the name %q", pressed, c.Object, c.Name)
			}
		})
	}
}

// Killed in the outage, or while the first try of the question is under way: what
// is typed again before the question comes is not its answer.
func TestTypedAroundAKill(t *testing.T) {
	for name, test := range map[string]struct {
		fault         emulator.Action
		method        string // that fails; empty: all but polling
		long          time.Duration
		before, after time.Duration // from the kill to the text and to the start
	}{
		"in an outage, typed after the start":  {emulator.BadGateway(), "", 45 * time.Second, 5 * time.Second, 4 * time.Second},
		"in an outage, typed before the start": {emulator.BadGateway(), "", 45 * time.Second, 2 * time.Second, 4 * time.Second},
		"while a try is under way":             {emulator.DelayBefore(time.Hour), "sendMessage", 5 * time.Second, 4 * time.Second, 5 * time.Second},
	} {
		err := runBubble(t, bubbleConfig(), emulator.Options{}, "2026-11-13 07:50", func(b *bubble) {
			b.forgive = true
			p := b.asking("2", "1", "Lò Văn Pản")
			began := b.now()
			b.srv.AddFault(emulator.Fault{Action: test.fault, When: func(c emulator.Call) bool {
				fails := c.Method == test.method || test.method == "" && c.Method != "getUpdates"
				return fails && b.now().Before(began.Add(test.long))
			}})
			p.Say("bản Nà Aa") // is the place; the question for the title does not get out
			b.pass(3 * time.Second)
			b.crash()
			b.pass(min(test.before, test.after))
			if test.before < test.after {
				p.Say("bản Nà Aa")
				b.pass(test.after - test.before)
				b.start()
			} else {
				b.start()
				b.pass(test.before - test.after)
				p.Say("bản Nà Aa")
			}
			b.pass(2 * time.Minute)
			if c := b.content(p); c.Place != "bản Nà Aa" || c.Title != "" {
				b.fail("%s: the place is %q, the title %q", name, c.Place, c.Title)
			}
		})
		if err != nil {
			t.Error(err)
		}
	}
}

// By webhook what waited comes one by one: a press, and a text from before it was
// answered.
func TestTypedBeforeAQuestionAndPostedLate(t *testing.T) {
	inBubble(t, bubbleConfig(), "2026-11-13 07:50", func(b *bubble) {
		p := b.asking("2")
		asked := p.Last()
		typed := b.now().Add(10 * time.Second)
		b.pass(10 * time.Minute) // the way to the bot was cut
		post := func(id int64, kind, format string, args ...any) {
			raw := fmt.Sprintf(`{"update_id":%d,%q:{"from":{"id":%d,"first_name":"Lan"},%s}}`, id, kind, p.ID(), fmt.Sprintf(format, args...))
			if _, err := b.program.store.PutUpdates(b.now(), []storage.Incoming{{ID: id, Raw: []byte(raw), From: p.ID()}}, nil); err != nil {
				b.fail("%v", err)
			}
		}
		place := fmt.Sprintf(`"chat":{"id":%d,"type":"private"}`, p.ID())
		post(900001, "callback_query", `"id":"77","message":{"message_id":%d,%s},"data":%q`, asked.ID, place, asked.Keyboard[0][0].Data)
		b.pass(time.Second)
		post(900002, "message", `"message_id":%d,"date":%d,%s,"text":"Sao chưa thấy gì?"`, asked.ID+1, typed.Unix(), place)
		b.pass(time.Minute)
		if c := b.content(p); c.Object != report.Person || c.Name != "" {
			b.fail("the object is %q, the name %q", c.Object, c.Name)
		}
	})
}

// Several chats are asked to wait while the machine's clock is a day ahead, and one
// message fails. The program is stopped, the clock set right: who waits, and who
// writes only then, is answered soon.
func TestAnsweredAfterTheClockIsSetRight(t *testing.T) {
	err := runBubble(t, bubbleConfig(), emulator.Options{}, "2026-11-10 09:50", func(b *bubble) {
		b.forgive = true
		b.setClock(24 * time.Hour)
		b.start()
		failing := true
		b.srv.AddFault(emulator.Fault{Action: emulator.FloodWait(5), When: func(c emulator.Call) bool { return failing && c.Method == "sendMessage" }})
		var all []*emulator.Person
		for range 6 {
			all = append(all, b.newcomer("Lan"))
			all[len(all)-1].Start("")
		}
		b.pass(20 * time.Second)
		failing = false
		b.stop()
		b.setClock(-24 * time.Hour)
		b.pass(20 * time.Second)
		b.start()
		b.pass(5 * time.Second)
		all = append(all, b.newcomer("Hoa"))
		all[len(all)-1].Start("")
		b.pass(2 * time.Minute)
		for _, p := range all {
			if !p.Last().FromBot {
				b.fail("%s has no answer", p.Name())
			}
		}
	})
	if err != nil {
		t.Error(err)
	}
}
