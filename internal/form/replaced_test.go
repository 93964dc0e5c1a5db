package form

import (
	"testing"

	"guongsang/internal/report"
)

// told is the draft of a message as a school sends it, in which all is told.
func told() report.Draft {
	return report.Draft{Unit: school.Code, Told: true, Asked: []string{"unit"}, Changed: onThursday, Content: report.Content{
		Category: report.GoodDeed, Object: report.Person, Name: "Lò Thị Panh", Place: "điểm trường Tô Y Phìn", Title: "Góp 45 ngày công dựng bếp ăn",
		Summary: "Cô Panh vận động phụ huynh góp 45 ngày công dựng bếp ăn; 45 ngày công là của 30 hộ.", Consent: report.NotGiven,
	}}
}

// Words that stand in the draft are changed where they stand, and only there.
func TestReplaced(t *testing.T) {
	for _, c := range []struct{ text, title, summary string }{
		{"sửa 45 ngày công thành 54 ngày công", "Góp 54 ngày công dựng bếp ăn", "Cô Panh vận động phụ huynh góp 54 ngày công dựng bếp ăn; 54 ngày công là của 30 hộ."},
		{"em sửa giúp chị 30 hộ thành 33 hộ nhé", "Góp 45 ngày công dựng bếp ăn", "Cô Panh vận động phụ huynh góp 45 ngày công dựng bếp ăn; 45 ngày công là của 33 hộ."},
		{"doi bep an thanh nhà bếp", "Góp 45 ngày công dựng nhà bếp", "Cô Panh vận động phụ huynh góp 45 ngày công dựng nhà bếp; 45 ngày công là của 30 hộ."},
		{"thay “dựng” bằng “xây”", "Góp 45 ngày công xây bếp ăn", "Cô Panh vận động phụ huynh góp 45 ngày công xây bếp ăn; 45 ngày công là của 30 hộ."},
	} {
		d := told()
		if r := AnswerPreview(&d, c.text); r.Outcome != Kept || d.Content.Title != c.title || d.Content.Summary != c.summary {
			t.Errorf("%s: %+v\n%s\n%s", c.text, r, d.Content.Title, d.Content.Summary)
		}
	}
	for _, text := range []string{"sửa 5 ngày công thành 6 ngày công", "sửa 99 thành 100", "đổi thành gì cũng được"} {
		d := told()
		if r := AnswerPreview(&d, text); d.Content.Summary != told().Content.Summary || d.Content.Title != told().Content.Title {
			t.Errorf("%s: %+v, %q", text, r, d.Content.Summary)
		}
	}
}

// To say "gửi" sends nothing, and says what is still to be done.
func TestSaidToBeSent(t *testing.T) {
	for key, texts := range map[string][]string{"place": {"gui di", "ok gửi đi em", "gửi luôn nhé"}, "consent": {"gửi"}, "name": {"gửi đi"}} {
		for _, text := range texts {
			d := draftAt(key)
			if r := asked(t, key).Answer(&d, school, text, nil, false); r.Outcome != Refused || r.Note == "" || d.Content.Place+d.Content.Name != "" {
				t.Errorf("%s: %s: %+v", key, text, r)
			}
		}
	}
	d := told()
	if r := AnswerPreview(&d, "ok gửi đi em"); r.Outcome != Refused || r.Note == "" {
		t.Errorf("under the preview: %+v", r)
	}
}

// Who says that somebody agreed, before that is asked, gives no name and no place.
func TestAgreedIsNoName(t *testing.T) {
	for _, key := range []string{"name", "place"} {
		for _, text := range []string{"đồng ý", "bố mẹ em đồng ý rồi", "cô ấy đồng ý cho đăng tên và ảnh"} {
			d := draftAt(key)
			d.Told, d.Content.Summary = true, "nhặt được ví trả lại cho người mất"
			if r := asked(t, key).Answer(&d, school, text, nil, false); d.Content.Name+d.Content.Place != "" || r.Note == "" {
				t.Errorf("%s: %s: %+v, %q", key, text, r, d.Content.Name+d.Content.Place)
			}
		}
	}
}

// Who tells the whole at the question for the name, after a first word of it, is understood.
func TestIntroducedAtTheName(t *testing.T) {
	for _, text := range []string{
		"em Vàng Thị Sua lớp 8A2 trường THCS thị trấn nhặt được 5 triệu đồng trên đường đi học về hôm 28/10, em nhờ cô chủ nhiệm trả lại cho bà Tẩn Lở Mẩy ở tổ 3",
		"em Vàng Thị Sua lớp 8A2 nhặt được 5 triệu đồng trả lại cho bà Mẩy",
	} {
		d := draftAt("name")
		d.Told, d.Content.Summary = true, "a co mot em hoc sinh lop 8 nhat duoc cua roi"
		if r := asked(t, "name").Answer(&d, school, text, nil, false); d.Content.Name != "Vàng Thị Sua" || r.Outcome == Refused || len(d.Content.Summary) < 60 {
			t.Errorf("%s: %+v, %q, %q", text, r, d.Content.Name, d.Content.Summary)
		}
	}
}

// A sentence that only announces somebody is no title.
func TestTitleOfWhoIsAnnounced(t *testing.T) {
	for deed, want := range map[string]string{
		"Tháng 11 trường giới thiệu cô giáo Lò Thị Panh, giáo viên điểm trường Tô Y Phìn. Nhận nuôi 3 học sinh mồ côi tại nhà từ năm 2024.":                 "Nhận nuôi 3 học sinh mồ côi tại nhà từ năm 2024",
		"Còn một gương nữa: Anh Giàng A Vừ nhặt được ví trả lại cho người mất.":                                                                             "Anh Giàng A Vừ nhặt được ví trả lại cho người mất",
		"Chào em, trường chị xin gửi gương cô Lò Thị Panh, sinh năm 1981, giáo viên điểm trường Sin Chải. Nhận nuôi 3 học sinh mồ côi tại nhà từ năm 2024.": "Nhận nuôi 3 học sinh mồ côi tại nhà từ năm 2024",
		"Kính chào anh chị, cô Panh nhận nuôi 3 học sinh mồ côi tại nhà.":                                                                                   "Cô Panh nhận nuôi 3 học sinh mồ côi tại nhà",
		"Nhận nuôi 3 học sinh mồ côi. Cô được trường giới thiệu.":                                                                                           "Nhận nuôi 3 học sinh mồ côi",
		"Giới thiệu việc làm cho 40 chị em trong bản. Mỗi chị thu nhập 5 triệu đồng.":                                                                       "Giới thiệu việc làm cho 40 chị em trong bản",
	} {
		if got := titleTold(told().Content, deed); got != want {
			t.Errorf("%s: %q", deed, got)
		}
	}
}
