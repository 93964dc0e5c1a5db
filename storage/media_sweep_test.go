package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// inHouse reports whether a file is there.
func inHouse(s *Store, hash string) bool {
	_, err := os.Stat(s.MediaPath(hash))
	return err == nil
}

func mustSweep(tb testing.TB, s *Store, now time.Time) Swept {
	tb.Helper()
	swept, err := s.SweepMedia(tb.Context(), now)
	if err != nil {
		tb.Fatal(err)
	}
	return swept
}

// Files that people sent go seven days after nothing refers to them any more,
// documents after thirty, each with its copy. (ATTACKS 6)
func TestUnusedMediaGo(t *testing.T) {
	s := mustOpen(t)
	used, dropped := mustMedia(t, s, "used", "in a draft"), mustMedia(t, s, "dropped", "in a draft that was dropped")
	if err := s.PutCopy(dropped, []byte("copy")); err != nil {
		t.Fatal(err)
	}
	made, err := s.PutMedia([]byte("a document"))
	if err != nil {
		t.Fatal(err)
	}
	var d report.Draft
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error {
		_, err := tx.NewDraft(report.Draft{By: 1, Content: report.Content{Media: []report.Media{{Unique: "used", Hash: used}}}})
		var errDropped error
		d, errDropped = tx.NewDraft(report.Draft{By: 1, Content: report.Content{Media: []report.Media{{Unique: "dropped", Hash: dropped}}}})
		return errors.Join(err, errDropped)
	})
	mustSweep(t, s, at(2, 3))
	mustUpdate(t, s, at(9, 8), func(tx *Tx) error { return tx.DeleteDraft(d) })
	for day, want := range []string{"", "", 9: "used dropped made", 15: "used dropped made", 16: "used made", 30: "used made", 31: "used"} {
		if want == "" {
			continue
		}
		mustSweep(t, s, at(1, 3).AddDate(0, 0, day))
		got := ""
		for _, f := range []struct{ name, hash string }{{"used", used}, {"dropped", dropped}, {"made", made}} {
			if inHouse(s, f.hash) {
				got += " " + f.name
			}
		}
		if got[1:] != want {
			t.Errorf("day %d: %s, want %s", day, got[1:], want)
		}
	}
	if _, err := os.Stat(s.CopyPath(dropped)); err == nil {
		t.Error("the copy stayed")
	}
	mustView(t, s, at(20, 8), func(tx *Snapshot) error {
		if hash := tx.MediaHash("dropped"); hash != "" {
			t.Error("the messenger's id of a deleted file is still known: it would not be fetched again")
		}
		return nil
	})
}

// A record that cannot be read may refer to anything: nothing is deleted.
func TestSweepStopsAtWhatCannotBeRead(t *testing.T) {
	s := mustOpen(t)
	hash := mustMedia(t, s, "u1", "a photo")
	mustSweep(t, s, at(1, 3))
	mustUpdate(t, s, at(2, 8), func(tx *Tx) error { return kv.PutRaw(tx, layout.BucketDrafts, layout.Key(1), []byte(`{"`)) })
	if _, err := s.SweepMedia(t.Context(), at(20, 3)); err == nil || !inHouse(s, hash) {
		t.Errorf("%v, there %t", err, inHouse(s, hash))
	}
}

// A sweep ends with the program, in the middle of its reading too.
func TestSweepEndsEarly(t *testing.T) {
	s := mustOpen(t)
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error {
		_, err := tx.NewDraft(report.Draft{By: 1})
		return err
	})
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := s.SweepMedia(ctx, at(1, 3)); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// A sweeping is a store in which files come and go, and records that refer to
// them, in any order, also while a sweep is under way.
type sweeping struct {
	*rapid.T
	s        *Store
	now      time.Time
	drafts   []report.Draft
	examples []report.Example
	rows     []Row
	fetches  []Fetch
}

func (w *sweeping) update(fn func(*Tx) error) {
	if err := w.s.Update(w.now, fn); err != nil {
		w.Fatal(err)
	}
}

// join is how a file joins a draft: by the messenger's id, with its hash if it
// is in the house.
func (w *sweeping) join(tx *Tx, unique string) report.Media {
	return report.Media{Unique: unique, Hash: tx.MediaHash(unique)}
}

