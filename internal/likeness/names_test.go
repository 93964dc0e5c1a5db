package likeness

import "testing"

func TestCompareNames(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want likeName
	}{
		{"lo van pan", "lo van pan", sameName},
		{"h t bich ngoc", "ha thi bich ngoc", sameName},
		{"cuong nguien huu", "nguien huu cuong", slippedName},
		{"nguien dang khao", "nguien dang khoa", slippedName},
		{"lo thi soan", "no thi soan", slippedName},
		{"nguien phuong thao", "nguien le phuong thao", shortName},
		{"cuong", "nguien manh cuong", givenName},
		{"a pao", "tan a pao", givenName},
		{"cuong", "cuong", givenName},
		{"tan a pao", "tan lao pao", otherName},
		{"vang a pao", "dang a pao", otherName},
		{"lo van hai", "lo van bai", otherName},
		{"lo van hanh", "lo thi hanh", otherName},
		{"lo van hanh", "", otherName},
		{"sung chu pao", "sung pao chu", otherName},
	} {
		for _, pair := range [][2]string{{test.a, test.b}, {test.b, test.a}} {
			one, other := partsOf([]byte(pair[0])), partsOf([]byte(pair[1]))
			if got := compareNames(&one, &other); got != test.want {
				t.Errorf("%q, %q: %d, want %d", pair[0], pair[1], got, test.want)
			}
		}
	}
}

func TestPlaces(t *testing.T) {
	for in, want := range map[string]string{
		"bản Vàng Pheo, xã Mường So":             "vvang pheo;cmuong so;",
		"BAN VANG PHEO XA MUONG SO":              "vvang pheo;cmuong so;",
		"bản Bản Lang 1, xã Bản Lang":            "vban lang 1;cban lang;",
		"bản Nhóm III, huyện Phong Thổ":          "vnhom 3;",
		"bản Hợp số bảy, xã Dào San":             "vhop so 7;cdao san;",
		"Khóm Tân Thịnh, xã Dào San":             "vtan thinh;cdao san;",
		"Trường PTDTBT THCS Mù Sang":             "ochuong pho thong dan toc ban chu chung hoc co so mu sang;cmu sang;",
		"Công an xã Sì Lở Lầu":                   "ocong an;csi lo lau;",
		"bản Dền Thàng (Dền Thàng A cũ), Nậm Xe": "vden thang;?den thang a;?nam se;",
		"Mù Sang": "?mu sang;",
		"":        "",
	} {
		if got := places(in, ""); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestComparePlaces(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want likePlace
	}{
		{"bản Vàng Pheo, xã Mường So", "Vàng Pheo, Mường So", sameVillage},
		{"bản Vàng Pheo, xã Mường So", "bản Vàng Pheo, xã Phong Thổ", sameVillage}, // of which Mường So is a part now
		{"bản Sin Chải, xã Mù Sang", "bản Sin Chải, xã Nậm Xe", movedHere},
		{"bản Vàng Pheo, xã Mường So", "xã Mường So", sameCommune},
		{"bản Vàng Pheo, xã Mường So", "Trường THCS Mường So", inCommune},
		{"bản Hợp 1, xã Dào San", "bản Hợp 2, xã Dào San", elsewhere},
		{"xã Mường So", "xã Huổi Luông", elsewhere},
		{"Trường Mầm non Mường So", "bản Hợp 1, xã Dào San", elsewhere},
		{"Đồn Biên phòng Ma Lù Thàng", "xã Huổi Luông", unknown},
		{"", "xã Huổi Luông", unknown},
	} {
		for _, pair := range [][2]string{{test.a, test.b}, {test.b, test.a}} {
			if got := comparePlaces([]byte(places(pair[0], "")), []byte(places(pair[1], ""))); got != test.want {
				t.Errorf("%q, %q: %d, want %d", pair[0], pair[1], got, test.want)
			}
		}
	}
}
