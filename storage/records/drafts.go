package records

import (
	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// Draft is the draft with that id.
func (tx *Snapshot) Draft(id uint64) (d report.Draft, err error) {
	return d, kv.Get(tx, layout.BucketDrafts, layout.Key(id), &d)
}

// NewDraft numbers a draft and writes it.
func (tx *Tx) NewDraft(d report.Draft) (report.Draft, error) {
	id, err := kv.Next(tx, layout.BucketDrafts)
	if err != nil {
		return d, err
	}
	d.ID, d.Started = id, tx.Now
	if err := kv.PutRaw(tx, layout.BucketDraftsBy, layout.Key(d.By, id), nil); err != nil {
		return d, err
	}
	return tx.PutDraft(d)
}

// PutDraft writes a draft under its next version, which it returns: buttons
// made for the version before are stale from here on.
func (tx *Tx) PutDraft(d report.Draft) (report.Draft, error) {
	d.Version++
	d.Changed = tx.Now
	return d, tx.JoinDraft(d)
}

// JoinDraft writes a draft that a file joined. The version stays: the open
// question is still the same, and so are its buttons.
func (tx *Tx) JoinDraft(d report.Draft) error {
	d.Changed = tx.Now
	if err := tx.withdraw(d); err != nil {
		return err
	}
	if err := tx.KeepMedia(hashesOf(d.Content)...); err != nil {
		return err
	}
	return kv.Put(tx, layout.BucketDrafts, layout.Key(d.ID), d)
}

// hashesOf lists the files of a content that are in the house.
func hashesOf(c report.Content) (hashes []string) {
	for _, m := range c.Media {
		hashes = append(hashes, m.Hash)
	}
	return hashes
}

// SentDraft removes a draft that became the example with that number. A stub
// stays, so that an old button can be told what became of it.
func (tx *Tx) SentDraft(d report.Draft, number string) error {
	if err := tx.withdraw(d); err != nil {
		return err
	}
	if err := kv.Delete(tx, layout.BucketDraftsBy, layout.Key(d.By, d.ID)); err != nil {
		return err
	}
	if err := tx.notLeft(d); err != nil {
		return err
	}
	stub := report.Draft{ID: d.ID, By: d.By, Unit: d.Unit, Sent: number, Version: d.Version + 1, Changed: tx.Now}
	return kv.Put(tx, layout.BucketDrafts, layout.Key(d.ID), stub)
}

// packSent is what is left of a draft that was sent.
func packSent(d report.Draft) []byte { return layout.Pack(d.By, d.Unit, d.Sent, d.Version, d.Changed) }

func unpackSent(k []byte, u *layout.Unpacking, d *report.Draft) {
	t := layout.Tuple(k)
	*d = report.Draft{ID: uint64(t.Int()), By: u.Int(), Unit: u.Text(), Sent: u.Text(), Version: int(u.Int()), Changed: u.Time()}
}

// DeleteDraft removes a draft that its writer threw away.
func (tx *Tx) DeleteDraft(d report.Draft) error {
	if err := tx.withdraw(d); err != nil {
		return err
	}
	if err := kv.Delete(tx, layout.BucketDraftsBy, layout.Key(d.By, d.ID)); err != nil {
		return err
	}
	if err := tx.notLeft(d); err != nil {
		return err
	}
	return kv.Delete(tx, layout.BucketDrafts, layout.Key(d.ID))
}

// Drafts lists the drafts of one person, oldest first.
func (tx *Snapshot) Drafts(member int64) (list []report.Draft, err error) {
	err = kv.Each(tx, layout.BucketDraftsBy, layout.Key(member), func(k, _ []byte) error {
		t := layout.Tuple(k)
		t.Int()
		d, err := tx.Draft(uint64(t.Int()))
		list = append(list, d)
		return err
	})
	return list, err
}
