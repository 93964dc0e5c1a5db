package texts

import (
	"fmt"
	"strings"

	"guongsang/internal/report"
)

// Labels of the lists of units, and of what is done about those that have not sent.
const (
	LabelByState    = "Tình trạng khác"
	LabelByBlock    = "Chọn khối"
	LabelAllBlocks  = "Mọi khối"
	LabelDeal       = "Nhắc, gọi, gia hạn"
	LabelRemindNow  = "Nhắc ngay"
	LabelGroupText  = "Bài gửi nhóm Zalo"
	LabelCallList   = "Danh sách gọi"
	LabelToList     = "Danh sách"
	LabelToStates   = "Danh sách theo tình trạng"
	LabelRecordFor  = "Ghi nhận thay"
	LabelReminders  = "Nhật ký nhắc"
	LabelUnitPeople = "Người phụ trách"
)

// The lists of units of a period, beside those of the digest's sections.
const (
	ListHead    = "head"
	ListOnTime  = "ontime"
	ListLate    = "late"
	ListMadeUp  = "madeup"
	ListNil     = "nil"
	ListWaiting = "wait"
	ListExempt  = "exempt"
	ListNotDue  = "notdue"
)

// listNames names the lists, as titles and buttons do.
var listNames = map[string]string{
	"gap": "Chưa gửi", "uncon": "Chưa kết nối", "lost": "Mất liên lạc", ListHead: "Chờ thủ trưởng duyệt", ListOnTime: "Đúng hạn", ListLate: "Muộn", ListMadeUp: "Gửi bù",
	ListNil: "Không phát sinh", ListWaiting: "Chờ bổ sung", ListExempt: "Tạm dừng", ListNotDue: "Không thuộc kỳ này",
}

// UnitListTitle heads a list of units, of one block if one is named.
func UnitListTitle(list, block string, p report.Period) string {
	title := listNames[list]
	if known := map[string]string{"gap": "Đơn vị chưa gửi", "uncon": "Đơn vị chưa kết nối", "lost": "Đơn vị mất liên lạc"}[list]; known != "" {
		title = known
	}
	if block != "" {
		title += ", " + BlockName(block)
	}
	return title + ", " + Period(p)
}

// AwaitingHead ends the line of a unit of which something waits for the head.
func AwaitingHead(waits bool) string {
	if waits {
		return " (chờ thủ trưởng duyệt)"
	}
	return ""
}

// SubmittedToHead ends what a unit is told of a period for which something waits for
// its head.
func SubmittedToHead(waits bool) string {
	if waits {
		return " Đã trình, chờ thủ trưởng duyệt."
	}
	return ""
}

// UnitListIntro stands over a list of units that have sent, or need not.
func UnitListIntro(units int) string { return Number(units) + " đơn vị:" }

// ListedStanding is a line of such a list.
func (o Office) ListedStanding(u report.Unit, st report.Standing) string {
	line := ListedUnit(u)
	if !st.At.IsZero() {
		line += ": " + Day(report.DateOf(st.At.In(o.Zone)))
	}
	if st.Have > 0 {
		line += fmt.Sprintf(", %d gương", st.Have)
	}
	return line
}

// AskState asks which list is to be shown.
func AskState(scope string, p report.Period) string {
	return fmt.Sprintf("%s, %s. Xem đơn vị nào?", Cap(scope), Period(p))
}

// StateButton names the way to a list, with how many units are in it.
func StateButton(list string, units int) string {
	return fmt.Sprintf("%s (%s)", listNames[list], Number(units))
}

// AskDeal asks what is to be done about the units that have not sent.
func AskDeal(scope string, p report.Period, units int) string {
	return fmt.Sprintf("%s, %s: %s đơn vị chưa gửi. Làm gì tiếp? Việc của một đơn vị (ghi nhận thay, tạm dừng) ở trang của đơn vị đó.", Cap(scope), Period(p), Number(units))
}

// A Reach is how many units a wish to remind now concerns.
type Reach struct {
	Missing   int // have not sent
	Reachable int // of these, can be reminded
	Lately    int // of these, were reminded a short while ago
}

