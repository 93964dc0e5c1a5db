package scheduler

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/report"
	"guongsang/storage"
)

// A register without people is gone through tick by tick like any other.
func TestNobodyIsThere(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	h.update(at(t, "2026-11-01 09:00"), func(tx *storage.Tx) (err error) {
		for id := range int64(6) {
			err = errors.Join(err, tx.DeleteMember(id+1))
		}
		return err
	})
	for _, when := range []string{"2026-11-13 08:00", "2026-11-13 08:01", "2026-11-20 08:00"} {
		h.want(h.look(when), "")
	}
	if len(h.lines) > 0 {
		t.Errorf("the log complains: %s", h.lines)
	}
	h.update(at(t, "2026-11-20 08:30"), func(tx *storage.Tx) error {
		return tx.PutMember(report.Member{ID: 9, Posts: []report.Post{{Role: report.Focal, Unit: "PT1"}}})
	})
	h.want(h.look("2026-11-20 08:31"), "remind/month/2026-11/2026-11-20/0/PT1/9")
}

// Of everything that was gathered the admins are told, each kind by its number.
func TestEachAlarmIsCounted(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	h.Ladder.Before = nil
	h.update(at(t, "2026-11-01 08:00"), func(tx *storage.Tx) error {
		err := tx.PutMember(report.Member{ID: 9, Posts: []report.Post{{Role: report.Admin}}})
		for n, kind := range []storage.AlarmKind{storage.AlarmLocked, storage.AlarmSetAside, storage.AlarmUnsent} {
			for range n + 2 {
				err = errors.Join(err, tx.Alarm(kind, ""))
			}
		}
		return err
	})
	h.update(at(t, "2026-11-01 09:00"), func(tx *storage.Tx) error { return tx.Alarm(storage.AlarmLocked, "") })
	h.Tick(at(t, "2026-11-01 10:00"))
	rows := h.send(at(t, "2026-11-01 10:00"))
	if len(rows) != 1 {
		t.Fatalf("%d messages", len(rows))
	}
	for _, want := range []string{"• 3 lần tài khoản bị tạm khóa", "• 3 tin gửi đến không xử lý được", "• 4 tin của bot không gửi đi được", "từ 08 giờ 00, 01/11/2026"} {
		if text := rows[0].Message.Text; !strings.Contains(text, want) {
			t.Errorf("%q lacks %q", text, want)
		}
	}
}

// Whoever cannot be told, because a record of theirs cannot be read, keeps
// nobody else's reminder back.
func TestOneReminderWithoutWords(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	h.update(at(t, "2026-11-02 08:00"), func(tx *storage.Tx) error {
		_, err := tx.NewDraft(report.Draft{By: 1, Unit: "PT1", Period: november})
		return err
	})
	h.garble("drafts")
	h.want(h.look("2026-11-13 08:00"), first4)
	if !contains(h.lines, "reminding 1") {
		t.Errorf("the log says %q", h.lines)
	}
	h.closed(func(tx *bolt.Tx) error {
		return errors.Join(emptied(tx, "drafts"), emptied(tx, "draftsby"))
	})
	h.want(h.look("2026-11-13 08:01"), first1) // which was left for later
}

// emptied takes all records of one kind out.
func emptied(tx *bolt.Tx, bucket string) error {
	if err := tx.DeleteBucket([]byte(bucket)); err != nil {
		return fmt.Errorf("emptying %s: %w", bucket, err)
	}
	_, err := tx.CreateBucket([]byte(bucket))
	return err
}

// The stages of a unit that has more time are foreseen from its first, which
// comes when others have been reminded for days.
func TestAheadOfAnExtension(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	h.update(at(t, "2026-11-02 08:00"), func(tx *storage.Tx) error {
		return tx.PutExtension(report.Extension{Period: november, Scope: report.Scope{Unit: "PT2"}, Deadline: report.NewDate(2026, 11, 27)})
	})
	h.want(h.ahead("2026-11-12 12:00", "2026-11-23 12:00"), strings.Join([]string{
		"13/11 08:00 remind 1p 1u",
		"18/11 08:00 remind 1p 1u",
		"19/11 08:00 remind 1p 1u", // the first of PT2
		"20/11 08:00 remind 1p 1u",
		"21/11 00:00 deadline 2026-11 2026-11-20 1u",
		"23/11 08:00 remind 1p 1u",
	}, "\n"))
}

// A deadline that holds for nobody is none.
func TestAheadWithoutDuties(t *testing.T) {
	for name, change := range map[string]func(*storage.Tx) error{
		"all are freed": func(tx *storage.Tx) error {
			return errors.Join(tx.PutPause(report.Pause{Period: november, Unit: "PT1"}), tx.PutPause(report.Pause{Period: november, Unit: "PT2"}))
		},
		"nobody has the duty": func(tx *storage.Tx) error {
			return tx.PutUnits([]report.Unit{{Code: "PT1", Block: "K1"}, {Code: "PT2", Block: "K1"}})
		},
	} {
		h := newHouse(t, at(t, "2026-11-01 08:00"))
		h.update(at(t, "2026-11-02 08:00"), change)
		moments, err := h.Ahead(at(t, "2026-11-02 09:00"), at(t, "2026-12-10 08:00"))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range moments {
			if m.Period == november {
				t.Errorf("%s: %s of %s at %s", name, m.Kind, m.Period, m.At.Format(time.DateTime))
			}
		}
	}
}
