package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"guongsang/internal/retry"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/disk"
)

// What fills the disk is looked after beside all else: whether there is room
// left, and what nothing refers to any more.

const (
	firstCare = time.Minute // after the start, when people were answered
	careEvery = time.Hour
	sweepMark = "media"            // when media were last swept
	spaceMark = "space"            // when the admins were last told of a full disk
	retell    = 7 * 24 * time.Hour // for as long as it stays so
)

// careForDisk does it until ctx ends.
func (p *Program) careForDisk(ctx context.Context) {
	for wait := firstCare; ; wait = careEvery {
		if retry.Sleep(ctx, wait); ctx.Err() != nil {
			return
		}
		now := p.outside.Now()
		if err := errors.Join(p.watchSpace(now), p.sweepMedia(ctx, now), p.forget(ctx, now)); err != nil && ctx.Err() == nil {
			p.outside.Log.Error("looking after the disk", "err", err)
		}
	}
}

// sweepMedia deletes once a day what nothing has referred to for long.
func (p *Program) sweepMedia(ctx context.Context, now time.Time) error {
	last, err := p.mark(sweepMark)
	if err != nil || now.Sub(last) < 24*time.Hour && !now.Before(last) {
		return err
	}
	swept, err := p.store.SweepMedia(ctx, now)
	if swept.Files > 0 {
		p.outside.Log.Info("files deleted that nothing refers to", "files", swept.Files, "bytes", swept.Bytes)
	}
	if err != nil {
		return err
	}
	return p.putMark(now, sweepMark, now)
}

func (p *Program) mark(name string) (at time.Time, err error) {
	err = p.store.View(time.Time{}, func(tx *storage.Snapshot) error {
		at = tx.Mark(name)
		return nil
	})
	return at, err
}

func (p *Program) putMark(now time.Time, name string, at time.Time) error {
	return p.store.Update(now, func(tx *storage.Tx) error { return tx.PutMark(name, at) })
}

// watchSpace tells the admins that a disk is nearly full: once, and again each
// week for as long as it is.
func (p *Program) watchSpace(now time.Time) error {
	room, err := RoomFor(p.cfg, p.outside.Free)
	if err != nil {
		return err
	}
	told, err := p.mark(spaceMark)
	switch {
	case err != nil:
		return err
	case room.Enough(): // somewhat more than needed, lest it goes to and fro
		if told.IsZero() {
			return nil
		}
		return p.putMark(now, spaceMark, time.Time{})
	case len(room.Short()) == 0 || !told.IsZero() && now.Sub(told) < retell && !now.Before(told):
		return nil
	}
	p.outside.Log.Warn("disk nearly full", "data", room.Data, "backups", room.Backups, "needed", room.Needed)
	return p.store.Update(now, func(tx *storage.Tx) error {
		text := texts.DiskNearlyFull(room.Short(), min(room.Data, room.Backups), room.Needed)
		if err := tx.TellAdmins(fmt.Sprintf("space/%d", now.Unix()), storage.Bulk, text); err != nil {
			return err
		}
		return tx.PutMark(spaceMark, now)
	})
}

// A Room is how many bytes can still be written, and how many there should be.
type Room struct{ Data, Backups, Needed int64 }

// leastFree is what has to be free besides the next backup: some weeks of work.
const leastFree = 1 << 30

// RoomFor asks what is free where the data and the backups lie. Needed is the
// next backup's copy of the store, or a compacting, and something over.
func RoomFor(cfg Config, free func(dir string) (uint64, error)) (r Room, err error) {
	for dir, bytes := range map[string]*int64{cfg.Storage.Path: &r.Data, cfg.Backup.Path: &r.Backups} {
		n, err := free(standing(dir))
		if err != nil {
			return r, err
		}
		*bytes = int64(min(n, 1<<62))
	}
	r.Needed = leastFree
	if info, err := os.Stat(filepath.Join(cfg.Storage.Path, disk.FileName)); err == nil {
		r.Needed += info.Size()
	}
	return r, nil
}

// standing is the folder, or the nearest above it that is there already.
func standing(dir string) string {
	dir = filepath.Clean(dir)
	if _, err := os.Stat(dir); err == nil || filepath.Dir(dir) == dir {
		return dir
	}
	return standing(filepath.Dir(dir))
}

// Short names the places that have less than is needed.
func (r Room) Short() (places []string) {
	if r.Data < r.Needed {
		places = append(places, texts.DataFolder())
	}
	if r.Backups < r.Needed {
		places = append(places, texts.BackupFolder())
	}
	return places
}

// Enough reports whether there is a quarter more than is needed.
func (r Room) Enough() bool { return min(r.Data, r.Backups) >= r.Needed+r.Needed/4 }
