package storage

import (
	"encoding/json"
	"testing"
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
