package storage

import (
	"time"

	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// Oldest says since when what waits longest has waited; the zero time where nothing
// does.
type Oldest struct {
	Inbox   time.Time // taken in, and not handled
	Outbox  time.Time // may go now, and was never tried in vain
	Failing time.Time // tried in vain, since then
}

// Oldest reads it of all that waits.
func (s *Store) Oldest(now time.Time) (o Oldest, err error) {
	earlier := func(at *time.Time, than time.Time) {
		if at.IsZero() || than.Before(*at) {
			*at = than
		}
	}
	err = s.View(now, func(tx *Snapshot) error {
		err := kv.Each(tx, layout.BucketInbox, nil, func(k, v []byte) error {
			earlier(&o.Inbox, readItem(k, v).At)
			return nil
		})
		if err != nil {
			return err
		}
		return kv.Each(tx, layout.BucketOutbox, nil, func(k, v []byte) error {
			row, err := readRow(k, v)
			since := row.Made
			if row.NotBefore.After(since) {
				since = row.NotBefore
			}
			switch {
			case err != nil: // the sender sets it aside
			case !row.Failing.IsZero():
				earlier(&o.Failing, row.Failing)
			case !since.After(now):
				earlier(&o.Outbox, since)
			}
			return nil
		})
	})
	return o, err
}
