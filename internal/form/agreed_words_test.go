package form

import (
	"testing"

	"guongsang/internal/intent"
	"guongsang/internal/report"
)

// What is said of a child's consent, and of that of who answers for it.
func TestAgreedInWords(t *testing.T) {
	for _, c := range []struct {
		key, text, shown string
	}{
		{"child", "bố mẹ và cháu đều đồng ý", "Đã đồng ý"},
		{"child", "cháu đồng ý rồi ạ", "Đã đồng ý"},
		{"child", "hỏi rồi, em ấy thích lắm", "Đã đồng ý"},
		{"child", "cả hai đều nhất trí", "Đã đồng ý"},
		{"child", "ba má với cháu chịu hết rồi", "Đã đồng ý"},
		{"child", "bố mẹ cháu đồng ý rồi nhưng cháu thì chưa hỏi", "Chưa"},
		{"child", "chua hoi chau", "Chưa"},
		{"child", "cháu không thích lên báo", "Chưa"},
		{"child", "mới hỏi bố mẹ thôi", "Chưa"},
		{"child", "bố mẹ cháu đồng ý rồi", ""},
		{"guardian", "bố mẹ cháu đồng ý rồi", "Đã đồng ý"},
		{"guardian", "gia đình nhất trí", "Đã đồng ý"},
		{"guardian", "mới hỏi cháu thôi, bố mẹ đi làm xa chưa liên lạc được", "Chưa"},
		{"guardian", "phụ huynh không cho", "Chưa"},
		{"guardian", "cháu đồng ý rồi", ""},
		{"child", "bố mẹ đều đồng ý", ""},
		{"child", "cả hai bố mẹ đồng ý", ""},
		{"child", "còn bố mẹ thì đồng ý", ""},
		{"child", "con bo me thi dong y", ""},
		{"child", "em hỏi mẹ rồi, đồng ý", ""},
		{"child", "em hỏi bố mẹ đồng ý rồi", ""},
		{"child", "em dong y", ""},
		{"child", "cháu có sự đồng ý của bố mẹ rồi", ""},
		{"child", "bố mẹ cho cháu tham gia và đồng ý đăng", ""},
		{"child", "cháu được bố mẹ cho phép", ""},
		{"child", "cháu được cho phép", ""},
		{"child", "cháu đang chờ mẹ đồng ý", ""},
		{"child", "cháu chờ mẹ", ""},
		{"child", "mẹ bảo cháu đồng ý đi", ""},
		{"child", "chắc cháu đồng ý thôi", ""},
		{"child", "cháu có đồng ý không ạ", ""},
		{"child", "nếu cháu đồng ý thì đăng", ""},
		{"child", "cô giáo đều đồng ý", ""},
		{"child", "cháu thì cô giáo đồng ý rồi", ""},
		{"child", "chị Châu đồng ý", ""},
		{"child", "cả nhà đồng ý", ""},
		{"child", "cháu đồng ý, mẹ chưa", ""},
		{"child", "lúc đầu cháu không thích nhưng giờ cháu đồng ý", ""},
		{"child", "em hỏi rồi mà cháu đồng ý", "Đã đồng ý"},
		{"child", "em hỏi rồi, cả hai đều đồng ý", "Đã đồng ý"},
		{"child", "chau dong y roi a", "Đã đồng ý"},
		{"child", "con bé thích lắm", "Đã đồng ý"},
		{"child", "bé nhà chị Hoa đồng ý rồi", "Đã đồng ý"},
		{"child", "mẹ cháu và cháu đều đồng ý", "Đã đồng ý"},
		{"child", "cháu với mẹ đồng ý hết", "Đã đồng ý"},
		{"child", "có sự đồng ý của cháu rồi", "Đã đồng ý"},
		{"child", "cháu đồng ý nêu tên", "Đã đồng ý"},
		{"child", "cháu chưa đồng ý", "Chưa"},
		{"child", "cháu từ chối", "Chưa"},
		{"guardian", "em hỏi rồi mà cháu đồng ý", ""},
		{"guardian", "em hoi roi ma chau dong y", ""},
		{"guardian", "bố mẹ đi vắng, cháu đồng ý rồi", ""},
		{"guardian", "cháu bỏ qua, cô giáo đồng ý", ""},
		{"guardian", "bố mẹ có đồng ý không?", ""},
		{"guardian", "bố mẹ đều đồng ý", "Đã đồng ý"},
		{"guardian", "cả hai bố mẹ đồng ý", "Đã đồng ý"},
		{"guardian", "còn bố mẹ thì đồng ý", "Đã đồng ý"},
		{"guardian", "em hỏi mẹ rồi, đồng ý", "Đã đồng ý"},
		{"guardian", "em hỏi bố mẹ đồng ý rồi", "Đã đồng ý"},
		{"guardian", "má cháu đồng ý", "Đã đồng ý"},
		{"guardian", "ba ma chau dong y roi", "Đã đồng ý"},
		{"guardian", "bố và mẹ đều nhất trí", "Đã đồng ý"},
		{"guardian", "được sự đồng ý của gia đình", "Đã đồng ý"},
		{"guardian", "mẹ đồng ý cho cháu lên báo", "Đã đồng ý"},
		{"guardian", "mẹ chưa đồng ý", "Chưa"},
	} {
		q := asked(t, c.key)
		d := report.Draft{Unit: "PT001", Step: c.key, Changed: onThursday}
		q.Answer(&d, office, c.text, nil, false)
		if q.Shown(d) != c.shown || d.Content.Consent != "" {
			t.Errorf("%s: %q: %q %q, want %q", c.key, c.text, q.Shown(d), d.Content.Consent, c.shown)
		}
	}
}

