package unitname

import "testing"

func TestSaysKind(t *testing.T) {
	for typed, want := range map[string]bool{
		"MN Dào San": true, "lhpn xã": true, "hội pn Dào San": true, "vp đảng ủy": true, "ủy ban xã": true, "TYT Dào San": true, "xã Dào San": true, "bệnh viện tỉnh": true,
		"đảng ủy": true, "Văn phòng UBND": true, "Dào San": false, "Lò Thị Mai": false, "": false,
	} {
		if got := SaysKind(typed); got != want {
			t.Errorf("%q: %t", typed, got)
		}
	}
}
