package texts

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"guongsang/internal/report"
)

// ReadDay reads a day as people write it: 24/11/2026, 24.11.2026, 24-11-2026
// or 2026-11-24. A day that does not exist is refused, and so is a year of two
// digits.
func ReadDay(s string) (d report.Date, ok bool) {
	s = strings.NewReplacer(".", "/", "-", "/", " ", "").Replace(strings.TrimSpace(s))
	for _, layout := range []string{"2/1/2006", "2006/1/2"} {
		if t, err := time.Parse(layout, s); err == nil {
			return report.DateOf(t), true
		}
	}
	return report.Date{}, false
}

// What a person reads who sends in a list of units.

// ListRefused heads the list of what is wrong.
func ListRefused(n int) string {
	return fmt.Sprintf("Chưa nhập đơn vị nào vì tệp có %d chỗ cần sửa. Vui lòng sửa rồi gửi lại:", n)
}

// ListRefusedMany heads it where so many have been found that no more were
// looked for.
func ListRefusedMany(n int) string {
	return fmt.Sprintf("Chưa nhập đơn vị nào vì tệp có từ %s chỗ cần sửa trở lên. Vui lòng sửa rồi gửi lại:", Number(n))
}

// ListProblem is one entry of that list.
func ListProblem(row int, column, says string) string {
	switch {
	case row == 0:
		return "- " + Cap(says)
	case column == "":
		return fmt.Sprintf("- Dòng %d: %s", row, says)
	}
	return fmt.Sprintf("- Dòng %d, cột %s: %s", row, brief(column), says)
}

// ListTooBig says that the file is too large.
func ListTooBig(megabytes int) string {
	return fmt.Sprintf("tệp lớn hơn %d MB. Vui lòng chỉ giữ bảng danh sách đơn vị.", megabytes)
}

// ListTooLong says that the file has too many rows.
func ListTooLong(rows int) string {
	return fmt.Sprintf("bảng có hơn %s dòng. Vui lòng xóa các dòng thừa bên dưới danh sách.", Number(rows))
}

// ListTooWide says that the file has too many columns.
func ListTooWide(columns int) string {
	return fmt.Sprintf("bảng có hơn %s cột. Vui lòng chỉ giữ các cột của danh sách đơn vị.", Number(columns))
}

// ListTooManyCells says that the file has too many cells.
func ListTooManyCells(cells int) string {
	return fmt.Sprintf("bảng có hơn %s ô. Vui lòng chỉ giữ bảng danh sách đơn vị.", Number(cells))
}

// ListCellTooLong says that a cell is longer than cells are.
func ListCellTooLong(letters int) string {
	return fmt.Sprintf("có ô dài quá %s ký tự. Vui lòng rút ngắn ô này, hoặc chỉ giữ các cột của danh sách đơn vị.", Number(letters))
}

// ListTooRich says that reading the file would take too much memory.
func ListTooRich(megabytes int) string {
	return fmt.Sprintf("cần hơn %d MB bộ nhớ để đọc bảng này. Vui lòng chép riêng danh sách đơn vị sang tệp mới rồi gửi lại.", megabytes)
}

// ListTooSlow says that reading the file would take too long.
func ListTooSlow(seconds int) string {
	return fmt.Sprintf("đọc bảng này mất hơn %d giây. Vui lòng chép riêng danh sách đơn vị sang tệp mới rồi gửi lại.", seconds)
}

// ListUnpacksTooBig says that a part of a workbook, or all of it for "", is too
// large once it is unpacked.
func ListUnpacksTooBig(megabytes int, part string) string {
	if part == "" {
		return fmt.Sprintf("bảng tính lớn hơn %d MB khi giải nén. Vui lòng chép riêng danh sách đơn vị sang tệp mới rồi gửi lại.", megabytes)
	}
	return fmt.Sprintf("phần %s trong bảng tính lớn hơn %d MB khi giải nén. Vui lòng chép riêng danh sách đơn vị sang tệp mới rồi gửi lại.", brief(part), megabytes)
}

// ListOfManyParts says that a workbook is made of too many parts.
func ListOfManyParts(parts int) string {
	return fmt.Sprintf("bảng tính gồm hơn %s phần. Vui lòng chép riêng danh sách đơn vị sang tệp mới rồi gửi lại.", Number(parts))
}

