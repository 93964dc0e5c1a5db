package intent

import "testing"

// What asks how to answer is one rule, whether it is asked for alone or understood among
// all that a sentence may ask for.
func TestAsksHow(t *testing.T) {
	none := func(string) bool { return false }
	for _, tt := range []struct {
		by   Speaker
		text string
		how  bool
	}{
		{Speaker{Serves: true, Open: "summary"}, "viết dài bao nhiêu thì được ạ", true},
		{Speaker{Serves: true, Open: "born"}, "có phải ghi cả năm sinh không", true},
		{Speaker{Serves: true, Open: "place"}, "ghi bản hay ghi xã ạ?", true},
		{Speaker{Serves: true, Open: "object", Offers: none}, "trường thì tính là gì", true},
		{Speaker{Serves: true, Open: "title"}, "trường thì tính là gì", false},
		{Speaker{Serves: true, Open: "title"}, "Người thầy không ngại đường xa", false},
		{Speaker{Serves: true, Open: "place"}, "bản Hay xã Nậm Xe", false},
		{Speaker{Agency: true, Open: "reason"}, "ghi tên hay nơi ở đều sai, mong sửa ạ", false},
		{Speaker{Serves: true}, "ghi bản hay ghi xã ạ?", false},
	} {
		if got := tt.by.AsksHow(tt.text); got != tt.how {
			t.Errorf("%s: %q: %v", tt.by.Open, tt.text, got)
		}
		if m := Understand(tt.by, tt.text); tt.how && (m.Intent != AskHelp || m.Unsure) {
			t.Errorf("%s: %q is understood as %v", tt.by.Open, tt.text, m)
		}
	}
}
