package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"filippo.io/age"

	"guongsang/internal/files"
	"guongsang/internal/texts"
	"guongsang/storage/disk"
)

// verifiedName is the file beside the backups that says which was last known to be good.
const verifiedName = "verified.json"

// A verified is a backup that was known to be good at a time.
type verified struct {
	At     time.Time
	Backup string // the name of its folder
}

// ErrNoBackup means that there is nothing to drill with.
var ErrNoBackup = errors.New("there is no backup")

// ErrFigures means that a backup holds another number of records than was counted
// when it was made.
var ErrFigures = errors.New("figures of the backup differ")

// A Drill is how the newest backup was tried.
type Drill struct {
	Backup string // its folder
	disk.Manifest
	Opened bool          // false: it is encrypted and only its sums were compared
	Live   *disk.Figures // what the live store holds now, without media; nil: another process holds it
}

// DrillBackup restores the newest backup into a temporary folder as VerifyBackup does, counts what
// stands in it, compares that with what was counted when it was made, and notes that it went well.
func DrillBackup(cfg Config, now time.Time, verify func(path string) error, identities []age.Identity) (d Drill, err error) {
	if d.Backup = disk.NewestBackup(cfg.Backup.Path, now, cfg.Timezone.Location); d.Backup == "" {
		_, err := os.ReadDir(cfg.Backup.Path)
		if err == nil || errors.Is(err, os.ErrNotExist) {
			err = ErrNoBackup
		}
		return d, fmt.Errorf("looking for the newest backup in %s: %w", cfg.Backup.Path, err)
	}
	var found disk.Figures
	counting := func(path string) error {
		if err := verify(path); err != nil {
			return err
		}
		found, err = disk.ReadFigures(path)
		return err
	}
	if d.Manifest, d.Opened, err = VerifyBackup(d.Backup, now, counting, identities); err != nil {
		return d, err
	}
	if d.Opened && d.Figures != nil && !d.Figures.Equal(found.WithMedia(d.Media)) {
		return d, fmt.Errorf("comparing the figures of %s: %w", d.Backup, ErrFigures)
	}
	switch live, err := disk.ReadFigures(filepath.Join(cfg.Storage.Path, disk.FileName)); {
	case err == nil:
		d.Live = &live
	case !errors.Is(err, disk.ErrBusy) && !errors.Is(err, os.ErrNotExist):
		return d, err
	}
	if !d.Opened {
		return d, nil
	}
	return d, noteVerified(d.Backup, now)
}

// drillDue drills by the clock and words what was found for the admins. A drill that is
// under way when the program stops is left to itself: the process ends, and the next
// start sweeps what it leaves.
func (p *Program) drillDue(ctx context.Context, now time.Time) (says string, err error) {
	over := make(chan string, 1)
	go func() {
		p.copying.Lock() // the backup must not go meanwhile
		defer p.copying.Unlock()
		d, err := DrillBackup(p.cfg, now, func(path string) error { return p.outside.Verify(ctx, path) }, nil)
		if err == nil {
			p.outside.Log.Info("backup drilled", "folder", d.Backup, "opened", d.Opened)
			over <- d.told(p.cfg).Told()
			return
		}
		p.outside.Log.Error("backup not drilled", "err", err)
		over <- texts.DrillFailed(Explain(err))
	}()
	select {
	case says = <-over:
	case <-ctx.Done():
	}
	return says, ctx.Err()
}

// Words say how a drill went, for the operator.
func (d Drill) Words(cfg Config) string { return d.told(cfg).String() }

func (d Drill) told(cfg Config) texts.Drilled {
	s := texts.Drilled{
		Folder: d.Backup, Made: cfg.Office().Moment(d.Made), Opened: d.Opened, Counted: d.Figures != nil,
	}
	if d.Figures != nil {
		s.Held = drillCounts(*d.Figures)
		if d.Live != nil {
			grown := drillCounts(*d.Live).Since(s.Held)
			s.Grown = &grown
		}
	}
	return s
}

func drillCounts(f disk.Figures) texts.DrillCounts {
	return texts.DrillCounts{
		Units: f.Units, Members: f.Members, Examples: f.Examples, Filings: f.AllFilings(), Periods: len(f.Filings),
		Media: f.Media, MediaBytes: f.MediaBytes,
	}
}

// noteVerified notes beside a backup that it was read, and is good.
func noteVerified(folder string, now time.Time) error {
	text, err := json.Marshal(verified{At: now, Backup: filepath.Base(folder)})
	if err == nil {
		err = files.Write(filepath.Join(filepath.Dir(folder), verifiedName), text)
	}
	if err != nil {
		return fmt.Errorf("noting that the backup is verified: %w", err)
	}
	return nil
}

// LastVerified is when a backup that is still there was last known to be good: by a drill,
// or by the reading back without which none gets its name. Zero: never.
func LastVerified(cfg Config) time.Time {
	var v verified
	text, err := os.ReadFile(filepath.Join(cfg.Backup.Path, verifiedName))
	if err != nil || json.Unmarshal(text, &v) != nil {
		return time.Time{}
	}
	if _, ok := disk.BackupStands(filepath.Join(cfg.Backup.Path, filepath.Base(v.Backup))); !ok {
		return time.Time{}
	}
	return v.At.In(cfg.Timezone.Location)
}
