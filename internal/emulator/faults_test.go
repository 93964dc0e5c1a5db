package emulator_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/go-telegram/bot"

	"guongsang/internal/emulator"
)

// dialFailed says whether nothing of the request was written.
func dialFailed(err error) bool {
	var op *net.OpError
	return errors.As(err, &op) && op.Op == "dial"
}

func TestFaultActions(t *testing.T) {
	floods := func(seconds int) func(error) bool {
		return func(err error) bool {
			var flood *bot.TooManyRequestsError
			return errors.As(err, &flood) && flood.RetryAfter == seconds
		}
	}
	says := func(text string) func(error) bool {
		return func(err error) bool { return err != nil && strings.Contains(err.Error(), text) }
	}
	lost := func(err error) bool { return err != nil && !dialFailed(err) }
	for _, test := range []struct {
		name    string
		action  emulator.Action
		fits    func(error) bool
		applied bool
		after   time.Duration
	}{
		{"refused", emulator.RefuseConnection(), dialFailed, false, 0},
		{"dropped before", emulator.DropBefore(), lost, false, 0},
		{"dropped after", emulator.DropAfter(), lost, true, 0},
		{"late", emulator.DelayBefore(9 * time.Second), func(err error) bool { return err == nil }, true, 9 * time.Second},
		{"answered late", emulator.DelayAfter(9 * time.Second), func(err error) bool { return err == nil }, true, 9 * time.Second},
		{"answered too late", emulator.DelayAfter(2 * time.Minute), says(context.DeadlineExceeded.Error()), true, time.Minute},
		{"too late", emulator.DelayBefore(2 * time.Minute), says(context.DeadlineExceeded.Error()), false, time.Minute},
		{"500", emulator.InternalError(), says("500 Internal Server Error: restart"), false, 0},
		{"500 all the same", emulator.InternalError().Applied(), says("500 Internal Server Error: restart"), true, 0},
		{"502", emulator.BadGateway(), says("<h1>502 Bad Gateway</h1>"), false, 0},
		{"half of the JSON", emulator.TruncatedJSON(), says("unexpected end of JSON input"), true, 0},
		{"short body", emulator.ShortBody(), says(io.ErrUnexpectedEOF.Error()), true, 0},
		{"flood", emulator.FloodWait(35), floods(35), false, 0},
		{"flood as HTML", emulator.FloodWaitHTML(35), says("429 Too Many Requests"), false, 0},
		{"403", emulator.Forbidden("bot was blocked by the user"), func(err error) bool { return errors.Is(err, bot.ErrorForbidden) }, false, 0},
		{"any", emulator.APIError(418, "teapot"), says("418 teapot"), false, 0},
		{"200 but not ok", emulator.NotOK(400, "Bad Request: x"), func(err error) bool { return errors.Is(err, bot.ErrorBadRequest) }, false, 0},
		{"empty", emulator.EmptyBody(), says("unexpected end of JSON input"), false, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			inBubble(t, emulator.Options{}, func(b *bench) {
				b.srv.AddFault(emulator.Fault{Method: "sendMessage", Action: test.action})
				ctx, cancel := context.WithTimeout(b.ctx, time.Minute)
				defer cancel()
				began := time.Now()
				_, err := b.bot.SendMessage(ctx, &bot.SendMessageParams{ChatID: b.an.ID(), Text: "x"})
				if !test.fits(err) || time.Since(began) != test.after {
					t.Errorf("%v after %v", err, time.Since(began))
				}
				if applied := len(b.srv.Sent()) == 1; applied != test.applied {
					t.Errorf("carried out: %v", applied)
				}
				b.noViolations()
			})
		})
	}
}

func TestFaultMatching(t *testing.T) {
	for _, test := range []struct {
		name  string
		fault emulator.Fault
		want  string // one letter a call: f for a fault
	}{
		{"every", emulator.Fault{}, "ffffff"},
		{"a method", emulator.Fault{Method: "sendmessage"}, "ffffff"},
		{"another method", emulator.Fault{Method: "sendPhoto"}, "......"},
		{"a chat", emulator.Fault{Chat: 1001}, "f.f.f."},
		{"the second in a chat", emulator.Fault{Chat: 1001, Nth: 2}, "..f..."},
		{"the first three", emulator.Fault{Times: 3}, "fff..."},
		{"by text", emulator.Fault{When: func(c emulator.Call) bool { return c.Text == "4" && c.Params["chat_id"] == "1001" }}, "....f."},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := newBench(t, emulator.Options{})
			b.srv.Person(1002, "Tẩn Thị Mẩy").Start("")
			test.fault.Action = emulator.InternalError()
			remove := b.srv.AddFault(test.fault)
			if got := b.sixSends(); got != test.want {
				t.Errorf("faults %s, want %s", got, test.want)
			}
			remove()
			if got := b.sixSends(); got != "......" {
				t.Errorf("after the end: %s", got)
			}
		})
	}
}

