package webchat

import (
	"bufio"
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"guongsang/internal/emulator"
)

// An idle show has phones and nothing behind them.
type idle struct {
	phones *emulator.Server
	broken error         // of a look
	takes  time.Duration // each order
}

func (i idle) Telegram() *emulator.Server { return i.phones }
func (i idle) State() (State, error)      { return State{}, i.broken }
func (i idle) Board() (Board, error)      { return Board{}, i.broken }
func (i idle) Tour() Tour                 { return Tour{} }
func (i idle) Directory() Directory       { return Directory{} }

func (i idle) Do(context.Context, Order) error {
	time.Sleep(i.takes) // virtual
	return nil
}

func (i idle) AddPhone(Phone) (int64, string, error) { return 0, "", nil }

func newServer(t testing.TB, i idle) *Server {
	i.phones = newPhones(t)
	return New(i, time.UTC, slog.New(slog.DiscardHandler))
}

func newPhones(t testing.TB) *emulator.Server {
	phones := emulator.New(emulator.Options{Token: "1:x"})
	t.Cleanup(phones.Close)
	return phones
}

// oneLine is a listener with one connection, in memory.
type oneLine struct {
	conns chan net.Conn
	done  chan struct{}
}

func (l oneLine) Accept() (net.Conn, error) {
	select {
	case c := <-l.conns:
		return c, nil
	case <-l.done:
		return nil, net.ErrClosed
	}
}
func (l oneLine) Close() error   { close(l.done); return nil }
func (l oneLine) Addr() net.Addr { return &net.UnixAddr{Name: "memory"} }

// call serves the page to one connection, which it returns with the request
// already made.
func call(t *testing.T, s *Server, request string) net.Conn {
	t.Helper()
	here, there := net.Pipe()
	line := oneLine{make(chan net.Conn, 1), make(chan struct{})}
	line.conns <- there
	server := s.HTTP()
	go func() { _ = server.Serve(line) }()
	t.Cleanup(func() { _ = here.Close(); s.Stop(); _ = server.Close() })
	if _, err := io.WriteString(here, request); err != nil {
		t.Fatal(err)
	}
	return here
}

// A page that takes nothing any more, such as that of a machine that sleeps, is
// let go.
func TestPageThatDoesNotRead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t, idle{})
		call(t, s, "GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n")
		synctest.Wait()
		if !s.listened() {
			t.Fatal("nobody listens")
		}
		time.Sleep(slowest + time.Second)
		synctest.Wait()
		if s.listened() {
			t.Error("the page is still waited for")
		}
	})
}

// Whoever sends a request by drops is let go, be it the header or the body; who
// only listens is not, however long that is. (ATTACKS 13)
func TestRequestsByDrops(t *testing.T) {
	for name, request := range map[string]string{
		"header": "POST /do HTTP/1.1\r\nHost: loc",
		"body":   "POST /do HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\n{",
		"file":   "POST /no-such-page HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\n{",
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				c := call(t, newServer(t, idle{}), request)
				began := time.Now()
				_, _ = io.Copy(io.Discard, c) // until it is closed
				if took := time.Since(began); took > 2*time.Minute {
					t.Errorf("let go after %s", took)
				}
			})
		})
	}
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t, idle{})
		c := call(t, s, "GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n")
		go func() { _, _ = io.Copy(io.Discard, c) }()
		time.Sleep(time.Hour)
		synctest.Wait()
		if !s.listened() {
			t.Error("the page that listens was let go")
		}
	})
}

// An order is answered however long it takes.
func TestOrderThatTakesLong(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t, idle{takes: 5 * time.Minute})
		c := call(t, s, "POST /do HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}")
		answer, err := http.ReadResponse(bufio.NewReader(c), nil)
		if err != nil {
			t.Fatal(err)
		}
		if answer.StatusCode != http.StatusNoContent {
			t.Errorf("answered %s", answer.Status)
		}
	})
}

// Whoever cannot be told how everything stands is refused, and comes again.
func TestStreamOfABrokenShow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t, idle{broken: errors.New("no store")})
		ctx, enough := context.WithTimeout(t.Context(), time.Minute)
		defer enough()
		w := httptest.NewRecorder()
		s.Handler().ServeHTTP(w, httptest.NewRequestWithContext(ctx, "GET", "http://localhost/events", nil))
		if w.Code != http.StatusServiceUnavailable || strings.Contains(w.Body.String(), "hello") {
			t.Errorf("answered %d %s", w.Code, w.Body)
		}
	})
}

// What is still heard of the phones of a scene that is over is not told to the
// pages, which show another one.
func TestEventsOfAnEarlierScene(t *testing.T) {
	s := newServer(t, idle{})
	before, now := s.show.Telegram(), newPhones(t)
	st := &stream{events: make(chan []byte, backlog), closed: make(chan struct{})}
	if !s.join(st) {
		t.Fatal("not let in")
	}
	s.attend(now, time.Now())
	for len(st.events) > 0 {
		<-st.events
	}
	s.happened(before, emulator.Event{Kind: "action", Chat: 1, Action: "typing"})
	s.happened(now, emulator.Event{Kind: "person", Chat: 2}) // part of the state
	s.happened(now, emulator.Event{Kind: "action", Chat: 2, Action: "typing"})
	if n := len(st.events); n != 1 {
		t.Errorf("%d events, want one", n)
	}
	if e := string(<-st.events); !strings.Contains(e, `"chat":2`) {
		t.Errorf("told %s", e)
	}
}
