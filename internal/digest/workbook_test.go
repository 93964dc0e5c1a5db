package digest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"guongsang/internal/directory"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// hostile are texts that a spreadsheet, a screen or an XML reader could take
// for something else.
var hostile = []string{
	`=HYPERLINK("http://example.org","x")`, "+1", "-1", "@SUM(A1)", "=1+1", "\t=1+1", "\r=1+1", "' =1", "_x000D_", "<f>1</f>", "a\x00b\x1bc", "\xff\xfe", "Привет", "مرحبا",
	"\u202egnp.exe", "👩‍🌾", `"a","b"`, "dòng 1\r\ndòng 2", "&amp;", "]]>",
}

// year makes a workbook's input: units over twelve months, with reminders.
func year(units, examples int) WorkbookInput {
	in := WorkbookInput{Office: office, Summary: summary(month(11), units, nil)}
	before := summary(month(10), units, nil).Total
	in.Summary.Before = &before
	var all []report.Unit
	for i := range units {
		all = append(all, report.Unit{
			Code: fmt.Sprintf("PT%03d", i+1), Name: fmt.Sprintf("Đơn vị số %d", i+1), Block: fmt.Sprintf("Khối %d", i/10+1), Month: true, Quarter: i%2 == 0,
		})
	}
	in.Units = report.NewDirectory(all)
	for n := -11; n <= 0; n++ {
		p := month(11).Add(n)
		in.Periods = append(in.Periods, p)
		for i, u := range all {
			state := [...]report.State{report.OnTime, report.Late, report.NilFiled, report.Pending, report.OnTime, report.MadeUp, report.Exempt, report.OnTime, report.NotDue}[(i+n+11)%9]
			in.Standings = append(in.Standings, report.Standing{Unit: u.Code, Period: p, State: state, Need: 1})
		}
	}
	in.Contacts = map[string]report.Contact{"PT010": report.Unconnected, "PT020": report.Unreachable}
	var introduced []report.Example
	for i := range examples {
		e := example(i, all[i%units].Code, month(11))
		e.Sent = time.Date(2026, 11, 5, 9, 10, 0, 0, zone)
		e.Received = e.Sent
		e.Content.Consent = report.Consents[i%3]
		e.Content.Summary = "Chín năm cắm bản ở điểm trường xa nhất, cô đi từng nhà cùng trưởng bản vận động phụ huynh."
		introduced = append(introduced, e)
	}
	in.Examples = privacy.Views(introduced, in.Units, privacy.Desk, report.NewDate(2026, 11, 23))
	in.Summary.Total.Examples = examples
	for i, result := range []ReminderResult{ReminderSent, ReminderMerged, ReminderMissed, ReminderRefused, ReminderWaiting, ReminderDropped, ReminderSent} {
		in.Reminders = append(in.Reminders, Reminder{
			At: time.Date(2026, 11, 13+i, 8, 0, 0, 0, zone), Unit: all[i%units].Code, Deadline: report.NewDate(2026, 11, 20),
			Stage: [...]string{"-5", "-2", "0", "+1", "escalate/head", "snooze/1", "-5"}[i], To: "Lò Thị Nhung", Result: result,
		})
	}
	in.Balance = report.BalanceOf(introduced, nil, report.Traits{
		Woman: func(string) bool { return false }, Minority: func(string) bool { return false }, Leads: func(string) bool { return false },
	})
	return in
}

