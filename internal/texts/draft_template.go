package texts

import (
	"strings"

	"guongsang/internal/letters"
)

// fieldLabels are the ways in which people label the parts of an
// introduction, by question.
var fieldLabels = map[string][]string{
	"category":  {"loại", "loại gương", "loại hình", "phân loại"},
	"object":    {"đối tượng", "đối tượng được giới thiệu"},
	"name":      {"họ tên", "họ và tên", "tên", "họ tên người được giới thiệu", "người được giới thiệu", "nhân vật", "tên tập thể", "tên mô hình", "chủ hộ", "tên chủ hộ", "họ tên chủ hộ", "tên cá nhân", "họ và tên người được giới thiệu", "họ và tên chủ hộ", "tên nhóm", "tên đơn vị, tập thể", "tập thể"},
	"place":     {"địa chỉ", "đơn vị", "nơi ở", "nơi công tác", "đơn vị công tác", "nơi làm việc", "nơi cư trú", "nơi ở/đơn vị", "cơ quan", "thôn", "bản", "địa phương", "trường", "nơi thường trú", "địa chỉ thường trú", "nơi ở hiện nay", "trú quán", "trú tại", "nơi ở, nơi công tác", "chỗ ở", "ở", "nơi học tập", "đơn vị thực hiện"},
	"title":     {"tiêu đề", "tiêu đề ngắn", "tên gương", "tên bài"},
	"summary":   {"việc làm", "tóm tắt", "thành tích", "tóm tắt việc làm", "tóm tắt thành tích", "tóm tắt việc làm, thành tích", "nội dung", "việc làm, thành tích", "việc làm nổi bật", "gương", "thành tích đạt được", "thành tích nổi bật", "tóm tắt nội dung", "nội dung việc làm", "nội dung mô hình", "việc", "cách làm"},
	"spread":    {"lan tỏa", "sức lan tỏa", "tác động", "tác động, lan tỏa", "tác động, sức lan tỏa", "nhân rộng", "khả năng nhân rộng", "lan tỏa, nhân rộng", "khả năng lan tỏa"},
	"consent":   {"đồng ý", "xin phép", "xin phép công khai", "đồng ý công khai", "công khai"},
	"born":      {"năm sinh", "sinh năm", "ngày sinh", "ngày tháng năm sinh", "sinh ngày", "ngày, tháng, năm sinh"},
	"gender":    {"giới tính", "nam/nữ"},
	"position":  {"chức vụ", "nghề nghiệp", "chức vụ, nghề nghiệp", "chức danh", "nghề", "chức vụ, đơn vị công tác", "chức vụ, đơn vị", "công việc"},
	"ethnicity": {"dân tộc"},
	"groups":    {"nhóm", "nhóm ưu tiên", "nhóm đối tượng", "đối tượng ưu tiên"},
	"field":     {"lĩnh vực"},
	"results":   {"kết quả", "kết quả bằng số liệu", "số liệu", "hiệu quả"},
	"when":      {"thời gian", "thời gian diễn ra", "thời điểm"},
	"honoured":  {"đã khen", "đã được khen", "khen thưởng", "khen thưởng đã có", "hình thức khen thưởng", "danh hiệu, hình thức khen thưởng đã được tặng", "các hình thức khen thưởng", "hình thức khen thưởng đã được tặng", "danh hiệu đã được khen"},
}

// fieldOf is the question of each label, folded.
var fieldOf = func() map[string]string {
	of := map[string]string{}
	for key, labels := range fieldLabels {
		for _, label := range labels {
			of[foldLabel(label)] = key
		}
	}
	return of
}()

// FieldOf finds the question that a label means, or "". "Địa chỉ/Nơi ở"
// means what either part means.
func FieldOf(label string) string {
	if key := fieldOf[foldLabel(label)]; key != "" {
		return key
	}
	for part := range strings.FieldsFuncSeq(strings.ReplaceAll(letters.Fold(label), " hoac ", "/"), isSlash) {
		if key := fieldOf[foldLabel(part)]; key != "" {
			return key
		}
	}
	return ""
}

func isSlash(r rune) bool { return r == '/' || r == '(' }

// foldLabel compares labels without diacritics, case and the marks between
// their words.
func foldLabel(label string) string {
	return strings.Join(strings.FieldsFunc(letters.Fold(label), func(r rune) bool {
		return strings.ContainsRune(" ,/()*\"“”.", r)
	}), " ")
}
