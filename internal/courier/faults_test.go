package courier_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/emulator"
	"guongsang/internal/report"
	"guongsang/storage"
)

// FAULTS 15: send, edit and answer.
func TestFloodHoldsOneChat(t *testing.T) {
	for _, method := range []string{"sendMessage", "editMessageText", "answerCallbackQuery"} {
		t.Run(method, func(t *testing.T) {
			inBubble(t, func(w *world) {
				p := w.people(2)
				w.start()
				w.put(storage.Row{Chat: 1001, Key: "menu", Message: withButton("Chọn")})
				w.idle()
				w.srv.AddFault(emulator.Fault{Method: method, Chat: 1001, Times: 1, Action: emulator.FloodWait(35)})
				w.put(
					storage.Row{Chat: 1001, Way: storage.Answer, Query: p[0].Press(p[0].Last().ID, "go:1")},
					storage.Row{Chat: 1001, Way: storage.Edit, TargetKey: "menu", Message: withButton("Đã chọn")},
					text(1001, "một"), text(1001, "hai"), text(1002, "khác"),
				)
				w.later(time.Second)
				w.wantChat(p[1], "khác")
				w.later(33 * time.Second)
				w.put(text(1001, "ba"))
				if method == "sendMessage" {
					w.wantChat(p[0], "Đã chọn")
				}
				w.later(2 * time.Second)
				w.idle()
				w.wantChat(p[0], "Đã chọn", "một", "hai", "ba")
				if len(p[0].Toasts()) != 1 {
					t.Error("press not answered")
				}
				w.noneEarly()
			})
		})
	}
}

func TestFloodIsRememberedOverRestart(t *testing.T) {
	for name, action := range map[string]emulator.Action{"json": emulator.FloodWait(3600), "html": emulator.FloodWaitHTML(3600)} {
		t.Run(name, func(t *testing.T) {
			inBubble(t, func(w *world) {
				p := w.people(2)
				w.srv.AddFault(emulator.Fault{Method: "sendMessage", Chat: 1001, Times: 1, Action: action})
				w.put(text(1001, "một"), text(1001, "hai"))
				w.start()
				for range 5 {
					w.later(10 * time.Minute)
					w.restart()
					w.put(text(1002, "khác"))
				}
				w.idle()
				w.wantChat(p[0])
				if n := len(got(p[1])); n != 5 {
					t.Errorf("the other chat got %d messages", n)
				}
				w.later(10 * time.Minute)
				w.idle()
				w.wantChat(p[0], "một", "hai")
				w.noneEarly()
			})
		})
	}
}

func TestFloodOfManyChatsHoldsTheBot(t *testing.T) {
	inBubble(t, func(w *world) {
		p := w.people(6)
		flood := emulator.Fault{Method: "sendMessage", Action: emulator.FloodWait(20), When: func(c emulator.Call) bool {
			return time.Since(w.began) < 20*time.Second
		}}
		w.srv.AddFault(flood)
		w.start()
		w.put(text(1001, "x"), text(1002, "x"), text(1003, "x"))
		w.idle()
		w.later(time.Second)
		w.put(text(1004, "x"), text(1005, "x"))
		w.later(time.Second)
		w.restart()
		w.put(text(1006, "x"))
		w.later(17 * time.Second)
		if n := len(w.times("sendMessage")); n != 3 {
			t.Errorf("%d calls before the pause was over, want 3", n)
		}
		w.later(3 * time.Second)
		w.idle()
		for _, one := range p {
			w.wantChat(one, "x")
		}
		w.noneEarly()
	})
}

// FAULTS 16: nothing is lost, nothing doubled, pauses grow.
func TestCertainFailuresAreRetried(t *testing.T) {
	for name, action := range map[string]emulator.Action{
		"500": emulator.InternalError(), "refused": emulator.RefuseConnection(), "no name server": emulator.NoSuchHost(), "409": emulator.APIError(409, "Conflict: x"),
	} {
		t.Run(name, func(t *testing.T) {
			inBubble(t, func(w *world) {
				p := w.people(2)
				w.srv.AddFault(emulator.Fault{Method: "sendMessage", Chat: 1001, Times: 6, Action: action})
				w.start()
				w.put(reminder(1001, "r", "nhắc"), text(1001, "một"))
				w.put(text(1001, "hai"))
				w.later(5 * time.Minute)
				w.idle()
				w.wantChat(p[0], "nhắc", "một", "hai")
				w.put(text(1002, "khác"))
				w.idle()
				w.wantChat(p[1], "khác")
				times := w.times("sendMessage")
				if len(times) != 10 {
					t.Errorf("%d calls, want 10: %v", len(times), times)
				}
				for i := 1; i < 6; i++ {
					if times[i]-times[i-1] < time.Second {
						t.Errorf("calls at %v and %v: no pause", times[i-1], times[i])
					}
				}
				if d := w.delivery("r"); d.Fate != storage.Sent {
					t.Errorf("reminder is %q", d.Fate)
				}
			})
		})
	}
}

