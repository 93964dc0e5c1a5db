package storage

import (
	"bytes"
	"time"

	"guongsang/storage/kv"
	"guongsang/storage/layout"
	"guongsang/storage/records"
)

// portion is how many entries are forgotten in one commit: whoever saves
// something meanwhile waits for no more than these.
const portion = 500

// An outlived kind of entry is one that need not be remembered any more.
type outlived struct {
	bucket []byte
	of     func(k, v []byte, now time.Time) bool
}

// forgettable are update and message ids older than 48 h, what the index of
// open invites has of those that expired, and the messages of old reminders.
var forgettable = []outlived{
	{layout.BucketSeen, seenLongAgo},
	{layout.BucketSeenSaid, seenLongAgo},
	{layout.BucketOpen, func(k, v []byte, now time.Time) bool {
		_, expires := records.ReadOpen(k, v)
		return expires <= now.UnixNano()
	}},
	{layout.BucketReminders, pressedLongAgo},
}

func seenLongAgo(_, v []byte, now time.Time) bool {
	t := layout.Tuple(v)
	return t.Int() < now.Add(-keepSeen).Unix()
}

// Forget drops what has to be remembered for some time only. It looks outside any change and drops in many small ones.
func (s *Store) Forget(now time.Time) error {
	for _, o := range forgettable {
		for from, more := []byte(nil), true; more; {
			old, next, err := s.outlivedFrom(o, from, now)
			if err != nil {
				return err
			}
			if err := s.forget(o, old, now); err != nil {
				return err
			}
			from, more = next, next != nil
		}
	}
	return nil
}

// outlivedFrom finds a portion of what has outlived its time, from a key on, and where to look on; nil if that was all.
func (s *Store) outlivedFrom(o outlived, from []byte, now time.Time) (old [][]byte, next []byte, err error) {
	err = s.look(func(tx *Snapshot) error {
		c := kv.CursorOf(tx, o.bucket)
		for k, v := c.Seek(from); k != nil; k, v = c.Next() {
			if len(old) == portion {
				next = bytes.Clone(k)
				return nil
			}
			if o.of(k, v, now) {
				old = append(old, bytes.Clone(k))
			}
		}
		return nil
	})
	return old, next, err
}

func (s *Store) forget(o outlived, old [][]byte, now time.Time) error {
	if len(old) == 0 {
		return nil
	}
	return s.Update(now, func(tx *Tx) error {
		for _, k := range old {
			if v := kv.Raw(tx, o.bucket, k); v == nil || !o.of(k, v, now) {
				continue // it was put anew meanwhile
			}
			if err := kv.Delete(tx, o.bucket, k); err != nil {
				return err
			}
		}
		return nil
	})
}