// ListOfManySheets says that a workbook has too many sheets.
func ListOfManySheets(sheets int) string {
	return fmt.Sprintf("bảng tính có hơn %s trang (sheet). Vui lòng chép riêng danh sách đơn vị sang tệp mới rồi gửi lại.", Number(sheets))
}

// ListOfLongNames says that a part of a workbook has too long a name.
func ListOfLongNames(letters int) string {
	return fmt.Sprintf("bảng tính có phần mang tên dài quá %s ký tự. Vui lòng chép riêng danh sách đơn vị sang tệp mới rồi gửi lại.", Number(letters))
}

// ListEmpty says that the file holds no units.
func ListEmpty() string { return "tệp không có đơn vị nào. Vui lòng kiểm tra lại tệp." }

// OldExcel says that the workbook is of the old make, or locked.
func OldExcel() string {
	return "tệp là Excel đời cũ (.xls) hoặc có mật khẩu. Vui lòng mở bằng Excel, chọn Lưu thành (Save As) loại .xlsx, không đặt mật khẩu."
}

// NotAList says that the file is something else.
func NotAList() string {
	return "tệp không phải bảng danh sách. Vui lòng gửi tệp .xlsx hoặc .csv."
}

// BadWorkbook says that the workbook cannot be opened.
func BadWorkbook() string {
	return "không mở được bảng tính này. Vui lòng mở bằng Excel, chọn Lưu thành (Save As) loại .xlsx rồi gửi lại."
}

// OldFont says that the text was written for a font of old.
func OldFont(font string) string {
	return fmt.Sprintf("chữ trong tệp theo bảng mã cũ %s. Vui lòng chuyển sang Unicode (ví dụ bằng công cụ chuyển mã của UniKey) rồi gửi lại.", font)
}

// ListNotUTF8 says that the letters of a file are kept in a way that is not known, or
// perhaps for a font of old.
func ListNotUTF8(font string) string {
	if font == "" {
		return "tệp không phải UTF-8 nên không đọc được dấu. Vui lòng mở bằng Excel, chọn Lưu thành (Save As) loại .xlsx rồi gửi lại."
	}
	return fmt.Sprintf("tệp không phải UTF-8; chữ có vẻ theo bảng mã cũ %s. Vui lòng chuyển sang Unicode (ví dụ bằng công cụ chuyển mã của UniKey) rồi gửi lại.", font)
}

// WebPage says that the file is a web page, whatever it is called.
func WebPage() string {
	return "tệp thực ra là trang web (HTML). Vui lòng mở bằng Excel, chọn Lưu thành (Save As) loại .xlsx rồi gửi lại."
}

// SaveAs says as what a file is to be saved whose kind is not read.
func SaveAs(ext string) string {
	switch ext {
	case ".txt", ".tsv":
		return fmt.Sprintf("Danh sách loại %s chưa đọc được. Vui lòng chép vào Excel, chọn Lưu thành (Save As) loại .xlsx rồi gửi lại.", ext)
	case ".ods", ".fods":
		return fmt.Sprintf("Danh sách loại %s chưa đọc được. Vui lòng mở bằng LibreOffice, chọn Lưu thành (Save As) loại Excel (.xlsx) rồi gửi lại.", ext)
	}
	return fmt.Sprintf("Danh sách loại %s chưa đọc được. Vui lòng mở bằng Excel, chọn Lưu thành (Save As) loại .xlsx rồi gửi lại.", ext)
}

// BadQuotes says that the quotes of a row do not fit.
func BadQuotes() string {
	return "dấu nháy kép trong dòng này chưa khớp. Vui lòng lưu lại tệp từ Excel, hoặc bỏ dấu nháy thừa."
}

// ListColumn names a column of a list of units as the form of the list does.
func ListColumn(column string) string {
	i := slices.Index([]string{
		"code", "name", "kind", "block", "month", "quarter", "quota_month", "quota_quarter", "roster", "active_from", "active_to", "successor",
		"superior", "symbol", "form", "training",
	}, column)
	return ListColumns()[i]
}

