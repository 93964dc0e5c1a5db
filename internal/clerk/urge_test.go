package clerk

import (
	"strings"
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/storage"
	"guongsang/storage/records"
)

// The urging letter asks for the reports before a working day, counted from the day
// on which it is made; while the deadline is still to come it asks for that.
func TestUrgingLetterHasADeadline(t *testing.T) {
	for _, c := range []struct {
		day  time.Time
		days int
		want string
	}{
		{time.Date(2026, 11, 23, 9, 0, 0, 0, hanoi), 5, "trước ngày 01 tháng 12 năm 2026."}, // 24/11 is a day off
		{time.Date(2026, 11, 25, 9, 0, 0, 0, hanoi), 3, "trước ngày 30 tháng 11 năm 2026."}, // over a week-end
		{time.Date(2026, 12, 29, 9, 0, 0, 0, hanoi), 5, "trước ngày 06 tháng 01 năm 2027."}, // 38 days late
		{time.Date(2026, 11, 20, 23, 59, 0, 0, hanoi), 5, "đúng thời hạn nêu trên."},
	} {
		r := newRoom(t, 3)
		r.Papers.UrgeDays = c.days
		files, err := r.Papers.Make(t.Context(), r.Store, c.day, Order{Kind: Urge, Period: november})
		if err != nil {
			t.Fatal(err)
		}
		said := strings.Join(readWord(t, files[0].Data).passages, "\n")
		if want := "1. Lựa chọn gương của tháng 11 năm 2026, gửi về " + office.Agency + " " + c.want; !strings.Contains(strings.ReplaceAll(said, "\u00A0", " "), want) {
			t.Errorf("made on %s, no %q in\n%s", c.day.Format(time.DateOnly), want, said)
		}
	}
}

// The list of those who have not sent says how often each was reminded and when last;
// what did not go out is no reminder, and of those who never connected it says nothing.
func TestListOfThoseMissingSaysHowOftenTheyWereReminded(t *testing.T) {
	r := newRoom(t, 2)
	r.update(func(tx *storage.Tx) error {
		if err := tx.PutMember(report.Member{ID: 7, Name: "Lò Thị Ví Dụ", Posts: []report.Post{{Role: report.Focal, Unit: "U01"}}}); err != nil {
			return err
		}
		for _, stage := range []string{"-5", "0", "+1"} {
			s := records.Stage{StageKey: records.StageKey{Period: november, Unit: "U01", Deadline: report.NewDate(2026, 11, 20), Stage: stage, Member: 7}}
			if stage == "+1" {
				s.Note = "missed"
			} else {
				s.Row = s.RowKey()
				if _, err := tx.Put(storage.Row{Chat: 7, Key: s.Row, Message: chat.Message{Text: "Nhắc"}}); err != nil {
					return err
				}
			}
			if err := tx.PutStage(s); err != nil {
				return err
			}
		}
		return nil
	})
	r.sent()
	files, err := r.Papers.Make(t.Context(), r.Store, r.now, Order{Kind: Report, Period: november})
	if err != nil {
		t.Fatal(err)
	}
	read := readWord(t, files[0].Data)
	said := strings.Join(strings.Fields(strings.Join(append(read.passages, read.lines...), " ")), " ")
	for _, want := range []string{"1 Đơn vị Ví Dụ số 1 Khối 1 2 25/11/2026", "1 Đơn vị Ví Dụ số 2 Khối 1"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
	if strings.Contains(said, "Chưa có") {
		t.Errorf("says of who never connected that nobody reminded them:\n%s", said)
	}
}
