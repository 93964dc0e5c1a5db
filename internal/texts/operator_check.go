package texts

import (
	"cmp"
	"fmt"
	"strings"

	"guongsang/internal/report"
)

// What the operator reads from check, and whoever watches the bot.

// CheckHead says for whom the configuration is.
func CheckHead(path string, o Office, parent string) string {
	return fmt.Sprintf("Cấu hình %s dùng được.\n  Cơ quan: %s (thuộc %s)\n  Cơ quan thường trực: %s\n  %s\n  Liên hệ: %s\n  Múi giờ: %s, xưng hô: %s",
		path, o.Organization, parent, o.Agency, o.Council, o.Contact, o.Zone, o.You)
}

// CheckLetterhead says what stands at the top of the agency's documents, and where
// they are kept.
func CheckLetterhead(issuer, superior, report, letter, kept string) string {
	if superior == "" {
		superior = "không ghi"
	}
	return fmt.Sprintf("  Văn bản: %s ban hành, cơ quan cấp trên: %s; báo cáo “%s”, công văn “%s”, %s", issuer, superior, report, letter, kept)
}

// OldSymbol says how document_symbol alone is understood.
func OldSymbol() string {
	return "  organization.document_symbol là cách ghi cũ, vẫn dùng được: một ký hiệu cho cả báo cáo, công văn và dòng Lưu. " +
		"Nên thay bằng issuing_symbol (ký hiệu cơ quan ban hành) và drafting_symbol (ký hiệu đơn vị soạn thảo)."
}

// BasisEnded says that a legal basis is no longer quoted.
func BasisEnded(b LegalBasis) string {
	return fmt.Sprintf("  Căn cứ đã hết hiệu lực (đến hết %s), văn bản không trích dẫn nữa: %s. Vui lòng rà soát legal_bases.", Day(b.To), b.Name)
}

// BasisPending says that a legal basis is not quoted yet.
func BasisPending(b LegalBasis) string {
	from := b.From
	if from.IsZero() {
		from = b.Date
	}
	return fmt.Sprintf("  Căn cứ chưa có hiệu lực, văn bản từ %s mới trích dẫn: %s.", Day(from), b.Name)
}

// SampleContact is the contact that config.example.yaml names.
func SampleContact() string { return "Phòng Văn hóa - Xã hội, điện thoại 0900 000 001" }

// SampleOffice says that the office is still that of the example.
func SampleOffice(path string) string {
	return fmt.Sprintf("Mục organization trong %s vẫn như tệp mẫu (liên hệ: %s). Vui lòng sửa tên cơ quan, địa danh, người ký, liên hệ: các nội dung này đi vào tin nhắn và văn bản.", path, SampleContact())
}

// OwnServer says what the operator of an own Bot API server sees to.
func OwnServer(url string) string {
	return fmt.Sprintf("  Máy chủ Bot API riêng: %s. Nếu máy chủ đó chạy với --local: phải cùng máy này, và tài khoản chạy chương trình đọc được thư mục tệp của nó (docs/cai-dat.md, mục 9).", url)
}

// DutyOff says that a duty is switched off.
func DutyOff(d report.Duty) string {
	return fmt.Sprintf("Nghĩa vụ %s: đang tắt.", dutyWord(d))
}

func dutyWord(d report.Duty) string {
	if d == report.Quarter {
		return "hằng quý"
	}
	return "hằng tháng"
}

// CheckSchedule says when a period happens.
func CheckSchedule(s report.Schedule) string {
	return fmt.Sprintf("%s: số liệu từ %s đến %s\n  Hạn gửi: %s, khóa sổ: %s",
		Cap(Period(s.Period)), Day(s.From), Day(s.Close), DayOfWeek(s.Deadline), DayOfWeek(s.Lock))
}

// CheckStep says when a reminder goes out, and to whom.
func CheckStep(step, to string, day report.Date, clock string) string {
	audience := map[string]string{
		"focal": "đầu mối", "deputy": "đầu mối dự phòng", "head": "thủ trưởng đơn vị",
		"blockhead": "trưởng khối", "agency": "cơ quan thường trực",
	}[to]
	what := "báo cho " + audience
	switch {
	case step == "0":
		what = "nhắc đầu mối, ngày đến hạn"
	case strings.HasPrefix(step, "-"):
		what = fmt.Sprintf("nhắc đầu mối, còn %s ngày làm việc", step[1:])
	case strings.HasPrefix(step, "+"):
		what = fmt.Sprintf("nhắc đầu mối, quá hạn %s ngày làm việc", step[1:])
	}
	return fmt.Sprintf("  %s %s: %s", clock, DayOfWeek(day), what)
}

// CheckDayOff names a day off, or a make-up working day, met on the way.
func CheckDayOff(d report.Day) string {
	return fmt.Sprintf("  %s: %s", DayOfWeek(d.Date), d.Note)
}

