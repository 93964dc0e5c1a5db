package texts

import (
	"fmt"
	"strings"
	"time"

	"guongsang/internal/report"
)

// The sentences of the demo on the command line.

// DemoOpening says what is going to be played.
func DemoOpening(units, people int, from, to report.Date) string {
	return fmt.Sprintf("Trình diễn Gương Sáng: %d đơn vị, %d đầu mối, từ %s đến %s.\n"+
		"Chương trình thật chạy với một Telegram giả lập trong máy; chỉ có đồng hồ được vặn đi. Mọi nhân vật đều là giả định.",
		units, people, Day(from), Day(to))
}

// DemoDay heads a day of the story.
func DemoDay(d report.Date, holiday string) string {
	head := "── " + Cap(Weekday(d.Weekday())) + ", " + Day(d)
	if holiday != "" {
		head += " (" + holiday + ")"
	}
	return head + " ──"
}

// DemoClock heads a moment of the story.
func DemoClock(t time.Time) string { return fmt.Sprintf("%02d:%02d", t.Hour(), t.Minute()) }

// DemoEnrolled says that everybody was let in.
func DemoEnrolled(people, units int) string {
	return fmt.Sprintf("%d đầu mối nhập mã mời và vào hệ thống; %d đơn vị chưa có ai kết nối.", people, units-people)
}

// DemoSays is what a person types or presses.
func DemoSays(who, unit, text string) string {
	if unit != "" {
		who += " (" + unit + ")"
	}
	return who + ": " + Cut(strings.Join(strings.Fields(text), " "), 150)
}

// DemoPress marks a pressed button.
func DemoPress(label string) string { return "[" + label + "]" }

// DemoFiles is what a person sends besides words.
func DemoFiles(n int) string { return fmt.Sprintf("(gửi %d ảnh)", n) }

// DemoBlocked says that a person blocked the bot.
func DemoBlocked(who, unit string) string { return who + " (" + unit + ") chặn bot." }

// DemoReminded sums up one kind of message to many people.
func DemoReminded(title string, people []string) string {
	text := fmt.Sprintf("%s → %d người", title, len(people))
	if len(people) > 6 {
		return text + ": " + strings.Join(people[:6], ", ") + ", …"
	}
	return text + ": " + strings.Join(people, ", ")
}

// DemoTableHead are the columns of the table at the end.
func DemoTableHead() []string {
	return []string{"Kỳ", "Nghĩa vụ", "Đúng hạn", "Muộn", "Gửi bù", "Không phát sinh", "Chưa gửi", "Mất liên lạc", "Gương", "Lượt nhắc"}
}

// DemoProof says whether anybody was reminded who had reported.
func DemoProof(reminders, wrong int) string {
	if wrong > 0 {
		return fmt.Sprintf("SAI: %d trong %d lượt nhắc đã đến đơn vị đã báo cáo.", wrong, reminders)
	}
	return fmt.Sprintf("Đã đối chiếu %d lượt nhắc với sổ tiếp nhận: không đơn vị nào đã báo cáo mà còn bị nhắc.", reminders)
}

// DemoKept says where the store of the demo is.
func DemoKept(dir string) string { return "Dữ liệu của buổi trình diễn ở thư mục " + dir + "." }

// DemoHoliday names a day off.
func DemoHoliday() string { return "ngày nghỉ" }
