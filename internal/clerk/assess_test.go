package clerk

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"guongsang/internal/assess"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// wordsIn is the text of a Word document, a line for each paragraph.
func wordsIn(t *testing.T, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	xml, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(string(xml), "</w:p>", "\n")
	return strings.ReplaceAll(regexp.MustCompile(`<[^>]+>`).ReplaceAllString(text, ""), "\u00A0", " ")
}

// reportOf makes the report of a period; GUONGSANG_OUT names a folder to look at it.
func (r *room) reportOf(p report.Period) string {
	r.t.Helper()
	files, err := r.Papers.Make(r.t.Context(), r.Store, r.now, Order{Kind: Report, Period: p})
	if err != nil {
		r.t.Fatal(err)
	}
	if dir := os.Getenv("GUONGSANG_OUT"); dir != "" {
		if _, err := Save(dir, files, true); err != nil {
			r.t.Fatal(err)
		}
	}
	return wordsIn(r.t, files[0].Data)
}

func (r *room) says(document string, all ...string) {
	r.t.Helper()
	for _, s := range all {
		if !strings.Contains(document, s) {
			r.t.Errorf("the report does not say %q:\n%s", s, document)
		}
	}
}

// The report has the draft until somebody edits it, and then what was kept; parts that
// were left out leave no gap in the numbers.
func TestReportHasItsAssessment(t *testing.T) {
	r := newRoom(t, 16)
	r.introduceAll(8)
	document := r.reportOf(november)
	r.says(document, "IV. ĐÁNH GIÁ CHUNG", "1. Ưu điểm", "2. Hạn chế", "3. Nguyên nhân", "còn 08/16 đơn vị (50%) chưa gửi báo cáo", "Khối 2 chưa có đơn vị nào gửi báo cáo",
		"V. NHIỆM VỤ KỲ TỚI", "1. Đôn đốc 08 đơn vị chưa gửi", "VI. ĐỀ XUẤT, KIẾN NGHỊ")
	r.update(func(tx *storage.Tx) error {
		return tx.PutAssessment(assess.Kept{Period: november, Paragraphs: []assess.Paragraph{{Part: assess.Tasks, Text: "Gặp mặt các gương tiêu biểu."}}})
	})
	document = r.reportOf(november)
	r.says(document, "IV. NHIỆM VỤ KỲ TỚI", "Gặp mặt các gương tiêu biểu.", "V. ĐỀ XUẤT, KIẾN NGHỊ")
	if strings.Contains(document, "ĐÁNH GIÁ CHUNG") || strings.Contains(document, "Khối 2 chưa có đơn vị nào") {
		t.Error("what was left out is there")
	}
}

// A paragraph that names somebody who was introduced after it was written leaves with no
// document, and whoever asked for that is told.
func TestReportLeavesOutWhatNamesSomebody(t *testing.T) {
	r := newRoom(t, 16)
	r.introduceAll(8)
	var name string
	r.update(func(tx *storage.Tx) error {
		all, err := tx.ExamplesIn(november)
		if err != nil {
			return err
		}
		name = all[0].Content.Name
		return tx.PutAssessment(assess.Kept{Period: november, Paragraphs: []assess.Paragraph{
			{Part: assess.Tasks, Text: "Gặp mặt các gương tiêu biểu."}, {Part: assess.Tasks, Text: "Biểu dương ông " + strings.ToUpper(name) + " tại hội nghị."},
		}})
	})
	files, err := r.Papers.Make(t.Context(), r.Store, r.now, Order{Kind: Report, Period: november})
	if err != nil {
		t.Fatal(err)
	}
	if files[0].Lacks != texts.ParagraphsLeftOut(1) {
		t.Errorf("of %s is said %q", name, files[0].Lacks)
	}
	document := strings.Join(readWord(t, files[0].Data).passages, "\n")
	r.says(document, "Gặp mặt các gương tiêu biểu.")
	if strings.Contains(document, "tại hội nghị") {
		t.Errorf("the assessment names %s", name)
	}
}

// Half a year and a year are the sum of their months and quarters, as every example
// counts once; they are set beside what was whole before.
func TestReportOfHalfAYearAndAYear(t *testing.T) {
	r := newRoom(t, 16)
	r.introduceAll(14) // in each month from December 2025 to November 2026
	fourth := november.Quarter()
	r.update(func(tx *storage.Tx) error {
		all, err := tx.ExamplesIn(november)
		if err != nil {
			return err
		}
		e := all[0] // chosen for the quarter too
		e.Periods = append(e.Periods, fourth)
		return tx.PutExample(e)
	})
	r.now = time.Date(2026, 12, 23, 9, 0, 0, 0, hanoi)
	half, year := report.Period{Duty: report.Half, Year: 2026, Number: 2}, report.Period{Duty: report.Year, Year: 2026, Number: 1}
	r.says(r.reportOf(half), "mô hình mới 6 tháng cuối năm 2026", "số liệu từ ngày 15 tháng 6 đến ngày 14 tháng 12 năm 2026",
		"Lũy kế 6 tháng cuối năm 2026, các đơn vị đã giới thiệu 70 gương", "So với 6 tháng đầu năm 2026", "DANH SÁCH GƯƠNG ĐƯỢC GIỚI THIỆU 6 THÁNG CUỐI NĂM")
	document := r.reportOf(year)
	r.says(document, "mô hình mới năm 2026", "số liệu từ ngày 15 tháng 12 năm 2025 đến ngày 14 tháng 12 năm 2026",
		"các đơn vị đã giới thiệu 154 gương", "IV. ĐÁNH GIÁ CHUNG", "V. NHIỆM VỤ KỲ TỚI", "Có 02 đơn vị chưa gửi báo cáo kỳ nào")
	if strings.Contains(document, "So với năm 2025") {
		t.Error("a whole year is compared with one month of the year before")
	}
	if n := strings.Count(document, "Phụ lục I\n"); n != 1 {
		t.Errorf("%d first annexes", n)
	}
	r.now = time.Date(2026, 11, 24, 9, 0, 0, 0, hanoi) // before its end
	document = r.reportOf(year)
	r.says(document, "số liệu từ ngày 15 tháng 12 năm 2025 đến ngày 24 tháng 11 năm 2026")
	if strings.Contains(document, "cùng kỳ") {
		t.Error("it is compared with months in which nobody was asked")
	}
	if _, err := r.Papers.Make(t.Context(), r.Store, r.now, Order{Kind: Board, Period: year}); err == nil {
		t.Error("there is a board of a year")
	}
}

// Before its end a year is set beside the same months and quarters of the year before:
// what that introduced later does not count.
func TestReportOfAnUnfinishedYear(t *testing.T) {
	r := newRoom(t, 2)
	r.update(func(tx *storage.Tx) error {
		for back := range 23 { // from January 2025 to November 2026
			_, err := tx.NewExample(report.Example{
				Unit: "U01", By: reader, Periods: []report.Period{november.Add(-back)}, Sent: r.now, Received: r.now, Review: report.Accepted,
				Content: report.Content{Category: report.GoodDeed, Object: report.Person, Name: "Lò Văn Pản", Title: "Hiến đất làm đường", Consent: report.NameAndPhoto, Field: report.Rural},
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	r.says(r.reportOf(report.Period{Duty: report.Year, Year: 2026, Number: 1}), "số liệu từ ngày 15 tháng 12 năm 2025 đến ngày 25 tháng 11 năm 2026",
		"So với cùng kỳ năm 2025 (11 tháng và 03 quý đã đến hạn), tỷ lệ gửi báo cáo không thay đổi", "số gương được giới thiệu không thay đổi (11 gương)")
}
