package intent

import (
	"testing"

	"guongsang/internal/report"
)

// Whoever wants something about themselves taken out or put right says so in plain words.
func TestRightAsked(t *testing.T) {
	for text, want := range map[string]report.Right{
		"xin gỡ ảnh con tôi": report.ToErase, "xin go anh con toi": report.ToErase, "xin gỡ ảnh con tôi khỏi bài của xã": report.ToErase,
		"Xin xóa: Lò Văn Pín, bản Nà Củng, bài đã đăng tháng 10; 0912 000 000": report.ToErase, "tên tôi bị đăng lên mạng, xóa đi giúp": report.ToErase,
		"làm ơn che mặt cháu nhà tôi trong ảnh": report.ToErase, "hạ bài viết về mẹ tôi xuống giúp": report.ToErase, "cái ảnh của em hôm trước anh gỡ xuống được không": report.ToErase,
		"cho tôi xóa số điện thoại trong bài": report.ToErase, "nhờ anh chị bỏ hình thằng bé nhà tôi đi": report.ToErase, "đề nghị thu hồi bài viết về tôi": report.ToErase,
		"Xin sửa tên con tôi: Vàng A Dơ, không phải Vàng A Dua": report.ToCorrect, "bài đăng ghi sai tuổi của bố tôi": report.ToCorrect, "năm sinh của tôi bị ghi nhầm": report.ToCorrect,
		"tên cháu bị viết sai rồi, chữa giúp": report.ToCorrect, "đính chính giúp địa chỉ trong bài hôm 5/11": report.ToCorrect, "bài viết không đúng sự thật": report.ToCorrect,
		"Rút đồng ý: Lò Văn Pín": report.ToWithdraw, "tôi không đồng ý đăng ảnh con tôi nữa": report.ToWithdraw, "gia đình không muốn bị đưa lên báo": report.ToWithdraw,
		"tôi rút lại sự đồng ý cho đăng bài": report.ToWithdraw, "ngừng đăng ảnh của tôi": report.ToWithdraw,

		"": "", "xin chào": "", "cho em gửi một gương ạ": "", "tôi muốn gặp người quản lý kênh này": "", "k nhận lời mời nữa đâu": "", "nhầm máy rồi": "",
		"mình mất cái mã mời rồi xin lại ở đâu": "", "Anh Mùa A Lểnh bản Tả Tủng hôm 20/11 cứu được 2 cháu bé rơi xuống ao, mong xã khen": "", "đừng xóa bài của em": "",
		"Bà Vùi Thị Ún gỡ khó cho bà con, bỏ tiền mua sách": "", "mã này sai à": "", "vào nhầm nhóm": "",
	} {
		if got, sure := RightAsked(text); got != want || want != "" && !sure {
			t.Errorf("%q: %q, %v", text, got, sure)
		}
	}
	for _, text := range []string{"làm sao để gỡ ảnh con tôi", "muốn xóa tên tôi thì làm thế nào", "muốn sửa tên trong bài thì liên hệ ai"} {
		if right, sure := RightAsked(text); sure || right == "" {
			t.Errorf("%q: %q, %v", text, right, sure)
		}
	}
}

// What a member asks for a child or for a family is a right of theirs, and takes no example
// back; what takes one back is none.
func TestOwnRight(t *testing.T) {
	for text, want := range map[string]report.Right{
		"xin gỡ ảnh con tôi":                          report.ToErase,
		"gỡ giúp ảnh con tôi trên facebook":           report.ToErase,
		"xóa ảnh cháu nhà em trên trang của xã đi":    report.ToErase,
		"phụ huynh xin gỡ ảnh của cháu xuống":         report.ToErase,
		"gia đình yêu cầu gỡ ảnh em ấy":               report.ToErase,
		"xin go anh con gai toi":                      report.ToErase,
		"đừng đăng ảnh cháu nhà tôi":                  report.ToWithdraw,
		"gỡ ảnh của tôi xuống":                        report.ToErase,
		"rút bài chị Mẩy":                             "",
		"gia đình chị ấy xin rút bài, không đăng nữa": "",
		"xóa ảnh thứ hai":                             "",
		"đổi ảnh giúp em":                             "",
		"tên con tôi ghi sai, sửa giúp":               "",
		"con tôi nhặt được ví, có ảnh gửi kèm":        "",
		"đừng xóa ảnh con tôi":                        "",
	} {
		by := Speaker{Serves: true, Today: report.NewDate(2026, 11, 26)}
		got, ok := by.OwnRight(text)
		if !ok {
			got = ""
		}
		if got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
		if m := Understand(by, text); want != "" && (m.Intent != AskRight || m.Right != want) || want == "" && m.Intent == AskRight {
			t.Errorf("%q is %+v", text, m)
		}
	}
}

// A deed may have in it what a family wants, and words that are those of a request but for
// their marks: it can be told at every question, and of one's own accord.
func TestDeedsAskForNoRight(t *testing.T) {
	for _, text := range []string{
		"Gia đình anh viết đơn xin rút tên khỏi danh sách hộ nghèo", "gia đình xin rút tên ra khỏi diện hộ nghèo", "gia dinh anh viet don xin rut ten khoi danh sach ho ngheo",
		"chăm sóc bố anh Tủa bị liệt, gia đình đông con nhỏ", "chị lấy anh Páo năm 2010, gia đình hai bên muốn có cháu", "năm 2015 chị lấy anh Páo, bố tới thăm rồi gia đình muốn giữ lại",
		"bỏ tiền mua sách cho con, anh nhà tôi góp công", "Mẹ muốn con anh đi học, bố anh thì không", "bố mẹ mất sớm, gia đình đòi lấy lại đất, anh nuôi em",
		"Bố mẹ bỏ đi, gia đình xin anh nuôi cháu nhỏ từ năm 2015, anh bỏ nhà, lo cho cháu ăn học nên người",
	} {
		for _, open := range []string{"", "summary", "results", "spread", "quote", "title", "place", "name", "preview"} {
			if right, ok := (Speaker{Serves: true, Open: open}).OwnRight(text); ok {
				t.Errorf("at %q, %q is %q", open, text, right)
			}
		}
	}
	for text, want := range map[string]bool{
		"xin gỡ ảnh con tôi": true, "gỡ giúp ảnh con tôi": true, "phụ huynh xin gỡ ảnh của cháu": true, "dung dang anh con toi": true, "gỡ ảnh anh trai tôi xuống": true, "gỡ ảnh con trai tôi": true,
		"Con tôi còn nhỏ, xin xóa ảnh": false, "Chị kể con tôi ốm, bà con xin gỡ ảnh để bán lấy tiền": false,
	} {
		if _, ok := (Speaker{Serves: true, Open: "summary"}).OwnRight(text); ok != want {
			t.Errorf("%q asks: %v", text, ok)
		}
	}
}

// TestCalledNumber holds which number an example is called by, and which is another's: of
// years, of a day, of a village.
func TestCalledNumber(t *testing.T) {
	for text, want := range map[string]string{
		"rút bài 58":             "G-2026-0058",
		"rút bài 58 nhé":         "G-2026-0058",
		"sửa gương số 12.":       "G-2026-0012",
		"sửa bản số 12 giúp em":  "G-2026-0012",
		"rút bài 20 năm bám bản": "",
		"sửa bài 20/11":          "",
		"sửa gương bản 12":       "",
		"rút bài 12 hộ nghèo":    "",
	} {
		if got := calledNumber(Words(text), report.NewDate(2026, 11, 26)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
