package scheduler

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"guongsang/internal/report"
	"guongsang/storage"
)

// What nobody looked at for three working days is brought to the officers once a working
// day, all in one message, at the hour of reminders; it is counted in their digest.
func TestOverlooked(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-02 07:00"))
	send := func(when string, change func(tx *storage.Tx, e report.Example) error) {
		now := at(t, when)
		h.update(now, func(tx *storage.Tx) error {
			e, err := tx.NewExample(report.Example{
				Unit: "PT001", Periods: []report.Period{{Duty: report.Month, Year: 2026, Number: 11}}, Review: report.Received, Sent: now, Received: now,
				Content: report.Content{Name: "Lò Văn A", Title: "Giữ rừng"},
			})
			if err != nil || change == nil {
				return err
			}
			return change(tx, e)
		})
	}
	send("2026-11-02 08:00", nil)
	send("2026-11-02 09:00", nil)
	send("2026-11-04 09:00", nil)
	overlooked := func(when string) string {
		t.Helper()
		var said []string
		h.Tick(at(t, when))
		for _, row := range h.send(at(t, when)) {
			if strings.HasPrefix(row.Key, "overlooked/") {
				said = append(said, row.Key+" "+row.Message.Text)
			}
		}
		return strings.Join(said, "\n")
	}
	for _, test := range []struct {
		when string
		want int // examples that are told of to each officer; 0: nothing is said
	}{
		{"2026-11-04 09:00", 0}, {"2026-11-05 07:00", 0}, {"2026-11-05 09:00", 2}, {"2026-11-05 10:00", 0},
		{"2026-11-06 09:00", 2}, {"2026-11-07 09:00", 0}, {"2026-11-08 09:00", 0}, {"2026-11-09 09:00", 3}, {"2026-11-09 20:00", 0},
	} {
		got := overlooked(test.when)
		if n := strings.Count(got, "• G-2026-"); test.want == 0 && got != "" || test.want > 0 && (n == 0 || n%test.want != 0 || strings.Count(got, "overlooked/") != n/test.want) {
			t.Errorf("at %s:\n%s", test.when, got)
		}
	}
	for _, number := range []string{"G-2026-0001", "G-2026-0002", "G-2026-0003"} {
		h.update(at(t, "2026-11-09 21:00"), func(tx *storage.Tx) error {
			return tx.PutHandling(report.Handling{Number: number, Taken: report.Mark{By: 1, At: at(t, "2026-11-09 21:00")}})
		})
	}
	if got := overlooked("2026-11-10 09:00"); got != "" {
		t.Errorf("what was taken up is told of:\n%s", got)
	}
	err := h.Store.View(at(t, "2026-11-16 09:00"), func(tx *storage.Snapshot) error {
		m, err := h.digestMessage(tx, Digest{To: report.Officer}, report.Period{Duty: report.Month, Year: 2026, Number: 11})
		if !strings.Contains(m.Text, "chưa có ai xem: 3 gương") {
			t.Errorf("the digest says\n%s", m.Text)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// What officers will be told of what nobody looked at is foreseen as it comes, morning by
// morning; and so is what will be posted, each at its own time.
func TestOverlookedAndPostingsAhead(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-02 07:00"))
	h.Postings = func(tx *storage.Snapshot) ([]time.Time, error) {
		return []time.Time{at(t, "2026-11-07 10:00"), at(t, "2026-11-06 10:00"), at(t, "2026-11-07 10:00").UTC(), at(t, "2027-01-01 00:00")}, nil
	}
	for _, when := range []string{"2026-11-02 08:00", "2026-11-04 09:00"} {
		now := at(t, when)
		h.update(now, func(tx *storage.Tx) error {
			_, err := tx.NewExample(report.Example{Unit: "PT001", Review: report.Received, Sent: now, Received: now, Content: report.Content{Name: "Lò Văn A", Title: "Giữ rừng"}})
			return err
		})
	}
	foreseen := func(from string) string {
		t.Helper()
		moments, err := h.Ahead(at(t, from), at(t, "2026-11-10 12:00"))
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for _, m := range moments {
			if m.Kind == OverlookedTime || m.Kind == PostTime {
				lines = append(lines, fmt.Sprintf("%s %s %d", m.At.In(vietnam).Format("02/01 15:04"), m.Kind, m.Of))
			}
		}
		return strings.Join(lines, ", ")
	}
	want := "05/11 08:00 overlooked 1, 06/11 08:00 overlooked 1, 06/11 10:00 post 1, 07/11 10:00 post 2, 09/11 08:00 overlooked 2, 10/11 08:00 overlooked 2"
	if got := foreseen("2026-11-04 10:00"); got != want {
		t.Errorf("foreseen is %s, want %s", got, want)
	}
	for _, test := range []struct{ when, first string }{{"2026-11-05 07:59", "05/11 08:00"}, {"2026-11-05 08:00", "05/11 08:00"}, {"2026-11-05 09:30", "05/11 09:30"}} {
		if got := foreseen(test.when); !strings.HasPrefix(got, test.first+" overlooked") {
			t.Errorf("at %s is foreseen %s", test.when, got)
		}
	}
	h.Tick(at(t, "2026-11-05 09:30"))
	said := 0
	for _, row := range h.send(at(t, "2026-11-05 09:30")) {
		if strings.HasPrefix(row.Key, "overlooked/") {
			said++
		}
	}
	if said == 0 {
		t.Error("what was foreseen is not said")
	}
	if got := foreseen("2026-11-05 09:31"); !strings.HasPrefix(got, "06/11 08:00") {
		t.Errorf("after it was said is foreseen %s", got)
	}
}
