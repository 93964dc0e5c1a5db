package storage

import (
	"time"

	"guongsang/internal/report"
)

// Invite is the invite whose code has that hash.
func (tx *Snapshot) Invite(hash string) (i report.Invite, err error) {
	return i, tx.get(bucketInvites, key(hash), &i)
}

// PutInvite writes an invite.
func (tx *Tx) PutInvite(i report.Invite) error { return tx.put(bucketInvites, key(i.Hash), i) }

// Invites lists all invites, in no particular order.
func (tx *Snapshot) Invites() ([]report.Invite, error) {
	return list[report.Invite](tx, bucketInvites, nil)
}

// Tries is how an account fared with invite codes.
type Tries struct {
	Wrong  []time.Time   // within the last hour
	Locked time.Time     // until when; zero if not
	Told   time.Time     // when the account last got its one polite sentence
	Out    []report.Post `json:",omitempty"` // that it was taken out of, each Since then
}

// Tries is how an account fared so far.
func (tx *Snapshot) Tries(account int64) (t Tries, err error) {
	return t, ignoreNotFound(tx.get(bucketTries, key(account), &t))
}

// PutTries writes how an account fares.
func (tx *Tx) PutTries(account int64, t Tries) error { return tx.put(bucketTries, key(account), t) }
