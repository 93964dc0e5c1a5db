package storage

import (
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/report"
	"guongsang/internal/search"
	"guongsang/storage/disk"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// An update that waited when items were kept as JSON, and one that waited when
// they lay by their number alone, are there in order after the store was brought
// up to date, and before what comes then.
func TestUnwrapInbox(t *testing.T) {
	dir := t.TempDir()
	s := mustOpenAt(t, dir)
	putUpdates(t, s, at(1, 8), 7)
	raw := json.RawMessage(`{"update_id":6,"message":{"text":"Chào"}}`)
	mustUpdate(t, s, at(1, 9), func(tx *Tx) error {
		older, err := json.Marshal(Item{ID: 6, Raw: raw, At: at(1, 7)})
		if err != nil {
			return err
		}
		if err := kv.PutRaw(tx, layout.BucketInbox, layout.Key(0), older); err != nil {
			return err
		}
		if err := kv.Delete(tx, layout.BucketInbox, layout.Key(0, 1)); err != nil {
			return err
		}
		if err := kv.PutRaw(tx, layout.BucketInbox, layout.Key(1), Item{ID: 7, Raw: []byte(`{}`), At: at(1, 8)}.stored()); err != nil {
			return err
		}
		return kv.PutRaw(tx, layout.BucketMeta, layout.Key("version"), layout.Key(2))
	})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	s = mustOpenAt(t, dir)
	putUpdates(t, s, at(1, 10), 8)
	items, _, err := s.turns(10)
	if err != nil || len(items) != 3 {
		t.Fatalf("%d items, %v", len(items), err)
	}
	if i := items[0]; i.ID != 6 || string(i.Raw) != string(raw) || !i.At.Equal(at(1, 7)) {
		t.Errorf("the older item is %d %s %s", i.ID, i.Raw, i.At)
	}
	if items[1].ID != 7 || items[2].ID != 8 {
		t.Errorf("the later items are %d and %d", items[1].ID, items[2].ID)
	}
}

// version3 is a store of two units and a year, as the program of version 3 wrote
// it (demo -units 2 -seed 1).
func version3(t *testing.T) []byte {
	t.Helper()
	file, err := os.Open("testdata/version3.db.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(unzipped)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

// openVersion3 opens it with the present program.
func openVersion3(t *testing.T) *Store {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, disk.FileName), version3(t), 0o600); err != nil {
		t.Fatal(err)
	}
	return mustOpenAt(t, dir)
}

// What the indexes say of a store that an earlier program wrote is what its
// records say.
func TestIndexesOfAnOlderStore(t *testing.T) {
	s := openVersion3(t)
	now := at(19, 10)
	mustView(t, s, now, func(tx *Snapshot) error {
		examples, err := kv.List[report.Example](tx, layout.BucketExamples, nil)
		if err != nil || len(examples) < 10 {
			t.Fatalf("%d examples, %v", len(examples), err)
		}
		withdrawn := 0
		for _, e := range examples {
			if !e.Counts() {
				withdrawn++
				continue
			}
			if found, err := searched(tx, search.Reader{Agency: true}, e.Content.Name); err != nil || !slices.Contains(found, e.Number) {
				t.Errorf("%s is not found by its name: %v", e.Number, err)
			}
			for _, p := range e.Periods {
				filings, err := tx.Filings(p, e.Unit)
				if err != nil {
					return err
				}
				i := slices.IndexFunc(filings, func(f report.Filing) bool { return f.Example == e.Number })
				if i < 0 || !reflect.DeepEqual(filings[i].Facets, report.Filed(e, p).Facets) || !filings[i].At.Equal(e.ReceivedFor(p)) || filings[i].By != e.By {
					t.Errorf("%s is filed for %s as %+v", e.Number, p, filings)
				}
			}
			versions, err := tx.Versions(e.Number)
			if err != nil || len(versions) != e.Version || versions[e.Version-1].Version != e.Version {
				t.Errorf("%s has %d versions of %d, %v", e.Number, len(versions), e.Version, err)
			}
		}
		if withdrawn == 0 {
			t.Error("nothing was withdrawn")
		}
		return nil
	})
}

// The invites of an older store that may still be used are found by their post.
func TestOpenInvitesOfAnOlderStore(t *testing.T) {
	s := openVersion3(t)
	var all []report.Invite
	mustView(t, s, at(19, 10), func(tx *Snapshot) (err error) {
		all, err = tx.Invites()
		return err
	})
	for _, i := range all {
		for now, want := range map[time.Time]bool{i.Made: i.Open(i.Made), i.Expires: false} {
			mustView(t, s, now, func(tx *Snapshot) error {
				open, err := tx.OpenInvitesTo(i.Post)
				if got := slices.ContainsFunc(open, func(o report.Invite) bool { return o.Hash == i.Hash }); got != want || err != nil {
					t.Errorf("%s of %s at %s: open %t, %v", i.Hint, i.Made, now, got, err)
				}
				return nil
			})
		}
	}
}

// A store from before it was kept which units ever had a focal point learns it
// from the posts and from the codes that were used; an open code is nobody's.
func TestAddEnrolled(t *testing.T) {
	dir := t.TempDir()
	s := mustOpenAt(t, dir)
	focal := func(unit string) report.Post { return report.Post{Role: report.Focal, Unit: unit} }
	mustUpdate(t, s, at(1, 9), func(tx *Tx) error {
		for _, err := range []error{
			tx.PutMember(report.Member{ID: 7, Posts: []report.Post{{Role: report.Head, Unit: "PT004"}, focal("PT001")}}),
			tx.PutInvite(report.Invite{Hash: "a", Post: focal("PT002"), Used: at(1, 8)}),
			tx.PutInvite(report.Invite{Hash: "b", Post: focal("PT003")}),
			tx.PutInvite(report.Invite{Hash: "c", Post: report.Post{Role: report.Head, Unit: "PT003"}, Used: at(1, 8)}),
		} {
			if err != nil {
				return err
			}
		}
		return nil
	})
	backTo(t, s, 3, layout.BucketEnrolled)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	s = mustOpenAt(t, dir)
	mustUpdate(t, s, at(2, 9), func(tx *Tx) error {
		for unit, want := range map[string]bool{"PT001": true, "PT002": true, "PT003": false, "PT004": false} {
			if tx.Enrolled(unit) != want {
				t.Errorf("%s enrolled: %t", unit, !want)
			}
		}
		return tx.DeleteMember(7)
	})
	err := s.View(at(2, 9), func(tx *Snapshot) error {
		if !tx.Enrolled("PT001") {
			t.Error("PT001 is no longer enrolled once its focal point has left")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// backTo makes a store one of an earlier version, which had not these buckets.
func backTo(t *testing.T, s *Store, version int, without ...[]byte) {
	t.Helper()
	err := s.file.Update(func(tx *bolt.Tx) error {
		for _, name := range without {
			if err := tx.DeleteBucket(name); err != nil {
				return err
			}
		}
		return tx.Bucket(layout.BucketMeta).Put(layout.Key("version"), layout.Key(version))
	})
	if err != nil {
		t.Fatal(err)
	}
}
