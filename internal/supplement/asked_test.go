package supplement

import (
	"testing"

	"guongsang/internal/intent"
	"guongsang/internal/report"
)

func TestAnswers(t *testing.T) {
	an := report.Content{Name: "Lò Thị Xuân An", Summary: "Chín năm bám bản, bám lớp."}
	by := intent.Speaker{Serves: true, Today: report.NewDate(2026, 10, 12)}
	for _, test := range []struct {
		text      string
		may, sure bool
	}{
		{"tháng 10 cô vận động thêm 3 cháu", true, true},
		{"32", true, true},
		{"32 trẻ", true, true},
		{"ngày 12/10", true, true},
		{"bản Nà Sài", true, false},
		{"cô dạy 32 cháu lớp mẫu giáo ghép, trong đó 12 cháu người Mông", true, true},

		{"cảm ơn em", false, false},
		{"hạn bao giờ?", false, false},
		{"sao lại trả lại?", false, false},
		{"tôi bổ sung thế nào", false, false},
		{"Anh Vàng Văn Sính, bản Nà Cúng, cứu 2 cháu nhỏ đuối nước ở suối Nậm Na chiều 1/11", false, false},
	} {
		if may, sure := Answers(by, an, test.text); may != test.may || sure != test.sure {
			t.Errorf("%q: %v, sure %v", test.text, may, sure)
		}
	}
}

func TestField(t *testing.T) {
	for _, test := range []struct{ request, text, key string }{
		{"Số liệu, kết quả cụ thể của việc làm.", "32", "results"},
		{"Số liệu, kết quả cụ thể của việc làm.", "tháng 10 cô vận động thêm 3 cháu", "results"},
		{"Số liệu, kết quả cụ thể của việc làm.", "ngày 12/10", ""},
		{"Số liệu, kết quả cụ thể của việc làm.", "bản Nà Sài", ""},
		{"Thời gian, địa điểm cụ thể.", "khoảng 15 giờ ngày 1/11", "when"},
		{"cho biết nơi ở cụ thể", "ở bản Nà Sài", "place"},
		{"bổ sung năm sinh", "1985", "born"},
		{"Ảnh minh họa.", "32 trẻ", ""},
	} {
		if key := Field(test.request, test.text); key != test.key {
			t.Errorf("%q for %q goes to %q", test.text, test.request, key)
		}
	}
}
