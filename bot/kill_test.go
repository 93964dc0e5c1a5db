package main

import (
	"context"
	"math/rand/v2"
	"os"
	"sync"
	"testing"
	"time"

	"guongsang/internal/emulator"
)

// How hard a proof is: the short one belongs to every run of the tests, the
// long one, with GUONGSANG_LONG=1, to those before a release.
type measure struct {
	people, kills int
	limit         time.Duration
}

func measures() measure {
	if os.Getenv("GUONGSANG_LONG") != "" {
		return measure{people: 50, kills: 50, limit: 3 * time.Minute}
	}
	return measure{people: 10, kills: 5, limit: time.Minute}
}

// Killed -9 at random moments while people talk to it over loopback, with taps
// and messages that come twice and answers to polls that get lost, the bot
// loses nothing and does nothing twice. (FAULTS 1, 8, 9, 10)
func proveKill(t *testing.T, binary string) {
	m := measures()
	s := newSite(t, binary)
	writers := newWriters(s.srv, m.people, true)
	enrol(t, s.dir, writers)
	record := newRecord(s.srv)
	for _, f := range []emulator.Action{emulator.DuplicateUpdates(), emulator.Redeliver(), emulator.DropAfter()} {
		s.srv.AddFault(emulator.Fault{Method: "getUpdates", Probability: 0.05, Action: f})
	}
	ctx, cancel := context.WithTimeout(t.Context(), m.limit)
	defer cancel()

	enough := make(chan struct{})
	talks := talk(ctx, t, writers, enough)
	c := s.start()
	dice := rand.New(rand.NewPCG(3, 5))
	for range m.kills {
		s.await(ctx, c, dice.IntN(8*m.people))
		timer := time.NewTimer(time.Duration(dice.IntN(10_000)) * time.Microsecond) // a moment of no meaning
		<-timer.C
		c.kill()
		c = s.start()
	}
	close(enough)
	talks.Wait()
	c.stop()

	shown, doubled, sent, offers := record.close(), 0, 0, 0
	for _, w := range writers {
		doubled += holdReplies(t, w, shown[w.ID()], m.kills)
		sent += len(w.meant) + len(w.nils)
		offers += w.offers
		if w.offers > m.kills {
			t.Errorf("%s was asked %d times what a text is for, at %d kills", w.Name(), w.offers, m.kills)
		}
	}
	holdMeant(t, s.dir, writers)
	s.holdFile()
	s.holdPeace()
	t.Logf("%d kills, %d people, %d introductions and nils, %d replies twice, asked %d times what a text is for", m.kills, m.people, sent, doubled, offers)
}

// talk lets everybody introduce until it is enough, one in five say that there
// is nothing.
func talk(ctx context.Context, t *testing.T, writers []*writer, enough <-chan struct{}) *sync.WaitGroup {
	var all sync.WaitGroup
	for i, w := range writers {
		all.Go(func() {
			err := w.greet(ctx)
			if err == nil && i%5 == 4 {
				err = w.sayNil(ctx)
			} else if err == nil {
				err = w.introduceUntil(ctx, enough)
			}
			if err == nil {
				err = w.leave(ctx)
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
	return &all
}

func (w *writer) introduceUntil(ctx context.Context, enough <-chan struct{}) error {
	for {
		if err := w.introduce(ctx); err != nil {
			return err
		}
		select {
		case <-enough:
			return nil
		default:
		}
	}
}

// await waits for n calls.
func (s *site) await(ctx context.Context, c *child, n int) {
	s.t.Helper()
	calls := s.counting()
	for range n {
		select {
		case <-calls:
		case <-c.ended:
			s.t.Fatal("the bot ended by itself")
		case <-ctx.Done():
			s.t.Fatal("the bot makes no calls any more")
		}
	}
}
