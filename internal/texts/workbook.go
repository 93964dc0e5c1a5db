package texts

import (
	"fmt"
	"slices"
	"strings"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
)

// The names of the workbook's sheets.
const (
	SheetSummary   = "Tổng hợp"
	SheetBoard     = "Theo đơn vị"
	SheetExamples  = "Danh sách gương"
	SheetGaps      = "Chưa gửi"
	SheetReminders = "Nhật ký nhắc"
	SheetUnits     = "Đơn vị"
)

// WorkbookTitle heads one of the sheets.
func (o Office) WorkbookTitle(sheet string, p report.Period) string {
	head := map[string]string{
		SheetSummary:   "Tổng hợp giới thiệu gương",
		SheetBoard:     "Tình hình gửi theo đơn vị, đến",
		SheetExamples:  "Danh sách gương được giới thiệu",
		SheetGaps:      "Đơn vị chưa có giới thiệu gương",
		SheetReminders: "Nhật ký nhắc gửi gương",
	}[sheet]
	return head + " " + Period(p) + " - " + o.Organization
}

// SummaryColumns head the figures of the first sheet.
func SummaryColumns() []string {
	return []string{"Nội dung", "Số lượng", "Tỷ lệ", "Kỳ trước", "Tăng, giảm"}
}

// A FigureRow is one line of figures: a name, the number, the number of the
// period before.
type FigureRow struct {
	Name        string
	Now, Before int
	Share       bool // has a share of the units that owe
}

// FigureRows are the figures of a period, beside those of the one before.
func FigureRows(now, before report.Figures) []FigureRow {
	return []FigureRow{
		{"Đơn vị phải gửi", now.Duties, before.Duties, false},
		{"Đã gửi (gồm không phát sinh)", now.Met(), before.Met(), true},
		{"   Đúng hạn", now.OnTime, before.OnTime, true},
		{"   Muộn", now.Late, before.Late, true},
		{"   Gửi bù sau khi khóa sổ", now.MadeUp, before.MadeUp, true},
		{"   Không phát sinh", now.Nil, before.Nil, true},
		{"Chưa gửi", now.Missing, before.Missing, true},
		{"   Chưa kết nối", now.Unconnected, before.Unconnected, true},
		{"   Mất liên lạc", now.Unreachable, before.Unreachable, true},
		{"Tạm dừng", now.Exempt, before.Exempt, false},
		{"Số gương được giới thiệu", now.Examples, before.Examples, false},
	}
}

// YearRows stand under the figures of a period: what the months of a quarter
// introduced, which is not what was chosen for it, and what there was since
// January.
func YearRows(p report.Period, year []report.MonthCount) (rows []FigureRow) {
	if months := report.MonthsOf(p, year); len(months) > 0 {
		rows = append(rows, FigureRow{Name: "Số gương của các tháng trong quý", Now: report.SinceJanuary(months)})
	}
	return append(rows, FigureRow{Name: "Số gương lũy kế từ đầu năm", Now: report.SinceJanuary(year)})
}

// BlockColumns head the figures of the blocks.
func BlockColumns() []string {
	return []string{"Khối thi đua", "Phải gửi", "Đã gửi", "Tỷ lệ", "Đúng hạn", "Muộn", "Gửi bù", "Không phát sinh", "Chưa gửi", "Trong đó chưa kết nối", "Trong đó mất liên lạc", "Tạm dừng", "Số gương"}
}

// TotalRow names the line that adds up the others.
func TotalRow() string { return "Cộng" }

// CountSection heads one group of counts of the examples.
func CountSection(section string) string {
	return map[string]string{
		"category": "Theo loại", "object": "Theo đối tượng", "group": "Theo nhóm ưu tiên (một gương có thể thuộc nhiều nhóm)",
		"field": "Theo lĩnh vực", "review": "Theo kết quả xem xét", "balance": "Cơ cấu gương được giới thiệu",
	}[section]
}

