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
		{objects(), "tổ trưởng", string(report.Person)},
		{objects(), "hội trưởng hội phụ nữ", string(report.Person)},
		{objects(), "nhà giáo ưu tú", string(report.Person)},
		{objects(), "nhà văn", string(report.Person)},
		{objects(), "truong ban", string(report.Person)},
		{objects(), "bà", string(report.Person)},
		{objects(), "ba", string(report.Household)},
		{objects(), "trường bản Nà Cúng", string(report.Collective)},
		{objects(), "tổ trưởng và cả tổ cùng làm", string(report.Collective)},
		{objects(), "tổ dân phố", string(report.Collective)},
		{objects(), "nhà anh Páo", string(report.Household)},
		{objects(), "lúc đầu định chọn tập thể mà thôi, cá nhân đi", string(report.Person)},
		{objects(), "tính chọn tập thể mà nghĩ lại, cá nhân vậy", string(report.Person)},
		{objects(), "tậpp thể", string(report.Collective)},
		{objects(), "tổ thợ", string(report.Collective)},
		{categories(), "lúc đầu định chọn mô hình mới mà thôi, người tốt việc tốt đi", string(report.GoodDeed)},
		{categories(), "ngừi tốt việc tốt", string(report.GoodDeed)},
		{categories(), "người tốc việc tốc", string(report.GoodDeed)},
		{categories(), "việc tốtt", string(report.GoodDeed)},
		{categories(), "gương điễn hình", string(report.Advanced)},
		{categories(), "điểm hình", string(report.Advanced)},
		{categories(), "điểm danh", ""},
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
