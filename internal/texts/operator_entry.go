package texts

import (
	"fmt"
	"strings"

	"guongsang/internal/report"
)

// AboutAudit is about audit.
func AboutAudit() string {
	return "Xem nhật ký: ai, khi nào, làm gì với đơn vị, gương, người nào; mới nhất trước."
}

// UsageAudit is how audit is called.
func UsageAudit() string {
	return "[-unit MÃ_ĐƠN_VỊ] [-person TÊN_HOẶC_TÀI_KHOẢN] [-record MÃ_GƯƠNG] [-from NGÀY] [-to NGÀY] [-csv]"
}

// DetailAudit says what the flags of audit mean.
func DetailAudit() string {
	return "-unit, -person, -record: chỉ những dòng nói đến đơn vị, người, gương đó.\n" +
		"-from, -to: từ ngày, đến hết ngày, ví dụ 1/11/2026.\n-csv: in thành bảng CSV."
}

// BusyAudit says how the log is read while the bot runs.
func BusyAudit() string {
	return "Bot đang chạy và giữ dữ liệu, nên chưa xem được từ dòng lệnh.\n" +
		"Vui lòng xem " + WordLog + " trong Telegram (mục Quản trị), hoặc dừng bot rồi chạy lại lệnh này."
}

// BadDay says that a day of a flag cannot be read.
func BadDay(name, value string) string {
	return fmt.Sprintf("Ngày %q của tùy chọn -%s chưa đúng. Vui lòng ghi như 15/11/2026.", value, name)
}

// AuditReversed says that the days asked of the audit log end before they begin.
func AuditReversed(from, to string) string {
	return fmt.Sprintf("Ngày -to (%s) phải bằng hoặc sau ngày -from (%s).", to, from)
}

// AuditEmpty says that the audit log has nothing of what was asked.
func AuditEmpty() string { return "Nhật ký không có dòng nào khớp." }

// NoSuchPerson says that nobody is called so, or several are.
func NoSuchPerson(value string, like []string) string {
	if len(like) == 0 {
		return fmt.Sprintf("Không có người dùng nào tên hoặc tài khoản là %q.", value)
	}
	return fmt.Sprintf("Có nhiều người hợp với %q. Vui lòng ghi số tài khoản của một người:\n  %s", value, strings.Join(like, "\n  "))
}

// PersonAndAccount names a person with the account.
func PersonAndAccount(name string, account int64) string { return fmt.Sprintf("%s: %d", name, account) }

// LogColumns head the log as a table.
func LogColumns() []string {
	return []string{"Thời điểm", "Tài khoản", "Người làm", "Việc", "Gương", "Bản", "Mã đơn vị", "Đơn vị", "Kỳ", "Khối", "Với tài khoản", "Với người", "Vai trò", "Mã mời", "Số bản ghi", "Cách", "Mục thay đổi", "Ghi chú"}
}

// AboutEnter is about enter.
func AboutEnter() string {
	return "Ghi nhận thay khi không vào được Telegram: một gương, hoặc báo không phát sinh, đơn vị đã gửi bằng giấy, Zalo, điện thoại."
}

// UsageEnter is how enter is called.
func UsageEnter() string {
	return "-unit MÃ_ĐƠN_VỊ -period KỲ -how CÁCH [-at \"NGÀY GIỜ\"] [-by CHUYÊN_VIÊN] -nil | [-file TỆP] [-name …] [-title …] [-yes]"
}

// DetailEnter says what the flags of enter mean.
func DetailEnter() string {
	return "-period: 2026-11 hoặc 2026-Q4. -how: paper (giấy), zalo, phone (điện thoại).\n" +
		"-at: lúc nhận được, ví dụ \"18/11/2026 15:30\"; không ghi là bây giờ.\n" +
		"-by: tên hoặc số tài khoản của chuyên viên, quản trị ghi nhận; không cần nếu chỉ có một người.\n" +
		"-nil: đơn vị báo không phát sinh.\n" +
		"-file: tệp .docx hoặc .txt đơn vị gửi, đọc như khi chuyển tiếp vào bot.\n" +
		"-category, -object, -name, -place, -title, -summary, -consent, -born, -position, -results, -spread, -child, -guardian: " +
		"từng mục, ghi như khi trả lời bot; thay cho mục trong tệp.\n" +
		"-consent là điều đơn vị đã xin phép: “Đồng ý nêu tên và ảnh”, “Chỉ nêu tên”, “Không công khai”.\n" +
		"-yes: vẫn ghi khi đã có gương trùng tên."
}

// BusyEnter says how something is recorded while the bot runs.
func BusyEnter() string {
	return "Bot đang chạy và giữ dữ liệu, nên chưa ghi được từ dòng lệnh.\n" +
		"Nếu vào được Telegram: bấm Ghi nhận thay. Nếu không: dừng bot, chạy lại lệnh này, rồi chạy lại bot. " +
		"Khi có mạng trở lại, bot gửi biên nhận và thông báo như thường lệ."
}

