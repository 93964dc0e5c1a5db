package paste

import (
	"strings"
	"testing"

	"guongsang/internal/docx"
)

// Several persons of one text, in the ways in which no line and no row is one of them.
func TestSeveralPersons(t *testing.T) {
	for name, tt := range map[string]struct {
		text  string
		names string   // of the persons
		holds []string // what each is told
		rest  string
	}{
		"numbered headings": {"Kính gửi Phòng, trường xin giới thiệu:\n1. Giàng A Páo\nSinh năm 1985, bản Nà Cúng.\nChiều 1/11 anh nhảy xuống suối cứu hai cháu nhỏ.\n2. Chị Lò Thị Mai – Trưởng bản Sin Chải\nChị vận động 40 hộ dời chuồng trại ra xa nhà ở.",
			"Giàng A Páo; Lò Thị Mai", []string{"cứu hai cháu nhỏ", "vận động 40 hộ"}, ""},
		"Roman numbers, capitals": {"I. GIÀNG A PÁO\nNơi ở: bản Nà Cúng\nViệc làm: cứu hai cháu nhỏ đuối nước ở suối Nậm Na\nII. LÒ THỊ MAI\nNơi ở: bản Sin Chải\nViệc làm: vận động 40 hộ dời chuồng trại ra xa nhà ở",
			"GIÀNG A PÁO; LÒ THỊ MAI", []string{"cứu hai cháu", "vận động 40 hộ"}, ""},
		"counted headings": {"Gương thứ nhất: anh Giàng A Páo\nAnh nhảy xuống suối Nậm Na cứu hai cháu nhỏ chiều 1/11.\nGương thứ hai: chị Lò Thị Mai\nChị vận động 40 hộ dời chuồng trại ra xa nhà ở.",
			"Giàng A Páo; Lò Thị Mai", []string{"cứu hai cháu", "vận động 40 hộ"}, ""},
		"columns of a table": {"\tNgười 1\tNgười 2\nHọ và tên\tGiàng A Páo\tLò Thị Mai\nNăm sinh\t1985\t1990\nNơi ở\tbản Nà Cúng\tbản Sin Chải\nViệc làm\tcứu hai cháu nhỏ\tvận động 40 hộ",
			"Giàng A Páo; Lò Thị Mai", []string{"1985", "vận động 40 hộ"}, ""},
		"columns with bars and numbers": {"| 1 | Họ tên | Giàng A Páo | Lò Thị Mai | Vàng A Dơ |\n| 2 | Năm sinh | 1985 | 1990 | 1971 |\n| 3 | Nơi ở | bản Nà Cúng | bản Sin Chải | bản Mồ |\n| 4 | Tóm tắt | cứu hai cháu nhỏ | vận động 40 hộ | hiến 200 m2 đất |",
			"Giàng A Páo; Lò Thị Mai; Vàng A Dơ", []string{"cứu hai cháu", "bản Sin Chải", "hiến 200 m2 đất"}, ""},
		"counted in a sentence": {"Kính gửi chị, trường em xin giới thiệu hai người. Người thứ nhất là thầy Lò Văn Hải, sinh 1985, thầy tự làm sân bóng cho học trò. Người thứ hai là chị Mè Thị Đanh, cấp dưỡng, nhặt được 18 triệu đồng và trả lại.",
			"Lò Văn Hải; Mè Thị Đanh", []string{"sân bóng", "trả lại"}, "Kính gửi chị, trường em xin giới thiệu hai người."},
		"counted with figures": {"tháng này có 2 gương 1 là anh Phàn Lao San hiến đất làm đường 2 là chị Chẻo Mẩy trả vàng nhặt được",
			"Phàn Lao San; Chẻo Mẩy", []string{"hiến đất làm đường", "trả vàng"}, ""},

		"a form of four columns":    {"Họ tên\tGiàng A Páo\tNăm sinh\t1985\nNơi ở\tbản Nà Cúng\tDân tộc\tMông\nViệc làm\tcứu hai cháu nhỏ\t\t", "", nil, ""},
		"steps of one deed":         {"Họ tên: Giàng A Páo\nThành tích:\n1. Vận động 40 hộ dời chuồng trại ra xa nhà ở, hướng dẫn ủ phân.\n2. Cho bà con mượn máy băm cỏ không lấy tiền.", "", nil, ""},
		"names of those who helped": {"Chị Lò Thị Mai nuôi ba cháu mồ côi.\n1. Giàng A Páo\n2. Vàng A Dơ\n3. Lò Văn Pín", "", nil, ""},
		"one who is first of all":   {"Chị Lò Thị Mai là người thứ nhất của bản học đại học, người thứ hai là em gái chị.", "", nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			all, rest, _ := PersonsIn(tt.text)
			if len(all) == 1 {
				all = nil
			}
			var names []string
			for i, one := range all {
				names = append(names, one.Name)
				if i < len(tt.holds) && !strings.Contains(one.Text, tt.holds[i]) {
					t.Errorf("%s: %q", one.Name, one.Text)
				}
			}
			if got := strings.Join(names, "; "); got != tt.names || rest != tt.rest && tt.rest != "" {
				t.Errorf("%q, rest %q", got, rest)
			}
		})
	}
}

// Headings by their style part a Word document as numbers do, and their pictures with them.
func TestHeadingsOfStyle(t *testing.T) {
	d := docx.Document{Body: []docx.Block{
		{Text: "Gương tháng 11", Heading: true}, {Text: "Anh Giàng A Páo", Heading: true},
		{Text: "Chiều 1/11 anh nhảy xuống suối Nậm Na cứu hai cháu nhỏ.", Pictures: []docx.Picture{{Part: "a"}}},
		{Text: "Chị Lò Thị Mai", Heading: true}, {Text: "Chị vận động 40 hộ dời chuồng trại ra xa nhà ở.", Pictures: []docx.Picture{{Part: "b"}}},
	}}
	all, _, _ := Persons(d)
	if len(all) != 2 || all[0].Name != "Giàng A Páo" || all[1].Name != "Lò Thị Mai" || len(all[0].Pictures) != 1 || all[1].Pictures[0].Part != "b" {
		t.Errorf("%+v", all)
	}
}
