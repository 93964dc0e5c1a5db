package privacy

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"guongsang/internal/report"
)

// What a name is made of. Of the given names most are everyday words as well.
var (
	someFamilies = strings.Fields("Lò Vàng Giàng Tẩn Phàn Sùng Hoàng Phạm Lường Quàng Chẻo Mùa Đào Lý Pờ Thào Đỗ Trần")
	someMiddles  = []string{"Văn", "Thị", "A", "Thị Xuân", "Mý", "Phủ", "Đức", "Quốc", "Minh", "Thu", ""}
	someGiven    = strings.Fields("Pản Páo Lìn Sử Dế Xuân Hoa Bình An Minh Hòa Phong Mai Lan Hương Công Thành Tiến Trang Hạnh Quân Tâm Sáng Thái Nam Sơn Dung Đức Thanh Liên Hiền Phúc Quý Vui Yên Ánh Điệp Thủy Khoa Nghĩa Lợi Cường")
	someTitles   = []string{"ông", "bà", "anh", "chị", "cô giáo", "em", "đồng chí", "bí thư", "trưởng bản", "Ông", "Cô", "thiếu tá", "già làng"}
)

// fillers are what stands around a name. They hold many everyday words that are
// given names too, and other people's names.
var fillers = []string{
	"Mùa xuân, hoa ban nở khắp bản", "Bình quân mỗi hộ thu nhập 20 triệu đồng", "An ninh trật tự, an toàn giao thông được giữ vững", "Công an xã cùng bộ đội biên phòng",
	"Phong trào thi đua yêu nước", "UBND xã Phong Thổ tặng giấy khen", "Hòa bình và hạnh phúc", "Văn hóa, thể thao", "lan tỏa trong cộng đồng", "vì ngày mai tươi sáng",
	"quê hương đổi mới", "Thành công nhờ đoàn kết", "điển hình tiên tiến năm 2026", "trang trại và vườn cây", "quân dân một lòng", "tận tâm với nghề", "người Thái, người Mông",
	"tiếng Việt", "sử dụng vốn vay đúng mục đích", "đạo đức tốt", "Đoàn Thanh niên Cộng sản Hồ Chí Minh", "liên hệ thường xuyên", "hiền lành, chăm chỉ", "Trung tâm Y tế",
	"quý I năm 2026", "niềm vui chung", "yên tâm công tác", "ánh sáng về bản", "ý kiến của dân", "thủy lợi nhỏ", "khoa học và công nghệ", "tình làng nghĩa xóm", "lợi ích lâu dài",
	"kiên cường vượt khó", "ông Nguyễn Xuân Phúc", "bác sĩ Hoàng Văn Thụ", "hiến 320 m² đất", "Sáng kiến hay", "mặt bằng 1.200 m²", "minh bạch thu chi", "nội dung rõ ràng",
}

// A spelling writes a name in one of the ways in which people do.
type spelling func(words []string) string

var spellings = map[string]spelling{
	"as it is":       func(w []string) string { return strings.Join(w, " ") },
	"capitals":       func(w []string) string { return strings.ToUpper(strings.Join(w, " ")) },
	"small":          func(w []string) string { return strings.ToLower(strings.Join(w, " ")) },
	"without marks":  func(w []string) string { return unmarked(strings.Join(w, " ")) },
	"small, bare":    func(w []string) string { return strings.ToLower(unmarked(strings.Join(w, " "))) },
	"taken apart":    func(w []string) string { return norm.NFD.String(strings.Join(w, " ")) },
	"two spaces":     func(w []string) string { return strings.Join(w, "  ") },
	"no-break space": func(w []string) string { return strings.Join(w, "\u00a0") },
	"line break":     func(w []string) string { return strings.Join(w, "\n") },
	"hyphens":        func(w []string) string { return strings.Join(w, "-") },
	"low dashes":     func(w []string) string { return strings.Join(w, "_") },
	"joined":         func(w []string) string { return strings.Join(w, "") },
	"zero width":     func(w []string) string { return strings.Join(w, " \u200b") },
	"soft hyphen":    func(w []string) string { return strings.Join(w, " \u00ad") },
	"Cyrillic": func(w []string) string {
		return strings.NewReplacer("a", "а", "o", "о", "P", "Р", "e", "е", "c", "с").Replace(strings.Join(w, " "))
	},
}

// unmarked takes the marks off, in a way of its own.
func unmarked(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == 'đ':
			return 'd'
		case r == 'Đ':
			return 'D'
		case unicode.Is(unicode.Mn, r):
			return -1
		}
		return r
	}, norm.NFD.String(s))
}

// letterOf are the initials of some words.
func letterOf(words []string) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(string([]rune(w)[:1]) + ".")
	}
	return b.String()
}

// TestNamesNowhereElseUntouched puts a name in any of its spellings, whole,
// without the family name or the given name alone after a word of address, into
// everyday text: exactly it becomes initials, and nothing else changes.
func TestNamesNowhereElseUntouched(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := strings.Fields(rapid.SampledFrom(someFamilies).Draw(t, "family") + " " + rapid.SampledFrom(someMiddles).Draw(t, "middle") + " " + rapid.SampledFrom(someGiven).Draw(t, "given"))
		var text, want strings.Builder
		for range rapid.IntRange(1, 4).Draw(t, "sentences") {
			before, after := rapid.SampledFrom(fillers).Draw(t, "before"), rapid.SampledFrom(fillers).Draw(t, "after")
			title := rapid.SampledFrom(someTitles).Draw(t, "title")
			said := words[rapid.IntRange(0, len(words)-1).Draw(t, "left out"):]
			how := rapid.SampledFrom(keysOf(spellings)).Draw(t, "spelling")
			if bare := cut(strings.ToLower(unmarked(said[0]))).words[0]; len(said) == 1 && how == "small, bare" && lexis().ordinary[bare.spell] {
				how = "as it is" // "cô hoa" among words with marks is not cô Hòa
			}
			if strings.HasPrefix(how, "small") && strings.HasPrefix(after, said[len(said)-1]+" ") {
				how = "as it is" // a capital behind a comma and a small word names somebody
			}
			end := rapid.SampledFrom([]string{".", "!", ", ", "…"}).Draw(t, "end")
			text.WriteString(before + "; " + title + " " + spellings[how](said) + ", " + after + end + "\n")
			want.WriteString(before + "; " + title + " " + letterOf(said) + ", " + after + end + "\n")
		}
		c := report.Content{Object: report.Person, Category: report.GoodDeed, Name: strings.Join(words, " "), Summary: text.String(), Born: 1980}
		if got := of(c).Summary; got != want.String() {
			t.Fatalf("of %s\n%q becomes\n%q, want\n%q", c.Name, c.Summary, got, want.String())
		}
	})
}

func keysOf(m map[string]spelling) (keys []string) {
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
