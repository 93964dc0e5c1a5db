package emulator_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-telegram/bot"

	"guongsang/internal/emulator"
)

// hook is a bot's end of a webhook. It answers what status says and keeps what
// it got.
type hook struct {
	mu     sync.Mutex
	got    []string // "<chat>/<text>@<seconds>"
	secret []string
	began  time.Time
	status func(text string) int
	slow   time.Duration
	// retryAfter is the header of every answer with a status.
	retryAfter string
}

func (h *hook) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	var u update
	_ = json.Unmarshal(body, &u)
	time.Sleep(h.slow)
	h.mu.Lock()
	defer h.mu.Unlock()
	text := "?"
	if u.Message != nil {
		text = fmt.Sprintf("%d/%s", u.Message.Chat.ID, u.Message.Text)
	}
	h.got = append(h.got, fmt.Sprintf("%s@%d", text, int(time.Since(h.began).Seconds())))
	h.secret = append(h.secret, r.Header.Get("X-Telegram-Bot-Api-Secret-Token"))
	if h.status != nil {
		if h.retryAfter != "" {
			w.Header().Set("Retry-After", h.retryAfter)
		}
		w.WriteHeader(h.status(text))
		_, _ = io.WriteString(w, text)
	}
}

// list is what came to one chat, in order.
func (h *hook) list(chat int64) string {
	h.mu.Lock()
	defer h.mu.Unlock()
	var mine []string
	for _, g := range h.got {
		if strings.HasPrefix(g, fmt.Sprint(chat, "/")) {
			_, rest, _ := strings.Cut(g, "/")
			mine = append(mine, rest)
		}
	}
	return strings.Join(mine, " ")
}

func inHookBubble(t *testing.T, h *hook, test func(*bench)) {
	t.Helper()
	inBubble(t, emulator.Options{WebhookTransport: emulator.InProcess(h)}, func(b *bench) {
		b.poll(offset(1001))
		h.began = time.Now()
		if _, err := b.bot.SetWebhook(b.ctx, &bot.SetWebhookParams{URL: "https://bot.vn/hook", SecretToken: "mat-khau"}); err != nil {
			t.Fatal(err)
		}
		test(b)
	})
}

func TestWebhookRetriesInOrder(t *testing.T) {
	h := &hook{}
	broken := true
	h.status = func(text string) int {
		if broken && text == "1001/một" {
			return http.StatusServiceUnavailable
		}
		return http.StatusOK
	}
	inHookBubble(t, h, func(b *bench) {
		mẩy := b.srv.Person(1002, "Tẩn Thị Mẩy")
		b.an.Say("một")
		b.an.Say("hai")
		mẩy.Say("ba")
		time.Sleep(5 * time.Second)
		if got := b.srv.Pending(); got != 2 {
			t.Errorf("%d pending while the bot refuses", got)
		}
		info, err := b.bot.GetWebhookInfo(b.ctx)
		if err != nil || info.PendingUpdateCount != 2 || !strings.Contains(info.LastErrorMessage, "503") || info.URL != "https://bot.vn/hook" {
			t.Errorf("info: %+v, %v", info, err)
		}
		h.mu.Lock()
		broken = false
		h.mu.Unlock()
		time.Sleep(time.Minute)
		if got, want := h.list(1001), "một@0 một@1 một@3 một@7 hai@7"; got != want {
			t.Errorf("in order and with growing pauses: %s, want %s", got, want)
		}
		if got := h.list(1002); got != "ba@0" {
			t.Errorf("another person was held up: %s", got)
		}
		for _, secret := range h.secret {
			if secret != "mat-khau" {
				t.Errorf("secret %q", secret)
			}
		}
		if b.srv.Pending() != 0 {
			t.Errorf("%d pending at the end", b.srv.Pending())
		}
	})
}

func TestWebhookTakesOverAndGivesBack(t *testing.T) {
	h := &hook{status: func(string) int { return http.StatusInternalServerError }}
	inHookBubble(t, h, func(b *bench) {
		_, err := getUpdates(b.ctx, b.srv.Client(), offset(1001))
		if err == nil || err.Error() != "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first" {
			t.Errorf("polling under a webhook: %v", err)
		}
		b.an.Say("giữ lại")
		time.Sleep(time.Minute)
		if _, err := b.bot.DeleteWebhook(b.ctx, &bot.DeleteWebhookParams{}); err != nil {
			t.Fatal(err)
		}
		if got := b.poll(offset(1001)); len(got) != 1 || got[0].Message.Text != "giữ lại" {
			t.Errorf("after the webhook: %+v", got)
		}
		if _, err := b.bot.DeleteWebhook(b.ctx, &bot.DeleteWebhookParams{DropPendingUpdates: true}); err != nil || b.srv.Pending() != 0 {
			t.Errorf("dropping: %v, %d pending", err, b.srv.Pending())
		}
	})
}

