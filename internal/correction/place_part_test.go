package correction

import "testing"

// A text that names one part of a place puts that right, and the others stand.
func TestPartOfPlace(t *testing.T) {
	for _, tt := range []struct{ place, text, value, want string }{
		{"bản Nà Sài, xã Mường Pồn, tỉnh Điện Biên", "tên xã sửa thành Mường Phăng", "xã Mường Phăng", "bản Nà Sài, xã Mường Phăng, tỉnh Điện Biên"},
		{"bản Nà Sài, xã Mường Pồn", "tên xã sửa thành Mường Phăng", "xã Mường Phăng", "bản Nà Sài, xã Mường Phăng"},
		{"bản Nà Sài, xã Mường Pồn, tỉnh Điện Biên", "tên bản sửa thành Nậm Cung", "Nậm Cung", "bản Nậm Cung, xã Mường Pồn, tỉnh Điện Biên"},
		{"bản Nà Sài", "tên xã sửa thành Mường Phăng", "xã Mường Phăng", "xã Mường Phăng"},
	} {
		if got := PartOfPlace(tt.place, tt.text, tt.value); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.text, got, tt.want)
		}
	}
}
