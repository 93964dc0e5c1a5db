package intent

import "testing"

// What has the words of one thing and means another must not lead there.
func TestPlainly(t *testing.T) {
	for text, want := range map[string]Intent{
		// nothing to introduce: not yet, not sure, by mistake, and what comes of it
		"khoan hãy ghi ko phát sinh nhé, tôi đang chờ trưởng bản gửi tin":       SaysKeep,
		"đừng báo không phát sinh vội, mai em có gương":                         SaysKeep,
		"chua bao khong phat sinh dau nha, de toi hoi lai":                      SaysKeep,
		"không phát sinh thì khoan đã chị":                                      SaysKeep,
		"từ từ hãy tính ko phát sinh":                                           SaysKeep,
		"để em hỏi hết các bản rồi hãy báo không phát sinh":                     SaysKeep,
		"chưa chắc là không phát sinh đâu ạ":                                    SaysKeep,
		"khoan bấm kps cho xã tôi nhé":                                          SaysKeep,
		"không biết tháng này có phát sinh không nữa":                           SaysKeep,
		"lỡ tay bấm không phát sinh rồi, thực ra có gương, bỏ cái đó đi giúp e": AskBegin,
		"em bấm nhầm không phát sinh":                                           AskWithdraw,
		"lo bam kps roi chi oi":                                                 AskWithdraw,
		"hủy giúp em cái không phát sinh hôm qua":                               AskWithdraw,
		"xóa báo cáo không phát sinh tháng 11 giúp tôi":                         AskWithdraw,
		"báo không phát sinh rồi nhưng giờ lại có gương":                        AskBegin,
		"hom truoc bao khong phat sinh ma nay co nguoi cuu duoc chau be":        AskBegin,
		"không phát sinh là em bấm nhầm đấy":                                    AskWithdraw,
		"bấm không phát sinh thì có bị trừ điểm thi đua không ạ":                AskHelp,
		"không phát sinh có sao không chị":                                      AskHelp,
		"mấy tháng liền không có gương thì có bị phê bình không":                AskHelp,
		"hong co guong co bi gi hong ad":                                        AskHelp,
		"không phát sinh là sao vậy":                                            AskHelp,
		"tháng 11 không phát sinh":                                              AskNil,
		"đơn vị em không có gương nào tháng này":                                AskNil,
		"báo không phát sinh giúp phòng tôi":                                    AskNil,
		"xin báo cáo không phát sinh quý 4":                                     AskNil,
		"đừng nhắc nữa, đơn vị em không phát sinh":                              AskNil,
		// a consent that goes less far than it was said
		"cô ấy chỉ đồng ý đăng tên thôi, ảnh thì đừng đăng nhé, bài gửi rồi đó": AskCorrect,
		"bài bác Xôm gỡ ảnh ra giúp em, bác ngại":                               AskCorrect,
		"rút bài chị Mỷ giúp em, chị không đồng ý đăng nữa":                     AskWithdraw,
		// other kinds
		"nay nhận tin nhắc mà k hiểu là nhắc nợ cái j": AskStatus,
		"ủa nhắc gì vậy ad":                            AskStatus,
		"em nợ gì mà nhắc hoài":                        AskStatus,
		"xin lùi hạn đến thứ 2 tuần sau được không chị, trường đang bận thi": AskDeadline,
		"cho xã em khất hạn mấy bữa nghen":                                   AskDeadline,
		"xin thêm 2 ngày được không ạ":                                       AskDeadline,
		"gia hạn giúp đơn vị em với":                                         AskDeadline,
		"làm tiếp cái hôm qua":                                               AskBegin,
		"viết nốt bài hôm bữa":                                               AskBegin,
		"cho em làm tiếp cái đang dở":                                        AskBegin,
		"gương bị trả lại bảo thiếu số liệu, giờ e bổ sung kiểu gì":          AskCorrect,
		"bài bị trả lại vì thiếu ảnh, em bổ sung thế nào ạ":                  AskCorrect,
		"đúng rồi ạ":    SaysAgreed,
		"chuẩn rồi chị": SaysAgreed,
		"đúng thế":      SaysAgreed,
		"chính xác ạ":   SaysAgreed,
	} {
		if m := Understand(Speaker{Serves: true}, text); m.Intent != want {
			t.Errorf("%q: %s, want %s", text, m.Intent, want)
		}
	}
}

// An answer that has yet to be found out is none, nor is a question about it.
func TestPlainlyAtAQuestion(t *testing.T) {
	for _, c := range []struct {
		open, text string
		want       Intent
	}{
		{"place", "chưa rõ thôn nào để tôi hỏi lại rồi nhắn sau", AskStop},
		{"summary", "chờ tí em hỏi trưởng bản số tiền chính xác đã", AskStop},
		{"name", "đợi em hỏi lại cô hiệu trưởng đã nhé", AskStop},
		{"born", "de e hoi lai roi bao sau", AskStop},
		{"place", "mai tôi hỏi lại rồi ghi", AskStop},
		{"name", "khoan để em xác minh lại cái tên đã", AskStop},
		{"title", "đặt hộ em với, em kém khoản này", AskHelp},
		{"summary", "bài dài quá e gửi file word được k", AskHelp},
		{"summary", "em chụp ảnh bản giấy gửi được không ạ", AskHelp},
		{"summary", "tui ghi âm gởi qua được hông", AskHelp},
		{"preview", "gửi xong có sửa lại được không", AskHelp},
		{"preview", "bấm gửi rồi còn sửa được không chị", AskHelp},
		{"preview", "bỏ ảnh ra rồi hãy gửi, chị ấy chưa cho đăng ảnh", AskCorrect},
		{"place", "à tên lúc nãy sai, Phùng Lở Mẩy mới đúng", AskCorrect},
		{"summary", "Chị để dành tiền hỏi mua lại 2 máy lọc nước rồi đem tặng trường, ai hỏi cũng chỉ cười", NoIntent},
		{"title", "Đặt niềm tin vào lớp trẻ", NoIntent},
		{"place", "bản Hỏi Lại", NoIntent},
	} {
		if m := Understand(Speaker{Serves: true, Open: c.open}, c.text); m.Intent != c.want {
			t.Errorf("%s: %q: %s, want %s", c.open, c.text, m.Intent, c.want)
		}
	}
}
