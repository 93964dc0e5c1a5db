package choice

import (
	"testing"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

func objects() (list []Choice) {
	for _, o := range report.Objects {
		list = append(list, Choice{texts.Object(o), string(o)})
	}
	return list
}

func categories() (list []Choice) {
	for _, c := range report.Categories {
		list = append(list, Choice{texts.Category(c), string(c)})
	}
	return list
}

// TestOf holds which of a few answers is meant; "" is none of them.
func TestOf(t *testing.T) {
	for _, c := range []struct {
		list []Choice
		said string
		want string
	}{
		{objects(), "số ba", string(report.Household)},
		{objects(), "cái chót", string(report.Household)},
		{objects(), "bác thấy cái đầu tiên là hợp đấy", string(report.Person)},
		{objects(), "cả tổ 6 người lận", string(report.Collective)},
		{objects(), "có một mình o nớ thôi", string(report.Person)},
		{objects(), "ghi là hộ", string(report.Household)},
		{objects(), "cá nhân hoặc hộ, tuỳ cán bộ", ""},
		{objects(), "hộ? hay tập thể? chịu", ""},
		{objects(), "chưa rõ là tập thể hay cá nhân", ""},
		{categories(), "Thuộc loại điển hình tiên tiến, thưa đồng chí.", string(report.Advanced)},
		{categories(), "ngừi tốt vịc tốt", string(report.GoodDeed)},
		{categories(), "em chọn nhầm, người tốt việc tốt chứ không phải điển hình", string(report.GoodDeed)},
		{categories(), "điển hình hay việc tốt gì cũng được, chị chọn hộ", ""},
		{nil, "1", ""},
	} {
		got, ok := Of(c.list, c.said)
		if got.Value != c.want || ok != (c.want != "") {
			t.Errorf("%q: %q, want %q", c.said, got.Value, c.want)
		}
	}
}

// TestSeveralOf holds that all parts of a text are understood, or none is taken.
func TestSeveralOf(t *testing.T) {
	if picks, ok := SeveralOf(objects(), "cá nhân, hộ gia đình"); !ok || len(picks) != 2 {
		t.Errorf("%v, %v", picks, ok)
	}
	if picks, ok := SeveralOf(objects(), "cá nhân, cây cầu"); ok {
		t.Errorf("%v", picks)
	}
}
