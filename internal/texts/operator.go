package texts

import (
	"fmt"
	"strings"

	"guongsang/internal/report"
)

// What the operator reads about the configuration. A sentence says what is
// wrong with a setting, then what to write.

// NoConfig says that there is no configuration file.
func NoConfig(path string) string {
	return fmt.Sprintf("Không tìm thấy tệp cấu hình %s.\n"+
		"Vui lòng sao chép config.example.yaml thành config.yaml rồi sửa phần organization, hoặc chỉ tệp khác bằng -config TỆP.", path)
}

// ConfigFaults heads the list of what is wrong in a configuration file.
func ConfigFaults(path string, n int) string {
	return fmt.Sprintf("Tệp cấu hình %s có %d chỗ cần sửa:", path, n)
}

// ConfigFault is one entry of that list.
func ConfigFault(line, column int, key, says string) string {
	where := "cả tệp"
	if line > 0 {
		where = fmt.Sprintf("dòng %d, cột %d", line, column)
	}
	if key != "" {
		where += ": " + brief(key)
	}
	return "  " + where + ": " + says
}

// MoreConfigFaults says that the list goes on.
func MoreConfigFaults(n int) string {
	return fmt.Sprintf("  … và %s chỗ khác. Vui lòng sửa các chỗ trên rồi kiểm tra lại.", Number(n))
}

// ConfigTooBig says that the file is larger than any configuration.
func ConfigTooBig(kilobytes int) string {
	return fmt.Sprintf("tệp lớn hơn %d KB nên không phải tệp cấu hình. Vui lòng so với config.example.yaml.", kilobytes)
}

// EmptyConfig says that the file has no settings.
func EmptyConfig() string {
	return "tệp trống. Vui lòng sao chép nội dung từ config.example.yaml rồi sửa."
}

// TwoDocuments says that the file holds several YAML documents.
func TwoDocuments() string {
	return "tệp có dòng --- chia thành nhiều phần. Vui lòng bỏ dòng đó, chỉ giữ một phần."
}

// NotUTF8 says that the file is in another encoding.
func NotUTF8() string {
	return "tệp không phải UTF-8. Vui lòng mở bằng Notepad, chọn Save as, Encoding: UTF-8 rồi lưu lại."
}

// TabInYAML says that a line begins with a tab.
func TabInYAML() string {
	return "có ký tự không dùng được ở đây, thường là phím Tab. Vui lòng thụt lề bằng dấu cách."
}

// MissingColon says that a line has no colon.
func MissingColon() string {
	return "thiếu dấu hai chấm ở dòng này hoặc dòng ngay trước. Vui lòng viết theo mẫu khóa: giá trị."
}

// OpenQuote says that a quote is not closed.
func OpenQuote() string {
	return "thiếu dấu đóng ngoặc hoặc đóng nháy. Vui lòng kiểm tra các dấu \" ' [ ] { } phía trước."
}

// BadIndent says that the indentation makes no sense.
func BadIndent() string {
	return "thụt lề chưa đúng, hoặc giá trị có dấu hai chấm mà chưa đặt trong dấu nháy. Vui lòng căn thẳng các khóa cùng cấp."
}

// StarOrAmpersand says that a value begins with a sign of YAML's own.
func StarOrAmpersand() string {
	return "giá trị bắt đầu bằng dấu * hoặc &. Vui lòng đặt giá trị trong dấu nháy kép, ví dụ \"* * * * *\"."
}

// BadSyntax says that the file is not YAML.
func BadSyntax() string {
	return "sai cú pháp YAML. Vui lòng so với config.example.yaml: thụt lề, dấu hai chấm, dấu nháy."
}

// UnknownKey says that there is no such setting, with one that may be meant.
func UnknownKey(near string) string {
	if near != "" {
		return fmt.Sprintf("không có khóa này. Có phải ý là %s? Vui lòng sửa hoặc xóa dòng này.", near)
	}
	return "không có khóa này. Vui lòng xóa, hoặc xem tên đúng trong config.example.yaml."
}

// DoubleKey says that a setting is written twice.
func DoubleKey(first int) string {
	return fmt.Sprintf("khóa này đã có ở dòng %d. Vui lòng chỉ giữ một.", first)
}

// A SettingKind is what a setting takes.
type SettingKind string

