package privacy

import (
	"testing"

	"guongsang/internal/report"
)

// of is the View of a content for everybody, with a school as the unit.
func of(c report.Content) View {
	e := report.Example{Content: c, Review: report.Accepted}
	return Of(e, report.Unit{Code: "T1", Name: "Trường Tiểu học Dào San"}, Public, report.NewDate(2026, 11, 20))
}

// TestNamesHidden has texts about people who did not agree. A text that stays as
// it is stands once.
func TestNamesHidden(t *testing.T) {
	for name, texts := range map[string][][2]string{
		"Lò Văn Pản": {
			{"Gia đình ông Lò Văn Pản hiến đất", "Gia đình ông L.V.P. hiến đất"},
			{"LÒ VĂN PẢN hiến đất. Cảm ơn ông Pản.", "L.V.P. hiến đất. Cảm ơn ông P."},
			{"ông Lò Văn Pản... và ông Pản!", "ông L.V.P... và ông P.!"},
			{"Văn Pản, Lò  Văn\nPản; Lò\u00a0Văn Pản", "V.P., L.V.P.; L.V.P."},
			{"lo van pan, lovanpan #LoVanPan lò-văn-pản lò_văn_pản", "L.V.P., L.V.P. #L.V.P. L.V.P. L.V.P."},
			{"Lò V. Pản và L. V. Pản, L.V. Pản, Lò Văn P., Lò Pản", "L.V.P. và L.V.P., L.V.P., L.V.P., L.P."},
			{"L\u200bò Văn Pả\u200bn; Lо̀ Văn Pаn; Lo\u0300 Va\u0306n Pa\u0309n", "L.V.P.; L.V.P.; L.V.P."},
			{"L ò V ă n P ả n hiến đất; L-ò V-ă-n P-ả-n; l ò văn p ả n", "L.V.P. hiến đất; L.V.P.; L.V.P."},
			{"ông P ả n và V ă n P ả n. L ò. V ă n, p h ả n", "ông P. và V.P. L ò. V ă n, p h ả n"},
			{"#camonlovanpan “Lò” Văn Pản (Lò/Văn/Pản)", "#L.V.P. “L.V.P. (L.V.P.)"},
			{"ông L\xffò Văn P\xffản\xff", "ông L.V.P."},
			{"Ông Lò Văn Chiến và bà Vàng Thị Pản, văn bản, họ Lò", ""},
		},
		"Lò Thị Xuân": {
			{"Xuân trả lại ví cho cô giáo Xuân", "X. trả lại ví cho cô giáo X."},
			{"bí thư Xuân, trưởng bản Xuân và Thị Xuân", "bí thư X., trưởng bản X. và T.X."},
			{"văn thư xuân, trưởng ấp xuân dạy trẻ", "văn thư X., trưởng ấp X. dạy trẻ"},
			{"cô xuân dạy trẻ; XUÂN TRẢ LẠI VÍ", "cô X. dạy trẻ; X. TRẢ LẠI VÍ"},
			{"Mùa Xuân, UBND xã Xuân Lập, ông Nguyễn Xuân Phúc, Tết Xuân Bính Ngọ, vui xuân, bà Vàng Thị Xuân", ""},
			{"MÙA XUÂN, XÃ XUÂN LẬP, NGUYỄN XUÂN PHÚC", ""},
		},
		"Phàn Mý Hoa": {
			{"Cô Hoa trồng hoa ban", "Cô H. trồng hoa ban"},
			{"chị hoa bán hoa ở chợ hoa", "chị H. bán hoa ở chợ hoa"},
			{"Hoa ban nở, HOA BAN, vườn hoa, người Hoa", ""},
		},
		"Lò Thị Xuân An": {
			{"Cô An giữ an toàn", "Cô A. giữ an toàn"},
			{"An ninh, công an, Hội An, an toàn, AN NINH, bình an", ""},
			{"Cô Xuân An và chị An", "Cô X.A. và chị A."},
		},
		"Lý Thị Hòa": {
			{"Hoà giúp bà hòa và Lý Thị Hoà", "H. giúp bà H. và L.T.H."},
			{"Hòa bình, hòa giải, TỈNH HÒA BÌNH, Cộng hòa", ""},
		},
		"Sùng A Bình": {
			{"Anh Bình đạt bình quân 20 triệu đồng", "Anh B. đạt bình quân 20 triệu đồng"},
			{"Bình quân mỗi hộ, gia đình Văn hóa, Thái Bình, bình thường", ""},
			{"A Bình và Giàng A Bình", "A.B. và Giàng A Bình"},
		},
		"Vàng Thị Phong": {
			{"Chị Phong dẫn đầu phong trào", "Chị P. dẫn đầu phong trào"},
			{"Phong trào, xã Phong Thổ, Biên phòng, PHONG TRÀO", ""},
		},
	} {
		for _, test := range texts {
			want := test[1]
			if want == "" {
				want = test[0]
			}
			c := report.Content{Object: report.Person, Category: report.GoodDeed, Name: name, Summary: test[0], Consent: report.NotGiven}
			c.Media = []report.Media{{Kind: "photo", Caption: test[0]}}
			v := of(c)
			if v.Summary != want {
				t.Errorf("%s: %q becomes %q, want %q", name, test[0], v.Summary, want)
			}
			if len(v.Photos) != 0 {
				t.Errorf("%s: photos of somebody who did not agree", name)
			}
			c.Summary = want
			if again := of(c).Summary; again != want {
				t.Errorf("%s: %q becomes %q the second time", name, want, again)
			}
		}
	}
}

