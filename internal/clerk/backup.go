package clerk

import (
	"context"

	"guongsang/internal/report"
	"guongsang/storage"
)

// Backup is a copy of the store, which stays where backups are kept.
const Backup = "backup"

// backUp makes one. After a crash there may be one more, which is no harm: the oldest go.
func (c *Clerk) backUp(ctx context.Context, j storage.Job) (made, error) {
	if c.Backup == nil { // there is no place for backups
		return made{}, ErrNothing
	}
	b, err := c.Backup(ctx, c.Now())
	if err != nil {
		return made{}, err
	}
	now := c.Now()
	err = c.Store.Update(now, func(tx *storage.Tx) error { return tx.Audit(j.For, report.BackupMade, report.Ref{}) })
	return made{says: c.Office.BackupDone(now, b.Store.Size, len(b.Media), len(b.Missing))}, err
}
