package spoken

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/letters"
)

// units are said behind a number; those that are also said without one are in
// alone.
var units = map[string]string{
	"km²": "ki lô mét vuông", "km2": "ki lô mét vuông", "m²": "mét vuông", "m2": "mét vuông", "m³": "mét khối", "m3": "mét khối", "cm²": "xăng ti mét vuông", "cm2": "xăng ti mét vuông",
	"cm³": "xăng ti mét khối", "cm3": "xăng ti mét khối", "dm²": "đề xi mét vuông", "hm²": "héc tô mét vuông",
	"km/h": "ki lô mét một giờ", "m/s": "mét một giây", "km": "ki lô mét", "hm": "héc tô mét", "dm": "đề xi mét", "cm": "xăng ti mét", "mm": "mi li mét", "m": "mét",
	"ha": "héc ta", "kg": "ki lô gam", "mg": "mi li gam", "g": "gam", "gr": "gam", "l": "lít", "ml": "mi li lít",
	"kWh": "ki lô oát giờ", "kwh": "ki lô oát giờ", "kW": "ki lô oát", "kw": "ki lô oát", "MW": "mê ga oát", "kV": "ki lô vôn", "kVA": "ki lô vôn am pe", "W": "oát", "V": "vôn", "Hz": "héc",
	"GB": "gi ga bai", "MB": "mê ga bai", "KB": "ki lô bai", "TB": "tê ra bai", "Mbps": "mê ga bít một giây", "ph": "phút", "h": "giờ", "s": "giây",
	"%": "phần trăm", "‰": "phần nghìn", "°C": "độ C", "°": "độ",
	"đ": "đồng", "₫": "đồng", "đồng": "đồng", "VNĐ": "đồng", "VND": "đồng", "vnđ": "đồng", "vnd": "đồng", "USD": "đô la Mỹ", "$": "đô la", "EUR": "ơ rô", "€": "ơ rô",
	"tr": "triệu", "trđ": "triệu đồng", "tr.đ": "triệu đồng", "trd": "triệu đồng", "k": "nghìn đồng", "K": "nghìn đồng", "tỉ": "tỷ", "ng": "nghìn", "nđ": "nghìn đồng",
}

// money are the units before which a comma marks thousands.
var money = []string{"đ", "₫", "đồng", "VNĐ", "VND", "vnđ", "vnd"}

// alone are the units that are said without a number as well: mỗi km đường.
var alone = []string{"km²", "km2", "m²", "m2", "m³", "m3", "km/h", "km", "kg", "cm", "mm", "ha", "kWh", "kW", "kV", "°C", "VNĐ", "VND", "vnđ", "USD", "ml", "mg"}

// figure is a number as people write it.
const figure = `\d+(?:[.,]\d+)*`

var (
	unitPattern   = alternatives(keys(units))
	unitNext      = letters.Pattern(`^(?:` + unitPattern + `)(?:[^\pL\d]|$)`)
	amountForm    = letters.Pattern(`(-)?(` + figure + `|\d{1,3}(?: \d{3}){2,}) ?(` + unitPattern + `)`)
	unitAloneForm = letters.Pattern(alternatives(alone))
	perForm       = letters.Pattern(` ?/ ?(` + alternatives(append(slices.Clone(perWords), alone...)) + `)`)
	rangeForm     = letters.Pattern(`(` + figure + `)(?: ?(` + unitPattern + `))? ?[-~] ?(` + figure + `)`)
	shareForm     = letters.Pattern(`(` + figure + `) ?/ ?(` + figure + `)`)
	ordinalForm   = letters.Pattern(`(?i:(thứ) )(\d{1,3})`)
	millionsForm  = letters.Pattern(`(\d+)tr(\d)`)
	numberForm    = letters.Pattern(figure)
	vulgarForm    = letters.Pattern(`(\d+)? ?([½¼¾⅓⅔⅕])`)

	temperatureForm = letters.Pattern(`(?:^|[^\pL\d])(-)(\d+(?:[.,]\d+)?)(?: ?(°C?))?`)
	phoneForm       = letters.Pattern(`(\+84|0)[ .-]?\d{2,3}(?:[ .-]?\d{2,4}){2,3}`)
	hotlineForm     = letters.Pattern(`(?i:(số điện thoại|điện thoại|đường dây nóng|tổng đài|gọi số|gọi|hotline|zalo) ?:? ?)(\d{3,4}(?:[ .]?\d{3,4})*)`)
)

// perWords are what something is reckoned by: 2 buổi/tuần.
var perWords = []string{
	"năm", "tháng", "tuần", "ngày", "giờ", "phút", "quý", "vụ", "lứa", "người", "hộ", "suất", "buổi", "lượt", "tấn", "tạ", "yến", "lít", "con", "cây", "đầu người", "khẩu", "công", "lớp", "em", "xã", "bản", "thôn", "sào", "mẫu", "lần", "bộ", "cái", "sản phẩm", "đợt", "kỳ", "học sinh", "thành viên", "nhà", "căn",
}

func keys(of map[string]string) (all []string) {
	for k := range of {
		all = append(all, k)
	}
	return all
}

