package spoken

import (
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/vietnamese"
)

var (
	allDayForm     = letters.Pattern(`\b(24)/(24|7)(?: ?h\b| giờ|\b)`)
	clockRangeForm = letters.Pattern(`\b(\d{1,2})(?:h|g|:)(\d{2})?(?:'|ph)? ?- ?(\d{1,2})(?:h|g|:)(\d{2})?(?:'|ph)?`)
	clockForm      = letters.Pattern(`\b(\d{1,2})(?:(h|g) ?|:)(\d{2})?(?:'|ph)?`)
	dateForm       = letters.Pattern(`\b(\d{1,2})([/.-])(\d{1,2})([/.-])(\d{4})\b`)
	quarterForm    = letters.Pattern(`(?i:(quý) )(IV|III|II|I|[1-4])(?: ?/ ?|-)(\d{4})\b`)
	monthForm      = letters.Pattern(`\b(\d{1,2})(?:/|-)(\d{4})\b`)
	dayRangeForm   = letters.Pattern(`\b(\d{1,2})/(\d{1,2}) ?- ?(\d{1,2})/(\d{1,2})\b`)
	monthRangeForm = letters.Pattern(`\b(\d{1,2}) ?- ?(\d{1,2})/(\d{4})\b`)
	daysForm       = letters.Pattern(`\b(\d{1,2}) ?- ?(\d{1,2})/(\d{1,2})\b`)
	dayForm        = letters.Pattern(`\b(\d{1,2})([/.-])(\d{1,2})\b`)

	monthNumberForm = letters.Pattern(`(?i:(tháng) )(\d{1,2})\b`)
)

// sayAllDay says that something is open at all hours.
func sayAllDay(m match) (string, bool) {
	said := Number(m.groups[1]) + " trên " + Number(m.groups[2])
	if m.groups[2] == "24" && strings.ContainsAny(m.groups[0], "hg") {
		said += " giờ"
	}
	return said, !m.goesOn()
}

// sayClock says a time of day: bảy giờ ba mươi phút.
func sayClock(m match) (string, bool) {
	hour, minute := m.groups[1], m.groups[3]
	if m.groups[2] == "g" && minute == "" || m.groups[2] == "" && minute == "" || m.goesOn() || m.touchesBefore() { // 5 g is a weight
		return "", false
	}
	if minute == "" && m.touches() {
		return "", false // 3ha begins with no hour
	}
	return clock(hour, minute)
}

func clock(hour, minute string) (string, bool) {
	h, _ := strconv.Atoi(hour)
	n, _ := strconv.Atoi(minute)
	if h > 24 || n > 59 {
		return "", false
	}
	said := Number(hour) + " giờ"
	if n > 0 {
		said += " " + Number(minute) + " phút"
	}
	return said, true
}

func sayClockRange(m match) (string, bool) {
	from, ok := clock(m.groups[1], m.groups[2])
	to, too := clock(m.groups[3], m.groups[4])
	return from + " đến " + to, ok && too && !m.touches()
}

// day says a day of the month: the first ten have mùng before them.
func day(digits string) string {
	if n, _ := strconv.Atoi(digits); n <= 10 {
		return "mùng " + Number(digits)
	}
	return Number(digits)
}

// month says the number of a month, or a part of a whole: the fourth is tư.
func month(digits string) string {
	if strings.TrimLeft(digits, "0") == "4" {
		return "tư"
	}
	return Number(digits)
}

// dated says a day and a month, with the word for day unless it stands before.
func dated(d, mon, before string) string {
	said := day(d) + " tháng " + month(mon)
	if last := lastWord(before); last == "ngày" {
		return said
	}
	return "ngày " + said
}

func valid(d, mon string) bool {
	n, _ := strconv.Atoi(d)
	k, _ := strconv.Atoi(mon)
	return n >= 1 && k >= 1 && k <= 12 && n <= [...]int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[k-1]
}

func sayDate(m match) (string, bool) {
	d, mon, year := m.groups[1], m.groups[3], m.groups[5]
	if m.groups[2] != m.groups[4] || !valid(d, mon) || m.touches() {
		return "", false
	}
	return dated(d, mon, m.before) + " năm " + Number(year), true
}

func sayQuarter(m match) (string, bool) {
	digits := m.groups[2]
	if n := vietnamese.OfRoman(digits); n > 0 {
		digits = strconv.Itoa(n)
	}
	return m.groups[1] + " " + Number(digits) + " năm " + Number(m.groups[3]), !m.touches()
}

