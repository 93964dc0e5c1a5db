package digest_test

import (
	"strings"
	"testing"
)

// Lists stand on wide pages: A4 lying, with the margins of Decree 30/2020.
const (
	wideText       = 16838 - 1701 - 1134
	wideLeftFoot   = 6000
	wideRightFoot  = wideText - wideLeftFoot
	rankWide       = 640  // 1.000
	gistWide       = 5503 // two lines of digest.gist
	noteWide       = 1450 // two lines of texts.Category
	notesWide      = 2000 // a line of each of what texts.DocumentNote says to internal readers
	markOnEachPage = "{{luu_hanh}}"
	wideSectionXML = `<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>` + widePageXML
	widePageXML    = `<w:type w:val="nextPage"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>` + pageNumbersXML
	pageNumbersXML = `<w:pgNumType w:start="1"/><w:cols w:space="720"/><w:titlePg/></w:sectPr>`
)

// peopleTable is the list of examples, in the column of whose deeds two lines of
// digest.gist have room, and in that of their kinds what is noted of them.
func peopleTable(notes int) string {
	return lastRowsApart([]int{rankWide, 1620, 1380, 3580 - notes, notes, gistWide, 1280},
		"TT|Họ và tên\n(năm sinh)|Chức vụ,\nnghề nghiệp|Nơi công tác, nơi ở\n(đơn vị giới thiệu)|Loại|Tóm tắt việc làm, thành tích|Đề xuất",
		"{{guong.tt}}|{{guong.nguoi}}|{{guong.chuc_vu}}|{{guong.noi_don_vi}}|{{guong.ghi_chu}}|{{guong.tom_tat}}|{{guong.hinh_thuc}}")
}

// lastRowsApart is one whose last rows go on to the next page together, with what is under it.
func lastRowsApart(widths []int, head, row string) string {
	return wideTable(widths, head, rowsOf("guong", row)...)
}

// wideTable has a head that comes again on each page, and a row for each item of its lists.
func wideTable(widths []int, head string, rows ...[]string) string {
	total := 0
	for _, w := range widths {
		total += w
	}
	if total != wideText {
		panic("a table that does not fill the page")
	}
	return table(widths, strings.Split(head, "|"), rows...)
}

func wideSignature(recipients ...string) string {
	to := para(look{style: "NoiNhan", keep: true}, run(12, "bi", "Nơi nhận:")) + strings.Join(recipients, "")
	center := look{align: "center", keep: true}
	signer := para(center, run(14, "b", "{{chuc_vu}}")) + para(look{align: "center", before: 1500}, run(14, "b", "{{nguoi_ky}}"))
	return grid{widths: []int{wideLeftFoot, wideRightFoot}, zeroInset: true, rows: [][]string{{to, signer}}}.xml()
}

func listTitle(title, of string) string {
	return para(look{align: "center", before: 240}, run(14, "b", title)) + para(look{align: "center"}, run(14, "b", of)) + ruleOf(wideText, subjectRule)
}

func toCouncil() string {
	return wideSignature(text("NoiNhan", "- {{hoi_dong}};"), text("NoiNhan", "- {{luu}}.")) + para(look{line: 20, exact: true})
}

func annexLayout() string {
	return para(look{align: "center"}, run(14, "b", "{{phu_luc_guong}}")) +
		para(look{align: "center", before: 60}, run(13, "b", "DANH SÁCH GƯƠNG ĐÃ TIẾP NHẬN {{ky_hoa}}")) +
		para(look{align: "center", before: 60}, run(13, "i", "(Bản có họ tên đầy đủ, kèm theo "+keptReport+" ngày      tháng {{thang}} năm {{nam}}\ncủa {{ten_co_quan}}, trình {{hoi_dong}})")) +
		ruleUnder(wideText, 2000, 100) + para(look{line: 120, exact: true}) +
		// above the list: behind it nothing holds it in the company of a row
		text("NoiNhan", "Bản này ghi họ tên đầy đủ, kể cả của người chưa đồng ý công khai và của trẻ em (nếu có); chỉ dùng để xem xét, không sao chụp, không đăng lại. Trường hợp ghi “không công khai tên”: văn bản khác và bài đăng chỉ gọi tên như trong báo cáo.") +
		para(look{line: 120, exact: true}) + peopleTable(notesWide) + para(look{line: 20, exact: true})
}

