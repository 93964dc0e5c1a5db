package disk

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
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
