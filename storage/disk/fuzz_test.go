package disk

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"hash/fnv"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"
)

// FuzzManifest: a manifest whose files are not there is refused as that of a
// backup which is not whole, and nothing is made of it.
func FuzzManifest(f *testing.F) {
	whole, err := json.Marshal(Manifest{Made: time.Date(2026, 11, 1, 8, 0, 0, 0, time.UTC), Version: Version, Store: CopiedFile{Name: FileName, Size: 3, SHA256: strings.Repeat("0", 64)}, Media: []CopiedFile{{Name: "media/ab/x"}}})
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{string(whole), `{"Version":99,"Store":{"Name":"s.db"}}`, `{"Store":{"Name":"../s.db"},"Media":[{"Name":"guongsang.db"},{"Name":"/etc/passwd"},{"Name":"media/../../x"}]}`, `{}`, `[]`, ``, `{"Store":{"Name":"\u0000"}}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, manifest []byte) {
		outer := t.TempDir()
		folder := filepath.Join(outer, "backup")
		if err := errors.Join(os.Mkdir(folder, 0o700), os.WriteFile(filepath.Join(folder, manifestName), manifest, 0o600)); err != nil {
			t.Fatal(err)
		}
		data := filepath.Join(outer, "data")
		_, err := Restore(folder, data, time.Date(2026, 11, 3, 8, 0, 0, 0, time.UTC), func(string) error { return nil })
		if !errors.Is(err, ErrBackup) && !errors.As(err, new(NewerError)) {
			t.Errorf("%s: %v", manifest, err)
		}
		var there []string
		err = filepath.WalkDir(outer, func(path string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() {
				there = append(there, path)
			}
			return err
		})
		if err != nil || len(there) != 1 {
			t.Errorf("%s: left behind %v, %v", manifest, there, err)
		}
	})
}

// FuzzCheckFile: whatever a store file begins with, it is let pass only if it is as
// long as each of its sound meta pages says, and is called damaged else. With sums
// the pages are given the checksums of what stands in them, so that they are sound.
func FuzzCheckFile(f *testing.F) {
	whole := filepath.Join(f.TempDir(), FileName)
	db, err := bbolt.Open(whole, 0o600, &bbolt.Options{PageSize: 1024})
	if err := errors.Join(err, db.Close()); err != nil {
		f.Fatal(err)
	}
	file, err := os.ReadFile(whole)
	if err != nil {
		f.Fatal(err)
	}
	endless := append([]byte{}, file...)
	binary.NativeEndian.PutUint64(endless[pageHeader+40:], 1<<61) // pages
	for _, seed := range [][]byte{file, file[:3*1024], file[:100], file[1024:], endless, make([]byte, 2048), nil} {
		f.Add(seed, true)
		f.Add(seed, false)
	}
	path := filepath.Join(f.TempDir(), FileName)
	f.Fuzz(func(t *testing.T, file []byte, sums bool) {
		if sums {
			file = summed(file)
		}
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		err := CheckFile(path)
		if want := holds(file); (err == nil) != want || err != nil && !errors.Is(err, ErrDamaged) {
			t.Errorf("%d bytes that hold what they say: %v; got %v", len(file), want, err)
		}
	})
}

// metas are the places of the meta pages of a file that has room for them.
func metas(file []byte) (list [][]byte) {
	for _, at := range metaPlaces() {
		if from := int(at) + pageHeader; from+metaSize <= len(file) {
			list = append(list, file[from:from+metaSize])
		}
	}
	return list
}

// summed gives what may be a meta page its checksum.
func summed(file []byte) []byte {
	file = append([]byte{}, file...)
	for _, b := range metas(file) {
		if binary.NativeEndian.Uint32(b) == metaMagic {
			sum := fnv.New64a()
			sum.Write(b[:56])
			binary.NativeEndian.PutUint64(b[56:], sum.Sum64())
		}
	}
	return file
}

// holds reports whether a file has a sound meta page, and is as long as each says.
func holds(file []byte) bool {
	sound := false
	for _, b := range metas(file) {
		sum := fnv.New64a()
		sum.Write(b[:56])
		if binary.NativeEndian.Uint32(b) != metaMagic || binary.NativeEndian.Uint64(b[56:]) != sum.Sum64() {
			continue
		}
		end := new(big.Int).Mul(big.NewInt(int64(binary.NativeEndian.Uint32(b[8:]))), new(big.Int).SetUint64(binary.NativeEndian.Uint64(b[40:])))
		if end.Sign() == 0 { // of no pages
			continue
		}
		if end.Cmp(big.NewInt(int64(len(file)))) > 0 {
			return false
		}
		sound = true
	}
	return sound
}
