package app

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/VictoriaMetrics/metrics"

	"guongsang/internal/files"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/disk"
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
	_, _ = w.Write(explained(page.Bytes()))
}

// meanings say what each metric is: those that end in _total count from the start of
// the program, the others are how things stand.
var meanings = map[string]string{
	"guongsang_build_info":                             "Version and revision of the program; always 1.",
	"guongsang_waiting":                                "Entries that wait, by place.",
	"guongsang_oldest_seconds":                         "Age of the oldest that waits: in the inbox, to go out, and tried in vain.",
	"guongsang_moves":                                  "1 while Telegram answers, what comes in is handled and what is to be said goes out.",
	"guongsang_disk_free_bytes":                        "Room on the disks of the data and of the backups.",
	"guongsang_disk_size_bytes":                        "Size of these disks, free or not.",
	"guongsang_store_bytes":                            "Size of the store's file.",
	"guongsang_last_verified_backup_timestamp_seconds": "When a backup was last known to be good: read back when made, or drilled with; 0: never.",
	"guongsang_sends_total":                            "Attempts to send, by what became of them.",
	"guongsang_updates_total":                          "Updates that came from Telegram.",
	"guongsang_last_poll_timestamp_seconds":            "When Telegram last answered a poll or posted; 0 if never.",
	"guongsang_units":                                  "Units in the directory.",
	"guongsang_period_units":                           "Units by how they stand with a period that people now speak of.",
	"guongsang_period_examples":                        "Examples that were introduced in that period.",
}

// explained has before the first line of each metric what it is and of which type.
func explained(page []byte) []byte {
	var b bytes.Buffer
	before := ""
	for line := range bytes.Lines(page) {
		name := string(line[:bytes.IndexAny(line, "{ ")])
		if name != before {
			kind := "gauge"
			if strings.HasSuffix(name, "_total") {
				kind = "counter"
			}
			fmt.Fprintf(&b, "# HELP %s %s\n# TYPE %s %s\n", name, meanings[name], name, kind)
		}
		before = name
		b.Write(line)
	}
	return b.Bytes()
}

// writeMetrics reads every figure where it is kept; none is counted twice.
func (p *Program) writeMetrics(w io.Writer) error {
	depths, err := p.store.Depths()
	if err != nil {
		return err
	}
	build := disk.ThisBuild()
	metrics.WriteGaugeUint64(w, fmt.Sprintf("guongsang_build_info{version=%q,revision=%q}", build.Version, build.Commit), 1)
	for _, waits := range []struct {
		place string
		n     int
	}{{"inbox", depths.Inbox}, {"outbox", depths.Outbox}, {"dead", depths.Dead}, {"fetches", depths.Fetches}} {
		metrics.WriteGaugeUint64(w, fmt.Sprintf("guongsang_waiting{place=%q}", waits.place), uint64(waits.n))
	}
	now := p.outside.Now()
	oldest, err := p.store.Oldest(now)
	if err != nil {
		return err
	}
	for _, waits := range []struct {
		place string
		since time.Time
	}{{"inbox", oldest.Inbox}, {"outbox", oldest.Outbox}, {"failing", oldest.Failing}} {
		metrics.WriteGaugeFloat64(w, fmt.Sprintf("guongsang_oldest_seconds{place=%q}", waits.place), secondsSince(waits.since, now))
	}
	moves := uint64(1)
	if len(p.moves.Stuck(now)) > 0 {
		moves = 0
	}
	metrics.WriteGaugeUint64(w, "guongsang_moves", moves)
	if err := p.writeDisk(w); err != nil {
		return err
	}
	counts := p.sender.Sends()
	for _, fate := range []storage.Fate{storage.Sent, storage.Refused, storage.Unsure, storage.Dropped, storage.Retry, storage.Doubt} {
		metrics.WriteCounterUint64(w, fmt.Sprintf("guongsang_sends_total{result=%q}", fate), uint64(counts[fate]))
	}
	stats := p.client.Stats()
	metrics.WriteCounterUint64(w, "guongsang_updates_total", uint64(stats.Updates()))
	metrics.WriteGaugeFloat64(w, "guongsang_last_poll_timestamp_seconds", unixOrZero(stats.LastPoll()))
	metrics.WriteGaugeUint64(w, "guongsang_units", uint64(p.store.Directory().Len()))
	return writeFigures(w, p.store, now)
}

// writeDisk writes what is free where the data and the backups lie, how large the store
// is, and when the last backup was made that was read back.
func (p *Program) writeDisk(w io.Writer) error {
	room, err := RoomFor(p.cfg, p.outside.Free)
	if err != nil {
		return err
	}
	places := []struct {
		of, dir string
		free    int64
	}{{"data", p.cfg.Storage.Path, room.Data}, {"backups", p.cfg.Backup.Path, room.Backups}}
	if p.cfg.Backup.Path == "" {
		places = places[:1]
	}
	for _, place := range places {
		metrics.WriteGaugeUint64(w, fmt.Sprintf("guongsang_disk_free_bytes{of=%q}", place.of), uint64(place.free))
	}
	for _, place := range places {
		size, err := files.Size(standing(place.dir))
		if err != nil {
			return err
		}
		metrics.WriteGaugeUint64(w, fmt.Sprintf("guongsang_disk_size_bytes{of=%q}", place.of), size)
	}
	info, err := os.Stat(filepath.Join(p.cfg.Storage.Path, disk.FileName))
	if err != nil {
		return fmt.Errorf("measuring the store: %w", err)
	}
	metrics.WriteGaugeUint64(w, "guongsang_store_bytes", uint64(info.Size()))
	metrics.WriteGaugeFloat64(w, "guongsang_last_verified_backup_timestamp_seconds", unixOrZero(LastVerified(p.cfg)))
	return nil
}

func secondsSince(since, now time.Time) float64 {
	if since.IsZero() {
		return 0
	}
	return max(0, now.Sub(since).Seconds())
}

// writeFigures writes how the units stand in the periods of which people now
// speak: those that owe have met the duty or are missing, and of the missing
// some are not connected and some unreachable.
func writeFigures(w io.Writer, store *storage.Store, now time.Time) error {
	rules := store.Rules()
	var examples bytes.Buffer
	err := store.View(now, func(tx *storage.Snapshot) error {
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
			fmt.Fprintf(&examples, "guongsang_period_examples{period=%q} %d\n", p, f.Examples)
		}
		return nil
	})
	_, _ = examples.WriteTo(w) // a metric's lines stand together
	return err
}

func unixOrZero(t time.Time) float64 {
	if t.IsZero() {
		return 0
	}
	return float64(t.Unix())
}
