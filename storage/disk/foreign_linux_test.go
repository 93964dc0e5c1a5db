package disk

import (
	"errors"
	"path/filepath"
	"syscall"
	"testing"
)

// Of a pipe, which nobody writes to, is said what it is not, and nothing is waited for.
func TestAPipeIsNoStore(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	if err := VerifyFile(path); !errors.Is(err, ErrForeign) {
		t.Error(err)
	}
}
