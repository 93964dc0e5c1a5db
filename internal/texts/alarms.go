package texts

import (
	"fmt"
	"strings"
	"time"
)

// AlarmCounts is how often the admins would have been alarmed of what.
type AlarmCounts struct{ Locked, SetAside, Unsent int }

// Alarms tells the admins in one message what was gathered for them.
func (o Office) Alarms(n AlarmCounts, from, to time.Time) string {
	lines := []string{fmt.Sprintf("Báo quản trị: các việc từ %s đến %s.", o.Moment(from), o.Moment(to))}
	add := func(n int, what string) {
		if n > 0 {
			lines = append(lines, fmt.Sprintf("• %d %s", n, what))
		}
	}
	add(n.Locked, "lần tài khoản bị tạm khóa vì nhập mã mời chưa đúng nhiều lần.")
	add(n.SetAside, "tin gửi đến không xử lý được, đã được cất riêng.")
	add(n.Unsent, "tin của bot không gửi đi được trong 48 giờ, đã được cất riêng.")
	return strings.Join(append(lines, "Chi tiết có trong nhật ký của chương trình."), "\n")
}
