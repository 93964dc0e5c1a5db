package choice

import (
	"fmt"
	"testing"
)

// TestNumbers holds which numbers of a list a text names, and what it says behind them: "-"
// is a text of its own, "[]" one of which no number is known.
func TestNumbers(t *testing.T) {
	for said, want := range map[string]string{
		"số một với số bốn nghe":                 "[1 4]",
		"lý do thứ hai và thứ năm":               "[2 5]",
		"1 vs 3":                                 "[1 3]",
		"không phải 2, lý do 3 mới đúng":         "[3]",
		"em chọn 2 và 3, à không, 4":             "[4]",
		"không phải 3":                           "[]",
		"cả hai":                                 "[]",
		"hai lý do":                              "[]",
		"cả 1 lẫn 7, nhắc gửi ảnh rõ hơn":        "[1 7] nhắc gửi ảnh rõ hơn",
		"số 2, ghi thêm: bổ sung xác nhận":       "[2] bổ sung xác nhận",
		"2, ghi thêm tên thôn":                   "[2] ghi thêm tên thôn",
		"Năm và tháng sinh chưa ghi":             "-",
		"Ba, mẹ của cháu chưa đồng ý":            "-",
		"Thứ nhất, bài dài. Thứ hai, sai tên":    "-",
		"mục 4, 5 của bài viết sai":              "-",
		"chỉ có 1 ảnh":                           "-",
		"2 năm":                                  "-",
		"chị tự ghi nhé":                         "-",
		"trả lại cho bà":                         "-",
		"ghi lý do sau nhé":                      "-",
		"lý do sáu":                              "[6]",
		"ly do sau":                              "[6]",
		"tôi chọn lý do thứ tư":                  "[4]",
		"đọc lại danh sách cho chị nghe":         "asks",
		"có những lý do gì rứa em":               "asks",
		"danh sách người nhận quà chưa có":       "-",
		"bài này đọc lại thấy trùng bài tháng 9": "-",
	} {
		got := "-"
		if numbers, ok := Numbers(said); ok {
			got = fmt.Sprint(numbers)
		} else if numbers, note, ok := NumbersFirst(said); ok {
			got = fmt.Sprint(numbers) + " " + note
		}
		if AsksForList(said) {
			got = "asks"
		}
		if got != want {
			t.Errorf("%q: %s, want %s", said, got, want)
		}
	}
}
