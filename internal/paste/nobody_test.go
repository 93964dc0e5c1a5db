package paste

import "testing"

// Who says that there was nobody else, and tells of one, introduces that one; who says
// that nobody was found, and signs, introduces nobody.
func TestNobodyElseIsSomebody(t *testing.T) {
	for text, introduces := range map[string]bool{
		"Trước đây xã không có ai để giới thiệu, nay xin giới thiệu anh Lò Văn Páo, bản Nà Cúng, cứu 2 cháu nhỏ đuối nước đêm 1/11.":   true,
		"Không có gương nào sáng hơn chị Lò Thị Mai, bản Phìn Hồ, hiến 300 m2 đất làm đường.":                                          true,
		"Tháng 10 chưa có gương điển hình, tháng 11 có chị Lò Thị Mai hiến 300 m2 đất làm đường vào bản.":                              true,
		"Bản chưa có gương tiêu biểu về hiến đất cho đến khi anh Sùng A Páo hiến 500 m2 đất ruộng.":                                    true,
		"Chưa có ai để giới thiệu như bà Hà Thị Then: bà nhặt được 5 triệu đồng, trả lại người mất.":                                   true,
		"Chưa có ai để giới thiệu như bà Hà Thị Then: 20 năm nuôi trẻ mồ côi.":                                                         true,
		"Truong mam non Tà Lèng bao cao quy IV: Truong chua lua chon duoc guong dien hinh de gioi thieu.\nHieu truong\nNguyễn Thị Tâm": false,
		"Trường Tiểu học Nậm Cha tháng này chưa chọn được gương điển hình nào để giới thiệu. Hiệu trưởng Lò Văn Chung":                 false,
	} {
		if p := Read(text); p.IsTalk() == introduces || p.SaysNil() == introduces {
			t.Errorf("%q: talk %t, nil %t", text, p.IsTalk(), p.SaysNil())
		}
	}
}

// A place is where somebody works, a birth what is told as one, a number what stands behind
// its label.
func TestToldOfSomebody(t *testing.T) {
	for text, want := range map[string]Told{
		"Cô Lò Thị Xuân đến công tác tại Trường Mầm non Dào San từ 2010, dạy 30 cháu":  {Name: "Lò Thị Xuân", Place: "Trường Mầm non Dào San"},
		"Cô Lò Thị Xuân lên nhận công tác ở Trường Mầm non Dào San, dạy 30 cháu":       {Name: "Lò Thị Xuân", Place: "Trường Mầm non Dào San"},
		"Anh Tẩn A Páo, hơn 20 tuổi đảng, bản Nà Cúng hiến 300 m2 đất làm đường":       {Name: "Tẩn A Páo", Place: "bản Nà Cúng"},
		"Anh Tẩn A Páo, 30 tuổi đảng, bản Nà Cúng hiến 300 m2 đất làm đường":           {Name: "Tẩn A Páo", Place: "bản Nà Cúng"},
		"Anh Nguyễn Văn Bảo (2024), bản Nà Cúng cứu 2 người bị lũ cuốn trôi trong đêm": {Name: "Nguyễn Văn Bảo", Place: "bản Nà Cúng"},
		"Anh Nguyễn Văn Bảo (1984), bản Nà Cúng cứu 2 người bị lũ cuốn trôi trong đêm": {Name: "Nguyễn Văn Bảo", Place: "bản Nà Cúng", Born: "1984"},
	} {
		got := ToldBy(text)
		if got.Name != want.Name || got.Place != want.Place || got.Born != want.Born {
			t.Errorf("%q: %+v", text, got)
		}
	}
	if key, _, ok := FieldLabelled("ảnh: Phùng Láo Tả"); ok && key == "name" {
		t.Error("who took a photo is taken for who is introduced")
	}
	for value, want := range map[string]string{"Lò Văn A, sđt 01234567890": "sđt 01234567890", "Lò Văn A (ĐT 0912.345.678)": "ĐT 0912.345.678"} {
		if rest, out := WithoutNumbers(value); rest != "Lò Văn A" || out != want {
			t.Errorf("%q: %q and %q", value, rest, out)
		}
	}
}
