package courier_test

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/courier"
	"guongsang/internal/emulator"
	"guongsang/internal/report"
	"guongsang/internal/telegram"

	"guongsang/storage"
)

func TestSenderSaysInOrder(t *testing.T) {
	inBubble(t, func(w *world) {
		p := w.people(2)
		w.put(text(1001, "trước khi chạy"))
		w.start()
		w.put(text(1001, "một"), text(1002, "khác"), text(1001, "hai"))
		w.put(text(1001, "ba"))
		w.idle()
		w.wantChat(p[0], "trước khi chạy", "một", "hai", "ba")
		w.wantChat(p[1], "khác")
		if n := w.waiting(); n != 0 {
			t.Errorf("%d rows left", n)
		}
		if n := w.sender.Sends()[storage.Sent]; n != 5 {
			t.Errorf("counted %d sent", n)
		}
	})
}

// A press, handled, with a notice and an edit: three commits in all, and two of
// them are not the sender's.
func TestLoneAnswerCostsThreeCommits(t *testing.T) {
	inBubble(t, func(w *world) {
		p := w.people(1)[0]
		w.start()
		w.put(storage.Row{Chat: 1001, Key: "menu", Message: withButton("Chọn")})
		w.idle()
		for round := range 20 {
			query := p.Press(p.Last().ID, "go:1")
			before := w.commits()
			_, err := w.store.PutUpdates(time.Now(), []storage.Incoming{{ID: int64(round + 1), Raw: []byte(`{}`)}}, nil)
			w.must(err)
			_, err = w.store.Work(time.Now(), 10, handle(func(tx *storage.Tx) error {
				if _, err := tx.Put(storage.Row{Chat: 1001, Way: storage.Answer, Query: query}); err != nil {
					return err
				}
				return tx.PutEdit(storage.Row{Chat: 1001, TargetKey: "menu", Message: withButton(fmt.Sprint("Lần ", round))})
			}))
			w.must(err)
			w.idle()
			if n := w.commits() - before; n != 3 {
				t.Errorf("round %d: %d commits, want 3", round, n)
			}
			if len(p.Toasts()) != round+1 {
				t.Errorf("round %d: %d presses answered", round, len(p.Toasts()))
			}
		}
		w.wantChat(p, "Lần 19")
	})
}

// A press that is answered by a notice alone costs no more.
func TestLoneNoticeCostsThreeCommits(t *testing.T) {
	inBubble(t, func(w *world) {
		p := w.people(1)[0]
		w.start()
		w.put(storage.Row{Chat: 1001, Message: withButton("Chọn")})
		w.idle()
		before := w.commits()
		w.put(storage.Row{Chat: 1001, Way: storage.Answer, Query: p.Press(p.Last().ID, "go:1"), Message: chat.Message{Text: "Hết hiệu lực"}})
		w.idle()
		if n := w.commits() - before; n != 2 {
			t.Errorf("%d commits for putting and storing, want 2", n)
		}
	})
}

func withButton(s string) chat.Message {
	return chat.Message{Text: s, Buttons: [][]chat.Button{{{Label: "Đi", Do: chat.Do("go", 1)}}}}
}

type handle func(*storage.Tx) error

func (h handle) Handle(tx *storage.Tx, _ storage.Item) error { return h(tx) }
func (h handle) GiveUp(*storage.Tx, storage.Dead) error      { return nil }

// A message rewritten while it is on its way becomes an edit of itself.
func TestRewrittenInFlight(t *testing.T) {
	inBubble(t, func(w *world) {
		p := w.people(1)[0]
		w.srv.AddFault(emulator.Fault{Method: "sendMessage", Times: 1, Action: emulator.DelayAfter(5 * time.Second)})
		w.start()
		w.put(storage.Row{Chat: 1001, Key: "count", Message: chat.Message{Text: "1 ảnh"}})
		w.later(time.Second)
		for i := 2; i <= 4; i++ {
			w.must(w.store.Update(time.Now(), func(tx *storage.Tx) error {
				return tx.PutEdit(storage.Row{Chat: 1001, TargetKey: "count", Message: chat.Message{Text: fmt.Sprint(i, " ảnh")}})
			}))
		}
		w.later(10 * time.Second)
		w.idle()
		w.wantChat(p, "4 ảnh")
		if s, e := len(w.times("sendMessage")), len(w.times("editMessageText")); s != 1 || e != 1 {
			t.Errorf("%d sends and %d edits, want one each", s, e)
		}
	})
}

