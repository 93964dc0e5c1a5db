package scheduler

import (
	"strings"
	"testing"
	"time"

	"guongsang/internal/report"
	"guongsang/storage"
)

// ATTACKS 8: what was gathered is told once an hour, in one message that says
// how many of which.
func TestAlarmsAreToldByTheHour(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	h.Ladder.Before, h.Ladder.After, h.Ladder.Escalate = nil, nil, nil
	h.update(at(t, "2026-11-01 08:00"), func(tx *storage.Tx) error {
		return tx.PutMember(report.Member{ID: 9, Posts: []report.Post{{Role: report.Admin}}})
	})
	alarm := func(when string, kind storage.AlarmKind, text string, times int) {
		h.update(at(t, when), func(tx *storage.Tx) error {
			for range times {
				if err := tx.Alarm(kind, text); err != nil {
					return err
				}
			}
			return nil
		})
	}
	told := func(when string) (all []string) {
		h.Tick(at(t, when))
		for _, row := range h.send(at(t, when).Add(time.Second)) {
			all = append(all, row.Message.Text)
		}
		return all
	}
	alarm("2026-11-02 08:00", storage.AlarmLocked, "khóa", 300)
	if all := told("2026-11-02 08:01"); len(all) != 1 || all[0] != "khóa" {
		t.Errorf("at once: %q", all)
	}
	if all := told("2026-11-02 08:59"); len(all) != 0 {
		t.Errorf("within the hour: %q", all)
	}
	alarm("2026-11-02 08:59", storage.AlarmUnsent, "", 2)
	all := told("2026-11-02 09:00")
	if len(all) != 1 || !strings.Contains(all[0], "299 lần tài khoản bị tạm khóa") || !strings.Contains(all[0], "2 tin của bot không gửi đi được") {
		t.Errorf("after an hour: %q", all)
	}
	alarm("2026-11-02 09:10", storage.AlarmLocked, "khóa", 1)
	if all := told("2026-11-02 09:30"); len(all) != 0 {
		t.Errorf("in the next hour: %q", all)
	}
	if all := told("2026-11-02 10:00"); len(all) != 1 || !strings.Contains(all[0], "1 lần tài khoản bị tạm khóa") {
		t.Errorf("after the next hour: %q", all)
	}
	if all := told("2026-11-03 10:00"); len(all) != 0 {
		t.Errorf("later: %q", all)
	}
}
