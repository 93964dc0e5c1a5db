package texts

import (
	"fmt"
	"time"
)

// Commands are the commands that Telegram lists, each with what it does.
func Commands() [][2]string {
	return [][2]string{
		{"gui", "Gửi gương"},
		{"khong", "Không phát sinh"},
		{"ky", "Kỳ này"},
		{"dagui", "Đã gửi"},
		{"trogiup", "Trợ giúp"},
		{"riengtu", "Bảo vệ dữ liệu cá nhân"},
	}
}

// BotDescription is shown before the first message.
func BotDescription() string {
	return "Kênh tiếp nhận giới thiệu gương điển hình tiên tiến, gương người tốt việc tốt, mô hình mới hằng tháng, " +
		"hằng quý. Là kênh hỗ trợ, không thay văn bản chính thức. Bấm Bắt đầu và nhập mã mời của đơn vị."
}

// BotShort is shown on the bot's card.
func BotShort() string {
	return "Tiếp nhận gương điển hình tiên tiến, người tốt việc tốt, mô hình mới."
}

// Gap tells an admin that messages were lost at Telegram itself.
func (o Office) Gap(from, to time.Time) string {
	return fmt.Sprintf("Báo quản trị: bot mất kết nối với Telegram từ %s đến %s. Telegram chỉ giữ tin 24 giờ, "+
		"vì vậy tin gửi trong thời gian này có thể chưa đến được. Đề nghị nhắc các đơn vị gửi lại nếu chưa nhận được thông báo tiếp nhận.",
		o.Moment(from), o.Moment(to))
}
