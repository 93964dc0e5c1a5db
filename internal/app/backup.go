package app

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/disk"
)

// Backup copies an open store to where the configuration says, and lets the oldest
// copies go: the one way for the schedule, the chat and the command line.
func Backup(ctx context.Context, cfg Config, store *storage.Store, now time.Time, log *slog.Logger) (disk.Backup, error) {
	b, err := store.Backup(ctx, cfg.Backup.Path, now, cfg.Backup.Recipients...)
	if err != nil {
		return b, err
	}
	log.Info("backup made", "folder", b.Path, "bytes", b.Store.Size, "media", len(b.Media), "missing", len(b.Missing))
	if err := errors.Join(noteVerified(b.Path, now), disk.DropOlder(cfg.Storage.Path)); err != nil {
		return b, err
	}
	return b, disk.PruneBackups(cfg.Backup.Path, b.Path, cfg.Backup.Keep)
}

// backup makes one of the running program, one at a time.
func (p *Program) backup(ctx context.Context, now time.Time) (disk.Backup, error) {
	p.copying.Lock()
	defer p.copying.Unlock()
	return Backup(ctx, p.cfg, p.store, now, p.outside.Log)
}

// backupDue makes the one of the schedule.
func (p *Program) backupDue(ctx context.Context, now time.Time) error {
	_, err := p.backup(ctx, now)
	return err
}

// health is how the program fares, as far as the store does not say it.
func (p *Program) health() texts.Health {
	h := texts.Health{Version: disk.ThisBuild().Version, Free: -1, Verified: LastVerified(p.cfg)}
	for _, b := range disk.Backups(p.cfg.Backup.Path) {
		if made, ok := disk.BackupStands(b); ok && made.After(h.LastBackup) {
			h.LastBackup = made.In(p.cfg.Timezone.Location)
		}
	}
	if when := p.cfg.Backup.Cron.Schedule; when != nil {
		h.NextBackup = when.Next(p.outside.Now().In(p.cfg.Timezone.Location))
	}
	if info, err := os.Stat(filepath.Join(p.cfg.Storage.Path, disk.FileName)); err == nil {
		h.Store = info.Size()
	}
	if room, err := RoomFor(p.cfg, p.outside.Free); err == nil {
		h.Free, h.Short = min(room.Data, room.Backups), len(room.Short()) > 0
	}
	return h
}
