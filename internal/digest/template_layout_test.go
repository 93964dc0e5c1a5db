package digest_test

import (
	"archive/zip"
	"bytes"
	"flag"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/digest"
)

// updating reports whether -update was given.
func updating() bool { return flag.Lookup("update").Value.String() == "true" }

// letterhead is the head of every document: the agency on the left, the nation on the
// right (Decree 30/2020, annex I), the Party (Guidance 36-HD/VPTW) or the Youth Union
// (29-HD/TWĐTN-VP); number and day left to the registry. A letter says of what it is
// under the number.
func letterhead(subject string) string {
	return when("nha_nuoc", stateHead(subject)) + when("dang", partyHead(subject)) + when("doan", youthHead(subject))
}

var center = look{align: "center"}

const dateLine = "{{dia_danh}}, ngày      tháng {{thang}} năm {{nam}}"

func stateHead(subject string) string {
	under := look{align: "center", before: 120}
	number := para(under, run(13, "", "{{so}}"))
	if subject != "" {
		number += para(under, run(12, "", "V/v "+subject))
	}
	number += para(under, run(12, "bf", "\u00A0DỰ THẢO\u00A0"))
	date := para(under, run(13.5, "i", dateLine))
	return grid{widths: []int{leftHead, rightHead}, center: true, zeroInset: true, rows: [][]string{{bodies(), nation()}, {number, date}}}.xml()
}

// bodies are who issues, and who is above it.
func bodies() string {
	return when("co_chu_quan", para(center, run(12.5, "", "{{chu_quan}}"))) + para(center, run(12.5, "b", "{{co_quan}}")) + ruleOf(leftHead, agencyRule)
}