// PeriodNotRecordable says that nothing can be recorded for a period now, and for
// which it can.
func PeriodNotRecordable(unit string, p report.Period, owed []report.Period) string {
	s := fmt.Sprintf("Hiện không ghi nhận được %s cho %s.", Period(p), unit)
	if len(owed) == 0 {
		return s + " Đơn vị không còn kỳ nào phải báo cáo."
	}
	names := make([]string, len(owed))
	for i, o := range owed {
		names[i] = o.String() + " (" + Period(o) + ")"
	}
	return s + " Các kỳ ghi được: " + strings.Join(names, ", ") + "."
}

// WhichChannel says how it is said in which way something came.
func WhichChannel(channels []string) string {
	named := make([]string, len(channels))
	for i, c := range channels {
		named[i] = c + " (" + Channel(c) + ")"
	}
	return "Vui lòng ghi cách đơn vị đã gửi: -how " + strings.Join(named, ", ") + "."
}

// BadMoment says that a moment cannot be read.
func BadMoment(value string) string {
	return fmt.Sprintf("Thời điểm %q chưa đúng. Vui lòng ghi như -at \"18/11/2026 15:30\".", value)
}

// EntryRefused says what of a text could not be taken.
func EntryRefused(refused []Said) string {
	lines := []string{"Chưa ghi nhận, vì các mục sau chưa đọc được. Vui lòng sửa trong tệp, hoặc bỏ đi và ghi bằng tùy chọn:"}
	for _, s := range refused {
		lines = append(lines, fmt.Sprintf("  %s: %s", s.Field, Cut(s.Value, 60)))
	}
	return strings.Join(lines, "\n")
}

// EntryUnknown says that there is no such field.
func EntryUnknown(key string) string { return fmt.Sprintf("Không có mục %q.", key) }

// EntryNotTaken says that the text of a flag is no answer, and what is: one of some
// choices, or what the form says of it.
func EntryNotTaken(key, text string, choices []string, note string) string {
	flag := fmt.Sprintf("-%s %q: ", key, Cut(text, 60))
	if len(choices) > 0 {
		for i, c := range choices {
			choices[i] = fmt.Sprintf("%d (%s)", i+1, c)
		}
		return flag + "vui lòng ghi một trong: " + strings.Join(choices, ", ") + "."
	}
	if note == "" {
		note = "chưa ghi được. Vui lòng ghi thẳng nội dung; nếu không có thì bỏ tùy chọn này."
	}
	return flag + note
}

// EntryMissing says what has to be given and is not.
func EntryMissing(names []string) string {
	return "Chưa ghi nhận, vì còn thiếu: " + strings.Join(names, ", ") + "."
}

// EntryAlike says that somebody like it was introduced.
func EntryAlike(list []Alike, all int) string {
	return alikeLines(alikeHead, list, all) + "\nChưa ghi nhận. Nếu không phải cùng một việc, vui lòng thêm -yes."
}

// EntryNoFile says that a path leads to no file that can be read, or to one that is too large.
func EntryNoFile(path string, mb int) string {
	return fmt.Sprintf("Không mở được tệp %s. Vui lòng xem lại đường dẫn; tệp không quá %d MB.", path, mb)
}

// EntryNoText says that a file says nothing that can be read.
func EntryNoText(path string) string {
	return fmt.Sprintf("Tệp %s không đọc được nội dung giới thiệu của một người. Vui lòng dùng tệp .docx hoặc .txt, mỗi lần một gương.", path)
}

// EntryNilOrExample says that one of the two has to be said, and not both.
func EntryNilOrExample() string {
	return "Vui lòng ghi hoặc -nil, hoặc nội dung gương (-file, -name, …), không ghi cả hai."
}

// Entered says what was recorded.
func Entered(number, unit string, p report.Period) string {
	if number == "" {
		return fmt.Sprintf("Đã ghi nhận: %s không phát sinh %s.", unit, Period(p))
	}
	return fmt.Sprintf("Đã ghi nhận gương %s của %s, %s.", number, unit, Period(p))
}

// WhoEnters says that it is not known who records.
func WhoEnters(people []string) string {
	if len(people) == 0 {
		return "Chưa có chuyên viên hoặc quản trị nào trong bot, nên chưa biết ghi theo tên ai. Vui lòng mời một người trước (guongsang invite -role officer)."
	}
	return "Vui lòng ghi ai ghi nhận: -by với tên hoặc số tài khoản của một trong các người sau:\n  " + strings.Join(people, "\n  ")
}

// AboutBackup is about backup.
func AboutBackup() string {
	return "Sao lưu ngay vào thư mục backup.path, như bản sao lưu theo lịch, khi bot đang dừng."
}

// BusyBackup says how a backup is made while the bot runs.
func BusyBackup() string {
	return "Bot đang chạy và giữ dữ liệu, nên chưa sao lưu được từ dòng lệnh.\n" +
		"Vui lòng bấm " + LabelBackup + " trong Telegram (mục Quản trị), hoặc dừng bot rồi chạy lại lệnh này."
}

// BackedUp says where a backup is, and how much is in it.
func BackedUp(path string, bytes int64, media, missing int) string {
	return fmt.Sprintf("Đã sao lưu vào %s\n%s", path, BackupHolds(bytes, media, missing))
}