// ColumnMissing says that a column has to be there, and which were found in the
// row that was taken for the header, if there is one.
func ColumnMissing(column string, row int, found []string) string {
	what := map[string]string{"code": "mã đơn vị", "name": "tên đơn vị"}[column]
	s := fmt.Sprintf("không tìm thấy cột %s. Vui lòng đặt tên cột là %s.", what, ListColumn(column))
	if row > 0 {
		s += fmt.Sprintf(" Các cột ở dòng %d: %s.", row, Cut(briefly(found, ", "), 120))
	}
	return s
}

// ColumnTwice says that two columns mean the same.
func ColumnTwice() string {
	return "cột này trùng nghĩa với một cột khác. Vui lòng chỉ giữ một."
}

// ColumnsPassedOver names columns that are not used.
func ColumnsPassedOver(names []string) string {
	return "Các cột không dùng đến: " + briefly(names, ", ") + "."
}

// OtherSheets says which sheet was read, and which have a list too.
func OtherSheets(read string, others []string) string {
	return fmt.Sprintf("Chỉ đọc trang tính %s; chưa đọc: %s.", brief(read), briefly(others, ", "))
}

// HiddenSheets says which sheets were not read because they are hidden.
func HiddenSheets(names []string) string {
	return "Không đọc trang tính đang ẩn: " + briefly(names, ", ") + "."
}

// HiddenRows says which rows were not read because they are hidden.
func HiddenRows(rows []int, more int) string {
	var numbers []string
	for _, n := range rows {
		numbers = append(numbers, fmt.Sprint(n))
	}
	s := "Không đọc các dòng đang ẩn: " + strings.Join(numbers, ", ")
	if more > 0 {
		s += fmt.Sprintf(" và %s dòng khác", Number(more))
	}
	return s + ". Nếu cần, vui lòng bỏ ẩn hoặc bỏ lọc rồi gửi lại."
}

// RowPassedOver names a row that is no unit.
func RowPassedOver(row int, text string) string {
	return fmt.Sprintf("dòng %d “%s”", row, Cut(brief(text), 40))
}

// BlocksFromAbove says that blocks were taken from the rows above.
func BlocksFromAbove(rows int) string {
	return fmt.Sprintf("%d dòng để trống cột khối: đã lấy khối của dòng trên.", rows)
}

// RowsPassedOver names the rows that are no units.
func RowsPassedOver(rows []string, more int) string {
	s := "Bỏ qua vì không phải đơn vị: " + strings.Join(rows, ", ")
	if more > 0 {
		s += fmt.Sprintf(" và %s dòng khác", Number(more))
	}
	return s + "."
}

// LettersMended says that wrongly read letters were read again.
func LettersMended() string {
	return "Chữ trong tệp bị đọc sai bảng mã, đã được khôi phục. Vui lòng xem kỹ tên đơn vị trước khi áp dụng."
}

// LettersLost says that letters of a text are gone.
func LettersLost(text string) string {
	return fmt.Sprintf("chữ bị hỏng: “%s”. Vui lòng lấy lại tệp gốc, lưu loại .xlsx rồi gửi lại.", brief(text))
}

// DaysMonthFirst says that dates are read as Americans write them.
func DaysMonthFirst() string {
	return "Ngày trong tệp được đọc theo thứ tự tháng/ngày/năm."
}

// AskDays asks how dates are written that can be read in two ways: those of one
// cell, and so many more. A date of a spreadsheet shows itself in each country its
// own way.
func AskDays(row int, column, shown string, more int) string {
	if shown == "" {
		shown = "ngày"
	}
	s := Cap(fmt.Sprintf("%s ở dòng %d, cột %s là ngày nào?", shown, row, brief(column)))
	if more > 0 {
		s += fmt.Sprintf(" (%s ô khác trong tệp sẽ được hiểu cùng cách.)", Number(more))
	}
	return s
}

// CodeAlike shows a code of a list beside the known unit whose code is like it.
func CodeAlike(code, name string, known report.Unit) string {
	return fmt.Sprintf("  %s – đã có: %s %s", strings.TrimSpace(brief(code)+" "+brief(name)), known.Code, brief(known.Name))
}

// AskCodes asks whether units are known ones whose codes lost their zeros.
func AskCodes(met []string, more int) string {
	s := "Một số mã trong tệp chỉ khác mã đã có ở các số 0 đứng trước:\n" + strings.Join(met, "\n")
	if more > 0 {
		s += "\n" + AndMoreUnits(more)
	}
	return s + "\nĐây là các đơn vị đã có, hay là đơn vị mới?"
}

