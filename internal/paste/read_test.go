package paste

import (
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
)

// A text that nobody asked for is an introduction by two labels, by a name, a place
// or a deed among eight words, by 300 characters, or forwarded by 20.
func TestIntroduces(t *testing.T) {
	for _, tt := range []struct {
		text             string
		typed, forwarded bool
	}{
		{"chào", false, false},
		{"Nhặt được của rơi trả lại người mất", true, true},
		{"Hôm nay đường vào mấy xóm trên vẫn tắc vì mưa", false, false}, // nobody and no deed
		{"Anh Lò Văn Pản mở quán cắt tóc 0 đồng", true, true},
		{strings.Repeat("ệ", 19), false, false},
		{strings.Repeat("ệ", 20), false, false},
		{strings.Repeat("ệ", 299), false, false},
		{strings.Repeat("ệ", 300), true, true},
		{"Tên: An", false, false},
		{"Tên: An\nBản: Pờ Xa", true, true},
	} {
		p := Read(tt.text)
		if p.Introduces(false) != tt.typed || p.Introduces(true) != tt.forwarded {
			t.Errorf("%q: typed %v, forwarded %v", tt.text, p.Introduces(false), p.Introduces(true))
		}
	}
}

func TestRead(t *testing.T) {
	text := `GƯƠNG NGƯỜI TỐT VIỆC TỐT
1) ho ten - Lò Thị Xuân An
• Đơn vị/Địa chỉ: Trường Mầm non Hoa Ban
+ NĂM SINH : 1988
Tiêu đề:
  Cô giáo cắm bản
Việc làm: Chín năm bám bản.
- Vận động 32 hộ
- Giờ học: 7 giờ 30
Kết quả: 100% trẻ ra lớp
và không em nào bỏ học
Điện thoại: 0900 000 002`
	got := Read(text)
	want := Paste{
		Text: text, Labels: 7, nameLabel: "ho ten -", deedLabel: "viec lam:",
		Fields: map[string]string{
			"name": "Lò Thị Xuân An", "place": "Trường Mầm non Hoa Ban", "born": "1988", "title": "Cô giáo cắm bản",
			"summary": "Chín năm bám bản.\n- Vận động 32 hộ", "results": "100% trẻ ra lớp\nvà không em nào bỏ học",
			"phone": "0900 000 002",
		},
		Rest:   "- Giờ học: 7 giờ 30",
		Around: []string{"GƯƠNG NGƯỜI TỐT VIỆC TỐT"},
	}
	if d := cmp.Diff(want, got, cmp.AllowUnexported(Paste{})); d != "" {
		t.Error(d)
	}
}

// What stands in a pasted text is found again in the parts, whatever it is: all
// its letters if there is no label, and else at least those of the lines without.
func FuzzRead(f *testing.F) {
	f.Add("Họ tên: A\nViệc làm: b\n- c")
	f.Add("：\n: \n- - -\n")
	f.Add("UBND XÃ DÀO SAN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1/BC-UBND\nKính gửi: A\n- B;\nMột việc tốt\nNơi nhận:\n- VT\nTM. UBND\nLò Văn Pản")
	f.Add("Một\thai\tba; bốn, năm   sáu ……… bảy")
	f.Fuzz(func(t *testing.T, text string) {
		p := Read(text)
		all := p.Rest + strings.Join(p.Around, "") + strings.Join(p.Aside, "")
		for key, value := range p.Fields {
			if key != "category" { // which another label may tell
				all += value
			}
		}
		if got, want := lettersIn(all), lettersIn(p.Text); len(p.Fields) == 0 && got != want || got > want {
			t.Errorf("%q became %q: %d letters of %d", text, all, got, want)
		}
	})
}

func lettersIn(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// A line that begins with the year of birth and goes on is no label: with it the place
// and the deed would be lost.
func TestBornLineThatGoesOn(t *testing.T) {
	const said = "Ông Tẩn Phù Lìn\nSinh năm 1965, bản Nà Mai. Hiến 500 m2 đất làm nhà văn hóa bản."
	if p := Read(said); p.Labels != 0 || p.Text != said {
		t.Errorf("%+v", p)
	}
	if p := Read("Họ tên: Tẩn Phù Lìn\nSinh năm 12.5.1965."); p.Fields["born"] != "12.5.1965" {
		t.Errorf("%+v", p)
	}
}
