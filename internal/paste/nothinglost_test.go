package paste_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"guongsang/internal/form"
	"guongsang/internal/paste"
	"guongsang/internal/report"
)

// lineParts are what the lines of pasted texts are made of.
var lineParts = []string{
	"Họ và tên: ", "Ông: ", "Năm sinh: ", "Nơi ở: ", "Thành tích: ", "Kết quả: ", "Điện thoại: ", "Người viết: ", "Chức vụ", "Việc làm", "Mô hình: ", "Loại: [ ] A [x] ", "1. ", "- ", "> ", "\t", " | ", "; ", ", ", ". ", " - ", "  ",
	"Lò Thị Xuân An", "Tẩn Phủ Lìn", "bản Nà Cúng", "sinh năm 1985", "dân tộc Thái", "012085001234", "0900 000 002", "hiến 320 m² đất", "Em chào chị", "Em cảm ơn", "Kính gửi: UBND xã", "Nơi nhận:", "Lưu: VT", "HIỆU TRƯỞNG",
	"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TT", "STT", "đồng ý đăng tên và ảnh", "x", "😀", "…", "........", "x́", "giáo viên",
}

// Whatever is pasted, each of its letters and digits is afterwards in a field of
// the draft, refused with the text repeated, or left out and said to be: of the
// letters of a value only the order may be another. What the labels say and
// digits that were masked are no content.
func TestNothingPastedIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.SampledFrom(append([]string{"\n", "\n", "\n"}, lineParts...)), 1, 40).Draw(t, "parts")
		text := strings.Join(parts, " ")
		p := paste.Read(text)
		if unread := unreadWords(p.Text, everything(p)); unread != "" {
			t.Fatalf("%q lost %q: %+v", text, unread, p)
		}
		d := report.Draft{Unit: "PT001", Asked: []string{"unit"}, Changed: time.Date(2026, time.November, 10, 8, 0, 0, 0, time.UTC)}
		refused, _ := form.TakePaste(&d, p)
		kept := slices.Concat(p.Around, p.Aside)
		for _, q := range form.Questions {
			kept = append(kept, q.Shown(d))
		}
		kept = append(kept, d.Content.Summary)
		for _, s := range refused {
			kept = append(kept, s.Value)
		}
		// what a word stands for is shown in words of ours: only texts are compared
		for _, key := range []string{"name", "place", "title", "summary", "results", "spread", "position", "when", "honoured", "author", "authorunit", "quote", "article", "chief"} {
			if lost := paste.WordsLost(withoutLabels(p.Fields[key]), kept); lost != "" {
				t.Fatalf("%q: %s %q lost %q: %q", text, key, p.Fields[key], lost, kept)
			}
		}
		if lost := paste.WordsLost(withoutLabels(p.Rest), kept); lost != "" {
			t.Fatalf("%q: rest %q lost %q: %q", text, p.Rest, lost, kept)
		}
	})
}

// everything is all that a paste holds, with the labels that it met.
func everything(p paste.Paste) string {
	all := slices.Concat(p.Around, p.Aside, []string{p.Rest})
	for key, value := range p.Fields {
		all = append(all, key, value)
	}
	return strings.Join(all, "\n")
}

// unreadWords are the words of a text that are in no part of what was read, but for
// those of labels.
func unreadWords(text, read string) string {
	return paste.WordsLost(withoutLabels(text), []string{read})
}

// withoutLabels takes the words of labels out of a text made of lineParts.
func withoutLabels(text string) string {
	return strings.NewReplacer("Họ và tên", "", "Ông:", "", "Năm sinh", "", "Điện thoại", "", "Nơi ở", "", "Thành tích", "", "Kết quả", "", "Chức vụ", "", "Việc làm", "", "Mô hình", "", "Loại", "", "Người viết", "", "Đề nghị", "", "dân tộc", "", "sinh năm", "",
		"[ ] A", "", "[x]", "", "1.", "").Replace(text)
}
