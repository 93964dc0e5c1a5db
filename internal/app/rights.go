package app

import (
	"context"
	"fmt"
	"io"
	"time"

	"guongsang/internal/eraser"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/disk"
)

// Eraser is what forgets, as the configuration says.
func (cfg Config) Eraser() eraser.Eraser {
	return eraser.Eraser{Office: cfg.Office(), Rules: cfg.Rules(), Retention: cfg.Retention.years()}
}

// BackupsLeft are the backups that there are, which hold what is erased at now, and about
// when the last of them will have gone by the schedule.
func BackupsLeft(cfg Config, now time.Time) (left texts.BackupsLeft) {
	all := disk.Backups(cfg.Backup.Path)
	if left.Count = len(all); left.Count == 0 {
		return left
	}
	zone := cfg.Timezone.Location
	left.First, left.Last = report.DateOf(disk.BackupMade(all[0], zone)), report.DateOf(disk.BackupMade(all[len(all)-1], zone))
	if when := cfg.Backup.Cron.Schedule; when != nil {
		at := now.In(zone)
		for range cfg.Backup.Keep {
			at = when.Next(at)
		}
		left.Until = report.DateOf(at)
	}
	return left
}

// erase does what a request asks to have erased. No backup is made meanwhile: it would
// hold half of it, and keep the pages that are to be written over.
func (p *Program) erase(ctx context.Context, now time.Time, request int, by int64) (says string, err error) {
	p.copying.Lock()
	defer p.copying.Unlock()
	if err := p.cfg.Eraser().Request(ctx, p.store, now, request, by); err != nil {
		return "", err
	}
	return texts.ErasingDone(report.RequestID(request), BackupsLeft(p.cfg, now)), nil
}

// retainMark is when what is kept no longer was last erased.
const retainMark = "retention"

// forget erases once a day what has been kept for long enough, and removes what is left of
// anything that was erased.
func (p *Program) forget(ctx context.Context, now time.Time) error {
	p.copying.Lock()
	defer p.copying.Unlock()
	last, err := p.mark(retainMark)
	if err != nil {
		return err
	}
	if now.Sub(last) >= 24*time.Hour || now.Before(last) {
		erased, err := p.cfg.Eraser().Retain(ctx, p.store, now)
		if erased > 0 {
			p.outside.Log.Info("erased what was kept for long enough", "records", erased)
		}
		if err != nil {
			return err
		}
		if err := p.putMark(now, retainMark, now); err != nil {
			return err
		}
	}
	return p.cfg.Eraser().Clear(ctx, p.store, now)
}

// Retention prints what would go by the configuration, and unless it is to be a preview
// only, erases it: all of it, and the bytes as well.
func Retention(ctx context.Context, out io.Writer, cfg Config, store *storage.Store, now time.Time, preview bool) error {
	er := cfg.Eraser()
	err := store.View(now, func(tx *storage.Snapshot) error {
		p, err := er.Preview(tx)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(out, texts.Retention(p))
		return err
	})
	if err != nil || preview {
		return err
	}
	all := 0
	for n := 1; n > 0; all += n {
		if n, err = er.Retain(ctx, store, now); err != nil {
			return err
		}
	}
	if err := er.Clear(ctx, store, now); err != nil {
		return err
	}
	_, err = fmt.Fprintln(out, texts.Retained(all))
	return err
}
