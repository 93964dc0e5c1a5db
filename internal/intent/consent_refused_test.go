package intent_test

import (
	"testing"

	"guongsang/internal/intent"
	"guongsang/internal/report"
)

// Who refuses the name has given nothing, or is asked about the photo alone; the name that
// may be shown stays so without it.
func TestRefusedName(t *testing.T) {
	for said, want := range map[string]report.Consent{
		"đừng ghi tên, bỏ ảnh luôn": report.NotGiven, "chị ấy ngại nêu tên, không đăng ảnh": report.NotGiven, "tên không, ảnh không": report.NotGiven,
		"ảnh thì được, tên thì thôi nhé": "", "tên thì không sao, ảnh thì đừng": "",
		"dong y dang ten khong dang anh": report.NameOnly, "dùng tên, không dùng ảnh": report.NameOnly, "chỉ tên thôi": report.NameOnly,
		"đồng ý cả tên và ảnh": report.NameAndPhoto,
	} {
		if got := intent.ConsentIn(said); got != want {
			t.Errorf("%q: %q, want %q", said, got, want)
		}
	}
}
