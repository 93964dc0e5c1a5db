package intent

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/vietnamese"
)

var (
	recordNumber = letters.Pattern(`\bgt?[\s._/–—-]*(20\d\d)[\s._/–—-]*(\d{1,6})\b`)
	shortNumber  = letters.Pattern(`\b(?:(?:guong|bai|ho so|ban ghi|gioi thieu|ban) (?:so|ma)|ho so|(?:rut|sua|xem|coi|mo)(?: cai| lai)* (?:so|hs)|^hs) (\d{1,5})\b|\bcai so (\d{2,5})\b`)
)

// yearedNumber is a number of an example without its letter: "2026-0117".
var yearedNumber = letters.Pattern(`\b(20\d\d)[\s._/–—-]+(\d{1,5})\b`)

// ofYears is a year of school: "năm học 2025-2026".
var ofYears = letters.Pattern(`\b20\d\d[\s._/–—-]+20\d\d\b`)

// numberIn finds the number of an example: "G-2026-0012", "g 2026 12", and of
// this year "gương số 12", "hồ sơ 12".
func numberIn(s Sentence, today report.Date) string {
	folded := letters.Fold(s.Text)
	if !strings.ContainsAny(folded, "0123456789") {
		return ""
	}
	if strings.Contains(folded, "20") {
		if m := recordNumber().FindStringSubmatch(folded); m != nil {
			return exampleNumber(m[1], m[2])
		}
	}
	if strings.Contains(folded, " so ") || strings.Contains(folded, " ma ") || strings.Contains(folded, "hs ") {
		if m := shortNumber().FindStringSubmatch(folded); m != nil {
			return exampleNumber(strconv.Itoa(today.Year), cmp.Or(m[1], m[2])) // the third of a few to choose from is "cái số 3"
		}
	}
	return ""
}

// calledNumber is the number by which an example is called that is to be put right or taken
// back: "rút bài 58". The second of a few is "bài 2". What is counted or is a day is none ("bài
// 20 năm bám bản", "bài 20/11"), and "bản 12" is a village.
func calledNumber(s Sentence, today report.Date) string {
	if m := called().FindStringSubmatch(letters.Fold(s.Text) + " "); m != nil && !counts[m[2]] {
		return exampleNumber(strconv.Itoa(today.Year), m[1])
	}
	return ""
}

var (
	called = letters.Pattern(`\b(?:(?:bai|guong|ho so|hs|phieu)(?: so)?|ban so) (\d{2,5})(?:[.,;:!?)]*\s+(\w*)|[.,;:!?)]+$)`)
	counts = letters.Set("nam thang ngay tuoi ho nguoi lan trieu em chau hoc don")
)

// bareNumber is the only number of a sentence that asks for one example: "bài 57 đâu",
// "bản số 271 mà văn thư vừa gửi".
func bareNumber(s Sentence, today report.Date) string {
	if m := yearedNumber().FindStringSubmatch(s.Text); m != nil && !ofYears().MatchString(s.Text) {
		return exampleNumber(m[1], m[2])
	}
	if !slices.ContainsFunc(s.All, func(w string) bool { return ofNumber[w] }) {
		return ""
	}
	only := ""
	for _, word := range s.All {
		if letters.IsDigits(word) {
			if only != "" || len(word) > 5 {
				return ""
			}
			only = word
		}
	}
	if only == "" {
		return ""
	}
	return exampleNumber(strconv.Itoa(today.Year), only)
}

// ofNumber are words that stand around such a number.
var ofNumber = letters.Set("bai guong so cai con ban to phieu ma mo xem coi hien doc giup tim bung lat cua")

func exampleNumber(year, n string) string {
	n = strings.TrimLeft(n, "0")
	for len(n) < 4 {
		n = "0" + n
	}
	return "G-" + year + "-" + n
}

