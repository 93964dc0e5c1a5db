package paste

import "testing"

// Whom a text introduces, and from where, is read whichever people it is of.
func TestToldBy(t *testing.T) {
	for _, tt := range []struct{ text, name, born, place, position string }{
		{"Chị Y Phơi Ayun, buôn Ea Tul, xã Cư M'gar, dạy đan gùi miễn phí cho 25 cháu", "Y Phơi Ayun", "", "buôn Ea Tul, xã Cư M'gar", ""},
		{"Ông Y Blŏk Niê ở buôn Kô Siêr phường Tân Lập hiến 1.200 m2 đất làm nhà cộng đồng", "Y Blŏk Niê", "", "buôn Kô Siêr phường Tân Lập", ""},
		{"Bà Ka Thếp, bon Bu Prâng, xã Quảng Trực nhận nuôi 3 trẻ mồ côi", "Ka Thếp", "", "bon Bu Prâng, xã Quảng Trực", ""},
		{"anh K'Brèo (SN 1988), thôn 4, xã Đinh Trang Thượng: lao xuống suối cứu 2 em nhỏ", "K'Brèo", "1988", "thôn 4, xã Đinh Trang Thượng", ""},
		{"Chú Chau Sóc Kha, phum Tà Ngáo, xã An Cư bắc 4 cây cầu", "Chau Sóc Kha", "", "phum Tà Ngáo, xã An Cư", ""},
		{"Bà Hồ Thị Con – thôn Pa Hy – xã A Lưới 2 – đỡ đẻ cho 120 sản phụ.", "Hồ Thị Con", "", "thôn Pa Hy, xã A Lưới 2", ""},
		{"Anh Voòng Sìn Phu, khu 3, phường Móng Cái 1 bắt quả tang trộm", "Voòng Sìn Phu", "", "khu 3, phường Móng Cái 1", ""},
		{"Chị Vừ Thị Dế sinh tháng 7/1993, cô đỡ thôn bản xã Pú Nhi, 9 năm đỡ đẻ an toàn", "Vừ Thị Dế", "thang 7/1993", "", ""},
		{"anh Nguyễn Đức Tài - bảo vệ chợ trung tâm - trả lại 50tr cho bà bán rau", "Nguyễn Đức Tài", "", "", "bảo vệ chợ trung tâm"},
		{"Em Sín Thị Mỷ - lớp 7A2 - Trường PTDTBT THCS Sà Phìn, nhặt được 6 triệu đồng", "Sín Thị Mỷ", "", "Trường PTDTBT THCS Sà Phìn", ""},
		{"Bản Nậm Hăn 1 có 40 hộ, chị Lù Thị Mỷ góp 3 năm công làm đường", "Lù Thị Mỷ", "", "Bản Nậm Hăn 1", ""},
		{"Ông Tô Văn Bảy, ngụ tổ 14 p. Tân Phong, chở miễn phí bệnh nhân", "Tô Văn Bảy", "", "tổ 14 p. Tân Phong", ""},
		{"Câu lạc bộ Hát then thôn Bản Coóng, xã Vĩnh Thông duy trì 35 buổi tập", "Câu lạc bộ Hát then thôn Bản Coóng", "", "thôn Bản Coóng, xã Vĩnh Thông", ""},
		{"Mô hình Tuyến đường hoa phụ nữ tự quản ở ấp Thạnh Lợi, xã Mỹ Hòa: dài 2 km", "Tuyến đường hoa phụ nữ tự quản", "", "ấp Thạnh Lợi, xã Mỹ Hòa", ""},
		{"học sinh năm 2020 của trường Võ Thị Sáu, phường Chu Văn An nhặt được ví", "", "", "trường Võ Thị Sáu, phường Chu Văn An", ""},
		{"Anh Giàng A Tủa hôm qua giúp bà Mẩy ở tổ 3 dựng lại mái nhà bị tốc", "Giàng A Tủa", "", "", ""},
		{"anh giang a tua hom qua giup ba may o to 3 dung lai mai nha bi toc", "giang a tua", "", "", ""},
		{"Chị Vàng Thị May cứu một cụ già neo đơn ở thôn Hồng Thu bị lũ cuốn", "Vàng Thị May", "", "", ""},
		{"Ông Phàn Lở Mẩy nhặt ví trả lại cho chị Sùng Thị Dế bản Vàng Ma Chải", "Phàn Lở Mẩy", "", "", ""},
		{"Anh Giàng A Tủa giúp bà Mẩy ở tổ 3 dựng lại nhà, nhà anh ở bản Nà Cúng", "Giàng A Tủa", "", "bản Nà Cúng", ""},
		{"Anh Giàng A Tủa ở bản Nà Cúng giúp bà Mẩy ở tổ 3 dựng lại nhà", "Giàng A Tủa", "", "bản Nà Cúng", ""},
		{"Em Giàng A Minh, con chị Dua ở bản Nà Cúng, nhặt được 5 triệu", "Giàng A Minh", "", "bản Nà Cúng", ""},
		{"Anh Tẩn A Páo và anh Sính ở bản Nà Cúng cứu 2 cháu nhỏ", "Tẩn A Páo", "", "bản Nà Cúng", ""},
		{"Chị Vàng Thị May cùng bà con ở thôn Hồng Thu làm 2 km đường", "Vàng Thị May", "", "thôn Hồng Thu", ""},
		{"diem truong Tô Y Phìn co co giao Lo Thi Xuan 5 nam bam ban", "Lo Thi Xuan", "", "diem truong Tô Y Phìn", ""},
		{"Cô giáo Đèo Thị Ngân ở diem truong Tô Y Phìn mua áo ấm cho 20 học sinh", "Đèo Thị Ngân", "", "diem truong Tô Y Phìn", "Cô giáo"},
		{"ANH TẨN A PÁO Ở BẢN NÀ CÚNG XÃ DÀO SAN CỨU 2 CHÁU NHỎ", "Tẩn A Páo", "", "bản Nà Cúng, xã Dào San", ""},
		{"Anh Tẩn A Páo ở BẢN NÀ CÚNG cứu 2 cháu nhỏ", "Tẩn A Páo", "", "bản Nà Cúng", ""},
		{"Cô giáo LÒ THỊ XUÂN ở điểm trường Sin Chải 5 năm bám bản", "Lò Thị Xuân", "", "điểm trường Sin Chải", ""},
		{"tẩn a páo ở bản nà cúng cứu 2 cháu nhỏ đuối nước", "tẩn a páo", "", "bản nà cúng", ""},
		{"em Vàng Thị Sua lớp 8A2 trường THCS thị trấn nhặt được ví của bà Tẩn Lở Mẩy ở tổ 3", "Vàng Thị Sua", "", "lớp 8A2 trường THCS thị trấn", ""},
		{"Nhà trường xin giới thiệu em Vàng Thị Sua, lớp 5A, nhặt được 5 triệu của bà Tẩn Lở Mẩy ở tổ 3", "Vàng Thị Sua", "", "lớp 5A", ""},
		{"y sĩ Hạng Thị Sua, 33 tuổi, Trạm y tế xã Hồng Thu, đỡ 12 ca sinh", "Hạng Thị Sua", "33 tuoi", "Trạm y tế xã Hồng Thu", "y sĩ"},
		{"Bản có thầy giáo Bế Ích Quân, 69 tuổi, đã nghỉ hưu, dạy chữ cho 20 người", "Bế Ích Quân", "69 tuoi", "", ""},
		{"nguyên trưởng bản Hù Cố Xuân, 1950, bản Gò Khà, hòa giải 13 vụ", "Hù Cố Xuân", "1950", "bản Gò Khà", ""},
		{"Công an viên Mào Văn Thỏa, bản Nậm Cầy, lội suối đưa 2 mẹ con về bờ", "Mào Văn Thỏa", "", "bản Nậm Cầy", "Công an viên"},
		{"Chị Bùi Thị Mơ (1985), công nhân vệ sinh, nhặt được 47 triệu đồng, đem trả lại", "Bùi Thị Mơ", "1985", "", "công nhân vệ sinh"},
		{"Chị Bùi Thị Mơ, 2 con nhỏ, nhặt được ví, đem trả lại", "Bùi Thị Mơ", "", "", ""},
		{"Ông Phàn Vần Sài dắt ngựa chở rau, biếu bếp ăn Trường Tiểu học Tả Phìn mỗi tuần 20 kg", "Phàn Vần Sài", "", "", ""},
		{"Ông Phàn Vần Sài trồng rau. Trường Tiểu học Tả Phìn mỗi tuần được 20 kg", "Phàn Vần Sài", "", "", ""},
		{"anh tẩn a páo ở bản mình cứu 2 cháu nhỏ đuối nước", "tẩn a páo", "", "", ""},
	} {
		got := ToldBy(tt.text)
		if got.Name != tt.name || got.Born != tt.born || got.Place != tt.place || got.Position != tt.position {
			t.Errorf("%s\n%+v", tt.text, got)
		}
	}
}

