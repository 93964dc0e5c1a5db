package intent

import "testing"

// What says that something is not to be done has the words of doing it, and must not
// lead to where that is done.
func TestKeeps(t *testing.T) {
	for text, want := range map[string]Intent{
		"đừng rút": SaysKeep, "ĐỪNG RÚT NỮA NHÉ": SaysKeep, "dung rut": SaysKeep, "không rút nữa": SaysKeep, "thôi ko rút nữa em ơi": SaysKeep,
		"khoan gửi": SaysKeep, "khoan đã": SaysKeep, "đừng gửi vội": SaysKeep, "chưa gửi vội": SaysKeep, "khoan xóa đã": SaysKeep, "đừng xóa bài của em": SaysKeep,
		"thôi không sửa gì nữa": SaysKeep, "đừng hủy G-2026-0003": SaysKeep, "giữ nguyên nhé": SaysKeep, "thôi cứ để vậy đi": SaysKeep, "đừng rút nữa, để nguyên vậy": SaysKeep,
		"rút bài": AskWithdraw, "không gửi bài ấy nữa, rút về giúp em": AskWithdraw, "đừng đăng bài của em": AskWithdraw,
		"đúng, gửi đi": NoIntent, "không sửa được": AskHelp, "thôi không gửi nữa": AskStop,
	} {
		if m := Understand(Speaker{Serves: true}, text); m.Intent != want && (want == SaysKeep || m.Intent == SaysKeep) {
			t.Errorf("%q: %s", text, m.Intent)
		}
	}
}