// The kinds.
const (
	KindWholeNumber SettingKind = "một số nguyên, ví dụ 5"
	KindNumber      SettingKind = "một số, ví dụ 25"
	KindYesOrNo     SettingKind = "true (có) hoặc false (không)"
	KindList        SettingKind = "một danh sách, ví dụ [5, 2, 0] hoặc mỗi dòng một mục bắt đầu bằng dấu -"
	KindSection     SettingKind = "một nhóm khóa viết ở các dòng dưới, thụt vào"
	KindText        SettingKind = "một dòng chữ"
)

// WrongType says what a setting takes.
func WrongType(want SettingKind) string {
	return "kiểu giá trị chưa đúng, cần " + string(want) + "."
}

// SettingMissing says that a setting has to be filled in.
func SettingMissing() string { return "chưa có giá trị. Vui lòng điền." }

// SettingOneOf says which words a setting takes.
func SettingOneOf(choices []string, near string) string {
	s := "chỉ nhận một trong các giá trị " + strings.Join(choices, ", ") + "."
	if near != "" {
		s += fmt.Sprintf(" Có phải ý là %s?", near)
	}
	return s
}

// SettingRange says which numbers a setting takes.
func SettingRange(least, most int) string {
	return fmt.Sprintf("cần số từ %d đến %d.", least, most)
}

// SettingAboveZero says which numbers a setting takes.
func SettingAboveZero(most int) string {
	return fmt.Sprintf("cần số lớn hơn 0, nhiều nhất %d.", most)
}

// BadURL says what an address of the network looks like.
func BadURL(schemes []string) string {
	return "địa chỉ chưa đúng. Vui lòng viết đầy đủ, bắt đầu bằng " + strings.Join(schemes, ":// hoặc ") + "://."
}

// BadListen says what an address to listen on looks like.
func BadListen(value string) string {
	return fmt.Sprintf("%q chưa đúng. Vui lòng viết máy:cổng, ví dụ 127.0.0.1:9090; để trống là tắt.", value)
}

// BadHeartbeat says how often a heartbeat may go.
func BadHeartbeat() string { return "Vui lòng đặt từ 10s đến 1h, ví dụ 1m." }

// SameListen says that two servers want one address.
func SameListen(address string) string {
	return fmt.Sprintf("%s đã dùng cho telegram.webhook.listen. Vui lòng chọn cổng khác.", address)
}

// BadConfigClock says how a time of day is written.
func BadConfigClock(value string) string {
	return fmt.Sprintf("%q không phải giờ trong ngày. Vui lòng viết như \"08:00\".", value)
}

// BadQuietHours says how quiet hours are written.
func BadQuietHours(value string) string {
	return fmt.Sprintf("%q không phải khoảng giờ. Vui lòng viết như \"17:30-07:30\", hoặc none nếu không cần.", value)
}

// BadSpan says how a length of time is written.
func BadSpan(value string) string {
	return fmt.Sprintf("%q không phải khoảng thời gian. Vui lòng viết như 24h hoặc 90m.", value)
}

// BadDeadlineDay says how the day of a deadline is written.
func BadDeadlineDay(value string) string {
	return fmt.Sprintf("%q không phải ngày trong tháng. Vui lòng viết số từ 1 đến 31, hoặc last là ngày cuối tháng.", value)
}

// BadConfigDay says how a date is written.
func BadConfigDay(value string) string {
	return fmt.Sprintf("%q chưa đúng hoặc không có ngày này. Vui lòng viết như 2026-11-24 hoặc 24/11/2026.", value)
}

// BasisEndsBeforeStart says that a legal basis ends before it is in force.
func BasisEndsBeforeStart() string {
	return "ngày hết hiệu lực (to) trước ngày ban hành hoặc ngày có hiệu lực (from)"
}

// IssuingSymbolMissing says that the symbol of who drafts stands alone.
func IssuingSymbolMissing() string {
	return "có drafting_symbol (ký hiệu đơn vị soạn thảo) thì phải có ký hiệu cơ quan ban hành, ví dụ UBND"
}

// SymbolTwice says that the old key stands beside the new ones.
func SymbolTwice() string {
	return "cách ghi cũ, đã có issuing_symbol thay thế; vui lòng bỏ dòng này"
}

// ConfigDateMissing says that a date has to be given.
func ConfigDateMissing() string {
	return "chưa có ngày. Vui lòng điền date, ví dụ 2026-11-24."
}

// FarYear says that the year of a date is probably a slip.
func FarYear(d report.Date) string {
	return fmt.Sprintf("năm %d nằm ngoài 2024-2040. Vui lòng xem lại năm.", d.Year)
}

