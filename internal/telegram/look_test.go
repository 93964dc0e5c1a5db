package telegram

import (
	"testing"
	"time"

	"guongsang/internal/emulator"
)

// moment is far below every pause that is ended early here.
const moment = 10 * time.Millisecond

func TestPollerRetriesOnDemand(t *testing.T) {
	inBubble(t, func(w *wire) {
		poller := w.poll()
		w.srv.NetworkDown(true)
		w.later(10 * time.Minute)
		w.srv.Person(1001, "An").Say("trong lúc mất mạng")
		w.srv.NetworkDown(false)
		poller.Retry()
		w.later(moment)
		r := &reader{}
		w.work(r)
		if r.texts() != "trong lúc mất mạng" {
			t.Errorf("came in: %q", r.texts())
		}
	})
}

func TestFetcherFollowsMovedClock(t *testing.T) {
	inBubble(t, func(w *wire) {
		w.srv.AddFault(emulator.Fault{Method: "getFile", Times: 12, Action: emulator.InternalError()})
		w.fetch()
		f := w.sendFile([]byte("x"), "")
		for range 12 {
			w.later(moment)
			w.shift.Add(int64(time.Hour))
			w.store.Wake()
		}
		w.later(moment)
		if w.hash(f.Unique) == "" {
			t.Error("not fetched")
		}
	})
}
