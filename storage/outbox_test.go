package storage

import (
	"errors"
	"fmt"
	"runtime"
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

func say(s string) chat.Message { return chat.Message{Text: s} }

func mustPut(t *testing.T, s *Store, rows ...Row) {
	t.Helper()
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error {
		for _, r := range rows {
			if _, err := tx.Put(r); err != nil {
				return err
			}
		}
		return nil
	})
}

func mustEdit(t *testing.T, s *Store, row Row) {
	t.Helper()
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error { return tx.PutEdit(row) })
}

// outbox lists what waits, in order, through a watcher that comes now.
func outbox(t *testing.T, s *Store) []Ref {
	t.Helper()
	refs, err := s.Watch(at(1, 9), func([]Ref) {})
	if err != nil {
		t.Fatal(err)
	}
	return refs
}

func claim(t *testing.T, s *Store, ref Ref) Row {
	t.Helper()
	row, ok, err := s.Claim(at(1, 9), ref)
	if !ok || err != nil {
		t.Fatalf("claiming %+v: %v, %v", ref, ok, err)
	}
	return row
}

func finish(t *testing.T, s *Store, row Row, r Result) {
	t.Helper()
	if err := s.FinishAll(at(1, 9), []Row{row}, []Result{r}, true, nil); err != nil {
		t.Fatal(err)
	}
}

func delivery(t *testing.T, s *Store, k string) (d Delivery, ok bool) {
	t.Helper()
	mustView(t, s, at(1, 9), func(tx *Snapshot) (err error) {
		d, ok, err = tx.Delivery(k)
		return err
	})
	return d, ok
}

func TestAKeyHappensOnce(t *testing.T) {
	s := mustOpen(t)
	put := func() (fresh bool) {
		mustUpdate(t, s, at(1, 8), func(tx *Tx) (err error) {
			fresh, err = tx.Put(Row{Chat: 1, Key: "remind/2026-11", Class: Bulk, Message: say("nhắc")})
			return err
		})
		return fresh
	}
	if !put() || put() {
		t.Error("a key was put twice, or not at all")
	}
	finish(t, s, claim(t, s, outbox(t, s)[0]), Result{Fate: Sent, Message: 44})
	if put() {
		t.Error("a key was put again after it was sent")
	}
	if d, ok := delivery(t, s, "remind/2026-11"); !ok || d.Fate != Sent || d.Message != 44 || d.Tries != 1 {
		t.Errorf("delivery %+v", d)
	}
	if refs := outbox(t, s); len(refs) != 0 {
		t.Errorf("left: %+v", refs)
	}
}

func TestWatchersLearnOfEachCommit(t *testing.T) {
	s := mustOpen(t)
	mustPut(t, s, Row{Chat: 5})
	var told []Ref
	waiting, err := s.Watch(at(1, 9), func(refs []Ref) { told = append(told, refs...) })
	if err != nil || len(waiting) != 1 || waiting[0].Chat != 5 {
		t.Fatal(waiting, err)
	}
	mustPut(t, s, Row{Chat: 6}, Row{Chat: 7, Class: Bulk, NotBefore: at(2, 8)})
	if len(told) != 2 || told[0].Class != Reply || told[0].Way != Send || told[1].Class != Bulk || !told[1].NotBefore.Equal(at(2, 8)) {
		t.Errorf("told of %+v", told)
	}
	if told[0].Tried || told[1].Tried {
		t.Error("a fresh row passes for a tried one")
	}
}

