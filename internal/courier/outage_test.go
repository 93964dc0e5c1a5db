package courier_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/emulator"
	"guongsang/internal/report"
	"guongsang/storage"
)

// An outage of sending, in the ways in which there is one.
var outages = map[string]emulator.Action{
	"502":          emulator.BadGateway(),
	"reset before": emulator.DropBefore(),
	"reset after":  emulator.DropAfter(),
	"hang":         emulator.DelayBefore(time.Hour),
	"refused":      emulator.RefuseConnection(),
	"DNS":          emulator.NoSuchHost(),
}

// certainly are those in which nothing was carried out.
var certainly = []string{"502", "reset before", "hang", "refused", "DNS"}

// outage lets every call that hits go wrong for so long.
func (w *world) outage(action emulator.Action, long time.Duration, hits func(emulator.Call) bool) {
	until := time.Now().Add(long)
	w.srv.AddFault(emulator.Fault{Action: action, When: func(c emulator.Call) bool {
		return time.Now().Before(until) && hits(c)
	}})
}

func anyCall(emulator.Call) bool { return true }

func sends(c emulator.Call) bool { return strings.HasPrefix(c.Method, "send") }

// ATTACKS 15: in an office with one chat, whatever is out of order and for how
// long: the reply comes, soon after the outage and at most a few times; an edit
// too; a reminder not twice, but where Telegram itself took it and did not say
// so. It does not matter whether all calls fail or only those that send.
func TestReplyOutlivesAnOutage(t *testing.T) {
	for name, action := range outages {
		for _, long := range []time.Duration{time.Second, 10 * time.Second, 10 * time.Minute} {
			for scope, hits := range map[string]func(emulator.Call) bool{"all": anyCall, "sends": sends} {
				t.Run(fmt.Sprint(name, " ", long, " ", scope), func(t *testing.T) {
					inBubble(t, func(w *world) {
						p := w.people(1)[0]
						w.start()
						w.put(text(1001, "trước"))
						w.later(10 * time.Minute)
						w.outage(action, long, hits)
						w.put(text(1001, "đáp"), text(1001, "sau"))
						w.put(storage.Row{Chat: 1001, Class: storage.Bulk, Key: "r", Message: chat.Message{Text: "nhắc"}})
						w.later(long + 80*time.Second + long/8)
						all := got(p)
						i, j := slices.Index(all, "đáp"), slices.Index(all, "sau")
						inOrder := i < j || scope == "sends" && long > time.Minute // where the chat alone seems to fail
						if i < 1 || j < 1 || !inOrder {
							t.Errorf("after the outage the chat has %q", all)
						}
						w.later(10 * time.Minute)
						count := map[string]int{}
						for _, s := range got(p) {
							count[s]++
						}
						applied := !slices.Contains(certainly, name)
						most := 1
						if applied {
							most = 3
							if scope == "sends" {
								most = 20
							}
						}
						if count["đáp"] > most || count["sau"] > most || count["nhắc"] > min(most, 2) {
							t.Errorf("chat has %v", count)
						}
						if count["nhắc"] == 0 && long < 5*time.Minute {
							t.Errorf("no reminder: %+v", w.delivery("r"))
						}
						if n := w.waiting(); n != 0 {
							t.Errorf("%d rows left", n)
						}
					})
				})
			}
		}
	}
}

// A reminder is not what an outage is tested with: whatever Telegram carried
// out without saying so, of a wave of reminders only those that were under way
// when it began can come twice.
func TestRemindersOfAWaveWithinAnOutage(t *testing.T) {
	inBubble(t, func(w *world) {
		p := w.people(100)
		w.start()
		w.put(text(1001, "trước"))
		w.later(time.Second)
		w.outage(emulator.DropAfter(), 10*time.Minute, anyCall)
		for i := range p {
			w.put(reminder(int64(1001+i), fmt.Sprint("r", i), "nhắc"))
		}
		w.later(30 * time.Minute)
		twice := 0
		for i, one := range p {
			n := 0
			for _, s := range got(one) {
				if s == "nhắc" {
					n++
				}
			}
			if n == 0 || n > 2 || w.delivery(fmt.Sprint("r", i)).Fate != storage.Sent {
				t.Errorf("person %d got %d reminders, %+v", i, n, w.delivery(fmt.Sprint("r", i)))
			}
			if n > 1 {
				twice++
			}
		}
		if twice > 33 {
			t.Errorf("%d reminders came twice", twice)
		}
	})
}

