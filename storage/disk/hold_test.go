package disk

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// Whoever is second is told so before anything is touched: what the first is writing is not
// swept away.
func TestWhoIsSecondTouchesNothing(t *testing.T) {
	dir := t.TempDir()
	first, err := Take(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Release()
	made := filepath.Join(dir, FileName+".new")
	if err := os.WriteFile(made, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Take(dir); !errors.Is(err, ErrBusy) {
		t.Errorf("the second is told %v", err)
	}
	if _, err := os.Stat(made); err != nil {
		t.Errorf("what the first was writing is gone: %v", err)
	}
}
