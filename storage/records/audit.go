package records

import (
	"time"

	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// An AuditLine says who did what to what.
type AuditLine struct {
	At   time.Time
	By   int64  // account; 0 for the command line or the bot itself
	Did  string // a short English verb phrase, e.g. "invite used"
	What string
}

// auditTime is when what a line tells happened.
func auditTime(k []byte) time.Time {
	t := layout.Tuple(k)
	return time.Unix(0, t.Int())
}

// Audit notes that somebody did something that others may ask about.
func (tx *Tx) Audit(by int64, did, what string) error {
	seq, err := kv.Next(tx, layout.BucketAudit)
	if err != nil {
		return err
	}
	return kv.Put(tx, layout.BucketAudit, layout.Key(tx.Now.UnixNano(), seq), AuditLine{tx.Now, by, did, what})
}

// AuditLines lists the whole audit log, oldest first.
func (tx *Snapshot) AuditLines() ([]AuditLine, error) {
	return kv.List[AuditLine](tx, layout.BucketAudit, nil)
}