// One chat for which Telegram only ever fails does not hold up the others, nor
// in the end what else is to be said in it.
func TestChatThatAlwaysFails(t *testing.T) {
	inBubble(t, func(w *world) {
		p := w.people(2)
		bad := func(c emulator.Call) bool { return c.Text == "hỏng" }
		w.srv.AddFault(emulator.Fault{When: bad, Action: emulator.InternalError()})
		w.start()
		w.put(text(1001, "hỏng"), text(1001, "sau"))
		for range 20 {
			w.put(text(1002, "khác"))
			w.later(time.Second)
		}
		if n := len(got(p[1])); n != 20 {
			t.Errorf("the other chat got %d of 20", n)
		}
		w.later(10 * time.Minute)
		w.wantChat(p[0], "sau")
	})
}

// FAULTS 17: perhaps carried out.
func TestDoubtfulFailures(t *testing.T) {
	actions := map[string]emulator.Action{
		"lost answer": emulator.DropAfter(), "late answer": emulator.DelayAfter(2 * time.Minute), "502": emulator.BadGateway().Applied(),
		"truncated": emulator.TruncatedJSON(), "short": emulator.ShortBody(), "empty": emulator.EmptyBody().Applied(),
	}
	for name, action := range actions {
		t.Run(name, func(t *testing.T) {
			inBubble(t, func(w *world) {
				p := w.people(3)
				w.srv.AddFault(emulator.Fault{Method: "sendMessage", Chat: 1001, Times: 1, Action: action})
				w.srv.AddFault(emulator.Fault{Method: "sendMessage", Chat: 1002, Action: action})
				w.start()
				w.put(text(1001, "đáp"), reminder(1002, "r", "nhắc"))
				w.put(text(1003, "khác"))
				w.later(10 * time.Minute)
				w.idle()
				w.wantChat(p[0], "đáp", "đáp")
				w.wantChat(p[1], "nhắc", "nhắc")
				w.wantChat(p[2], "khác")
				if d := w.delivery("r"); d.Fate != storage.Unsure || d.Tries != 2 {
					t.Errorf("reminder is %q after %d tries, want unknown after 2", d.Fate, d.Tries)
				}
				if n := w.waiting(); n != 0 {
					t.Errorf("%d rows left", n)
				}
			})
		})
	}
}

// A reminder that was claimed when the process died counts as one doubtful try.
func TestClaimedAtDeath(t *testing.T) {
	inBubble(t, func(w *world) {
		p := w.people(1)[0]
		w.put(reminder(1001, "r", "nhắc"))
		ref := storage.Ref{Chat: 1001, Seq: 1, Class: storage.Bulk}
		for range 2 {
			if _, ok, err := w.store.Claim(time.Now(), ref); !ok || err != nil {
				t.Fatal(ok, err)
			}
			w.must(w.store.Rescue(time.Now()))
		}
		w.start()
		w.idle()
		w.wantChat(p)
		if d := w.delivery("r"); d.Fate != storage.Unsure {
			t.Errorf("reminder is %q", d.Fate)
		}
	})
}

// FAULTS 18 for the way out: few calls, two log lines, all said in the end.
func TestNetworkDown(t *testing.T) {
	inBubble(t, func(w *world) {
		p := w.people(50)
		w.srv.NetworkDown(true)
		w.start()
		for i := range p {
			w.put(text(int64(1001+i), "một"), reminder(int64(1001+i), fmt.Sprint("r", i), "hai"))
		}
		before := w.asked.Load()
		w.later(10 * time.Minute)
		if n := w.asked.Load() - before; n > 60 || n < 10 {
			t.Errorf("%d calls in 10 minutes", n)
		}
		w.wantLog("sending interrupted", 1)
		w.srv.NetworkDown(false)
		w.later(time.Minute)
		for _, one := range p {
			w.wantChat(one, "một", "hai")
		}
		w.wantLog("sending works again", 1)
	})
}

func TestTokenRevoked(t *testing.T) {
	inBubble(t, func(w *world) {
		p := w.people(5)
		remove := w.srv.AddFault(emulator.Fault{Action: emulator.APIError(401, "Unauthorized")})
		w.start()
		for i := range p {
			w.put(text(int64(1001+i), "x"))
		}
		w.later(10 * time.Minute)
		if n := len(w.times("sendMessage")); n > 16 {
			t.Errorf("%d calls with a token that is not valid", n)
		}
		w.wantLog("sending interrupted", 1)
		remove()
		w.later(2 * time.Minute)
		for _, one := range p {
			w.wantChat(one, "x")
		}
	})
}

