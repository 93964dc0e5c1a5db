package storage

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"guongsang/internal/report"
	"guongsang/storage/layout"
)

// fail lets the only waiting row fail whenever its turn comes, until it waits no
// more or until the end, and returns when it was tried.
func fail(t *testing.T, s *Store, from time.Time, result Result, end time.Duration) (at []time.Duration) {
	t.Helper()
	for now := from; now.Sub(from) <= end; {
		var rows []Row
		mustView(t, s, now, func(tx *Snapshot) (err error) { rows, err = tx.Outbox(1); return err })
		if len(rows) == 0 {
			return at
		}
		if now.Before(rows[0].NotBefore) {
			now = rows[0].NotBefore
			continue
		}
		at = append(at, now.Sub(from))
		row, ok, err := s.Claim(now, rows[0].ref())
		if err != nil || !ok {
			t.Fatal(ok, err)
		}
		if err := s.FinishAll(now, []Row{row}, []Result{result}, true, nil); err != nil {
			t.Fatal(err)
		}
	}
	return at
}

// How often each kind of row is tried, and what comes after.
func TestHowOftenRowsAreTried(t *testing.T) {
	for name, test := range map[string]struct {
		row         Row
		result      Result
		fate        Fate // "": it still waits
		least, most int
	}{
		"reply, doubt":                     {Row{}, Result{Fate: Doubt}, GivenUp, 60, 120},
		"reply, retry":                     {Row{}, Result{Fate: Retry}, GivenUp, 60, 120},
		"edit, doubt":                      {Row{Way: Edit, Target: 4}, Result{Fate: Doubt}, GivenUp, 60, 120},
		"reminder, doubt":                  {Row{Class: Bulk}, Result{Fate: Doubt}, Unsure, 2, 2},
		"reminder, retry":                  {Row{Class: Bulk}, Result{Fate: Retry}, GivenUp, 60, 120},
		"reminder, doubt within an outage": {Row{Class: Bulk}, Result{Fate: Doubt, Blameless: true}, Unsure, 2, 2},
	} {
		t.Run(name, func(t *testing.T) {
			s := mustOpen(t)
			mustUpdate(t, s, at(1, 8), func(tx *Tx) error {
				return tx.PutMember(report.Member{ID: 9, Posts: []report.Post{{Role: report.Admin}}})
			})
			test.row.Chat, test.row.Key = 1, "k"
			mustPut(t, s, test.row)
			times := fail(t, s, at(1, 9), test.result, 72*time.Hour)
			if d, _ := delivery(t, s, "k"); d.Fate != test.fate {
				t.Errorf("it is %q, want %q", d.Fate, test.fate)
			}
			if n := len(times); n < test.least || n > test.most {
				t.Errorf("%d tries, want %d to %d", n, test.least, test.most)
			}
			aside := 0
			if test.fate == GivenUp {
				aside = 1
				if last := times[len(times)-1]; last < 48*time.Hour || last > 49*time.Hour {
					t.Errorf("given up after %v", last)
				}
			}
			if d := depths(t, s); d.Dead != aside {
				t.Errorf("%d set aside, want %d", d.Dead, aside)
			}
			mustView(t, s, at(4, 9), func(tx *Snapshot) error {
				due, err := tx.DueAlarms()
				if len(due) != aside {
					t.Errorf("alarms %+v", due)
				}
				return err
			})
		})
	}
}

// What is the messenger's fault does not count, however long it lasts.
func TestWhatIsNotTheRowsFaultDoesNotCount(t *testing.T) {
	s := mustOpen(t)
	mustPut(t, s, Row{Chat: 1, Key: "k"})
	for day, result := range []Result{{Fate: Doubt}, {Fate: Doubt, Blameless: true}, {Fate: Doubt}} {
		fail(t, s, at(1+3*day, 9), result, 5*time.Minute)
	}
	if refs := outbox(t, s); len(refs) != 1 {
		t.Errorf("waiting: %+v", refs)
	}
	fail(t, s, at(10, 9), Result{Fate: Doubt}, 0)
	if d, _ := delivery(t, s, "k"); d.Fate != GivenUp {
		t.Errorf("after three days of its own it is %q", d.Fate)
	}
}

