package telegram

import (
	"context"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"guongsang/internal/retry"
	"guongsang/storage"
)

// longWay is how long a message takes from its writer to the webhook at most,
// unless it waited at Telegram because it could not be posted.
const longWay = 10 * time.Second

// maxUpdate is the most that a posted update may have.
const maxUpdate = 1 << 20

// A Webhook takes updates that Telegram posts, as an http.Handler. It answers
// 200 only for what is in the inbox; Telegram posts everything else again.
type Webhook struct {
	client *Client
	store  *storage.Store
	url    string // where Telegram posts
	path   string // of it
	secret string

	registered atomic.Bool
	mu         sync.Mutex
	disk       retry.Outage
}

// NewWebhook makes a webhook that Telegram reaches at address. It answers on the
// path of that alone. The secret is 1 to 256 letters, digits, _ and -.
func NewWebhook(c *Client, store *storage.Store, address, secret string) *Webhook {
	return &Webhook{
		client: c, store: store, url: address, path: pathOf(address), secret: secret,
		disk: retry.Outage{Log: c.log, What: "storing posted updates"},
	}
}

// pathOf is the path of an address as a request has it.
func pathOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Path == "" {
		return "/"
	}
	return u.Path
}

// Register tells Telegram where to post, again and again until it took it or
// refused, or ctx ends.
func (h *Webhook) Register(ctx context.Context) {
	taken := h.client.insist(ctx, "setWebhook", map[string]any{
		"url": h.url, "secret_token": h.secret, "allowed_updates": wanted, "max_connections": 40,
	})
	h.registered.Store(taken != nil)
}

// Registered reports whether Telegram knows where to post.
func (h *Webhook) Registered() bool { return h.registered.Load() }

// Server is an HTTP server for h that gives up on slow callers.
func (h *Webhook) Server(listen string) *http.Server {
	return &http.Server{
		Addr: listen, Handler: h, MaxHeaderBytes: 16 << 10,
		ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second,
		WriteTimeout: 20 * time.Second, IdleTimeout: 90 * time.Second,
	}
}

func (h *Webhook) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path != h.path {
		refuse(w, http.StatusNotFound)
		return
	}
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		refuse(w, http.StatusMethodNotAllowed)
		return
	}
	given := r.Header.Get("X-Telegram-Bot-Api-Secret-Token")
	if h.secret == "" || subtle.ConstantTimeCompare([]byte(given), []byte(h.secret)) != 1 {
		refuse(w, http.StatusUnauthorized)
		return
	}
	raw, status := readUpdate(w, r)
	if status != http.StatusOK {
		refuse(w, status)
		return
	}
	if h.keep(raw) != nil {
		refuse(w, http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusOK)
}

func (h *Webhook) keep(raw json.RawMessage) error {
	now := h.client.now()
	u, said := incoming(raw)
	late := !said.IsZero() && h.client.clock().Sub(said) > longWay
	fresh, err := h.store.PutBatch(now, []storage.Incoming{u}, nil, storage.Batch{Late: late})
	h.mu.Lock()
	defer h.mu.Unlock()
	if err != nil {
		h.disk.Fail(err)
		return err
	}
	h.disk.OK()
	h.client.stats.polled(now, fresh)
	return nil
}

func refuse(w http.ResponseWriter, status int) { http.Error(w, http.StatusText(status), status) }

// readUpdate reads the body; the status says what is wrong with it.
func readUpdate(w http.ResponseWriter, r *http.Request) (json.RawMessage, int) {
	raw, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxUpdate))
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return nil, http.StatusRequestEntityTooLarge
	case errors.Is(err, os.ErrDeadlineExceeded):
		return nil, http.StatusRequestTimeout
	case err != nil:
		return nil, http.StatusBadRequest
	}
	var object map[string]json.RawMessage
	if json.Unmarshal(raw, &object) != nil {
		return nil, http.StatusBadRequest
	}
	return raw, http.StatusOK
}