// AskRemindNow asks once before units are reminded, with their number.
func AskRemindNow(scope, periods string, r Reach, hours int) string {
	lines := []string{fmt.Sprintf("%s, %s: %s đơn vị chưa gửi.", Cap(scope), periods, Number(r.Missing))}
	if n := r.Missing - r.Reachable; n > 0 {
		lines = append(lines, fmt.Sprintf("%s đơn vị chưa kết nối hoặc mất liên lạc, không nhắc được qua đây: xem %s.", Number(n), LabelCallList))
	}
	if r.Lately > 0 {
		lines = append(lines, fmt.Sprintf("%s đơn vị đã được nhắc trong %d giờ qua.", Number(r.Lately), hours))
	}
	if r.Reachable == 0 {
		return strings.Join(lines, "\n")
	}
	return strings.Join(append(lines, "Nhắc ngay? Tin đi trong ít phút; ngoài giờ nhắc thì đi vào đầu giờ nhắc kế tiếp."), "\n")
}

// AskRemindUnit asks of which period one unit is to be reminded, from the lines of those
// that it owes.
func AskRemindUnit(unit string, owed []string) string {
	return fmt.Sprintf("%s chưa gửi:\n%s\nNhắc ngay kỳ nào? Tin đi trong ít phút; ngoài giờ nhắc thì đi vào đầu giờ nhắc kế tiếp.", Cap(unit), strings.Join(owed, "\n"))
}

// OwedToRemind is the line of a period that a unit owes.
func OwedToRemind(p report.Period, deadline, today report.Date, lately bool, hours int) string {
	line := fmt.Sprintf("• %s: hạn %s", Cap(ShortPeriod(p)), Day(deadline))
	if deadline.Before(today) {
		line += ", đã quá hạn"
	}
	if lately {
		line += fmt.Sprintf("; đã nhắc trong %d giờ qua", hours)
	}
	return line
}

// RemindOf reminds of a period, or once more.
func RemindOf(period string, again bool) string {
	if again {
		return "Vẫn nhắc " + period
	}
	return "Nhắc " + period
}

// AllOfPeriods names all of some periods.
func AllOfPeriods(n int) string { return fmt.Sprintf("cả %d kỳ", n) }

// CannotRemind says of one unit that nobody of it can be reached here, and what helps.
func CannotRemind(unit string) string {
	return fmt.Sprintf("%s chưa kết nối hoặc mất liên lạc nên không nhắc được qua đây. Vui lòng gọi điện, hoặc mời lại đầu mối ở mục %s.", Cap(unit), LabelUnitPeople)
}

// RemindSome reminds those that were not reminded a short while ago.
func RemindSome(units int) string { return fmt.Sprintf("Nhắc %s đơn vị", Number(units)) }

// RemindAll reminds those as well.
func RemindAll(units int) string {
	return fmt.Sprintf("Vẫn nhắc cả %s đơn vị", Number(units))
}

// RemindedNow says that it will be done.
func RemindedNow(scope, periods string) string {
	return fmt.Sprintf("Đã giao nhắc: %s, %s. Tin đi trong ít phút tới đầu mối của đơn vị còn chưa gửi; kết quả được ghi vào tin này khi xong, từng tin ở mục %s của đơn vị.", scope, periods, LabelReminders)
}

// A ChaseOutcome is what came of a wish to remind now, by units.
type ChaseOutcome struct {
	Scope     string
	Periods   []report.Period
	Delivered int // were told
	Refused   int // could not be: the account is blocked or gone
	Unsure    int // nobody knows
	Waiting   int // are still to be told
	Beyond    int // have not sent, and have nobody who can be told
}

// Chased says what came of it.
func Chased(o ChaseOutcome) string {
	lines := []string{fmt.Sprintf("Kết quả nhắc: %s, %s.", o.Scope, Periods(o.Periods))}
	for _, part := range []struct {
		n    int
		what string
	}{
		{o.Delivered, "Đã nhận được tin"}, {o.Refused, "Tin bị từ chối (chặn bot hoặc không còn tài khoản)"}, {o.Unsure, "Chưa rõ có nhận được không"},
		{o.Waiting, "Tin còn chờ gửi"}, {o.Beyond, "Chưa kết nối hoặc mất liên lạc, cần gọi (" + LabelCallList + ")"},
	} {
		if part.n > 0 {
			lines = append(lines, fmt.Sprintf("• %s: %s đơn vị", part.what, Number(part.n)))
		}
	}
	if len(lines) == 1 {
		return lines[0] + " Không còn đơn vị nào cần nhắc."
	}
	return strings.Join(lines, "\n")
}

