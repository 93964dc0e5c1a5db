package spoken

import (
	"strings"

	"guongsang/internal/letters"
)

var (
	documentForm = letters.Pattern(`\b(\d{1,5})(?:/(\d{4}))?/([A-ZĐ]{1,6}\d{0,2})((?:-[\pL]{1,8}(?:&[\pL]{1,8})?)*)`)
	partyForm    = letters.Pattern(`\b(\d{1,4})-([A-ZĐ]{1,5})/([A-ZĐ][\pL]{0,6})`) // 05-CT/TW
	congressForm = letters.Pattern(`\bQH(\d{1,2})\b`)
)

// documentTypes are what the letters of a document's number begin with.
var documentTypes = map[string]string{
	"NĐ": "nghị định", "QĐ": "quyết định", "NQ": "nghị quyết", "TT": "thông tư", "CT": "chỉ thị", "KH": "kế hoạch", "BC": "báo cáo", "HD": "hướng dẫn", "TB": "thông báo",
	"CV": "công văn", "TTr": "tờ trình", "KL": "kết luận", "QC": "quy chế", "PL": "pháp lệnh", "TTLT": "thông tư liên tịch", "CTr": "chương trình", "ĐA": "đề án", "GM": "giấy mời", "QyĐ": "quy định",
}

// documentBodies are who issues them, as the letters after it say.
var documentBodies = map[string]string{
	"CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "TW": "Trung ương", "BNV": "Bộ Nội vụ", "BGDĐT": "Bộ Giáo dục và Đào tạo",
	"BYT": "Bộ Y tế", "BTC": "Bộ Tài chính", "TU": "Tỉnh ủy", "HU": "Huyện ủy", "ĐU": "Đảng ủy", "CTN": "Chủ tịch nước", "SNV": "Sở Nội vụ", "BTĐKT": "Ban Thi đua, Khen thưởng",
	"VPCP": "Văn phòng Chính phủ", "MTTQ": "Mặt trận Tổ quốc", "LĐLĐ": "Liên đoàn Lao động", "BTV": "Ban Thường vụ", "TLĐ": "Tổng Liên đoàn Lao động Việt Nam", "BCH": "Ban Chấp hành",
	"BCĐ": "Ban Chỉ đạo", "HĐTĐKT": "Hội đồng Thi đua, Khen thưởng", "BNN": "Bộ Nông nghiệp", "BCA": "Bộ Công an", "BQP": "Bộ Quốc phòng", "UBTVQH": "Ủy ban Thường vụ Quốc hội",
}

// sayDocument says the number of a document: its number, its year, what it is
// unless that was said before, and whose.
func sayDocument(m match) (string, bool) {
	kind, bodies := m.groups[3], strings.FieldsFunc(m.groups[4], func(r rune) bool { return r == '-' || r == '&' })
	if m.touches() {
		return "", false
	}
	said := Number(m.groups[1])
	if m.groups[2] != "" {
		said += " năm " + Number(m.groups[2])
	}
	if congress := congressForm().FindStringSubmatch(kind); congress != nil {
		return said + " của Quốc hội khóa " + Number(congress[1]), true
	}
	if body, ok := documentBodies[kind]; ok { // 2636/UBND-TH: a letter, and who wrote it
		return said + " của " + body + spelledAll(bodies), true
	}
	named, known := documentTypes[kind]
	switch {
	case !known:
		said += " " + spelledOut(kind)
	case !strings.Contains(strings.ToLower(tail(m.before, 60)), named) && !strings.Contains(tail(m.before, 20), kind):
		said += " " + named
	}
	for i, body := range bodies {
		switch name, ok := documentBodies[body]; {
		case ok && i == 0:
			said += " của " + name
		case ok:
			said += ", " + name
		default:
			said += " " + spelledOut(body)
		}
	}
	return said, true
}

// sayParty says the number of a document of the Party.
func sayParty(m match) (string, bool) {
	return sayDocument(match{groups: []string{"", m.groups[1], "", m.groups[2], "-" + m.groups[3]}, before: m.before, after: m.after})
}

// tail is the end of a text, of whole runes.
func tail(s string, bytes int) string {
	if len(s) > bytes {
		s = strings.ToValidUTF8(s[len(s)-bytes:], "")
	}
	return s
}

// sayCongress says which National Assembly made a law.
func sayCongress(m match) (string, bool) {
	return "Quốc hội khóa " + Number(m.groups[1]), !m.touches()
}

// letterNames are how letters are called.
var letterNames = map[rune]string{
	'A': "a", 'Ă': "á", 'Â': "ớ", 'B': "bê", 'C': "xê", 'D': "dê", 'Đ': "đê", 'E': "e", 'Ê': "ê", 'F': "ép", 'G': "giê", 'H': "hát", 'I': "i", 'J': "gi", 'K': "ca", 'L': "lờ", 'M': "mờ",
	'N': "nờ", 'O': "o", 'Ô': "ô", 'Ơ': "ơ", 'P': "pê", 'Q': "quy", 'R': "rờ", 'S': "sờ", 'T': "tê", 'U': "u", 'Ư': "ư", 'V': "vê", 'W': "vê kép", 'X': "ích", 'Y': "i dài", 'Z': "dét",
}

// spelledOut names each letter of a short form that is not known.
func spelledOut(s string) string {
	var all []string
	for _, r := range strings.ToUpper(s) {
		if name, ok := letterNames[r]; ok {
			all = append(all, name)
		} else if r >= '0' && r <= '9' {
			all = append(all, digitWords[r-'0'])
		}
	}
	return strings.Join(all, " ")
}

func spelledAll(all []string) (said string) {
	for _, s := range all {
		said += " " + spelledOut(s)
	}
	return said
}
