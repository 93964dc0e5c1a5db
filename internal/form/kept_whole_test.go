package form

import (
	"strings"
	"testing"

	"guongsang/internal/report"
)

// TestKeptWhole holds answers that look like something else at their beginning or end, and
// what they become. "ask" and "again" keep nothing and repeat the text.
func TestKeptWhole(t *testing.T) {
	for _, c := range [][3]string{
		{"name", "nguyễn văn hỉ", "name=nguyễn văn hỉ"},
		{"name", "lò thị hen", "name=lò thị hen"},
		{"name", "nguyễn thị chị", "name=nguyễn thị chị"},
		{"name", "Nguyễn Văn Được gọi là Ba Được", "name=nguyễn văn được gọi là ba được"},
		{"name", "Lường Văn Hòa, thường gọi là ải Hòa", "name=lường văn hòa"},
		{"title", "Người đưa con chữ đến Cầu Kè", "title=người đưa con chữ đến cầu kè / ask"},
		{"title", "Mai viết tiếp ước mơ của mẹ", "title=mai viết tiếp ước mơ của mẹ"},
		{"title", "Người thầy không cần xe vẫn đi bộ", "title=người thầy không cần xe vẫn đi bộ / ask"},
		{"result", "mai làm tiếp đoạn đường còn lại", "result=mai làm tiếp đoạn đường còn lại / ask"},
		{"object", "cá nhân, ông Phan Văn Tám", "object=ca-nhan; name=phan văn tám"},
		{"object", "chưa rõ là tập thể hay cá nhân", "again"},
		{"consent", "đúng, đăng đi em", "ask / again"},
		{"consent", "không đáng ngại, chị đồng ý", "ask / again"},
		{"consent", "ảnh: không", "consent=chua / ask / again"},
		{"consent", "cô đổi ý, không cho đăng nữa", "consent=chua"},
		{"born", "sinh năm một chín tám hai", "born=1982"},
		{"born", "sinh năm hai không không năm", "born=2005"},
		{"born", "sinh năm tám lăm", "born=1985"},
		{"position", "anh là con ông Páo, trưởng bản", "position=anh là con ông páo, trưởng bản"},
		{"place", "sinh năm 1979, ở bản Hua Nà", "born=1979; place=bản hua nà"},
		{"return-reasons", "mai làm tiếp phần còn lại", "reasons=mai làm tiếp phần còn lại"},
	} {
		if got := becomesOf(t, c[0], c[1]); !meant(got, c[2], c[1]) {
			t.Errorf("%s: %q: %s, want %s", c[0], c[1], got, c[2])
		}
	}
}

// TestPhotosAreOfPhotos holds that a text is of the photos only where it says who took one,
// or what one shows, and nothing else.
func TestPhotosAreOfPhotos(t *testing.T) {
	for text, shown := range map[string]string{
		"Người chụp: Lò Văn An":           "Lò Văn An",
		"ảnh: không":                      "",
		"Ảnh: bỏ":                         "",
		"1. Chị Xoan bên vườn lê":         "Chị Xoan bên vườn lê",
		"1-2 phút nữa em gửi thêm ảnh":    "",
		"1. xong":                         "",
		"1. không có":                     "",
		"Người chụp: thầy An. Cô Lan dạy": "",
	} {
		d := report.Draft{Unit: "PT001", Changed: onThursday}
		d.Content.Media = []report.Media{{Kind: "photo"}}
		_, took := ofPhoto(&d, text, true)
		if took != (shown != "") || !strings.Contains(shownCaptions(d), shown) {
			t.Errorf("%q: taken %v, %q", text, took, shownCaptions(d))
		}
	}
}

// TestAnothersDeedIsAnothers holds that a kind before a comma does not put the deed of
// somebody else into a draft, nor a birth before an answer one into it where none is asked.
func TestAnothersDeedIsAnothers(t *testing.T) {
	d := report.Draft{Unit: "PT001", Changed: onThursday, Told: true}
	d.Content.Name, d.Content.Summary = "Lò Văn An", "Lò Văn An hiến đất làm đường cho bản"
	r := asked(t, "category").Answer(&d, office, "Người tốt việc tốt, chị Tẩn Thị Mẩy ở bản Sin Chải nhặt được 5 triệu đồng trả lại người mất", nil, false)
	if r.Outcome != Another || strings.Contains(d.Content.Summary, "Mẩy") {
		t.Errorf("%v: %q", r.Outcome, d.Content.Summary)
	}
	d = report.Draft{Unit: "PT001", Changed: onThursday}
	asked(t, "results").Answer(&d, office, "Sinh năm 2015, cháu bé được chị nuôi, nay học lớp 5", nil, false)
	if d.Content.Born != 0 {
		t.Errorf("born %d", d.Content.Born)
	}
}
