package letters

import "testing"

func TestTidy(t *testing.T) {
	tests := []struct{ in, want string }{
		{"  Lò Văn A \r\n", "Lò Văn A"},
		{"Hoa\u0300", "Hoà"},
		{"a\x00b\x07c", "abc"},
		{"đảo \u202engược\u202c", "đảo ngược"},
		{"👩‍👩‍👧 gia đình", "👩‍👩‍👧 gia đình"},
		{" \u200b\u200d \u3164", ""},
		{"<b>&lt;*_[]()~", "<b>&lt;*_[]()~"},
		{"a\xffb", "ab"},
	}
	for _, tt := range tests {
		if got := Tidy(tt.in); got != tt.want {
			t.Errorf("Clean(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}
