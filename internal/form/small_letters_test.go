package form

import (
	"testing"

	"guongsang/internal/report"
)

// A name or a village that was typed in small letters stands in documents as it is written.
func TestTypedInSmallLetters(t *testing.T) {
	for _, tt := range []struct {
		content         report.Content
		key, text, want string
	}{
		{report.Content{Object: report.Person}, "name", "lò thị hoa", "Lò Thị Hoa"},
		{report.Content{Object: report.Person}, "name", "giàng a páo", "Giàng A Páo"},
		{report.Content{Object: report.Person}, "name", "y hạ niê", "Y Hạ Niê"},
		{report.Content{Object: report.Person}, "name", "lo thi hoa", "Lo Thi Hoa"},
		{report.Content{Object: report.Person}, "name", "Lò thị Hoa", "Lò thị Hoa"},
		{report.Content{Object: report.Collective}, "name", "tổ tự quản bản nà cúng", "tổ tự quản bản nà cúng"},
		{report.Content{Category: report.NewModel}, "name", "lò sấy nông sản", "lò sấy nông sản"},
		{report.Content{}, "place", "bản nà sài", "bản Nà Sài"},
		{report.Content{}, "place", "bản nà sài, xã dào san", "bản Nà Sài, xã Dào San"},
		{report.Content{}, "place", "thôn 3", "thôn 3"},
		{report.Content{}, "place", "tổ dân phố 3", "tổ dân phố 3"},
		{report.Content{}, "place", "trạm y tế xã", "trạm y tế xã"},
		{report.Content{}, "place", "trường tiểu học dào san", "trường tiểu học dào san"},
	} {
		d := report.Draft{Unit: "PT001", Changed: onThursday, Content: tt.content}
		q := asked(t, tt.key)
		if r := q.Answer(&d, office, tt.text, nil, false); r.Outcome != Answered || q.Shown(d) != tt.want {
			t.Errorf("%s: %q: outcome %d, %q", tt.key, tt.text, r.Outcome, q.Shown(d))
		}
	}
}