// At first soon, then ever more rarely, and never much later than the outage
// lasted.
func TestPausesOfARow(t *testing.T) {
	s := mustOpen(t)
	mustPut(t, s, Row{Chat: 1})
	times := fail(t, s, at(1, 9), Result{Fate: Doubt}, 47*time.Hour)
	if got := fmt.Sprint(times[:7]); got != "[0s 1s 3s 7s 15s 31s 1m3s]" {
		t.Errorf("tries at %s", got)
	}
	for i := 1; i < len(times); i++ {
		pause := times[i] - times[i-1]
		if pause > time.Hour || pause > max(time.Minute, times[i-1]/8) || i > 1 && pause < times[i-1]-times[i-2] {
			t.Errorf("pause of %v at %v", pause, times[i-1])
		}
	}
}

func TestWhatNobodyMissesAnyMore(t *testing.T) {
	made := at(1, 9)
	for _, test := range []struct {
		row  Row
		age  time.Duration
		want bool
	}{
		{Row{Way: Answer}, 150 * time.Second, false}, {Row{Way: Answer}, 151 * time.Second, true},
		{Row{Way: Act}, 5 * time.Second, false}, {Row{Way: Act}, 6 * time.Second, true},
		{Row{Way: Send, Class: Reply}, 1000 * time.Hour, false}, {Row{Way: Send, Class: Bulk}, 1000 * time.Hour, false},
	} {
		test.row.Made = made
		if got := test.row.Outlived(made.Add(test.age)); got != test.want {
			t.Errorf("%s after %v: %v", test.row.Way, test.age, got)
		}
	}
}

// saidTexts are what waits in a chat, in order.
func saidTexts(t *testing.T, s *Store, chat int64) string {
	t.Helper()
	var all []string
	mustView(t, s, at(1, 9), func(tx *Snapshot) error {
		rows, err := tx.Outbox(10_000)
		for _, r := range rows {
			if r.Chat == chat {
				all = append(all, r.Message.Text)
			}
		}
		return err
	})
	return strings.Join(all, " ")
}

// Equal answers are one, in the place of the last; what happens once, is
// guarded, has a file, or is somebody else's stays.
func TestEqualAnswersAreOne(t *testing.T) {
	s := mustOpen(t)
	var told []Ref
	if _, err := s.Watch(at(1, 9), func(refs []Ref) { told = append(told, refs...) }); err != nil {
		t.Fatal(err)
	}
	button := say("menu")
	mustPut(t, s,
		Row{Chat: 1, Message: say("a")}, Row{Chat: 1, Message: say("b")}, Row{Chat: 2, Message: say("a")},
		Row{Chat: 1, Message: say("a"), Key: "once"}, Row{Chat: 1, Message: say("a"), Guard: &Guard{Member: 1}},
		Row{Chat: 1, Message: say("a"), Class: Bulk}, Row{Chat: 1, Way: Answer, Query: "1", Message: say("a")},
		Row{Chat: 1, Message: button}, Row{Chat: 1, Message: say("a")}, Row{Chat: 1, Message: say("a")},
	)
	if got := saidTexts(t, s, 1); got != "b a a a a menu a" {
		t.Errorf("waiting: %s", got)
	}
	if got := saidTexts(t, s, 2); got != "a" {
		t.Errorf("waiting for another: %s", got)
	}
	gone := 0
	for _, r := range told {
		if r.Gone {
			gone++
		}
	}
	if gone != 2 {
		t.Errorf("told of %d that are gone, want 2", gone)
	}
}

