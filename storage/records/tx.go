package records

import (
	"errors"
	"time"

	"guongsang/internal/report"
	"guongsang/storage/kv"
)

// A Snapshot is the records as one transaction sees them. It must not be kept
// after the transaction.
type Snapshot struct {
	look  kv.Look
	kept  *Kept
	own   *Changes // of its own commit, which it sees
	rules report.Rules
	Now   time.Time // the one now of this operation
}

// At is the Snapshot of a transaction. own is what was done in its commit before,
// nil if it only reads.
func At(l kv.Look, kept *Kept, own *Changes, rules report.Rules, now time.Time) Snapshot {
	if own == nil {
		own = &nothing
	}
	return Snapshot{l, kept, own, rules, now}
}

var nothing Changes

// A Tx is a Snapshot that can write.
type Tx struct{ *Snapshot }

// Looks makes a Snapshot a kv.Reader.
func (tx *Snapshot) Looks() kv.Look { return tx.look }

// Writes makes a Tx a kv.Writer.
func (tx *Tx) Writes() kv.Write { return kv.Write{Look: tx.look} }

// IgnoreNotFound takes a record that is not there for an empty one.
func IgnoreNotFound(err error) error {
	if errors.Is(err, kv.ErrNotFound) {
		return nil
	}
	return err
}