// CodesAlike says that two units of a list have codes that differ by zeros only.
func CodesAlike(one, other report.Unit) string {
	return fmt.Sprintf("  %s %s – %s %s", one.Code, brief(one.Name), other.Code, brief(other.Name))
}

// AskPairs asks whether units of a list whose codes differ by zeros only are one.
func AskPairs(met []string, more int) string {
	s := "Trong tệp có những mã chỉ khác nhau ở các số 0 đứng trước:\n" + strings.Join(met, "\n")
	if more > 0 {
		s += "\n" + AndMoreUnits(more)
	}
	return s + "\nĐây là hai đơn vị khác nhau, hay là một đơn vị ghi hai lần?"
}

// What may be answered to AskPairs.
const (
	LabelTwoUnits = "Là hai đơn vị khác nhau"
	LabelOneUnit  = "Là một đơn vị"
)

// What may be answered to AskCodes.
const (
	LabelKnownUnits = "Là đơn vị đã có"
	LabelNewUnits   = "Là đơn vị mới"
)

// CodeMissing says that a row has no code.
func CodeMissing() string {
	return "chưa có mã đơn vị. Nếu dòng này không phải đơn vị, vui lòng xóa dòng."
}

// CodeSigns says what a code is made of.
func CodeSigns(code string) string {
	return fmt.Sprintf("mã %q có ký tự không dùng được. Mã chỉ gồm chữ không dấu, số và các dấu . _ -", brief(code))
}

// CodeTwice says that a code stands in two rows.
func CodeTwice(code string, row int) string {
	return fmt.Sprintf("mã %s đã có ở dòng %d.", brief(code), row)
}

// UnitNameMissing says that a row has no name.
func UnitNameMissing() string { return "chưa có tên đơn vị." }

// NoUnitName says that what stands for a name has no letters.
func NoUnitName(v string) string { return fmt.Sprintf("%q không phải tên đơn vị.", brief(v)) }

// CellTooLong says how long a text may be.
func CellTooLong(most int) string { return fmt.Sprintf("dài quá %d ký tự.", most) }

// ErrorInCell says that a cell holds an error of the spreadsheet's.
func ErrorInCell(v string) string {
	return fmt.Sprintf("ô đang báo lỗi %s. Vui lòng sửa công thức hoặc nhập giá trị.", brief(v))
}

// Uncalculated says that a formula has no result yet.
func Uncalculated() string {
	return "ô có công thức chưa được tính. Vui lòng mở bằng Excel, lưu lại rồi gửi, hoặc thay bằng giá trị."
}

// NotYesOrNo says what a tick looks like.
func NotYesOrNo(v string) string {
	return fmt.Sprintf("%q chưa rõ có hay không. Vui lòng ghi x hoặc để trống.", brief(v))
}

// BadQuota says what a quota is.
func BadQuota(v string, most int) string {
	return fmt.Sprintf("%q không phải số gương. Vui lòng ghi số nguyên từ 0 đến %d, hoặc để trống.", brief(v), most)
}

// BadRoster says how turns are written.
func BadRoster(v string) string {
	return fmt.Sprintf("%q chưa đọc được. Vui lòng ghi các tháng như 1, 4, 7, 10 hoặc các quý như Q1, Q3.", brief(v))
}

// TrainingNotByList says what a list cannot say of a training.
func TrainingNotByList() string {
	return "Cột Tập huấn: bắt đầu sớm nhất từ ngày mai; đang tập huấn thì không đổi được bằng tệp. Kết thúc tập huấn: mở đơn vị, Sửa đơn vị, Mục khác."
}

// BadListDay says how a date is written.
func BadListDay(v string) string {
	return fmt.Sprintf("%q chưa đúng hoặc không có ngày này. Vui lòng ghi như 20/11/2026.", brief(v))
}

// EndsBeforeStart says that a unit would end before it begins.
func EndsBeforeStart(from, to report.Date) string {
	return fmt.Sprintf("ngày kết thúc %s trước ngày bắt đầu %s.", Day(to), Day(from))
}

// SuccessorUnknown says that no unit has the successor's code.
func SuccessorUnknown(code string) string {
	return fmt.Sprintf("không có đơn vị nào mã %s trong tệp hoặc trong danh sách hiện có.", brief(code))
}

