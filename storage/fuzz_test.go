package storage

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"

	"guongsang/internal/likeness"
	"guongsang/internal/report"
	"guongsang/internal/search"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
	"guongsang/storage/records"
)

// FuzzRecord: whatever lies in the place of a record, of today or of a former
// program, is read as one or said to be unreadable; it is never a panic, and what
// was read is read again after it was written.
func FuzzRecord(f *testing.F) {
	s := mustOpen(f)
	seed(f, s)
	mustView(f, s, at(1, 8), func(tx *Snapshot) error {
		for n, bucket := range layout.Buckets {
			if err := kv.Each(tx, bucket, nil, func(_, v []byte) error { f.Add(uint8(n), bytes.Clone(v)); return nil }); err != nil {
				return err
			}
		}
		return nil
	})
	for n := range layout.Buckets {
		f.Add(uint8(n), []byte(`{"`))
		f.Add(uint8(n), []byte(`{"Posts":[{}],"Periods":[""],"Period":"2026-11","Due":"x","Offered":["a:b"],"Raw":{},"Message":{"Buttons":[[{}]]}}`))
		f.Add(uint8(n), layout.Key("PT001", at(1, 8), 7))
	}
	store := mustOpen(f)
	f.Fuzz(func(t *testing.T, n uint8, value []byte) {
		bucket := layout.Buckets[int(n)%len(layout.Buckets)]
		if len(value) == 0 || string(bucket) == string(layout.BucketMeta) {
			return
		}
		undo := errors.New("leave the store as it was")
		err := store.Update(at(3, 8), func(tx *Tx) error {
			for _, k := range [][]byte{layout.Key(int64(7)), layout.Key(uint64(1)), layout.Key("PT001"), layout.Key(2026, 1), layout.Key(2026, 1, 1), layout.Key(november, "PT001", ""), layout.Key(int64(7), uint64(1)), value} {
				if len(k) > 30_000 {
					continue
				}
				if err := kv.PutRaw(tx, bucket, k, value); err != nil {
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
		rereads[records.Talk](t, value)
		rereads[Row](t, value)
	})
}

// readEverything asks for all that is kept; errors are as good as answers.
func readEverything(tx *Tx) {
	_, _ = kv.List[report.Unit](tx, layout.BucketUnits, nil)
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
	_, _, _ = lookedAlike(&tx.Snapshot, likeness.Of(report.Content{Object: report.Person, Name: "Lò Văn A"}, ""), "", 3)
	_, _ = searched(&tx.Snapshot, search.Reader{Agency: true}, "Lò Văn A")
	_, _ = tx.Schedule(report.Unit{Code: "PT001"}, november)
	_, _ = tx.Standing("PT001", november)
	_, _ = tx.Standings(november)
	_, _ = tx.Summary(november)
	_, _ = tx.Stages(november)
	_, _ = tx.Chases()
	_, _ = tx.RemindedIn(november, at(1, 0), at(30, 0))
	_ = tx.NotePressed(7, 1)
	_, _ = tx.Fetches()
	_, _ = tx.Jobs()
	_, _ = tx.UnitLists()
	_, _ = tx.DeadItems()
	_, _ = tx.AuditLog(records.AuditQuery{}, 0)
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