// HolidayName names a day off of the embedded table; a note of the
// configuration stays as it is.
func HolidayName(key string) string {
	name := map[string]string{
		"newyear": "Tết Dương lịch", "tet": "Tết Nguyên đán", "hung": "Giỗ Tổ Hùng Vương",
		"liberation": "Ngày Chiến thắng", "labour": "Quốc tế Lao động", "national": "Quốc khánh",
		"culture": "Ngày Văn hóa Việt Nam", "lieu": "bù lễ", "swap": "hoán đổi", "": "theo cấu hình",
	}[key]
	if name == "" {
		name = key
	}
	return "ngày nghỉ: " + name
}

// MakeupName names a working Saturday.
func MakeupName(note string) string {
	if note == "swap" || note == "" {
		return "ngày làm bù"
	}
	return "ngày làm bù: " + note
}

// CalendarConfirmed says whether a year's days off are known for certain.
func CalendarConfirmed(year int, confirmed bool) string {
	if confirmed {
		return fmt.Sprintf("\nLịch nghỉ năm %d: đã có lịch chính thức.", year)
	}
	return fmt.Sprintf("\nLịch nghỉ năm %d: chưa có lịch chính thức, đang tính theo luật. "+
		"Khi có thông báo, vui lòng ghi vào calendar.days_off và calendar.makeup_workdays.", year)
}

// NoStoreYet says that there are no data yet.
func NoStoreYet(dir string) string {
	return fmt.Sprintf("Dữ liệu: chưa có, sẽ được tạo trong thư mục %s.", dir)
}

// StoreInUse says that a running bot holds the store.
func StoreInUse(path string) string {
	return fmt.Sprintf("Dữ liệu: %s, bot đang chạy và giữ tệp này nên chưa xem được bên trong.", path)
}

// StoreVersion says which format the store has.
func StoreVersion(path string, version, program int) string {
	s := fmt.Sprintf("Dữ liệu: %s, phiên bản %d, nguyên vẹn.", path, version)
	if version < program {
		s += fmt.Sprintf(" Khi chạy bot sẽ được nâng lên phiên bản %d.", program)
	}
	return s
}

// StorePeople says how many units and people there are.
func StorePeople(units, unconnected, officers, admins int) string {
	return fmt.Sprintf("  %d đơn vị đang hoạt động, %d chưa có đầu mối; %d chuyên viên, %d quản trị.", units, unconnected, officers, admins)
}

// NoUnitsYet says how units come in.
func NoUnitsYet() string {
	return "Chưa có đơn vị nào. Vui lòng nhập: guongsang import-units TỆP"
}

// NoAdminYet says how the first admin comes in.
func NoAdminYet() string {
	return "Chưa có người quản trị. Lệnh guongsang run sẽ in mã mời đầu tiên."
}

// UnconnectedUnits says how units get their focal points.
func UnconnectedUnits(n int) string {
	return fmt.Sprintf("%d đơn vị chưa có đầu mối. Vui lòng tạo mã mời trong Telegram, hoặc: guongsang invite -role focal -unit MÃ", n)
}

// CheckMissing lists what is missing.
func CheckMissing(missing []string) string {
	if len(missing) == 0 {
		return "\nKhông thiếu gì. Có thể chạy: guongsang run"
	}
	return "\nCòn thiếu:\n  - " + strings.Join(missing, "\n  - ")
}

// HealthGood answers who watches the bot.
func HealthGood(inbox, outbox, dead int) string {
	return fmt.Sprintf("Bot hoạt động. Chờ xử lý %d, chờ gửi %d, để riêng %d.", inbox, outbox, dead)
}

// HealthSilent says that Telegram does not answer.
func HealthSilent() string { return "Telegram chưa trả lời trong ít phút qua." }

// HealthOff says that nobody can ask the bot how it is.
func HealthOff() string {
	return "Chưa đặt listen trong tệp cấu hình, ví dụ listen: 127.0.0.1:9090, rồi chạy lại bot."
}

// HealthDown says that the bot does not answer there.
func HealthDown(listen string) string {
	return fmt.Sprintf("Bot không trả lời ở %s. Vui lòng xem bot có đang chạy với đúng tệp cấu hình này không.", listen)
}

// HealthForeign says that something else answers there, and with what, if it is HTTP.
func HealthForeign(listen, status string) string {
	return fmt.Sprintf("Chương trình trả lời ở %s (%s) không phải bot. Vui lòng dừng chương trình đó hoặc đặt listen sang cổng khác trong tệp cấu hình, rồi chạy lại bot.", listen, cmp.Or(status, "không theo HTTP"))
}

// HealthStarting, HealthReady and HealthStopping answer whether the bot takes anything in.
func HealthStarting() string { return "Bot đang khởi động, chưa nhận tin." }

// HealthReady is told with HealthStarting.
func HealthReady() string { return "Bot đang nhận tin." }

// HealthStopping is told with HealthStarting.
func HealthStopping() string { return "Bot đang dừng, không nhận tin mới." }

// HealthStore says that the store cannot be read.
func HealthStore() string { return "Không đọc được dữ liệu. Vui lòng xem nhật ký." }
