package files

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/windows"
)

// lockedByte is what is locked: one byte far behind whatever the file says,
// because what is locked nobody else can read there.
const lockedByte = 1 << 30

// tryLock reports whether the lock is ours now.
func tryLock(f *os.File) (bool, error) {
	const how = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	err := windows.LockFileEx(windows.Handle(f.Fd()), how, 0, 1, 0, &windows.Overlapped{Offset: lockedByte})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return false, nil
	}
	return err == nil, err
}

// Size is how many bytes the disk of a folder has, free or not.
func Size(dir string) (size uint64, err error) {
	name, err := windows.UTF16PtrFromString(dir)
	if err == nil {
		err = windows.GetDiskFreeSpaceEx(name, nil, &size, nil)
	}
	if err != nil {
		return 0, fmt.Errorf("asking for the size of the disk of %s: %w", dir, err)
	}
	return size, nil
}

// Free is how many bytes can still be written on the disk of a folder.
func Free(dir string) (free uint64, err error) {
	name, err := windows.UTF16PtrFromString(dir)
	if err == nil {
		err = windows.GetDiskFreeSpaceEx(name, &free, nil, nil)
	}
	if err != nil {
		return 0, fmt.Errorf("asking for the free space of %s: %w", dir, err)
	}
	return free, nil
}