// A watcher that comes while a commit is being told of hears of its rows once:
// a row heard of twice may be sent twice.
func TestAWatcherHearsOfARowOnce(t *testing.T) {
	s := mustOpen(t)
	for round := range 100 {
		var told, waiting []Ref
		var err error
		watched := make(chan struct{})
		mustUpdate(t, s, at(1, 8), func(tx *Tx) error {
			tx.g.after = append(tx.g.after, func() { // on disk, and nobody was told yet
				go func() {
					defer close(watched)
					waiting, err = s.Watch(at(1, 9), func(refs []Ref) { told = append(told, refs...) })
				}()
				for range 1000 {
					runtime.Gosched()
				}
			})
			_, err := tx.Put(Row{Chat: int64(round)})
			return err
		})
		<-watched
		if n := len(waiting) + len(told) - round; n != 1 || err != nil {
			t.Fatalf("round %d: heard of the row %d times: %v", round, n, err)
		}
	}
}

func TestOutboxListsOldestAcrossChats(t *testing.T) {
	s := mustOpen(t)
	for i := range 40 { // the later, the lower the chat
		mustPut(t, s, Row{Chat: int64(20 - i%20), Class: Bulk, NotBefore: at(2, 8), Message: say(fmt.Sprint(i))})
	}
	ref := outbox(t, s)[0]
	finish(t, s, claim(t, s, ref), Result{Fate: Retry, NotBefore: at(3, 8)})
	for limit, want := range map[int]int{-1: 0, 0: 0, 1: 1, 5: 5, 20: 20, 40: 40, 1000: 40} {
		before := commits(t, s)
		mustView(t, s, at(1, 9), func(tx *Snapshot) error {
			rows, err := tx.Outbox(limit)
			if len(rows) != want {
				t.Errorf("%d rows, want %d of %d", len(rows), want, limit)
			}
			for i, row := range rows {
				tried := row.Seq == ref.Seq
				if row.Message.Text != fmt.Sprint(i) || row.Chat != int64(20-i%20) || tried != row.NotBefore.Equal(at(3, 8)) || tried != (row.Tries == 1) {
					t.Errorf("%d of %d: %+v", i, limit, row)
				}
			}
			return err
		})
		if n := commits(t, s) - before; n != 0 {
			t.Errorf("listing cost %d commits", n)
		}
	}
}

// A row that cannot be read is listed without its words.
func TestOutboxListsWhatCannotBeRead(t *testing.T) {
	s := mustOpen(t)
	mustPut(t, s, Row{Chat: 1, Message: say("a")}, Row{Chat: 2, Message: say("b")})
	mustUpdate(t, s, at(1, 9), func(tx *Tx) error {
		return kv.PutRaw(tx, layout.BucketOutbox, layout.Key(int64(1), uint64(1)), []byte("{"))
	})
	mustView(t, s, at(1, 9), func(tx *Snapshot) error {
		rows, err := tx.Outbox(10)
		if len(rows) != 2 || rows[0].Chat != 1 || rows[0].Seq != 1 || rows[1].Message.Text != "b" {
			t.Errorf("rows %+v", rows)
		}
		return err
	})
}

func TestARowIsClaimedBeforeBulkAndReadBeforeReplies(t *testing.T) {
	s := mustOpen(t)
	mustPut(t, s, Row{Chat: 1, Message: say("đáp")}, Row{Chat: 2, Class: Bulk, Message: say("nhắc")})
	refs := outbox(t, s)
	before := commits(t, s)
	if row := claim(t, s, refs[0]); row.Claimed || row.Message.Text != "đáp" {
		t.Errorf("reply %+v", row)
	}
	if n := commits(t, s) - before; n != 0 {
		t.Errorf("a reply cost %d commits to read", n)
	}
	if row := claim(t, s, refs[1]); !row.Claimed || row.Tries != 1 {
		t.Errorf("bulk %+v", row)
	}
	if n := commits(t, s) - before; n != 1 {
		t.Errorf("a reminder cost %d commits to claim", n)
	}
	if _, ok, err := s.Claim(at(1, 9), Ref{Chat: 9, Seq: 9}); ok || err != nil {
		t.Errorf("claimed what is not there: %v", err)
	}
}