// TestChildren has texts about a child: all agreed, and nobody did.
func TestChildren(t *testing.T) {
	c := report.Content{Object: report.Person, Category: report.GoodDeed, Name: "Giàng A Minh", Place: "bản Nà Cúng, xã Phong Thổ", Under16: report.Yes, Consent: report.NameAndPhoto}
	for _, test := range []struct{ text, agreed, not string }{
		{"Em Giàng A Minh, học sinh lớp 5A, Trường Tiểu học Dào San", "Em Minh, học sinh, nhà trường", "Em G.A.M., học sinh, nhà trường"},
		{"GIÀNG A MINH (lớp 5A) nhặt ví", "MINH nhặt ví", "G.A.M. nhặt ví"},
		{"A Minh ở bản Nà Cúng. Ở Nà Cúng ai cũng khen", "Minh ở bản. Ở địa phương ai cũng khen", "A.M. ở bản. Ở địa phương ai cũng khen"},
		{"Giàng A Giàng A Minh", "Minh", "Giàng A G.A.M."},
		{"hoc sinh lop 5a truong tieu hoc dao san", "hoc sinh nhà trường", "hoc sinh nhà trường"},
		{"Trường Tiểu học thị trấn Phong Thổ khen em", "Nhà trường khen em", "Nhà trường khen em"},
		{"Bạn ở THCS Mường So, tiểu học Dào San, PTDTBT TH Dào San", "Bạn ở nhà trường, nhà trường, nhà trường", "Bạn ở nhà trường, nhà trường, nhà trường"},
		{"Thôn 3, tổ dân phố số 4, xã Bản Lang", "Thôn, tổ dân phố, xã Bản Lang", "Thôn, tổ dân phố, xã Bản Lang"},
		{"Lớp 5A có em Minh, lớp 5A, nhặt được ví", "Lớp có em Minh, nhặt được ví", "Lớp có em M., nhặt được ví"},
		{"Cả lớp 5A và 5B học tập em", "Cả lớp học tập em", "Cả lớp học tập em"},
		{"Học sinh lớp 5A, 5B và 5C1 khen em, 12 bạn lớp 5/1 học theo", "Học sinh khen em, 12 bạn học theo", "Học sinh khen em, 12 bạn học theo"},
		{"Học sinh lớp 5A và", "Học sinh và", "Học sinh và"},
		{"Em học lớp 5 từ năm 2026, lớp ba tuổi, lớp năm ngoái", "Em học từ năm 2026, lớp ba tuổi, lớp năm ngoái", "Em học từ năm 2026, lớp ba tuổi, lớp năm ngoái"},
		{"Từ trường THCS thị trấn về, bạn ở tieu hoc thi tran", "Từ nhà trường về, bạn ở nhà trường", "Từ nhà trường về, bạn ở nhà trường"},
		{"Học trường mầm non, thị trấn có 2 trường", "Học trường mầm non, thị trấn có 2 trường", "Học trường mầm non, thị trấn có 2 trường"},
		{"EM MINH Ở BẢN NÀ CÚNG HỌC TRƯỜNG THCS MƯỜNG SO", "EM MINH Ở BẢN HỌC NHÀ TRƯỜNG", "EM M. Ở BẢN HỌC NHÀ TRƯỜNG"},
		{"Điểm trường Nà Cúng, môi trường, thị trường", "Điểm trường, môi trường, thị trường", "Điểm trường, môi trường, thị trường"},
		{"Văn bản của Ban Quản lý, 3 bản 12 hộ, tổ 5 người, trưởng bản Giàng A Páo", "Văn bản của Ban Quản lý, 3 bản 12 hộ, tổ 5 người, trưởng bản Giàng A Páo", "Văn bản của Ban Quản lý, 3 bản 12 hộ, tổ 5 người, trưởng bản Giàng A Páo"},
	} {
		c.Title = test.text
		c.GuardianConsent, c.ChildConsent = true, true
		if v := of(c); v.Title != test.agreed || v.Name != "Em Minh" || v.Publicity != Given || v.Place != "xã Phong Thổ" || v.Unit != (Unit{Name: someSchool}) {
			t.Errorf("%q becomes %q, want %q; %+v", test.text, v.Title, test.agreed, v)
		}
		c.ChildConsent = false
		if v := of(c); v.Title != test.not || v.Name != "Em G.A.M." || v.Publicity != Initials {
			t.Errorf("%q becomes %q, want %q; %+v", test.text, v.Title, test.not, v)
		}
	}
}