// A consent is what was said of it last.
func TestConsentAfterAll(t *testing.T) {
	for text, want := range map[string]report.Consent{
		"đăng tên thì được ảnh thì đừng, à mà chị ấy vừa gọi lại bảo đăng ảnh cũng được": report.NameAndPhoto,
		"chỉ tên thôi, à anh ấy vừa nhắn lại cho đăng cả ảnh luôn":                       report.NameAndPhoto,
		"đồng ý cả tên và ảnh, à mà chị ấy lại bảo đừng đăng ảnh":                        report.NameOnly,
		"không muốn đăng tên và ảnh":                                                     report.NotGiven,
		"Chị Sua không muốn đăng tên và ảnh, chỉ để xã biết thôi":                        report.NotGiven,
		"không cho đăng gì hết":               report.NotGiven,
		"đồng ý cho sử dụng tên và hình ảnh":  report.NameAndPhoto,
		"không đồng ý đăng ảnh, tên thì được": report.NameOnly,
		"không cho đăng cả tên lẫn ảnh":       report.NotGiven,
		"chỉ đăng tên, không đăng ảnh":        report.NameOnly,
	} {
		if got := intent.ConsentIn(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// What people say in place of an answer is no answer.
func TestReactionsAreNotKept(t *testing.T) {
	for _, c := range []struct{ key, text, want string }{
		{"name", "khoan, quay lại câu trước, bấm nhầm tập thể", "back"},
		{"place", "nhầm rồi, cho em quay lại câu trước với", "back"},
		{"name", "lùi lại một câu đi em", "back"},
		{"title", "ad tự nghĩ giúp nha, e bí quá", ""},
		{"title", "đặt giùm tui đi, tui dở văn lắm", ""},
		{"title", "nghĩ hộ cái tiêu đề với, em chịu", ""},
		{"summary", "nội dung e gửi file ở trên rồi đó chị", "again"},
		{"summary", "bài viết nằm trong file em gửi hôm trước", "again"},
		{"summary", "xem file word em gửi lúc nãy nhé", "again"},
		{"place", "ngay xã mình luôn", "again"},
		{"place", "trong xã em thôi", "again"},
		{"files", "ảnh xấu quá thôi khỏi gửi ảnh", "skip"},
		{"files", "không có ảnh nào", "skip"},
		{"files", "thôi không gửi hình đâu", "skip"},
		{"files", "em không gửi được ảnh", "again"},
		{"files", "máy em không up được hình lên", "again"},
		{"files", "chưa gửi", "ask"},
		{"place", "bản Pa Tết, sđt của anh 0900 004 121", "place=bản pa tết"},
		{"place", "bản Nà Cúng, số đt liên hệ là 0900004121", "place=bản nà cúng"},
		{"place", "ban Na Cung, sdt 0900.004.121", "place=ban na cung"},
		{"place", "bản Huổi Luông ko phải Huổi Lương nhé", "place=bản huổi luông"},
		{"name", "Lò Văn Pản không phải Lò Văn Bản đâu", "name=lò văn pản"},
		{"name", "Lê Hữu Phước - Phó trưởng ấp Kinh Cùng", "name=lê hữu phước; position=phó trưởng ấp kinh cùng"},
		{"preview", "thêm câu này vào cuối: chị còn nhận đỡ đầu 1 cháu mồ côi", "summary=chị còn nhận đỡ đầu 1 cháu mồ côi"},
		{"preview", "cho em thêm vào bài một ý: ông còn hiến 20 cây giống", "summary=ông còn hiến 20 cây giống"},
		{"preview", "loại là mô hình mới chứ, sao lại ghi người tốt việc tốt", "category=mo-hinh"},
		{"when", "hôm qua", "when=25/11/2026"},
		{"when", "sáng hôm kia", "when=sáng 24/11/2026"},
		{"when", "chủ nhật vừa rồi", "when=22/11/2026"},
		{"when", "từ hôm qua tới nay", "when=từ hôm qua tới nay"},
		{"when", "chiều qua ạ", "when=chiều 25/11/2026"},
		{"when", "cả năm nay", "when=cả năm nay"},
		{"when", "15-20", "when=15-20"},
		{"when", "31/11", "again"},
		{"period", "tháng mười một ạ", "period=2026-11"},
		{"period", "tháng mười", "period=2026-10"},
		{"period", "thang muoi hai", "period=2026-12"},
	} {
		if got := becomesOf(t, c.key, c.text); got != c.want {
			t.Errorf("%s: %q: %q, want %q", c.key, c.text, got, c.want)
		}
	}
}
