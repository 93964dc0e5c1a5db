package form

import (
	"regexp"
	"strconv"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

var (
	recordNumber = regexp.MustCompile(`\bg[\s._/-]*(20\d\d)[\s._/-]*(\d{1,5})\b`)
	shortNumber  = regexp.MustCompile(`\b(?:guong|ma|ma so|ho so|so|bai)(?: so| ma)* 0*(\d{1,4})\b`)
	onlyNumber   = regexp.MustCompile(`^0(\d{3})$`)
)

// numberIn finds the number of an example: "G-2026-0012", "g 2026 12", "gương
// số 12".
func numberIn(s sentence, today report.Date) string {
	folded := letters.Fold(s.text)
	if !strings.ContainsAny(folded, "0123456789") {
		return ""
	}
	if m := recordNumber.FindStringSubmatch(folded); m != nil {
		return exampleNumber(m[1], m[2])
	}
	return ""
}

func exampleNumber(year, n string) string {
	for len(n) < 4 {
		n = "0" + n
	}
	return "G-" + year + "-" + n
}

var roman = map[string]int{"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}

// periodIn finds the period that is named: "tháng 11", "t11/2026", "quý IV",
// "tháng này", "tháng trước".
func periodIn(s sentence, today report.Date) (p report.Period) {
	for i := 0; i+1 < len(s.all); i++ {
		word, next := s.all[i], s.all[i+1]
		month, quarter := word == "thang", word == "quy"
		if !month && !quarter {
			continue
		}
		now := report.Period{Duty: report.Month, Year: today.Year, Number: int(today.Month)}
		if quarter {
			now = report.Period{Duty: report.Quarter, Year: today.Year, Number: (int(today.Month)-1)/3 + 1}
		}
		switch next {
		case "nay":
			return now
		case "truoc", "roi":
			return now.Add(-1)
		case "sau", "toi":
			return now.Add(1)
		}
		n, _ := strconv.Atoi(next)
		if quarter {
			n = roman[next]
		}
		if n < 1 || n > 12 {
			continue
		}
		now.Number = n
		if i+2 < len(s.all) {
			after := s.all[i+2]
			if after == "nam" && i+3 < len(s.all) {
				after = s.all[i+3]
			}
			if year, err := strconv.Atoi(after); err == nil && year > 2000 && year < 2100 {
				now.Year = year
				return now
			}
		}
		return now
	}
	return p
}

// named takes the name out of a sentence that looks for one.
func named(by Speaker, s sentence, i Intent, m *Meaning) Intent { return i }

// lookedFor is what somebody looks for who types hardly more than a name.
func lookedFor(by Speaker, s sentence, m *Meaning) Intent {
	name := strings.TrimSpace(s.text)
	if at := seek.FindStringIndex(letters.Fold(name)); at != nil {
		name = cutWords(name, len(strings.Fields(letters.Fold(name)[:at[1]])))
	}
	words := strings.Fields(letters.Fold(name))
	switch {
	case len(words) == 0 || len(words) > 14:
		return NoIntent
	case unitKinds[words[0]] || len(words) > 1 && unitKinds[words[0]+" "+words[1]]:
		if by.Agency || by.Leads || len(words) <= 8 {
			m.Name = name
			return AskUnit
		}
	case personal(name):
		m.Name = name
		return AskPerson
	}
	return NoIntent
}

// seek is how a search begins.
var seek = regexp.MustCompile(`^(?:(?:cho|em|anh|chi|toi|minh|xin|nho|giup|hay)\s+)*(?:tim|tra|tra cuu|kiem|xem|mo|tim kiem|tim giup|kiem tra)\s+(?:(?:giup|ho|cho|toi|em|anh|chi|minh|nguoi|guong|cua|ten|don|vi|don vi|thong tin|ve|ong|ba)\s+)*`)

func cutWords(s string, n int) string { return strings.Join(strings.Fields(s)[n:], " ") }

// unitKinds are the words by which units begin their names.
var unitKinds = setOf("truong tram ubnd xa phong hoi doan don cong ban ngan buu kho chi tieu thcs thpt mam mn th ptdtbt hat toa vien to trung khoi benh dang mttq")

// surnames are those of the place and of the whole country, folded.
var surnames = setOf("nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dao dinh ha luong trinh mai to " +
	"giang sung vang thao lo lau hang ma cu tan chao phan phung lu tao quang cam deo lau cha va sin po khoang pan vi mua ly chang tra sa ha mao loo leng tong cao ta lam luu lai quan doan ninh hu pham chu")

// personal reports whether a text can be the name of a person: two to five words
// that begin with a surname, with capitals if there are any.
func personal(name string) bool {
	words := strings.Fields(name)
	for len(words) > 2 && titles[letters.Fold(words[0])] {
		words = words[1:]
	}
	if len(words) < 2 || len(words) > 5 || !surnames[letters.Fold(words[0])] {
		return false
	}
	for _, w := range words {
		if strings.IndexFunc(w, func(r rune) bool { return r >= '0' && r <= '9' }) >= 0 {
			return false
		}
	}
	return true
}

var titles = setOf("ong ba anh chi em co chu bac dong")
