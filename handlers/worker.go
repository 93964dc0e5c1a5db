package handlers

import (
	"context"

	"guongsang/internal/retry"
	"guongsang/storage"
)

// together is how many updates share one commit at most. Whoever comes while
// they are handled waits for the next one.
const together = 64

// Run answers updates, until ctx ends and the one in hand is done: as they come
// in, or in turn where they have to wait in the inbox. What is left stays there.
func (d *Desk) Run(ctx context.Context, store *storage.Store) {
	store.Attend(d)
	defer store.Attend(nil)
	outage := retry.Outage{Log: d.Log, What: "working off the inbox"}
	for ctx.Err() == nil {
		if err := d.Drain(ctx, store); err != nil {
			outage.Fail(err)
			retry.Sleep(ctx, outage.Pause())
			continue
		}
		outage.OK()
		retry.Wait(ctx, store.Woken(), 0)
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
