package telegram

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/emulator"
	"guongsang/storage"
)

// A reader is a handler that decodes and remembers.
type reader struct {
	events []chat.Event
	dead   []storage.Dead
}

func (r *reader) Handle(_ *storage.Tx, item storage.Item) error {
	e, err := Decode(item)
	if err == nil {
		r.events = append(r.events, e)
	}
	return err
}

func (r *reader) GiveUp(_ *storage.Tx, d storage.Dead) error {
	r.dead = append(r.dead, d)
	return nil
}

func (r *reader) texts() string {
	var all []string
	for _, e := range r.events {
		all = append(all, e.Text)
	}
	return strings.Join(all, " ")
}

// work handles the inbox, one by one, as each counts once only so.
func (w *wire) work(r *reader) {
	w.Helper()
	for {
		n, err := w.store.Work(time.Now(), 1, r)
		w.must(err)
		if n == 0 {
			return
		}
	}
}

// poll runs the poller until the test ends.
func (w *wire) poll() *Poller {
	p := NewPoller(w.client, w.store, nil)
	w.run(p.Run)
	return p
}

func TestPollerBringsEverythingOnce(t *testing.T) {
	inBubble(t, func(w *wire) {
		w.poll()
		w.srv.AddFault(emulator.Fault{Method: "getUpdates", Nth: 3, Action: emulator.DropAfter()}) // FAULTS 18
		w.srv.AddFault(emulator.Fault{Method: "getUpdates", Nth: 5, Action: emulator.DuplicateUpdates()})
		w.srv.AddFault(emulator.Fault{Method: "getUpdates", Nth: 7, Action: emulator.Redeliver()}) // FAULTS 8
		w.srv.AddFault(emulator.Fault{Method: "getUpdates", Nth: 9, Action: emulator.TruncatedJSON()})
		p := w.srv.Person(1001, "An")
		var want []string
		for i := range 30 {
			want = append(want, fmt.Sprint("m", i))
			p.Say(want[i])
			w.later(time.Second)
		}
		w.later(time.Minute)
		r := &reader{}
		w.work(r)
		if r.texts() != strings.Join(want, " ") {
			t.Errorf("came in: %s", r.texts())
		}
		if w.srv.Pending() != 0 {
			t.Errorf("%d updates not confirmed", w.srv.Pending())
		}
		if n := w.client.Stats().Updates(); n != 30 {
			t.Errorf("counted %d updates", n)
		}
	})
}

func TestPollerTakesBacklog(t *testing.T) {
	inBubble(t, func(w *wire) {
		p := w.srv.Person(1001, "An")
		for i := range 1000 {
			p.Say(fmt.Sprint(i))
		}
		before := w.commits()
		w.poll()
		w.later(time.Minute)
		if n := w.commits() - before; n > 12 {
			t.Errorf("%d commits for 10 batches", n)
		}
		d, err := w.store.Depths()
		w.must(err)
		if d.Inbox != 1000 || w.srv.Pending() != 0 {
			t.Errorf("%d in the inbox, %d pending", d.Inbox, w.srv.Pending())
		}
	})
}

// A batch of updates that are all known confirms them, and nobody waits for the
// one after it.
func TestPollerGoesOnAfterKnownUpdates(t *testing.T) {
	for known, polls := range map[int]int{150: 3, 3: 2} { // more than a batch, and less
		inBubble(t, func(w *wire) {
			p := w.srv.Person(1001, "An")
			for i := range known {
				p.Say(fmt.Sprint(i))
			}
			batch, trip := NewPoller(w.client, w.store, nil).poll(w.Context())
			w.must(trip.problem())
			for _, raw := range batch { // as from a run that stored them and did not live to confirm them
				u, _ := incoming(raw)
				_, err := w.store.PutUpdates(w.now(), []storage.Incoming{u}, nil)
				w.must(err)
			}
			before := len(w.times("getUpdates"))
			w.poll()
			w.later(200 * time.Millisecond)
			p.Say("one more")
			w.later(200 * time.Millisecond)
			if n := len(w.times("getUpdates")) - before; n < polls {
				t.Errorf("%d polls in half a second: %d known updates kept the next ones waiting", n, known)
			}
			if d, err := w.store.Depths(); d.Inbox != known+1 || err != nil {
				t.Errorf("of %d, known but one, %d are in the inbox, %v", known+1, d.Inbox, err)
			}
		})
	}
}

