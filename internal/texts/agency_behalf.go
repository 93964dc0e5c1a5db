package texts

import (
	"fmt"
	"time"

	"guongsang/internal/report"
)

// Labels of recording on behalf of a unit.
const (
	LabelPaper     = "Văn bản giấy"
	LabelZalo      = "Zalo"
	LabelPhone     = "Điện thoại"
	LabelToday     = "Hôm nay, vừa nhận"
	LabelYesterday = "Hôm qua"
	LabelContent   = "Có gương: nhập nội dung"
	LabelNilOf     = "Không phát sinh"
)

// RecordFor says for which unit something is being recorded.
func RecordFor(unit string) string { return fmt.Sprintf("Ghi nhận thay %s. Kỳ nào?", unit) }

// NoPeriodOpen says that a unit owes nothing just now.
func NoPeriodOpen(unit string) string {
	return fmt.Sprintf("%s hiện không có kỳ nào phải gửi.", unit)
}

// LabelPeriod is a period with how the unit stands in it.
func LabelPeriod(st report.Standing) string {
	return fmt.Sprintf("%s (%s)", Cap(ShortPeriod(st.Period)), State(st.State))
}

// AskChannel asks how it came.
func AskChannel(unit string, p report.Period) string {
	return fmt.Sprintf("%s, %s: đã nhận bằng hình thức nào?", unit, Period(p))
}

// AskReceived asks when it came.
func AskReceived(example time.Time, o Office) string {
	return "Nhận lúc nào? Thời điểm này quyết định đúng hạn hay muộn. Chọn nút hoặc nhập ngày giờ, ví dụ: " + o.typed(example) + "."
}

func (o Office) typed(t time.Time) string { return t.In(o.Zone).Format("02/01/2006 15:04") }

// ReceivedUnreadable gives an example of a moment.
func ReceivedUnreadable(example time.Time, o Office) string {
	return "Chưa đọc được ngày giờ này. Vui lòng nhập như: " + o.typed(example) + " (ngày/tháng/năm giờ:phút)."
}

// ReceivedInFuture refuses a moment that has not come.
func ReceivedInFuture(now time.Time, o Office) string {
	return "Giờ nhận không thể muộn hơn bây giờ (" + o.typed(now) + "). Vui lòng nhập lại."
}

// ReceivedTooEarly refuses a moment before the period began.
func ReceivedTooEarly(from report.Date) string {
	return fmt.Sprintf("Kỳ này bắt đầu từ %s; thời điểm nhận không thể trước ngày đó. Vui lòng nhập lại.", Day(from))
}

// AskRecordKind asks what came.
func (o Office) AskRecordKind(unit string, p report.Period, channel string, at time.Time, timing report.State) string {
	return fmt.Sprintf("%s, %s.\nNhận qua %s lúc %s: %s.\nNội dung nhận được là gì?", unit, Period(p), Channel(channel), o.Moment(at), State(timing))
}

// NilReason is the reason that is kept with a nil recorded on behalf.
func NilReason(channel string) string {
	return "Đơn vị báo qua " + Channel(channel) + ", cơ quan thường trực ghi nhận thay."
}

// AlreadyMet says that the duty is fulfilled already.
func AlreadyMet(unit string, p report.Period, s report.State) string {
	return fmt.Sprintf("%s đã có báo cáo %s (%s). Không ghi nhận thêm.", unit, Period(p), State(s))
}
