package courier_test

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
	"guongsang/internal/courier"
	"guongsang/internal/emulator"
	"guongsang/internal/report"
	"guongsang/internal/telegram"
	"guongsang/storage"
	"guongsang/storage/disk"
)

const testToken = "4242:emulated-token-for-the-tests-0123456789"

// A world is the real store, the real sender, Telegram as its wire and the
// emulator behind that, in a bubble with a virtual clock.
type world struct {
	*testing.T
	srv     *emulator.Server
	store   *storage.Store
	client  *telegram.Client
	sender  *courier.Sender
	options courier.Options
	log     *lockedBuffer
	began   time.Time
	asked   atomic.Int64 // how often something was asked for on the wire, whether it got through or not
	shift   atomic.Int64 // by how much the clock of the program was moved
	stop    func()
}

// A counting counts what is asked for on the wire.
type counting struct {
	telegram.Doer
	asked *atomic.Int64
}

func (c counting) Do(r *http.Request) (*http.Response, error) {
	c.asked.Add(1)
	return c.Doer.Do(r)
}

// inBubble runs a test in a bubble. There are no limits unless the test sets
// them.
func inBubble(t *testing.T, test func(*world)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) { test(newWorld(t)) })
}

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{T: t, log: &lockedBuffer{}, began: time.Now(), stop: func() {}}
	w.srv = emulator.New(emulator.Options{Token: testToken})
	store, err := storage.Open(t.TempDir(), report.Rules{Zone: time.UTC, Calendar: report.NewCalendar(nil, nil)})
	w.must(err)
	w.store = store
	log := slog.New(slog.NewTextHandler(w.log, nil))
	w.client, err = telegram.New(telegram.Options{Token: testToken, HTTP: counting{w.srv.Client(), &w.asked}, Now: w.now, Log: log})
	w.must(err)
	w.options = courier.Options{Now: w.now, Log: log}
	w.limit(courier.Limits{})
	t.Cleanup(w.close)
	return w
}

// limit makes the sender anew with other limits.
func (w *world) limit(limits courier.Limits) {
	w.options.Limits = limits
	w.sender = courier.NewSender(w.client, w.store, w.options)
}

// now is the time of a clock that can be moved.
func (w *world) now() time.Time { return time.Now().Add(time.Duration(w.shift.Load())) }

func (w *world) close() {
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

func (w *world) must(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

// start runs the sender until stop. It has begun when start returns: a chat
// action that comes before is seen by nobody.
func (w *world) start() {
	defer synctest.Wait()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- w.sender.Run(ctx) }()
	w.stop = func() {
		cancel()
		if err := <-ended; err != nil {
			w.Error(err)
		}
		w.stop = func() {}
	}
}

// restart stops the sender and starts another on the same store, as a process
// would.
func (w *world) restart() {
	w.stop()
	w.must(w.store.Rescue(time.Now()))
	w.limit(w.options.Limits)
	w.start()
}

// run runs fn until stop.
func (w *world) run(fn func(context.Context)) {
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
func (w *world) people(n int) (all []*emulator.Person) {
	for i := range n {
		p := w.srv.Person(int64(1001+i), fmt.Sprintf("Người %d", i))
		p.Start("")
		all = append(all, p)
	}
	return all
}

// put commits rows together.
func (w *world) put(rows ...storage.Row) {
	w.Helper()
	w.must(w.store.Update(time.Now(), func(tx *storage.Tx) error {
		for _, r := range rows {
			if _, err := tx.Put(r); err != nil {
				return err
			}
		}
		return nil
	}))
}

func text(to int64, s string) storage.Row {
	return storage.Row{Chat: to, Message: chat.Message{Text: s}}
}

func reminder(to int64, key, s string) storage.Row {
	return storage.Row{Chat: to, Class: storage.Bulk, Key: key, Message: chat.Message{Text: s}}
}

// idle lets everything that can happen now happen.
func (w *world) idle() {
	w.Helper()
	ctx, cancel := context.WithTimeout(w.Context(), time.Hour)
	defer cancel()
	w.must(w.sender.Idle(ctx))
}

// later lets time pass.
func (w *world) later(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

func (w *world) delivery(key string) (d storage.Delivery) {
	w.Helper()
	w.must(w.store.View(time.Now(), func(tx *storage.Snapshot) (err error) {
		d, _, err = tx.Delivery(key)
		return err
	}))
	return d
}

func (w *world) waiting() int {
	w.Helper()
	d, err := w.store.Depths()
	w.must(err)
	return d.Outbox
}

// got lists what the bot said to somebody, as it stands now.
func got(p interface{ Chat() []emulator.Message }) (all []string) {
	for _, m := range p.Chat() {
		if m.FromBot {
			all = append(all, m.Text)
		}
	}
	return all
}

func (w *world) wantChat(p *emulator.Person, want ...string) {
	w.Helper()
	if all := got(p); strings.Join(all, "|") != strings.Join(want, "|") {
		w.Errorf("chat %d has %q, want %q", p.ID(), all, want)
	}
}

// noneEarly fails if a call was made while a 429 asked to wait.
func (w *world) noneEarly() {
	w.Helper()
	for _, c := range w.srv.Calls() {
		if c.Early {
			w.Errorf("%s to %d at %v: before the pause was over", c.Method, c.Chat, c.At.Sub(w.began))
		}
	}
}

// times are when the calls of a method began, since the test did.
func (w *world) times(method string) (all []time.Duration) {
	for _, c := range w.srv.Calls() {
		if c.Method == method {
			all = append(all, c.At.Sub(w.began))
		}
	}
	return all
}

func (w *world) wantLog(line string, times int) {
	w.Helper()
	if n := strings.Count(w.log.String(), line); n != times {
		w.Errorf("log has %q %d times, want %d", line, n, times)
	}
}

// commits is how many transactions the store has committed: bbolt's own count,
// from the newer of the file's two meta pages.
func (w *world) commits() uint64 {
	w.Helper()
	b, err := os.ReadFile(filepath.Join(w.store.Dir(), disk.FileName))
	w.must(err)
	page := binary.NativeEndian.Uint32(b[16+8:])
	return max(binary.NativeEndian.Uint64(b[16+48:]), binary.NativeEndian.Uint64(b[page+16+48:]))
}

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