func TestFates(t *testing.T) {
	later := at(1, 10)
	for name, test := range map[string]struct {
		results []Result
		waits   bool
		fate    Fate // of bulk, and of a reply if it does not wait for ever
	}{
		"sent":              {[]Result{{Fate: Sent, Message: 4}}, false, Sent},
		"refused":           {[]Result{{Fate: Refused, Why: "no"}}, false, Refused},
		"retry":             {[]Result{{Fate: Retry, NotBefore: later}, {Fate: Retry, NotBefore: later}}, true, ""},
		"retry, sent":       {[]Result{{Fate: Retry, NotBefore: later}, {Fate: Sent}}, false, Sent},
		"doubt":             {[]Result{{Fate: Doubt, NotBefore: later}}, true, ""},
		"doubt, sent":       {[]Result{{Fate: Doubt, NotBefore: later}, {Fate: Sent}}, false, Sent},
		"doubt twice":       {[]Result{{Fate: Doubt}, {Fate: Retry}, {Fate: Doubt}}, false, Unsure},
		"dropped by sender": {[]Result{{Fate: Dropped}}, false, Dropped},
	} {
		for _, class := range []Class{Reply, Bulk} {
			t.Run(name+" "+string(class), func(t *testing.T) {
				s := mustOpen(t)
				mustPut(t, s, Row{Chat: 1, Key: "k", Class: class})
				for _, r := range test.results {
					finish(t, s, claim(t, s, outbox(t, s)[0]), r)
				}
				fate, waits := test.fate, test.waits
				if fate == Unsure && class == Reply { // which is sent until it certainly arrived
					fate, waits = "", true
				}
				d, _ := delivery(t, s, "k")
				if d.Fate != fate {
					t.Errorf("fate %q, want %q", d.Fate, fate)
				}
				refs := outbox(t, s)
				if len(refs) == 1 != waits {
					t.Fatalf("waiting: %+v", refs)
				}
				doubtful := class == Bulk && test.results[0].Fate == Doubt // holds nobody up
				if test.waits && (!refs[0].NotBefore.Equal(later) || refs[0].Tried == doubtful) {
					t.Errorf("waiting as %+v", refs[0])
				}
			})
		}
	}
}

func TestALongTriedRowHoldsNobodyUp(t *testing.T) {
	s := mustOpen(t)
	mustPut(t, s, Row{Chat: 1})
	for range patience {
		finish(t, s, claim(t, s, outbox(t, s)[0]), Result{Fate: Retry})
	}
	if refs := outbox(t, s); refs[0].Tried {
		t.Errorf("%+v", refs)
	}
}

func TestGoneMarksTheMember(t *testing.T) {
	s := mustOpen(t)
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error { return tx.PutMember(report.Member{ID: 1}) })
	mustPut(t, s, Row{Chat: 1}, Row{Chat: 2})
	for _, ref := range outbox(t, s) { // 2 is no member: nothing to mark
		finish(t, s, claim(t, s, ref), Result{Fate: Refused, Gone: true, Why: "blocked"})
	}
	mustView(t, s, at(1, 9), func(tx *Snapshot) error {
		m, err := tx.Member(1)
		if !m.Unreachable.Equal(at(1, 9)) || m.Why != "blocked" {
			t.Errorf("member %+v", m)
		}
		return err
	})
}

func TestFloodIsStoredInWholeSecondsUp(t *testing.T) {
	s := mustOpen(t)
	if until, err := s.Flood(at(1, 9)); err != nil || until.After(time.Unix(0, 0)) {
		t.Errorf("flood until %v, %v", until, err)
	}
	mustPut(t, s, Row{Chat: 1})
	until := at(1, 10).Add(300 * time.Millisecond)
	finish(t, s, claim(t, s, outbox(t, s)[0]), Result{Fate: Retry, BotUntil: until})
	if got, err := s.Flood(at(1, 9)); err != nil || got.Before(until) || got.Sub(until) > time.Second {
		t.Errorf("flood until %v, want %v: %v", got, until, err)
	}
	if got, err := s.Flood(at(1, 8)); err != nil || !got.IsZero() {
		t.Errorf("by a clock that was set back flood until %v, %v", got, err)
	}
}

