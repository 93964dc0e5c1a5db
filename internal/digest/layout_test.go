package digest_test

import (
	"encoding/xml"
	"strconv"
	"strings"
	"testing"

	"github.com/beevik/etree"

	"guongsang/internal/assess"
	"guongsang/internal/digest"
	"guongsang/internal/report"
)

// Pages are not wasted and nothing stands alone on one: before a signature two
// paragraphs stay on its page, of a table the last two rows stay together and with the sum; photos stand
// side by side, so that none takes a third of a page; and what is a list of one has
// no number.
func TestPagesAreUsed(t *testing.T) {
	for name, file := range documents(t) {
		body := bodyOf(t, file)
		signature := 0
		for i, e := range body {
			if e.Tag == "tbl" && (strings.Contains(allText(e), "Nơi nhận:") || strings.HasSuffix(name, "slip")) {
				signature = i // the last table of a slip, which names no recipients
			}
		}
		if strings.HasPrefix(name, "annex") { // goes with what is signed
			continue
		}
		for back := 1; back <= 2; back++ {
			if body[signature-back].FindElement("w:pPr/w:keepNext") == nil {
				t.Errorf("%s: the signature may stand alone on a page: %q does not stay with it", name, allText(body[signature-back]))
			}
		}
		for i, e := range body {
			keepsRows(t, name, e)
			if i > 0 && strings.HasPrefix(allText(e), "II. ") && body[i-1].FindElement("w:pPr/w:keepNext") == nil && body[i-1].Tag == "p" && allText(body[i-1]) == "" {
				t.Errorf("%s: the heading behind the table may stand alone on its page", name)
			}
			for _, extent := range e.FindElements(".//wp:extent") {
				if cells := e.FindElements("w:tr/w:tc"); len(cells)%2 == 0 && len(cells) > 0 && cells[len(cells)-1].FindElement(".//wp:extent") == nil {
					t.Errorf("%s: a photo stands at the side of nothing", name)
				}
				if wide, _ := strconv.Atoi(extent.SelectAttrValue("cx", "")); wide > textWide/2*emuPerTwip {
					t.Errorf("%s: a photo is %d mm wide", name, wide/36000)
				}
			}
		}
	}
}

// keepsRows holds that the last two rows of a table are never alone on a page, be there a
// sum or something else under them or not.
func keepsRows(t *testing.T, name string, table *etree.Element) {
	t.Helper()
	rows := table.SelectElements("w:tr")
	if len(rows) < 2 || table.FindElement(".//w:tblHeader") == nil {
		return
	}
	rows = rows[1:] // under the head, which stays with the first
	last := rows[max(len(rows)-2, 0):]
	switch {
	case strings.Contains(allText(rows[len(rows)-1]), "Cộng"):
		last = rows[max(len(rows)-3, 0) : len(rows)-1]
	case (strings.HasPrefix(name, "nominees") || strings.HasPrefix(name, "press")) && len(rows) < 4:
		last = rows[len(rows)-1:] // which leave the page before a row
	}
	for _, row := range last {
		for _, p := range row.FindElements(".//w:p") {
			if p.FindElement("w:pPr/w:keepNext") == nil {
				t.Errorf("%s: %q may stand alone on a page, or what comes after it", name, allText(row))
				return
			}
		}
	}
}

// bodyOf are the paragraphs and tables of a document.
func bodyOf(t *testing.T, file []byte) []*etree.Element {
	t.Helper()
	doc := etree.NewDocument()
	if err := doc.ReadFromString(partOf(t, file, "word/document.xml")); err != nil {
		t.Fatal(err)
	}
	return doc.Root().SelectElement("w:body").ChildElements()
}

func allText(e *etree.Element) string {
	all := ""
	for _, text := range e.FindElements(".//w:t") {
		all += text.Text()
	}
	return all
}

