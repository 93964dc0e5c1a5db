package app

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/VictoriaMetrics/metrics"

	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// metricsPage answers with the figures of the moment, for a Prometheus server
// to read; 503 if the store cannot be read.
func (p *Program) metricsPage(w http.ResponseWriter, _ *http.Request) {
	var page bytes.Buffer
	if err := p.writeMetrics(&page); err != nil {
		p.outside.Log.Error("metrics", "err", err)
		http.Error(w, texts.HealthStore(), http.StatusServiceUnavailable)
		return
	}
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	_, _ = page.WriteTo(w)
}

// writeMetrics reads every figure where it is kept; none is counted twice.
func (p *Program) writeMetrics(w io.Writer) error {
	depths, err := p.store.Depths()
	if err != nil {
		return err
	}
	version, revision := BuildVersion()
	metrics.WriteGaugeUint64(w, fmt.Sprintf("guongsang_build_info{version=%q,revision=%q}", version, revision), 1)
	for _, waits := range []struct {
		place string
		n     int
	}{{"inbox", depths.Inbox}, {"outbox", depths.Outbox}, {"dead", depths.Dead}, {"fetches", depths.Fetches}} {
		metrics.WriteGaugeUint64(w, fmt.Sprintf("guongsang_waiting{place=%q}", waits.place), uint64(waits.n))
	}
	counts := p.sender.Sends()
	for _, fate := range []storage.Fate{storage.Sent, storage.Refused, storage.Unsure, storage.Dropped, storage.Retry, storage.Doubt} {
		metrics.WriteCounterUint64(w, fmt.Sprintf("guongsang_sends_total{result=%q}", fate), uint64(counts[fate]))
	}
	stats := p.client.Stats()
	metrics.WriteCounterUint64(w, "guongsang_updates_total", uint64(stats.Updates()))
	metrics.WriteGaugeFloat64(w, "guongsang_last_poll_timestamp_seconds", unixOrZero(stats.LastPoll()))
	metrics.WriteGaugeUint64(w, "guongsang_units", uint64(p.store.Directory().Len()))
	return writeFigures(w, p.store, p.outside.Now())
}

// writeFigures writes how the units stand in the periods of which people now
// speak: those that owe have met the duty or are missing, and of the missing
// some are not connected and some unreachable.
func writeFigures(w io.Writer, store *storage.Store, now time.Time) error {
	rules := store.Rules()
	return store.View(now, func(tx *storage.Snapshot) error {
		for _, duty := range report.Duties {
			if rules.For(duty).Off {
				continue
			}
			p := rules.Nearest(duty, report.DateOf(now.In(rules.Zone)))
			sum, err := tx.Summary(p)
			if err != nil {
				return fmt.Errorf("figures of %s: %w", p, err)
			}
			f := sum.Total
			for _, part := range []struct {
				standing string
				n        int
			}{
				{"owed", f.Duties}, {"met", f.Met()}, {"missing", f.Missing}, {"unconnected", f.Unconnected}, {"unreachable", f.Unreachable}, {"exempt", f.Exempt},
			} {
				metrics.WriteGaugeUint64(w, fmt.Sprintf("guongsang_period_units{period=%q,standing=%q}", p, part.standing), uint64(part.n))
			}
			metrics.WriteGaugeUint64(w, fmt.Sprintf("guongsang_period_examples{period=%q}", p), uint64(f.Examples))
		}
		return nil
	})
}

func unixOrZero(t time.Time) float64 {
	if t.IsZero() {
		return 0
	}
	return float64(t.Unix())
}
