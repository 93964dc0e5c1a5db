package storage

import (
	"time"
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
	t := tuple(k)
	return time.Unix(0, t.int())
}

// Audit notes that somebody did something that others may ask about.
func (tx *Tx) Audit(by int64, did, what string) error {
	seq, err := tx.next(bucketAudit)
	if err != nil {
		return err
	}
	return tx.put(bucketAudit, key(tx.Now.UnixNano(), seq), AuditLine{tx.Now, by, did, what})
}

// AuditLines lists the whole audit log, oldest first.
func (tx *Snapshot) AuditLines() ([]AuditLine, error) {
	return list[AuditLine](tx, bucketAudit, nil)
}
