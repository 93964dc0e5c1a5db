package storage

import (
	"slices"

	"guongsang/internal/report"
)

// membersAsOf are all members, decoded, and the transaction that they are true
// for. They are read at each tick of the clock and changed a few times a day, so
// the store keeps those of the newest read.
type membersAsOf struct {
	asOf    int
	members []report.Member
}

// Members lists everybody. The posts of a member are shared: who changes them
// takes the member by Member.
func (tx *Tx) Members() ([]report.Member, error) {
	all, err := tx.allMembers()
	return slices.Clone(all), err
}

// allMembers are everybody, in a list that is shared as well.
func (tx *Tx) allMembers() ([]report.Member, error) {
	// What a change sees before it changes a member itself is what was committed
	// before it.
	asOf, changed := tx.bolt.ID(), int(tx.s.membersChanged.Load())
	if tx.bolt.Writable() {
		asOf--
	}
	known, mine := tx.s.members.Load(), tx.g != nil && tx.g.members
	if known != nil && !mine && known.asOf >= changed && asOf >= known.asOf {
		return known.members, nil
	}
	all, err := list[report.Member](tx, bucketMembers, nil)
	if err == nil && !mine && asOf >= changed {
		tx.s.members.Store(&membersAsOf{asOf, all})
	}
	return all, err
}

// membersChange marks what is kept of the members as past. It does so before
// the commit: a View that sees the change must not find the old list.
func (tx *Tx) membersChange() {
	tx.g.members = true
	tx.s.membersChanged.Store(int64(tx.bolt.ID()))
}
