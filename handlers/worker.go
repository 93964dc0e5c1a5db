package handlers

import (
	"context"
	"time"

	"guongsang/storage"
)

// together is how many updates share one commit at most. Whoever comes while
// they are handled waits for the next one.
const together = 64

// Run answers updates as they come, until ctx ends and the one in hand is
// done. What is left waits in the inbox.
func (d *Desk) Run(ctx context.Context, store *storage.Store) {
	retry := time.Second
	for ctx.Err() == nil {
		err := d.Drain(ctx, store)
		wait := time.Duration(0)
		if err != nil {
			d.Log.Error("inbox cannot be worked off; it will be tried again", "err", err, "in", retry)
			wait, retry = retry, min(2*retry, 30*time.Second)
		} else {
			retry = time.Second
		}
		rest(ctx, store.Woken(), wait)
	}
}

// rest waits for something to come in, or, after a failure, for the pause to
// be over.
func rest(ctx context.Context, woken <-chan struct{}, pause time.Duration) {
	var over <-chan time.Time
	if pause > 0 {
		timer := time.NewTimer(pause)
		defer timer.Stop()
		over, woken = timer.C, nil
	}
	select {
	case <-ctx.Done():
	case <-woken:
	case <-over:
	}
}

// Drain answers what waits in the inbox and returns when it is empty, when ctx
// ends, or with the disk's error.
func (d *Desk) Drain(ctx context.Context, store *storage.Store) error {
	for ctx.Err() == nil {
		n, err := store.Work(d.Now(), together, d)
		if err != nil || n == 0 {
			return err
		}
	}
	return nil
}
