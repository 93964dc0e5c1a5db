package storage

import (
	"encoding/json"
	"testing"

	"guongsang/internal/report"
)

// An update that waited when items were kept as JSON is there after the store
// was brought up to date, before the one that came in the later form.
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
		if err := tx.putRaw(bucketInbox, key(0), older); err != nil {
			return err
		}
		return tx.putRaw(bucketMeta, key("version"), key(2))
	})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	s = mustOpenAt(t, dir)
	items, err := s.oldest(10)
	if err != nil || len(items) != 2 {
		t.Fatalf("%d items, %v", len(items), err)
	}
	if i := items[0]; i.ID != 6 || string(i.Raw) != string(raw) || !i.At.Equal(at(1, 7)) {
		t.Errorf("the older item is %d %s %s", i.ID, i.Raw, i.At)
	}
	if items[1].ID != 7 {
		t.Errorf("the later item is %d", items[1].ID)
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
			tx.bolt.DeleteBucket(bucketEnrolled),
			tx.putRaw(bucketMeta, key("version"), key(3)),
		} {
			if err != nil {
				return err
			}
		}
		return nil
	})
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
	err := s.View(at(2, 9), func(tx *Tx) error {
		if !tx.Enrolled("PT001") {
			t.Error("PT001 is no longer enrolled once its focal point has left")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
