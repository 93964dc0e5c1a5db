package app

import (
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"guongsang/internal/texts"
	"guongsang/storage"
)

// A metric is one figure, or several that differ by labels, for a Prometheus
// server to read.
type metric struct {
	name    string
	kind    string // counter or gauge
	help    string
	samples []sample
}

// A sample is one value of a metric.
type sample struct {
	labels [][2]string // name and value
	value  float64
}

// gauge is a metric of one value without labels.
func gauge(name, help string, value float64) metric {
	return metric{name, "gauge", help, []sample{{nil, value}}}
}

// writeMetrics writes the text format of Prometheus, version 0.0.4:
// https://prometheus.io/docs/instrumenting/exposition_formats/
func writeMetrics(w io.Writer, metrics []metric) {
	for _, m := range metrics {
		fmt.Fprintf(w, "# HELP %s %s\n# TYPE %s %s\n", m.name, m.help, m.name, m.kind)
		for _, s := range m.samples {
			fmt.Fprintf(w, "%s%s %s\n", m.name, labelSet(s.labels), strconv.FormatFloat(s.value, 'g', -1, 64))
		}
	}
}

var escapeLabel = strings.NewReplacer(`\`, `\\`, "\n", `\n`, `"`, `\"`)

func labelSet(labels [][2]string) string {
	if len(labels) == 0 {
		return ""
	}
	var pairs []string
	for _, l := range labels {
		pairs = append(pairs, l[0]+`="`+escapeLabel.Replace(l[1])+`"`)
	}
	return "{" + strings.Join(pairs, ",") + "}"
}

// metricsPage answers with the figures of the moment; 503 if the store cannot
// be read.
func (p *Program) metricsPage(w http.ResponseWriter, _ *http.Request) {
	metrics, err := p.metrics()
	if err != nil {
		p.outside.Log.Error("metrics", "err", err)
		http.Error(w, texts.HealthStore(), http.StatusServiceUnavailable)
		return
	}
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	writeMetrics(w, metrics)
}

// metrics are the figures of the moment.
func (p *Program) metrics() ([]metric, error) {
	depths, err := p.store.Depths()
	if err != nil {
		return nil, err
	}
	version, revision := BuildVersion()
	build := [][2]string{{"version", version}, {"revision", revision}}
	waiting := metric{name: "guongsang_waiting", kind: "gauge", help: "What waits, by place."}
	for _, d := range []struct {
		place string
		n     int
	}{{"inbox", depths.Inbox}, {"outbox", depths.Outbox}, {"dead", depths.Dead}, {"fetches", depths.Fetches}} {
		waiting.samples = append(waiting.samples, sample{[][2]string{{"place", d.place}}, float64(d.n)})
	}
	stats := p.client.Stats()
	sends := metric{name: "guongsang_sends_total", kind: "counter", help: "Tries to say something, by result."}
	counts := p.sender.Sends()
	for _, fate := range []storage.Fate{storage.Sent, storage.Refused, storage.Unsure, storage.Dropped, storage.Retry, storage.Doubt} {
		sends.samples = append(sends.samples, sample{[][2]string{{"result", string(fate)}}, float64(counts[fate])})
	}
	return []metric{
		{"guongsang_build_info", "gauge", "The build, as labels.", []sample{{build, 1}}},
		waiting,
		sends,
		{"guongsang_updates_total", "counter", "New updates stored.", []sample{{nil, float64(stats.Updates())}}},
		gauge("guongsang_last_poll_timestamp_seconds", "When Telegram last answered or called; 0 if never.", unixOrZero(stats.LastPoll())),
		gauge("guongsang_units", "Units in the directory.", float64(p.store.Directory().Len())),
	}, nil
}

func unixOrZero(t time.Time) float64 {
	if t.IsZero() {
		return 0
	}
	return float64(t.Unix())
}
