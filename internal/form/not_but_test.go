package form

import (
	"strings"
	"testing"

	"guongsang/internal/report"
)

// What is put right in a sentence goes to the field that has what it denies, whichever
// text is asked for.
func TestNotButAtQuestions(t *testing.T) {
	filled := report.Content{Category: report.GoodDeed, Object: report.Person, Name: "Lò Thị Xoan", Place: "bản Nà Cúng, xã Dào San", Born: 1985,
		Position: "giáo viên", Title: "Cô giáo cứu 2 cháu nhỏ", Summary: "Chiều 1/11 cô nhảy xuống suối Nậm Na, kéo hai cháu nhỏ lên bờ rồi báo gia đình."}
	for _, tt := range []struct{ key, text, field, is string }{
		{"title", "không phải Nà Cúng mà là Nậm Cung", "place", "bản Nậm Cung, xã Dào San"},
		{"summary", "nhầm bản rồi, không phải Nà Cúng mà là Nậm Cung", "place", "bản Nậm Cung, xã Dào San"},
		{"results", "không phải 2 cháu nhỏ mà là 3 cháu nhỏ", "title", "Cô giáo cứu 3 cháu nhỏ"},
		{"results", "không phải suối Nậm Na mà là suối Nậm Pục", "summary", "Chiều 1/11 cô nhảy xuống suối Nậm Pục, kéo hai cháu nhỏ lên bờ rồi báo gia đình."},
		{"title", "không phải 1985 mà là 1986", "born", "1986"},
		{"results", "y tá chứ không phải giáo viên", "position", "y tá"},
		{"position", "không phải Lò Thị Xoan mà là Lò Thị Xuân", "name", "Lò Thị Xuân"},
		{"honoured", "không phải giấy khen xã mà là bằng khen tỉnh", "honoured", "bằng khen tỉnh"},
		{"consent", "không phải Nà Cúng mà là Nậm Cung", "place", "bản Nậm Cung, xã Dào San"},
	} {
		d := report.Draft{Unit: "PT001", Changed: onThursday, Content: filled}
		r := asked(t, tt.key).Answer(&d, office, tt.text, nil, false)
		if q, _ := Find(tt.field); q.Shown(d) != tt.is {
			t.Errorf("%s: %q: %s is %q, outcome %d", tt.key, tt.text, tt.field, q.Shown(d), r.Outcome)
		}
		if tt.key != tt.field && r.Outcome != Kept {
			t.Errorf("%s: %q: outcome %d", tt.key, tt.text, r.Outcome)
		}
	}
}

// A sentence that says what is right has more in it than what it puts right: only that
// comes in the place of what was there.
func TestNotButInASentence(t *testing.T) {
	filled := report.Content{Category: report.GoodDeed, Object: report.Person, Name: "Hà Thị Hoa", Place: "bản Gửu, xã Dào San", Consent: report.NameOnly,
		Title: "Cô Hà dạy 9 năm", Summary: "Cô Hà dạy chữ ở bản 9 năm không nghỉ buổi nào, đã giúp 30 chị em biết đọc từ 9/2017."}
	for text, want := range map[string]string{
		"Cô Hà dạy 10 năm chứ không phải 9 năm":                   "Cô Hà dạy 10 năm",
		"Cô Hà Thị Hoa dạy 10 năm chứ không phải 9 năm":           "Cô Hà dạy 10 năm",
		"Cô dạy 10 năm chứ không phải 9":                          "Cô Hà dạy 10 năm",
		"không phải cô dạy 9 năm mà cô dạy 10 năm":                "Cô Hà dạy 10 năm",
		"à cô dạy chữ ở bản những 10 năm chứ không phải 9 năm":    "Cô Hà dạy 10 năm",
		"Cô Hà dạy toán chứ không phải dạy chữ":                   "Cô Hà dạy toán ở bản 9 năm",
		"cô giúp 40 chị em chứ không phải 30 chị em":              "đã giúp 40 chị em biết đọc",
		"cô ấy là cô Há chứ không phải cô Hà":                     "Cô Há dạy 9 năm",
		"Cô Hà ở bản Nậm Cung chứ không phải bản Gửu":             "bản Nậm Cung, xã Dào San",
		"bác ấy là cán bộ hưu trí thôi chứ không phải nông dân ạ": "Cô Hà dạy 9 năm",
	} {
		for _, key := range []string{"preview", "results", "consent"} {
			d := report.Draft{Unit: "PT001", Changed: onThursday, Content: filled}
			if key == "preview" {
				AnswerPreview(&d, text)
			} else {
				asked(t, key).Answer(&d, office, text, nil, false)
			}
			all := strings.Join([]string{d.Content.Name, d.Content.Title, d.Content.Summary, d.Content.Place}, "\n")
			if !strings.Contains(all, want) || !strings.Contains(all, "Hà Thị Hoa") || !strings.Contains(all, "9/2017") {
				t.Errorf("%s: %q:\n%s", key, text, all)
			}
		}
	}
}

