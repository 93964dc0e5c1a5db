package telegram

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"guongsang/internal/emulator"
)

const (
	secret  = "hook-secret_0123456789"
	hookURL = "https://bot.example.org/hook"
)

func response(body string) *http.Response {
	return &http.Response{StatusCode: 200, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(body))}
}

func post(h http.Handler, secret, body string) int {
	r := httptest.NewRequest(http.MethodPost, "/hook", strings.NewReader(body))
	if secret != "" {
		r.Header.Set("X-Telegram-Bot-Api-Secret-Token", secret)
	}
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, r)
	return rec.Code
}

func TestWebhookRefuses(t *testing.T) {
	w := newWire(t)
	h := NewWebhook(w.client, w.store, hookURL, secret)
	large := `{"update_id":1,"message":"` + strings.Repeat("x", 2<<20) + `"}`
	for name, test := range map[string]struct {
		secret, body string
		want         int
	}{
		"wrong secret":  {"hook-secret_0123456780", `{"update_id":1}`, 401},
		"longer secret": {secret + "0", `{"update_id":1}`, 401},
		"no secret":     {"", `{"update_id":1}`, 401},
		"2 MB":          {secret, large, 413},
		"2 MB, wrong":   {"x", large, 401},
		"broken":        {secret, `{"update_id":1`, 400},
		"no object":     {secret, `[]`, 400},
		"empty":         {secret, ``, 400},
	} {
		if got := post(h, test.secret, test.body); got != test.want {
			t.Errorf("%s: %d, want %d", name, got, test.want)
		}
	}
	if got := post(NewWebhook(w.client, w.store, hookURL, ""), "", `{"update_id":1}`); got != 401 {
		t.Errorf("without a secret of its own: %d", got)
	}
	for _, path := range []string{"/", "/hook/", "/hook/x", "/HOOK", "/x/hook", "//hook"} {
		rec := httptest.NewRecorder()
		r := httptest.NewRequest(http.MethodPost, "http://bot.example.org"+path, strings.NewReader(`{"update_id":1}`))
		r.Header.Set("X-Telegram-Bot-Api-Secret-Token", secret)
		if h.ServeHTTP(rec, r); rec.Code != http.StatusNotFound {
			t.Errorf("posted to %s: %d, want 404", path, rec.Code)
		}
	}
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, "/hook", nil))
	if rec.Code != 405 {
		t.Errorf("GET: %d", rec.Code)
	}
	slow := httptest.NewRequest(http.MethodPost, "/hook", failing{os.ErrDeadlineExceeded})
	slow.Header.Set("X-Telegram-Bot-Api-Secret-Token", secret)
	rec = httptest.NewRecorder()
	h.ServeHTTP(rec, slow)
	if rec.Code != 408 {
		t.Errorf("slow body: %d", rec.Code)
	}
	if d, err := w.store.Depths(); d.Inbox != 0 || err != nil {
		t.Errorf("%d in the inbox, %v", d.Inbox, err)
	}
	s := h.Server(":0")
	if s.ReadHeaderTimeout == 0 || s.ReadTimeout == 0 || s.WriteTimeout == 0 || s.IdleTimeout == 0 {
		t.Error("server waits for slow callers")
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func TestWebhookStores(t *testing.T) {
	w := newWire(t)
	h := NewWebhook(w.client, w.store, hookURL, secret)
	for i, body := range []string{
		`{"update_id":1,"message":{` + said + `,"text":"một"}}`, `{"update_id":1,"message":{` + said + `,"text":"một"}}`,
		`{"update_id":2,"hologram":{}}`, `{"event":{"Kind":"fetched"}}`, `{"event":{"Kind":"fetched"}}`,
	} {
		if got := post(h, secret, body); got != 200 {
			t.Errorf("post %d: %d", i, got)
		}
	}
	r := &reader{}
	w.work(r)
	if r.texts() != "một" || len(r.dead) != 2 {
		t.Errorf("handled %q, set aside %d", r.texts(), len(r.dead))
	}
	if w.client.Stats().LastPoll().IsZero() {
		t.Error("not noted when it was last reached")
	}
	w.must(w.store.Close())
	if got := post(h, secret, `{"update_id":3}`); got != 503 {
		t.Errorf("store closed: %d", got)
	}
}

// From the emulator: set with its secret, posted again when the 200 is lost.
func TestWebhookEndToEnd(t *testing.T) {
	inBubble(t, func(w *wire) {
		var h *Webhook
		w.srv = emulator.New(emulator.Options{Token: testToken, WebhookTransport: emulator.InProcess(
			http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) { h.ServeHTTP(rw, r) }))})
		w.http.next = w.srv.Client()
		h = NewWebhook(w.client, w.store, hookURL, secret)
		w.srv.NetworkDown(true)
		w.run(func(ctx context.Context) { h.Register(ctx) })
		w.later(time.Minute)
		w.srv.NetworkDown(false)
		w.later(time.Minute)
		w.srv.AddFault(emulator.Fault{Method: "webhook", Probability: 0.5, Action: emulator.DropAfter()})
		p := w.srv.Person(1001, "An")
		var want []string
		for range 20 {
			p.Say("a")
			want = append(want, "a")
		}
		w.later(time.Hour)
		r := &reader{}
		w.work(r)
		if r.texts() != strings.Join(want, " ") {
			t.Errorf("came in: %q", r.texts())
		}
	})
}

// What waited at Telegram because it could not be posted waits in the inbox as
// well, so that it passes for no answer to what is said meanwhile. By whose clock
// it is late is Telegram's.
func TestWhatIsPostedLateIsNotHandledAtOnce(t *testing.T) {
	inBubble(t, func(w *wire) {
		r := &reader{}
		w.store.Attend(r)
		h := NewWebhook(w.client, w.store, hookURL, secret)
		w.client.Probe(w.Context())
		telegram := time.Now()
		w.shift.Store(int64(3 * time.Hour)) // our clock is wrong
		w.client.Probe(w.Context())
		for i, late := range []time.Duration{0, 5 * time.Second, time.Minute} {
			body := fmt.Sprintf(`{"update_id":%d,"message":{"message_id":%d,"date":%d,"from":{"id":%d},"chat":{"id":%d,"type":"private"},"text":"%v"}}`,
				i+1, i+1, telegram.Add(-late).Unix(), 1001+i, 1001+i, late)
			if status := post(h, secret, body); status != http.StatusOK {
				t.Errorf("status %d", status)
			}
		}
		if r.texts() != "0s 5s" {
			t.Errorf("handled at once: %s", r.texts())
		}
	})
}