func sayMonth(m match) (string, bool) {
	if n, _ := strconv.Atoi(m.groups[1]); n < 1 || n > 12 || m.touches() || strings.HasSuffix(m.before, "/") {
		return "", false
	}
	if y, _ := strconv.Atoi(m.groups[2]); y < 1900 || y > 2100 {
		return "", false
	}
	said := month(m.groups[1]) + " năm " + Number(m.groups[2])
	if lastWord(m.before) != "tháng" {
		said = "tháng " + said
	}
	return said, true
}

func sayDayRange(m match) (string, bool) {
	if !valid(m.groups[1], m.groups[2]) || !valid(m.groups[3], m.groups[4]) || m.touches() || m.goesOn() {
		return "", false
	}
	return dated(m.groups[1], m.groups[2], m.before) + " đến " + dated(m.groups[3], m.groups[4], ""), true
}

// sayMonthRange says from one month of a year to another.
func sayMonthRange(m match) (string, bool) {
	if !valid("1", m.groups[1]) || !valid("1", m.groups[2]) || m.touches() || m.within() {
		return "", false
	}
	said := month(m.groups[1]) + " đến tháng " + month(m.groups[2]) + " năm " + Number(m.groups[3])
	if lastWord(m.before) != "tháng" {
		said = "tháng " + said
	}
	return said, true
}

// sayDays says from one day of a month to another, where the word for day stands
// before.
func sayDays(m match) (string, bool) {
	if !valid(m.groups[1], m.groups[3]) || !valid(m.groups[2], m.groups[3]) || m.touches() || m.goesOn() || lastWord(m.before) != "ngày" {
		return "", false
	}
	return day(m.groups[1]) + " đến " + day(m.groups[2]) + " tháng " + month(m.groups[3]), true
}

// dayWords stand before a day and a month, the names of weekdays among them (thứ Sáu
// 20/11); with a hyphen or a dot one has to.
var dayWords = []string{
	"ngày", "hôm", "sáng", "trưa", "chiều", "tối", "đêm", "dịp", "lễ", "mừng", "niệm", "mùng", "mồng", "đến", "từ", "trước", "sau", "hai", "ba", "tư", "năm", "sáu", "bảy", "nhật",
}

// holidays are known by day and month alone, however these are written.
var holidays = []string{"3/2", "27/2", "8/3", "26/3", "21/4", "30/4", "1/5", "7/5", "15/5", "19/5", "1/6", "21/6", "28/6", "27/7", "19/8", "2/9", "10/10", "13/10", "14/10", "20/10", "18/11", "20/11", "23/11", "24/11", "1/12", "22/12"}

// counted are what shares are of: 14/16 bản is no day.
var counted = []string{
	"bản", "thôn", "xã", "phường", "xóm", "hộ", "gia", "em", "cháu", "học", "giáo", "người", "thành", "hội", "đoàn", "đảng", "đơn", "lớp", "trường", "tiêu", "ý", "phiếu",
	"đại", "số", "tổng", "diện", "dân", "chi", "tổ", "nhà", "công", "cán", "đồng", "trẻ", "thửa", "mô", "sản", "nhóm", "đội", "khu", "chỉ", "nội", "hồ", "cơ", "con", "tuyến", "km",
}

func sayDay(m match) (string, bool) {
	d, mark, mon := m.groups[1], m.groups[2], m.groups[3]
	if !valid(d, mon) || m.touches() || m.within() || m.goesOn() || strings.HasPrefix(m.after, "%") || slices.Contains(numbered, lastWord(m.before)) {
		return "", false
	}
	holiday := slices.Contains(holidays, strings.TrimLeft(d, "0")+"/"+strings.TrimLeft(mon, "0"))
	addressed := slices.Contains(dayWords, lastWord(m.before))
	share := slices.Contains(counted, nextWord(m.after)) && !strings.HasPrefix(strings.TrimLeft(m.after, " "), "-")
	switch {
	case lastWord(m.before) == "ngày":
		return dated(d, mon, m.before), true
	case addressed && !share && !(mark == "-" && lastWord(m.before) == "từ"): // từ 5-7 hộ
		return dated(d, mon, m.before), true
	case mark == "." || mark == "-":
		return dated(d, mon, m.before), holiday && mark == "-" && !share && !measured(m.after)
	}
	return dated(d, mon, m.before), !share
}

// numbered are what has a number with a stroke that is no day.
var numbered = []string{"nhà", "số", "ngõ", "ngách", "hẻm", "điểm"}

// measured reports whether a unit follows.
func measured(after string) bool { return unitNext().MatchString(strings.TrimLeft(after, " ")) }

func sayMonthNumber(m match) (string, bool) {
	return m.groups[1] + " " + month(m.groups[2]), !m.touches() && !m.goesOn()
}
