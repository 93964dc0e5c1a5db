package storage

import (
	"testing"
	"time"

	"guongsang/internal/report"
)

// watching is a store whose watcher has been told of nothing yet.
func watching(t *testing.T) (s *Store, told func() []Ref) {
	t.Helper()
	s = mustOpen(t)
	var refs []Ref
	if _, err := s.Watch(at(1, 9), func(put []Ref) { refs = append(refs, put...) }); err != nil {
		t.Fatal(err)
	}
	return s, func() []Ref {
		now := refs
		refs = nil
		return now
	}
}

// A row that is told of in the process that put it is claimed, finished, and
// checked against its guard just as one that is read again after a start.
func TestARowThatIsToldOf(t *testing.T) {
	for name, test := range map[string]struct {
		row  Row
		goes bool
	}{
		"reply":              {Row{Chat: 7, Message: say("a")}, true},
		"bulk":               {Row{Chat: 7, Class: Bulk, Message: say("a")}, true},
		"guarded reply":      {Row{Chat: 7, Message: say("a"), Guard: &Guard{Member: 7}}, false},
		"guarded bulk":       {Row{Chat: 7, Class: Bulk, Message: say("a"), Guard: &Guard{Member: 7}}, false},
		"reply with a key":   {Row{Chat: 7, Key: "k", Message: say("a")}, true},
		"notice of a press":  {Row{Chat: 7, Way: Answer, Query: "q"}, true},
		"that it is at work": {Row{Chat: 7, Way: Act}, true},
	} {
		t.Run(name, func(t *testing.T) {
			s, told := watching(t)
			mustPut(t, s, test.row)
			refs := told()
			if len(refs) != 1 || refs[0].Chat != 7 || refs[0].Seq == 0 || refs[0].Tried {
				t.Fatalf("told of %+v", refs)
			}
			row, ok, err := s.Claim(at(1, 9), refs[0])
			if ok != test.goes || err != nil {
				t.Fatalf("goes: %t, %v", ok, err)
			}
			if !ok {
				return
			}
			if row.Message.Text != test.row.Message.Text || row.Query != test.row.Query || row.Key != test.row.Key || !row.Made.Equal(at(1, 8)) {
				t.Errorf("claimed %+v", row)
			}
			if bulk := test.row.Class == Bulk; row.Claimed != bulk || row.Tries == 1 != bulk {
				t.Errorf("claimed as %+v", row)
			}
			finish(t, s, row, Result{Fate: Sent, Message: 4})
			if left := outbox(t, s); len(left) != 0 {
				t.Errorf("left: %+v", left)
			}
			if d, known := delivery(t, s, "k"); known != (row.Key == "k") || known && (d.Fate != Sent || d.Message != 4) {
				t.Errorf("delivery %t %+v", known, d)
			}
			if more := told(); len(more) != 0 {
				t.Errorf("told of %+v again", more)
			}
		})
	}
}

// That the bot is at work is shown now or never: nothing of it is stored.
func TestBeingAtWorkIsNotStored(t *testing.T) {
	s, told := watching(t)
	mustPut(t, s, Row{Chat: 7, Way: Act})
	if refs := told(); len(refs) != 1 || refs[0].Way != Act || refs[0].Class != Reply {
		t.Errorf("told of %+v", refs)
	}
	if left := outbox(t, s); len(left) != 0 {
		t.Errorf("stored: %+v", left)
	}
}

// Of a row that went out of the box while it was being sent nothing is noted.
func TestARowThatIsGoneBeforeItIsFinished(t *testing.T) {
	for _, class := range []Class{Bulk, Reply} {
		s, told := watching(t)
		mustPut(t, s, Row{Chat: 7, Class: class, Key: "k"})
		ref := told()[0]
		read := Ref{Chat: ref.Chat, Seq: ref.Seq, Class: class}
		row := claim(t, s, read)
		if err := s.Discard(at(1, 9), ref, "odd"); err != nil {
			t.Fatal(err)
		}
		finish(t, s, row, Result{Fate: Sent, Message: 4})
		if d, _ := delivery(t, s, "k"); d.Fate != "" || d.Message != 0 {
			t.Errorf("%s: delivery %+v", class, d)
		}
		finish(t, s, row, Result{Fate: Retry, NotBefore: at(2, 8)})
		if left := outbox(t, s); len(left) != 0 {
			t.Errorf("%s: it is back: %+v", class, left)
		}
	}
}