// Beyond twenty, what only says where the conversation stands gives way, the
// oldest first and the newest never; what says something once stays.
func TestOnlySoManyAnswersWait(t *testing.T) {
	s := mustOpen(t)
	var questions, receipts, presses []Row
	for i := range 30 {
		questions = append(questions, Row{Chat: 1, Message: say(fmt.Sprint("q", i)), Passing: true, Asks: i == 2})
		if i == 20 {
			questions = append(questions, Row{Chat: 1, Message: say("receipt")})
		}
		receipts = append(receipts, Row{Chat: 1, Message: say(fmt.Sprint("receipt", i))})
		presses = append(presses, Row{Chat: 2, Way: Answer, Query: fmt.Sprint(i)})
	}
	mustPut(t, s, questions...)
	all := strings.Fields(saidTexts(t, s, 1))
	if len(all) != maxQueued || all[0] != "q11" || all[len(all)-1] != "q29" || !strings.Contains(strings.Join(all, " "), "receipt") {
		t.Errorf("waiting: %s", all)
	}
	mustPut(t, s, receipts...)
	if all = strings.Fields(saidTexts(t, s, 1)); len(all) != 32 || all[1] != "q29" {
		t.Errorf("%d waiting: %s", len(all), all)
	}
	for i := range 30 { // a notice says something, but is soon of no use to anybody
		presses = append(presses, Row{Chat: 3, Way: Answer, Query: fmt.Sprint(i), Message: say(fmt.Sprint("saved ", i))})
	}
	mustPut(t, s, presses...)
	n := map[int64]int{}
	for _, r := range outbox(t, s) {
		n[r.Chat]++
	}
	if n[2] != maxQueued || n[3] != maxQueued {
		t.Errorf("%d empty answers to presses wait, %d notices", n[2], n[3])
	}
}

// The question that a row put is put by the row that takes its place.
func TestTheQuestionMovesWithItsRow(t *testing.T) {
	s := mustOpen(t)
	mustPut(t, s, Row{Chat: 1, Message: say("Nơi ở?"), Passing: true, Asks: true})
	finish(t, s, claim(t, s, outbox(t, s)[0]), Result{Fate: Doubt})
	mustPut(t, s, Row{Chat: 1, Message: say("Nơi ở?"), Passing: true})
	mustView(t, s, at(1, 9), func(tx *Snapshot) error {
		rows, err := tx.Outbox(10)
		if len(rows) != 1 || !rows[0].Asks {
			t.Errorf("waiting: %+v", rows)
		}
		return err
	})
}