// Nothing is lost that is told behind an answer.
func TestDeedBehindAnAnswer(t *testing.T) {
	for _, tt := range []struct{ key, text, told string }{
		{"consent", "đồng ý tên thôi, cô còn hiến máu 5 lần", "Cô còn hiến máu 5 lần"},
		{"consent", "đồng ý cả tên và ảnh, à anh còn cứu 2 cháu bé hôm 12/10", "À anh còn cứu 2 cháu bé hôm 12/10"},
		{"consent", "đồng ý cả tên và ảnh. Năm ngoái cô còn được chủ tịch xã tặng giấy khen", "Năm ngoái cô còn được chủ tịch xã tặng giấy khen"},
		{"consent", "chỉ tên thôi, ảnh thì cô ngại, cô còn nuôi 2 cháu mồ côi", "Cô còn nuôi 2 cháu mồ côi"},
		{"consent", "đồng ý hết, cô ấy rất phấn khởi", ""},
		{"guardian", "bố mẹ đồng ý, cháu còn nhặt được ví trả lại người mất", "Cháu còn nhặt được ví trả lại người mất"},
		{"gender", "nữ, cô còn hiến máu 5 lần", "Cô còn hiến máu 5 lần"},
		{"preview", "đừng đăng ảnh nữa, cô còn hiến máu 5 lần", "Cô còn hiến máu 5 lần"},
		{"preview", "tên là Lò Thị Hoa, cô còn hiến máu 5 lần", "Cô còn hiến máu 5 lần"},
	} {
		d := report.Draft{Unit: "PT001", Changed: onThursday, Told: true, Content: report.Content{Category: report.GoodDeed, Object: report.Person, Name: "Hà Thị Hoa", Summary: "Cô dạy chữ cho bà con."}}
		var r Reading
		if tt.key == "preview" {
			d.Content.Consent = report.NameAndPhoto
			r = AnswerPreview(&d, tt.text)
		} else {
			r = asked(t, tt.key).Answer(&d, office, tt.text, nil, false)
		}
		if want := strings.TrimSpace("Cô dạy chữ cho bà con.\n" + tt.told); d.Content.Summary != want || r.Outcome != Answered && r.Outcome != Kept {
			t.Errorf("%s: %q: outcome %d, %q", tt.key, tt.text, r.Outcome, d.Content.Summary)
		}
		if tt.key == "consent" && d.Content.Consent == "" || strings.Contains(d.Content.Name, "còn") {
			t.Errorf("%s: %q: consent %q, name %q", tt.key, tt.text, d.Content.Consent, d.Content.Name)
		}
	}
}

// A condition behind an answer is no deed: the part before it must not allow more than the
// whole says.
func TestProvisoBehindAConsent(t *testing.T) {
	for _, tt := range []struct{ key, text string }{
		{"consent", "đồng ý đăng cả tên cả ảnh, mà cô còn muốn hỏi chồng đã"},
		{"consent", "đồng ý cả tên cả ảnh, cô còn dặn che mặt mấy đứa nhỏ"},
		{"consent", "đồng ý cả tên cả ảnh, ông ấy còn ngại lên hình"},
		{"consent", "dong y ca ten ca anh, co con dan che mat may dua nho"},
		{"preview", "đồng ý đăng cả tên cả ảnh, mà cô còn muốn hỏi chồng đã"},
		{"preview", "đồng ý cả tên cả ảnh, cô còn dặn che mặt mấy đứa nhỏ"},
	} {
		d := report.Draft{Unit: "PT001", Changed: onThursday, Told: true, Content: report.Content{Category: report.GoodDeed, Object: report.Person, Name: "Hà Thị Hoa", Summary: "Cô dạy chữ cho bà con."}}
		if tt.key == "preview" {
			d.Content.Consent = report.NameOnly
			AnswerPreview(&d, tt.text)
		} else {
			asked(t, tt.key).Answer(&d, office, tt.text, nil, false)
		}
		if d.Content.Consent == report.NameAndPhoto || d.Content.Summary != "Cô dạy chữ cho bà con." {
			t.Errorf("%s: %q: consent %q, %q", tt.key, tt.text, d.Content.Consent, d.Content.Summary)
		}
	}
}

