package form

import (
	"testing"

	"guongsang/internal/paste"
	"guongsang/internal/report"
)

// A word under a preview changes the consent only if it speaks of it, and whoever
// takes the photos back takes nothing else back.
func TestConsentUnderAPreview(t *testing.T) {
	for text, want := range map[string]report.Consent{
		"anh ấy đổi ý không cho đăng ảnh":  report.NameOnly,
		"bỏ ảnh đi em nhé, không đăng ảnh": report.NameOnly,
		"không đồng ý đăng tên và ảnh":     report.NotGiven,
		"anh Páo gọi bảo đừng đăng tên":    report.NotGiven,
		"không":  report.NameAndPhoto,
		"tất cả": report.NameAndPhoto,
	} {
		d := report.Draft{Content: report.Content{Name: "Tẩn A Páo", Consent: report.NameAndPhoto}}
		AnswerPreview(&d, text)
		if got := d.Content.Consent; got != want {
			t.Errorf("%s: consent %q, want %q", text, got, want)
		}
	}
}

// Everybody reads the name; the ethnic group beside it is kept apart.
func TestEthnicityBesideAName(t *testing.T) {
	q, _ := Find("name")
	d := report.Draft{Content: report.Content{Object: report.Person}}
	q.Answer(&d, report.Unit{}, "Tẩn A Páo, dân tộc Dao", nil, false)
	if d.Content.Name != "Tẩn A Páo" || d.Content.Ethnicity != "Dao" {
		t.Errorf("name %q, ethnicity %q", d.Content.Name, d.Content.Ethnicity)
	}
}

// A school that introduces a pupil is not what is introduced.
func TestWhoIntroducesIsNoName(t *testing.T) {
	d := report.Draft{Unit: "PT001", Asked: []string{"unit"}, Changed: inNovember}
	TakePaste(&d, paste.Read("Trường THCS xin giới thiệu em Giàng A Minh, sinh ngày 12/03/2011, học sinh lớp 9B. Em nhặt được ví có 6.450.000 đồng và đã trả lại người mất."))
	if d.Content.Object == report.Collective || d.Content.Name != "" && d.Content.Name != "Giàng A Minh" {
		t.Errorf("%s %q", d.Content.Object, d.Content.Name)
	}
}

// A text that names what stands in the draft and what is right puts that in its place.
func TestNotButThis(t *testing.T) {
	for _, c := range []struct{ text, name, place string }{
		{"nhầm bản rồi, không phải Nà Cúng mà là Nậm Cung", "Lò Thị Chanh", "bản Nậm Cung, xã Dào San"},
		{"ở Nậm Cung chứ không phải Nà Cúng", "Lò Thị Chanh", "bản Nậm Cung, xã Dào San"},
		{"không phải Lò Thị Chanh mà là Lù Thị Chanh", "Lù Thị Chanh", "bản Nà Cúng, xã Dào San"},
		{"họ của chị là Lù, Lù Thị Chanh chứ không phải Lò Thị Chanh", "Lù Thị Chanh", "bản Nà Cúng, xã Dào San"},
	} {
		d := report.Draft{Unit: "PT001", Changed: onThursday, Content: report.Content{Category: report.GoodDeed, Object: report.Person, Name: "Lò Thị Chanh", Place: "bản Nà Cúng, xã Dào San"}}
		r := AnswerPreview(&d, c.text)
		if r.Outcome != Kept || d.Content.Name != c.name || d.Content.Place != c.place {
			t.Errorf("%s: %+v, %q, %q", c.text, r, d.Content.Name, d.Content.Place)
		}
	}
}
