package texts

import (
	"fmt"
	"strings"
	"time"

	"guongsang/internal/report"
)

// Labels of the buttons of what waits for the unit's head.
const (
	ToApprove  = "Duyệt"
	ToHandBack = "Trả lại"
	ToTakeBack = "Lấy lại để sửa"
)

// HeadOf is the position of the head of a unit.
func HeadOf(unit string) string { return "Thủ trưởng " + unit }

// SubmittedTitle heads what its writer is told of a draft that waits.
func SubmittedTitle() string { return "⏳ Đang chờ thủ trưởng duyệt" }

// Submitted says for whom a draft waits, and since when.
func (o Office) Submitted(d report.Draft, heads []string, since time.Time) string {
	who := "Đã chuyển thủ trưởng đơn vị"
	if len(heads) > 0 {
		who = "Đã chuyển " + strings.Join(heads, ", ")
	}
	return fmt.Sprintf("%s.\n%s duyệt. Bấm Gửi lúc %s: giờ này được tính, duyệt sau cũng không muộn. Duyệt xong tôi báo ngay tại đây.",
		DraftHead(d), who, o.Moment(since))
}

// ApprovalTitle heads what a head is asked about.
func ApprovalTitle() string { return "Đề nghị duyệt trước khi gửi" }

// AskApproval asks a head about what somebody wrote.
func (o Office) AskApproval(writer string) string {
	return fmt.Sprintf("%s soạn và đã bấm Gửi. Mời %s duyệt, hoặc trả lại kèm ý kiến.", writer, o.You)
}

// AwaitsRuling says to a head who typed what to do with a draft that waits how it is done,
// and how many others wait.
func (o Office) AwaitsRuling(d report.Draft, others int) string {
	text := fmt.Sprintf("%s đang chờ %s duyệt, chưa gửi. Đồng ý thì bấm %s; cần sửa thì bấm %s rồi ghi ý kiến.", DraftHead(d), o.You, ToApprove, ToHandBack)
	if others > 0 {
		text += fmt.Sprintf(" Còn %d bản khác cũng đang chờ.", others)
	}
	return text
}

// NotWaiting answers the button of a draft that waits no more.
func NotWaiting() string {
	return "Bản này đầu mối đã lấy lại để sửa, hoặc đã được trả lại. Bản mới sẽ được gửi đến để duyệt."
}

// ApprovedNow tells the head what was sent by the approval.
func (o Office) ApprovedNow(e report.Example, first bool) string {
	if !first {
		return fmt.Sprintf("✅ Đã duyệt và gửi bản sửa của %s.", e.Number)
	}
	return fmt.Sprintf("✅ Đã duyệt và gửi. Mã số: %s. Tính từ lúc đầu mối bấm Gửi (%s).", e.Number, o.Moment(e.Received))
}

// ApprovedBy says who of the unit's heads approved, and when; empty where nobody was
// asked for.
func (o Office) ApprovedBy(a report.Approval) string {
	switch {
	case a.Missing:
		return "Chưa có thủ trưởng duyệt."
	case a.By == 0:
		return ""
	}
	return fmt.Sprintf("Thủ trưởng đã duyệt: %s (%s), %s.", a.Name, lower(a.Position), o.Moment(a.At))
}

// TakenBack says in the head's message that the writer goes on with a draft.
func TakenBack() string { return "Đầu mối đã lấy lại để sửa; chưa cần duyệt." }

// TakenBackNow tells the writer the same.
func TakenBackNow() string {
	return "Đã lấy lại, chưa gửi. Sửa xong bấm Gửi để thủ trưởng duyệt."
}

// AskHeadReason asks a head what is to be changed.
func AskHeadReason(d report.Draft) string {
	return "Cần sửa gì ở bản " + DraftName(d) + "? Ghi ngắn gọn; đầu mối sẽ nhận nguyên văn."
}

// HeadSays brings the words of a head to who wrote the draft.
func (o Office) HeadSays(head, words string) string {
	return fmt.Sprintf("%s trả lại: “%s”", head, words)
}

// HandedBackTitle heads a draft that a head gave back.
func HandedBackTitle() string { return "↩️ Thủ trưởng trả lại để sửa" }

// HandedBack tells the head that the draft is with its writer again.
func HandedBack(d report.Draft) string {
	return "Đã trả lại bản " + DraftName(d) + " cho đầu mối."
}

// ApprovalReminder reminds a head of what waits.
func (o Office) ApprovalReminder(name string, since time.Time) (title, text string) {
	return "Còn gương chờ " + o.You + " duyệt", fmt.Sprintf("Gương “%s” đầu mối đã gửi lúc %s. Bấm nút dưới đây để xem và duyệt, hoặc trả lại.", Excerpt(name, 60), o.Moment(since))
}

// WaitsForHead is a line about what has waited for a head for long.
func (o Office) WaitsForHead(u report.Unit, name string, since time.Time) string {
	return fmt.Sprintf("• %s: “%s”, bấm Gửi lúc %s", UnitName(u), Excerpt(name, 40), o.Moment(since))
}

// WaitListTitle heads those lines.
func WaitListTitle() string { return "Chờ thủ trưởng duyệt quá 2 ngày làm việc" }

// waitListed is how many lines fit one screen.
const waitListed = 8

// WaitList puts the lines together for the officers.
func WaitList(lines []string) string {
	text := strings.Join(lines[:min(len(lines), waitListed)], "\n")
	if more := len(lines) - waitListed; more > 0 {
		text += fmt.Sprintf("\n… và %s gương khác", Number(more))
	}
	return text + "\nĐầu mối đã gửi xong; giờ bấm Gửi được tính."
}