// Who is somebody else is not told of in this draft, but repeated.
func TestDeedOfAnotherBehindAnAnswer(t *testing.T) {
	d := report.Draft{Unit: "PT001", Changed: onThursday, Content: report.Content{Category: report.GoodDeed, Object: report.Person, Name: "Hà Thị Hoa", Summary: "Cô dạy chữ cho bà con."}}
	r := asked(t, "consent").Answer(&d, office, "chưa đồng ý, anh Lò Văn Pản cũng cứu 2 cháu bé đuối nước", nil, false)
	if r.Outcome != Answered || d.Content.Summary != "Cô dạy chữ cho bà con." || !strings.Contains(r.Note, "Lò Văn Pản") {
		t.Errorf("%+v, %q", r, d.Content.Summary)
	}
}

// A part of the place has a name of its own, and who wonders at a title says the new one.
func TestCorrectedInASentence(t *testing.T) {
	for text, want := range map[string]report.Content{
		"tên bản sửa thành Nậm Cung":                         {Place: "bản Nậm Cung, xã Dào San", Title: "Cô giáo vượt lũ dữ"},
		"tên bản sửa thành bản Nậm Cung":                     {Place: "bản Nậm Cung, xã Dào San", Title: "Cô giáo vượt lũ dữ"},
		"sửa tên bản thành Nậm Cung":                         {Place: "bản Nậm Cung, xã Dào San", Title: "Cô giáo vượt lũ dữ"},
		"tên bản viết sai, phải là Nậm Cung":                 {Place: "bản Nậm Cung, xã Dào San", Title: "Cô giáo vượt lũ dữ"},
		"tên xã sai, xã Mù Cả mới đúng":                      {Place: "bản Gửu, xã Mù Cả", Title: "Cô giáo vượt lũ dữ"},
		"sao nơi ở lại là bản Nậm Cung":                      {Place: "bản Gửu, xã Dào San", Title: "Cô giáo vượt lũ dữ"},
		"tên bản gõ sai":                                     {Place: "bản Gửu, xã Dào San", Title: "Cô giáo vượt lũ dữ"},
		"sao tiêu đề dài thế, đặt ngắn lại: Cô An vượt lũ":   {Place: "bản Gửu, xã Dào San", Title: "Cô An vượt lũ"},
		"sao tiêu đề dài thế, đặt ngắn lại là Cô An vượt lũ": {Place: "bản Gửu, xã Dào San", Title: "Cô An vượt lũ"},
		"tiêu đề dài quá, rút gọn: Cô An vượt lũ":            {Place: "bản Gửu, xã Dào San", Title: "Cô An vượt lũ"},
		"sao tiêu đề dài thế":                                {Place: "bản Gửu, xã Dào San", Title: "Cô giáo vượt lũ dữ"},
	} {
		d := report.Draft{Unit: "PT001", Changed: onThursday, Content: report.Content{Category: report.GoodDeed, Object: report.Person, Name: "Hà Thị Hoa", Place: "bản Gửu, xã Dào San",
			Title: "Cô giáo vượt lũ dữ", Summary: "Cô dạy chữ cho bà con.", Consent: report.NameOnly}}
		AnswerPreview(&d, text)
		if d.Content.Place != want.Place || d.Content.Title != want.Title || d.Content.Name != "Hà Thị Hoa" {
			t.Errorf("%q: %q, %q, %q", text, d.Content.Name, d.Content.Place, d.Content.Title)
		}
	}
}
