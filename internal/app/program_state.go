package app

import (
	"context"
	"time"

	"guongsang/internal/clerk"
	"guongsang/scheduler"
	"guongsang/storage"
)

// What is seen and asked of a program from outside, while it runs and while it
// does not.

// Store is what the program remembers.
func (p *Program) Store() *storage.Store { return p.store }

// Papers is how the program's documents look.
func (p *Program) Papers() clerk.Papers { return p.clerk.Papers }

// BotName is the bot's user name as last heard; "" if it never was.
func (p *Program) BotName() string {
	if name := p.client.Username(); name != "" {
		return name
	}
	return p.known
}

// Tick does what is due now, also by clocks that had been waiting for a time
// that was jumped over.
func (p *Program) Tick(now time.Time) {
	p.scheduler.Tick(now)
	p.poller.Retry()
	p.sender.Retry()
	p.store.Wake()
}

// Ahead lists the moments at which something becomes due if nobody does
// anything.
func (p *Program) Ahead(now, until time.Time) ([]scheduler.Moment, error) {
	return p.scheduler.Ahead(now, until)
}

// Drained reports whether nothing waits before the outbox. It asks in the order
// in which things come in, so that what moves on meanwhile is met again; last
// whether the sender was told of the outbox.
func (p *Program) Drained() (bool, error) {
	var waiting int
	err := p.store.View(time.Time{}, func(tx *storage.Snapshot) error {
		lists, err := tx.UnitLists()
		if err != nil {
			return err
		}
		jobs, err := tx.Jobs()
		if err != nil {
			return err
		}
		fetches, err := tx.Fetches()
		waiting = len(lists) + tx.Depths().Inbox + len(jobs)
		for _, f := range fetches {
			if f.NotBefore.IsZero() { // the others wait for their hour
				waiting++
			}
		}
		return err
	})
	return waiting == 0 && !p.store.Busy(), err
}

// Idle waits until the sender has nothing that it may send now.
func (p *Program) Idle(ctx context.Context) error { return p.sender.Idle(ctx) }
