package app

import (
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"guongsang/internal/texts"
)

// silence is for how long Telegram may not answer before /healthz says so. A
// poll alone may take most of a minute.
const silence = 5 * time.Minute

// statusServer serves /healthz and /metrics on the configured address.
func (p *Program) statusServer() *http.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", p.healthz)
	mux.HandleFunc("GET /metrics", p.metricsPage)
	return &http.Server{
		Addr: p.cfg.Listen, Handler: mux, ReadHeaderTimeout: 5 * time.Second, WriteTimeout: 30 * time.Second,
		ErrorLog: slog.NewLogLogger(p.outside.Log.Handler(), slog.LevelWarn),
	}
}

// healthz answers 200 while the store can be read and, when it is the bot that
// asks, Telegram answers; else 503. A webhook may rightly be silent for days.
func (p *Program) healthz(w http.ResponseWriter, _ *http.Request) {
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