// NothingToRemind says that there is nobody left to be reminded.
func NothingToRemind(scope, periods string) string {
	return fmt.Sprintf("%s, %s: không còn đơn vị nào chưa gửi.", Cap(scope), periods)
}

// NotToRemind says that a period is too long past to remind of it.
func NotToRemind(p report.Period) string {
	return fmt.Sprintf("%s đã qua lâu, không nhắc được nữa.", Cap(ShortPeriod(p)))
}

// Periods names several periods.
func Periods(all []report.Period) string {
	var names []string
	for _, p := range all {
		names = append(names, ShortPeriod(p))
	}
	return strings.Join(names, ", ")
}

// GroupTextBelow says that the text for a group follows.
func GroupTextBelow(block string, part, parts int) string {
	text := fmt.Sprintf("Bài gửi nhóm Zalo của %s ở tin ngay dưới: bấm giữ tin, chọn Sao chép, rồi dán vào nhóm.", BlockName(block))
	if parts > 1 {
		text += fmt.Sprintf(" Danh sách dài nên chia %d tin, đây là tin %d.", parts, part+1)
	}
	return text
}

// NextGroupText leads to the next part.
func NextGroupText(part, parts int) string { return fmt.Sprintf("Tin %d/%d", part+2, parts) }

// GroupText is what is posted in the group of a block: which units are awaited, until
// when, and how it is sent. It blames nobody.
func (o Office) GroupText(block string, s report.Schedule, today report.Date, units []report.Unit, from, all int) string {
	lines := []string{fmt.Sprintf("Kính gửi các đơn vị %s!", BlockName(block))}
	due := fmt.Sprintf("hạn %s", DayOfWeek(s.Deadline))
	if today.After(s.Deadline) {
		due = fmt.Sprintf("hạn là %s, mong các đơn vị gửi sớm", DayOfWeek(s.Deadline))
	}
	lines = append(lines, fmt.Sprintf("Giới thiệu gương %s: %s. %s còn chờ %s đơn vị:", Period(s.Period), due, o.Agency, Number(all)))
	for i, u := range units {
		lines = append(lines, fmt.Sprintf("%d. %s", from+i+1, Cut(u.Name, 60)))
	}
	how := "Cách gửi: mở Telegram, vào kênh tiếp nhận"
	if o.Bot != "" {
		how = "Cách gửi: mở Telegram, tìm @" + o.Bot
	}
	return strings.Join(append(lines, "",
		how+", kể luôn trong một tin: ai, ở đâu, làm gì. Kỳ này không có gương thì bấm Không phát sinh.",
		fmt.Sprintf("Đơn vị chưa có mã mời hoặc có vướng mắc, xin liên hệ %s.", o.Contact)), "\n")
}

// CallListTitle heads the list of whom to call.
func CallListTitle(p report.Period) string { return "Danh sách gọi, " + Period(p) }

// CallUnit heads the people of a unit that has not sent.
func CallUnit(u report.Unit, c report.Contact) string {
	if word := ContactWord(c); word != "" {
		return UnitName(u) + ": " + word
	}
	return UnitName(u)
}

// CallPerson is one of them.
func CallPerson(m report.Member, p report.Post) string {
	return fmt.Sprintf("• %s, %s: %s", Person(m.Name), PostShort(p), phoneOrNone(m))
}

// CallNobody stands where no person of a unit is known.
func CallNobody() string { return "• chưa có đầu mối" }

func phoneOrNone(m report.Member) string {
	if m.Phone == "" {
		return "chưa có số"
	}
	return SpokenPhone(m.Phone)
}

// SpokenPhone sets a phone number in groups, as people read it out: 0912 345 678.
func SpokenPhone(digits string) string {
	if len(digits) < 9 || len(digits) > 11 {
		return digits
	}
	return digits[:len(digits)-6] + " " + digits[len(digits)-6:len(digits)-3] + " " + digits[len(digits)-3:]
}
