package storage

import (
	"encoding/json"
	"fmt"
	"time"

	"guongsang/internal/retry"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// How often a row is tried. This is the one place that decides it, by the kind
// of the row:
//
//	kind               tried                                          then
//	reply, edit        until the messenger has answered               after 48 h: set aside, admins told
//	reminder, digest   the same, but after a doubt once more at most  unknown, which the agency sees
//	what is published  the same, but after a doubt never again        unknown, of which officers are asked
//	answer to a press  until answered, within 150 s                   dropped
//	chat action        once, within 5 s                               dropped
//
// A question said twice is harmless and silence is not; a reminder said twice
// costs trust. A try that says nothing of the row, because the messenger was out
// of order or asked to wait, does not count towards the 48 hours.
type tries struct {
	life    time.Duration // of the row, from when it was put; 0: without end
	failing time.Duration // from its first try that failed; 0: without end
	doubts  int           // that are enough; 0: no number is
}

const (
	pressLife  = 150 * time.Second // then Telegram forgets the press
	actionLife = 5 * time.Second   // as long as the action would be seen
	longFailed = 48 * time.Hour
)

func (row Row) tries() tries {
	switch {
	case row.Way == Act:
		return tries{life: actionLife}
	case row.Way == Answer:
		return tries{life: pressLife}
	case row.Once:
		return tries{failing: longFailed, doubts: 1}
	case row.Class == Bulk:
		return tries{failing: longFailed, doubts: 2}
	}
	return tries{failing: longFailed}
}

// Outlived reports whether nobody misses the row any more: it is not worth a
// try.
func (row Row) Outlived(now time.Time) bool {
	life := row.tries().life
	return life > 0 && now.Sub(row.Made) > life
}

// patience is after how many tries a row no longer holds up those behind it: it
// may be the row. With the pauses between, that is about a minute.
const patience = 7

const (
	shortPauses = time.Minute     // up to this the pauses double
	longPause   = time.Hour       // between two tries of one row
	bulkPause   = 5 * time.Minute // after a doubt: nobody waits for it, and an outage has time to end
)

// Rest is how long is still to be waited before the next try of what was made at a
// time, by what was stored of that. A clock that was set back since must not make
// anybody wait: what is made later than now was made by a clock that was wrong,
// and longer than the longest pause nothing waits.
func Rest(notBefore, made, now time.Time) time.Duration {
	if now.Before(made) {
		return 0
	}
	return min(max(notBefore.Sub(now), 0), longPause)
}

// pause is how long to wait before the next try: at first it doubles, and from
// a minute on it is an eighth of the time that the row has been failing for, so
// that after an outage of any length the answer comes soon, measured by that.
func (row Row) pause(now time.Time) time.Duration {
	if row.Class == Bulk && row.Doubts > 0 {
		return bulkPause
	}
	long := time.Duration(0)
	if !row.Failing.IsZero() {
		long = min(now.Sub(row.Failing)/8, longPause)
	}
	return max(retry.Pause(row.Tries, shortPauses), long)
}

// failed notes a try that came to nothing, and says what becomes of the row:
// Retry, or for good Unsure or GivenUp.
func (row *Row) failed(r Result, now time.Time) Fate {
	row.Claimed = false
	if row.Class != Bulk { // which were counted when they were claimed
		row.Tries++
	}
	if r.Fate == Doubt {
		row.Doubts++
	}
	switch {
	case r.Blameless:
		row.Failing = time.Time{}
	case row.Failing.IsZero():
		row.Failing = now
	}
	row.NotBefore = r.NotBefore
	if row.NotBefore.IsZero() {
		row.NotBefore = now.Add(row.pause(now))
	}
	may := row.tries()
	switch {
	case may.doubts > 0 && row.Doubts >= may.doubts:
		return Unsure
	case may.failing > 0 && !row.Failing.IsZero() && now.Sub(row.Failing) >= may.failing && row.Tries > patience:
		return GivenUp
	}
	return Retry
}

// setRowAside keeps what an outbox row holds for a person to look at. The row
// itself is taken out by the caller.
func (tx *Tx) setRowAside(stored []byte, why string) error {
	seq, err := kv.Next(tx, layout.BucketInbox)
	if err != nil {
		return err
	}
	raw, err := json.Marshal(string(stored))
	if err != nil {
		return fmt.Errorf("setting a row aside: %w", err)
	}
	return kv.Put(tx, layout.BucketDead, layout.Key(seq), Dead{Item: Item{Raw: raw, At: tx.Now}, Why: why, Since: tx.Now})
}
