package letters

import (
	"strings"
	"testing"
)

func TestTakenBack(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"5/11, à nhầm, 6/11", "6/11"},
		{"mô hình à nhầm người tốt việc tốt", "người tốt việc tốt"},
		{"lò văn pành, à nhầm, lò văn pánh", "lò văn pánh"},
		{"30/11 à thôi 4/12", "4/12"},
		{"5/11 à không phải, 6/11", "6/11"},
		{"5/11 ạ, không phải 6/11", ""},
		{"bản Sín Tả, nhầm, bản Nà Cúng", "bản Nà Cúng"},
		{"Sùng A Dơ ý quên Sùng A Dế", "Sùng A Dế"},
		{"tập thể, xin lỗi em nhầm, là hộ gia đình", "hộ gia đình"},
		{"không phải 8/11 mà là 9/11", "9/11"},
		{"không phải Lò Văn Inh mà là Lò Văn Ính", "Lò Văn Ính"},
		{"bản Hợp 2 chứ ko phải bản Hợp 1", "bản Hợp 2"},
		{"bản Hợp 2 chứ hem phải bản Hợp 1", "bản Hợp 2"},
		{"không phải 2 mà là 3", "3"},
		{"không phải mô hình, là điển hình", "điển hình"},
		{"đây là hộ gia đình chứ không phải cá nhân", "đây là hộ gia đình"},
		{"chịu, em không nghĩ ra", ""},
		{"Không phải ai cũng làm được như chị", ""},
		{"à nhầm", ""},
		{"à nhầm, nơi ở là bản Tả Xéng", "nơi ở là bản Tả Xéng"},
		{"nhầm, bản Pa Thắng", "bản Pa Thắng"},
		{"dạ em nhầm rồi, là 1989", "1989"},
		{"Giàng Thị Dua nhầm Giàng Thị Dúa", "Giàng Thị Dúa"},
		{"bản Hợp Một nhầm bản Hợp Hai", "bản Hợp Hai"},
		{"Chị nhặt nhầm chị trả lại cho người mất ngay trong ngày", ""},
		{"anh ấy nhặt nhầm chiếc túi", ""},
		{"Bà con không nhầm lẫn nữa", ""},
		{"ba ay khong cho dang ten va anh", ""},
		{"đăng tên anh ấy thôi đừng đăng ảnh", ""},
	} {
		if got, ok := TakenBack(tt.text); got != tt.want || ok != (tt.want != "") {
			t.Errorf("%q: %q, %v", tt.text, got, ok)
		}
	}
}

// What is denied is looked for behind so many commas as so few words have: a message of
// nothing but commas costs what one of letters does.
func TestNotButOfCommas(t *testing.T) {
	if not, is, ok := NotBut(strings.Repeat("a,", 2000) + " không phải Nà Cúng mà là Nậm Cung"); !ok || not != "Nà Cúng" || is != "Nậm Cung" {
		t.Errorf("%q, not %q: %v", is, not, ok)
	}
	pieces := func(text string) float64 { return testing.AllocsPerRun(2, func() { NotBut(text) }) }
	if few, many := pieces("phai"+strings.Repeat(",", 100)), pieces("phai"+strings.Repeat(",", 4000)); many > 2*few {
		t.Errorf("%v pieces for 100 commas, %v for 4,000", few, many)
	}
}