// Whether a text can be the answer to the open question.
func TestUnseenQuestions(t *testing.T) {
	unseen := func(t *testing.T, s *Store, item uint64, message int64) (unseen bool) {
		t.Helper()
		mustView(t, s, at(1, 9), func(tx *Snapshot) error {
			unseen = tx.Unseen(1, Said{Item: item, Message: message, At: at(1, 9)})
			return nil
		})
		return unseen
	}
	question := Row{Chat: 1, Message: say("Nơi ở?"), Asks: true}
	asked := func(t *testing.T, s *Store, results ...Result) Ref {
		t.Helper()
		mustPut(t, s, question)
		for _, r := range results {
			finish(t, s, claim(t, s, outbox(t, s)[0]), r)
		}
		if left := outbox(t, s); len(left) > 0 {
			return left[0]
		}
		return Ref{}
	}
	batch := func(t *testing.T, s *Store, b Batch) {
		t.Helper()
		_, err := s.PutBatch(at(1, 8), sent(1, 1, 7), nil, b)
		must(t, err)
	}
	for name, test := range map[string]struct {
		do   func(*testing.T, *Store)
		want bool
	}{
		"never asked":   {func(*testing.T, *Store) {}, false},
		"waits":         {func(t *testing.T, s *Store) { asked(t, s) }, true},
		"is on its way": {func(t *testing.T, s *Store) { claim(t, s, asked(t, s)) }, false},
		"takes long": {func(t *testing.T, s *Store) {
			_, _, err := s.Claim(at(1, 9).Add(-3*time.Second), asked(t, s))
			must(t, err)
		}, true},
		"did not leave":         {func(t *testing.T, s *Store) { ref := asked(t, s); claim(t, s, ref); s.Stayed(ref) }, true},
		"another did not leave": {func(t *testing.T, s *Store) { claim(t, s, asked(t, s)); s.Stayed(Ref{Chat: 1, Seq: 99}) }, false},
		"failed":                {func(t *testing.T, s *Store) { asked(t, s, Result{Fate: Retry}) }, true},
		"failed, is on its way": {func(t *testing.T, s *Store) { claim(t, s, asked(t, s, Result{Fate: Retry})) }, true},
		"in doubt":              {func(t *testing.T, s *Store) { asked(t, s, Result{Fate: Doubt}) }, true},
		"sent after the text":   {func(t *testing.T, s *Store) { asked(t, s, Result{Fate: Sent, Message: 101}) }, true},
		"sent before the text":  {func(t *testing.T, s *Store) { asked(t, s, Result{Fate: Doubt}, Result{Fate: Sent, Message: 99}) }, false},
		"refused":               {func(t *testing.T, s *Store) { asked(t, s, Result{Fate: Refused}) }, false},
		"put after the text came in": {func(t *testing.T, s *Store) {
			putUpdates(t, s, at(1, 8), 1, 2, 3, 4, 5, 6, 7)
			asked(t, s, Result{Fate: Sent, Message: 99})
		}, true},
		"on its way, the text came as ever": {func(t *testing.T, s *Store) { claim(t, s, asked(t, s)); batch(t, s, Batch{}) }, false},
		"on its way, the text came late":    {func(t *testing.T, s *Store) { claim(t, s, asked(t, s)); batch(t, s, Batch{Late: true}) }, true},
		"an older one failed": {func(t *testing.T, s *Store) {
			asked(t, s, Result{Fate: Retry})
			mustPut(t, s, Row{Chat: 1, Message: say("Tên?"), Asks: true})
			finish(t, s, claim(t, s, outbox(t, s)[1]), Result{Fate: Sent, Message: 99})
		}, false},
		"another's failed": {func(t *testing.T, s *Store) {
			mustPut(t, s, Row{Chat: 2, Message: say("a"), Asks: true}, question)
			refs := outbox(t, s)
			finish(t, s, claim(t, s, refs[0]), Result{Fate: Sent, Message: 99})
			finish(t, s, claim(t, s, refs[1]), Result{Fate: Retry})
		}, false},
	} {
		t.Run(name, func(t *testing.T) {
			s := mustOpen(t)
			test.do(t, s)
			if got := unseen(t, s, 7, 100); got != test.want {
				t.Errorf("unseen: %v", got)
			}
		})
	}
}

// After a kill nobody knows whether the question was seen, after a stop in order
// it was not: until it is sent (again) nothing answers it, and then what is later.
func TestUnseenAfterAnEnd(t *testing.T) {
	for _, killed := range []bool{false, true} {
		dir := t.TempDir()
		s := mustOpenAt(t, dir)
		mustPut(t, s, Row{Chat: 1, Message: say("Nơi ở?"), Asks: true})
		must(t, s.Close())
		if killed {
			must(t, os.WriteFile(filepath.Join(dir, "guongsang.lock"), nil, 0o600))
		}
		s = mustOpenAt(t, dir)
		unseen := func(message int64) (yes bool) {
			mustView(t, s, at(1, 9), func(tx *Snapshot) error { yes = tx.Unseen(1, Said{Item: 7, Message: message}); return nil })
			return yes
		}
		if !unseen(100) {
			t.Errorf("killed %v: waits, and counts as seen", killed)
		}
		finish(t, s, claim(t, s, outbox(t, s)[0]), Result{Fate: Sent, Message: 101})
		if !unseen(100) || unseen(102) {
			t.Errorf("killed %v: of what was said before and after it was sent unseen are %v, %v", killed, unseen(100), unseen(102))
		}
	}
}

