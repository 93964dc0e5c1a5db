package letters

import "testing"

func TestTakenBack(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"5/11, à nhầm, 6/11", "6/11"},
		{"mô hình à nhầm người tốt việc tốt", "người tốt việc tốt"},
		{"lò văn pành, à nhầm, lò văn pánh", "lò văn pánh"},
		{"30/11 à thôi 4/12", "4/12"},
		{"bản Sín Tả, nhầm, bản Nà Cúng", "bản Nà Cúng"},
		{"Sùng A Dơ ý quên Sùng A Dế", "Sùng A Dế"},
		{"tập thể, xin lỗi em nhầm, là hộ gia đình", "hộ gia đình"},
		{"à nhầm", ""},
		{"à nhầm, nơi ở là bản Tả Xéng", ""},
		{"anh ấy nhặt nhầm chiếc túi", ""},
		{"Bà con không nhầm lẫn nữa", ""},
	} {
		if got, ok := TakenBack(tt.text); got != tt.want || ok != (tt.want != "") {
			t.Errorf("%q: %q, %v", tt.text, got, ok)
		}
	}
}