// Rewritten on its way and then gone: its new words are a message of their own,
// whatever was sent of the old ones.
func TestRewrittenInFlightAndDeleted(t *testing.T) {
	inBubble(t, func(w *world) {
		p := w.people(1)[0]
		w.srv.AddFault(emulator.Fault{Method: "sendMessage", Times: 1, Action: emulator.DelayAfter(5 * time.Second)})
		w.srv.AddFault(emulator.Fault{Method: "editMessageText", Times: 1, Action: emulator.APIError(400, "Bad Request: message to edit not found")})
		w.start()
		w.put(storage.Row{Chat: 1001, Key: "count", Message: chat.Message{Text: "1 ảnh"}})
		w.later(time.Second)
		w.must(w.store.Update(time.Now(), func(tx *storage.Tx) error {
			return tx.PutEdit(storage.Row{Chat: 1001, TargetKey: "count", Message: chat.Message{Text: "2 ảnh"}})
		}))
		w.later(10 * time.Second)
		w.idle()
		w.wantChat(p, "1 ảnh", "2 ảnh")
	})
}

// What is taken back stays in the house: what waits, and what was on its way
// when it was taken back and did not even reach the messenger.
func TestTakenBackInFlight(t *testing.T) {
	inBubble(t, func(w *world) {
		p := w.people(1)[0]
		w.must(w.store.Update(time.Now(), func(tx *storage.Tx) error { return tx.PutMember(report.Member{ID: 1001}) }))
		w.srv.AddFault(emulator.Fault{Method: "sendMessage", Times: 1, Action: emulator.DelayBefore(5 * time.Second)})
		w.srv.AddFault(emulator.Fault{Method: "sendMessage", Times: 1, Action: emulator.RefuseConnection()})
		w.start()
		w.put(text(1001, "trên đường"), text(1001, "còn chờ"), reminder(1001, "remind", "nhắc"))
		w.later(time.Second)
		w.must(w.store.Update(time.Now(), func(tx *storage.Tx) error {
			if err := tx.DeleteMember(1001); err != nil {
				return err
			}
			_, err := tx.Put(text(1001, "Đã gỡ"))
			return err
		}))
		w.later(time.Minute)
		w.idle()
		w.wantChat(p, "Đã gỡ")
		if n := w.waiting(); n != 0 {
			t.Errorf("%d rows left", n)
		}
	})
}

func TestStopStoresWhatIsUnderWay(t *testing.T) {
	inBubble(t, func(w *world) {
		w.people(2)
		w.srv.AddFault(emulator.Fault{Chat: 1001, Action: emulator.DelayAfter(2 * time.Second)})
		w.srv.AddFault(emulator.Fault{Chat: 1002, Action: emulator.DelayAfter(time.Hour)})
		w.start()
		w.put(reminder(1001, "quick", "x"), reminder(1002, "slow", "x"))
		w.later(time.Second)
		before := time.Now()
		w.stop()
		if d := time.Since(before); d > 4*time.Second {
			t.Errorf("stopping took %v", d)
		}
		if d := w.delivery("quick"); d.Fate != storage.Sent {
			t.Errorf("quick is %q", d.Fate)
		}
		if d := w.delivery("slow"); d.Fate != "" {
			t.Errorf("slow is %q", d.Fate)
		}
		w.put(text(1001, "after the end")) // must not block or panic
	})
}

// The demo moves its clock: Idle sees what is due then.
func TestIdleSeesMovedClock(t *testing.T) {
	inBubble(t, func(w *world) {
		p := w.people(1)[0]
		w.start()
		row := text(1001, "sau hai ngày")
		row.NotBefore = time.Now().Add(48 * time.Hour)
		w.put(row, text(1001, "ngay"))
		w.idle()
		w.wantChat(p, "ngay")
		w.shift.Store(int64(49 * time.Hour))
		w.idle()
		w.wantChat(p, "ngay", "sau hai ngày")
	})
}

