package scheduler

import (
	"strings"
	"testing"

	"guongsang/internal/report"
	"guongsang/storage"
	"guongsang/storage/records"
)

// Each row is a story: a wish of the agency, the ticks after it, what is said at the
// last one.
func TestChase(t *testing.T) {
	all, one := report.Scope{}, report.Scope{Unit: "PT1"}
	both := "remind 1: PT1 2026-11 now/1794276000; remind 4: PT2 2026-11 now/1794276000"
	for _, tt := range []struct {
		name  string
		setup func(*testing.T, *world)
		wish  string
		scope report.Scope
		looks []string
		want  string
	}{
		{"before the ladder has begun", nil, "2026-11-10 09:00", all, []string{"2026-11-10 09:01"}, both},
		{"once", nil, "2026-11-10 09:00", all, []string{"2026-11-10 09:01", "2026-11-10 09:02"}, ""},
		{"one unit", nil, "2026-11-10 09:00", one, []string{"2026-11-10 09:01"}, "remind 1: PT1 2026-11 now/1794276000"},
		{"another block", nil, "2026-11-10 09:00", report.Scope{Block: "K2"}, []string{"2026-11-10 09:01"}, ""},
		{"who has sent", func(t *testing.T, w *world) { w.report("PT2", at(t, "2026-11-09 09:00"), november) },
			"2026-11-10 09:00", all, []string{"2026-11-10 09:01"}, "remind 1: PT1 2026-11 now/1794276000"},
		{"the dự phòng in place of a chính who cannot be reached", func(t *testing.T, w *world) { w.member(1).Unreachable = at(t, "2026-10-01 08:00") },
			"2026-11-10 09:00", one, []string{"2026-11-10 09:01"}, "remind 2: PT1 2026-11 now/1794276000"},
		{"nobody can be reached, and the officer is not told before the ladder begins",
			func(t *testing.T, w *world) { w.member(4).Unreachable = at(t, "2026-10-01 08:00") },
			"2026-11-10 09:00", report.Scope{Unit: "PT2"}, []string{"2026-11-10 09:01"}, ""},
		{"in the evening for the morning", nil, "2026-11-10 20:00", one, []string{"2026-11-10 20:01", "2026-11-11 07:30"}, "remind 1: PT1 2026-11 now/1794315600"},
		{"too long past", nil, "2026-11-10 09:00", all, []string{"2026-11-11 09:01"}, "missed 1: PT1 now/1794276000; missed 4: PT2 now/1794276000"},
		{"left out, for they were reminded a short while before", func(_ *testing.T, w *world) { w.lately = map[string]bool{"PT1": true} },
			"2026-11-10 09:00", all, []string{"2026-11-10 09:01"}, "remind 4: PT2 2026-11 now/1794276000"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(november)
			if tt.setup != nil {
				tt.setup(t, w)
			}
			w.chases = []records.Chase{{Period: november, Scope: tt.scope, At: at(t, tt.wish)}}
			got := ""
			for _, when := range tt.looks {
				got = w.look(at(t, when))
			}
			if got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// A stage of the ladder that comes at the same time is said once, with the wish.
func TestChaseAndLadderAreOneMessage(t *testing.T) {
	w := newWorld(november)
	w.chases = []records.Chase{{Period: november, Scope: report.Scope{Unit: "PT1"}, At: at(t, "2026-11-13 07:59")}}
	want := "remind 1: PT1 2026-11 -5; remind 4: PT2 2026-11 -5; merged 1: PT1 now/1794531540"
	if got := w.look(at(t, "2026-11-13 08:00")); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// On a real store: a wish reminds through outbox and log with a guard, leaves out who
// was reminded within four hours unless it says otherwise, and is over after a day.
func TestChaseInStore(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-09 08:00"))
	wish := func(when string, again bool) {
		t.Helper()
		h.update(at(t, when), func(tx *storage.Tx) error {
			return tx.PutChase(records.Chase{Period: november, By: 6, Again: again})
		})
	}
	count := func(when string, want int) {
		t.Helper()
		h.Tick(at(t, when))
		if rows := h.send(at(t, when)); len(rows) != want {
			t.Errorf("%s: %d reminders, want %d: %s", when, len(rows), want, keys(rows))
		} else if want > 0 && (rows[0].Guard == nil || len(rows[0].Guard.Owed) == 0 || len(rows[0].Guard.Stages) == 0) {
			t.Errorf("%s: unguarded %+v", when, rows[0])
		}
	}
	before := 2
	wish("2026-11-09 09:00", false)
	count("2026-11-09 09:00", before)
	wish("2026-11-09 11:00", false)
	count("2026-11-09 11:00", 0)
	wish("2026-11-09 11:01", true)
	count("2026-11-09 11:01", before)
	wish("2026-11-09 15:02", false)
	count("2026-11-09 15:02", before)
	h.Tick(at(t, "2026-11-11 08:00"))
	err := h.Store.View(at(t, "2026-11-11 08:00"), func(tx *storage.Snapshot) error {
		left, err := tx.Chases()
		if len(left) != 0 {
			t.Errorf("%d wishes are not over", len(left))
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// The officer is told once what came of a wish, when all of it is known: by units, in the
// message in which it was wished for. Where the wish is over before, with what is known.
func TestChaseOutcome(t *testing.T) {
	officer := report.Post{Role: report.Officer}
	wished := func(h *house) {
		h.update(at(t, "2026-11-09 09:00"), func(tx *storage.Tx) error {
			if err := tx.PutUnits([]report.Unit{{Code: "PT3", Name: "Trạm Y tế", Block: "K1", Month: true}}); err != nil {
				return err
			}
			return tx.PutChase(records.Chase{Period: november, By: 6, Tell: true, As: officer, Message: 70})
		})
	}
	told := func(h *house) (all []storage.Row) {
		err := h.Store.View(at(t, "2026-11-09 09:00"), func(tx *storage.Snapshot) error {
			rows, err := tx.Outbox(100)
			for _, row := range rows {
				if row.Chat == 6 && row.Way == storage.Edit {
					all = append(all, row)
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	t.Run("known", func(t *testing.T) {
		h := newHouse(t, at(t, "2026-11-09 08:00"))
		wished(h)
		h.Tick(at(t, "2026-11-09 09:01"))
		if rows := told(h); len(rows) != 0 {
			t.Errorf("told before it is known: %+v", rows)
		}
		h.send(at(t, "2026-11-09 09:01"))
		h.Tick(at(t, "2026-11-09 09:02"))
		rows := told(h)
		want := "Kết quả nhắc: tất cả đơn vị, tháng 11/2026.\n• Đã nhận được tin: 2 đơn vị\n• Chưa kết nối hoặc mất liên lạc, cần gọi (Danh sách gọi): 1 đơn vị"
		if len(rows) != 1 || rows[0].Message.Text != want || rows[0].Target != 70 || rows[0].Guard == nil || len(rows[0].Guard.Posts) != 1 {
			t.Fatalf("told is %+v", rows)
		}
		h.Tick(at(t, "2026-11-09 09:03"))
		h.Tick(at(t, "2026-11-10 09:03"))
		if rows := told(h); len(rows) != 1 {
			t.Errorf("told %d times", len(rows))
		}
	})
	t.Run("over", func(t *testing.T) {
		h := newHouse(t, at(t, "2026-11-09 08:00"))
		wished(h)
		h.Tick(at(t, "2026-11-09 09:01"))
		h.Tick(at(t, "2026-11-10 09:02"))
		if rows := told(h); len(rows) != 1 || !strings.Contains(rows[0].Message.Text, "• Tin còn chờ gửi: 2 đơn vị") {
			t.Errorf("when it is over is told %+v", rows)
		}
	})
	t.Run("nothing left", func(t *testing.T) {
		h := newHouse(t, at(t, "2026-11-09 08:00"))
		h.update(at(t, "2026-11-09 09:00"), func(tx *storage.Tx) error {
			if err := tx.PutNil(report.Filing{Period: november, Unit: "PT1", At: tx.Now}); err != nil {
				return err
			}
			return tx.PutChase(records.Chase{Period: november, Scope: report.Scope{Unit: "PT1"}, By: 6, Tell: true, As: officer, Message: 70})
		})
		h.Tick(at(t, "2026-11-09 09:01"))
		if rows := told(h); len(rows) != 1 || !strings.Contains(rows[0].Message.Text, "Không còn đơn vị nào cần nhắc") {
			t.Errorf("told is %+v", rows)
		}
	})
}
