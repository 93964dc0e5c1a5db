package form

import (
	"strings"
	"testing"

	"guongsang/internal/report"
)

// What letters ask besides is taken in words, and taken out again.
func TestMore(t *testing.T) {
	collective := report.Content{Category: report.GoodDeed, Object: report.Collective, Media: []report.Media{{Kind: "photo", Unique: "1"}, {Kind: "document", Unique: "2"}, {Kind: "photo", Unique: "3"}}}
	for _, tt := range []struct {
		key, text string
		outcome   Outcome
		want      string
	}{
		{"phone", "số 0912 345 678 nhé", Answered, "0912 345 678"},
		{"phone", "+84 912 345 678", Answered, "+84 912 345 678"},
		{"phone", "hỏi trưởng bản", Refused, ""},
		{"members", "12 người", Answered, "12"},
		{"members", "1.200", Answered, "1200"},
		{"members", "không rõ lắm", Steered, ""},
		{"women", "13", Answered, "13"},
		{"theme", "Phong trào của xã nhà", Answered, "Phong trào của xã nhà"},
		{"proposal", "Tặng Giấy khen của Chủ tịch UBND xã", Answered, "Tặng giấy khen"},
		{"proposal", "2", Answered, "Biểu dương"},
		{"cleared", "có", Refused, ""},
		{"cleared", "Trưởng bản Lò Văn An", Answered, "Trưởng bản Lò Văn An xác nhận"},
		{"link", "Báo Lai Châu: https://baolaichau.vn/a-b?c=1", Answered, "https://baolaichau.vn/a-b?c=1"},
		{"link", "báo tỉnh", Refused, ""},
		{"captions", "1. Tổ họp; ảnh: Lò Văn An\n2) Vườn lê", Answered, "1. Tổ họp; ảnh: Lò Văn An; 2. Vườn lê"},
		{"captions", "ảnh: Lò Văn An", Answered, "1. (chưa có chú thích); ảnh: Lò Văn An; 2. (chưa có chú thích); ảnh: Lò Văn An"},
		{"captions", "3. Vườn lê", Refused, ""},
		{"captions", "Vườn lê", Refused, ""},
	} {
		d := draftAt(tt.key)
		d.Content = collective
		q := asked(t, tt.key)
		r := q.Answer(&d, office, tt.text, nil, false)
		if r.Outcome != tt.outcome || q.Shown(d) != tt.want {
			t.Errorf("%s: %q: %v, %q", tt.key, tt.text, r, q.Shown(d))
		}
		if q.Shown(d) == "" {
			continue
		}
		if !q.Removable(d, office) {
			t.Errorf("%s cannot be taken out again", tt.key)
			continue
		}
		if q.Remove(&d); q.Shown(d) != "" {
			t.Errorf("%s: taken out, and yet %q", tt.key, q.Shown(d))
		}
	}
}

// There are no more women in a collective than members.
func TestMoreWomenThanMembers(t *testing.T) {
	d := draftAt("women")
	d.Content.Object, d.Content.More.Members = report.Collective, 12
	if r := asked(t, "women").Answer(&d, office, "13", nil, false); r.Outcome == Answered || d.Content.More.Women != 0 {
		t.Errorf("%v, %d women", r, d.Content.More.Women)
	}
}

// Everything of the long form that is optional can be taken out again, but for what has
// its own way.
func TestRemovable(t *testing.T) {
	for _, q := range Questions {
		own := q.Key == "files" || q.Key == "groups" || q.Key == "born" || q.Key == "summary" || q.Key == "spread"
		ever := false
		for _, c := range []report.Content{{Object: report.Person}, {Object: report.Collective}, {Category: report.NewModel}, {Media: []report.Media{{Kind: "photo"}}}} {
			ever = ever || q.Optional(report.Draft{Content: c}, office)
		}
		if ever && q.clear == nil && !own {
			t.Errorf("%s cannot be taken out again", q.Key)
		}
	}
}

// A long text from a file keeps no line that says what is never shown.
func TestArticle(t *testing.T) {
	var d report.Draft
	n := SetArticle(&d, "Ông Lò Văn Pản\nDân tộc: Thái\nĐiện thoại: 0912 345 678\nÔng dậy sớm: bốn giờ sáng.")
	if got := d.Content.More.Article; got != "Ông Lò Văn Pản\nÔng dậy sớm: bốn giờ sáng." || n != 41 {
		t.Errorf("%d: %q", n, got)
	}
	if SetArticle(&d, strings.Repeat("ệ", report.MaxArticle+1)) != report.MaxArticle {
		t.Error("longer than may be")
	}
}