// TestNamesOfMany has names of collectives, models and households: as they are
// shown if nobody agreed, and if everybody did where that is not as written.
func TestNamesOfMany(t *testing.T) {
	for name, want := range map[string][2]string{
		"Hai em Giàng A Minh và Lò Thị Mai":                     {"Hai em G.A.M. và L.T.M.", "Hai em Minh và Mai"},
		"Nhóm học sinh Lò Văn An, Vàng Thị Bình và Giàng A Páo": {"Nhóm học sinh L.V.A., V.T.B. và G.A.P.", "Nhóm học sinh An, Bình và Páo"},
		"Mô hình nuôi ong của anh Giàng A Páo":                  {"Mô hình nuôi ong của anh G.A.P.", ""},
		"MÔ HÌNH NUÔI ONG CỦA ANH GIÀNG A PÁO":                  {"MÔ HÌNH NUÔI ONG CỦA ANH G.A.P.", ""},
		"mô hình của giàng páo":                                 {"mô hình của G.P.", ""},
		"Vợ chồng anh Lò Văn Pản và chị Vàng Thị Mai":           {"Vợ chồng anh L.V.P. và chị V.T.M.", ""},
		"Chi hội Phụ nữ bản Nà Cúng":                            {"Chi hội Phụ nữ bản Nà Cúng", ""},
		"Đồn Biên phòng Vàng Ma Chải":                           {"Đồn Biên phòng Vàng Ma Chải", ""},
		"Đoàn TNCS Hồ Chí Minh xã":                              {"Đoàn TNCS Hồ Chí Minh xã", ""},
		"Câu lạc bộ Bà mẹ":                                      {"Câu lạc bộ Bà mẹ", ""},
		"Nhà trường - Biên phòng: Bữa sáng biên cương":          {"Nhà trường - Biên phòng: Bữa sáng biên cương", ""},
		"Học tập và làm theo Bác Hồ":                            {"Học tập và làm theo Bác Hồ", ""},
	} {
		if want[1] == "" {
			want[1] = name
		}
		c := report.Content{Object: report.Collective, Category: report.GoodDeed, Name: name}
		if got := of(c).Name; got != want[0] {
			t.Errorf("%q becomes %q, want %q", name, got, want[0])
		}
		c.Consent, c.GuardianConsent, c.ChildConsent = report.NameOnly, true, true
		if got := of(c).Name; got != want[1] {
			t.Errorf("%q, agreed, becomes %q, want %q", name, got, want[1])
		}
	}
}

// TestNamesOfOne has names of persons and households with what stands around.
func TestNamesOfOne(t *testing.T) {
	for name, want := range map[string]string{
		"Hộ gia đình ông Lò Văn Pản":          "Hộ gia đình ông L.V.P.",
		"Cô giáo Xuân":                        "Cô giáo X.",
		"Lò Văn Pản (Trưởng bản)":             "L.V.P. (Trưởng bản)",
		"ông Lò Văn Pản - Trưởng bản Nà Cúng": "ông L.V.P. - Trưởng bản Nà Cúng",
		"Lò Văn Pản (ông Pản)":                "L.V.P. (ông P.)",
		"lò văn pản":                          "L.V.P.",
		"Già A Páo":                           "G.A.P.",
		"Nguyễn thị Mai":                      "N.T.M.",
		"":                                    somebody,
		"???":                                 somebody,
	} {
		for _, object := range []report.Object{report.Person, report.Household} {
			if got := of(report.Content{Object: object, Category: report.GoodDeed, Name: name}).Name; got != want {
				t.Errorf("%s %q becomes %q, want %q", object, name, got, want)
			}
		}
	}
}
