package demotexts

import (
	"fmt"
	"strings"
	"time"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// The sentences of the demo on the command line.

// Opening says what is going to be played.
func Opening(units, people int, from, to report.Date) string {
	return fmt.Sprintf("Trình diễn Gương Sáng: %d đơn vị, %d đầu mối, từ %s đến %s.\n"+
		"Chương trình thật chạy với một Telegram giả lập trong máy; chỉ đồng hồ được cho chạy nhanh. Mọi nhân vật đều là giả định.",
		units, people, texts.Day(from), texts.Day(to))
}

// DayHead heads a day of the story.
func DayHead(d report.Date) string { return "── " + texts.Cap(texts.DayOfWeek(d)) + " ──" }

// Clock heads a moment of the story.
func Clock(t time.Time) string { return fmt.Sprintf("%02d:%02d", t.Hour(), t.Minute()) }

// Enrolled says that everybody was let in.
func Enrolled(people, units int) string {
	return fmt.Sprintf("%d đầu mối nhập mã mời và vào; %d đơn vị chưa có ai kết nối.", people, units-people)
}

// Who names a person of the story.
func Who(name, unit string) string {
	if unit == "" {
		return name
	}
	return name + " (" + unit + ")"
}

// Says is what a person types or presses.
func Says(who, text string) string {
	return who + ": " + texts.Cut(strings.Join(strings.Fields(text), " "), 220)
}

// Introduced sums up an introduction and the bot's receipt.
func Introduced(category, name, title, receipt string) string {
	return fmt.Sprintf("%s: %s, “%s” → %s", category, name, title, receipt)
}

// MissingList begins the label of the list of units that have not sent.
func MissingList() string {
	before, _, _ := strings.Cut(texts.SectionButton("gap", 0), "0")
	return before
}

// Press marks a pressed button.
func Press(label string) string { return "[" + label + "]" }

// Files is what a person sends besides words.
func Files(n int) string { return fmt.Sprintf("(gửi %d ảnh)", n) }

// Attached names the file that the bot sends, or counts the photos.
func Attached(file string, photos int) string {
	if photos > 0 {
		return fmt.Sprintf("(%d ảnh)", photos)
	}
	return "(tệp " + file + ")"
}

// Blocked says that a person blocked the bot.
func Blocked(who string) string { return who + " chặn bot." }

// Template is an introduction pasted as one labelled message.
func Template(category, name, place, title, summary string, born int) string {
	return fmt.Sprintf("Loại: %s\nĐối tượng: Cá nhân\nHọ tên: %s\nNăm sinh: %d\nĐịa chỉ: %s\nTiêu đề: %s\nViệc làm: %s",
		category, name, born, place, title, summary)
}

// Reminded sums up one kind of message to several people.
func Reminded(title string, people []string) string {
	return fmt.Sprintf("%s → %d người: %s", title, len(people), strings.Join(people, ", "))
}

// Posted says that something was posted in the channel.
func Posted(channel, title string, photos int) string {
	if photos > 0 {
		title = fmt.Sprintf("%s (%d ảnh)", title, photos)
	}
	return fmt.Sprintf("Kênh “%s”: %s", channel, title)
}

// OnChannel says how many posts the channel has after one was taken out.
func OnChannel(posts int) string { return fmt.Sprintf("       │ (trên kênh còn %d bài)", posts) }

// Phone is the number that a person of the story gives.
func Phone(name string, account int64) string { return fmt.Sprintf("%s, 0900 000 %03d", name, account) }

// TableHead are the columns of the table at the end.
func TableHead() []string {
	return []string{"Kỳ", "Nghĩa vụ", "Đúng hạn", "Muộn", "Gửi bù", "Không phát sinh", "Chưa gửi", "Chưa kết nối", "Mất liên lạc", "Gương", "Lượt nhắc"}
}

// Proof says whether anybody was reminded who had reported.
func Proof(reminders, wrong int) string {
	if wrong > 0 {
		return fmt.Sprintf("SAI: %d trong %d lượt nhắc đã đến đơn vị đã báo cáo.", wrong, reminders)
	}
	return fmt.Sprintf("Đã đối chiếu %d lượt nhắc với sổ tiếp nhận: không đơn vị nào đã báo cáo mà còn bị nhắc.", reminders)
}

// Kept says where the store of the demo is.
func Kept(dir string) string {
	return "Dữ liệu của buổi trình diễn ở thư mục " + dir + "."
}

// Papers names the documents that were made of what was played.
func Papers(paths []string) string {
	return "\nVăn bản, bảng, ảnh của các kỳ vừa diễn:\n  " + strings.Join(paths, "\n  ")
}

// FolderFull says that a flag wants an empty folder.
func FolderFull(flag, dir string) string {
	return fmt.Sprintf("Thư mục %s đã có tệp. Vui lòng ghi -%s với một thư mục mới hoặc trống.", dir, flag)
}

// About is about demo.
func About() string {
	return "Trình diễn trong trình duyệt với Telegram giả lập, không cần token, không cần mạng. Thêm -play: kể một tháng ở dòng lệnh."
}

// Usage is how demo is called.
func Usage() string {
	return "[-addr 127.0.0.1:8080] [-store THƯ_MỤC] | [-play] -seed SỐ | -play [-days SỐ_NGÀY] [-quiet] [-store THƯ_MỤC] [-out THƯ_MỤC] | " +
		"-units SỐ_ĐƠN_VỊ [-years SỐ_NĂM] [-seed SỐ] -store THƯ_MỤC"
}

// Flags says what the flags of demo mean.
func Flags() string {
	return `Trình diễn trong trình duyệt:
-addr ĐỊA_CHỈ: địa chỉ và cổng của trang, mặc định 127.0.0.1:8080
-store THƯ_MỤC: giữ dữ liệu trình diễn ở thư mục này; không có thì xóa khi dừng
Kể một tháng ở dòng lệnh:
-play: kể ở dòng lệnh, không mở trang
-days SỐ_NGÀY: chỉ kể từng ấy ngày
-quiet: chỉ in bảng cuối cùng
-out THƯ_MỤC: ghi văn bản, bảng, ảnh đã lập vào thư mục này
Tạo dữ liệu để đo:
-units SỐ_ĐƠN_VỊ: số đơn vị; cần có -store
-years SỐ_NĂM: số năm, mặc định 1
-seed SỐ: số gieo: cùng số thì cùng dữ liệu, mặc định 1
Mô phỏng sự cố (đứt mạng, tắt ngang, mất điện):
-seed SỐ: trình diễn từng vòng trên trang; thêm -play: kể ở dòng lệnh`
}

// Flag refuses a flag that belongs to the other way of calling the demo.
func Flag(flag string, play bool) string {
	if play {
		return fmt.Sprintf("-%s chỉ dùng khi trình diễn trong trình duyệt. Vui lòng bỏ -play, hoặc bỏ -%s.", flag, flag)
	}
	return fmt.Sprintf("-%s chỉ dùng khi kể ở dòng lệnh. Vui lòng thêm -play, hoặc bỏ -%s.", flag, flag)
}

// FlagWithUnits refuses a flag that has no meaning where a store is made to
// measure with.
func FlagWithUnits(flag string) string {
	return fmt.Sprintf("Với -units chỉ dùng thêm -years, -seed và -store. Vui lòng bỏ -%s.", flag)
}

// FlagWithoutUnits refuses a flag that only goes with -units.
func FlagWithoutUnits(flag string) string {
	return fmt.Sprintf("-%s chỉ dùng khi tạo dữ liệu để đo. Vui lòng thêm -units, ví dụ -units 85, hoặc bỏ -%s.", flag, flag)
}

// FlagWithSeed refuses a flag that has no meaning where a simulation is shown.
func FlagWithSeed(flag string) string {
	return fmt.Sprintf("Khi mô phỏng sự cố với -seed chỉ dùng thêm -play hoặc -addr. Vui lòng bỏ -%s; để tạo dữ liệu đo, thêm -units.", flag)
}

// Generate says how a store to measure with is asked for.
func Generate(units, years int) string {
	return fmt.Sprintf("Vui lòng ghi -units từ 1 đến %d, -years từ 1 đến %d và -store với một thư mục mới hoặc trống, "+
		"ví dụ -units 85 -years 10 -store du-lieu-do.", units, years)
}

// Generated tells, month by month, how far a store to measure with has come.
func Generated(month report.Period, filings int) string {
	return fmt.Sprintf("Đã tạo đến %s: %s lượt báo cáo.", texts.Period(month), texts.Number(filings))
}

// GeneratedAll says what a store to measure with holds.
func GeneratedAll(units, years, filings int, bytes int64, dir string) string {
	return fmt.Sprintf("Đã tạo %s đơn vị trong %d năm: %s lượt báo cáo, tệp dữ liệu %s MB ở thư mục %s. Mọi nhân vật đều là giả định; "+
		"ảnh chỉ có tên, không có tệp.", texts.Number(units), years, texts.Number(filings), texts.Number(int(bytes>>20)), dir)
}

// Days asks for a number of days.
func Days() string { return "Vui lòng ghi -days với số ngày không âm, ví dụ -days 20." }
