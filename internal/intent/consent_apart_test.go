package intent

import "testing"

// TestConsentApart holds what is given where the name and the photo are spoken of apart: what
// is not plain gives less, or nothing.
func TestConsentApart(t *testing.T) {
	for said, want := range map[string]string{
		"ổng cho ghi tên, còn hình thì ổng mắc cỡ không cho": "name",
		"hình thì nỏ cho chụp, tên thì được":                 "name",
		"cho đăng tên, ảnh thì ngại":                         "name",
		"cho đăng tên, không ngại đăng ảnh":                  "",
		"ổng cho ghi tên, hình để tui hỏi lại":               "",
		"có ảnh rồi nhé, tên ghi ở trên":                     "",
		"bố mẹ cháu và cháu đều ok cả tên cả ảnh":            "both",
		"Đương sự không nhất trí cho đăng tải":               "none",
		"thầy dặn đừng đưa lên":                              "none",
		"đúng, đăng đi em":                                   "",
		"thôi đừng đăng bài của bác ấy nữa":                  "",
		"không đáng ngại đâu em":                             "",
		"máy thuê bao suốt, đã hỏi được đâu":                 "none",
		"đã hỏi đâu vào đấy rồi":                             "",
		"ba ay khong cho dang ten va anh":                    "none",

		"tên cô bảo thôi, ảnh cũng không":                        "",
		"tên để chị ấy nghĩ đã, ảnh cũng không":                  "",
		"tên thì cho nếu chồng cô đồng ý, ảnh cô mắc cỡ lắm":     "",
		"ten thi cho neu chong co dong y, anh co mac co lam":     "",
		"đồng ý đăng cả tên cả ảnh, mà cô còn muốn hỏi chồng đã": "",
	} {
		if got := ConsentIn(said); string(got) != want {
			t.Errorf("%q gives %q, want %q", said, got, want)
		}
	}
}
