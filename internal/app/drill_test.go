package app

import (
	"errors"
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
	_, err = s.Backup(t.Context(), cfg.Backup.Path, now, id.Recipient().String())
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
	b, err := s.Backup(t.Context(), cfg.Backup.Path, now)
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
