package mention

import (
	"testing"

	"guongsang/internal/report"
)

// A text tells of an example by its number, a name, a phone or seven words in a row, in
// whichever spelling.
func TestText(t *testing.T) {
	f := Of([]report.Example{{Number: "G-2026-0042", Content: report.Content{
		Name: "Lò Thị Xuân An", Title: "Cô giáo cắm bản",
		Summary: "Chín năm ở lại điểm trường xa nhất, góp gạo nấu bữa trưa cho các cháu.",
		More:    report.More{Phone: "0912 345 678"},
	}}})
	for text, want := range map[string]bool{
		"Gương G-2026-0042 đã được tiếp nhận":                    true,
		"chị lo thi xuan an ở bản Nà Cúng":                       true,
		"gọi 0912.345.678 nhé":                                   true,
		"điểm trường xa nhất, góp gạo nấu bữa trưa":              true,
		"góp gạo nấu bữa trưa":                                   false,
		"Gương G-2026-0043 đã được tiếp nhận":                    false,
		"Lò Thị Xuân, bản Nà Cúng":                               false,
		"Hạn gửi gương tháng 11 năm 2026 là thứ Sáu, 20/11/2026": false,
	} {
		if got := f.Text(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