// The same known batch again and again, as from a server that does not take the
// confirmation, is no reason to poll without a pause.
func TestPollerPausesWhenNothingMoves(t *testing.T) {
	inBubble(t, func(w *wire) {
		w.srv.Person(1001, "An").Say("a")
		w.srv.AddFault(emulator.Fault{Method: "getUpdates", Action: emulator.Redeliver()})
		w.poll()
		w.later(10 * time.Second)
		if n := len(w.times("getUpdates")); n > 12 {
			t.Errorf("%d polls in ten seconds", n)
		}
	})
}

// FAULTS 13: after a silent week ids start anew, lower.
func TestPollerFollowsIdsDown(t *testing.T) {
	inBubble(t, func(w *wire) {
		w.poll()
		p := w.srv.Person(1001, "An")
		p.Say("trước")
		w.later(time.Minute)
		w.must(w.srv.RestartUpdateIDs(7))
		calls := len(w.times("getUpdates"))
		for range 5 {
			p.Say("sau")
			w.later(time.Minute)
		}
		r := &reader{}
		w.work(r)
		if r.texts() != "trước sau sau sau sau sau" {
			t.Errorf("came in: %s", r.texts())
		}
		if offset, err := w.store.Offset(); offset != 12 || err != nil {
			t.Errorf("offset %d, %v", offset, err)
		}
		if n := len(w.times("getUpdates")) - calls; n > 30 {
			t.Errorf("%d polls for 5 updates in 5 minutes", n)
		}
	})
}

// FAULTS 13: set aside with its JSON, counted, others handled at once.
func TestPollerKeepsWhatCannotBeRead(t *testing.T) {
	inBubble(t, func(w *wire) {
		w.poll()
		p := w.srv.Person(1001, "An")
		bad := []string{
			`{"hologram":{"kind":"new"}}`,
			`{"message":{"message_id":5,"date":"soon","chat":{"id":1001,"type":"private"},"from":{"id":1001}}}`,
			`{"message":{"message_id":5,"date":1,"chat":{"id":1001,"type":"private"},"text":"no sender"}}`,
		}
		for _, raw := range bad {
			_, err := w.srv.Inject([]byte(raw))
			w.must(err)
			p.Say("gut")
		}
		w.later(time.Second)
		r := &reader{}
		w.work(r)
		if r.texts() != "gut gut gut" || len(r.dead) != len(bad) {
			t.Errorf("handled %q, set aside %d", r.texts(), len(r.dead))
		}
		for i, d := range r.dead {
			if !json.Valid(d.Raw) || d.ID == 0 || !strings.Contains(string(d.Raw), strings.Trim(bad[i], "{}")) {
				t.Errorf("set aside without its JSON: %s", d.Raw)
			}
		}
	})
}

// FAULTS 18.
func TestPollerWaitsForTheNetwork(t *testing.T) {
	inBubble(t, func(w *wire) {
		poller := w.poll()
		p := w.srv.Person(1001, "An")
		w.later(time.Minute)
		w.srv.NetworkDown(true)
		p.Say("trong lúc mất mạng")
		before := w.http.requests()
		w.later(10 * time.Minute)
		if n := w.http.requests() - before; n > 60 {
			t.Errorf("%d polls in 10 minutes", n)
		}
		w.wantLog("polling interrupted", 1)
		w.srv.NetworkDown(false)
		w.later(time.Minute)
		w.wantLog("polling works again", 1)
		r := &reader{}
		w.work(r)
		if r.texts() != "trong lúc mất mạng" {
			t.Errorf("came in: %q", r.texts())
		}
		if since := time.Since(w.client.Stats().LastPoll()); since > 2*time.Minute {
			t.Errorf("last poll %v ago", since)
		}
		_ = poller
	})
}