// come brings a file into the house, as the fetcher does.
func (w *sweeping) come(unique string) {
	content := "content of " + unique[:1] // several ids, one content
	known := ""
	if err := w.s.look(func(tx *Snapshot) error { known = tx.MediaHash(unique); return nil }); err != nil {
		w.Fatal(err)
	}
	if known == "" {
		var err error
		if known, err = w.s.PutMedia([]byte(content)); err != nil {
			w.Fatal(err)
		}
	}
	w.update(func(tx *Tx) error { return tx.PutMedia(unique, known) })
}

// pick takes one of a list out of it.
func pick[T any](w *sweeping, list *[]T) (one T, ok bool) {
	if len(*list) == 0 {
		return one, false
	}
	i := rapid.IntRange(0, len(*list)-1).Draw(w.T, "which")
	one = (*list)[i]
	*list = slices.Delete(*list, i, i+1)
	return one, true
}

// step does one thing of those that happen.
func (w *sweeping) step() {
	unique := rapid.SampledFrom([]string{"a1", "a2", "b1", "b2", "c1", "d1"}).Draw(w.T, "file")
	switch rapid.IntRange(0, 10).Draw(w.T, "step") {
	case 0: // a draft with a file
		w.update(func(tx *Tx) error {
			d, err := tx.NewDraft(report.Draft{By: 1, Content: report.Content{Media: []report.Media{w.join(tx, unique)}}})
			w.drafts = append(w.drafts, d)
			return err
		})
		w.come(unique)
	case 1: // another file for a draft, which never arrives
		if d, ok := pick(w, &w.drafts); ok {
			w.update(func(tx *Tx) error {
				d.Content.Media = append(slices.Clone(d.Content.Media), w.join(tx, unique))
				return tx.JoinDraft(d)
			})
			w.drafts = append(w.drafts, d)
		}
	case 2: // thrown away
		if d, ok := pick(w, &w.drafts); ok {
			w.update(func(tx *Tx) error { return tx.DeleteDraft(d) })
		}
	case 3: // sent
		if d, ok := pick(w, &w.drafts); ok {
			w.update(func(tx *Tx) error {
				e, err := tx.NewExample(report.Example{Unit: "PT1", Periods: []report.Period{november}, Content: d.Content, Review: report.Received})
				w.examples = append(w.examples, e)
				return errors.Join(err, tx.SentDraft(d, e.Number))
			})
		}
	case 4: // amended, without its files
		if e, ok := pick(w, &w.examples); ok {
			w.update(func(tx *Tx) (err error) {
				e.Content.Media = nil
				e, err = tx.NewVersion(e)
				return err
			})
			w.examples = append(w.examples, e)
		}
	case 5: // opened again
		if e, ok := pick(w, &w.examples); ok {
			w.update(func(tx *Tx) error {
				d, err := tx.NewDraft(report.Draft{By: 1, Amends: e.Number, Content: e.Content})
				w.drafts = append(w.drafts, d)
				return err
			})
			w.examples = append(w.examples, e)
		}
	case 6: // a document is made and waits to be sent
		hash, err := w.s.PutMedia([]byte("document " + unique))
		if err != nil {
			w.Fatal(err)
		}
		w.update(func(tx *Tx) error {
			row := Row{Chat: 1, Message: chat.Message{File: &chat.Attachment{Hash: hash}}}
			_, err := tx.Put(row)
			rows, errRows := tx.Outbox(1000)
			w.rows = rows
			return errors.Join(err, errRows)
		})
	case 7: // and was sent
		if row, ok := pick(w, &w.rows); ok {
			w.update(func(tx *Tx) error { return kv.Delete(tx, layout.BucketOutbox, layout.Key(row.Chat, row.Seq)) })
		}
	case 8: // a file is asked for
		w.update(func(tx *Tx) error {
			err := tx.PutFetch(Fetch{Unique: unique})
			all, errAll := tx.Fetches()
			w.fetches = all
			return errors.Join(err, errAll)
		})
	case 9: // and comes
		if f, ok := pick(w, &w.fetches); ok {
			w.come(f.Unique)
			w.update(func(tx *Tx) error { return tx.DeleteFetch(f) })
		}
	case 10:
		w.now = w.now.AddDate(0, 0, rapid.IntRange(1, 20).Draw(w.T, "days"))
	}
}

