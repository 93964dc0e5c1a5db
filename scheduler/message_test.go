package scheduler

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// rows ticks, lets everything leave and gives what each person got.
func (h *house) rows(when string) map[int64]chat.Message {
	h.t.Helper()
	now := at(h.t, when)
	h.Tick(now)
	got := map[int64]chat.Message{}
	for _, row := range h.send(now) {
		if row.Class != storage.Bulk {
			h.t.Errorf("%s is a %s", row.Key, row.Class)
		}
		got[row.Chat] = row.Message
	}
	return got
}

// What people read of a duty is seen from the day of the message: how many
// working days are left, whether it is the last, how many examples came.
func TestNoticesInWords(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	unit := func(code string) (u report.Unit) {
		u, _ = h.Store.Directory().Unit(code)
		return u
	}
	owing := func(code string, left int) texts.Owing {
		return texts.Owing{Unit: unit(code), Schedule: h.rules().Schedule(november), Need: 1, Left: left, Today: left == 0}
	}
	both := []texts.Owing{owing("PT1", -1), owing("PT2", -1)}
	reminder := func(o texts.Owing) chat.Message {
		return chat.Message{Title: texts.ReminderTitle([]texts.Owing{o}), Text: h.Office.Reminder([]texts.Owing{o})}
	}
	escalation := func(o texts.Owing) chat.Message {
		return chat.Message{Title: texts.EscalationTitle(), Text: h.Office.Escalation([]texts.Owing{o})}
	}
	whole := [][]chat.Button{{{Label: texts.ToWhole(november), Do: chat.Do(digest.VerbShow, november, digest.Gaps, 0)}}}
	for _, test := range []struct {
		when string
		want map[int64]chat.Message
	}{
		{"2026-11-13 08:00", map[int64]chat.Message{1: reminder(owing("PT1", 5)), 4: reminder(owing("PT2", 5))}},
		{"2026-11-18 16:00", map[int64]chat.Message{1: reminder(owing("PT1", 2)), 4: reminder(owing("PT2", 2))}},
		{"2026-11-19 07:45", nil},
		{"2026-11-20 08:00", map[int64]chat.Message{1: reminder(owing("PT1", 0)), 4: reminder(owing("PT2", 0))}},
		{"2026-11-23 08:00", map[int64]chat.Message{1: reminder(owing("PT1", -1)), 4: reminder(owing("PT2", -1))}},
		{"2026-11-26 08:00", map[int64]chat.Message{1: reminder(owing("PT1", -3)), 4: reminder(owing("PT2", -3))}},
		{"2026-11-27 08:00", map[int64]chat.Message{2: escalation(owing("PT1", -4))}},
		{"2026-11-30 08:00", map[int64]chat.Message{3: escalation(owing("PT1", -5))}},
		{"2026-12-01 08:00", map[int64]chat.Message{5: {Title: texts.BlockListTitle("K1"), Text: h.Office.BlockList(both, nil)}}},
		{"2026-12-02 08:00", map[int64]chat.Message{6: {Title: texts.AgencyListTitle(), Text: texts.AgencyList(both, nil)}}},
		{"2026-12-03 08:00", nil},
	} {
		got := h.rows(test.when)
		for id, m := range got {
			if id >= 5 && fmt.Sprint(m.Buttons) != fmt.Sprint(whole) {
				t.Errorf("at %s: a list does not lead to the whole of it: %v", test.when, m.Buttons)
			}
			m.Buttons = nil
			got[id] = m
		}
		if diff := cmp.Diff(fmt.Sprint(test.want), fmt.Sprint(got)); diff != "" {
			t.Errorf("at %s (-want +got)\n%s", test.when, diff)
		}
	}
}

