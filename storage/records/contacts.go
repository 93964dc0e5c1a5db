package records

import (
	"encoding/json"
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// Contacts gives the contact of those of some units that cannot be asked, by
// code.
func (tx *Snapshot) Contacts(units report.Directory) (map[string]report.Contact, error) {
	members, err := tx.focalsOf(units)
	if err != nil {
		return nil, err
	}
	return report.ContactsOf(units, members, tx.Enrolled), nil
}

// focalsOf are the focal points of some units, perhaps with others. Those of a
// few are looked up.
func (tx *Snapshot) focalsOf(units report.Directory) (focals []report.Member, err error) {
	if units.Len()*few >= tx.Directory().Len() {
		return tx.Members()
	}
	for u := range units.All() {
		own, err := tx.Holders(report.Focal, u.Code)
		if err != nil {
			return nil, err
		}
		focals = append(focals, own...)
	}
	return focals, nil
}

// Enrolled reports whether the unit ever had a focal point, who may have left.
func (tx *Snapshot) Enrolled(unit string) bool {
	return kv.Has(tx, layout.BucketEnrolled, layout.Key(unit))
}

// noteEnrolled keeps that the units of a member have had a focal point.
func (tx *Tx) noteEnrolled(m report.Member) error {
	for _, unit := range m.Units() {
		if tx.Enrolled(unit) {
			continue
		}
		if err := kv.PutRaw(tx, layout.BucketEnrolled, layout.Key(unit), layout.Key(tx.Now)); err != nil {
			return err
		}
	}
	return nil
}

// AddEnrolled notes the units that ever had a focal point in a store from
// before this was kept: those that have one, and those for which a code was
// used.
func AddEnrolled(tx *bolt.Tx) error {
	enrolled, err := tx.CreateBucketIfNotExists(layout.BucketEnrolled)
	if err != nil {
		return fmt.Errorf("making bucket %s: %w", layout.BucketEnrolled, err)
	}
	note := func(p report.Post, since time.Time) error {
		if p.Role != report.Focal {
			return nil
		}
		return enrolled.Put(layout.Key(p.Unit), layout.Key(since))
	}
	err = tx.Bucket(layout.BucketInvites).ForEach(func(k, v []byte) error {
		var i report.Invite
		if err := json.Unmarshal(v, &i); err != nil {
			return fmt.Errorf("reading invite %s: %w", layout.Format(k), err)
		}
		if i.Used.IsZero() {
			return nil
		}
		return note(i.Post, i.Used)
	})
	if err != nil {
		return err
	}
	return tx.Bucket(layout.BucketMembers).ForEach(func(k, v []byte) error {
		var m report.Member
		if err := json.Unmarshal(v, &m); err != nil {
			return fmt.Errorf("reading member %s: %w", layout.Format(k), err)
		}
		for _, p := range m.Posts {
			if err := note(p, p.Since); err != nil {
				return err
			}
		}
		return nil
	})
}
