package watch

import (
	"fmt"
	"sync"
	"time"

	"guongsang/storage"
)

// For how long what is to move may stand still. A poll may take most of a minute; a
// wave of reminders may wait its turn for a quarter of an hour, but not without one of
// it going out.
const (
	longestSilence = 5 * time.Minute // of Telegram, to polls
	longestWait    = 5 * time.Minute // in the inbox, or of the whole outbox
)

// Moves says whether a program moves. It is safe for use by many goroutines.
type Moves struct {
	Store *storage.Store
	// Answered is when Telegram last answered a poll; nil where it is Telegram that
	// calls, which may rightly be silent for days.
	Answered func() time.Time
	// Sends is how many attempts ended in each way since the start.
	Sends func() map[storage.Fate]uint64

	mu    sync.Mutex
	ended uint64    // rows that left the outbox, when last seen
	since time.Time // that it was so many
}

// mark is under what the store notes that it took a change.
const mark = "watch"

// Stuck says all that does not move at a time, in words for the log; nothing if all
// does. It looks, and writes nothing: that the store takes changes is asked by Takes.
func (m *Moves) Stuck(now time.Time) (reasons []error) {
	if m.Answered != nil {
		if silent := now.Sub(m.Answered()); silent > longestSilence {
			reasons = append(reasons, fmt.Errorf("no poll was answered for %s", silent.Round(time.Second)))
		}
	}
	oldest, err := m.Store.Oldest(now)
	if err != nil {
		return append(reasons, fmt.Errorf("reading what waits: %w", err))
	}
	if err := handled(oldest, now); err != nil {
		reasons = append(reasons, err)
	}
	waited := max(waiting(oldest.Outbox, now), waiting(oldest.Failing, now))
	if waited = min(waited, m.still(now)); waited > longestWait {
		reasons = append(reasons, fmt.Errorf("nothing of what is to be said went out for %s", waited.Round(time.Second)))
	}
	return reasons
}

// Hangs says that the program itself stands still, and nothing but a new start helps:
// what came in is not handled although the store takes what is written. Of a full disk
// or a line that is cut the program recovers by itself.
func (m *Moves) Hangs(now time.Time) error {
	oldest, err := m.Store.Oldest(now)
	if err != nil {
		return nil // a store that cannot be read ends the program by itself
	}
	if err := handled(oldest, now); err != nil && m.Takes(now) == nil {
		return err
	}
	return nil
}

// handled reports whether what came in is handled.
func handled(oldest storage.Oldest, now time.Time) error {
	if waited := waiting(oldest.Inbox, now); waited > longestWait {
		return fmt.Errorf("what came in has waited for %s", waited.Round(time.Second))
	}
	return nil
}

// Takes writes a mark, and says why the store does not take it.
func (m *Moves) Takes(now time.Time) error {
	if err := m.Store.Update(now, func(tx *storage.Tx) error { return tx.PutMark(mark, now) }); err != nil {
		return fmt.Errorf("writing to the store: %w", err)
	}
	return nil
}

// still is for how long nothing has left the outbox.
func (m *Moves) still(now time.Time) time.Duration {
	counts := m.Sends()
	ended := counts[storage.Sent] + counts[storage.Refused] + counts[storage.Dropped] + counts[storage.Unsure]
	m.mu.Lock()
	defer m.mu.Unlock()
	if ended != m.ended || m.since.IsZero() || now.Before(m.since) {
		m.ended, m.since = ended, now
	}
	return now.Sub(m.since)
}

// waiting is for how long something has waited since a time, 0 if there is none.
func waiting(since, now time.Time) time.Duration {
	if since.IsZero() {
		return 0
	}
	return max(0, now.Sub(since))
}