// What people pass on that introduces nobody begins no draft, whoever is named in it.
func TestIsTalk(t *testing.T) {
	for text, talk := range map[string]bool{
		"Kính mời các đồng chí dự họp chi bộ lúc 14h tại nhà văn hóa bản Nà Phát. Đồng chí Lò Văn Pâng báo cáo.":                    true,
		"Chúc mừng đồng chí Lò Thị Xuân được bổ nhiệm chức vụ Phó Hiệu trưởng Trường Mầm non Hoa Ban.":                              true,
		"Tin buồn: Cụ Lò Văn Ỉnh, sinh năm 1938, trú tại bản Pá Đông, đã từ trần hồi 5h ngày 24/11. Lễ viếng từ 8h.":                true,
		"BIÊN BẢN HỌP THÔN\nThời gian: 19h ngày 20/11/2026\nChủ trì: ông Lò Văn Én\nThư ký: bà Hà Thị Sen\nNội dung: bàn làm đường": true,
		"Mất điện thoại ở chợ phiên sáng nay, ai nhặt được gọi số 0977 123 456 em cảm ơn và hậu tạ":                                 true,
		"Cho em xin số điện thoại của chị Lò Thị Mai bên Hội Phụ nữ với ạ":                                                          true,
		"Nhân ngày 20/11, trường giới thiệu gương cô Lò Thị Mai, 15 năm cắm bản Nà Lạ":                                              false,
		"Chúc mừng em Lầu Y Nhìa lớp 9C đạt giải Nhất cuộc thi sáng tạo trẻ toàn tỉnh":                                              false,
		"Anh Lò Văn Pâng nhận được thông báo lũ, trong đêm đã cứu 3 người ở bản Nà Lạ":                                              false,
	} {
		if got := Read(text); got.IsTalk() != talk || talk && got.Introduces(true) {
			t.Errorf("talk is %v: %s", !talk, text)
		}
	}
}
