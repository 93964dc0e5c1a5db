package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptrace"
	"strings"
	"syscall"
	"time"

	"guongsang/internal/texts"
)

// silence is for how long Telegram may not answer before /healthz says so. A
// poll alone may take most of a minute.
const silence = 5 * time.Minute

// The phases of Run, for /readyz.
const (
	starting int32 = iota // what came before the last stop is answered
	running
	stopping
)

// serverName is how the bot makes itself known to those who ask how it is: at its address
// another program may listen.
const serverName = "guongsang"

// statusServer serves /healthz, /readyz and /metrics on the configured address.
func (p *Program) statusServer() *http.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", p.healthz)
	mux.HandleFunc("GET /readyz", p.readyz)
	mux.HandleFunc("GET /metrics", p.metricsPage)
	return &http.Server{
		Addr: p.cfg.Listen, Handler: mux, ReadHeaderTimeout: 5 * time.Second, WriteTimeout: 30 * time.Second,
		ErrorLog: slog.NewLogLogger(p.outside.Log.Handler(), slog.LevelWarn),
	}
}

// healthz answers 200 while the store can be read and, when it is the bot that
// asks, Telegram answers; else 503. A webhook may rightly be silent for days.
func (p *Program) healthz(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Server", serverName)
	depths, err := p.store.Depths()
	quiet := p.outside.Now().Sub(p.lastAnswer())
	switch {
	case err != nil:
		p.outside.Log.Error("health", "err", err)
		http.Error(w, texts.HealthStore(), http.StatusServiceUnavailable)
	case p.cfg.Telegram.Mode != "webhook" && quiet > silence:
		http.Error(w, texts.HealthSilent(), http.StatusServiceUnavailable)
	default:
		fmt.Fprintln(w, texts.HealthGood(depths.Inbox, depths.Outbox, depths.Dead))
	}
}

// lastAnswer is when Telegram last answered a poll. The first poll may be a
// long one: until it is over, that Telegram told the bot's name is enough.
func (p *Program) lastAnswer() time.Time {
	last := p.client.Stats().LastPoll()
	if last.IsZero() && p.client.Username() != "" {
		return p.began
	}
	return last
}

// readyz answers 200 while updates are taken in: the store is open with its directory,
// what came before was handled, and Telegram answered a poll or knows where to post.
// Before and after that it answers 503.
func (p *Program) readyz(w http.ResponseWriter, _ *http.Request) {
	reached := !p.client.Stats().LastPoll().IsZero()
	if p.cfg.Telegram.Mode == "webhook" {
		reached = p.webhook.Registered()
	}
	switch phase := p.phase.Load(); {
	case phase == stopping:
		http.Error(w, texts.HealthStopping(), http.StatusServiceUnavailable)
	case phase != running || !reached:
		http.Error(w, texts.HealthStarting(), http.StatusServiceUnavailable)
	default:
		fmt.Fprintln(w, texts.HealthReady())
	}
}

// askPatience is how long the bot that runs may take to say how it is.
const askPatience = 5 * time.Second

// AskHealth asks the bot that runs with a configuration for its /healthz: what it says,
// and an OperatorError unless it is well.
func AskHealth(ctx context.Context, config string) (says string, err error) {
	cfg, err := Load(config)
	if err != nil {
		return "", err
	}
	if cfg.Listen == "" {
		return "", OperatorError(texts.HealthOff())
	}
	ctx, cancel := context.WithTimeout(ctx, askPatience)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+reachable(cfg.Listen)+"/healthz", nil)
	if err != nil {
		return "", fmt.Errorf("asking %s: %w", cfg.Listen, err)
	}
	connected := false
	r = r.WithContext(httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{GotConn: func(httptrace.GotConnInfo) { connected = true }}))
	answer, err := http.DefaultClient.Do(r)
	switch {
	case err != nil && connected && !brokeOff(err):
		return "", errors.Join(OperatorError(texts.HealthForeign(cfg.Listen, "")), err)
	case err != nil:
		return "", errors.Join(OperatorError(texts.HealthDown(cfg.Listen)), err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(io.LimitReader(answer.Body, 4<<10))
	if err != nil {
		return "", fmt.Errorf("asking %s: %w", cfg.Listen, err)
	}
	if answer.Header.Get("Server") != serverName {
		return "", OperatorError(texts.HealthForeign(cfg.Listen, "HTTP "+answer.Status))
	}
	if answer.StatusCode != http.StatusOK {
		return "", OperatorError(strings.TrimSpace(string(body)))
	}
	return string(body), nil
}

// brokeOff reports whether whoever was asked did not answer, or not to the end, rather
// than in another language.
func brokeOff(err error) bool {
	return errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) || errors.Is(err, io.EOF) || errors.Is(err, syscall.ECONNRESET)
}

// reachable is an address at which whoever listens on another is found from the same
// machine: one who listens everywhere listens here.
func reachable(listen string) string {
	host, port, err := net.SplitHostPort(listen)
	if ip := net.ParseIP(host); err == nil && (host == "" || ip != nil && ip.IsUnspecified()) {
		return net.JoinHostPort("127.0.0.1", port)
	}
	return listen
}
