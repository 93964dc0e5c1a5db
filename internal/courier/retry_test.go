package courier_test

import (
	"testing"
	"time"

	"guongsang/internal/emulator"
	"guongsang/internal/telegram"
	"guongsang/storage"
)

// moment is far below every pause that is ended early here.
const moment = 10 * time.Millisecond

func TestRetryFollowsMovedClock(t *testing.T) {
	inBubble(t, func(w *world) {
		p := w.people(1)[0]
		w.start()
		row := text(1001, "sau hai ngày")
		row.NotBefore = time.Now().Add(48 * time.Hour)
		w.put(row)
		w.later(moment)
		w.sender.Retry()
		w.later(moment)
		w.wantChat(p)
		w.shift.Store(int64(49 * time.Hour))
		w.sender.Retry()
		w.later(moment)
		w.wantChat(p, "sau hai ngày")
	})
}

func TestRetryFindsNetworkThatIsBack(t *testing.T) {
	inBubble(t, func(w *world) {
		p := w.people(1)[0]
		w.srv.NetworkDown(true)
		w.start()
		w.put(text(1001, "đáp"), reminder(1001, "r", "nhắc"))
		w.later(10 * time.Minute)
		before := len(w.srv.Calls())
		w.sender.Retry()
		w.later(moment)
		if n := len(w.srv.Calls()) - before; n != 1 {
			t.Errorf("%d calls at a retry with the network down", n)
		}
		w.srv.NetworkDown(false)
		w.sender.Retry()
		w.later(moment)
		w.wantChat(p, "đáp", "nhắc")
	})
}

// The emulator would tell of a call that came before its pause was over.
func TestRetryKeepsPausesThatWereAskedFor(t *testing.T) {
	inBubble(t, func(w *world) {
		p := w.people(5)
		w.srv.AddFault(emulator.Fault{Method: "sendMessage", Times: 4, Action: emulator.FloodWait(30)})
		w.srv.AddFault(emulator.Fault{Method: "getUpdates", Times: 1, Action: emulator.FloodWait(30)})
		w.start()
		poller := telegram.NewPoller(w.client, w.store, nil)
		w.run(poller.Run)
		for _, one := range p[:4] {
			w.put(text(one.ID(), "đáp"))
		}
		w.later(time.Second)
		w.put(text(p[4].ID(), "đáp"))
		for range 28 {
			w.sender.Retry()
			poller.Retry()
			w.later(time.Second)
		}
		w.wantChat(p[4]) // the pause is the whole bot's
		w.later(5 * time.Minute)
		for _, one := range p {
			w.wantChat(one, "đáp")
		}
		w.noneEarly()
	})
}

// With the network down there is nothing to wait for.
func TestIdleWithNetworkDown(t *testing.T) {
	inBubble(t, func(w *world) {
		p := w.people(1)[0]
		w.start()
		w.srv.NetworkDown(true)
		w.put(text(1001, "đáp"), reminder(1001, "r", "nhắc"), storage.Row{Chat: 1001, Way: storage.Answer, Query: "q"})
		for range 5 { // each jump passes the pause before the next probe
			began := time.Now()
			w.idle()
			if d := time.Since(began); d > moment {
				t.Fatalf("waited %v", d)
			}
			w.shift.Add(int64(24 * time.Hour))
		}
		w.srv.NetworkDown(false)
		w.sender.Retry()
		w.idle()
		w.wantChat(p, "đáp", "nhắc")
	})
}