// DoubleDay says that a day is in the list already.
func DoubleDay(d report.Date, first int) string {
	return fmt.Sprintf("ngày %s đã có ở mục thứ %d. Vui lòng chỉ giữ một.", Day(d), first)
}

// DoubleNumber says that a number is in the list already.
func DoubleNumber(n int) string {
	return fmt.Sprintf("số %d đã có trong danh sách. Vui lòng chỉ giữ một.", n)
}

// DoubleEntry says that the same entry is in the list already.
func DoubleEntry(first int) string {
	return fmt.Sprintf("trùng với mục thứ %d. Vui lòng chỉ giữ một.", first)
}

// BadZone says how a time zone is written.
func BadZone(value string) string {
	return fmt.Sprintf("không có múi giờ %q. Giờ Việt Nam là Asia/Ho_Chi_Minh.", value)
}

// InQuietHours says that a time lies in the quiet hours.
func InQuietHours(at, quiet string) string {
	return fmt.Sprintf("%s nằm trong giờ yên lặng %s nên sẽ không bao giờ nhắc đúng giờ. Vui lòng đổi giờ này hoặc reminders.quiet_hours.", at, quiet)
}

// CatchUpRange says how long missed reminders may be caught up.
func CatchUpRange() string { return "cần từ 1m (một phút) đến 336h (14 ngày)." }

// NoDutyOn says that both duties are switched off.
func NoDutyOn() string {
	return "cả tháng và quý đều tắt nên không ai phải gửi. Vui lòng bật month.enabled hoặc quarter.enabled."
}

// RuleProblem words what the rules of the duties find.
func RuleProblem(p report.Problem) string {
	switch {
	case p.Reason == report.BeforeClose:
		return fmt.Sprintf("hạn của %s rơi vào %s, khi số liệu chưa chốt xong (cần ít nhất một ngày làm việc sau ngày chốt). "+
			"Vui lòng chọn ngày muộn hơn, hoặc đặt deadline_next_month: true.", Period(p.Period), Day(p.Date))
	case p.Reason == report.Conflict:
		return fmt.Sprintf("ngày %s vừa là ngày nghỉ (days_off) vừa là ngày làm bù. Vui lòng chỉ giữ một.", Day(p.Date))
	case p.Key == "scheme":
		return "chỉ nhận nd09 (từ ngày 15 tháng trước đến ngày 14) hoặc calendar (từ ngày 1 đến cuối tháng)."
	case p.Key == "on_day_off":
		return "chỉ nhận next (lùi sang ngày làm việc sau), previous (đưa lên ngày làm việc trước) hoặc none (giữ nguyên)."
	case p.Key == "lock_after":
		return "cần số ngày làm việc từ 0 đến 250."
	case p.Key == "quota":
		return "cần số từ 0 trở lên."
	}
	return "giá trị chưa dùng được. Vui lòng xem mẫu trong config.example.yaml."
}

// CronMissing says that a rule of time has to be given.
func CronMissing() string {
	return "chưa có lịch. Vui lòng điền cron, ví dụ \"0 9 25 * *\" là 09:00 ngày 25 hằng tháng."
}

// CronZone says that a rule must not name a zone.
func CronZone(spec string) string {
	return fmt.Sprintf("%q ghi múi giờ. Vui lòng bỏ TZ=... hoặc CRON_TZ=...: lịch luôn theo timezone của tệp này.", spec)
}

// CronFields says how many parts a rule has.
func CronFields(spec string, n int) string {
	return fmt.Sprintf("%q có %d phần, cần đúng 5: phút, giờ, ngày, tháng, thứ. Ví dụ \"0 9 25 * *\" là 09:00 ngày 25 hằng tháng.", spec, n)
}

// CronField says which part of a rule cannot be read.
func CronField(spec string, i int, field string) string {
	name := [...]string{"phút, từ 0 đến 59", "giờ, từ 0 đến 23", "ngày, từ 1 đến 31", "tháng, từ 1 đến 12", "thứ, từ 0 (Chủ nhật) đến 6"}[i]
	return fmt.Sprintf("%q: phần thứ %d là %q chưa đúng (%s).", spec, i+1, field, name)
}

// CronNever says that a rule never comes true.
func CronNever(spec string) string {
	return fmt.Sprintf("%q không bao giờ đến, vì không có ngày như vậy. Vui lòng chọn ngày có thật.", spec)
}
