//go:build unix

package storage

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"guongsang/internal/report"
	"guongsang/storage/disk"
)

// A disk that keeps something else than it was given is found out before the
// backup gets its name: every file is read again, and its sum compared with
// that of what was written.
//
// The disk is made to lie by a photo that is a named pipe. The copying waits
// there, after the store's copy was written, until this test has changed one
// letter in that copy: bbolt keeps no sums of values and notices nothing.
func TestBackupIsReadBack(t *testing.T) {
	s := mustOpen(t)
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error {
		return tx.PutUnits([]report.Unit{{Code: "PT001", Name: "Tram Y te xa", Month: true}})
	})
	const content = "a photo"
	pipe := s.MediaPath(mustMedia(t, s, "u1", content))
	if err := os.Remove(pipe); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip("no named pipes here: ", err)
	}
	dir := t.TempDir()
	part := filepath.Join(dir, "guongsang-20261120-090000.part")
	lied := make(chan error, 1)
	go func() {
		photo, err := os.OpenFile(pipe, os.O_WRONLY, 0) // waits for the copying
		if err != nil {
			lied <- err
			return
		}
		_, errWrite := photo.WriteString(content)
		lied <- errors.Join(errWrite, changeLetter(filepath.Join(part, disk.FileName)), photo.Close())
	}()
	_, err := s.Backup(t.Context(), dir, at(20, 9))
	if end, err := os.OpenFile(pipe, os.O_RDWR, 0); err == nil { // lets the other go if nobody read
		defer end.Close()
	}
	if err := <-lied; err != nil {
		t.Fatal(err)
	}
	if !errors.Is(err, disk.ErrBackup) {
		t.Errorf("a backup that is not what was written: %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("left: %v", left)
	}
}

// changeLetter changes one letter of a unit's name, wherever it stands.
func changeLetter(path string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	changed := bytes.ReplaceAll(b, []byte("Tram Y te xa"), []byte("Tram Y te xb"))
	if bytes.Equal(b, changed) {
		return errors.New("the copy does not hold the name")
	}
	return os.WriteFile(path, changed, 0o600)
}
