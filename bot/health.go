package main

import (
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"guongsang/internal/texts"
	"guongsang/storage"
)

// silence is for how long Telegram may not answer before /healthz says so. A
// poll alone may take most of a minute.
const silence = 5 * time.Minute

// statusServer serves /healthz and /metrics on the configured address.
func (p *Program) statusServer() *http.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", p.healthz)
	mux.Handle("GET /metrics", promhttp.HandlerFor(p.registry(), promhttp.HandlerOpts{}))
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

// registry holds the program's own metrics and nothing else.
func (p *Program) registry() *prometheus.Registry {
	version, revision := buildVersion()
	r := prometheus.NewRegistry()
	r.MustRegister(&collector{p: p}, prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "guongsang_build_info", Help: "The build, as labels.",
		ConstLabels: prometheus.Labels{"version": version, "revision": revision},
	}, func() float64 { return 1 }))
	return r
}

// A collector reads the figures when they are asked for.
type collector struct{ p *Program }

var (
	waitingDesc = prometheus.NewDesc("guongsang_waiting", "What waits, by place.", []string{"place"}, nil)
	sendsDesc   = prometheus.NewDesc("guongsang_sends_total", "Tries to say something, by result.", []string{"result"}, nil)
	updatesDesc = prometheus.NewDesc("guongsang_updates_total", "New updates stored.", nil, nil)
	pollDesc    = prometheus.NewDesc("guongsang_last_poll_timestamp_seconds", "When Telegram last answered or called; 0 if never.", nil, nil)
	unitsDesc   = prometheus.NewDesc("guongsang_units", "Units in the directory.", nil, nil)
)

// Describe lists the figures.
func (c *collector) Describe(ch chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{waitingDesc, sendsDesc, updatesDesc, pollDesc, unitsDesc} {
		ch <- d
	}
}

// Collect reads the figures.
func (c *collector) Collect(ch chan<- prometheus.Metric) {
	if depths, err := c.p.store.Depths(); err != nil {
		ch <- prometheus.NewInvalidMetric(waitingDesc, err)
	} else {
		for place, n := range map[string]int{"inbox": depths.Inbox, "outbox": depths.Outbox, "dead": depths.Dead, "fetches": depths.Fetches} {
			ch <- prometheus.MustNewConstMetric(waitingDesc, prometheus.GaugeValue, float64(n), place)
		}
	}
	stats := c.p.client.Stats()
	sends := c.p.sender.Sends()
	for _, fate := range []storage.Fate{storage.Sent, storage.Refused, storage.Unsure, storage.Dropped, storage.Retry, storage.Doubt} {
		ch <- prometheus.MustNewConstMetric(sendsDesc, prometheus.CounterValue, float64(sends[fate]), string(fate))
	}
	ch <- prometheus.MustNewConstMetric(updatesDesc, prometheus.CounterValue, float64(stats.Updates()))
	ch <- prometheus.MustNewConstMetric(pollDesc, prometheus.GaugeValue, unixOrZero(stats.LastPoll()))
	ch <- prometheus.MustNewConstMetric(unitsDesc, prometheus.GaugeValue, float64(c.p.store.Directory().Len()))
}

func unixOrZero(t time.Time) float64 {
	if t.IsZero() {
		return 0
	}
	return float64(t.Unix())
}