// FAULTS 19.
func TestPersonGone(t *testing.T) {
	faults := map[string]func(*world, *emulator.Person){
		"blocked":     func(_ *world, p *emulator.Person) { p.Block() },
		"deactivated": func(_ *world, p *emulator.Person) { p.Deactivate() },
		"not found": func(w *world, p *emulator.Person) {
			w.srv.AddFault(emulator.Fault{Chat: p.ID(), Action: emulator.APIError(400, "Bad Request: chat not found")})
		},
	}
	for name, fault := range faults {
		t.Run(name, func(t *testing.T) {
			inBubble(t, func(w *world) {
				p := w.people(2)
				w.must(w.store.Update(time.Now(), func(tx *storage.Tx) error { return tx.PutMember(report.Member{ID: 1001}) }))
				fault(w, p[0])
				w.start()
				w.put(reminder(1001, "r", "nhắc"), text(1002, "khác"))
				w.later(time.Hour)
				w.wantChat(p[1], "khác")
				if n := len(w.times("sendMessage")); n != 2 {
					t.Errorf("%d calls, want 2", n)
				}
				w.must(w.store.View(time.Now(), func(tx *storage.Snapshot) error {
					m, err := tx.Member(1001)
					if m.Unreachable.IsZero() || m.Why == "" {
						t.Errorf("member is not marked: %+v", m)
					}
					return err
				}))
				if d := w.delivery("r"); d.Fate != storage.Refused || d.Why == "" {
					t.Errorf("delivery is %+v", d)
				}
			})
		})
	}
}

// FAULTS 20.
func TestRefusalsThatMeanSomething(t *testing.T) {
	inBubble(t, func(w *world) {
		p := w.people(1)[0]
		w.start()
		w.put(storage.Row{Chat: 1001, Key: "menu", Message: withButton("Chọn")})
		w.idle()
		edit := func(s string) { // not modified
			w.put(storage.Row{Chat: 1001, Way: storage.Edit, TargetKey: "menu", Message: withButton(s)})
			w.idle()
		}
		edit("Chọn")
		w.wantChat(p, "Chọn")

		w.srv.AddFault(emulator.Fault{Method: "sendMessage", Times: 1, When: func(c emulator.Call) bool { return c.Params["entities"] != "" },
			Action: emulator.APIError(400, "Bad Request: can't parse entities: x")})
		w.put(storage.Row{Chat: 1001, Message: chat.Message{Title: "Đậm", Text: "nhạt"}})
		w.idle()
		w.wantChat(p, "Chọn", "Đậm\nnhạt")

		w.put(storage.Row{Chat: 1001, Way: storage.Answer, Query: "too old"})
		w.idle()

		w.srv.AddFault(emulator.Fault{Method: "editMessageText", Times: 1, Action: emulator.APIError(400, "Bad Request: message to edit not found")})
		edit("Mới")
		w.wantChat(p, "Chọn", "Đậm\nnhạt", "Mới")
		edit("Mới hơn")
		w.wantChat(p, "Chọn", "Đậm\nnhạt", "Mới hơn")
		if n := w.waiting(); n != 0 {
			t.Errorf("%d rows left", n)
		}
	})
}

func TestRefusedForGood(t *testing.T) {
	inBubble(t, func(w *world) {
		p := w.people(1)[0]
		long := chat.Do("verb", strings.Repeat("x", 64))
		w.start()
		w.put(
			storage.Row{Chat: 1001, Key: "button", Message: chat.Message{Text: "a", Buttons: [][]chat.Button{{{Label: "x", Do: long}}}}},
			storage.Row{Chat: 1001, Key: "blank", Message: chat.Message{Text: " \n"}},
			storage.Row{Chat: 1001, Way: storage.Edit, TargetKey: "never put", Key: "edit", Message: chat.Message{Text: "a"}},
			text(1001, "sau"),
		)
		w.idle()
		w.wantChat(p, "sau")
		for key, want := range map[string]storage.Fate{"button": storage.Refused, "blank": storage.Refused, "edit": storage.Dropped} {
			if d := w.delivery(key); d.Fate != want {
				t.Errorf("%s is %q, want %q", key, d.Fate, want)
			}
		}
		w.wantLog("message refused", 2)
	})
}

// The words of a chat come in order whatever goes wrong, and no other chat
// waits.
func TestOrderUnderFaults(t *testing.T) {
	inBubble(t, func(w *world) {
		p := w.people(2)
		for _, a := range []emulator.Action{emulator.FloodWait(3), emulator.InternalError(), emulator.RefuseConnection()} {
			w.srv.AddFault(emulator.Fault{Method: "sendMessage", Chat: 1001, Probability: 0.2, Action: a})
		}
		w.start()
		var want []string
		for i := range 40 {
			want = append(want, fmt.Sprint("m", i))
			if i%3 == 0 {
				w.put(reminder(1001, fmt.Sprint("r", i), want[i]))
			} else {
				w.put(text(1001, want[i]))
			}
		}
		w.later(time.Hour)
		w.wantChat(p[0], want...)
		w.noneEarly()
	})
}

// Lost on the way there: sent again, and nobody sees it twice.
func TestLostBeforeItWasCarriedOut(t *testing.T) {
	inBubble(t, func(w *world) {
		p := w.people(1)[0]
		w.srv.AddFault(emulator.Fault{Times: 1, Action: emulator.DropBefore()})
		w.start()
		w.put(text(1001, "một"))
		w.later(time.Minute)
		w.wantChat(p, "một")
	})
}
