package courier_test

import (
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/emulator"
	"guongsang/storage"
)

func act(to int64) storage.Row { return storage.Row{Chat: to, Way: storage.Act} }

// A chat action goes around what waits, and costs no commit of its own.
func TestActionGoesAtOnce(t *testing.T) {
	inBubble(t, func(w *world) {
		p := w.people(1)[0]
		w.srv.AddFault(emulator.Fault{Method: "sendMessage", Times: 1, Action: emulator.DelayAfter(4 * time.Second)})
		w.start()
		before := w.commits()
		w.put(text(1001, "Đang lập"), act(1001))
		w.later(time.Second)
		if at := w.times("sendChatAction"); len(at) != 1 || at[0] > time.Second {
			t.Errorf("shown at %v, want once and at once", at)
		}
		w.later(4 * time.Second)
		w.idle()
		w.wantChat(p, "Đang lập")
		if n := w.commits() - before; n != 2 {
			t.Errorf("%d commits for putting and storing, want 2", n)
		}
	})
}

// Whatever becomes of an action, it is not tried again, and it holds nothing up.
func TestActionIsLostWithoutHarm(t *testing.T) {
	faults := map[string]emulator.Action{
		"refused":  emulator.APIError(400, "Bad Request: chat action is not to be shown"),
		"blocked":  emulator.APIError(403, "Forbidden: bot was blocked by the user"),
		"down":     emulator.APIError(502, "Bad Gateway"),
		"doubtful": emulator.DelayAfter(time.Minute),
	}
	for name, fault := range faults {
		t.Run(name, func(t *testing.T) {
			inBubble(t, func(w *world) {
				p := w.people(1)[0]
				w.srv.AddFault(emulator.Fault{Method: "sendChatAction", Times: 1, Action: fault})
				w.start()
				w.put(storage.Row{Chat: 1001, Message: withButton("Chọn")})
				w.idle()
				query := p.Press(p.Last().ID, "go:1")
				w.put(act(1001), storage.Row{Chat: 1001, Way: storage.Answer, Query: query, Message: chat.Message{Text: "Có"}}, text(1001, "Đang lập"))
				w.later(20 * time.Second)
				w.idle()
				w.wantChat(p, "Chọn", "Đang lập")
				if n := len(w.times("sendChatAction")); n != 1 || len(p.Toasts()) != 1 || w.waiting() != 0 {
					t.Errorf("%d actions, %d presses answered, %d rows left", n, len(p.Toasts()), w.waiting())
				}
			})
		})
	}
}

// An action that could not go while somebody might have seen it does not go.
func TestActionDoesNotOutliveARestartOrAPause(t *testing.T) {
	inBubble(t, func(w *world) {
		w.people(1)
		w.put(act(1001))
		w.start()
		w.later(time.Second)
		w.srv.NetworkDown(true)
		w.put(text(1001, "Đang lập"))
		w.later(time.Second)
		w.put(act(1001))
		w.later(time.Minute)
		w.srv.NetworkDown(false)
		w.later(2 * time.Minute)
		w.idle()
		for _, c := range w.srv.Calls() {
			if c.Method == "sendChatAction" && c.Result == "ok" {
				t.Errorf("shown at %s", c.At.Sub(w.began))
			}
		}
	})
}