func TestPollerUnderFaults(t *testing.T) {
	for name, test := range map[string]struct {
		action emulator.Action
		most   int // polls in ten minutes
		log    string
	}{
		"429":     {emulator.FloodWait(100), 7, "Too Many Requests"},
		"500":     {emulator.InternalError(), 30, "500"},
		"502":     {emulator.BadGateway(), 30, "no JSON (HTTP 502)"},
		"empty":   {emulator.EmptyBody(), 30, "no JSON (HTTP 200)"},
		"reset":   {emulator.DropBefore(), 30, "reset"},
		"401":     {emulator.APIError(401, "Unauthorized"), 30, "ask BotFather"},
		"409":     {emulator.APIError(409, "Conflict: terminated by other getUpdates request"), 30, "another program polls"},
		"no list": {emulator.NotOK(200, "x"), 30, "200 x"},
	} {
		t.Run(name, func(t *testing.T) {
			inBubble(t, func(w *wire) {
				remove := w.srv.AddFault(emulator.Fault{Method: "getUpdates", Action: test.action})
				w.srv.Person(1001, "An").Say("a")
				w.poll()
				w.later(10 * time.Minute)
				times := w.times("getUpdates")
				if len(times) > test.most {
					t.Errorf("%d polls in 10 minutes", len(times))
				}
				for i := 1; i < len(times); i++ {
					if times[i]-times[i-1] < time.Second {
						t.Errorf("polls at %v and %v", times[i-1], times[i])
					}
				}
				w.wantLog("polling interrupted", 1)
				if !strings.Contains(w.log.String(), test.log) {
					t.Errorf("log does not have %q", test.log)
				}
				remove()
				w.later(2 * time.Minute)
				w.wantLog("polling works again", 1)
				if d, err := w.store.Depths(); d.Inbox != 1 || err != nil {
					t.Errorf("%d in the inbox, %v", d.Inbox, err)
				}
				w.noneEarly()
			})
		})
	}
}

// FAULTS 6: what cannot be stored is not confirmed.
func TestPollerDoesNotConfirmUnstored(t *testing.T) {
	inBubble(t, func(w *wire) {
		p := NewPoller(w.client, w.store, nil)
		w.run(p.Run)
		w.later(time.Minute)
		w.must(w.store.Close())
		w.srv.Person(1001, "An").Say("a")
		before := w.http.requests()
		w.later(10 * time.Minute)
		if n := w.http.requests() - before; n > 60 {
			t.Errorf("%d polls in 10 minutes", n)
		}
		if w.srv.Pending() != 1 {
			t.Error("confirmed what was not stored")
		}
		w.wantLog("polling interrupted", 1)
	})
}

func TestPollerDeletesWebhook(t *testing.T) {
	inBubble(t, func(w *wire) {
		set := func() {
			_, trip := w.client.post(w.Context(), "setWebhook", map[string]any{"url": "https://example.org/x"})
			w.must(trip.problem())
		}
		p := w.srv.Person(1001, "An")
		p.Say("một")
		set()
		w.poll()
		w.later(time.Minute)
		set() // by somebody else, meanwhile
		p.Say("hai")
		w.later(time.Minute)
		r := &reader{}
		w.work(r)
		if r.texts() != "một hai" {
			t.Errorf("came in: %q", r.texts())
		}
	})
}

func TestPollerTellsOfLongGap(t *testing.T) {
	inBubble(t, func(w *wire) {
		var gaps []time.Duration
		run := func(d time.Duration) {
			w.run(NewPoller(w.client, w.store, func(from, to time.Time) { gaps = append(gaps, to.Sub(from)) }).Run)
			w.later(d)
		}
		run(time.Hour)
		for _, d := range []time.Duration{72 * time.Hour, 0} { // the demo moves its clock
			w.shift.Store(int64(d))
			w.later(time.Hour)
		}
		w.srv.NetworkDown(true)
		w.later(23 * time.Hour)
		w.srv.NetworkDown(false)
		w.later(time.Hour)
		if len(gaps) != 0 {
			t.Fatalf("told of %v", gaps)
		}
		w.srv.NetworkDown(true)
		w.later(30 * time.Hour)
		w.srv.NetworkDown(false)
		w.later(time.Hour)
		if len(gaps) != 1 || gaps[0] < 30*time.Hour || gaps[0] > 31*time.Hour {
			t.Fatalf("told of %v", gaps)
		}
		w.stop()
		w.later(26 * time.Hour)
		run(time.Hour)
		if len(gaps) != 2 {
			t.Errorf("told of %v", gaps)
		}
	})
}