// SuccessorCycle says that units succeed each other in a circle.
func SuccessorCycle(path []string) string {
	return "đơn vị kế thừa lẫn nhau thành vòng: " + briefly(path, " → ") + "."
}

// What a person reads before a list is taken.

// ImportCounts says how many units an import touches.
func ImportCounts(added, renamed, closed, changed, same, absent int) string {
	return fmt.Sprintf("Thêm mới %d, đổi tên %d, ngừng hoạt động %d, thay đổi khác %d, giữ nguyên %d, không có trong tệp %d.",
		added, renamed, closed, changed, same, absent)
}

// ImportNew heads the new units.
func ImportNew() string { return "Thêm mới:" }

// FirstDuties says what units owe first that come in now.
func FirstDuties(first []report.Schedule) string {
	if len(first) == 0 {
		return "Đơn vị mới chưa có kỳ nào phải gửi."
	}
	return "Đơn vị mới phải gửi từ: " + deadlines(first) + ". Muốn tính sớm hơn, ghi ngày bắt đầu ở cột “Từ ngày”."
}

// OwesFirst says the same of a unit that came in a short while ago.
func OwesFirst(first []report.Schedule) string { return "Phải gửi từ: " + deadlines(first) }

func deadlines(of []report.Schedule) string {
	list := make([]string, len(of))
	for i, s := range of {
		list[i] = fmt.Sprintf("%s (hạn %s)", ShortPeriod(s.Period), Day(s.Deadline))
	}
	return strings.Join(list, ", ")
}

// ImportRenamed heads the renamed ones.
func ImportRenamed() string { return "Đổi tên:" }

// ImportClosed heads those that end.
func ImportClosed() string { return "Ngừng hoạt động:" }

// ImportChanged heads other changes.
func ImportChanged() string { return "Thay đổi khác:" }

// ImportAbsent heads the units that the file does not have.
func ImportAbsent() string { return "Không có trong tệp, giữ nguyên:" }

// AndMoreUnits says that a list goes on.
func AndMoreUnits(n int) string { return fmt.Sprintf("  … và %d đơn vị nữa", n) }

// ImportUnit names a unit.
func ImportUnit(u report.Unit) string { return "  " + u.Code + " " + u.Name }

// UnitRenamed says how a unit was and will be called.
func UnitRenamed(before, after report.Unit) string {
	return fmt.Sprintf("  %s %s → %s", after.Code, before.Name, after.Name)
}

// UnitClosed says when a unit ends, and who goes on.
func UnitClosed(u report.Unit) string {
	s := fmt.Sprintf("  %s %s, đến hết ngày %s", u.Code, u.Name, Day(u.ActiveTo))
	if u.Successor != "" {
		s += ", kế thừa: " + strings.Join(u.Heirs(), ", ")
	}
	return s
}

// UnitChanged says what else of a unit becomes different.
func UnitChanged(before, after report.Unit) string {
	var what []string
	note := func(different bool, name string) {
		if different {
			what = append(what, name)
		}
	}
	note(before.Kind != after.Kind, "loại hình")
	note(before.Block != after.Block, "khối thi đua")
	note(before.Month != after.Month, "nghĩa vụ tháng")
	note(before.Quarter != after.Quarter, "nghĩa vụ quý")
	note(before.QuotaMonth != after.QuotaMonth, "chỉ tiêu tháng")
	note(before.QuotaQuarter != after.QuotaQuarter, "chỉ tiêu quý")
	note(!slices.Equal(before.Roster.Months, after.Roster.Months) || !slices.Equal(before.Roster.Quarters, after.Roster.Quarters), "phân kỳ")
	note(before.ActiveFrom != after.ActiveFrom, "ngày bắt đầu")
	note(before.ActiveTo != after.ActiveTo, "ngày kết thúc")
	note(!slices.Equal(before.Heirs(), after.Heirs()), "đơn vị kế thừa")
	note(before.Superior != after.Superior, "cấp trên")
	note(before.Symbol != after.Symbol, "ký hiệu văn bản")
	note(before.Form != after.Form, "thể thức văn bản")
	note(before.Training != after.Training, "tập huấn")
	return fmt.Sprintf("  %s %s: %s", after.Code, after.Name, strings.Join(what, ", "))
}