// A message that always fails blocks neither its chat nor, in a quiet office,
// another; after two days it is set aside and the admins hear of it.
func TestPoisonInAQuietOffice(t *testing.T) {
	for name, action := range map[string]emulator.Action{"502": emulator.BadGateway(), "500": emulator.InternalError(), "applied": emulator.DropAfter()} {
		t.Run(name, func(t *testing.T) {
			inBubble(t, func(w *world) {
				p := w.people(2)
				w.must(w.store.Update(time.Now(), func(tx *storage.Tx) error {
					return tx.PutMember(report.Member{ID: 1002, Posts: []report.Post{{Role: report.Admin}}})
				}))
				w.srv.AddFault(emulator.Fault{When: func(c emulator.Call) bool { return c.Text == "hỏng" }, Action: action})
				w.start()
				w.put(text(1001, "hỏng"), text(1001, "sau"))
				w.later(2 * time.Minute)
				if all := got(p[0]); !slices.Contains(all, "sau") {
					t.Errorf("chat has %q", all)
				}
				for i := range 48 {
					w.put(text(1002, fmt.Sprint("khác ", i)))
					w.later(moment)
					if all := got(p[1]); len(all) != i+1 {
						t.Errorf("hour %d: another chat has %d messages", i, len(all))
					}
					w.later(time.Hour)
				}
				w.later(time.Hour)
				if d, err := w.store.Depths(); err != nil || d.Outbox != 0 || d.Dead != 1 {
					t.Errorf("after two days %+v, %v", d, err)
				}
				tries := 0
				for _, c := range w.srv.Calls() {
					if c.Text == "hỏng" {
						tries++
					}
				}
				if tries > 120 {
					t.Errorf("%d tries in two days", tries)
				}
				w.must(w.store.View(time.Now(), func(tx *storage.Snapshot) error {
					due, err := tx.DueAlarms()
					if len(due) != 1 || due[0].Kind != storage.AlarmUnsent {
						t.Errorf("alarms: %+v", due)
					}
					return err
				}))
			})
		})
	}
}

// ATTACKS 16: an answer to a press that is in doubt is repeated within the life
// of the press, and no longer.
func TestPressIsAnsweredAfterADoubt(t *testing.T) {
	for name, action := range outages {
		t.Run(name, func(t *testing.T) {
			inBubble(t, func(w *world) {
				p := w.people(1)[0]
				w.start()
				w.put(storage.Row{Chat: 1001, Message: withButton("Chọn")})
				w.idle()
				press := func() {
					w.put(storage.Row{Chat: 1001, Way: storage.Answer, Query: p.Press(p.Last().ID, "go:1"), Message: chat.Message{Text: "Có"}})
				}
				w.srv.AddFault(emulator.Fault{Method: "answerCallbackQuery", Times: 2, Action: action})
				press()
				w.later(2 * time.Minute)
				if n := len(p.Toasts()); n < 1 {
					t.Error("the press stays unanswered")
				}
				w.outage(action, time.Hour, func(c emulator.Call) bool { return c.Method == "answerCallbackQuery" })
				press()
				w.later(time.Hour)
				if last := slices.Max(w.times("answerCallbackQuery")); last > 2*time.Minute+180*time.Second {
					t.Errorf("still tried at %v", last)
				}
				if n := w.waiting(); n != 0 {
					t.Errorf("%d rows left", n)
				}
			})
		})
	}
}

// One bad answer among many good ones keeps nobody waiting but its own row.
func TestOneFailureAmongMany(t *testing.T) {
	inBubble(t, func(w *world) {
		p := w.people(20)
		w.start()
		w.put(text(1020, "trước"))
		w.idle()
		w.srv.AddFault(emulator.Fault{Method: "sendMessage", Chat: 1001, Times: 1, Action: emulator.BadGateway()})
		for i := range p {
			w.put(text(int64(1001+i), "đáp"))
		}
		w.later(moment)
		for i, one := range p[1:] {
			if all := got(one); !slices.Contains(all, "đáp") {
				t.Errorf("person %d has %q", i+1, all)
			}
		}
		if n := len(w.times("getMe")); n != 0 {
			t.Errorf("%d probes for one failure", n)
		}
		w.later(2 * time.Second)
		w.wantChat(p[0], "đáp")
	})
}

// Whether the open question may not have been seen is known while it waits and
// while a try of it takes long; over a restart too.
func TestUnseenWhileNothingGetsOut(t *testing.T) {
	for name, action := range outages {
		t.Run(name, func(t *testing.T) {
			inBubble(t, func(w *world) {
				w.people(2)
				w.start()
				w.put(text(1002, "trước"))
				w.idle()
				unseen := func() (yes bool) {
					w.must(w.store.View(time.Now(), func(tx *storage.Snapshot) error {
						yes = tx.Unseen(1001, storage.Said{Item: 1, Message: 1_000_000, At: time.Now()})
						return nil
					}))
					return yes
				}
				w.outage(action, time.Minute, anyCall)
				w.put(storage.Row{Chat: 1001, Message: chat.Message{Text: "Nơi ở?"}, Asks: true})
				w.later(4 * time.Second)
				if !unseen() {
					t.Error("taken for seen within the outage")
				}
				w.restart()
				w.later(time.Second)
				if !unseen() {
					t.Error("taken for seen after a restart")
				}
				w.later(3 * time.Minute)
				if unseen() {
					t.Error("taken for unseen when all is well")
				}
			})
		})
	}
}

// A thousand times the same answer is one, and leaves a handful of rows.
func TestEqualAnswersAreSaidOnce(t *testing.T) {
	inBubble(t, func(w *world) {
		p := w.people(1)[0]
		w.srv.NetworkDown(true)
		w.start()
		for range 50 {
			w.put(text(1001, "a"), text(1001, "b"))
		}
		w.later(time.Second)
		if n := w.waiting(); n != 2 {
			t.Errorf("%d rows wait", n)
		}
		w.srv.NetworkDown(false)
		w.later(time.Minute)
		if all := got(p); len(all) > 3 || all[len(all)-1] != "b" {
			t.Errorf("said %q", all)
		}
	})
}
