package storage

import "guongsang/internal/report"

// membersAsOf are all members, decoded, and the transaction that they are true
// for. They are read at each tick of the clock and changed a few times a day, so
// the store keeps those of the newest read.
type membersAsOf struct {
	asOf    int
	members []report.Member
}

// Members lists everybody. The list is shared by all who ask, for as long as
// nobody changes: it must not be written to, and who changes a member takes it
// by Member.
func (tx *Tx) Members() ([]report.Member, error) {
	id, changed := tx.bolt.ID(), int(tx.s.membersChanged.Load())
	known, mine := tx.s.members.Load(), tx.g != nil && tx.g.members
	if known != nil && !mine && known.asOf >= changed && id >= known.asOf {
		return known.members, nil
	}
	all, err := list[report.Member](tx, bucketMembers, nil)
	if err == nil && !tx.bolt.Writable() && id >= changed {
		tx.s.members.Store(&membersAsOf{id, all})
	}
	return all, err
}

// membersChange marks what is kept of the members as past. It does so before
// the commit: a View that sees the change must not find the old list.
func (tx *Tx) membersChange() {
	tx.g.members = true
	tx.s.membersChanged.Store(int64(tx.bolt.ID()))
}
