package intent

import "testing"

// What tells of somebody in the words of a nil, or of a post that is handed over, asks for
// neither; what says no more than that still does.
func TestTellsInOtherWords(t *testing.T) {
	for _, c := range []struct {
		open, text string
		want       Intent
	}{
		{"", "không có gương nào, chỉ có cô Hoa hiến máu 12 lần", NoIntent},
		{"", "tháng này không có gương nào ngoài chị Hoa nhặt được ví trả lại", NoIntent},
		{"", "thang nay khong co guong nao, co moi co Hoa hien mau 12 lan", NoIntent},
		{"", "không phát sinh, trừ trường hợp cô Hoa dạy miễn phí cho 3 cháu", NoIntent},
		{"", "không có gương, chỉ có họp bản thôi", AskNil},
		{"", "tháng này không có gương nào", AskNil},
		{"", "bản 3 năm không phát sinh ma túy", NoIntent},
		{"", "không phát sinh gương nào", AskNil},
		{"", "Tháng này xã không phát sinh tấm gương nào", AskNil},
		{"", "tháng này không phát sinh nhân tố mới", AskNil},
		{"", "tháng này không phát sinh hoạt động gì", AskNil},
		{"", "tháng này không phát sinh sáng kiến", AskNil},
		{"", "không phát sinh ạ trường bận thi", AskNil},
		{"title", "Không phát sinh tảo hôn", NoIntent},
		{"results", "không phát sinh tảo hôn", NoIntent},
		{"summary", "Không phát sinh ca mắc mới", NoIntent},
		{"results", "Không có ca tảo hôn nào", NoIntent},
		{"title", "tháng này không phát sinh", AskNil},
		{"summary", "không phát sinh", AskNil},
		{"", "thầy Chu nghỉ hưu vẫn dạy chữ cho bà con", NoIntent},
		{"", "cô Lan về hưu nhưng còn dạy thêm miễn phí", NoIntent},
		{"", "thầy Chu nghỉ hưu rồi, tôi thay", AskHandover},
		{"", "em nghỉ hưu rồi vẫn bị nhắc", AskHandover},
		{"", "tôi nghỉ hưu rồi", AskHandover},
	} {
		if m := Understand(Speaker{Serves: true, Open: c.open}, c.text); m.Intent != c.want {
			t.Errorf("%s: %q: %s, want %s", c.open, c.text, m.Intent, c.want)
		}
	}
}
