package storage

import (
	"time"

	bolt "go.etcd.io/bbolt"

	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// Which updates were seen is kept as runs of ids: Telegram numbers them one after
// the other, so those of two days are a few runs, which fit into the root of the
// file. An entry for each was two pages of every commit.

// longestRun is for how long a run is gone on with, so that one that never breaks
// off is forgotten as well: an id is known for 48 h at least, and 54 h at most.
const longestRun = 6 * time.Hour

// A run is the ids from first to last, all of them seen.
type run struct {
	first, last int64
	begun       time.Time
}

// runAt is the run that begins with an id, or else the last that begins before it.
func (tx *Snapshot) runAt(id int64) (r run, ok bool) {
	k, v := kv.CursorOf(tx, layout.BucketSeen).Floor(layout.Key(tx.s.bot, id))
	kt, vt := layout.Tuple(k), layout.Tuple(v)
	ok = k != nil && kt.Int() == tx.s.bot
	vt.Int() // when the last was seen, for Forget
	return run{first: kt.Int(), last: vt.Int(), begun: time.Unix(vt.Int(), 0)}, ok
}

// seen reports whether the update was taken in already, in the last 48 h.
func (tx *Snapshot) seen(u Incoming) bool {
	r, ok := tx.runAt(u.ID)
	return ok && u.ID <= r.last
}

// see remembers an update that was not seen.
func (tx *Tx) see(u Incoming) error {
	r, ok := tx.runAt(u.ID)
	if age := tx.Now.Sub(r.begun); !ok || r.last != u.ID-1 || age < 0 || age > longestRun {
		r = run{first: u.ID, begun: tx.Now}
	}
	r.last = u.ID
	return kv.PutRaw(tx, layout.BucketSeen, layout.Key(tx.s.bot, r.first), r.stored(tx.Now))
}

func (r run) stored(newest time.Time) []byte { return layout.Key(newest, r.last, r.begun) }

// joinSeen makes runs of the ids that were kept one by one, each of one id: they
// are forgotten within two days.
func joinSeen(tx *bolt.Tx) error {
	bucket, older := tx.Bucket(layout.BucketSeen), map[string][]byte{}
	err := bucket.ForEach(func(k, v []byte) error {
		older[string(k)] = append([]byte(nil), v...)
		return nil
	})
	for k := range older {
		if err == nil {
			err = bucket.Delete([]byte(k))
		}
	}
	for k, v := range older {
		kt, vt := layout.Tuple(k), layout.Tuple(v)
		id, bot, at := kt.Int(), kt.Int(), time.Unix(vt.Int(), 0)
		if err == nil {
			err = bucket.Put(layout.Key(bot, id), run{id, id, at}.stored(at))
		}
	}
	return err
}
