package storage

import (
	"testing"
	"time"

	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

func mustBeBot(t *testing.T, s *Store, account int64) {
	t.Helper()
	if err := s.AsBot(at(1, 7), account); err != nil {
		t.Fatal(err)
	}
}

// sayOnce puts a row with a key, or an edit of the message under it, and sends it
// as that message; it says which message the row was to edit.
func sayOnce(t *testing.T, s *Store, row Row, message int64) (target int64) {
	t.Helper()
	if row.Way == Edit {
		mustEdit(t, s, row)
	} else {
		mustUpdate(t, s, at(1, 8), func(tx *Tx) error { _, err := tx.Put(row); return err })
	}
	sent := claim(t, s, outbox(t, s)[0])
	target = sent.Target
	if sent.TargetKey != "" {
		d, _ := delivery(t, s, sent.TargetKey)
		target = d.Message
	}
	finish(t, s, sent, Result{Fate: Sent, Message: message})
	return target
}

// With another bot over the same store ids begin anew: nothing that comes is taken
// for what came to the bot before, nothing of it is edited by an id of the other's
// chat, and no answer for one to a question that is later. The first bot finds all
// as it left it.
func TestAnotherBot(t *testing.T) {
	s := mustOpen(t)
	firstSight := func() (first bool) {
		mustUpdate(t, s, at(1, 8), func(tx *Tx) (err error) { first, err = tx.FirstSight(7, 30); return err })
		return first
	}
	unseen := func() (early bool) {
		mustView(t, s, at(1, 9), func(tx *Snapshot) error { early = tx.Unseen(7, Said{Message: 20}); return nil })
		return early
	}
	mustBeBot(t, s, 111)
	offset := int64(6)
	if _, err := s.PutUpdates(at(1, 8), nil, &offset); err != nil {
		t.Fatal(err)
	}
	if putUpdates(t, s, at(1, 8), 5) != 1 || !firstSight() {
		t.Error("what comes first is known")
	}
	sayOnce(t, s, Row{Chat: 7, Key: "card", Asks: true, Message: say("Thẻ")}, 37)
	if !unseen() {
		t.Error("a text before the question is an answer to it")
	}

	mustBeBot(t, s, 222)
	if got, err := s.Offset(); got != 0 || err != nil {
		t.Errorf("the new bot begins at %d, %v", got, err)
	}
	if putUpdates(t, s, at(1, 8), 5) != 1 || !firstSight() {
		t.Error("what comes to the new bot is taken for what came to the old one")
	}
	if firstSight() || putUpdates(t, s, at(1, 8), 5) != 0 {
		t.Error("what came to the new bot twice is new")
	}
	if unseen() {
		t.Error("a message of the old bot's chat is later than one of the new bot's")
	}
	if target := sayOnce(t, s, Row{Chat: 7, Way: Edit, TargetKey: "card", Message: say("Đã tiếp nhận")}, 4); target != 0 {
		t.Errorf("message %d of the new bot's chat is edited in place of the old bot's", target)
	}
	if target := sayOnce(t, s, Row{Chat: 7, Way: Edit, TargetKey: "card", Message: say("Đã gỡ")}, 4); target != 4 {
		t.Errorf("message %d is edited in place of what the new bot said anew", target)
	}

	mustBeBot(t, s, 111)
	if got, err := s.Offset(); got != 6 || err != nil {
		t.Errorf("the old bot goes on at %d, %v", got, err)
	}
	if putUpdates(t, s, at(1, 8), 5) != 0 || firstSight() {
		t.Error("the old bot no longer knows what came to it")
	}
}

// An edit that waits is of a message in the old bot's chat: it is said anew, and
// an edit of the new bot's message of the same number is another.
func TestEditsWaitingForAnotherBot(t *testing.T) {
	s := mustOpen(t)
	edit := func(text string) { mustEdit(t, s, Row{Chat: 7, Target: 37, Message: say(text)}) }
	mustBeBot(t, s, 111)
	edit("của bot cũ")
	mustBeBot(t, s, 222)
	edit("của bot mới")
	waiting := outbox(t, s)
	if len(waiting) != 2 {
		t.Fatalf("%d edits wait", len(waiting))
	}
	for i, want := range []int64{0, 37} {
		if row := claim(t, s, waiting[i]); row.Target != want {
			t.Errorf("%q edits %d, want %d", row.Message.Text, row.Target, want)
		}
	}
}

// What an earlier program remembered of updates and messages is the first bot's.
func TestBindToBots(t *testing.T) {
	dir := t.TempDir()
	s := mustOpenAt(t, dir)
	mustUpdate(t, s, at(1, 9), func(tx *Tx) error {
		for _, err := range []error{
			kv.PutRaw(tx, layout.BucketSeen, layout.Key(5), layout.Key(tx.Now)),
			kv.PutRaw(tx, layout.BucketSeenSaid, layout.Key(30, 7), layout.Key(tx.Now)),
			kv.PutRaw(tx, layout.BucketMeta, layout.Key("offset"), layout.Key(6)),
			kv.PutRaw(tx, layout.BucketAsked, layout.Key(7), layout.Key(1, 37, 0)),
			kv.PutRaw(tx, layout.BucketSent, layout.Key("card"), layout.Pack(string(Sent), int64(7), int64(37), tx.Now, 1, "")),
		} {
			if err != nil {
				return err
			}
		}
		return nil
	})
	backTo(t, s, 11)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	s = mustOpenAt(t, dir)
	for _, bot := range []struct {
		account int64
		known   bool
	}{{111, true}, {222, false}, {111, true}} {
		mustBeBot(t, s, bot.account)
		mustUpdate(t, s, at(1, 10), func(tx *Tx) error {
			known := kv.Has(tx, layout.BucketSeenSaid, layout.Key(30, 7, s.bot))
			d, _, err := tx.Delivery("card")
			early := tx.Unseen(7, Said{Message: 20})
			if known != bot.known || tx.seen(Incoming{ID: 5}) != bot.known || (d.Message == 37) != bot.known || early != bot.known {
				t.Errorf("to bot %d: message known %t, update known %t, card is message %d, early %t", bot.account, known, tx.seen(Incoming{ID: 5}), d.Message, early)
			}
			return err
		})
		if offset, err := s.Offset(); (offset == 6) != bot.known || err != nil {
			t.Errorf("bot %d goes on at %d, %v", bot.account, offset, err)
		}
	}
	if err := s.Forget(at(4, 10).Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	mustView(t, s, at(4, 12), func(tx *Snapshot) error {
		if n := kv.Count(tx, layout.BucketSeen) + kv.Count(tx, layout.BucketSeenSaid); n != 0 {
			t.Errorf("%d ids are never forgotten", n)
		}
		return nil
	})
}
