package form

import (
	"strings"
	"testing"

	"guongsang/internal/intent"
)

// Where something is looked for, words of deeds are looked for, however much they are like
// a cry for help; only what speaks to the program is heard.
func TestDeedsAreLookedFor(t *testing.T) {
	for outcome, texts := range map[Outcome]string{
		Answered: "hiến máu|hien mau|hiến máu nhân đạo|giúp đỡ người già|hỗ trợ người nghèo|hướng dẫn viên|hướng dẫn kỹ thuật trồng chè|" +
			"bày cách làm men lá|biết ơn|sạt lở|mẫu giáo|giới thiệu|cứu người|Lò Văn Ơn",
		Aside:   "hướng dẫn|trợ giúp|giúp tôi với|tìm thế nào?|liên hệ ai|số điện thoại|cảm ơn|xin chào|mẫu",
		Steered: "thôi|dừng",
	} {
		for text := range strings.SplitSeq(texts, "|") {
			if r := TakesSought.Beside(intent.Speaker{}, text, false); r.Outcome != outcome {
				t.Errorf("%q: %v, %q", text, r.Outcome, r.Meaning.Intent)
			}
		}
	}
}
