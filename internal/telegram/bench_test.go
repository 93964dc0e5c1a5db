package telegram

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/courier"
	"guongsang/internal/emulator"
	"guongsang/internal/report"
	"guongsang/storage"
)

// An echo answers every text with another, and presses with a notice and an
// edit.
type echo struct{}

func (echo) GiveUp(*storage.Tx, storage.Dead) error { return nil }

func (echo) Handle(tx *storage.Tx, item storage.Item) error {
	e, err := Decode(item)
	if err != nil {
		return err
	}
	if e.Kind == chat.Pressed {
		if _, err := tx.Put(storage.Row{Chat: e.Chat, Way: storage.Answer, Query: e.Press.Query}); err != nil {
			return err
		}
		return tx.PutEdit(storage.Row{Chat: e.Chat, Target: e.MessageID, Message: withButton(e.Press.Query)})
	}
	_, err = tx.Put(storage.Row{Chat: e.Chat, Message: withButton(e.Text)})
	return err
}

// People in a closed loop: each says something as soon as the last answer came.
// The whole way is in it: getUpdates, inbox, handling, outbox, sendMessage.
func BenchmarkAnswers(b *testing.B) {
	for _, people := range []int{1, 100} {
		b.Run(fmt.Sprint(people), func(b *testing.B) {
			srv := emulator.New(emulator.Options{Token: testToken})
			defer srv.Close()
			store, err := storage.Open(b.TempDir(), report.Rules{Zone: time.UTC, Calendar: report.NewCalendar(nil, nil)})
			if err != nil {
				b.Fatal(err)
			}
			defer func() { _ = store.Close() }()
			client, err := New(Options{Token: testToken, HTTP: srv.Client()})
			if err != nil {
				b.Fatal(err)
			}
			ctx, cancel := context.WithCancel(context.Background())
			var parts sync.WaitGroup
			parts.Go(func() { NewPoller(client, store, nil).Run(ctx) })
			parts.Go(func() { _ = courier.NewSender(client, store, courier.Options{}).Run(ctx) })
			parts.Go(func() { workOff(ctx, b, store) })
			talk(b, srv, people)
			cancel()
			parts.Wait()
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "answers/s")
		})
	}
}

func workOff(ctx context.Context, b *testing.B, store *storage.Store) {
	for ctx.Err() == nil {
		n, err := store.Work(time.Now(), 100, echo{})
		if err != nil {
			b.Error(err)
		}
		if n > 0 {
			continue
		}
		select {
		case <-store.Woken():
		case <-ctx.Done():
		}
	}
}

func talk(b *testing.B, srv *emulator.Server, people int) {
	turns := make(chan int, b.N)
	for i := range b.N {
		turns <- i
	}
	close(turns)
	b.ResetTimer()
	var wg sync.WaitGroup
	for i := range people {
		p := srv.Person(int64(1001+i), "An")
		wg.Go(func() {
			for turn := range turns {
				want := fmt.Sprint("m", turn)
				p.Say(want)
				if _, err := p.WaitFor(b.Context(), func(m emulator.Message) bool { return m.Text == want }); err != nil {
					b.Error(err)
				}
			}
		})
	}
	wg.Wait()
	b.StopTimer()
}