func opened(t testing.TB, in WorkbookInput) *excelize.File {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(made(t, in)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	return book
}

func made(t testing.TB, in WorkbookInput) []byte {
	t.Helper()
	file, err := Workbook(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func rowsOf(t testing.TB, book *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// TestWorkbookIsTheSameAgain: the same figures are the same file.
func TestWorkbookIsTheSameAgain(t *testing.T) {
	first := made(t, year(3, 2))
	for range 5 {
		if !bytes.Equal(first, made(t, year(3, 2))) {
			t.Fatal("the same workbook came out as another file")
		}
	}
}

func TestWorkbookSheets(t *testing.T) {
	book := opened(t, year(40, 30))
	want := []string{"Tổng hợp", "Theo đơn vị", "Danh sách gương", "Chưa gửi", "Nhật ký nhắc", "Đơn vị"}
	if diff := cmp.Diff(want, book.GetSheetList()); diff != "" {
		t.Error(diff)
	}
	for _, sheet := range want {
		layout, err := book.GetPageLayout(sheet)
		if err != nil || *layout.Size != 9 || *layout.Orientation != "landscape" {
			t.Errorf("%s: not A4 on its side (%v)", sheet, err)
		}
		props, err := book.GetSheetProps(sheet)
		switch {
		case err != nil:
			t.Error(err)
		case sheet == "Tổng hợp":
			if *props.FitToPage || *layout.AdjustTo != scaleOf(summaryWidths) {
				t.Errorf("%s: scaled to %d%%", sheet, *layout.AdjustTo)
			}
		case !*props.FitToPage || *layout.FitToWidth != 1 || *layout.FitToHeight != 0:
			t.Errorf("%s: does not fit the paper", sheet)
		}
		if panes, err := book.GetPanes(sheet); err != nil || sheet != "Tổng hợp" && !panes.Freeze {
			t.Errorf("%s: nothing is frozen (%v)", sheet, err)
		}
	}
	areas := map[string]string{}
	for _, name := range book.GetDefinedName() {
		if name.Name == "_xlnm.Print_Area" {
			areas[name.Scope] = name.RefersTo
		}
	}
	if diff := cmp.Diff(map[string]string{"Danh sách gương": "'Danh sách gương'!$A$1:$L$33", "Đơn vị": "'Đơn vị'!$A$1:$L$41"}, areas); diff != "" {
		t.Error(diff)
	}
	titles := map[string]bool{}
	for _, name := range book.GetDefinedName() {
		if name.Name == "_xlnm.Print_Titles" {
			titles[name.Scope] = true
		}
	}
	if len(titles) != len(want)-1 {
		t.Errorf("print titles on %v", titles)
	}
}

func TestWorkbookFigures(t *testing.T) {
	in := year(40, 30)
	rows := rowsOf(t, opened(t, in), texts.SheetSummary)
	for _, row := range rows {
		if len(row) > 4 && strings.HasPrefix(row[0], "Đã gửi") {
			if want := []string{"24", "0.666666666666666", "24", "0"}; !cmp.Equal(row[1:], want) {
				t.Errorf("%v, want %v", row[1:], want)
			}
			return
		}
	}
	t.Errorf("no line of those who have sent in\n%v", rows)
}

func TestWorkbookBoard(t *testing.T) {
	in := year(20, 0)
	book := opened(t, in)
	rows := rowsOf(t, book, texts.SheetBoard)
	colours := map[string]map[string]bool{} // by letter
	for y, row := range rows[4:] {
		for x := 3; x < 15 && x < len(row) && len(row) > 1 && row[1] != ""; x++ {
			axis, _ := excelize.CoordinatesToCellName(x+1, y+5)
			id, err := book.GetCellStyle(texts.SheetBoard, axis)
			if err != nil {
				t.Fatal(err)
			}
			style, err := book.GetStyle(id)
			if err != nil {
				t.Fatal(err)
			}
			if colours[row[x]] == nil {
				colours[row[x]] = map[string]bool{}
			}
			colours[row[x]][strings.Join(style.Fill.Color, "")] = true
		}
	}
	if len(colours) != 9 { // eight letters and the empty cell
		t.Errorf("letters: %v", colours)
	}
	seen := map[string]string{}
	for letter, some := range colours {
		for colour := range some {
			if other, ok := seen[colour]; ok || len(some) != 1 {
				t.Errorf("%q and %q are both shown as %s", letter, other, colour)
			}
			seen[colour] = letter
		}
	}
	foot := rows[len(rows)-1]
	met, owed := 0, 0
	for _, st := range in.Standings {
		if st.Period == in.Periods[0] && owes(st.State) {
			owed++
			if st.State.Met() {
				met++
			}
		}
	}
	if got, err := strconv.ParseFloat(foot[3], 64); err != nil || math.Abs(got-float64(met)/float64(owed)) > 1e-9 {
		t.Errorf("share of the first period %s of %d/%d (%v)", foot[3], met, owed, err)
	}
}

// What people write stays text, whatever it looks like, and nothing is
// worked out when the file is opened.
func TestWorkbookRunsNothing(t *testing.T) {
	in := year(20, len(hostile))
	for i, text := range hostile {
		v := &in.Examples[i]
		v.Name, v.Title, v.Summary, v.Record.Gender, v.Results = text, text, text, text, text
		in.Reminders = append(in.Reminders, Reminder{At: in.Summary.At, Unit: text, Stage: text, To: text, Result: ReminderResult(text)})
		in.Summary.Gaps = append(in.Summary.Gaps, report.Gap{Unit: report.Unit{Code: text, Name: text, Block: text}})
	}
	file := made(t, in)
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	harmful := regexp.MustCompile(`<f[ >]|[\x00-\x08\x0b\x0c\x0e-\x1f]|hyperlink|externalLink|vbaProject|ddeLink`)
	for _, part := range archive.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if at := harmful.FindIndex(b); at != nil {
			t.Errorf("%s has %q", part.Name, b[max(0, at[0]-40):min(len(b), at[1]+40)])
		}
	}
	rows := rowsOf(t, opened(t, in), texts.SheetExamples)
	for i, text := range hostile {
		if got := rows[3+i][8]; got != written(text) && strings.TrimSpace(written(text)) != "" {
			t.Errorf("%q became %q", text, got)
		}
	}
}

// A row is as high as its text needs and no higher.
func TestLinesOfTexts(t *testing.T) {
	for _, test := range []struct {
		text  string
		width float64
		bold  bool
		want  int
	}{
		{"", 5, false, 1},
		{"Khối 3 - Cơ quan chuyên môn thuộc UBND huyện", 45, false, 1},
		{"Khối 3 - Cơ quan chuyên môn thuộc UBND huyện", 32, false, 2},
		{"Trung tâm Văn hóa, Thể thao và Truyền thông huyện", 48, false, 1},
		{"Theo nhóm ưu tiên (một gương có thể thuộc nhiều nhóm)", 53, true, 1},
		{"một\nhai\nba", 20, false, 3},
		{strings.Repeat("w", 100), 10, false, 16},
		{strings.Repeat("Nghiêng ", 100), 46, false, 20},
		{"👩👩👩👩👩👩", 10, false, 2},
	} {
		if got := linesOf(test.text, test.width, test.bold); got != test.want {
			t.Errorf("%q takes %d lines, want %d", test.text, got, test.want)
		}
	}
	composed, apart := "Trường Mầm non thị trấn Đường", norm.NFD.String("Trường Mầm non thị trấn Đường")
	if widthOf(composed) != widthOf(apart) {
		t.Error("accents typed apart make a text wider")
	}
}

// No table of the first sheet begins on one sheet of paper and ends on the
// next.
func TestSummaryKeepsTablesTogether(t *testing.T) {
	file := made(t, year(85, 60))
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	r, err := archive.Open("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	rows := rowsOf(t, opened(t, year(85, 60)), texts.SheetSummary)
	breaks := regexp.MustCompile(`<brk id="(\d+)"`).FindAllSubmatch(sheet, -1)
	for _, found := range breaks {
		last, err := strconv.Atoi(string(found[1])) // the row over the break
		if err != nil || len(rows[last-1]) > 0 || len(rows[last]) == 0 {
			t.Errorf("a break after row %s: %q, then %q (%v)", found[1], rows[last-1], rows[last], err)
		}
	}
	if len(breaks) == 0 {
		t.Error("no break in a sheet of two pages")
	}
}

// Who leads the agency is told of a unit; that is no reminder to the unit.
func TestRemindersOfAUnitAreCounted(t *testing.T) {
	var log []Reminder
	for i, stage := range []string{"-5", "0", "complete", "escalate/head", "escalate/blockhead", "escalate/agency", "lost", "+3"} {
		log = append(log, Reminder{Unit: "A", Stage: stage, At: time.Date(2026, 11, 1+i, 8, 0, 0, 0, zone), Result: ReminderSent})
	}
	log[7].Result = ReminderRefused
	times, last := reminded(log)
	if times["A"] != 4 || last["A"].Day() != 4 {
		t.Errorf("%d times, the last on %v", times["A"], last["A"])
	}
}

func TestWrittenIsHarmless(t *testing.T) {
	long := strings.Repeat("Ề👩", 40_000)
	for in, want := range map[string]string{
		"a\r\nb\rc\td": "a\nb\nc d", "a\x00b": "ab", "\u202ea\u2066b": "ab", "\xff": "", "=1": "=1",
		"e\u0323\u0302": "ệ",
	} {
		if got := written(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
	units := 0
	for _, r := range written(long) {
		units++
		if r > 0xFFFF {
			units++
		}
	}
	if units > longestCell {
		t.Errorf("a long text has %d units", units)
	}
	exact := strings.Repeat("a", longestCell)
	if written(exact) != exact {
		t.Error("a text that just fits is cut")
	}
}

// The last sheet is the directory: importing the workbook changes nothing.
func TestWorkbookImportsAgain(t *testing.T) {
	units := directory.Demo()
	units[1].Roster = report.Roster{Months: []int{1, 4}, Quarters: []int{2}}
	units[2].QuotaMonth, units[2].QuotaQuarter = 2, 3
	units[3].ActiveFrom, units[3].ActiveTo, units[3].Successor = report.NewDate(2020, 1, 1), report.NewDate(2026, 6, 30), units[4].Code
	units[5].Month, units[6].Quarter = false, false
	units[7].Name, units[8].Kind = "=HYPERLINK(1)", "+1"
	units[9].Roster.Months = []int{3}
	units[10].Superior, units[10].Symbol, units[10].Form, units[10].Training = "Sở Nội vụ", "SNV", report.PartyForm, report.NewDate(2026, 11, 2)
	units[11].ActiveTo, units[11].Successor, units[11].Others = report.NewDate(2026, 6, 30), units[4].Code, []string{units[5].Code}
	in := year(20, 25)
	in.Units = report.NewDirectory(units)
	list, err := directory.Read(t.Context(), made(t, in), in.Units, "")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(in.Units.Units(), list.Units); diff != "" || len(list.Notices) > 0 {
		t.Errorf("%v\n%s", list.Notices, diff)
	}
	fresh, err := directory.Read(t.Context(), made(t, in), report.Directory{}, "")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(in.Units.Units(), fresh.Units); diff != "" {
		t.Error(diff)
	}
}

func TestWorkbookKeepsOriginToItself(t *testing.T) {
	in := year(20, 9)
	in.Examples[3].Record.Ethnicity = "Mảng"
	in.Balance.Minorities = 1
	book := opened(t, in)
	for _, sheet := range book.GetSheetList() {
		for _, row := range rowsOf(t, book, sheet) {
			if strings.Contains(strings.Join(row, "\n"), "Mảng") {
				t.Errorf("%s: %v", sheet, row)
			}
		}
	}
}

func TestWorkbookTellsWhatMayBePublished(t *testing.T) {
	in := year(20, 9)
	hoa := example(2, "PT001", month(11))
	hoa.Content.Name, hoa.Content.Object, hoa.Content.Category, hoa.Content.Consent = "Phàn Mý Hoa", report.Person, report.GoodDeed, report.NotGiven
	in.Examples[2] = privacy.Of(hoa, report.Unit{}, privacy.Desk, report.NewDate(2026, 11, 23))
	rows := rowsOf(t, opened(t, in), texts.SheetExamples)
	for i, want := range []string{"Tên và ảnh", "Tên, không ảnh", "Không nêu tên, không ảnh"} {
		if got := rows[3+i][10]; got != want {
			t.Errorf("line %d: %s, want %s", i, got, want)
		}
	}
	if got := rows[5][25]; got != "P.M.H." {
		t.Errorf("published as %q", got)
	}
	for _, row := range rows[2:] {
		if len(row) > len(texts.ExampleColumns()) {
			t.Errorf("%d cells", len(row))
		}
	}
	if len(exampleWidths) != len(texts.ExampleColumns()) {
		t.Errorf("%d widths for %d columns", len(exampleWidths), len(texts.ExampleColumns()))
	}
}

func TestWorkbookOfNothing(t *testing.T) {
	book := opened(t, WorkbookInput{Office: office, Summary: summary(month(11), 0, nil)})
	if rows := rowsOf(t, book, texts.SheetGaps); !strings.Contains(rows[len(rows)-1][0], texts.NothingListed()) {
		t.Errorf("%v", rows)
	}
}

// TestWorkbookToLookAt keeps the file for opening in a spreadsheet.
func TestWorkbookToLookAt(t *testing.T) {
	dir := os.Getenv("LOOK")
	if dir == "" {
		t.Skip("LOOK names no folder")
	}
	in := year(85, 60)
	if err := os.WriteFile(dir+"/"+"workbook.xlsx", made(t, in), 0o666); err != nil {
		t.Fatal(err)
	}
}

// What is printed of an example has room for several on a sheet of paper, whatever was
// written; all of it stands behind, and shows its beginning, not its middle.
func TestAPrintedSheetHasSeveralExamples(t *testing.T) {
	in := year(10, 2)
	long := strings.Repeat("Vận động bà con. ", 400)
	in.Examples[0].Summary, in.Examples[0].Results, in.Examples[1].Summary = long, long, "Vận động bà con."
	book := opened(t, in)
	for cell, want := range map[string]string{"J4": "center", "M4": "top", "U4": "top", "J5": "center"} {
		id, err := book.GetCellStyle(texts.SheetExamples, cell)
		if err != nil {
			t.Fatal(err)
		}
		style, err := book.GetStyle(id)
		if err != nil || style.Alignment == nil || style.Alignment.Vertical != want {
			t.Errorf("%s: %+v (%v), want %s", cell, style.Alignment, err, want)
		}
	}
	rows := rowsOf(t, book, texts.SheetExamples)
	if short := rows[4]; short[9] != in.Examples[1].Summary || short[12] != "" {
		t.Errorf("a short summary stands there as %q and %q", short[9], short[12])
	}
	row := rows[3]
	if strings.TrimSpace(row[12]) != strings.TrimSpace(long) || !strings.HasPrefix(long, row[9]) || linesOf(row[9], summaryWide, false) > summaryLines || row[9] == "" {
		t.Errorf("printed %q of %d bytes", row[9], len(row[12]))
	}
	if high, err := book.GetRowHeight(texts.SheetExamples, 4); err != nil || high > paperHigh/5 {
		t.Errorf("a row is %g high (%v)", high, err)
	}
}

// All lines of a table reach as far as its head.
func TestFiguresAreOneTable(t *testing.T) {
	in := year(40, 30)
	in.Year = []report.MonthCount{{Period: month(10), Examples: 4}, {Period: month(11), Examples: 30}}
	book := opened(t, in)
	rows := rowsOf(t, book, texts.SheetSummary)
	found := false
	for i, row := range rows {
		if len(row) == 0 || !strings.HasPrefix(row[0], "Số gương lũy kế") {
			continue
		}
		found = true
		id, err := book.GetCellStyle(texts.SheetSummary, fmt.Sprintf("E%d", i+1))
		if err != nil || id == 0 {
			t.Errorf("the line of the year ends before the table: style %d (%v)", id, err)
		}
	}
	if !found {
		t.Error("no line of the year")
	}
}
