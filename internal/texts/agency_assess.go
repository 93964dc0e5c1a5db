package texts

import (
	"fmt"
	"time"

	"guongsang/internal/report"
)

// The words and labels by which officers come to a report, and to what it will say.
const (
	WordReport     = "Báo cáo"
	WordReportHalf = "Báo cáo 6 tháng"
	WordReportYear = "Báo cáo năm"

	ReportTitle = "Báo cáo tổng hợp"
	ReportAsk   = "Lập báo cáo của kỳ nào? Phần đánh giá chung và nhiệm vụ kỳ tới được cho xem, sửa trước khi lập văn bản."
	AssessTitle = "Đánh giá chung"

	LabelToReport       = "Xem, sửa báo cáo"
	LabelMakeReport     = "Làm văn bản"
	LabelEditParagraphs = "Sửa từng đoạn"
	LabelAddParagraph   = "Thêm đoạn"
	LabelRedraft        = "Soạn lại từ số liệu"
	LabelToTasks        = "Nhiệm vụ kỳ tới ›"
	LabelToAssessment   = "‹ Đánh giá chung"
	LabelEditParagraph  = "Sửa đoạn này"
	LabelDropParagraph  = "Bỏ đoạn này"

	AssessNothing     = "(Báo cáo không có phần này.)"
	AskAddTo          = "Thêm đoạn vào phần nào?"
	ParagraphTooShort = "Đoạn này ngắn quá, chưa ghi. Vui lòng viết thành câu."
	ParagraphNames    = "Đoạn này nêu tên người được giới thiệu nên chưa ghi: phần đánh giá chung chỉ nói tình hình, người được nêu ở mục gương tiêu biểu và phụ lục. Vui lòng viết lại, không nêu tên."
)

// ReportAskOf asks of which half year or year.
func ReportAskOf(duty report.Duty) string {
	if duty == report.Half {
		return "Lập báo cáo 6 tháng nào? Số liệu cộng từ các tháng, quý trong kỳ; mỗi gương chỉ tính một lần."
	}
	return "Lập báo cáo của năm nào? Số liệu cộng từ các tháng, quý trong năm; mỗi gương chỉ tính một lần."
}

// AssessIntro says what is shown: what the report of a period will say.
func AssessIntro(p report.Period) string {
	return fmt.Sprintf("Báo cáo %s sẽ viết như sau. Bấm %s để lập, hoặc sửa trước.", Period(p), LabelMakeReport)
}

// AssessEdited says who edited it last, and whether the figures are others since.
func (o Office) AssessEdited(name string, at time.Time, changed bool) string {
	by := ""
	if name != "" {
		by = Person(name) + " "
	}
	s := fmt.Sprintf("%ssửa lúc %s.", by, o.Moment(at))
	if changed {
		s += " Từ đó số liệu đã thay đổi: vui lòng xem lại từng đoạn, hoặc bấm " + LabelRedraft + "."
	}
	return Cap(s)
}

// AssessParagraph is one paragraph, whole, with its number.
func AssessParagraph(n, of int, text string) string {
	return fmt.Sprintf("Đoạn %d/%d:\n%s", n, of, text)
}

// AskParagraph asks for a paragraph in other words; the present ones can be copied.
func AskParagraph(text string, longest int) string {
	return fmt.Sprintf("Đang là:\n%s\n\nVui lòng nhắn nội dung mới của đoạn này (không quá %d ký tự).", text, longest)
}

// AskNewParagraph asks for one more.
func AskNewParagraph(part string, longest int) string {
	return fmt.Sprintf("Vui lòng nhắn đoạn cần thêm vào phần %s (không quá %d ký tự).", part, longest)
}

// ParagraphTooLong refuses one.
func ParagraphTooLong(longest int) string {
	return fmt.Sprintf("Đoạn này dài quá %d ký tự nên chưa ghi. Vui lòng viết gọn lại, hoặc chia thành hai đoạn.", longest)
}

// ParagraphsLeftOut says of a finished report what of the officers' words is not in it.
func ParagraphsLeftOut(n int) string {
	return fmt.Sprintf("Không đưa vào báo cáo %s đoạn đánh giá vì nêu tên người được giới thiệu. Vui lòng bấm %s để sửa đoạn đó, rồi lập lại.", Number(n), LabelEditParagraphs)
}

// TooManyParagraphs refuses one more.
func TooManyParagraphs(most int) string {
	return fmt.Sprintf("Đã có %d đoạn nên chưa thêm được. Vui lòng bỏ bớt đoạn khác trước.", most)
}

// AskRedraft asks once more before what was edited is thrown away.
func AskRedraft(p report.Period) string {
	return fmt.Sprintf("Soạn lại phần đánh giá chung và nhiệm vụ của báo cáo %s từ số liệu hiện nay? Những đoạn đã sửa, đã thêm sẽ mất.", Period(p))
}

// Cumulated is half a year or a year in a few lines.
func (o Office) Cumulated(c report.Cumulation) string {
	f, s := c.Total, c.Schedule
	text := fmt.Sprintf("Đến %s, cộng các kỳ đã đến hạn (số liệu từ %s đến %s):\n", o.Moment(c.At), Day(s.From), Day(s.DataTo(report.DateOf(c.At.In(o.Zone)))))
	if f.Duties == 0 {
		text += "• Chưa có kỳ nào đến hạn\n"
	} else {
		text += fmt.Sprintf("• Đã gửi: %s/%s lượt (%s)\n• Đơn vị chưa gửi kỳ nào: %s\n", Number(f.Met()), Number(f.Duties), percent(f.Met(), f.Duties), Number(len(c.Gaps)))
	}
	return text + fmt.Sprintf("• Gương được giới thiệu: %s", Number(f.Examples))
}