// BalanceLines name the lines of the balance, in the order in which the workbook counts them.
func BalanceLines() []string {
	return []string{
		"Công nhân, nông dân, người lao động trực tiếp", "   Công nhân", "   Nông dân", "Tập thể nhỏ",
		"Vùng sâu, vùng xa, biên giới, vùng dân tộc thiểu số", "   Vùng biên giới", "Cá nhân", "   Nữ", "   Người dân tộc thiểu số",
		"   Người giữ chức vụ lãnh đạo, quản lý", "   Người không giữ chức vụ lãnh đạo, quản lý", "   Chưa ghi chức vụ, nghề nghiệp",
	}
}

// IdleFields lists the fields of work in which nobody was introduced of late.
func IdleFields(fields []report.Field) string {
	if len(fields) == 0 {
		return "Ba tháng qua lĩnh vực nào cũng có gương."
	}
	var names []string
	for _, f := range fields {
		names = append(names, Field(f))
	}
	return "Ba tháng qua chưa có gương: " + strings.Join(names, "; ") + "."
}

// FieldUnknown names the examples whose unit chose no field.
func FieldUnknown() string { return "Chưa ghi lĩnh vực" }

// UnitColumn heads the code of a unit in a list that is not the directory:
// importing passes such a list over.
const UnitColumn = "Mã số đơn vị"

// BoardColumns head the units' standings: before and behind the periods.
func BoardColumns() (before, behind []string) {
	return []string{"TT", UnitColumn, "Tên đơn vị"}, []string{"Đã gửi", "Phải gửi", "Tỷ lệ"}
}

// PeriodColumn heads one period in a table: T11/2026, Quý IV/2026.
func PeriodColumn(p report.Period) string {
	if p.Duty == report.Quarter {
		return Cap(ShortPeriod(p))
	}
	return fmt.Sprintf("T%d/%d", p.Number, p.Year)
}

// BoardShare names the line with the shares of the periods.
func BoardShare() string { return "Tỷ lệ đã gửi" }

// StateMark is the letter of a standing, beside its colour. A unit that has
// not sent and cannot be asked has its own.
func StateMark(s report.State, c report.Contact) string {
	if s == report.Pending && c != report.Reachable {
		return map[report.Contact]string{report.Unconnected: "N", report.Unreachable: "L"}[c]
	}
	return map[report.State]string{
		report.OnTime: "Đ", report.Late: "M", report.MadeUp: "B", report.NilFiled: "K", report.Pending: "C", report.Exempt: "T",
	}[s]
}

// StateWord explains the letter and the mark of a standing.
func StateWord(s report.State, c report.Contact) string {
	if s == report.Pending && c != report.Reachable {
		return Cap(ContactWord(c))
	}
	return map[report.State]string{
		report.OnTime: "Đúng hạn", report.Late: "Muộn", report.MadeUp: "Gửi bù", report.NilFiled: "Không phát sinh",
		report.Pending: "Chưa gửi", report.Exempt: "Tạm dừng", report.NotDue: "Không thuộc kỳ",
	}[s]
}

// ExampleColumns head the list of examples. The first PrintedExampleColumns
// of them are printed.
func ExampleColumns() []string {
	return []string{
		"TT", "Số hiệu", "Tên đơn vị", "Loại", "Đối tượng", "Họ tên, tên gọi", "Năm sinh", "Nơi công tác, cư trú", "Tiêu đề", "Tóm tắt", "Được công khai", "Kết quả xem xét",
		"Tóm tắt đầy đủ (nếu đã rút gọn)", UnitColumn, "Khối thi đua", "Kỳ", "Giới tính", "Chức vụ, nghề nghiệp", "Lĩnh vực", "Nhóm ưu tiên", "Kết quả bằng số", "Hiệu quả, lan tỏa", "Thời gian", "Đã được khen thưởng",
		"Ý kiến người được giới thiệu", "Tên khi công khai", "Ảnh", "Tệp khác", "Bản thứ", "Ngày gửi", "Ngày nhận", "Ghi nhận thay qua", "Nội dung cần bổ sung", "Hạn bổ sung",
		"Phong trào", "Đề xuất (không thay hồ sơ)", "Xác nhận không kỷ luật, khiếu nại", "Lãnh đạo, quản lý", "Số thành viên", "Số nữ", "Người đứng đầu",
		"Mô hình từ khi nào", "Ai thực hiện", "Số hộ, số người", "Kinh phí", "Tính bền vững", "Lời nhân vật", "Đã đăng ở", "Video", "Bài viết dài",
		"Chú thích, tác giả ảnh", "Người viết", "Đơn vị người viết", "Điện thoại người viết", "Điện thoại nhân vật", "Thủ trưởng duyệt",
	}
}