// A period in which nothing happened has nothing to number, and no part that says so.
func TestAnEmptyPeriodHasNoListOfOne(t *testing.T) {
	in := source(december, 0, nil)
	in.Summary.Total, in.Summary.Gaps, in.Year, in.Assessment = report.Figures{Duties: 5, Nil: 5}, nil, nil, nil
	file, err := digest.Report(t.Context(), in, nil)
	if err != nil {
		t.Fatal(err)
	}
	said := textOf(t, file)
	if strings.Contains(said, "\n1. ") || strings.Contains(said, "IV. ") || strings.Contains(said, "GƯƠNG TIÊU BIỂU") {
		t.Errorf("a list of one, or a part about nothing:\n%s", said)
	}
	if n := strings.Count(strings.ToLower(said), "chưa có"); n > 1 {
		t.Errorf("%d times “chưa có”:\n%s", n, said)
	}
}

// Where no proposals come between, the last task stays with the closing.
func TestTheLastTaskStaysWithTheClosing(t *testing.T) {
	in := source(december, 0, nil)
	in.Summary.Total, in.Summary.Gaps, in.Year = report.Figures{Duties: 5, Nil: 5}, nil, nil
	in.Assessment = []assess.Paragraph{{Part: assess.Tasks, Text: "Tiếp tục đôn đốc."}, {Part: assess.Tasks, Text: "Tiếp tục hướng dẫn."}}
	file, err := digest.Report(t.Context(), in, nil)
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, e := range bodyOf(t, file) {
		if strings.Contains(allText(e), "2. Tiếp tục hướng dẫn.") {
			found = e.FindElement("w:pPr/w:keepNext") != nil
		}
	}
	if !found {
		t.Error("the closing may stand alone on a page")
	}
}

// What is not due yet counts in no sum: its row has no numbers that would be added up.
func TestAnUnfinishedYearAddsUp(t *testing.T) {
	year := report.Period{Duty: report.Year, Year: 2026, Number: 1}
	in := cumulatedAt(at, year, 3, func([]report.Example) {})
	file, err := digest.Report(t.Context(), in, nil)
	if err != nil {
		t.Fatal(err)
	}
	duties, missing, open := 0, 0, 0
	for _, row := range tableAfter(t, file, "Kết quả của từng kỳ")[1:] {
		if strings.Contains(row[0], "chưa đến hạn") {
			open++
			if row[1]+row[2]+row[5] != "---" {
				t.Errorf("%q counts already", row)
			}
			continue
		}
		n, _ := strconv.Atoi(row[1])
		m, _ := strconv.Atoi(row[5])
		duties, missing = duties+n, missing+m
	}
	if open == 0 || duties != in.Summary.Total.Duties || missing != in.Summary.Total.Missing {
		t.Errorf("%d open; %d of %d missing by the rows, %d of %d by the sum", open, missing, duties, in.Summary.Total.Missing, in.Summary.Total.Duties)
	}
}

// tableAfter are the cells of the table that follows a text.
func tableAfter(t *testing.T, file []byte, text string) (rows [][]string) {
	t.Helper()
	seen := false
	for _, e := range bodyOf(t, file) {
		seen = seen || strings.Contains(allText(e), text)
		if !seen || e.Tag != "tbl" {
			continue
		}
		for _, tr := range e.SelectElements("w:tr") {
			var cells []string
			for _, tc := range tr.SelectElements("w:tc") {
				cells = append(cells, allText(tc))
			}
			rows = append(rows, cells)
		}
		return rows
	}
	t.Fatalf("no table after %q", text)
	return nil
}

// The properties of a file name what it is and whose.
func TestFilesSayWhatTheyAre(t *testing.T) {
	files := documents(t)
	for name, want := range map[string][2]string{
		"report-month": {"Báo cáo tổng hợp giới thiệu gương điển hình tiên tiến, gương người tốt việc tốt, mô hình mới tháng 11 năm 2026", office.Agency},
		"urge-few":     {"Công văn đôn đốc giới thiệu gương tháng 11 năm 2026", office.Agency},
		"introduction": {"Công văn giới thiệu gương tháng 11 năm 2026 của Trường Mầm non Mường So", "Trường Mầm non Mường So"},
	} {
		var got struct {
			Title   string `xml:"title"`
			Creator string `xml:"creator"`
		}
		if err := xml.Unmarshal([]byte(partOf(t, files[name], "docProps/core.xml")), &got); err != nil {
			t.Fatal(err)
		}
		if got.Title != want[0] || got.Creator != want[1] {
			t.Errorf("%s is %q of %q, want %q of %q", name, got.Title, got.Creator, want[0], want[1])
		}
	}
}
