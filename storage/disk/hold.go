package disk

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"guongsang/internal/files"
)

// FileName is the store inside its folder.
const FileName = "guongsang.db"

// ErrBusy means that another process holds the store.
var ErrBusy = errors.New("store is held by another process")

// lockName is the file by which one process at a time has the store of a
// folder. Between two processes it tells how the store was left: see left.
const lockName = "guongsang.lock"

// A Hold is the right of this process to the store of a folder. It comes before
// all else that is done there: of several who start at once one makes the store,
// and nobody sweeps away what another is writing.
type Hold struct {
	dir  string
	lock *files.Lock // nil once it was released
	// Clean is set if the last who had the store closed it in order.
	Clean bool
}

// holdPatience is for how long another process is waited for.
const holdPatience = time.Second

// Take takes the store of a folder, which is made on first use, or answers
// ErrBusy.
func Take(dir string) (*Hold, error) {
	if err := files.MkdirAll(dir); err != nil {
		return nil, fmt.Errorf("making the data folder: %w", err)
	}
	lock, err := files.TakeLock(filepath.Join(dir, lockName), holdPatience)
	if errors.Is(err, files.ErrLocked) {
		return nil, fmt.Errorf("opening the store in %s: %w", dir, ErrBusy)
	}
	if err != nil {
		return nil, err
	}
	h := &Hold{dir: dir, lock: lock, Clean: ClosedInOrder(dir)}
	if err := errors.Join(h.forget(), h.sweep()); err != nil {
		h.Release()
		return nil, err
	}
	return h, nil
}

func (h *Hold) Path() string { return filepath.Join(h.dir, FileName) }

// sweep deletes what a crash left of a store that was being made, restored or
// compacted, and of files that were being written.
func (h *Hold) sweep() error {
	for _, pattern := range []string{".new", ".restoring*", ".*" + files.Unfinished} {
		for _, path := range glob(h.dir, FileName+pattern) {
			if err := os.Remove(path); err != nil {
				return fmt.Errorf("sweeping %s: %w", h.dir, err)
			}
		}
	}
	if h.Clean {
		return nil
	}
	return files.Sweep(filepath.Join(h.dir, mediaFolder))
}

// glob lists the files in a folder whose names match.
func glob(dir, pattern string) (paths []string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if ok, _ := filepath.Match(pattern, e.Name()); ok && e.Type().IsRegular() {
			paths = append(paths, filepath.Join(dir, e.Name()))
		}
	}
	return paths
}

// left is how a store file looked when it was closed in order. While it looks
// so still, every page of it was written by us and is on disk, and it need not
// be verified again: that takes seconds for a file of some gigabytes.
type left struct {
	Size     int64
	Modified time.Time
	Tx       uint64 // the last transaction
}

// asItIs is how the store file looks now.
func asItIs(path string) (l left, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return l, err
	}
	m, size, err := readMetas(path)
	return left{Size: size, Modified: info.ModTime(), Tx: m.tx}, err
}

// ClosedInOrder reports whether the store in a folder is as it was when it was
// last closed in order. After a crash, a power cut, a restore or anything else
// that touched the file it is not, and is to be verified.
func ClosedInOrder(dir string) bool {
	b, err := os.ReadFile(filepath.Join(dir, lockName))
	var then left
	if err != nil || json.Unmarshal(b, &then) != nil {
		return false
	}
	now, err := asItIs(filepath.Join(dir, FileName))
	return err == nil && now.Size == then.Size && now.Tx == then.Tx && now.Modified.Equal(then.Modified)
}

// forget takes back what was noted of how the store was left; that is on disk
// before anything is written to the store.
func (h *Hold) forget() error {
	err := h.lock.Truncate(0)
	if err == nil {
		err = h.lock.Sync()
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", lockName, err)
	}
	return nil
}

// Note keeps how the store file looks now that it was closed in order. If that
// cannot be written, the next start verifies, and that is all.
func (h *Hold) Note() {
	now, err := asItIs(h.Path())
	if err != nil || h.lock == nil {
		return
	}
	text, err := json.Marshal(now)
	if err != nil {
		return
	}
	if _, err = h.lock.Seek(0, io.SeekStart); err == nil {
		_, err = h.lock.Write(text)
	}
	if err != nil || h.lock.Sync() != nil {
		_ = h.forget()
	}
}

// Release lets others have the store.
func (h *Hold) Release() {
	if h.lock != nil {
		_ = h.lock.Close()
		h.lock = nil
	}
}
