package disk

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"math/bits"
	"os"
)

// ErrDamaged means that the file is not a whole store. A damaged file must
// not reach bbolt: reading past its end kills the process.
var ErrDamaged = errors.New("store file is damaged")

// ErrForeign means that the file is none of this program, or lost all that it begins with.
var ErrForeign = fmt.Errorf("it is not a store of this program: %w", ErrDamaged)

// The layout of bbolt's two meta pages, at the start of the file and one page
// later: a 16-byte page header, then the fields below.
const (
	pageHeader = 16
	metaMagic  = 0xED0CDAED
	metaSize   = 64
)

// CheckFile reads the two meta pages of a store file without opening it: at
// least one must be sound, and the file as long as it says. A missing file is
// no error.
func CheckFile(path string) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() && !info.IsDir() { // a pipe is read for ever
		return fmt.Errorf("checking %s: %w", path, ErrForeign)
	}
	m, size, err := readMetas(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("checking %s: %w", path, err)
	case m == meta{} && foreign(path):
		return fmt.Errorf("checking %s: %w", path, ErrForeign)
	case m == meta{}:
		return fmt.Errorf("checking %s: no sound meta page: %w", path, ErrDamaged)
	case m.end > size:
		return fmt.Errorf("checking %s: has %d bytes of at least %d: %w", path, size, m.end, ErrDamaged)
	}
	return nil
}

// foreign reports whether a file that has no sound meta page begins with something else
// than zeros and remains of such pages, or with nothing.
func foreign(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	for _, at := range metaPlaces() {
		var magic [4]byte
		if _, err := f.ReadAt(magic[:], at+pageHeader); err == nil && binary.NativeEndian.Uint32(magic[:]) == metaMagic {
			return false
		}
	}
	begins := make([]byte, pageHeader+metaSize)
	n, _ := f.ReadAt(begins, 0)
	return n == 0 || len(bytes.Trim(begins[:n], "\x00")) > 0
}

// A meta is what the sound ones of the two meta pages say.
type meta struct {
	end int64  // how long the file must be at least
	tx  uint64 // the last transaction
}

// readMetas reads the meta pages of a store file, and how long it is.
func readMetas(path string) (all meta, size int64, err error) {
	f, err := os.Open(path)
	if err != nil {
		return all, 0, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return all, 0, err
	}
	for _, at := range metaPlaces() {
		if m, sound := readMeta(f, at); sound {
			all = meta{max(all.end, m.end), max(all.tx, m.tx)}
		}
	}
	return all, info.Size(), nil
}

// metaPlaces are where the meta pages may begin. The page size stands in the
// pages themselves; if the first is ruined, the second is looked for at every
// usual size.
func metaPlaces() []int64 {
	places := []int64{0}
	for size := int64(1024); size <= 64<<10; size *= 2 {
		places = append(places, size)
	}
	return places
}

// readMeta reads the meta page at an offset.
func readMeta(f io.ReaderAt, at int64) (m meta, sound bool) {
	b := make([]byte, metaSize)
	if _, err := f.ReadAt(b, at+pageHeader); err != nil {
		return m, false
	}
	sum := fnv.New64a()
	sum.Write(b[:56])
	if binary.NativeEndian.Uint32(b) != metaMagic || binary.NativeEndian.Uint64(b[56:]) != sum.Sum64() {
		return m, false
	}
	pageSize, pages := uint64(binary.NativeEndian.Uint32(b[8:])), binary.NativeEndian.Uint64(b[40:])
	m = meta{math.MaxInt64, binary.NativeEndian.Uint64(b[48:])}
	if over, end := bits.Mul64(pageSize, pages); over == 0 && end < math.MaxInt64 {
		m.end = int64(end)
	}
	return m, m.end > 0
}