// What was to be tried again is, soon, by a clock that was set back; and what was
// put to be sent at a time is sent then.
func TestWaitsOfAClockThatWasWrong(t *testing.T) {
	for name, test := range map[string]struct {
		made, notBefore, now, want time.Time
	}{
		"right":             {at(1, 9), at(1, 9).Add(time.Minute), at(1, 9), at(1, 9).Add(time.Minute)},
		"due":               {at(1, 9), at(1, 9).Add(time.Minute), at(1, 10), at(1, 10)},
		"set back":          {at(2, 9), at(2, 9).Add(time.Minute), at(1, 9), at(1, 9)},
		"set back, older":   {at(1, 8), at(2, 9).Add(time.Minute), at(1, 9), at(1, 10)},
		"set back a little": {at(1, 8), at(1, 9).Add(time.Hour), at(1, 9), at(1, 10)},
	} {
		if got := test.now.Add(Rest(test.notBefore, test.made, test.now)); !got.Equal(test.want) {
			t.Errorf("%s: tried again at %v, want %v", name, got, test.want)
		}
	}
	s := mustOpen(t)
	mustPut(t, s, Row{Chat: 1, NotBefore: at(3, 7)}, Row{Chat: 2})
	refs := outbox(t, s)
	finish(t, s, claim(t, s, refs[1]), Result{Fate: Retry, NotBefore: at(2, 7)})
	waiting, err := s.Watch(at(1, 7), func([]Ref) {})
	if err != nil || len(waiting) != 2 || !waiting[0].NotBefore.Equal(at(3, 7)) || waiting[1].NotBefore.After(at(1, 8)) {
		t.Errorf("%+v, %v", waiting, err)
	}
}

func TestFinishAllIsOneCommit(t *testing.T) {
	s := mustOpen(t)
	mustPut(t, s, Row{Chat: 1}, Row{Chat: 2}, Row{Chat: 3, Way: Answer})
	var rows []Row
	for _, ref := range outbox(t, s) {
		rows = append(rows, claim(t, s, ref))
	}
	before := commits(t, s)
	if err := s.FinishAll(at(1, 9), rows, []Result{{Fate: Sent}, {Fate: Retry}, {Fate: Sent}}, true, nil); err != nil {
		t.Fatal(err)
	}
	if n := commits(t, s) - before; n != 1 {
		t.Errorf("%d commits", n)
	}
	if refs := outbox(t, s); len(refs) != 1 || refs[0].Chat != 2 {
		t.Errorf("left %+v", refs)
	}
}

// A crash leaves reminders claimed: each counts as one doubtful try. Replies
// are just sent again. What cannot be read keeps nobody from starting.
func TestRescue(t *testing.T) {
	s := mustOpen(t)
	mustPut(t, s, Row{Chat: 1, Class: Bulk, Key: "a"}, Row{Chat: 2, Class: Bulk, Key: "b"}, Row{Chat: 3, Key: "c"})
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error {
		return kv.PutRaw(tx, layout.BucketOutbox, layout.Key(int64(4), uint64(9)), []byte("{"))
	})
	refs := outbox(t, s)
	for range 2 {
		claim(t, s, refs[0])
		claim(t, s, refs[2])
		if err := s.Rescue(at(1, 9)); err != nil {
			t.Fatal(err)
		}
	}
	for k, want := range map[string]Fate{"a": Unsure, "b": "", "c": ""} {
		if d, ok := delivery(t, s, k); d.Fate != want || !ok {
			t.Errorf("%s is %q, want %q", k, d.Fate, want)
		}
	}
	refs = outbox(t, s)
	if len(refs) != 3 || refs[2].Chat != 4 {
		t.Fatalf("left %+v", refs)
	}
	if _, _, err := s.Claim(at(1, 9), refs[2]); err == nil || isCommitError(err) {
		t.Errorf("claiming what cannot be read: %v", err)
	}
	for range 2 {
		if err := s.Discard(at(1, 9), refs[2], "damaged"); err != nil {
			t.Fatal(err)
		}
	}
	if d := depths(t, s); d.Outbox != 2 || d.Dead != 1 {
		t.Errorf("%+v", d)
	}
}

