package scheduler

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/report"
	"guongsang/storage"
)

// garble makes every record of one kind unreadable, as a damaged disk would.
func (h *house) garble(bucket string) {
	h.t.Helper()
	h.closed(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(bucket))
		var keys [][]byte
		if err := b.ForEach(func(k, _ []byte) error { keys = append(keys, k); return nil }); err != nil || len(keys) == 0 {
			return fmt.Errorf("%d records of %s: %w", len(keys), bucket, err)
		}
		for _, k := range keys {
			if err := b.Put(k, []byte(`{"`)); err != nil {
				return err
			}
		}
		return nil
	})
}

// What cannot be read is said in the log, the part of the tick that needs it
// sends nothing, and the other parts do their work; nor is a future foreseen
// from what cannot be read.
func TestWhatCannotBeReadStopsItsPartOnly(t *testing.T) {
	for bucket, silent := range map[string][]string{
		"members":    {"reminders", "digests", "pictures"},
		"extensions": {"reminders", "digests", "pictures"},
		"pauses":     {"reminders", "digests"},
		"examples":   {"reminders"},
		"filings":    {"reminders", "digests"},
		"drafts":     {"reminders"},
	} {
		h := newPaperHouse(t, "2026-11-01 08:00")
		h.Ladder.Before = []int{0}
		h.Picture = "board"
		h.Digests = []Digest{officerDigest("0 8 20 * *")}
		backups := 0
		h.Backup = Backup{When: mustSpec("0 8 * * *"), Make: func(context.Context, time.Time) error { backups++; return nil }}
		h.update(at(t, "2026-11-02 08:00"), func(tx *storage.Tx) error {
			e, err := tx.NewExample(report.Example{Unit: "PT1", By: 1, Periods: []report.Period{november}, Received: tx.Now, Sent: tx.Now})
			e.Review = report.Returned
			_, errDraft := tx.NewDraft(report.Draft{By: 4, Unit: "PT2", Period: november})
			return errors.Join(err, errDraft, tx.PutExample(e),
				tx.PutExtension(report.Extension{Period: november, Scope: report.Scope{Unit: "PT9"}, Deadline: report.NewDate(2026, 11, 27)}),
				tx.PutPause(report.Pause{Period: november, Unit: "PT9"}))
		})
		h.Tick(at(t, "2026-11-02 08:00"))
		if len(h.lines) > 0 {
			t.Fatalf("whole: the log complains: %s", h.lines)
		}
		h.garble(bucket)
		h.Tick(at(t, "2026-11-20 08:00"))
		for _, part := range []string{"reminders", "digests", "pictures", "backup", "housekeeping"} {
			if got, want := contains(h.lines, "part="+part+" "), slices.Contains(silent, part); got != want {
				t.Errorf("%s: %s complains: %t\n%s", bucket, part, got, strings.Join(h.lines, ""))
			}
		}
		for part, prefix := range map[string]string{"reminders": "remind/", "digests": "digest/", "pictures": "deadline/"} {
			if got, want := h.put(prefix), !slices.Contains(silent, part); got != want {
				t.Errorf("%s: something of the %s was put: %t", bucket, part, got)
			}
		}
		if backups != 1 {
			t.Errorf("%s: %d backups", bucket, backups)
		}
		if _, err := h.Ahead(at(t, "2026-11-19 08:00"), at(t, "2026-11-30 08:00")); err == nil && bucket != "drafts" { // it has no words
			t.Errorf("%s: a future is foreseen all the same", bucket)
		}
	}
}

// put reports whether a row or a document was put whose key begins so.
func (h *house) put(prefix string) (yes bool) {
	h.t.Helper()
	err := h.Store.View(time.Time{}, func(tx *storage.Snapshot) error {
		rows, err := tx.Outbox(1000)
		for _, row := range rows {
			yes = yes || strings.HasPrefix(row.Key, prefix)
		}
		jobs, errJobs := tx.Jobs()
		for _, j := range jobs {
			yes = yes || strings.HasPrefix(j.Key, prefix)
		}
		return errors.Join(err, errJobs)
	})
	if err != nil {
		h.t.Fatal(err)
	}
	return yes
}
