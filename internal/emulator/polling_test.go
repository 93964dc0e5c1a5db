package emulator_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"guongsang/internal/emulator"
)

func offset(n int64) map[string]any { return map[string]any{"offset": n} }

func TestOffsetConfirms(t *testing.T) {
	inBubble(t, emulator.Options{FirstUpdateID: 500}, func(b *bench) {
		for i := range 3 {
			b.an.Say(fmt.Sprint(i))
		}
		if got := ids(b.poll(map[string]any{"offset": 0, "limit": 2})); !slices.Equal(got, []int64{500, 501}) {
			t.Errorf("limited: %v", got)
		}
		time.Sleep(time.Minute)
		if got := ids(b.poll(offset(500))); len(got) != 4 {
			t.Errorf("not confirmed yet: %v", got)
		}
		if got := ids(b.poll(offset(502))); !slices.Equal(got, []int64{502, 503}) {
			t.Errorf("after confirming two: %v", got)
		}
		if got := ids(b.poll(offset(-1))); !slices.Equal(got, []int64{503}) || b.srv.Pending() != 1 {
			t.Errorf("the last one: %v of %d", got, b.srv.Pending())
		}
	})
}

func TestLongPoll(t *testing.T) {
	inBubble(t, emulator.Options{}, func(b *bench) {
		first := b.poll(offset(0))
		next := map[string]any{"offset": first[0].ID + 1, "timeout": 300}
		began := time.Now()
		if got := b.poll(next); len(got) != 0 || time.Since(began) != 50*time.Second {
			t.Errorf("an empty poll: %v after %v", got, time.Since(began))
		}
		began = time.Now()
		time.AfterFunc(7*time.Second, func() { b.an.Say("nói") })
		if got := b.poll(next); len(got) != 1 || time.Since(began) != 7*time.Second {
			t.Errorf("a poll with news: %v after %v", got, time.Since(began))
		}
	})
}

func TestPollEndsWithItsContext(t *testing.T) {
	inBubble(t, emulator.Options{}, func(b *bench) {
		b.poll(offset(0))
		ctx, cancel := context.WithTimeout(b.ctx, 3*time.Second)
		defer cancel()
		_, err := getUpdates(ctx, b.srv.Client(), map[string]any{"offset": 1001, "timeout": 50})
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("a poll given up: %v", err)
		}
		b.an.Say("sau đó")
		if got := b.poll(offset(1001)); len(got) != 1 {
			t.Errorf("the next poll: %v", got)
		}
	})
}

// TestTwoPollers parks a poll, and then another: the first is told so.
func TestTwoPollers(t *testing.T) {
	const text = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
	inBubble(t, emulator.Options{}, func(b *bench) {
		b.poll(offset(0))
		park := map[string]any{"offset": 1001, "timeout": 50}
		type end struct {
			err   error
			after time.Duration
		}
		ends := make(chan end, 3)
		for range 3 {
			began := time.Now()
			go func() {
				_, err := getUpdates(b.ctx, b.srv.Client(), park)
				ends <- end{err, time.Since(began)}
			}()
			synctest.Wait()
		}
		// The second conflict within three seconds is held back.
		for _, want := range []time.Duration{0, 3 * time.Second} {
			got := <-ends
			var refused *apiFailure
			if !errors.As(got.err, &refused) || refused.Code != 409 || refused.Text != text || got.after != want {
				t.Errorf("conflict %v after %v, want it after %v", got.err, got.after, want)
			}
		}
		if got := <-ends; got.err != nil {
			t.Errorf("the newest poll: %v", got.err)
		}
	})
}

func TestRepeatedPollIsSlowedDown(t *testing.T) {
	inBubble(t, emulator.Options{}, func(b *bench) {
		b.an.Say("một")
		if got := b.poll(offset(7)); len(got) != 2 {
			t.Errorf("first: %v", got)
		}
		if got := b.poll(offset(7)); len(got) != 1 {
			t.Errorf("at once again: %v", got)
		}
		b.poll(offset(1002))
		began := time.Now()
		b.poll(offset(1002))
		if time.Since(began) != 3*time.Second {
			t.Errorf("an empty answer at once again came after %v", time.Since(began))
		}
	})
}