// PrintedExampleColumns is how many columns of the list are printed.
const PrintedExampleColumns = 12

// MayPublish says what of an example may be published.
func MayPublish(p privacy.Publicity) string {
	return map[privacy.Publicity]string{
		privacy.Openly:   "Tên và ảnh",
		privacy.Named:    "Tên, không ảnh",
		privacy.Given:    "Tên riêng không kèm họ, không ảnh",
		privacy.Initials: "Không nêu tên, không ảnh",
	}[p]
}

// GapColumns head the units that have not handed in.
func GapColumns() []string {
	return []string{"TT", UnitColumn, "Tên đơn vị", "Khối thi đua", "Cần", "Đã có", "Tình trạng", "Số lần đã nhắc", "Nhắc gần nhất"}
}

// ReminderColumns head the log of reminders.
func ReminderColumns() []string {
	return []string{"TT", "Thời điểm", UnitColumn, "Tên đơn vị", "Hạn gửi", "Nội dung nhắc", "Người nhận", "Kết quả"}
}

// Stage names a stage of the reminder ladder.
func Stage(stage string) string {
	switch first, _, _ := strings.Cut(stage, "/"); first {
	case "escalate":
		return "Báo " + map[string]string{
			"escalate/deputy": "đầu mối dự phòng", "escalate/head": "thủ trưởng đơn vị",
			"escalate/blockhead": "trưởng khối", "escalate/agency": "cơ quan thường trực",
		}[stage]
	case "complete":
		return "Nhắc bổ sung gương"
	case "approve":
		if strings.HasSuffix(stage, "/agency") {
			return "Báo cơ quan thường trực: chờ thủ trưởng duyệt"
		}
		return "Nhắc thủ trưởng duyệt"
	case "now":
		return "Nhắc ngay"
	case "snooze":
		return "Nhắc lại theo yêu cầu"
	case "lost":
		return "Báo cơ quan thường trực: chưa kết nối, mất liên lạc"
	case "0":
		return "Ngày đến hạn"
	}
	if days, ok := strings.CutPrefix(stage, "-"); ok {
		return "Trước hạn " + days + " ngày làm việc"
	}
	if days, ok := strings.CutPrefix(stage, "+"); ok {
		return "Sau hạn " + days + " ngày làm việc"
	}
	return stage
}

// ReminderResult says what became of a reminder.
func ReminderResult(result string) string {
	return map[string]string{
		"sent": "Đã gửi", "waiting": "Đang chờ gửi", "dropped": "Không còn cần, đã bỏ",
		"refused": "Người nhận không nhận được", "unknown": "Không rõ đã đến hay chưa", "missed": "Quá giờ nhắc, bỏ qua", "merged": "Gộp vào lần nhắc sau",
	}[result]
}

// PrintedPage is the foot of a printed page, in the code of spreadsheets.
func PrintedPage() string { return "Trang &P/&N" }

// GroupNames lists priority groups in one line.
func GroupNames(groups []report.Group) string {
	var names []string
	for _, g := range groups {
		names = append(names, Group(g))
	}
	return strings.Join(names, "; ")
}

// PeriodNames lists periods in one line.
func PeriodNames(periods []report.Period) string {
	var names []string
	for _, p := range periods {
		names = append(names, Cap(ShortPeriod(p)))
	}
	return strings.Join(slices.Compact(names), "; ")
}
