package records

import (
	"errors"
	"fmt"
	"time"

	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// Member is the member with that account.
func (tx *Snapshot) Member(id int64) (m report.Member, err error) {
	return m, kv.Get(tx, layout.BucketMembers, layout.Key(id), &m)
}

// PutMember writes a member and the index of posts.
func (tx *Tx) PutMember(m report.Member) error {
	old, err := tx.Member(m.ID)
	if IgnoreNotFound(err) != nil {
		return err
	}
	for _, p := range old.Posts {
		if err := kv.Delete(tx, layout.BucketPosts, postKey(p, m.ID)); err != nil {
			return err
		}
	}
	for _, p := range m.Posts {
		if err := kv.PutRaw(tx, layout.BucketPosts, postKey(p, m.ID), nil); err != nil {
			return err
		}
	}
	if err := tx.noteEnrolled(m); err != nil {
		return err
	}
	tx.changesMembers()
	return kv.Put(tx, layout.BucketMembers, layout.Key(m.ID), m)
}

func postKey(p report.Post, id int64) []byte { return layout.Key(p.Role, p.Unit+p.Block, id) }

// DeleteMember forgets an account, with its conversation; what it sent stays, its
// drafts too.
func (tx *Tx) DeleteMember(id int64) error {
	m, err := tx.Member(id)
	if err != nil {
		return err
	}
	m.Posts = nil
	if err := tx.PutMember(m); err != nil {
		return err
	}
	if err := kv.Delete(tx, layout.BucketTalks, layout.Key(id)); err != nil {
		return err
	}
	if err := kv.Delete(tx, layout.BucketSnoozes, layout.Key(id)); err != nil {
		return err
	}
	tx.changesMembers()
	return kv.Delete(tx, layout.BucketMembers, layout.Key(id))
}

// Members lists everybody. The list is shared by all who ask: who changes a
// member takes it by Member.
func (tx *Snapshot) Members() ([]report.Member, error) {
	return tx.kept.members.read(tx, tx.own.members, func() ([]report.Member, error) {
		return kv.List[report.Member](tx, layout.BucketMembers, nil)
	})
}

func (tx *Tx) changesMembers() {
	tx.own.members = true
	tx.kept.members.change(tx)
}

// Holders lists the members who hold a role, in the unit or block if one is
// given.
func (tx *Snapshot) Holders(role report.Role, where string) (holders []report.Member, err error) {
	prefix := layout.Key(role)
	if where != "" {
		prefix = layout.Key(role, where)
	}
	last := int64(0)
	err = kv.Each(tx, layout.BucketPosts, prefix, func(k, _ []byte) error {
		t := layout.Tuple(k)
		t.Text()
		t.Text()
		id := t.Int()
		if id == last {
			return nil
		}
		last = id
		m, err := tx.Member(id)
		if err != nil {
			return fmt.Errorf("holder %d of %s: %w", id, role, err)
		}
		holders = append(holders, m)
		return nil
	})
	return holders, err
}

// Places lists the units or blocks in which somebody holds a role. No member is
// read.
func (tx *Snapshot) Places(role report.Role) (map[string]bool, error) {
	places := map[string]bool{}
	err := kv.Each(tx, layout.BucketPosts, layout.Key(role), func(k, _ []byte) error {
		t := layout.Tuple(k)
		t.Text()
		places[t.Text()] = true
		return nil
	})
	return places, err
}

// Unconnected picks the units, active on a day, that have no focal point.
func (tx *Snapshot) Unconnected(units []report.Unit, day report.Date) (missing []report.Unit, err error) {
	connected, err := tx.Places(report.Focal)
	for _, u := range units {
		if !connected[u.Code] && u.ActiveOn(day) {
			missing = append(missing, u)
		}
	}
	return missing, err
}

// MarkGone notes that the messenger refused a message to this account for good.
func (tx *Tx) MarkGone(id int64, why string) error {
	m, err := tx.Member(id)
	if err != nil {
		return IgnoreNotFound(err)
	}
	if m.Unreachable.IsZero() {
		m.Unreachable, m.Why = tx.Now, why
		if err := tx.Audit(0, report.MemberGone, report.Ref{Member: id}); err != nil {
			return err
		}
	}
	return tx.PutMember(m)
}

// MarkBack notes that a member can be reached again.
func (tx *Tx) MarkBack(id int64) error {
	m, err := tx.Member(id)
	if err != nil || m.Unreachable.IsZero() {
		return IgnoreNotFound(err)
	}
	m.Unreachable, m.Why = time.Time{}, ""
	return errors.Join(tx.Audit(0, report.MemberBack, report.Ref{Member: id}), tx.PutMember(m))
}