// A row that was rewritten while it was under way begins anew with its new
// words: earlier tries and doubts were about the old ones.
func TestARewrittenRowBeginsAnew(t *testing.T) {
	s := mustOpen(t)
	mustPut(t, s, Row{Chat: 1, Key: "menu", Message: say("1")})
	finish(t, s, claim(t, s, outbox(t, s)[0]), Result{Fate: Doubt})
	sent := claim(t, s, outbox(t, s)[0])
	mustEdit(t, s, Row{Chat: 1, TargetKey: "menu", Message: say("2")})
	finish(t, s, sent, Result{Fate: Sent, Message: 44})
	for try := range 3 { // a try that holds others up only after its first failure
		refs := outbox(t, s)
		if len(refs) != 1 || refs[0].Tried != (try > 0) {
			t.Fatalf("waiting: %+v", refs)
		}
		row := claim(t, s, refs[0])
		if row.Doubts != try || row.Tries != try {
			t.Errorf("try %d begins with %d doubts and %d tries", try, row.Doubts, row.Tries)
		}
		finish(t, s, row, Result{Fate: Doubt})
	}
	if d, _ := delivery(t, s, "menu"); d.Fate != Sent || d.Message != 44 {
		t.Errorf("delivery of what was sent first: %+v", d)
	}
}

// The record of what was sent under a key moves with the message, if it became
// another one.
func TestARecordMovesWithItsMessage(t *testing.T) {
	for became, want := range map[int64]int64{0: 44, 44: 44, 1: 1, 45: 45, -7: -7} {
		s := mustOpen(t)
		mustPut(t, s, Row{Chat: 1, Key: "menu"})
		finish(t, s, claim(t, s, outbox(t, s)[0]), Result{Fate: Sent, Message: 44})
		mustEdit(t, s, Row{Chat: 1, TargetKey: "menu", Target: 44})
		finish(t, s, claim(t, s, outbox(t, s)[0]), Result{Fate: Sent, Message: became})
		if d, _ := delivery(t, s, "menu"); d.Message != want || d.Fate != Sent {
			t.Errorf("the edit became %d: %+v", became, d)
		}
	}
	s := mustOpen(t) // an edit that was refused moves nothing
	mustPut(t, s, Row{Chat: 1, Key: "menu"})
	finish(t, s, claim(t, s, outbox(t, s)[0]), Result{Fate: Sent, Message: 44})
	mustEdit(t, s, Row{Chat: 1, TargetKey: "menu", Target: 44})
	finish(t, s, claim(t, s, outbox(t, s)[0]), Result{Fate: Refused, Message: 45})
	if d, _ := delivery(t, s, "menu"); d.Message != 44 {
		t.Errorf("a refused edit: %+v", d)
	}
}

// An edit of what has no record makes none.
func TestAnEditMakesNoRecord(t *testing.T) {
	s := mustOpen(t)
	mustEdit(t, s, Row{Chat: 1, TargetKey: "menu", Target: 44})
	finish(t, s, claim(t, s, outbox(t, s)[0]), Result{Fate: Sent, Message: 45})
	if d, known := delivery(t, s, "menu"); known {
		t.Errorf("made %+v", d)
	}
}

// The messenger's wait is kept in whole seconds, never shorter, and no longer
// than it must be.
func TestFloodIsRoundedUp(t *testing.T) {
	for extra, want := range map[time.Duration]time.Duration{0: 0, 1: time.Second, time.Second - 1: time.Second, time.Second: time.Second} {
		s := mustOpen(t)
		mustPut(t, s, Row{Chat: 1})
		finish(t, s, claim(t, s, outbox(t, s)[0]), Result{Fate: Retry, BotUntil: at(1, 10).Add(extra)})
		if got, err := s.Flood(at(1, 9)); err != nil || !got.Equal(at(1, 10).Add(want)) {
			t.Errorf("10:00 and %v is kept as %v, %v", extra, got, err)
		}
	}
}

// A few tries are waited for by what was said later, then no longer.
func TestAFewTriesHoldTheOthersUp(t *testing.T) {
	s := mustOpen(t)
	mustPut(t, s, Row{Chat: 1})
	for try := range 12 {
		if got, want := outbox(t, s)[0].Tried, try >= 1 && try < patience; got != want {
			t.Errorf("after %d tries others wait: %t", try, got)
		}
		finish(t, s, claim(t, s, outbox(t, s)[0]), Result{Fate: Retry})
	}
}

// A row put for later waits for its time by itself, holding nobody up, and is
// known by all that was said of it.
func TestWhatIsPutIsRead(t *testing.T) {
	s := mustOpen(t)
	put := Row{
		Chat: 7, Key: "k", Class: Bulk, Message: say("a"), NotBefore: at(2, 8),
		Guard: &Guard{Member: 7, Posts: []report.Post{{Role: report.Focal, Unit: "PT1"}}, Owed: []Owed{{"PT1", november}}, Until: at(2, 17)},
	}
	mustPut(t, s, put)
	mustView(t, s, at(1, 9), func(tx *Snapshot) error {
		rows, err := tx.Outbox(1)
		if err != nil || len(rows) != 1 {
			t.Fatal(rows, err)
		}
		g := rows[0].Guard
		if rows[0].Way != Send || !rows[0].NotBefore.Equal(at(2, 8)) || g == nil || g.Member != 7 || g.Posts[0].Unit != "PT1" || g.Owed[0].Period != november || !g.Until.Equal(at(2, 17)) {
			t.Errorf("read %+v with guard %+v", rows[0], g)
		}
		return nil
	})
}