// quarterNumber is a quarter that is numbered: "4", "iv"; 0: none.
func quarterNumber(word string) int {
	n, err := strconv.Atoi(word)
	if err != nil {
		n = vietnamese.OfRoman(strings.ToUpper(word))
	}
	if n < 1 || n > 4 {
		return 0
	}
	return n
}

// quarterSpoken is one in words: "nhất", "tư".
func quarterSpoken(word string) int {
	if n := vietnamese.Ordinal(word); n <= 4 && word != "nhi" {
		return n
	}
	return 0
}

// PeriodIn finds the period that is named: "tháng 11", "t11/2026", "quý IV",
// "tháng này", "tháng trước".
func PeriodIn(s Sentence, today report.Date) (p report.Period) {
	if all := PeriodsIn(s, today); len(all) > 0 {
		return all[0]
	}
	return p
}

// PeriodsIn finds all periods that are named, each once: of "tháng 10 và 11", too,
// both.
func PeriodsIn(s Sentence, today report.Date) (all []report.Period) {
	for i := 0; i+1 < len(s.All); i++ {
		p := periodAt(s, i, today)
		for ; p != (report.Period{}); p = nextNamed(s, &i, p) {
			if !slices.Contains(all, p) {
				all = append(all, p)
			}
		}
	}
	return all
}

// nextNamed is the period whose number follows with "và" on that of another, as a
// list of both has it.
func nextNamed(s Sentence, i *int, p report.Period) report.Period {
	at := *i + 2 // after the word and the number
	if at+1 >= len(s.All) || s.All[at] != "va" {
		return report.Period{}
	}
	n, _ := strconv.Atoi(s.All[at+1])
	if p.Duty == report.Quarter {
		n = quarterNumber(s.All[at+1])
	}
	if n < 1 || n > 12 {
		return report.Period{}
	}
	*i, p.Number = at, n
	return p
}

