package app

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"filippo.io/age"

	"guongsang/storage"
	"guongsang/storage/disk"
)

// TestDrillSealed holds that an encrypted backup is drilled with in full by its
// key alone, that only this is noted, and that nothing of it stays.
func TestDrillSealed(t *testing.T) {
	dir, tries := t.TempDir(), t.TempDir()
	t.Setenv("TMPDIR", tries)
	id, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	cfg := Defaults()
	cfg.Storage.Path, cfg.Backup.Path = filepath.Join(dir, "data"), filepath.Join(dir, "backups")
	now := time.Date(2026, 11, 3, 8, 0, 0, 0, time.UTC)
	if _, err := DrillBackup(cfg, now, storage.VerifyFile, nil); !errors.Is(err, ErrNoBackup) || !LastVerified(cfg).IsZero() {
		t.Errorf("without a backup: %v, verified %v", err, LastVerified(cfg))
	}
	s, err := storage.Open(cfg.Storage.Path, cfg.Rules())
	if err != nil {
		t.Fatal(err)
	}
	cfg.Backup.Recipients = []string{id.Recipient().String()}
	_, err = Backup(t.Context(), cfg, s, now, slog.New(slog.DiscardHandler))
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	later := now.Add(time.Hour)
	if d, err := DrillBackup(cfg, later, storage.VerifyFile, nil); err != nil || d.Opened || !LastVerified(cfg).Equal(now) {
		t.Errorf("without a key: opened %v, %v, verified %v", d.Opened, err, LastVerified(cfg))
	}
	if d, err := DrillBackup(cfg, later, storage.VerifyFile, []age.Identity{id}); err != nil || !d.Opened || d.Live == nil || !LastVerified(cfg).Equal(later) {
		t.Errorf("with its key: opened %v, %v, verified %v", d.Opened, err, LastVerified(cfg))
	}
	spoilt := func(string) error { return disk.ErrDamaged }
	if _, err := DrillBackup(cfg, later, spoilt, []age.Identity{id}); !errors.Is(err, disk.ErrDamaged) {
		t.Errorf("a store that cannot be read: %v", err)
	}
	if left, err := os.ReadDir(tries); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// TestDrillFigures holds that a backup with another number of records than was
// counted is told, and is not noted as good.
func TestDrillFigures(t *testing.T) {
	dir := t.TempDir()
	cfg := Defaults()
	cfg.Storage.Path, cfg.Backup.Path = filepath.Join(dir, "data"), filepath.Join(dir, "backups")
	now := time.Date(2026, 11, 3, 8, 0, 0, 0, time.UTC)
	s, err := storage.Open(cfg.Storage.Path, cfg.Rules())
	if err != nil {
		t.Fatal(err)
	}
	b, err := Backup(t.Context(), cfg, s, now, slog.New(slog.DiscardHandler))
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(b.Path, "manifest.json")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	other := strings.Replace(string(text), `"Units": 0`, `"Units": 7`, 1)
	if err := os.WriteFile(path, []byte(other), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := DrillBackup(cfg, now.Add(time.Hour), storage.VerifyFile, nil); !errors.Is(err, ErrFigures) || !LastVerified(cfg).Equal(now) {
		t.Errorf("other figures: %v, verified %v", err, LastVerified(cfg))
	}
}

// What is said of the last backup rests on what was read of it: a folder that only has a
// backup's name, or has lost its store or its manifest, passes for none.
func TestVerifiedRestsOnWhatWasRead(t *testing.T) {
	for what, spoil := range map[string]func(newest string) error{
		"gone":             os.RemoveAll,
		"without manifest": func(b string) error { return os.Remove(filepath.Join(b, "manifest.json")) },
		"without store":    func(b string) error { return os.Remove(filepath.Join(b, disk.FileName)) },
		"cut short":        func(b string) error { return os.Truncate(filepath.Join(b, disk.FileName), 1<<12) },
	} {
		inBubble(t, bubbleConfig(), "2026-11-05 08:00", func(b *bubble) {
			b.start()
			b.settle()
			b.must(os.MkdirAll(filepath.Join(b.cfg.Backup.Path, "guongsang-20261104-020000"), 0o700))
			if h := b.program.health(); !h.LastBackup.IsZero() || !h.Verified.IsZero() {
				b.fail("by its name alone: made %s, verified %s", h.LastBackup, h.Verified)
			}
			made, err := b.program.backup(context.Background(), b.now())
			b.must(err)
			b.must(os.MkdirAll(filepath.Join(b.cfg.Backup.Path, "guongsang-20261231-020000"), 0o700))
			if h := b.program.health(); !h.LastBackup.Equal(b.now()) || !h.Verified.Equal(b.now()) {
				b.fail("made and read back: made %s, verified %s", h.LastBackup, h.Verified)
			}
			b.must(spoil(made.Path))
			if h := b.program.health(); !h.LastBackup.IsZero() || !h.Verified.IsZero() {
				b.fail("%s: made %s, verified %s", what, h.LastBackup, h.Verified)
			}
		})
	}
}
