package watch

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/storage"
)

var morning = time.Date(2026, time.November, 20, 8, 0, 0, 0, time.UTC)

// open is a store with what there is to say and to handle.
func open(t *testing.T) *storage.Store {
	t.Helper()
	s, err := storage.Open(t.TempDir(), report.Rules{Zone: time.UTC})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func arrive(t *testing.T, s *storage.Store, at time.Time) {
	t.Helper()
	if _, err := s.PutUpdates(at, []storage.Incoming{{ID: 7, From: 1, Raw: json.RawMessage(`{"update_id":7}`)}}, nil); err != nil {
		t.Fatal(err)
	}
}

func say(t *testing.T, s *storage.Store, at time.Time, to int64) {
	t.Helper()
	if err := s.Update(at, func(tx *storage.Tx) error {
		_, err := tx.Put(storage.Row{Chat: to, Message: chat.Message{Text: "xin chào"}})
		return err
	}); err != nil {
		t.Fatal(err)
	}
}

// Each thing that can stand still is found, when it has for long, and by its name.
func TestStuck(t *testing.T) {
	for name, c := range map[string]struct {
		make func(*testing.T, *storage.Store, *Moves)
		says string
	}{
		"all moves": {func(*testing.T, *storage.Store, *Moves) {}, ""},
		"Telegram is silent": {func(_ *testing.T, _ *storage.Store, m *Moves) {
			m.Answered = func() time.Time { return morning.Add(-time.Minute) }
		}, "no poll was answered for 7m0s"},
		"a webhook may be":   {func(_ *testing.T, _ *storage.Store, m *Moves) { m.Answered = nil }, ""},
		"nothing is handled": {func(t *testing.T, s *storage.Store, _ *Moves) { arrive(t, s, morning) }, "what came in has waited for 6m0s"},
		"nothing goes out":   {func(t *testing.T, s *storage.Store, _ *Moves) { say(t, s, morning, 1) }, "nothing of what is to be said went out for 6m0s"},
		"something else does": {func(t *testing.T, s *storage.Store, m *Moves) {
			say(t, s, morning, 1)
			m.Sends = func() map[storage.Fate]uint64 {
				return map[storage.Fate]uint64{storage.Sent: uint64(time.Now().UnixNano())}
			}
		}, ""},
		"nothing moves": {func(t *testing.T, s *storage.Store, m *Moves) {
			m.Answered = func() time.Time { return morning }
			arrive(t, s, morning)
			say(t, s, morning, 1)
		}, "no poll was answered for 6m0s; what came in has waited for 6m0s; nothing of what is to be said went out for 6m0s"},
		"nothing is kept": {func(t *testing.T, s *storage.Store, _ *Moves) { _ = s.Close() }, "reading what waits"},
	} {
		t.Run(name, func(t *testing.T) {
			s, now := open(t), morning.Add(6*time.Minute)
			m := &Moves{Store: s, Answered: func() time.Time { return now }, Sends: func() map[storage.Fate]uint64 { return nil }}
			c.make(t, s, m)
			m.still(morning) // it is looked at now and then
			if says := allOf(m.Stuck(now)); !strings.HasPrefix(says, c.says) || c.says == "" && says != "" {
				t.Errorf("stuck: %q", says)
			}
		})
	}
}

// The program hangs only where a new start helps.
func TestHangs(t *testing.T) {
	s, now := open(t), morning.Add(6*time.Minute)
	m := &Moves{Store: s, Sends: func() map[storage.Fate]uint64 { return nil }}
	say(t, s, morning, 1)
	if err := m.Hangs(now); err != nil {
		t.Errorf("a line that is cut is no reason: %v", err)
	}
	arrive(t, s, morning)
	if m.Hangs(now) == nil {
		t.Error("what came in is not handled, and it is not said to hang")
	}
	if err := m.Hangs(morning.Add(time.Minute)); err != nil {
		t.Errorf("after a minute: %v", err)
	}
}

// A heartbeat is asked while the program moves, and no longer; the log says when that
// changes, once, and never has the URL.
func TestHeartbeat(t *testing.T) {
	var asked atomic.Int32
	answer := atomic.Int32{}
	answer.Store(http.StatusOK)
	service := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		w.WriteHeader(int(answer.Load()))
	}))
	s, now := open(t), morning
	var log bytes.Buffer
	answered := morning
	h := &Heartbeat{
		URL: service.URL + "/ping/secret-name", Now: func() time.Time { return now }, Log: slog.New(slog.NewTextHandler(&log, nil)),
		Moves: &Moves{Store: s, Answered: func() time.Time { return answered }, Sends: func() map[storage.Fate]uint64 { return nil }},
	}
	beat := func(want int32, says string) {
		t.Helper()
		log.Reset()
		h.beat(t.Context())
		if n := asked.Swap(0); n != want {
			t.Errorf("asked %d times, not %d", n, want)
		}
		if (says == "") != (log.Len() == 0) || !strings.Contains(log.String(), says) {
			t.Errorf("the log says %q, not %q", log.String(), says)
		}
		if strings.Contains(log.String(), "secret-name") {
			t.Errorf("the log has the URL: %s", log.String())
		}
	}
	beat(1, "")
	now = now.Add(10 * time.Minute)
	beat(0, "heartbeat withheld")
	beat(0, "")
	answered = now
	beat(1, "heartbeat goes on")
	arrive(t, s, now)
	now = now.Add(6 * time.Minute)
	answered = now
	beat(0, "what came in has waited")
	if _, err := s.Work(now, 10, takesAll{}); err != nil {
		t.Fatal(err)
	}
	beat(1, "heartbeat goes on")
	answer.Store(http.StatusNotFound)
	beat(1, "does not get through")
	beat(1, "")
	answer.Store(http.StatusOK)
	beat(1, "gets through")
	service.Close()
	beat(0, "does not get through")
}

// takesAll handles everything.
type takesAll struct{}

func (takesAll) Handle(*storage.Tx, storage.Item) error { return nil }
func (takesAll) GiveUp(*storage.Tx, storage.Dead) error { return nil }

// systemd hears that the service is ready, that it lives, and that it stops.
func TestSystemd(t *testing.T) {
	socket := filepath.Join(t.TempDir(), "notify")
	c, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: socket, Net: "unixgram"})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	env := map[string]string{"NOTIFY_SOCKET": socket, "WATCHDOG_USEC": "3000"}
	sd := FindSystemd(func(name string) (string, bool) { v, ok := env[name]; return v, ok })
	ctx, stop := context.WithCancel(t.Context())
	over := make(chan error)
	m := &Moves{Store: open(t), Sends: func() map[storage.Fate]uint64 { return nil }}
	go func() { over <- sd.Run(ctx, m, func() time.Time { return morning }) }()
	heard := func() string {
		b := make([]byte, 100)
		n, err := c.Read(b)
		if err != nil {
			t.Fatal(err)
		}
		return string(b[:n])
	}
	if first, second := heard(), heard(); first != "READY=1" || second != "WATCHDOG=1" {
		t.Errorf("heard %q and %q", first, second)
	}
	stop()
	for s := heard(); s != "STOPPING=1"; s = heard() {
		if s != "WATCHDOG=1" {
			t.Fatalf("heard %q", s)
		}
	}
	if err := <-over; err != nil {
		t.Error(err)
	}
	if err := (Systemd{}).Run(t.Context(), m, nil); err != nil {
		t.Errorf("without systemd: %v", err)
	}
}
