package files

import (
	"errors"
	"fmt"
	"os"
	"time"
)

// ErrLocked means that another process holds the lock.
var ErrLocked = errors.New("held by another process")

// A Lock is a file that one process at a time holds. It goes with the process,
// however that ends. The file stays: were it deleted, two could each hold one of
// the same name.
type Lock struct{ *os.File }

// lockPause is how long one waits before trying again to get a lock.
const lockPause = 50 * time.Millisecond

// TakeLock takes the lock that is the file at path, making the file on first
// use. It waits at most so long, then answers ErrLocked.
func TakeLock(path string, patience time.Duration) (*Lock, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("opening the lock %s: %w", path, err)
	}
	for waited := time.Duration(0); ; waited += lockPause {
		held, err := tryLock(f)
		switch {
		case err != nil:
			_ = f.Close()
			return nil, fmt.Errorf("taking the lock %s: %w", path, err)
		case held:
			return &Lock{f}, nil
		case waited >= patience:
			_ = f.Close()
			return nil, fmt.Errorf("taking the lock %s: %w", path, ErrLocked)
		}
		time.Sleep(lockPause)
	}
}
