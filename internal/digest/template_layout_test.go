package digest_test

import (
	"archive/zip"
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"guongsang/internal/digest"
)

// updating reports whether -update was given.
func updating() bool { return flag.Lookup("update").Value.String() == "true" }

// letterhead is the head of every document (Decree 30/2020, annex I): the
// agency on the left, the nation on the right, number and day left to the
// registry. Under is what stands under the number.
func letterhead(symbol string, under ...string) string {
	center := look{align: "center"}
	agency := para(center, run(12.5, "", "{{chu_quan}}")) + para(center, run(12.5, "b", "{{co_quan}}")) + ruleOf(leftHead, agencyRule)
	nation := para(center, run(12.5, "b", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")) +
		para(center, run(13.5, "b", "Độc lập - Tự do - Hạnh phúc")) + ruleOf(rightHead, motto)
	number := para(look{align: "center", before: 120}, run(13, "", "Số:        /"+symbol)) + strings.Join(under, "") +
		para(look{align: "center", before: 120}, run(12, "bf", "\u00A0DỰ THẢO\u00A0"))
	date := para(look{align: "center", before: 120}, run(13.5, "i", "{{dia_danh}}, ngày      tháng {{thang}} năm {{nam}}"))
	return grid{widths: []int{leftHead, rightHead}, center: true, zeroInset: true, rows: [][]string{{agency, nation}, {number, date}}}.xml()
}

// signature is the foot: recipients on the left, the signer on the right.
func signature(recipients ...string) string {
	to := para(look{style: "NoiNhan", keep: true}, run(12, "bi", "Nơi nhận:")) + strings.Join(recipients, "")
	center := look{align: "center", keep: true}
	signer := para(center, run(14, "b", "{{chuc_vu}}")) + para(look{align: "center", before: 1500}, run(14, "b", "{{nguoi_ky}}"))
	return grid{widths: []int{leftFoot, rightFoot}, zeroInset: true, rows: [][]string{{to, signer}}}.xml()
}

func block(name string, inside ...string) string {
	return text("Than", "{{#"+name+"}}") + strings.Join(inside, "") + text("Than", "{{/"+name+"}}")
}

func when(name string, inside ...string) string {
	return text("Than", "{{?"+name+"}}") + strings.Join(inside, "") + text("Than", "{{/"+name+"}}")
}

// annex begins a section of its own, with its own page numbers.
func annex(flag, name, title, of string, inside ...string) string {
	head := para(look{section: true, line: 20, exact: true}) +
		para(look{align: "center", keep: true}, run(14, "b", name)) +
		para(look{align: "center", keep: true, before: 60}, run(13, "b", title)) +
		para(look{align: "center", keep: true, before: 60}, run(13, "i", "(Kèm theo "+of+" ngày      tháng {{thang}} năm {{nam}}\ncủa {{ten_co_quan}})")) +
		ruleUnder(textWide, 2000, 100) + para(look{line: 120, exact: true})
	return when(flag, append([]string{head}, inside...)...)
}

// table has a head row, one row that repeats, and further rows.
func table(widths []int, head []string, rows ...[]string) string {
	g := grid{widths: widths, borders: true, head: 1}
	cells := func(style func(int) string, all []string) (row []string) {
		for i, s := range all {
			row = append(row, text(style(i), s))
		}
		return row
	}
	g.rows = append(g.rows, cells(func(int) string { return "DauBang" }, head))
	for _, r := range rows {
		g.rows = append(g.rows, cells(func(i int) string {
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

const keptReport = "Báo cáo số        /{{so_hieu}}"

func reportLayout() string {
	blocks := table([]int{500, 2287, 780, 860, 860, 800, 900, 900, 900},
		[]string{"TT", "Khối thi đua", "Phải gửi", "Giới thiệu gương", "Không phát sinh", "Chưa gửi", "Trong đó chưa kết nối", "Trong đó mất liên lạc", "Số gương"},
		[]string{"{{khoi.tt}}", "{{khoi.ten}}", "{{khoi.phai_gui}}", "{{khoi.gioi_thieu}}", "{{khoi.khong_phat_sinh}}", "{{khoi.chua_gui}}", "{{khoi.chua_ket_noi}}", "{{khoi.mat_lien_lac}}", "{{khoi.so_guong}}"},
		[]string{"", "Cộng", "{{phai_gui}}", "{{gioi_thieu}}", "{{khong_phat_sinh}}", "{{chua_gui}}", "{{chua_ket_noi}}", "{{mat_lien_lac}}", "{{so_guong}}"})
	examples := table([]int{640, 1610, 640, 1190, 1400, 2290, 1017},
		[]string{"TT", "Họ và tên", "Năm sinh", "Chức vụ, nghề nghiệp", "Đơn vị giới thiệu", "Tóm tắt việc làm, thành tích", "Ghi chú"},
		[]string{"{{guong.tt}}", "{{guong.ten}}", "{{guong.nam_sinh}}", "{{guong.chuc_vu}}", "{{guong.don_vi}}", "{{guong.tieu_de}}", "{{guong.ghi_chu}}"})
	units := func(list string) string {
		return table([]int{560, 3527, 2700, 2000}, []string{"TT", "Đơn vị", "Khối thi đua", "Tình trạng"},
			[]string{"{{" + list + ".tt}}", "{{" + list + ".don_vi}}", "{{" + list + ".khoi}}", "{{" + list + ".tinh_trang}}"})
	}
	return letterhead("{{so_hieu}}") +
		para(look{align: "center", before: 360}, run(14, "b", "BÁO CÁO")) +
		para(look{align: "center"}, run(14, "b", "Tổng hợp giới thiệu gương điển hình tiên tiến, gương người tốt việc tốt,\nmô hình mới {{ky}}")) +
		ruleOf(textWide, subjectRule) +
		para(look{align: "center", before: 240, after: 240}, run(14, "", "Kính gửi: {{kinh_gui}}.")) +
		text("Than", "{{mo_dau}}") +
		text("Muc", "I. TÌNH HÌNH GỬI BÁO CÁO") +
		block("tinh_hinh", text("Than", "{{doan}}")) +
		when("khoi",
			para(look{style: "Than", keep: true}, run(0, "", "Kết quả cụ thể của các khối thi đua như sau:")),
			blocks, para(look{noSpace: true, line: 160, exact: true})) +
		text("Muc", "II. KẾT QUẢ GIỚI THIỆU") +
		when("co_guong", text("Khoan", "1. Kết quả chung")) +
		block("ket_qua", text("Than", "{{doan}}")) +
		when("co_cau", text("Khoan", "2. Cơ cấu gương được giới thiệu"), block("co_cau", text("Than", "{{doan}}"))) +
		text("Muc", "III. MỘT SỐ GƯƠNG TIÊU BIỂU") +
		block("tieu_bieu", text("Khoan", "{{tt}}. {{tieu_de}}"), text("Than", "{{cau_chuyen}}")) +
		when("chua_co_tieu_bieu", text("Than", "Trong {{ky}} chưa có gương tiêu biểu để báo cáo.")) +
		text("Muc", "IV. ĐỀ XUẤT, KIẾN NGHỊ") +
		block("de_xuat", text("Than", "{{tt}}. {{doan}}")) +
		para(look{style: "Than", keep: true}, run(0, "", "Trên đây là báo cáo tổng hợp giới thiệu gương điển hình tiên tiến, gương người tốt việc tốt, mô hình mới {{ky}}, {{ten_co_quan}} trân trọng báo cáo./.")) +
		signature(text("NoiNhan", "- Như trên;"), block("noi_nhan", text("NoiNhan", "- {{noi}};")), text("NoiNhan", "- Lưu: VT, {{ky_hieu}}.")) +
		para(look{line: 20, exact: true}) +
		annex("guong", "{{phu_luc_guong}}", "DANH SÁCH GƯƠNG ĐƯỢC GIỚI THIỆU {{ky_hoa}}", keptReport, examples) +
		annex("con_thieu", "{{phu_luc_don_vi}}", "DANH SÁCH ĐƠN VỊ CHƯA GỬI BÁO CÁO {{ky_hoa}}", keptReport,
			block("nhom_chua_gui", text("Khoan", "{{tt}}. {{ten}}"), units("don_vi_nhom"), para(look{line: 160, exact: true}))) +
		annex("hinh", "{{phu_luc_hinh}}", "MỘT SỐ HÌNH ẢNH", keptReport,
			block("hinh", para(look{align: "center", keep: true, before: 240}, run(0, "", "{{anh}}")),
				para(look{align: "center", before: 60, after: 120}, run(13, "i", "{{chu_thich}}"))))
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
	subject := para(look{align: "center", before: 120}, run(12, "", "V/v đôn đốc giới thiệu gương điển hình tiên tiến, người tốt việc tốt, mô hình mới {{ky}}"))
	list := table([]int{560, 3527, 2700, 2000}, []string{"TT", "Đơn vị", "Khối thi đua", "Tình trạng"},
		[]string{"{{don_vi.tt}}", "{{don_vi.ten}}", "{{don_vi.khoi}}", "{{don_vi.tinh_trang}}"})
	return letterhead("{{ky_hieu}}", subject) + addresseeLines() +
		block("noi_dung", text("Than", "{{doan}}")) +
		para(look{style: "Than", keep: true}, run(0, "", "{{loi_ket}}")) +
		signature(text("NoiNhan", "- Như trên;"), block("noi_nhan", text("NoiNhan", "- {{noi}};")), text("NoiNhan", "- Lưu: VT, {{ky_hieu}}.")) +
		para(look{line: 20, exact: true}) +
		annex("danh_sach", "DANH SÁCH", "ĐƠN VỊ CHƯA GỬI BÁO CÁO {{ky_hoa}}", "Công văn số        /{{ky_hieu}}", list)
}

func introduceLayout() string {
	subject := para(look{align: "center", before: 120}, run(12, "", "V/v giới thiệu gương điển hình tiên tiến, người tốt việc tốt, mô hình mới {{ky}}"))
	return letterhead("          ", subject) +
		para(look{align: "center", before: 240, after: 240}, run(14, "", "Kính gửi: {{kinh_gui}}.")) +
		text("Than", "{{mo_dau}}") +
		block("guong", text("Khoan", "{{tt}}. {{ten}}"),
			para(look{style: "Than"}, run(0, "i", "{{tieu_de}}")),
			block("thong_tin", text("Than", "{{dong}}")),
			block("cau_chuyen", text("Than", "{{doan}}")),
			para(look{align: "center", after: 120}, run(0, "", "{{anh}}"))) +
		para(look{style: "Than", keep: true}, run(0, "", "{{ten_co_quan}} chịu trách nhiệm về tính chính xác của nội dung giới thiệu.")) +
		para(look{style: "Than", keep: true}, run(0, "", "Trân trọng đề nghị {{noi_xem_xet}} xem xét, tuyên truyền./.")) +
		signature(text("NoiNhan", "- Như trên;"), text("NoiNhan", "- Lưu: VT.")) +
		para(look{line: 20, exact: true})
}

// TestTemplates holds that the embedded templates are what these functions
// draw; -update writes them.
func TestTemplates(t *testing.T) {
	drawn := map[string]string{digest.ReportTemplate: reportLayout(), digest.UrgeTemplate: urgeLayout(), digest.IntroductionTemplate: introduceLayout()}
	for _, template := range digest.Templates() {
		want := packDocx(t, drawn[template.Name])
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
		t.Errorf("not embedded: %v", drawn)
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
