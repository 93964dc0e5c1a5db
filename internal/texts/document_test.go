package texts

import (
	"testing"
)

func TestPercent(t *testing.T) {
	for _, c := range []struct {
		part, whole int
		want        string
	}{{0, 0, "0%"}, {0, 9, "0%"}, {9, 9, "100%"}, {1, 2, "50%"}, {1, 3, "33,3%"}, {2, 3, "66,7%"}, {9999, 10000, "99,9%"}, {1, 10000, "0,1%"}, {456, 1000, "45,6%"}} {
		if got := percent(c.part, c.whole); got != c.want {
			t.Errorf("%d of %d: %s, want %s", c.part, c.whole, got, c.want)
		}
	}
}

func TestTraits(t *testing.T) {
	traits := Traits()
	for _, s := range []string{"Giám đốc Trung tâm Y tế", "Trưởng ban Tổ chức", "Phó Trưởng phòng Nội vụ", "Chủ tịch UBND xã", "Hiệu trưởng", "Đồn trưởng Đồn Biên phòng"} {
		if !traits.Leads(s) {
			t.Errorf("%s does not lead", s)
		}
	}
	for _, s := range []string{"Trưởng bản", "trưởng bản Nà Cúng", "Nông dân", "Giáo viên mầm non", "tổ trưởng vay vốn", "công nhân điện lực", "Bí thư chi bộ bản", "già làng", "y sĩ trạm y tế"} {
		if traits.Leads(s) {
			t.Errorf("%s leads", s)
		}
	}
	for s, want := range map[string]bool{"": false, "Kinh": false, "dân tộc Kinh": false, "Mông": true, "Dân tộc Thái": true, "không rõ": false} {
		if traits.Minority(s) != want {
			t.Errorf("%q: %v", s, !want)
		}
	}
	if !traits.Woman("Nữ") || traits.Woman("Nam") || traits.Woman("") {
		t.Error("gender")
	}
}

func TestCurly(t *testing.T) {
	for s, want := range map[string]string{
		`không có`: `không có`, `"Dân vận khéo"`: `“Dân vận khéo”`, `mô hình ("5 không, 3 sạch").`: `mô hình (“5 không, 3 sạch”).`,
		`anh nói: "Việc "nhỏ""`: `anh nói: “Việc “nhỏ””`, `“đã cong” và "thẳng"`: `“đã cong” và “thẳng”`,
	} {
		if got := Curly(s); got != want {
			t.Errorf("%s: %s, want %s", s, got, want)
		}
	}
}
