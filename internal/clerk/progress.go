package clerk

import (
	"context"
	"time"

	"guongsang/internal/texts"
	"guongsang/storage"
)

// tellEvery is how often at most those who wait are told how far a document is. What is
// made sooner is not told of before it is there.
const tellEvery = 4 * time.Second

// A progress tells how far a document is to those who wait for it. A nil one tells nobody.
type progress struct {
	say  func(step string)
	now  func() time.Time
	last time.Time
}

// progress rewrites the messages in which the readers of a batch were told that it is
// being made.
func (c *Clerk) progress(b batch) *progress {
	say := func(step string) {
		err := c.Store.Update(c.Now(), func(tx *storage.Tx) error {
			for _, j := range b {
				if err := c.tell(tx, j, texts.PaperBegun(j.Kind, j.Period)+"\n"+step); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			c.Log.Error("progress of a document", "kind", b[0].Kind, "err", err)
		}
	}
	return &progress{say: say, now: c.Now, last: c.Now()}
}

// tell says a step, unless one was said just now.
func (g *progress) tell(step string) {
	if g == nil {
		return
	}
	now := g.now()
	if now.Sub(g.last) < tellEvery {
		return
	}
	g.last = now
	g.say(step)
}

// during tells, while something runs of which nothing is seen, for how long it has; ended
// says that it is through.
func (g *progress) during(ctx context.Context, step func(time.Duration) string) (ended func()) {
	if g == nil {
		return func() {}
	}
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	begun := g.now()
	go func() {
		defer close(done)
		tick := time.NewTicker(tellEvery)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
				g.tell(step(g.now().Sub(begun)))
			}
		}
	}()
	return func() {
		cancel()
		<-done
	}
}
