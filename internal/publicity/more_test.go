package publicity

import (
	"strings"
	"testing"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// What was told besides is used where the View shows it: the quote in all that tells, an
// article as it was written, the video under it, and who wrote and who took the photo.
func TestToldBesides(t *testing.T) {
	v := privacy.View{
		Number: "G-2026-0001", Audience: privacy.Public, Review: report.Selected, Category: report.GoodDeed, Object: report.Person,
		Name: "Lò Văn Pản", Named: true, Place: "bản Dền Thàng", Title: "Hiến đất mở đường", Summary: "Ông hiến đất ruộng để mở rộng đường bản.",
		Unit: privacy.Unit{Code: "PT001", Name: "Trường Hoa Ban"},
	}
	plain, err := Of(v)
	if err != nil {
		t.Fatal(err)
	}
	v.More = privacy.More{Quote: "Đường rộng thì trẻ con đi học đỡ khổ", Author: "Tẩn A Páo", AuthorUnit: "Đài xã", Video: "https://example.vn/video"}
	forms, err := Of(v)
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range All {
		if !strings.Contains(forms[form], "trẻ con đi học đỡ khổ”.") || strings.Contains(plain[form], "Chia sẻ") {
			t.Errorf("%s has no quote, or one that nobody said:\n%s", form, forms[form])
		}
		if has, want := strings.Contains(forms[form], v.More.Video), form == Article || form == ZaloPage; has != want {
			t.Errorf("%s leads to the video: %t", form, has)
		}
	}
	office := texts.Office{Agency: "Phòng Văn hóa - Xã hội"}
	if got := office.PublicityAuthorBlock(v)[0]; got != "Người viết: Tẩn A Páo, Đài xã" {
		t.Error(got)
	}
	if got := office.PublicityAuthor(v, MaxAuthor); got != "Tẩn A Páo" {
		t.Error(got)
	}
	if got := caption(v, privacy.Photo{Caption: "Đường mới", Author: "Lan"}); got != "Đường mới. Ảnh: Lan" {
		t.Error(got)
	}
	v.More.Article = "Sáng ấy trời còn mù sương.\n\nCả bản ra đường làm, người cuốc, người xúc, đến chiều thì xe máy đã qua được tới tận điểm trường, nơi bọn trẻ đứng đợi."
	if forms, err = Of(v); err != nil || !strings.Contains(forms[Article], "Sáng ấy trời còn mù sương.") || strings.Contains(forms[Channel], "Sáng ấy") {
		t.Errorf("the article as it was written, %v:\n%s", err, forms[Article])
	}
}