func nation() string {
	return para(center, run(12.5, "b", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")) +
		para(center, run(13.5, "b", "Độc lập - Tự do - Hạnh phúc")) + ruleOf(rightHead, motto)
}

// partyHead has the sizes of appendix 3 of the Guidance.
func partyHead(subject string) string {
	bodies := when("co_chu_quan", para(center, run(14, "", "{{chu_quan}}"))) + para(center, run(14, "b", "{{co_quan}}")) + para(center, run(14, "b", "*"))
	title := para(center, run(15, "b", "ĐẢNG CỘNG SẢN VIỆT NAM")) + ruleOf(rightParty, partyTitle)
	number := para(center, run(14, "", "{{so}}"))
	if subject != "" {
		number += para(look{align: "center", before: 60}, run(12, "i", capital(subject)))
	}
	number += para(look{align: "center", before: 120}, run(12, "bf", "\u00A0DỰ THẢO\u00A0"))
	date := para(center, run(14, "i", dateLine))
	return grid{widths: []int{leftParty, rightParty}, center: true, zeroInset: true, rows: [][]string{{bodies, title}, {number, date}}}.xml()
}

func youthHead(subject string) string {
	bodies := when("co_chu_quan", para(center, run(12.5, "", "{{chu_quan}}"))) + para(center, run(12.5, "b", "{{co_quan}}")) + para(center, run(12.5, "b", "***"))
	title := para(center, run(13.5, "b", "ĐOÀN TNCS HỒ CHÍ MINH")) + ruleOf(rightHead, youthTitle)
	number := para(center, run(13, "", "{{so}}"))
	if subject != "" {
		number += para(look{align: "center", before: 60}, run(12, "", "V/v "+subject))
	}
	number += para(look{align: "center", before: 120}, run(12, "bf", "\u00A0DỰ THẢO\u00A0"))
	date := para(center, run(13.5, "i", dateLine))
	return grid{widths: []int{leftHead, rightHead}, center: true, zeroInset: true, rows: [][]string{{bodies, title}, {number, date}}}.xml()
}

// capital begins a text with a capital letter, of one byte.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// signature is the foot: recipients on the left, the signer on the right. The Party
// underlines the one word and sets it larger.
func signature(recipients ...string) string {
	recipients = append(recipients, text("NoiNhan", "- {{luu}}."))
	foot := func(size float64, marks string) string {
		to := para(look{style: "NoiNhan", keep: true}, run(size, marks, "Nơi nhận:")) + strings.Join(recipients, "")
		return grid{widths: []int{leftFoot, rightFoot}, zeroInset: true, rows: [][]string{{to, signer()}}}.xml()
	}
	return when("ngoai_dang", foot(12, "bi")) + when("dang", foot(14, "u"))
}

func signer() string {
	return para(look{align: "center", keep: true}, run(14, "b", "{{chuc_vu}}")) + para(look{align: "center", before: 1500}, run(14, "b", "{{nguoi_ky}}"))
}

func block(name string, inside ...string) string {
	return text("Than", "{{#"+name+"}}") + strings.Join(inside, "") + text("Than", "{{/"+name+"}}")
}

func when(name string, inside ...string) string {
	return text("Than", "{{?"+name+"}}") + strings.Join(inside, "") + text("Than", "{{/"+name+"}}")
}

// annex is a section of its own, with its own page numbers: what stands before it
// ends one, and so does the annex.
func annex(flag, name, title, of string, inside ...string) string {
	return annexOn(look{}, textWide, flag, name, title, of, inside...)
}

// wideAnnex is one on wide pages.
func wideAnnex(flag, name, title, of string, inside ...string) string {
	return annexOn(look{wide: true}, wideText, flag, name, title, of, inside...)
}

func annexOn(pages look, room int, flag, name, title, of string, inside ...string) string {
	head := para(look{align: "center", keep: true}, run(14, "b", name)) +
		para(look{align: "center", keep: true, before: 60}, run(13, "b", title)) +
		para(look{align: "center", keep: true, before: 60}, run(13, "i", "(Kèm theo "+of+" ngày      tháng {{thang}} năm {{nam}}\ncủa {{ten_co_quan}})")) +
		ruleUnder(room, 2000, 100) + para(look{line: 120, exact: true})
	return when(flag, head, strings.Join(inside, ""), para(look{section: true, wide: pages.wide, line: 20, exact: true}))
}

// table has a head row, rows that repeat, and perhaps one with the sum of the
// others. The last rows of a list (…_cuoi) stay together and with what comes after them, be
// it the sum or a signature, so that none is alone on a page.
func table(widths []int, head []string, rows ...[]string) string {
	g := grid{widths: widths, borders: true, head: 1}
	cells := func(keep bool, style func(int) string, all []string) (row []string) {
		for i, s := range all {
			row = append(row, para(look{style: style(i), keep: keep}, run(0, "", s)))
		}
		return row
	}
	g.rows = append(g.rows, cells(false, func(int) string { return "DauBang" }, head))
	for _, r := range rows {
		keep := strings.Contains(r[0], "_cuoi.")
		g.rows = append(g.rows, cells(keep, func(i int) string {
			switch {
			case r[0] == "": // the sum of the others
				return "DauBang"
			case widths[i] <= 1000:
				return "SoBang"
			}
			return "OBang"
		}, r))
	}
	return g.xml()
}

// figuresOf is the row of a list of blocks.
func figuresOf(list string) (row []string) {
	for _, name := range []string{"tt", "ten", "phai_gui", "gioi_thieu", "khong_phat_sinh", "chua_gui", "chua_ket_noi", "mat_lien_lac", "so_guong"} {
		row = append(row, "{{"+list+"."+name+"}}")
	}
	return row
}

// rowsOf are the rows of a list, the last of them apart.
func rowsOf(list, row string) [][]string {
	of := func(part string) []string {
		return strings.Split(strings.ReplaceAll(row, "{{"+list+".", "{{"+list+part+"."), "|")
	}
	return [][]string{of("_dau"), of("_cuoi")}
}

// lastKept are the paragraphs of a list, of which the last stays with what comes after it,
// so that the closing and the signature are not alone on a page.
func lastKept(list string) string {
	return block(list+"_dau", text("Than", "{{y}}")) + block(list+"_cuoi", para(look{style: "Than", keep: true}, run(0, "", "{{y}}")))
}

const keptReport = "Báo cáo {{so_kem}}"

func reportLayout() string {
	blocks := table([]int{500, 2287, 780, 860, 860, 800, 900, 900, 900},
		[]string{"TT", "Khối thi đua", "Phải gửi", "Giới thiệu gương", "Không phát sinh", "Chưa gửi", "Trong đó chưa kết nối", "Trong đó mất liên lạc", "Số gương"},
		figuresOf("khoi_dau"), figuresOf("khoi_cuoi"),
		[]string{"", "Cộng", "{{phai_gui}}", "{{gioi_thieu}}", "{{khong_phat_sinh}}", "{{chua_gui}}", "{{chua_ket_noi}}", "{{mat_lien_lac}}", "{{so_guong}}"})
	parts := table([]int{2337, 850, 850, 1000, 1000, 850, 950, 950},
		[]string{"Kỳ", "Phải gửi", "Tỷ lệ gửi", "Giới thiệu gương", "Không phát sinh", "Chưa gửi", "Gửi sau thời hạn", "Số gương"},
		rowsOf("cac_ky", "{{cac_ky.ten}}|{{cac_ky.phai_gui}}|{{cac_ky.ty_le}}|{{cac_ky.gioi_thieu}}|{{cac_ky.khong_phat_sinh}}|{{cac_ky.chua_gui}}|{{cac_ky.muon}}|{{cac_ky.so_guong}}")...)
	units := table([]int{rankWide, 3447, 2500, 900, 1300}, []string{"TT", "Đơn vị", "Khối thi đua", "Số lần nhắc", "Lần liên hệ gần nhất"},
		rowsOf("don_vi_nhom", "{{don_vi_nhom.tt}}|{{don_vi_nhom.don_vi}}{{don_vi_nhom.da_co}}|{{don_vi_nhom.khoi}}|{{don_vi_nhom.so_lan_nhac}}|{{don_vi_nhom.nhac_gan_nhat}}")...)
	unreminded := table([]int{rankWide, 4447, 3700}, []string{"TT", "Đơn vị", "Khối thi đua"}, // the same in every row would be said of them
		rowsOf("don_vi_nhom", "{{don_vi_nhom.tt}}|{{don_vi_nhom.don_vi}}{{don_vi_nhom.da_co}}|{{don_vi_nhom.khoi}}")...)
	return letterhead("") +
		para(look{align: "center", before: 360}, run(14, "b", "BÁO CÁO")) +
		para(look{align: "center"}, run(14, "b", "Tổng hợp giới thiệu gương điển hình tiên tiến, gương người tốt việc tốt,\nmô hình mới {{ky}}")) +
		ruleOf(textWide, subjectRule) +
		para(look{align: "center", before: 240, after: 240}, run(14, "", "Kính gửi: {{kinh_gui}}.")) +
		text("Than", "{{mo_dau}}") +
		text("Muc", "I. TÌNH HÌNH GỬI BÁO CÁO") +
		block("tinh_hinh", text("Than", "{{doan}}")) +
		when("cac_ky",
			para(look{style: "Than", keep: true}, run(0, "", "Kết quả của từng kỳ như sau (gương được chọn cho cả tháng và quý được tính ở mỗi kỳ):")),
			parts, para(look{noSpace: true, line: 160, exact: true, keep: true})) +
		when("khoi",
			para(look{style: "Than", keep: true}, run(0, "", "{{khoi_dan}}")),
			// kept with the heading: LibreOffice leaves that behind alone on the page otherwise
			blocks, para(look{noSpace: true, line: 160, exact: true, keep: true})) +
		text("Muc", "II. KẾT QUẢ GIỚI THIỆU") +
		when("co_guong", text("Khoan", "1. Kết quả chung")) +
		block("ket_qua", text("Than", "{{doan}}")) +
		when("co_cau", text("Khoan", "2. Cơ cấu gương được giới thiệu"), block("co_cau", text("Than", "{{doan}}"))) +
		when("tieu_bieu", text("Muc", "{{muc_tieu_bieu}}. MỘT SỐ GƯƠNG TIÊU BIỂU"),
			block("tieu_bieu", text("Khoan", "{{tt}}. {{ai}}"), text("Than", "{{viec_lam}}"))) +
		when("danh_gia", text("Muc", "{{muc_danh_gia}}. ĐÁNH GIÁ CHUNG"),
			block("danh_gia", text("Khoan", "{{ten}}"), block("y", text("Than", "- {{doan}}")))) +
		when("nhiem_vu", text("Muc", "{{muc_nhiem_vu}}. NHIỆM VỤ KỲ TỚI"), lastKept("nhiem_vu")) +
		when("de_xuat", text("Muc", "{{muc_de_xuat}}. ĐỀ XUẤT, KIẾN NGHỊ"), lastKept("de_xuat")) +
		para(look{style: "Than", keep: true}, run(0, "", "Trên đây là báo cáo tổng hợp giới thiệu gương điển hình tiên tiến, gương người tốt việc tốt, mô hình mới {{ky}}, {{ten_co_quan}} trân trọng báo cáo./.")) +
		signature(text("NoiNhan", "- Như trên;"), block("noi_nhan", text("NoiNhan", "- {{noi}};"))) +
		para(look{section: true, line: 20, exact: true}) +
		wideAnnex("guong", "{{phu_luc_guong}}", "DANH SÁCH GƯƠNG ĐƯỢC GIỚI THIỆU {{ky_hoa}}", keptReport, peopleTable(noteWide)) +
		annex("con_thieu", "{{phu_luc_don_vi}}", "DANH SÁCH ĐƠN VỊ CHƯA GỬI BÁO CÁO {{ky_hoa}}", keptReport,
			block("nhom_chua_gui", text("Khoan", "{{y}}"),
				when("co_nhac", units), when("khong_nhac", unreminded), para(look{line: 160, exact: true, keep: true}))) +
		annex("hinh", "{{phu_luc_hinh}}", "MỘT SỐ HÌNH ẢNH", keptReport,
			pictureGrid("hinh"))
}

// pictureGrid sets the pictures of a list side by side, each over its caption: eight
// to a page rather than two, and none apart from what stands under it. The last of an odd
// number stands in the middle.
func pictureGrid(list string) string {
	side := func(name string) string {
		return para(look{align: "center", keep: true, before: 120}, run(0, "", "{{"+list+"_cap.anh_"+name+"}}")) +
			para(look{align: "center", before: 60, after: 60}, run(12, "i", "{{"+list+"_cap.chu_thich_"+name+"}}"))
	}
	const indent = textWide/4 + 100
	last := block(list+"_le", para(look{align: "center", left: indent, right: indent, keep: true, before: 120}, run(0, "", "{{anh}}")),
		para(look{align: "center", left: indent, right: indent, before: 60, after: 60}, run(12, "i", "{{chu_thich}}")))
	return grid{widths: []int{textWide / 2, textWide - textWide/2}, rows: [][]string{{side("trai"), side("phai")}}}.xml() + last + para(look{line: 120, exact: true})
}

// addresseeLines is Kính gửi: one on the line, or several under it, their dashes
// under the colon.
func addresseeLines() string {
	one := para(look{align: "center", before: 240, after: 240}, run(14, "", "Kính gửi: {{kinh_gui}}."))
	several := para(look{left: addresseeIndent, before: 240}, run(14, "", "Kính gửi:")) +
		block("noi_gui", para(look{left: addresseeIndent + underWord + 200, hang: 200, before: 40}, run(14, "", "- {{noi}}"))) +
		para(look{noSpace: true, line: 160, exact: true})
	return when("mot_noi_gui", one) + when("noi_gui", several)
}

func urgeLayout() string {
	const subject = "đôn đốc giới thiệu gương điển hình tiên tiến, người tốt việc tốt, mô hình mới {{ky}}"
	list := table([]int{rankWide, 3447, 2700, 2000}, []string{"TT", "Đơn vị", "Khối thi đua", "Ghi chú"},
		rowsOf("don_vi", "{{don_vi.tt}}|{{don_vi.ten}}|{{don_vi.khoi}}|{{don_vi.ghi_chu}}")...)
	return letterhead(subject) + addresseeLines() +
		block("noi_dung_dau", text("ThanCongVan", "{{doan}}")) +
		block("noi_dung_ket", para(look{style: "ThanCongVan", keep: true}, run(0, "", "{{doan}}"))) +
		signature(text("NoiNhan", "- Như trên;"), block("noi_nhan", text("NoiNhan", "- {{noi}};"))) +
		para(look{section: true, line: 20, exact: true}) +
		annex("danh_sach", "DANH SÁCH", "ĐƠN VỊ CHƯA GỬI BÁO CÁO {{ky_hoa}}", "Công văn {{so_kem}}", list)
}

func introduceLayout() string {
	return letterhead("giới thiệu gương điển hình tiên tiến, người tốt việc tốt, mô hình mới {{ky}}") + introducedText() +
		signature(text("NoiNhan", "- Như trên;")) + para(look{line: 20, exact: true})
}

// slipLayout is the letter of who issues none: without number, registry and recipients.
func slipLayout() string {
	date := para(look{align: "center", before: 120}, run(13.5, "i", dateLine))
	return grid{widths: []int{leftHead, rightHead}, center: true, zeroInset: true, rows: [][]string{{bodies(), nation()}, {para(center), date}}}.xml() +
		para(look{align: "center", before: 360}, run(14, "b", "PHIẾU GIỚI THIỆU")) +
		para(center, run(14, "b", "Gương điển hình tiên tiến, người tốt việc tốt,\nmô hình mới {{ky}}")) +
		ruleOf(textWide, subjectRule) + introducedText() +
		grid{widths: []int{leftFoot, rightFoot}, zeroInset: true, rows: [][]string{{para(center), signer()}}}.xml() + para(look{line: 20, exact: true})
}

// introducedText is who is introduced, to whom.
func introducedText() string {
	return para(look{align: "center", before: 240, after: 240}, run(14, "", "Kính gửi: {{kinh_gui}}.")) +
		text("Than", "{{mo_dau}}") +
		block("guong", text("Khoan", "{{tt}}. {{ten}}"),
			para(look{style: "Than"}, run(0, "i", "{{tieu_de}}")),
			block("thong_tin", para(look{style: "Than", align: "left"}, run(0, "", "{{dong}}"))), // links do not break: they would pull the words before them apart
			block("cau_chuyen", text("Than", "{{doan}}")),
			pictureGrid("anh")) +
		para(look{style: "Than", keep: true}, run(0, "", "{{ten_co_quan}} chịu trách nhiệm về tính chính xác của nội dung giới thiệu.")) +
		para(look{style: "Than", keep: true}, run(0, "", "Trân trọng đề nghị {{noi_xem_xet}} xem xét, tuyên truyền./."))
}

// TestTemplates holds that the embedded templates are what these functions
// draw; -update writes them.
func TestTemplates(t *testing.T) {
	drawn := map[string][]byte{
		digest.ReportTemplate: packDocx(t, reportLayout()), digest.UrgeTemplate: packDocx(t, urgeLayout()), digest.IntroductionTemplate: packDocx(t, introduceLayout()),
		digest.SlipTemplate: packDocx(t, slipLayout()), digest.AnnexTemplate: packList(t, annexLayout(), markOnEachPage), digest.NomineesTemplate: packList(t, nomineesLayout(), markOnEachPage),
		digest.PressTemplate: packList(t, pressLayout(), ""), digest.ArticleTemplate: packDocx(t, articleLayout()),
	}
	for _, template := range digest.Templates() {
		want := drawn[template.Name]
		if updating() {
			if err := os.WriteFile(filepath.Join("templates", template.Name), want, 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if a, b := unpacked(t, want), unpacked(t, template.File); a != b {
			t.Errorf("%s is not as drawn (-update writes it)", template.Name)
		}
		delete(drawn, template.Name)
	}
	if len(drawn) > 0 && !updating() {
		t.Errorf("not embedded: %v", slices.Collect(maps.Keys(drawn)))
	}
}

// unpacked is all of a file in one text: packing differs between versions of
// the compressor.
func unpacked(t *testing.T, file []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(f.Name + "\n" + string(data) + "\n")
	}
	return b.String()
}

func TestBuiltInTemplatesPassTheirOwnCheck(t *testing.T) {
	for _, template := range digest.Templates() {
		checked, err := digest.CheckTemplate(template.Name, template.File)
		if err != nil || len(checked.Problems)+len(checked.Warnings) > 0 {
			t.Errorf("%s: %+v, %v", template.Name, checked, err)
		}
		t.Logf("%s does not use %s", template.Name, strings.Join(checked.Unused, ", "))
	}
	if _, err := digest.CheckTemplate("khac.docx", nil); err == nil {
		t.Error("a template of no document passes")
	}
}
