//go:build !windows

package files

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// tryLock reports whether the lock is ours now.
func tryLock(f *os.File) (bool, error) {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) || errors.Is(err, syscall.EINTR) {
		return false, nil
	}
	return err == nil, err
}

// Size is how many bytes the disk of a folder has, free or not.
func Size(dir string) (uint64, error) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(dir, &s); err != nil {
		return 0, fmt.Errorf("asking for the size of the disk of %s: %w", dir, err)
	}
	return uint64(s.Blocks) * uint64(s.Bsize), nil
}

// Free is how many bytes can still be written on the disk of a folder.
func Free(dir string) (uint64, error) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(dir, &s); err != nil {
		return 0, fmt.Errorf("asking for the free space of %s: %w", dir, err)
	}
	return uint64(s.Bavail) * uint64(s.Bsize), nil
}
