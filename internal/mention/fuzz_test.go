package mention

import (
	"encoding/json"
	"testing"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// FuzzText: whatever an example says, it is found again in a text that says it, plain and
// as a value of JSON, whatever stands around it; and nothing that is not said is found.
func FuzzText(f *testing.F) {
	f.Add("Lò Thị Xuân An", "0912 345 678", "Chín năm ở lại điểm trường xa nhất, góp gạo nấu bữa trưa cho các cháu.", "chị lo thi xuan an")
	f.Add("Ỹ y", "+84912345678", "a a a a a a a a", "a a a a a a a")
	f.Add("", "", "", "")
	f.Add("\u0301\u0301 \u200d", "٠٩١٢٣٤٥٦٧٨", "\xff\xfe một hai ba bốn năm sáu bảy", `{"a":["\ud800",{"b":"c"}]}`)
	f.Add("ǅ ﬁ İ", "1", "ﬁ ﬁ ﬁ ﬁ ﬁ ﬁ ﬁ", "-")
	f.Fuzz(func(t *testing.T, name, phone, summary, other string) {
		name, phone, summary = letters.Clean(name), letters.Clean(phone), letters.Clean(summary) // as all that is kept
		tells := Of([]report.Example{{Number: "G-2026-0042", Content: report.Content{Name: name, Summary: summary, More: report.More{Phone: phone}}}})
		around := func(said string) string { return "a " + said + " b" }
		for what, said := range map[string]string{"name": name, "phone": phone, "summary": summary} {
			words := len(wordsOf(said))
			switch {
			case what == "name" && words < 2, what == "phone" && len(letters.Digits(said)) < 8, what == "summary" && words < inARow:
				continue
			}
			if !tells.Text(around(said)) {
				t.Errorf("the %s %q is not found in a text", what, said)
			}
			if value, err := json.Marshal(map[string][]string{"x": {around(said)}}); err == nil && !tells.In(value) {
				t.Errorf("the %s %q is not found in %s", what, said, value)
			}
		}
		if words := wordsOf(other); len(words) < 2 && letters.Digits(other) == "" && tells.Text(other) {
			t.Errorf("%q tells of it", other)
		}
		tells.In([]byte(other))
		tells.Names(other)
	})
}
