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
	look  kv.ReadTx
	kept  *Cache
	own   *Changes // of its own commit, which it sees
	rules report.Rules
	Now   time.Time // the one now of this operation
}

// At is the Snapshot of a transaction. own is what was done in its commit before,
// nil if it only reads.
func At(l kv.ReadTx, kept *Cache, own *Changes, rules report.Rules, now time.Time) Snapshot {
	if own == nil {
		own = &nothing
	}
	return Snapshot{l, kept, own, rules, now}
}

var nothing Changes

// Today is the day of the transaction's now where the office is.
func (tx *Snapshot) Today() report.Date { return report.DateOf(tx.Now.In(tx.rules.Zone)) }

// A Tx is a Snapshot that can write.
type Tx struct{ *Snapshot }

// Reading makes a Snapshot a kv.Reader.
func (tx *Snapshot) Reading() kv.ReadTx { return tx.look }

// Writing makes a Tx a kv.Writer.
func (tx *Tx) Writing() kv.WriteTx { return kv.WriteTx{ReadTx: tx.look} }

// IgnoreNotFound takes a record that is not there for an empty one.
func IgnoreNotFound(err error) error {
	if errors.Is(err, kv.ErrNotFound) {
		return nil
	}
	return err
}
