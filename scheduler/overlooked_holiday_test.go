package scheduler

import (
	"strings"
	"testing"

	"guongsang/internal/report"
	"guongsang/storage"
)

// A weekend and a public holiday between are no working days: what came on the Friday
// before 2 September is told of on the third working day after, and on no day off.
func TestOverlookedOverAHoliday(t *testing.T) {
	h := newHouse(t, at(t, "2026-08-28 07:00"))
	sent := at(t, "2026-08-28 09:00")
	h.update(sent, func(tx *storage.Tx) error {
		_, err := tx.NewExample(report.Example{
			Unit: "PT001", Periods: []report.Period{{Duty: report.Month, Year: 2026, Number: 8}}, Review: report.Received, Sent: sent, Received: sent,
			Content: report.Content{Name: "Lò Văn A", Title: "Giữ rừng"},
		})
		return err
	})
	var told []string
	for day := (report.Date{Year: 2026, Month: 8, Day: 29}); day.Before(report.Date{Year: 2026, Month: 9, Day: 8}); day = day.AddDays(1) {
		for _, hour := range []string{"07:00", "09:00", "15:00"} {
			when := at(t, day.String()+" "+hour)
			h.Tick(when)
			for _, row := range h.send(when) {
				if strings.HasPrefix(row.Key, "overlooked/") {
					told = append(told, day.String()+" "+hour)
				}
			}
		}
	}
	if got := strings.Join(told, ", "); got != "2026-09-07 09:00" {
		t.Errorf("told at %s", got)
	}
}
