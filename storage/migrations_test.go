package storage

import (
	"encoding/json"
	"testing"
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
		if err := tx.putRaw(bucketInbox, key(0), older); err != nil {
			return err
		}
		if err := tx.delete(bucketInbox, key(0, 1)); err != nil {
			return err
		}
		if err := tx.putRaw(bucketInbox, key(1), Item{ID: 7, Raw: []byte(`{}`), At: at(1, 8)}.stored()); err != nil {
			return err
		}
		return tx.putRaw(bucketMeta, key("version"), key(2))
	})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	s = mustOpenAt(t, dir)
	putUpdates(t, s, at(1, 10), 8)
	items, err := s.turns(10)
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