func TestEditsOfWhatIsUnsentRewriteIt(t *testing.T) {
	s := mustOpen(t)
	file := &chat.Attachment{Name: "a.png"}
	mustPut(t, s, Row{Chat: 1, Key: "menu", Message: chat.Message{Text: "1", File: file}}, Row{Chat: 1, Message: say("khác")})
	mustEdit(t, s, Row{Chat: 1, TargetKey: "menu", Message: say("2")})
	mustEdit(t, s, Row{Chat: 1, TargetKey: "menu", Message: say("3")})
	mustEdit(t, s, Row{Chat: 2, TargetKey: "menu", Message: say("another chat's")})
	refs := outbox(t, s)
	if len(refs) != 3 {
		t.Fatalf("%+v", refs)
	}
	if row := claim(t, s, refs[0]); row.Way != Send || row.Message.Text != "3" || row.Message.File == nil {
		t.Errorf("row is %+v", row)
	}
}

func TestEditsOfWhatWasSentMerge(t *testing.T) {
	s := mustOpen(t)
	mustEdit(t, s, Row{Chat: 1, Target: 5, Message: say("1")})
	mustEdit(t, s, Row{Chat: 1, Target: 6, Message: say("other")})
	mustPut(t, s, Row{Chat: 1, Way: Answer, Target: 5})
	mustEdit(t, s, Row{Chat: 1, Target: 5, Message: say("2")})
	refs := outbox(t, s)
	if len(refs) != 3 {
		t.Fatalf("%+v", refs)
	}
	if row := claim(t, s, refs[0]); row.Way != Edit || row.Message.Text != "2" {
		t.Errorf("row is %+v", row)
	}
}

// A reminder is not rewritten: it may be claimed, and is what it was.
func TestBulkIsNotRewritten(t *testing.T) {
	s := mustOpen(t)
	mustPut(t, s, Row{Chat: 1, Key: "r", Class: Bulk, Message: say("nhắc")})
	mustEdit(t, s, Row{Chat: 1, TargetKey: "r", Message: say("đã nhận")})
	if refs := outbox(t, s); len(refs) != 2 {
		t.Fatalf("%+v", refs)
	}
}

// Rewritten between Claim and Finish: the row goes on as an edit of what was
// sent, and later edits still find it.
func TestRewrittenWhileUnderWay(t *testing.T) {
	s := mustOpen(t)
	mustPut(t, s, Row{Chat: 1, Key: "menu", Message: say("1")})
	sent := claim(t, s, outbox(t, s)[0])
	mustEdit(t, s, Row{Chat: 1, TargetKey: "menu", Message: say("2")})
	finish(t, s, sent, Result{Fate: Sent, Message: 44})
	mustEdit(t, s, Row{Chat: 1, TargetKey: "menu", Message: say("3")})
	refs := outbox(t, s)
	if len(refs) != 1 {
		t.Fatalf("%+v", refs)
	}
	row := claim(t, s, refs[0])
	if row.Way != Edit || row.Target != 44 || row.Message.Text != "3" {
		t.Errorf("row is %+v", row)
	}
	if d, _ := delivery(t, s, "menu"); d.Fate != Sent || d.Message != 44 {
		t.Errorf("delivery %+v", d)
	}
	finish(t, s, row, Result{Fate: Sent, Message: 45}) // could not be edited, was sent anew
	if d, _ := delivery(t, s, "menu"); d.Message != 45 {
		t.Errorf("delivery %+v: later edits go to the old message", d)
	}
}