// sixSends writes to two people in turn and shows where it went wrong.
func (b *bench) sixSends() string {
	var got strings.Builder
	for i := range 6 {
		_, err := b.bot.SendMessage(b.ctx, &bot.SendMessageParams{ChatID: 1001 + i%2, Text: fmt.Sprint(i)})
		if err != nil {
			got.WriteByte('f')
			continue
		}
		got.WriteByte('.')
	}
	return got.String()
}

func TestDiceAreRepeatable(t *testing.T) {
	throw := func(seed uint64) string {
		b := newBench(t, emulator.Options{Seed: seed})
		b.srv.Person(1002, "Tẩn Thị Mẩy").Start("")
		b.srv.AddFault(emulator.Fault{Probability: 0.5, Action: emulator.BadGateway()})
		return b.sixSends() + b.sixSends() + b.sixSends() + b.sixSends()
	}
	first, again, other := throw(1), throw(1), throw(2)
	if first != again {
		t.Errorf("the same seed gave %s and %s", first, again)
	}
	if first == other || !strings.Contains(first, "f") || !strings.Contains(first, ".") {
		t.Errorf("faults by chance: %s and %s", first, other)
	}
}

func TestEarlyCallsAreMarked(t *testing.T) {
	inBubble(t, emulator.Options{}, func(b *bench) {
		b.srv.Person(1002, "Tẩn Thị Mẩy").Start("")
		b.srv.AddFault(emulator.Fault{Chat: 1001, Times: 1, Action: emulator.FloodWait(30)})
		var early []bool
		for _, step := range []struct {
			chat int64
			wait time.Duration
		}{{1001, 0}, {1002, 0}, {1001, 29 * time.Second}, {1001, time.Second}} {
			time.Sleep(step.wait)
			_, _ = b.bot.SendMessage(b.ctx, &bot.SendMessageParams{ChatID: step.chat, Text: "x"})
			calls := b.srv.Calls()
			early = append(early, calls[len(calls)-1].Early)
		}
		if want := "[false false true false]"; fmt.Sprint(early) != want {
			t.Errorf("early: %v, want %s", early, want)
		}
	})
}

func TestCallLogIsBounded(t *testing.T) {
	b := newBench(t, emulator.Options{CallLog: 4})
	for i := range 11 {
		b.send(fmt.Sprint(i), "", "")
	}
	calls := b.srv.Calls()
	if len(calls) != 4 || calls[0].Text != "7" || calls[3].Text != "10" || calls[3].Result != "ok" || calls[3].Chat != 1001 {
		t.Errorf("log: %+v", calls)
	}
}

// TestFaultsOverASocket looks at what a client sees of the faults on a real
// connection.
func TestFaultsOverASocket(t *testing.T) {
	srv := emulator.New(emulator.Options{Token: token})
	srv.Person(1001, "Lò Thị An").Start("")
	listener := httptest.NewServer(srv)
	defer listener.Close()
	b, err := bot.New(token, bot.WithServerURL(listener.URL))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		action emulator.Action
		sent   int
	}{
		{emulator.DropBefore(), 0}, {emulator.DropAfter(), 1}, {emulator.ShortBody(), 2}, {emulator.RefuseConnection(), 2},
	} {
		srv.AddFault(emulator.Fault{Times: 1, Action: test.action})
		if _, err := b.SendMessage(t.Context(), &bot.SendMessageParams{ChatID: 1001, Text: "x"}); err == nil {
			t.Error("no error over the socket")
		}
		if got := len(srv.Sent()); got != test.sent {
			t.Errorf("%d sent, want %d", got, test.sent)
		}
	}
	if _, err := b.SendMessage(t.Context(), &bot.SendMessageParams{ChatID: 1001, Text: "x"}); err != nil {
		t.Errorf("without a fault: %v", err)
	}
}

// TestManyAtOnce is for the race detector.
func TestManyAtOnce(t *testing.T) {
	inBubble(t, emulator.Options{}, func(b *bench) {
		stop := b.srv.Watch(func(emulator.Event) {})
		defer stop()
		var wg sync.WaitGroup
		for i := range 20 {
			wg.Go(func() {
				p := b.srv.Person(int64(2000+i), "Người")
				for n := range 20 {
					p.Say(fmt.Sprint(n))
					_, _ = b.bot.SendMessage(b.ctx, &bot.SendMessageParams{ChatID: p.ID(), Text: fmt.Sprint("lời ", n), ReplyMarkup: oneButton("Có", "y")})
					if err := p.PressLabel("Có"); err != nil {
						t.Error(err)
					}
					b.srv.Calls()
					p.Unread()
				}
			})
		}
		wg.Wait()
		if got := len(b.srv.Sent()); got != 400 {
			t.Errorf("%d sent", got)
		}
		b.noViolations()
	})
}
