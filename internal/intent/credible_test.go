package intent

import (
	"slices"
	"testing"

	"guongsang/internal/report"
)

// TestToldIsNoRequest holds that what tells of a deed is not taken for what would lose it.
func TestToldIsNoRequest(t *testing.T) {
	for _, c := range []struct {
		open, text string
		not        []Intent
	}{
		{"-", "Kỳ này có anh Sa Văn Mong", []Intent{AskNil}},
		{"title", "Tháng này bản có điện", []Intent{AskNil}},
		{"-", "Cô Nga sắp nghỉ hưu vẫn cõng học sinh qua suối", []Intent{AskBegin, AskNil, AskSent}},
		{"-", "Quý 3 chi hội phụ nữ giúp 5 hộ làm nhà", []Intent{AskHelp, AskPeriod}},
		{"preview", "Tháng 10 cô còn hiến máu", []Intent{AskPeriod}},
		{"preview", "tháng trước cô còn cho gạo", []Intent{AskPeriod}},
		{"consent", "nhầm, bản Pa Thắng", []Intent{AskPeriod}},
		{"preview", "Tháng 10 cô giúp 5 em", []Intent{AskPeriod}},
		{"consent", "ảnh thì em gửi sau", []Intent{AskStop}},
		{"consent", "đúng, đăng đi em", []Intent{AskWithdraw, AskStop}},
		{"place", "bản Nà Chính Chính", []Intent{AskCorrect, AskStop, AskHelp}},
		{"place", "phum Nà Chính Chính", []Intent{AskCorrect, AskStop, AskHelp}},
		{"place", "thôn 2, xã Bản Gửi", []Intent{AskBegin, AskSent}},
		{"-", "32 trẻ ra lớp trong năm học 2025-2026", []Intent{AskRecord}},
	} {
		by := Speaker{Serves: true, Today: report.NewDate(2026, 11, 26)}.at(c.open)
		if m := Understand(by, c.text); slices.Contains(c.not, m.Intent) {
			t.Errorf("%s: %q: %s", c.open, c.text, m.Intent)
		}
	}
	told := "Hôm qua xuống xã nghe kể chị Lò Thị Xuân nhặt được ví trả lại người mất, giờ em đọc cho chị nghe các xã chưa có bài"
	if m := Understand(Speaker{Agency: true, Today: report.NewDate(2026, 11, 26)}, told); m.Intent != NoIntent {
		t.Errorf("%q: %s", told, m.Intent)
	}
	// and that what is meant so still is
	for _, c := range []struct {
		open, text string
		want       Intent
	}{
		{"preview", "tính cho tháng 10 nhé", AskPeriod},
		{"-", "tháng này trường em không có ai", AskNil},
		{"-", "em sắp nghỉ hưu, cô Hoa thay em làm đầu mối", AskHandover},
		{"reason", "em bấm nhầm", AskStop},
		{"-", "bài 57 đâu, mở ra xem", AskRecord},
	} {
		by := Speaker{Serves: true, Today: report.NewDate(2026, 11, 26)}.at(c.open)
		if m := Understand(by, c.text); m.Intent != c.want {
			t.Errorf("%s: %q: %s, want %s", c.open, c.text, m.Intent, c.want)
		}
	}
}