func TestRewrittenWhileRefused(t *testing.T) {
	for name, test := range map[string]struct {
		result Result
		left   int
	}{
		"the words": {Result{Fate: Refused, Why: "message is too long"}, 1},
		"for good":  {Result{Fate: Refused, Gone: true}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			s := mustOpen(t)
			mustPut(t, s, Row{Chat: 1, Key: "menu", Message: say("1")})
			sent := claim(t, s, outbox(t, s)[0])
			mustEdit(t, s, Row{Chat: 1, TargetKey: "menu", Message: say("2")})
			finish(t, s, sent, test.result)
			refs := outbox(t, s)
			if len(refs) != test.left {
				t.Fatalf("left %+v", refs)
			}
			if test.left == 1 {
				if row := claim(t, s, refs[0]); row.Way != Send || row.Message.Text != "2" || row.Key != "menu" {
					t.Errorf("row is %+v", row)
				}
			}
		})
	}
}

func TestGuardOfAMember(t *testing.T) {
	post := report.Post{Role: report.Focal, Unit: "PT01"}
	for name, test := range map[string]struct {
		member *report.Member
		goes   bool
	}{
		"still":     {&report.Member{ID: 1, Posts: []report.Post{{Role: report.Focal, Unit: "PT01", Deputy: true}}}, true},
		"not there": {&report.Member{ID: 1, Posts: []report.Post{{Role: report.Focal, Unit: "PT02"}}}, false},
		"removed":   {nil, false},
	} {
		for _, class := range []Class{Reply, Bulk} {
			t.Run(fmt.Sprint(name, " ", class), func(t *testing.T) {
				s := mustOpen(t)
				if test.member != nil {
					mustUpdate(t, s, at(1, 8), func(tx *Tx) error { return tx.PutMember(*test.member) })
				}
				mustPut(t, s, Row{Chat: 1, Key: "r", Class: class, Guard: &Guard{Member: 1, Posts: []report.Post{post}}})
				_, ok, err := s.Claim(at(1, 9), outbox(t, s)[0])
				if ok != test.goes || err != nil {
					t.Errorf("let go: %v, %v", ok, err)
				}
				if _, known := delivery(t, s, "r"); known != test.goes {
					t.Errorf("key known: %v", known)
				}
			})
		}
	}
}

// A failing Update around Put leaves neither row nor key.
func TestPutIsUndone(t *testing.T) {
	s := mustOpen(t)
	odd := errors.New("odd")
	err := s.Update(at(1, 8), func(tx *Tx) error {
		if _, err := tx.Put(Row{Chat: 1, Key: "k"}); err != nil {
			return err
		}
		return odd
	})
	if !errors.Is(err, odd) {
		t.Error(err)
	}
	if _, known := delivery(t, s, "k"); known || len(outbox(t, s)) != 0 {
		t.Error("something is left")
	}
}

// An edit looks for the message that it is of among all that waits in the chat, and takes
// apart only that one: of many cards that are edited together each would read all others.
func TestAnEditTakesApartOnlyItsMessage(t *testing.T) {
	cost := func(waiting int) float64 {
		s := mustOpen(t)
		for i := range waiting {
			mustPut(t, s, Row{Chat: 1, Key: fmt.Sprint("card/", i), Message: say("thẻ")})
		}
		return testing.AllocsPerRun(5, func() {
			err := s.Update(at(2, 8), func(tx *Tx) error { return tx.PutEdit(Row{Chat: 1, TargetKey: "card/1", Message: say("đã xem")}) })
			if err != nil {
				t.Fatal(err)
			}
		})
	}
	if few, many := cost(10), cost(300); many > few+150 {
		t.Errorf("%.0f allocations with 300 messages waiting, %.0f with 10", many, few)
	}
}
