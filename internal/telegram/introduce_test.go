package telegram

import (
	"testing"
	"time"
)

func TestIntroduce(t *testing.T) {
	inBubble(t, func(w *wire) {
		w.srv.NetworkDown(true)
		ended := make(chan struct{})
		go func() {
			w.client.Introduce(w.Context(), Profile{
				Commands: []Command{{"start", "Bắt đầu"}}, Description: "Gương sáng", Short: "Gương",
			})
			close(ended)
		}()
		w.later(time.Hour)
		w.srv.NetworkDown(false)
		<-ended
		if w.client.Username() != "guong_sang_bot" || w.client.ID() != 4242 {
			t.Errorf("bot %d is called %q", w.client.ID(), w.client.Username())
		}
		if got := w.srv.Commands(); len(got) != 1 {
			t.Errorf("commands %v", got)
		}
		w.wantLog("getMe interrupted", 1)
	})
}