// A unit that nobody can be reached in is on the officers' list, and an
// example that hangs is called back by its sender's button.
func TestOtherNoticesInWords(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	var e report.Example
	h.update(at(t, "2026-11-02 08:00"), func(tx *storage.Tx) (err error) {
		if err := tx.MarkGone(4, "blocked"); err != nil {
			return err
		}
		e, err = tx.NewExample(report.Example{
			Unit: "PT1", By: 1, Periods: []report.Period{november}, Received: tx.Now, Sent: tx.Now, Content: report.Content{Name: "Lò Văn A", Title: "Trả lại ví"},
		})
		e.Review, e.Due, e.RuleAt, e.Reason = report.Returned, report.NewDate(2026, 11, 12), tx.Now, "thiếu số liệu"
		return errors.Join(err, tx.PutExample(e))
	})
	u, _ := h.Store.Directory().Unit("PT2")
	lost := []texts.Owing{{Unit: u, Schedule: h.rules().Schedule(november), Need: 1, Left: 5, Contact: report.Unreachable}}
	hanging := func(day int) chat.Message {
		again := chat.Button{Label: texts.LabelHanging, Do: chat.Do(chat.VerbComplete, e.Number, e.Version)}
		return chat.Message{
			Title: texts.HangingTitle(e), Text: h.Office.Hanging(e, report.NewDate(2026, 11, day)), Buttons: [][]chat.Button{{again}},
		}
	}
	for _, test := range []struct {
		when string
		want map[int64]chat.Message
	}{
		{"2026-11-12 08:00", map[int64]chat.Message{1: hanging(12)}},
		{"2026-11-13 08:00", map[int64]chat.Message{1: hanging(13), 6: {Title: texts.LostListTitle(), Text: texts.LostList(lost)}}},
	} {
		if diff := cmp.Diff(fmt.Sprint(test.want), fmt.Sprint(h.rows(test.when))); diff != "" {
			t.Errorf("at %s (-want +got)\n%s", test.when, diff)
		}
	}
}

// A deadline that stays on a Sunday is past on Monday, although no working day
// lies between; on the Friday before it is the last working day.
func TestNoticesAroundADeadlineOnASunday(t *testing.T) {
	rules := standardRules()
	rules.Month.OnDayOff = report.Stay
	store, err := storage.Open(t.TempDir(), rules)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	h := newHouse(t, at(t, "2026-12-01 08:00"))
	h.Store, h.refs = store, nil
	h.watch()
	h.update(at(t, "2026-12-01 08:00"), func(tx *storage.Tx) error {
		err := tx.PutMember(report.Member{ID: 1, Posts: []report.Post{{Role: report.Focal, Unit: "PT1"}}})
		return errors.Join(err, tx.PutUnits([]report.Unit{{Code: "PT1", Name: "Trường Hoa Ban", Month: true}}))
	})
	u, _ := store.Directory().Unit("PT1")
	for _, test := range []struct {
		when string
		left int
	}{{"2026-12-18 08:00", 0}, {"2026-12-21 08:00", -1}} {
		o := []texts.Owing{{Unit: u, Schedule: rules.Schedule(december), Need: 1, Left: test.left}}
		if got := h.rows(test.when)[1]; got.Text != h.Office.Reminder(o) || got.Title != texts.ReminderTitle(o) {
			t.Errorf("at %s\n got %s\nwant %s", test.when, got.Text, h.Office.Reminder(o))
		}
	}
}

// The draft that a reminder offers to go on with is the newest of a unit of
// which it speaks.
func TestReminderOffersTheNewestDraft(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	h.update(at(t, "2026-11-02 08:00"), func(tx *storage.Tx) error {
		for _, unit := range []string{"PT1", "PT1", "PT2"} {
			if _, err := tx.NewDraft(report.Draft{By: 1, Unit: unit}); err != nil {
				return err
			}
		}
		return nil
	})
	got := h.rows("2026-11-13 08:00")
	if b := got[1].Buttons; len(b) != 3 || b[0][0].Do.String() != chat.Do(chat.VerbResume, 2).String() {
		t.Errorf("1 is offered %v", b)
	}
	if b := got[4].Buttons; len(b) != 2 {
		t.Errorf("4, who has no draft, is offered %v", b)
	}
}

// The dự phòng and the head, who are asked to help, can answer as the focal points
// do; only these can put it off.
func TestEscalationHasAnswers(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	for _, when := range []string{"2026-11-13 08:00", "2026-11-18 16:00", "2026-11-20 08:00", "2026-11-23 08:00", "2026-11-26 08:00"} {
		h.rows(when)
	}
	for i, when := range []string{"2026-11-27 08:00", "2026-11-30 08:00"} {
		id := int64(2 + i) // the dự phòng, then the head
		want := "[[{Gửi gương intro:PT1:2026-11} {Không phát sinh nil:PT1:2026-11}]]"
		if got := fmt.Sprint(h.rows(when)[id].Buttons); got != want {
			t.Errorf("on %s %d is offered %s", when, id, got)
		}
	}
}