// hold holds that whatever a record refers to is there.
func (w *sweeping) hold() {
	err := w.s.View(w.now, func(tx *Snapshot) error {
		var contents []report.Content
		drafts, err := kv.List[report.Draft](tx, layout.BucketDrafts, nil)
		for _, d := range drafts {
			contents = append(contents, d.Content)
		}
		versions, errVersions := kv.List[report.Example](tx, layout.BucketVersions, nil)
		examples, errExamples := kv.List[report.Example](tx, layout.BucketExamples, nil)
		for _, e := range append(versions, examples...) {
			contents = append(contents, e.Content)
		}
		for _, c := range contents {
			for _, m := range c.Media {
				for _, hash := range []string{m.Hash, tx.MediaHash(m.Unique)} {
					if hash != "" && !inHouse(w.s, hash) {
						return fmt.Errorf("%s is gone, and referred to by %+v", m.Unique, c)
					}
				}
			}
		}
		rows, errRows := tx.Outbox(1000)
		for _, row := range rows {
			if !inHouse(w.s, row.Message.File.Hash) {
				return fmt.Errorf("the file of row %d is gone", row.Seq)
			}
		}
		names, errNames := tx.MediaNames()
		for hash, uniques := range names {
			if !inHouse(w.s, hash) {
				return fmt.Errorf("%q are known and not there", uniques)
			}
		}
		return errors.Join(err, errVersions, errExamples, errRows, errNames)
	})
	if err != nil {
		w.Fatal(err)
	}
}

// Whatever happens, also while a sweep is under way, a file that something
// refers to is there; and what nothing refers to goes in the end.
func TestSweepKeepsWhatIsReferredTo(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		dir := quickDir(rt)
		defer os.RemoveAll(dir)
		s, err := Open(dir, testRules())
		if err != nil {
			rt.Fatal(err)
		}
		defer s.Close()
		s.file.NoSync = true
		w := &sweeping{T: rt, s: s, now: at(1, 8)}
		for range rapid.IntRange(1, 40).Draw(rt, "steps") {
			if !rapid.Bool().Draw(rt, "sweep") {
				w.step()
				continue
			}
			w.sweepAmid()
			w.hold()
		}
		for range 3 {
			w.now = w.now.AddDate(0, 0, 31)
			mustSweep(t, s, w.now)
		}
		w.hold()
		w.holdNothingUnused()
	})
}

// quickDir makes a folder, in memory where that is to be had: what is asked here
// is not asked of the disk, and there it would wait for it most of the time.
func quickDir(rt *rapid.T) string {
	dir, err := os.MkdirTemp("/dev/shm", "sweep")
	if err != nil {
		dir, err = os.MkdirTemp("", "sweep")
	}
	if err != nil {
		rt.Fatal(err)
	}
	return dir
}

// sweepAmid is SweepMedia, with other things done between its steps.
func (w *sweeping) sweepAmid() {
	amid := func() {
		for range rapid.IntRange(0, 2).Draw(w.T, "amid") {
			w.step()
		}
	}
	plan, err := w.s.planSweep(context.Background(), w.now)
	if err != nil {
		w.Fatal(err)
	}
	now := w.now
	amid()
	errMark := w.s.markUnused(now, plan.mark)
	amid()
	errUnmark := w.s.unmark(now, plan.unmark)
	amid()
	var swept Swept
	errDelete := w.s.deleteMedia(now, plan.due, plan, &swept)
	if err := errors.Join(errMark, errUnmark, errDelete); err != nil {
		w.Fatal(err)
	}
}

func (w *sweeping) holdNothingUnused() {
	left, err := w.s.mediaFiles()
	if err != nil {
		w.Fatal(err)
	}
	var used map[string]bool
	if err := w.s.View(w.now, func(tx *Snapshot) (err error) { used, err = tx.mediaInUse(context.Background()); return err }); err != nil {
		w.Fatal(err)
	}
	for hash := range left {
		if !used[hash] {
			w.Fatalf("%s stayed, and nothing refers to it", hash)
		}
	}
}
