package intent

import (
	"testing"

	"guongsang/internal/report"
)

// What people ask about has a short answer; what tells something, or is an answer, has none.
func TestAskedAbout(t *testing.T) {
	for text, want := range map[string]About{
		"có cần hỏi ý kiến chị ấy không?":                        AboutConsent,
		"co can xin phep ho truoc khong":                         AboutConsent,
		"chưa hỏi anh ấy thì gửi có được không":                  AboutConsent,
		"có bắt buộc phải có sự đồng ý không ạ":                  AboutConsent,
		"có phải hỏi bố mẹ cháu không em":                        AboutConsent,
		"ai ký đồng ý ạ?":                                        AboutConsent,
		"co phai gui anh khong":                                  AboutPhotos,
		"có cần ảnh không em":                                    AboutPhotos,
		"không có ảnh thì có sao không":                          AboutPhotos,
		"gửi được mấy ảnh vậy chị":                               AboutPhotos,
		"ảnh gửi ở đâu":                                          AboutPhotos,
		"có cần số căn cước không?":                              AboutNumbers,
		"phải ghi cả năm sinh không":                             AboutNumbers,
		"có phải đóng dấu không ạ":                               AboutSeal,
		"có cần công văn không":                                  AboutSeal,
		"gửi file word được không":                               AboutFiles,
		"gửi ghi âm có được không ạ":                             AboutFiles,
		"viết bao nhiêu chữ thì được":                            AboutLength,
		"bài này đăng ở đâu vậy":                                 AboutWhere,
		"ai xem được bài này?":                                   AboutWhere,
		"gửi xong thì sao":                                       AboutAfter,
		"mỗi tháng gửi mấy gương":                                AboutMany,
		"gửi được mấy gương ạ":                                   AboutMany,
		"giới thiệu học sinh được không":                         AboutWhom,
		"ai thì được giới thiệu":                                 AboutWhom,
		"đồng ý":                                                 "",
		"chưa hỏi":                                               "",
		"không có ảnh":                                           "",
		"đơn vị nào chưa gửi?":                                   "",
		"hạn bao giờ?":                                           "",
		"gửi rồi mà":                                             "",
		"tháng này không có gương":                               "",
		"anh ấy phải xin phép gia đình mới đi":                   "",
		"chị Mẩy cần ảnh thờ nên anh chụp giúp":                  "",
		"Trường Mầm non Dào San không có ai":                     "",
		"sửa giúp em cái ảnh được không":                         "",
		"rút bài này có được không":                              "",
		"đã gửi mấy gương rồi":                                   "",
		"hễ ai cần máu là anh đi hiến ngay, 15 lần trong 10 năm": "",
		"tháng này đơn vị em gửi mấy gương rồi ạ":                "",
	} {
		if got := AskedAbout(text, false); got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
		by := Speaker{Serves: true, Today: report.NewDate(2026, 11, 26)}
		if m := Understand(by, text); m.About != want || want != "" && m.Intent != AskHelp {
			t.Errorf("%q is %+v", text, m)
		}
	}
}

// Where a text is asked for, a question is one by its end.
func TestAskedAboutWhereATextIsAskedFor(t *testing.T) {
	for text, want := range map[string]About{
		"Nhặt được máy ảnh, phải hỏi người quanh bản mới tìm ra chủ": "",
		"Bà phải xin phép gia đình mấy lần mới hiến được đất":        "",
		"có cần hỏi ý kiến chị ấy không?":                            AboutConsent,
		"co phai gui anh khong": AboutPhotos,
	} {
		if got := AskedAbout(text, true); got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}
