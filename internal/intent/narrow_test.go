package intent

import (
	"fmt"
	"strings"
	"testing"

	"guongsang/internal/report"
)

func TestNarrowed(t *testing.T) {
	today := report.NewDate(2026, 11, 27)
	for text, want := range map[string]string{
		"hiến đất tháng 10":                   "hien dat [2026-10] 0  []",
		"hiến đất t10/2025":                   "hien dat [2025-10] 0  []",
		"Tìm hiến đất tháng 12":               "hien dat [2026-12] 0  []",
		"tháng 3 năm ngoái":                   " [2025-03] 0  []",
		"tháng này":                           " [2026-11] 0  []",
		"quý III":                             " [2026-Q3 2026-07 2026-08 2026-09] 0  []",
		"gương của xã Dào San năm 2025":       "xa dao san [] 2025  []",
		"mô hình mới trả lại":                 " [] 0 mhm [returned]",
		"người tốt việc tốt đã đăng":          " [] 0 ntvt [published]",
		"điển hình tiên tiến chờ xem":         " [] 0 dhtt [received]",
		"cứu hai em nhỏ":                      "cuu hai em nho [] 0  []",
		"mô hình trồng chuối nhé":             "mo hinh trong chuoi [] 0  []",
		"tìm giúp Vàng Thị Xuân Anh với":      "vang thi xuan anh [] 0  []",
		"nhặt được ví, trả lại người mất":     "nhat duoc vi tra lai nguoi mat [] 0  []",
		"trả lại của trường Hoa Ban tháng 10": "truong hoa ban [2026-10] 0  [returned]",
		"người tốt việc tốt chờ xem khối 1":   "khoi 1 [] 0 ntvt [received]",
		"đã đăng mô hình mới":                 " [] 0 mhm [published]",
		"tìm":                                 "tim [] 0  []",
		"năm em nhỏ":                          "nam em nho [] 0  []",
		"":                                    " [] 0  []",
	} {
		n := Narrowed(text, today)
		if got := fmt.Sprint(strings.Join(n.Words, " "), " ", n.Periods, " ", n.Year, " ", n.Category, " ", n.Reviews); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