func TestWebhookEndsAParkedPoll(t *testing.T) {
	h := &hook{}
	inBubble(t, emulator.Options{WebhookTransport: emulator.InProcess(h)}, func(b *bench) {
		time.AfterFunc(time.Second, func() {
			_, _ = b.bot.SetWebhook(b.ctx, &bot.SetWebhookParams{URL: "https://bot.vn/hook"})
		})
		_, err := getUpdates(b.ctx, b.srv.Client(), map[string]any{"offset": 1001, "timeout": 50})
		if err == nil || err.Error() != "Conflict: terminated by setWebhook request" {
			t.Errorf("the parked poll: %v", err)
		}
	})
}

func TestWebhookFaults(t *testing.T) {
	for _, test := range []struct {
		name   string
		action emulator.Action
		want   string
	}{
		{"twice", emulator.DuplicateUpdates(), "một@0 một@0 hai@0"},
		{"the 200 is lost", emulator.DropAfter(), "một@0 một@1 hai@1"},
		{"the post is lost", emulator.DropBefore(), "một@1 hai@1"},
		{"late", emulator.DelayBefore(4 * time.Second), "một@4 hai@4"},
	} {
		t.Run(test.name, func(t *testing.T) {
			h := &hook{}
			inHookBubble(t, h, func(b *bench) {
				b.srv.AddFault(emulator.Fault{Method: "webhook", Chat: 1001, Times: 1, Action: test.action})
				b.an.Say("một")
				b.an.Say("hai")
				time.Sleep(time.Minute)
				if got := h.list(1001); got != test.want {
					t.Errorf("got %s, want %s", got, test.want)
				}
			})
		})
	}
}

// TestWebhookIsNotEndless has a bot that never answers: a day later the update
// is given up and the next comes.
func TestWebhookIsNotEndless(t *testing.T) {
	h := &hook{status: func(text string) int {
		if strings.HasSuffix(text, "hỏng") {
			return http.StatusBadGateway
		}
		return http.StatusOK
	}}
	inHookBubble(t, h, func(b *bench) {
		b.an.Say("hỏng")
		time.Sleep(time.Hour)
		b.an.Say("sau")
		time.Sleep(24 * time.Hour)
		if got := h.list(1001); !strings.Contains(got, "sau@864") || b.srv.Pending() != 0 {
			t.Errorf("%d pending, the end of %.20s…%s", b.srv.Pending(), got, got[max(0, len(got)-40):])
		}
	})
}

// TestWebhookPostsSideBySide has a slow bot with two slots and four people.
func TestWebhookPostsSideBySide(t *testing.T) {
	h := &hook{slow: 10 * time.Second}
	inBubble(t, emulator.Options{WebhookTransport: emulator.InProcess(h)}, func(b *bench) {
		b.poll(offset(1001))
		for i := range 4 {
			b.srv.Person(int64(i+1), "x").Say("x")
		}
		h.began = time.Now()
		_, err := b.bot.SetWebhook(b.ctx, &bot.SetWebhookParams{URL: "https://bot.vn/hook", MaxConnections: 2})
		if err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Minute)
		synctest.Wait()
		at := map[string]int{}
		for _, g := range h.got {
			_, when, _ := strings.Cut(g, "@")
			at[when]++
		}
		if at["10"] != 2 || at["20"] != 2 {
			t.Errorf("posts: %v", h.got)
		}
	})
}

func TestWebhookWaitsAsAsked(t *testing.T) {
	refusals := 1
	h := &hook{retryAfter: "20"}
	h.status = func(string) int {
		if refusals--; refusals >= 0 {
			return http.StatusTooManyRequests
		}
		return http.StatusNoContent
	}
	inHookBubble(t, h, func(b *bench) {
		b.an.Say("một")
		time.Sleep(time.Minute)
		if got := h.list(1001); got != "một@0 một@20" || b.srv.Pending() != 0 {
			t.Errorf("got %s, %d pending", got, b.srv.Pending())
		}
	})
}

// TestWebhookHandlerPanics has a bot that gives the connection up once.
func TestWebhookHandlerPanics(t *testing.T) {
	h := &hook{}
	panics := 1
	transport := emulator.InProcess(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if panics--; panics >= 0 {
			panic(http.ErrAbortHandler)
		}
		h.ServeHTTP(w, r)
	}))
	inBubble(t, emulator.Options{WebhookTransport: transport}, func(b *bench) {
		h.began = time.Now()
		if _, err := b.bot.SetWebhook(b.ctx, &bot.SetWebhookParams{URL: "http://localhost:8443/"}); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Minute)
		if got := h.list(1001); got != "/start@1" {
			t.Errorf("got %s", got)
		}
	})
}
