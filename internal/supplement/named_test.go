package supplement

import (
	"testing"

	"guongsang/internal/report"
)

func TestNamed(t *testing.T) {
	an := report.Example{Number: "G-2026-0001", Content: report.Content{Name: "Lò Thị Xuân An"}}
	for _, test := range []struct {
		text, more string
		names      bool
	}{
		{"hôm nọ em gửi bài cô An, nay thêm: cô còn dạy xóa mù cho 12 chị em", "cô còn dạy xóa mù cho 12 chị em", true},
		{"bổ sung cho bài cô An: cô còn dạy xóa mù", "cô còn dạy xóa mù", true},
		{"bo sung bai co An: lop co 32 chau", "lop co 32 chau", true},
		{"em bổ sung cho gương G-2026-0001: có 32 cháu", "có 32 cháu", true},
		{"gương cô An bổ sung: năm nay lớp có 32 cháu", "năm nay lớp có 32 cháu", true},
		{"em muốn bổ sung thêm cho bài cô An: lớp có 32 cháu", "lớp có 32 cháu", true},
		{"thêm vào bài cô An là cô dạy xóa mù cho 12 chị em", "cô dạy xóa mù cho 12 chị em", true},
		{"bài hôm trước em gửi về cô An thêm giúp em ý cô dạy xóa mù cho 12 chị em", "cô dạy xóa mù cho 12 chị em", true},
		{"hôm trước gửi cô An còn thiếu: cô dạy lớp ghép 32 cháu", "cô dạy lớp ghép 32 cháu", true},
		{"bài hôm qua em gửi còn thiếu: lớp có 32 cháu", "lớp có 32 cháu", false},
		{"bổ sung cho bài cô Mai: cô còn dạy xóa mù", "cô còn dạy xóa mù", false},
		{"bài của Xuân An em gửi thêm: có 32 cháu", "có 32 cháu", true},

		{"em gửi thêm bài này: Anh Vàng Văn Sính cứu 2 cháu", "", false},
		{"bổ sung: lớp có 32 trẻ", "", false},
		{"bài cô An gửi chưa em", "", false},
		{"tôi muốn sửa bài cô An", "", false},
		{"cô An vận động thêm 3 cháu ra lớp", "", false},
		{"hôm trước chị Hoa cứu 2 cháu bé ở suối", "", false},
		{"bổ sung thêm ảnh cho bài cô An", "", false},
	} {
		a, ok := Named(test.text)
		if a.More != test.more || ok != (test.more != "") || ok && a.Names(an) != test.names {
			t.Errorf("%q adds %q (%v), of An: %v", test.text, a.More, ok, ok && a.Names(an))
		}
	}
}

func TestNamesNobody(t *testing.T) {
	for text, nobody := range map[string]bool{
		"bài hôm qua em gửi còn thiếu: lớp có 32 cháu": true, "bổ sung cho bài cô Mai: cô còn dạy": false, "bổ sung gương G-2026-0009: có 32 cháu": false,
	} {
		if a, ok := Named(text); !ok || a.NamesNobody() != nobody {
			t.Errorf("%q names nobody: %v", text, !nobody)
		}
	}
}
