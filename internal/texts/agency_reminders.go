package texts

import (
	"fmt"
	"time"

	"guongsang/internal/report"
)

// RemindersTitle heads the reminders of a unit.
func RemindersTitle(u report.Unit) string { return "Nhật ký nhắc, " + u.Label() }

// Outcomes counts what became of reminders.
type Outcomes struct{ Sent, Delivered, Pressed int }

// RemindersSum answers at a glance whether a unit was reminded.
func RemindersSum(o Outcomes) string {
	if o.Sent == 0 {
		return "Trong 12 tháng qua chưa gửi lời nhắc nào cho đơn vị này."
	}
	return fmt.Sprintf("Trong 12 tháng qua: %s lời nhắc, Telegram đã nhận chuyển %s, người nhận đã bấm nút ở %s.", Number(o.Sent), Number(o.Delivered), Number(o.Pressed))
}

// A SentReminder is one line of the reminder log, with what became of it.
type SentReminder struct {
	At      time.Time
	To      string
	Left    bool // is no member any more
	Period  report.Period
	Stage   string
	Note    string // why it was not sent
	Fate    string // as the store calls it; "" while it waits
	Done    time.Time
	Pressed time.Time
}

// ReminderLine tells when who was reminded of what, and what became of it.
func (o Office) ReminderLine(r SentReminder) string {
	to := Person(r.To)
	if r.Left {
		to = "người đã thôi"
	}
	return fmt.Sprintf("• %s, %s, gửi %s: %s", o.Moment(r.At), lower(Stage(r.Stage))+", "+ShortPeriod(r.Period), to, o.fate(r))
}

// fate says what became of a reminder.
func (o Office) fate(r SentReminder) string {
	switch r.Note {
	case "merged":
		return "không gửi riêng, gộp vào lần nhắc sau."
	case "missed":
		return "không gửi, đã qua giờ nhắc."
	}
	said := map[string]string{
		"":         "đang chờ gửi",
		"sent":     "đã tới Telegram lúc " + o.Moment(r.Done),
		"refused":  "bị Telegram từ chối (người nhận chặn hoặc xóa tài khoản)",
		"unknown":  "không chắc đã tới, do mất mạng khi gửi",
		"given up": "không gửi được, đã báo quản trị",
	}[r.Fate]
	if !r.Pressed.IsZero() {
		said += "; đã bấm nút lúc " + o.Moment(r.Pressed)
	}
	return said + "."
}