// A question that came by changing an older message was there from when that was
// changed, whatever the numbers of messages say.
func TestUnseenQuestionThatIsAnEdit(t *testing.T) {
	s := mustOpen(t)
	mustPut(t, s, Row{Chat: 1, Way: Edit, Target: 40, Message: say("Nơi ở?"), Asks: true})
	finish(t, s, claim(t, s, outbox(t, s)[0]), Result{Fate: Sent, Message: 40, At: at(1, 9)})
	for late, want := range map[time.Duration]bool{-10 * time.Minute: true, -time.Second: true, 0: false, time.Second: false} {
		mustView(t, s, at(1, 10), func(tx *Snapshot) error {
			unseen := tx.Unseen(1, Said{Item: 7, Message: 100, At: at(1, 9).Add(late)})
			if unseen != want {
				t.Errorf("typed %v after it: unseen %v", late, unseen)
			}
			return nil
		})
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// The first alarm of its kind is told at once, the others of an hour together.
func TestAlarmsAreGathered(t *testing.T) {
	s := mustOpen(t)
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error {
		for id := range 2 {
			if err := tx.PutMember(report.Member{ID: int64(8 + id), Posts: []report.Post{{Role: report.Admin}}}); err != nil {
				return err
			}
		}
		return tx.PutMember(report.Member{ID: 7, Posts: []report.Post{{Role: report.Officer}}})
	})
	due := func(now time.Time) (all []Gathered) {
		t.Helper()
		mustView(t, s, now, func(tx *Snapshot) (err error) { all, err = tx.DueAlarms(); return err })
		return all
	}
	for i := range 300 {
		mustUpdate(t, s, at(1, 8).Add(time.Duration(i/100)*time.Second), func(tx *Tx) error { return tx.Alarm(AlarmLocked, "khóa") })
	}
	if got := saidTexts(t, s, 8) + saidTexts(t, s, 9) + saidTexts(t, s, 7); got != "khóakhóa" {
		t.Errorf("told %q", got)
	}
	if all := due(at(1, 9).Add(-time.Second)); len(all) != 0 {
		t.Errorf("due within the hour: %+v", all)
	}
	mustUpdate(t, s, at(1, 9), func(tx *Tx) error {
		if all, err := tx.DueAlarms(); err != nil || len(all) != 1 || all[0].Count != 299 || !all[0].Since.Equal(at(1, 8)) {
			t.Errorf("due after an hour: %+v, %v", all, err)
			return err
		}
		return tx.AlarmsTold([]Gathered{{Kind: AlarmLocked}})
	})
	mustUpdate(t, s, at(1, 9), func(tx *Tx) error { return tx.Alarm(AlarmLocked, "khóa") })
	if all := due(at(1, 9)); len(all) != 0 {
		t.Errorf("due again at once: %+v", all)
	}
	mustUpdate(t, s, at(1, 9), func(tx *Tx) error { return tx.Alarm(AlarmUnsent, "") })
	if all := due(at(1, 9)); len(all) != 2 { // what else is gathered goes along
		t.Errorf("one of another kind makes %+v due", all)
	}
	if all := due(at(1, 8)); len(all) != 2 {
		t.Errorf("after the clock was set back %+v is due", all)
	}
}

// A store of before has room for alarms and for questions.
func TestAddAlarms(t *testing.T) {
	dir := t.TempDir()
	s := mustOpenAt(t, dir)
	backTo(t, s, 8, layout.BucketAlarms, layout.BucketAsked)
	must(t, s.Close())
	s = mustOpenAt(t, dir)
	mustPut(t, s, Row{Chat: 1, Asks: true})
	mustUpdate(t, s, at(1, 9), func(tx *Tx) error { return tx.Alarm(AlarmUnsent, "") })
}