func TestAllowedUpdatesStick(t *testing.T) {
	inBubble(t, emulator.Options{}, func(b *bench) {
		b.poll(map[string]any{"offset": 1001, "allowed_updates": []string{"callback_query"}})
		b.an.Say("không ai nghe")
		b.an.Press(1, "x")
		got := b.poll(map[string]any{"offset": 1001, "limit": 5})
		if len(got) != 1 || got[0].Callback == nil || got[0].Callback.Message.Text != "/start" {
			t.Fatalf("only presses: %+v", got)
		}
		b.poll(map[string]any{"offset": 1002, "allowed_updates": []string{}})
		b.an.Block()
		if got := b.poll(offset(1002)); len(got) != 1 || got[0].Member == nil {
			t.Errorf("all by default: %+v", got)
		}
	})
}

func TestUpdatesAreNotKeptForever(t *testing.T) {
	for _, test := range []struct {
		name    string
		options emulator.Options
		after   time.Duration
		want    int
	}{
		{"all there", emulator.Options{}, 149 * time.Second, 3},
		{"a press is gone", emulator.Options{}, 150 * time.Second, 2},
		{"presses kept by option", emulator.Options{KeepCallbacks: true}, time.Hour, 3},
		{"messages a day later", emulator.Options{}, 24*time.Hour - time.Second, 2},
		{"nothing", emulator.Options{}, 24 * time.Hour, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			inBubble(t, test.options, func(b *bench) {
				b.an.Press(1, "x")
				b.an.Say("y")
				time.Sleep(test.after)
				if got := b.srv.Pending(); got != test.want {
					t.Errorf("%d pending, want %d", got, test.want)
				}
			})
		})
	}
}

// TestIDsStartAnew is the week of silence: an offset of before must not confirm
// what comes after.
func TestIDsStartAnew(t *testing.T) {
	inBubble(t, emulator.Options{FirstUpdateID: 900_000}, func(b *bench) {
		if err := b.srv.RestartUpdateIDs(40); err == nil {
			t.Error("ids started anew under a pending update")
		}
		b.poll(offset(900_001))
		if err := b.srv.RestartUpdateIDs(40); err != nil {
			t.Fatal(err)
		}
		b.an.Say("một")
		b.an.Say("hai")
		for range 2 {
			time.Sleep(time.Second)
			if got := ids(b.poll(offset(900_001))); !slices.Equal(got, []int64{40, 41}) {
				t.Errorf("with the old offset: %v", got)
			}
		}
		if got := ids(b.poll(offset(42))); len(got) != 0 || b.srv.Pending() != 0 {
			t.Errorf("with the new offset: %v", got)
		}
	})
}

func TestInject(t *testing.T) {
	inBubble(t, emulator.Options{}, func(b *bench) {
		b.poll(offset(1001))
		for _, raw := range []string{
			`{"update_id":5,"message":{"message_id":1,"chat":{"id":1001}}}`,
			`{"update_id":5,"message":{"message_id":1,"chat":{"id":1001}}}`,
			`{"something_new":{"x":[1]}}`,
			`{"update_id":70}`,
			`{}`,
		} {
			if _, err := b.srv.Inject([]byte(raw)); err != nil {
				t.Errorf("%s: %v", raw, err)
			}
		}
		if _, err := b.srv.Inject([]byte(`{"update_id":`)); err == nil {
			t.Error("broken JSON was taken")
		}
		got := ids(b.poll(offset(1002)))
		if diff := cmp.Diff([]int64{5, 5, 6, 70, 71}, got); diff != "" {
			t.Error(diff)
		}
		if got := b.poll(offset(72)); len(got) != 0 {
			t.Errorf("after confirming: %v", got)
		}
	})
}

func TestUpdateFaults(t *testing.T) {
	inBubble(t, emulator.Options{}, func(b *bench) {
		b.an.Say("một")
		b.srv.AddFault(emulator.Fault{Method: "getUpdates", Times: 1, Action: emulator.DuplicateUpdates()})
		if got := ids(b.poll(offset(0))); !slices.Equal(got, []int64{1000, 1000, 1001, 1001}) {
			t.Errorf("twice: %v", got)
		}
		b.srv.AddFault(emulator.Fault{Method: "GETUPDATES", Times: 1, Action: emulator.Redeliver()})
		if got := ids(b.poll(offset(1002))); !slices.Equal(got, []int64{1000, 1001}) {
			t.Errorf("delivered again: %v", got)
		}
		b.srv.AddFault(emulator.Fault{Method: "getUpdates", Times: 1, Action: emulator.DropAfter()})
		if _, err := getUpdates(b.ctx, b.srv.Client(), offset(1001)); err == nil {
			t.Error("the answer was not lost")
		}
		time.Sleep(time.Second)
		if got := ids(b.poll(offset(1001))); !slices.Equal(got, []int64{1001}) {
			t.Errorf("after the lost answer: %v", got)
		}
	})
}

