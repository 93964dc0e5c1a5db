package form

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestClean(t *testing.T) {
	tests := []struct{ in, want string }{
		{"  Lò Văn A \r\n", "Lò Văn A"},
		{"Hoa\u0300", "Hoà"},
		{"a\x00b\x07c", "abc"},
		{"đảo \u202engược\u202c", "đảo ngược"},
		{"👩‍👩‍👧 gia đình", "👩‍👩‍👧 gia đình"},
		{" \u200b\u200d \u3164", ""},
		{"<b>&lt;*_[]()~", "<b>&lt;*_[]()~"},
		{"a\xffb", "ab"},
	}
	for _, tt := range tests {
		if got := Clean(tt.in); got != tt.want {
			t.Errorf("Clean(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestHoldsCitizenID(t *testing.T) {
	yes := []string{"012345678901", "số 012 345 678 901.", "0123.4567.8901", "CCCD:012-345-678-901", "０１２３４５６７８９０１", "012345678901 và 0900000001", "123456789012"}
	no := []string{"0900 000 001", "1.200.000.000 đồng", "123.456.789.012 đồng", "1234567890123", "12/5/1988", "320 m² đất, 45 hộ, 180 tấn", "năm 2024 và 2025"}
	for _, s := range yes {
		if !HoldsCitizenID(s) {
			t.Errorf("%q passes", s)
		}
	}
	for _, s := range no {
		if HoldsCitizenID(s) {
			t.Errorf("%q is refused", s)
		}
	}
}

func TestReadYear(t *testing.T) {
	for s, want := range map[string]int{"1988": 1988, "12/5/1988": 1988, "1-2-2026": 2026, "2026": 2026} {
		if got, ok := readYear(s, 2026); !ok || got != want {
			t.Errorf("readYear(%q) = %d, %v", s, got, ok)
		}
	}
	for _, s := range []string{"-1", "0", "1e9", "٣", "١٩٨٨", "3.5", "31.02.2026", "2026-13-01", "2027", "1899", "88", ""} {
		if got, ok := readYear(s, 2026); ok {
			t.Errorf("readYear(%q) = %d", s, got)
		}
	}
}

func TestReadPaste(t *testing.T) {
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
	got := ReadPaste(text)
	want := Paste{
		text: text, Labels: 6, nameLabel: "ho ten -",
		fields: map[string]string{
			"name": "Lò Thị Xuân An", "place": "Trường Mầm non Hoa Ban", "born": "1988", "title": "Cô giáo cắm bản",
			"summary": "Chín năm bám bản.\n- Vận động 32 hộ", "results": "100% trẻ ra lớp\nvà không em nào bỏ học",
		},
		rest: "GƯƠNG NGƯỜI TỐT VIỆC TỐT\n- Giờ học: 7 giờ 30\nĐiện thoại: 0900 000 002",
	}
	if d := cmp.Diff(want, got, cmp.AllowUnexported(Paste{})); d != "" {
		t.Error(d)
	}
}

// What stands in a pasted text is found again in the parts, whatever it is.
func FuzzReadPaste(f *testing.F) {
	f.Add("Họ tên: A\nViệc làm: b\n- c")
	f.Add("：\n: \n- - -\n")
	f.Fuzz(func(t *testing.T, text string) {
		p := ReadPaste(text)
		all := p.rest
		for _, value := range p.fields {
			all += value
		}
		if p.Labels == 0 && strings.TrimSpace(Clean(text)) != p.rest && !strings.Contains(Clean(text), "\n") {
			t.Errorf("%q became %q", text, all)
		}
	})
}
