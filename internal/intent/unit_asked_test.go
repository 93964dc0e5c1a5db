package intent

import "testing"

func TestUnitAsked(t *testing.T) {
	for text, want := range map[string]string{
		"gia hạn mầm non Dào San":   "mầm non Dào San",
		"tạm dừng PT004":            "PT004",
		"mời đầu mối cho PT004":     "PT004",
		"mã mời Pa Vây Sử":          "Pa Vây Sử",
		"mầm non Dào San gửi chưa?": "mầm non Dào San",
		"mầm non Dào San":           "",
		"gia hạn":                   "",
	} {
		if got := UnitAsked(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