// periodAt is the period that is named at a word.
func periodAt(s Sentence, i int, today report.Date) (p report.Period) {
	word, next := s.All[i], s.All[i+1]
	month, quarter := word == "thang" || ofPeriod[word] && lastPeriod[next], word == "quy"
	if !month && !quarter {
		return p
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
	behind := i + 2
	switch {
	case quarter:
		if n = quarterNumber(next); n == 0 {
			n = quarterSpoken(next)
		}
	case n == 0:
		n, behind = monthInWords(s, i)
	}
	if n < 1 || n > 12 {
		return p
	}
	now.Number = n
	if year := yearAt(s.All, behind); year != 0 {
		now.Year = year
	}
	return now
}

// ofPeriod are words for a period of any length, which is a month where nothing else is said;
// lastPeriod those behind it by which it is the last: "kì trước".
var (
	ofPeriod   = letters.Set("ky ki dot")
	lastPeriod = letters.Set("truoc roi")
)

// yearAt is the year that stands at a word, or behind it if that is the word for one; 0:
// none.
func yearAt(words []string, i int) int {
	if i < len(words) && words[i] == "nam" {
		i++
	}
	if i >= len(words) {
		return 0
	}
	year, _ := strconv.Atoi(words[i])
	if year <= 2000 || year >= 2100 {
		return 0
	}
	return year
}

// monthInWords is the month that is spoken behind a word, and where it ends: "tháng mười
// một". What is counted by the month, "tháng hai lần", names none, nor do "các tháng năm
// 2026" and what has the letters of a number only: "trong tháng bà con".
func monthInWords(s Sentence, i int) (n, behind int) {
	words := s.All
	n, behind = monthWords[words[i+1]], i+2
	if more := words[min(behind, len(words)-1)]; n == 10 && behind < len(words) && (more == "mot" || more == "hai") {
		n, behind = 10+monthWords[more], behind+1
	}
	switch year := yearAt(words, behind); {
	case !s.hasByMarks(words[i+1]), i > 0 && eachMonth[words[i-1]]:
		return 0, behind
	case year != 0 && words[i+1] == "nam" && words[behind] != "nam":
		return 0, behind
	case year == 0 && behind < len(words) && countedByMonth[words[behind]]:
		return 0, behind
	}
	return n, behind
}

// withoutMarks are words without their marks, for what they stand.
func withoutMarks(words map[string]int) map[string]int {
	folded := map[string]int{}
	for word, n := range words {
		folded[letters.Fold(word)] = n
	}
	return folded
}

// hasByMarks reports whether a text has the word for a month of these letters: with its
// marks, if it has any.
func (s Sentence) hasByMarks(folded string) bool {
	small := strings.ToLower(s.Text)
	if small == letters.Fold(small) {
		return true
	}
	for month := range vietnamese.Months {
		if letters.Fold(month) == folded && slices.Contains(strings.FieldsFunc(small, letters.NotOfWord), month) {
			return true
		}
	}
	return false
}

var (
	monthWords     = withoutMarks(vietnamese.Months)
	eachMonth      = letters.Set("moi mot hai ba bon may nhieu hang tung bao_nhieu sau nam muoi nay 1 2 3 6 9")
	countedByMonth = letters.Set("guong bai lan nguoi ca cai don ngay tuan truong buoi dot mo truong_hop trieu nghin tram nam nay truoc ngoai vi")
)

// unitIn finds the name of a unit that is all there is.
func unitIn(s Sentence) string {
	words := s.All
	if len(words) < 2 || len(words) > maxUnitWords || !UnitKinds[words[0]] || words[1] == "vi" || s.known >= 90 {
		return ""
	}
	return s.Text
}

// soughtName is the name behind a word of looking for somebody, whatever its letters:
// "tra tên triệu mùi nái".
func soughtName(text string) string {
	m := soughtBehind().FindStringSubmatchIndex(letters.Fold(text))
	runes := []rune(text)
	if m == nil || len(letters.Fold(text)) != len(runes) {
		return ""
	}
	name := strings.TrimSpace(string(runes[m[2]:m[3]]))
	if first, _, _ := strings.Cut(letters.Fold(name), " "); noName[first] {
		return ""
	}
	return name
}

// noName are words behind "chị", "ba" and the like with which no name begins.
var noName = letters.Set("oi tim bai cua nay kia do ay cai mot guong nguoi nao gi the em giup xem")

var soughtBehind = letters.Pattern(`\b(?:ten|ong|ba|anh|chi|thay|bac|dong chi) ([a-z']+(?: [a-z']+){0,3}?)(?: (?:da|co|chua|duoc|nam|o|ben|xem|voi|gium|giup|cho|coi|cua|thu|di|nhe|nha|a|len|tung|truoc|nay|trong|hay|lan|roi|ko|k|khong)\b.*|[ ,.?!]*)$`)

// unitNamed is the name of a unit that ends a sentence: "chuyển sang xem đơn vị xã Mù Cả".
func unitNamed(text string) string {
	words := strings.Fields(strings.TrimRight(text, " .?!"))
	if !letters.Capital(words[len(words)-1]) {
		return ""
	}
	for i := len(words) - 2; i > 0; i-- { // the last such word: "đơn vị xã Mù Cả"
		if folded := letters.Fold(words[i]); UnitKinds[folded] && !alsoAddress[folded] {
			return strings.Join(words[i:], " ")
		}
	}
	return ""
}

// alsoAddress are those of them that are words of a request as well: chị, hỏi, đơn vị, đoạn.
var alsoAddress = letters.Set("chi hoi don doan to con")

// UnitKinds are the words by which units begin their names.
var UnitKinds = letters.Set("truong tram ubnd xa phong hoi doan don cong buu kho chi thcs thpt mam mn th ptdtbt hat toa vien trung khoi benh mttq")

// Surnames are the family names that are known without marks.
var Surnames = func() map[string]bool {
	all := map[string]bool{}
	for _, name := range vietnamese.BareFamilyNames() {
		all[letters.Fold(name)] = true
	}
	return all
}()

// CalledBy are words that stand before a name.
var CalledBy = letters.Set(vietnamese.Person + " gia nguoi ten")

// personIn finds the name of a person in a sentence that says hardly more: two
// to five words with capitals, of which the first is a surname, or words without
// capitals that are all there is, or come after a word of looking for somebody.
func personIn(s Sentence) string {
	words := strings.Fields(s.Text)
	folded := make([]string, len(words))
	for i, w := range words {
		words[i] = strings.Trim(w, ".,;:!?…\"“”()")
		folded[i] = PlainName(words[i])
		if bare := letters.WithoutTone(folded[i]); !Surnames[folded[i]] && !seeking[folded[i]] && (Surnames[bare] || seeking[bare]) {
			folded[i] = bare // what Telex left of a tone
		}
	}
	begin := 0
	seeks := false
	for begin < len(words) && (seeking[folded[begin]] || CalledBy[folded[begin]] || Polite[folded[begin]] && !Surnames[folded[begin]]) {
		seeks = seeks || seeking[folded[begin]]
		begin++
	}
	if name := capitalName(words, folded); name != "" && len(words)-len(strings.Fields(name)) <= 10 {
		if rest := Words(strings.Replace(strings.Join(words, " "), name, " ", 1)); len(rest.All) == 0 || rest.known >= 70 && !rest.goes(learned().telling) {
			return name
		}
	}
	end := len(words)
	for end > begin+2 && (closing[folded[end-1]] || letters.Marked(words[end-1], "a") || words[end-1] == "") {
		end--
	}
	if n := end - begin; n < 2+boolInt(!seeks) || n > 4 || !Surnames[folded[begin]] {
		return ""
	}
	meant := 0 // words that could be another's
	for i, w := range folded[begin:end] {
		if head, _ := splitNumber(words[begin+i]); beforeNumber[head] != "" || len(w) > 6 || w == "" {
			return ""
		}
		if i > 0 && (familiar(retyped(w)[0]) || short[w] != nil) && !middle[w] {
			meant++
		}
	}
	if meant > boolInt(seeks || folded[begin+1] == "thi" || folded[begin+1] == "van") {
		return ""
	}
	return strings.Join(words[begin:end], " ")
}

// telling are words that tell what somebody did.
func (l *lexicon) telling() []way {
	return l.waysOf(`^ rut|thu_hoi|xoa|huy|go_bo, ban_giao, sua, doi, nham, sai, cuu, hien, nhat, nhat_duoc, van_dong`)
}

var (
	closing = letters.Set("nhe nha voi khong em di duoc chua nao nhen")
	seeking = letters.Set("co nao cuu tim kiem giup ho gium tra xem mo coi tra_cuu guong thong tin so ve nguoi ten cua")
	middle  = letters.Set("thi van a lao lo phu the quoc duc huu ngoc xuan minh mai")
)

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// PlainName is a word of a name without diacritics and what a keyboard left of
// them.
func PlainName(word string) string {
	return letters.WithoutTyped(letters.Fold(word))
}

// capitalName is the first run of words with capitals that begins with a surname
// and has two to five.
func capitalName(words, folded []string) string {
	for i := range words {
		if !letters.Capital(words[i]) || !Surnames[folded[i]] {
			continue
		}
		end := i + 1
		for end < len(words) && end-i < 5 && letters.Capital(words[end]) {
			end++
		}
		least := 3
		if i > 0 && CalledBy[folded[i-1]] || i == 0 && end == len(words) {
			least = 2
		}
		if end-i >= least && (end-i < 5 || end == len(words) || !letters.Capital(words[end])) {
			return strings.Join(words[i:end], " ")
		}
	}
	return ""
}

// allCapital reports whether each of several words begins with a capital letter.
func allCapital(text string) bool {
	words := strings.Fields(text)
	return len(words) > 1 && !slices.ContainsFunc(words, func(w string) bool { return !letters.Capital(w) })
}