// A long message goes out in pieces, and none twice.
func TestLongTexts(t *testing.T) {
	inBubble(t, func(w *world) {
		p := w.people(1)[0]
		w.start()
		smiles := strings.Repeat("😀", 4096)
		w.put(text(1001, smiles))
		w.idle()
		w.wantChat(p, smiles)

		long := strings.Repeat("một hai ba bốn năm\n", 500)
		w.srv.AddFault(emulator.Fault{Method: "sendMessage", Nth: 2, Action: emulator.FloodWait(3)})
		m := withButton(long)
		m.Title = "Dài"
		w.put(storage.Row{Chat: 1001, Key: "long", Message: m})
		w.later(time.Minute)
		w.idle()
		parts := p.Chat()[2:]
		all := ""
		for i, part := range parts {
			all += part.Text + "\n" // Telegram trims the end of each
			if n := utf8.RuneCountInString(part.Text); n > 4096 {
				t.Errorf("part of %d", n)
			}
			if last := i == len(parts)-1; last != (len(part.Labels()) == 1) {
				t.Errorf("part %d has buttons %v", i, part.Labels())
			}
		}
		if all != "Dài\n"+long || len(parts) != 3 {
			t.Errorf("%d parts of %d bytes, want %d", len(parts), len(all), len(long))
		}
		if d := w.delivery("long"); d.Message != int64(parts[2].ID) {
			t.Errorf("message is %d, want the last part", d.Message)
		}
		w.put(storage.Row{Chat: 1001, Way: storage.Edit, TargetKey: "long", Message: chat.Message{Text: long}})
		w.idle()
		if last := p.Last(); utf8.RuneCountInString(last.Text) != 4096 || !strings.HasSuffix(last.Text, "…") {
			t.Errorf("edit of %d", utf8.RuneCountInString(last.Text))
		}
	})
}

func TestLimitsAreKept(t *testing.T) {
	inBubble(t, func(w *world) {
		w.srv.SetLimits(emulator.RealLimits())
		w.limit(telegram.DefaultLimits())
		w.people(200)
		w.start()
		w.began = time.Now()
		for i := range 200 {
			w.put(reminder(int64(1001+i), fmt.Sprint("r", i), "x"))
		}
		w.idle()
		times := w.times("sendMessage")
		slices.Sort(times)
		for i, at := range times {
			if want := time.Duration(max(i-4, 0)) * 40 * time.Millisecond; at != want {
				t.Fatalf("call %d at %v, want %v", i, at, want)
			}
		}
		if len(times) != 200 {
			t.Errorf("%d calls: some were refused", len(times))
		}
	})
}

func TestLimitsOfChatAndGroup(t *testing.T) {
	inBubble(t, func(w *world) {
		w.srv.SetLimits(emulator.RealLimits())
		w.limit(telegram.DefaultLimits())
		p := w.people(1)[0]
		g := w.srv.Group(-100, "Nhóm")
		g.AddBot(p)
		w.start()
		w.began = time.Now()
		for i := range 10 {
			w.put(text(1001, fmt.Sprint(i)), text(-100, fmt.Sprint(i)))
		}
		w.idle()
		person, group := []time.Duration{}, []time.Duration{}
		for _, c := range w.srv.Calls() {
			if c.Chat == 1001 {
				person = append(person, c.At.Sub(w.began).Truncate(time.Second))
			} else if c.Chat == -100 {
				group = append(group, c.At.Sub(w.began).Truncate(time.Second))
			}
		}
		for i := range 10 {
			if want := time.Duration(max(i-2, 0)) * time.Second; person[i] != want {
				t.Errorf("person: message %d at %v, want %v", i, person[i], want)
			}
			if want := time.Duration(i) * 3 * time.Second; group[i] != want {
				t.Errorf("group: message %d at %v, want %v", i, group[i], want)
			}
		}
	})
}

func TestRepliesBeforeBulk(t *testing.T) {
	inBubble(t, func(w *world) {
		w.limit(courier.Limits{PerSecond: 10})
		w.people(101)
		for i := range 100 {
			w.put(reminder(int64(1001+i), fmt.Sprint("r", i), "x"))
		}
		w.start()
		w.later(time.Second)
		w.put(text(1101, "đáp"), text(1090, "đáp sau nhắc"))
		w.later(500 * time.Millisecond)
		var after []string
		for _, c := range w.srv.Calls() {
			if c.At.Sub(w.began) > time.Second {
				after = append(after, fmt.Sprint(c.Chat, " ", c.Text))
			}
		}
		if len(after) < 3 || after[0] != "1101 đáp" || after[1] != "1090 x" || after[2] != "1090 đáp sau nhắc" {
			t.Errorf("after the replies were put came %q", after)
		}
	})
}