func TestNetworkDownEndsParkedPolls(t *testing.T) {
	inBubble(t, emulator.Options{}, func(b *bench) {
		b.poll(offset(0))
		time.AfterFunc(5*time.Second, func() { b.srv.NetworkDown(true) })
		began := time.Now()
		_, err := getUpdates(b.ctx, b.srv.Client(), map[string]any{"offset": 1001, "timeout": 50})
		if err == nil || time.Since(began) != 5*time.Second {
			t.Errorf("%v after %v", err, time.Since(began))
		}
		if _, err = getUpdates(b.ctx, b.srv.Client(), offset(1001)); !dialFailed(err) {
			t.Errorf("while the network is down: %v", err)
		}
		b.srv.NetworkDown(false)
		b.an.Say("lại có mạng")
		if got := b.poll(offset(1001)); len(got) != 1 {
			t.Errorf("afterwards: %v", got)
		}
		calls := b.srv.Calls()
		if c := calls[len(calls)-2]; c.Method != "getUpdates" || c.Result != "refused" {
			t.Errorf("the log has %+v", c)
		}
	})
}

// TestPollerComesBack lets a bot poll on through an outage, and through a time in
// which every other call is slow.
func TestPollerComesBack(t *testing.T) {
	inBubble(t, emulator.Options{}, func(b *bench) {
		began := time.Now()
		ctx, cancel := context.WithCancel(b.ctx)
		arrived := map[string]time.Duration{}
		done := make(chan struct{})
		go func() {
			defer close(done)
			next := int64(0)
			for ctx.Err() == nil {
				updates, err := getUpdates(ctx, b.srv.Client(), map[string]any{"offset": next, "timeout": 50})
				if err != nil {
					time.Sleep(time.Second)
				}
				for _, u := range updates {
					next = u.ID + 1
					arrived[u.Message.Text] = time.Since(began)
				}
			}
		}()
		at := func(second int, do func()) {
			time.Sleep(time.Until(began.Add(time.Duration(second) * time.Second)))
			do()
		}
		at(10, func() { b.srv.NetworkDown(true) })
		at(15, func() { b.an.Say("mất mạng") })
		at(20, func() { b.srv.NetworkDown(false) })
		at(30, func() { b.an.Say("có mạng") })
		at(40, func() {
			b.srv.NetworkDown(true) // and up again before the poller looks
			b.srv.NetworkDown(false)
			b.an.Say("chớp tắt")
		})
		at(50, func() {
			b.srv.AddFault(emulator.Fault{
				When: func(c emulator.Call) bool { return c.Method != "getUpdates" }, Action: emulator.DelayBefore(time.Second),
			})
			b.an.Say("chậm")
			b.send("đáp", "", "")
		})
		if took := time.Since(began); took != 51*time.Second {
			t.Errorf("the slow call was over after %v", took)
		}
		cancel()
		<-done
		want := map[string]time.Duration{"mất mạng": 21, "có mạng": 30, "chớp tắt": 41, "chậm": 50}
		for text, second := range want {
			if got := arrived[text]; got > second*time.Second || got < (second-1)*time.Second {
				t.Errorf("%q arrived after %v, want %ds", text, got, second)
			}
		}
	})
}

// TestEveryUpdateArrivesInOrder lets a client poll that believes only what it
// has seen, while people speak and answers get lost.
func TestEveryUpdateArrivesInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		srv := emulator.New(emulator.Options{Token: token, FirstUpdateID: rapid.Int64Range(1, 1<<40).Draw(t, "first")})
		p := srv.Person(1, "An")
		said, seen, next := 0, []int64{}, int64(0)
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			switch rapid.SampledFrom([]string{"say", "poll", "lose"}).Draw(t, "step") {
			case "say":
				p.Say("x")
				said++
			case "lose":
				srv.AddFault(emulator.Fault{Method: "getUpdates", Times: 1, Action: emulator.DropAfter()})
			case "poll":
				if srv.Pending() == 0 {
					continue // an empty poll would wait in real time
				}
				updates, err := getUpdates(context.Background(), srv.Client(), map[string]any{"offset": next, "limit": rapid.IntRange(1, 3).Draw(t, "limit")})
				if err != nil {
					continue
				}
				for _, u := range updates {
					seen, next = append(seen, u.ID), u.ID+1
				}
			}
		}
		if len(seen)+srv.Pending() < said {
			t.Fatalf("%d said, %d seen, %d pending", said, len(seen), srv.Pending())
		}
		for i := 1; i < len(seen); i++ {
			if seen[i] != seen[i-1]+1 {
				t.Fatalf("out of order: %v", seen)
			}
		}
	})
}