func nomineesLayout() string {
	people := lastRowsApart([]int{rankWide, 1800, 2400, gistWide, 1300, 2360},
		"TT|Họ và tên\n(năm sinh)|Chức vụ, đơn vị|Tóm tắt thành tích|Hình thức\nđề xuất|Lưu ý",
		"{{guong.tt}}|{{guong.nguoi}}|{{guong.chuc_vu_don_vi}}|{{guong.tom_tat}}|{{guong.hinh_thuc}}|{{guong.luu_y}}")
	note := func(s string) string { return para(look{style: "NoiNhan", keep: true}, run(0, "", s)) }
	return letterhead("") +
		listTitle("DANH SÁCH TRÍCH NGANG", "Gương được đề xuất biểu dương, khen thưởng {{ky}}") +
		para(look{align: "center", before: 60, after: 160}, run(13, "i", "(Đề xuất của cơ quan, đơn vị giới thiệu; không thay hồ sơ khen thưởng)")) +
		text("Than", "{{tong_hop}}") + people + para(look{noSpace: true, line: 160, exact: true, keep: true}) +
		note("Ghi chú (Nghị định số 152/2025/NĐ-CP):") +
		note("- Khoản 4 Điều 4: chưa xét khen thưởng trong thời gian xem xét kỷ luật, thanh tra, kiểm tra hoặc khiếu nại, tố cáo chưa có kết luận; trường hợp ghi “chưa xác nhận” cần kiểm tra trước khi trình.") +
		note("- Khoản 6 Điều 4: thành tích ngang nhau thì ưu tiên nữ, tập thể có từ 70% là nữ trở lên (ghi “ưu tiên”).") +
		note("- Danh sách xếp theo hình thức đề xuất, không xếp theo thành tích.") + para(look{line: 120, exact: true, keep: true}) +
		toCouncil()
}

func pressLayout() string {
	people := lastRowsApart([]int{rankWide, 2560, 2800, 3603, 1900, 1100, 1400},
		"TT|Nhân vật, tập thể|Tiêu đề|Nội dung chính|Đơn vị giới thiệu; người viết|Ảnh|Mã số",
		"{{guong.tt}}|{{guong.nguoi}}|{{guong.tieu_de}}|{{guong.mot_cau}}|{{guong.don_vi_viet}}|{{guong.so_anh}}|{{guong.ma_so}}")
	return letterhead("") +
		listTitle("DANH SÁCH", "Gương giới thiệu với cơ quan báo chí, truyền thông {{ky}}") +
		para(look{align: "center", before: 60, after: 160}, run(13, "i", "(Chỉ gồm những gương đã đồng ý công khai tên; ảnh là số ảnh đã đồng ý công khai)")) +
		people + para(look{noSpace: true, line: 160, exact: true, keep: true}) +
		para(look{style: "Than", keep: true}, run(0, "", "Danh sách gồm {{so_guong}} gương.")) + // two lines: LibreOffice leaves the last row behind
		para(look{style: "Than", keep: true}, run(0, "", "{{dau_moi}}")) +
		wideSignature(text("NoiNhan", "- Các cơ quan báo chí, truyền thông;"), text("NoiNhan", "- {{luu}}.")) + para(look{line: 20, exact: true})
}

// packList makes a file of a body on wide pages, each of which has a mark, if there is
// one.
func packList(t testing.TB, body, mark string) []byte {
	t.Helper()
	head := ""
	if mark != "" {
		head = para(look{style: "Header"}, run(12, "bf", "\u00A0"+mark+"\u00A0"))
	}
	return packParts(t, body+wideSectionXML, head)
}