// alternatives is a pattern of several words, the longest first.
func alternatives(all []string) string {
	all = longestFirst(all)
	for i := range all {
		all[i] = regexp.QuoteMeta(all[i])
	}
	return strings.Join(all, "|")
}

func longestFirst(all []string) []string {
	return slices.SortedFunc(slices.Values(all), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
}

// sayAmount says a number with its unit.
func sayAmount(m match) (string, bool) {
	unit := m.groups[3]
	if m.touches() || m.groups[1] == "" && strings.HasSuffix(m.before, "-") && m.touchesBefore() {
		return "", false
	}
	said := amount(m.groups[2], slices.Contains(money, unit)) + " " + units[unit]
	if m.groups[1] != "" {
		return ", " + said, true // a dash before it, as at the beginning of a line
	}
	return said, true
}

func sayTemperature(m match) (string, bool) {
	said := "âm " + amount(m.groups[2], false)
	switch {
	case m.groups[3] == "°C":
		said += " độ C"
	case m.groups[3] == "°":
		said += " độ"
	case lastWord(m.before) != "độ":
		return "", false
	}
	if !strings.HasPrefix(m.groups[0], "-") {
		said = m.groups[0][:strings.Index(m.groups[0], "-")] + said
	}
	return said, true
}

// sayMillions says 5tr5 as people do: five and a half.
func sayMillions(m match) (string, bool) {
	return Number(m.groups[1]) + " triệu " + digitWords[m.groups[2][0]-'0'] + " trăm nghìn", !m.touches() && m.groups[2] != "0"
}

// sayRange says from one number to another; the unit of both follows the second.
func sayRange(m match) (string, bool) {
	after := strings.TrimLeft(m.after, " ")
	unit := ""
	if found := unitNext().FindString(after); found != "" {
		unit = strings.TrimRightFunc(found, func(r rune) bool {
			return units[found] == "" && notOfWord(r) && r != '%' && r != '²' && r != '³' && r != '°' && r != '$' && r != '₫'
		})
	}
	if m.touchesBefore() || strings.HasSuffix(m.before, "/") || strings.HasSuffix(m.before, "-") || m.goesOn() {
		return "", false
	}
	of := slices.Contains(money, unit)
	said := amount(m.groups[1], of)
	if m.groups[2] != "" {
		said += " " + units[m.groups[2]]
	}
	return said + " đến " + amount(m.groups[3], of), true
}

// parted say that a share is meant as a fraction: hai phần ba diện tích.
var parted = []string{"số", "diện", "tổng", "dân", "thời", "chiều", "quãng", "đoạn", "quân", "chặng", "cả"}

// shareOf says a share: so many of so many, or a fraction of a whole.
func shareOf(m match) (string, bool) {
	if m.touchesBefore() || m.goesOn() {
		return "", false
	}
	if slices.Contains(parted, nextWord(m.after)) && len(m.groups[2]) == 1 {
		return amount(m.groups[1], false) + " phần " + month(m.groups[2]), true
	}
	return amount(m.groups[1], false) + " trên " + amount(m.groups[2], false), true
}

func sayOrdinal(m match) (string, bool) {
	return m.groups[1] + " " + ordinal(m.groups[2]), !m.touches() && !m.goesOn()
}

// sayPer says by what something is reckoned: hai buổi mỗi tuần.
func sayPer(m match) (string, bool) {
	before, _ := utf8.DecodeLastRuneInString(m.before)
	by := m.groups[1]
	if said, ok := units[by]; ok {
		by = said
	}
	after, _ := utf8.DecodeRuneInString(m.after)
	return " mỗi " + by, (unicode.IsLetter(before) || before == '²' || before == '³') && (m.after == "" || notOfWord(after))
}

func sayUnitAlone(m match) (string, bool) { return units[m.groups[0]], !m.touches() }

func sayVulgar(m match) (string, bool) {
	said := map[string]string{"½": "một phần hai", "¼": "một phần tư", "¾": "ba phần tư", "⅓": "một phần ba", "⅔": "hai phần ba", "⅕": "một phần năm"}[m.groups[2]]
	if m.groups[1] != "" {
		said = Number(m.groups[1]) + " và " + said
	}
	return said, true
}

// sayNumber says what digits are left.
func sayNumber(m match) (string, bool) {
	unit := nextWord(m.after)
	if slices.Contains([]string{"đồng", "triệu", "nghìn"}, unit) {
		return amount(m.groups[0], unit == "đồng"), true
	}
	return amount(m.groups[0], false), true
}

// sayPhone says a telephone number digit by digit.
func sayPhone(m match) (string, bool) {
	n := 0
	for _, r := range m.groups[0] {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	if n < 9 || n > 12 || m.touches() || m.goesOn() || strings.HasSuffix(m.before, ".") || strings.HasSuffix(m.before, ",") {
		return "", false
	}
	said := Digits(m.groups[0])
	if m.groups[1] == "+84" {
		said = "cộng " + said
	}
	return said, true
}

// sayHotline says a short telephone number, which a word before it tells.
func sayHotline(m match) (string, bool) {
	if m.goesOn() || m.touches() || slices.Contains(counted, nextWord(m.after)) || measured(m.after) {
		return "", false
	}
	return strings.TrimSuffix(m.groups[0], m.groups[2]) + Digits(m.groups[2]), true
}