// moment is far below every pause that is ended early here.
const moment = 10 * time.Millisecond

func TestPollerRetriesOnDemand(t *testing.T) {
	inBubble(t, func(w *wire) {
		poller := w.poll()
		w.srv.NetworkDown(true)
		w.later(10 * time.Minute)
		w.srv.Person(1001, "An").Say("trong lúc mất mạng")
		w.srv.NetworkDown(false)
		poller.Retry()
		w.later(moment)
		r := &reader{}
		w.work(r)
		if r.texts() != "trong lúc mất mạng" {
			t.Errorf("came in: %q", r.texts())
		}
	})
}

// An update is its sender's, whatever kind it is of and whatever else in it
// cannot be read.
func TestIncomingNamesTheSender(t *testing.T) {
	for raw, want := range map[string]storage.Incoming{
		`{"update_id":5,"message":{"from":{"id":7},"chat":{"id":-9}}}`:         {ID: 5, From: 7},
		`{"update_id":5,"edited_message":{"from":{"id":7}}}`:                   {ID: 5, From: 7},
		`{"update_id":5,"callback_query":{"id":"3","from":{"id":7}}}`:          {ID: 5, From: 7},
		`{"update_id":5,"my_chat_member":{"from":{"id":7}}}`:                   {ID: 5, From: 7},
		`{"update_id":5,"message":"odd","callback_query":{"from":{"id":7}}}`:   {ID: 5, From: 7},
		`{"update_id":5,"message":{"from":[]},"poll":{"from":{"id":"seven"}}}`: {ID: 5},
		`{"update_id":5}`: {ID: 5},
	} {
		want.Raw = []byte(raw)
		got, _ := incoming([]byte(raw))
		plain := got
		plain.Decoded = nil
		if !reflect.DeepEqual(plain, want) {
			t.Errorf("%s: update %d of %d", raw, got.ID, got.From)
		}
		was, wasErr := Decode(storage.Item{ID: got.ID, Raw: got.Raw})
		is, isErr := Decode(storage.Item{ID: got.ID, Raw: got.Raw, Decoded: got.Decoded})
		if !reflect.DeepEqual(is, was) || (isErr == nil) != (wasErr == nil) {
			t.Errorf("%s: read once it is %+v, %v, and anew %+v, %v", raw, is, isErr, was, wasErr)
		}
	}
	for _, raw := range []string{`{"update_id":"5","message":{"from":{"id":7}}}`, `{"update_id":-5}`, `[]`, `{`} {
		if got, _ := incoming([]byte(raw)); got.ID >= 0 || got.From != 0 {
			t.Errorf("%s: update %d of %d", raw, got.ID, got.From)
		}
	}
}

// Late is only what was there when the bot came (back). Who writes while it
// polls is answered at once, also with the first words since the start and since
// an outage.
func TestWhatIsSaidWhilePollingIsNotLate(t *testing.T) {
	inBubble(t, func(w *wire) {
		r := &reader{}
		w.store.Attend(r)
		p := w.srv.Person(1001, "An")
		w.poll()
		w.later(time.Second)
		p.Say("first")
		w.later(time.Second)
		w.srv.AddFault(emulator.Fault{Method: "getUpdates", Times: 1, Action: emulator.DropBefore()})
		p.Say("second") // and the next poll fails
		w.later(5 * time.Second)
		p.Say("third")
		w.later(time.Second)
		if r.texts() != "first second third" {
			t.Errorf("handled at once: %q", r.texts())
		}
	})
}
