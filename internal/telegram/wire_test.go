package telegram

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/emulator"
	"guongsang/internal/report"
	"guongsang/storage"
	"guongsang/storage/disk"
)

const testToken = "4242:emulated-token-for-the-tests-0123456789"

// A wire is the real store, the real client and the emulator, in a bubble with
// a virtual clock.
type wire struct {
	*testing.T
	srv    *emulator.Server
	store  *storage.Store
	client *Client
	http   *counting
	log    *lockedBuffer
	began  time.Time
	shift  atomic.Int64 // by how much the clock of the program was moved
	stop   func()
}

// inBubble runs a test in a bubble.
func inBubble(t *testing.T, test func(*wire)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) { test(newWire(t)) })
}

func newWire(t *testing.T) *wire {
	t.Helper()
	w := &wire{T: t, log: &lockedBuffer{}, began: time.Now(), stop: func() {}}
	nowhere := emulator.InProcess(http.NotFoundHandler())
	w.srv = emulator.New(emulator.Options{Token: testToken, Username: "guong_sang_bot", WebhookTransport: nowhere})
	w.http = &counting{next: w.srv.Client()}
	store, err := storage.Open(t.TempDir(), report.Rules{Zone: time.UTC, Calendar: report.NewCalendar(nil, nil)})
	w.must(err)
	w.store = store
	w.client, err = New(Options{Token: testToken, HTTP: w.http, Now: w.now, Log: slog.New(slog.NewTextHandler(w.log, nil))})
	w.must(err)
	t.Cleanup(w.close)
	return w
}

func (w *wire) close() {
	w.stop()
	w.srv.Close()
	w.must(w.store.Close())
	for _, v := range w.srv.Violations() {
		w.Errorf("the bot did what no bot should: %s", v)
	}
	if strings.Contains(w.log.String(), "emulated-token") {
		w.Errorf("the log has the token:\n%s", w.log)
	}
	if w.Failed() {
		w.Logf("log:\n%s", w.log)
	}
}

func (w *wire) must(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

// now is the time of a clock that can be moved.
func (w *wire) now() time.Time { return time.Now().Add(time.Duration(w.shift.Load())) }

// run runs fn until stop.
func (w *wire) run(fn func(context.Context)) {
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		fn(ctx)
		close(ended)
	}()
	before := w.stop
	w.stop = func() {
		cancel()
		<-ended
		before()
		w.stop = func() {}
	}
}

// people lets as many people start the bot; their ids begin with 1001.
func (w *wire) people(n int) (all []*emulator.Person) {
	for i := range n {
		p := w.srv.Person(int64(1001+i), fmt.Sprintf("Người %d", i))
		p.Start("")
		all = append(all, p)
	}
	return all
}

func withButton(s string) chat.Message {
	return chat.Message{Text: s, Buttons: [][]chat.Button{{{Label: "Đi", Do: chat.Do("go", 1)}}}}
}

// later lets time pass.
func (w *wire) later(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

// noneEarly fails if a call was made while a 429 asked to wait.
func (w *wire) noneEarly() {
	w.Helper()
	for _, c := range w.srv.Calls() {
		if c.Early {
			w.Errorf("%s to %d at %v: before the pause was over", c.Method, c.Chat, c.At.Sub(w.began))
		}
	}
}

// times are when the calls of a method began, since the test did.
func (w *wire) times(method string) (all []time.Duration) {
	for _, c := range w.srv.Calls() {
		if c.Method == method {
			all = append(all, c.At.Sub(w.began))
		}
	}
	return all
}

func (w *wire) wantLog(line string, times int) {
	w.Helper()
	if n := strings.Count(w.log.String(), line); n != times {
		w.Errorf("log has %q %d times, want %d", line, n, times)
	}
}

// commits is how many transactions the store has committed: bbolt's own count,
// from the newer of the file's two meta pages.
func (w *wire) commits() uint64 {
	w.Helper()
	b, err := os.ReadFile(filepath.Join(w.store.Dir(), disk.FileName))
	w.must(err)
	page := binary.NativeEndian.Uint32(b[16+8:])
	return max(binary.NativeEndian.Uint64(b[16+48:]), binary.NativeEndian.Uint64(b[page+16+48:]))
}

// counting counts the requests, those included that never arrive, and can stand
// in for a server.
type counting struct {
	mu   sync.Mutex
	next Doer
	n    int
}

func (c *counting) Do(r *http.Request) (*http.Response, error) {
	c.mu.Lock()
	c.n++
	next := c.next
	c.mu.Unlock()
	return next.Do(r)
}

func (c *counting) requests() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.n
}

type doFunc func(*http.Request) (*http.Response, error)

func (f doFunc) Do(r *http.Request) (*http.Response, error) { return f(r) }

type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}
