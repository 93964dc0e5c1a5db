package storage

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"guongsang/internal/report"
)

// FuzzKey: a key comes back as what it was made of and sorts as that does; and
// of bytes that are no key nothing comes but zero values, whatever is asked.
func FuzzKey(f *testing.F) {
	f.Add("PT001", int64(7), "a\x00b", int64(-1), []byte{})
	f.Add("", int64(0), "\x00\xff\x00\x01", int64(1<<62), []byte("s\x00\x01i"))
	f.Add("\xff", int64(-1<<63), "s", int64(1), []byte("i\x80\x00\x00\x00\x00\x00\x00\x00s\x00"))
	f.Fuzz(func(t *testing.T, a string, m int64, b string, n int64, raw []byte) {
		k := tuple(key(a, m, b, n))
		if s, i := k.string(), k.int(); s != a || i != m {
			t.Errorf("%q, %d came back as %q, %d", a, m, s, i)
		}
		if s, i := k.string(), k.int(); s != b || i != n || len(k) != 0 {
			t.Errorf("%q, %d came back as %q, %d, with %x left", b, n, s, i, []byte(k))
		}
		if bytes.Compare(key(a, m), key(b, n)) != compare(a, b, m, n) {
			t.Errorf("(%q, %d) and (%q, %d) sort otherwise than their keys", a, m, b, n)
		}
		if formatKey(raw) == "" {
			t.Errorf("%x prints as nothing", raw)
		}
		for first, rest := range map[byte]tuple{tagString: tuple(raw), tagInt: tuple(raw)} {
			before := len(rest)
			if first == tagString {
				rest.string()
			} else {
				rest.int()
			}
			if before > 0 && len(rest) >= before {
				t.Errorf("reading %x does not end", raw)
			}
		}
	})
}

func compare(a, b string, m, n int64) int {
	if c := strings.Compare(a, b); c != 0 {
		return c
	}
	switch {
	case m < n:
		return -1
	case m > n:
		return 1
	}
	return 0
}

// FuzzRecord: whatever lies in the place of a record, of today or of a former
// program, is read as one or said to be unreadable; it is never a panic, and what
// was read is read again after it was written.
func FuzzRecord(f *testing.F) {
	s := mustOpen(f)
	seed(f, s)
	mustView(f, s, at(1, 8), func(tx *Tx) error {
		for n, bucket := range buckets {
			if err := tx.each(bucket, nil, func(_, v []byte) error { f.Add(uint8(n), bytes.Clone(v)); return nil }); err != nil {
				return err
			}
		}
		return nil
	})
	for n := range buckets {
		f.Add(uint8(n), []byte(`{"`))
		f.Add(uint8(n), []byte(`{"Posts":[{}],"Periods":[""],"Period":"2026-11","Due":"x","Offered":["a:b"],"Raw":{},"Message":{"Buttons":[[{}]]}}`))
		f.Add(uint8(n), key("PT001", at(1, 8), 7))
	}
	store := mustOpen(f)
	f.Fuzz(func(t *testing.T, n uint8, value []byte) {
		bucket := buckets[int(n)%len(buckets)]
		if len(value) == 0 || string(bucket) == string(bucketMeta) {
			return
		}
		undo := errors.New("leave the store as it was")
		err := store.Update(at(3, 8), func(tx *Tx) error {
			for _, k := range [][]byte{key(int64(7)), key(uint64(1)), key("PT001"), key(2026, 1), key(2026, 1, 1), key(november, "PT001", ""), key(int64(7), uint64(1)), value} {
				if len(k) > 30_000 {
					continue
				}
				if err := tx.putRaw(bucket, k, value); err != nil {
					return err
				}
			}
			readEverything(tx)
			return undo
		})
		if !errors.Is(err, undo) {
			t.Errorf("%s of %q: %v", bucket, value, err)
		}
		rereads[report.Unit](t, value)
		rereads[report.Member](t, value)
		rereads[report.Draft](t, value)
		rereads[report.Example](t, value)
		rereads[Talk](t, value)
		rereads[Row](t, value)
	})
}

// readEverything asks for all that is kept; errors are as good as answers.
func readEverything(tx *Tx) {
	_, _ = tx.readUnits()
	_, _ = tx.Member(7)
	_, _ = tx.Members()
	_, _ = tx.Holders(report.Focal, "PT001")
	_, _ = tx.Invites()
	_, _ = tx.Tries(7)
	_, _ = tx.Talk(7)
	_, _ = tx.Draft(1)
	_, _ = tx.Drafts(7)
	_, _ = tx.Example("G-2026-0001")
	_, _ = tx.Versions("G-2026-0001")
	_, _ = tx.ExamplesOf("PT001", 0)
	_, _ = tx.ExamplesIn(november)
	_, _, _ = tx.Waiting()
	_, _ = tx.Namesakes("Lò Văn A", at(1, 0))
	_, _ = tx.Schedule(report.Unit{Code: "PT001"}, november)
	_, _ = tx.Standing("PT001", november)
	_, _ = tx.Standings(november)
	_, _ = tx.Summary(november)
	_, _ = tx.Stages(november)
	_, _ = tx.Fetches()
	_, _ = tx.Jobs()
	_, _ = tx.UnitLists()
	_, _ = tx.DeadItems()
	_, _ = tx.AuditLines()
	_, _, _ = tx.Delivery("menu")
	_ = tx.MediaHash("PT001")
	_ = tx.Depths()
}

// rereads holds that a record is the same after it was written and read.
func rereads[T any](t *testing.T, value []byte) {
	t.Helper()
	var read, again T
	if json.Unmarshal(value, &read) != nil {
		return
	}
	first, err := json.Marshal(read)
	if err != nil {
		return // said when it is written
	}
	if err := json.Unmarshal(first, &again); err != nil {
		t.Errorf("%T of %s is written as %s: %v", read, value, first, err)
		return
	}
	if second, err := json.Marshal(again); err != nil || !bytes.Equal(first, second) {
		t.Errorf("%T of %s is written as %s and then as %s, %v", read, value, first, second, err)
	}
}

// FuzzManifest: a manifest whose files are not there is refused as that of a
// backup which is not whole, and nothing is made of it.
func FuzzManifest(f *testing.F) {
	whole, err := json.Marshal(Manifest{Made: at(1, 8), Version: Version(), Store: CopiedFile{Name: FileName, Size: 3, SHA256: strings.Repeat("0", 64)}, Media: []CopiedFile{{Name: "media/ab/x"}}})
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
		_, err := Restore(folder, data, at(3, 8), func(string) error { return nil })
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
