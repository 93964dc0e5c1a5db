package records

import (
	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// The open drafts of somebody whose post at a unit ended, or who became the deputy,
// stand in an index by unit: whoever comes there may take them over.

// LeaveDraft offers a draft to the others of its unit.
func (tx *Tx) LeaveDraft(d report.Draft) error {
	return kv.PutRaw(tx, layout.BucketDraftsLeft, leftKey(d), nil)
}

func leftKey(d report.Draft) []byte { return layout.Key(d.Unit, d.ID) }

// IsLeft reports whether a draft is offered.
func (tx *Snapshot) IsLeft(d report.Draft) bool {
	return d.Sent == "" && kv.Has(tx, layout.BucketDraftsLeft, leftKey(d))
}

// DraftsLeft lists the drafts that are offered at a unit, oldest first.
func (tx *Snapshot) DraftsLeft(unit string) (list []report.Draft, err error) {
	err = kv.Each(tx, layout.BucketDraftsLeft, layout.Key(unit), func(k, _ []byte) error {
		t := layout.Tuple(k)
		t.Text()
		d, err := tx.Draft(uint64(t.Int()))
		list = append(list, d)
		return err
	})
	return list, err
}

// TakeDraft gives a draft that was offered to another writer, as it is. Its next
// version makes the buttons of the one before stale.
func (tx *Tx) TakeDraft(d report.Draft, by int64) (report.Draft, error) {
	if err := tx.notLeft(d); err != nil {
		return d, err
	}
	if err := kv.Delete(tx, layout.BucketDraftsBy, layout.Key(d.By, d.ID)); err != nil {
		return d, err
	}
	d.By = by
	if err := kv.PutRaw(tx, layout.BucketDraftsBy, layout.Key(d.By, d.ID), nil); err != nil {
		return d, err
	}
	return tx.PutDraft(d)
}

// notLeft ends the offer of a draft.
func (tx *Tx) notLeft(d report.Draft) error {
	if !kv.Has(tx, layout.BucketDraftsLeft, leftKey(d)) {
		return nil
	}
	return kv.Delete(tx, layout.BucketDraftsLeft, leftKey(d))
}
