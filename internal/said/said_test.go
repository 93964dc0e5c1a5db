package said

import "testing"

func TestOf(t *testing.T) {
	for text, want := range map[string]About{
		"ông ấy tên là Pờ Gia Chừ ở bản Mé Gióng đấy em ạ": {Name: "Pờ Gia Chừ", Place: "bản Mé Gióng"},
		"giang thi so nhe, ban hang dong":                  {Name: "giang thi so", Place: "ban hang dong"},
		"Vi Văn Tấn chứ k phải Vi Văn Tân":                 {Name: "Vi Văn Tấn", PutsRight: true},
		"nỏ phải xóm 4 mô, xóm 6":                          {Place: "xóm 6", PutsRight: true},
		"trước ở bản Phiêng Ban, nay chuyển về bản Co Mạ":  {Place: "bản Co Mạ"},
		"bản Gửi":              {Place: "bản Gửi", Alone: true},
		"Đặng Thị Lộn":         {Name: "Đặng Thị Lộn", Alone: true},
		"con ông Lò Văn An":    {},
		"Lò Thị Ơn, Lò Thị Ín": {},
		"Anh Giàng A Páo cứu hai cháu ở bản Nà Sáy":     {},
		"không ở bản Nà Sáy":                            {},
		"Sơn Thị Đa Ry, ý lộn, Sơn Thị Đa Ra mới đúng":  {Name: "Sơn Thị Đa Ra", PutsRight: true},
		"bà ấy sinh năm 1961 chứ không phải 1967":       {Born: "1961", PutsRight: true},
		"từ thị trấn đi mười cây nữa mới đến bản U Ma?": {},
	} {
		if got, ok := Of(text); got != want || ok != (want != About{}) {
			t.Errorf("%s: %+v, %v", text, got, ok)
		}
	}
}

func TestWayOf(t *testing.T) {
	for text, want := range map[string]Way{
		"hổng có kết quả gì để ghi, qua câu khác đi em":          Past,
		"thôi khoan, cho chị lui lại câu hồi nãy":                Back,
		"mất điện rồi em ơi thôi chị để đấy tối chị kể tiếp nhé": Away,
		"Không bỏ qua một ai":                                    "",
		"Trở lại bản xưa":                                        "",
		"Chị ấy quay lại câu lạc bộ":                             "",
	} {
		if got := WayOf(text); got != want {
			t.Errorf("%s: %q", text, got)
		}
	}
}

func TestSends(t *testing.T) {
	for text, want := range map[string]bool{
		"coi kỹ rồi, không sai chi hết, gửi đi hỉ": true,
		"đừng gửi":    false,
		"dung gui":    false,
		"chưa gửi":    false,
		"gọi cho chị": false,
		"chị gửi con cho bà ngoại đi xã": false,
	} {
		if got := Sends(text); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

func FuzzOf(f *testing.F) {
	for _, text := range []string{"2k", "sinh 1954, 2k3", "bản", "Ở bản Nà Sáy xã", "tiêu đề: \"", "không phải", "(", "gửi"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if a, ok := Of(text); ok && a == (About{}) {
			t.Errorf("%q is about nobody", text)
		}
		if title, ok := Title(text); ok && title.Title == "" {
			t.Errorf("%q has no title", text)
		}
		WayOf(text)
		Sends(text)
		NotBut(text)
		Group(text)
	})
}
