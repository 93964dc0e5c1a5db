// Package choice finds which of a few answers a text means: by its number, its label with or
// without its marks, a part of it that no other has, what people say in its place, or where it
// stands in the list ("cái cuối cùng").
//
// Of finds one, SeveralOf some that commas part, Exactly one that is named without a word
// around it. What says that two hold, or that it is not known which, is none of them, and
// Undecided says so. Nothing is decided where two may be meant: then it is asked again.
package choice

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/vietnamese"
)

// A Choice is one answer of a question that has a few: what people read, and
// what is kept.
type Choice struct{ Label, Value string }

// Of finds the choice that a text means: its number, its label with or
// without diacritics, or a part of only one label; what people say instead; and
// all of this with the words of courtesy around it.
func Of(list []Choice, text string) (Choice, bool) {
	if len(list) == 0 {
		return Choice{}, false
	}
	c, ok := Exactly(list, text)
	if ok && len(strings.Fields(text)) <= longestLabel {
		return c, true
	}
	if c, known := which(list, text); known {
		return c, c.Value != ""
	}
	if ok {
		return c, true
	}
	if right, ok := letters.TakenBack(text); ok {
		return Of(list, right)
	}
	if right, ok := thenMeant(text); ok {
		return Of(list, right)
	}
	if first, right, ok := strings.Cut(text, ","); ok && intent.SaysWrong(first) && len(strings.Fields(first)) <= 5 {
		if c, ok := Of(list, strings.TrimSpace(right)); ok {
			return c, true // "em chọn nhầm, người tốt việc tốt"
		}
	}
	if c, ok := pickByPlace(list, text); ok {
		return c, true
	}
	if Undecided(list, text) {
		return Choice{}, false
	}
	return pickSaid(list, intent.Words(text))
}

// thenMeant is what somebody means after all who first meant something else: "lúc đầu định
// chọn mô hình mới mà thôi, người tốt việc tốt đi".
func thenMeant(text string) (right string, ok bool) {
	folded, runes := letters.Fold(text), []rune(text)
	at := meantFirst().FindStringIndex(folded)
	if at == nil || at[1] >= len(runes) || len(folded) != len(runes) { // folding keeps each letter one byte
		return "", false
	}
	return string(runes[at[1]:]), true
}

var meantFirst = letters.Pattern(`^(?:(?:luc dau|ban dau|dau tien|moi dau|hoi nay|luc nay|da|em|toi|minh|tui|chi|anh) )*(?:dinh|tinh|toan|suyt) [^,]+?,? ?(?:(?:ma|nhung|xong) )*(?:thoi|nghi lai|doi y)(?: roi| thi| thay)?[ ,]+`)

// longestLabel is of how many words a label has at most that nothing stands around.
const longestLabel = 2

// twoAtOnce is how people say that two of the choices hold.
var twoAtOnce = letters.Pattern(`^(?:\w+ ){0,2}vua (?:la |co )?\w+.* vua (?:la |co )?\w+|^(?:\w+ ){0,2}ca \w+.* lan \w+`)

// inDoubt is how people say that they do not know which, or leave it to somebody.
var inDoubt = letters.Pattern(`\b(?:hay|hoac|phan van)\b|\b(?:khong|chua|chang) (?:\w+ )?(?:ro|biet|phan biet)\b`)

// Undecided reports whether a text says that two of the choices hold, or that its writer does
// not know which of two: "chưa rõ là tập thể hay cá nhân".
func Undecided(list []Choice, text string) bool {
	said := strings.Join(intent.Words(text).All, " ")
	if twoAtOnce().MatchString(said) {
		return true
	}
	named := 0
	for _, c := range list {
		ways := append([]string{strings.Join(strings.FieldsFunc(letters.Fold(c.Label), letters.NotOfWord), " ")}, sayings[c.Value]...)
		if slices.ContainsFunc(ways, func(w string) bool {
			return (len(w) > 3 || w == "ho") && letters.HasPhrase(" "+said+" ", []string{w})
		}) {
			named++
		}
	}
	return named > 1 && inDoubt().MatchString(said)
}

// pickByPlace finds the choice that is named by where it stands: "cái cuối cùng".
func pickByPlace(list []Choice, text string) (Choice, bool) {
	said := strings.Join(intent.TrimAfter(intent.Words(text).All), " ")
	switch {
	case lastOne().MatchString(said):
		return list[len(list)-1], true
	case firstOne().MatchString(said):
		return list[0], true
	case middleOne().MatchString(said) && len(list) == 3:
		return list[1], true
	}
	if said == "nhat" || letters.Marked(text, "ba") || letters.IsDigits(said) {
		return Choice{}, false
	}
	return numbered(list, said)
}

// What stands around where a choice stands: "bác thấy cái đầu tiên là hợp đấy".
const (
	before = `^(?:(?:chon|lay|cho|bac|em|toi|minh|tui|chi|anh|thay|nghi|chac|la|theo|cu) )*(?:cai|y|muc|nut|dong|phuong an)? ?`
	after  = `(?: (?:do|ay|nhe|nha|nghen|a|di|day|la|thi|hop|dung|duoc|phai|hon|nhat|roi))*$`
)

var (
	lastOne   = letters.Pattern(before + `(?:cuoi cung|cuoi|duoi cung|sau cung|chot|chot cung|sau chot)` + after)
	firstOne  = letters.Pattern(before + `(?:dau tien|tren cung|dau)` + after)
	middleOne = letters.Pattern(before + `(?:o )?(?:giua|chinh giua)` + after)
)

// An answer is what somebody says to a list.
type answer struct {
	words []string // all of them
	bare  []string // without what is only polite, or only says that something is chosen
	all   string
	whole string // without what is polite around it
	said  string // the bare words
	list  bool   // begins a list of its own
}

func answerOf(s intent.Sentence) answer {
	a := answer{words: s.All, all: strings.Join(s.All, " "), list: strings.HasPrefix(s.Text, "-")}
	for _, word := range s.All {
		if !intent.Polite[word] && !choosing[word] {
			a.bare = append(a.bare, word)
		}
	}
	a.said = strings.Join(a.bare, " ")
	a.whole = strings.TrimPrefix(strings.TrimPrefix(strings.Join(intent.TrimAfter(s.All), " "), "da "), "la ")
	return a
}

// pickSaid finds the choice that is meant by words.
func pickSaid(list []Choice, s intent.Sentence) (Choice, bool) {
	if c, ok := pickLast(list, s); ok {
		return c, true
	}
	a := answerOf(s)
	if c, ok := pickWho(list, s); ok {
		return c, true
	}
	if a.choosesNone() {
		return Choice{}, false
	}
	for _, pick := range [...]func([]Choice, answer) (Choice, bool){pickNumber, pickLabel, pickMistyped, pickSaying, pickOurs} {
		if c, ok := pick(list, a); ok {
			return c, true
		}
	}
	return Choice{}, false
}

// Of more words than these somebody chooses none: maxBare without, maxGoingOn with what is
// polite, where the choice stands first; behind "thứ" stands one of maxOrdinal.
const maxBare, maxGoingOn, maxOrdinal = 8, 7, 2

// choosesNone reports whether an answer chooses nothing of a list, though it has words of
// it: "cả hai", "nhất trí", a story.
func (a answer) choosesNone() bool {
	both := slices.Contains(a.words, "ca") && (a.said == "hai" || a.said == "2")
	agreed := a.said == "nhat" && !slices.Contains(a.words, "thu")
	return both || agreed || a.list || len(a.bare) > maxBare
}

// pickNumber finds it by its number: "thứ hai", "số ba", which is no woman.
func pickNumber(list []Choice, a answer) (Choice, bool) {
	if at := slices.Index(a.words, "thu"); at >= 0 && at+1 < len(a.words) && len(a.bare) <= maxOrdinal {
		if c, ok := numbered(list, a.words[at+1]); ok {
			return c, true
		}
	}
	if c, ok := numbered(list, a.said); ok {
		return c, true
	}
	if words := intent.TrimCourtesy(a.words); len(words) == 2 && (words[0] == "so" || words[0] == "muc") {
		return numbered(list, words[1])
	}
	return Choice{}, false
}

// numbered is the choice whose number a word says.
func numbered(list []Choice, word string) (Choice, bool) {
	if n := vietnamese.Ordinal(word); n > 0 && n <= len(list) {
		return list[n-1], true
	}
	return Choice{}, false
}

func pickLabel(list []Choice, a answer) (Choice, bool) { return Exactly(list, a.said) }

// pickSaying finds it by what people say for it.
func pickSaying(list []Choice, a answer) (Choice, bool) {
	for _, c := range list {
		if slices.ContainsFunc(sayings[c.Value], a.says) {
			return c, true
		}
	}
	return Choice{}, false
}

func (a answer) says(w string) bool {
	switch w {
	case a.said, a.whole, a.all, strings.TrimPrefix(a.all, "co "), strings.TrimPrefix(a.all, "co moi "), strings.TrimPrefix(a.all, "chi co "):
		return true
	}
	return strings.HasPrefix(a.whole, w+" ") && len(a.words) <= maxGoingOn
}

// pickOurs finds it so behind words of whose example it is: "gương của trường em, tập thể".
func pickOurs(list []Choice, a answer) (Choice, bool) {
	rest := slices.DeleteFunc(slices.Clone(a.bare), func(w string) bool { return ofWhose[w] || aroundLabel[w] })
	if len(rest) == 0 || len(rest) == len(a.bare) {
		return Choice{}, false
	}
	for _, c := range list {
		if slices.Contains(sayings[c.Value], strings.Join(rest, " ")) {
			return c, true
		}
	}
	return Choice{}, false
}

// pickMistyped finds the only choice whose words, or what people say for it, are those of a
// text but for a slip or two: "ngừi tốt vịc tốt". Short words are alike too often: of two words
// they have a letter too many, or one is missing.
func pickMistyped(list []Choice, a answer) (found Choice, ok bool) {
	if len(a.words) < leastMistyped {
		return found, false
	}
	for _, c := range list {
		if !mistypes(strings.FieldsFunc(letters.Fold(c.Label), letters.NotOfWord), a.words) &&
			!slices.ContainsFunc(longSayings()[c.Value], func(way []string) bool { return mistypes(way, a.words) }) {
			continue
		}
		if ok {
			return Choice{}, false
		}
		found, ok = c, true
	}
	return found, ok
}

// leastMistyped is how few words tell what is meant by them although one has a slip.
const leastMistyped = 2

// longSayings are the words of those sayings that have so many.
var longSayings = sync.OnceValue(func() map[string][][]string {
	all := map[string][][]string{}
	for value, ways := range sayings {
		for _, way := range ways {
			if words := strings.Fields(way); len(words) >= leastMistyped {
				all[value] = append(all[value], words)
			}
		}
	}
	return all
})

// mistypes reports whether the words of a text, without what is only polite, are those.
func mistypes(words, all []string) bool {
	var few [mostRead]string // so that nothing is made for a text of no more
	said := few[:0]
	for _, w := range all {
		if slices.Contains(words, w) || !intent.Polite[w] && !choosing[w] {
			said = append(said, w)
		}
	}
	if said = intent.TrimAfter(said); len(words) < leastMistyped || len(said) != len(words) {
		return false
	}
	slips := 0
	for i, w := range words {
		switch {
		case w == said[i]:
		case len(w) < 3 || !letters.OneSlip(w, said[i]) || len(words) == 2 && len(w) < 4 && (len(w) == len(said[i]) || len(said[i]) < 4):
			return false
		default:
			slips++
		}
	}
	return slips <= 2 && slips < len(words)
}

// ofWhose are the words that say whose an example is, and not of which kind.
var ofWhose = letters.Set("guong truong don vi co quan xa ban hoi tram phong doan em toi minh ben")

// pickWho finds the choice that is meant by who did it: "có mỗi mình cô giáo thôi", "cả chi
// đoàn cùng làm".
func pickWho(list []Choice, s intent.Sentence) (Choice, bool) {
	value, said := "", strings.Join(s.All, " ")
	switch {
	case alone().MatchString(said), post().MatchString(said) && !ofSchool(s.Text) && !withOthers().MatchString(said),
		strings.Join(intent.TrimAfter(s.All), " ") == "ba" && letters.Marked(s.Text, "ba"): // and no number
		value = string(report.Person)
	case together().MatchString(said):
		value = string(report.Collective)
	}
	i := slices.IndexFunc(list, func(c Choice) bool { return c.Value == value })
	if value == "" || i < 0 {
		return Choice{}, false
	}
	return list[i], true
}

// ofSchool reports whether a text begins with the word for a school, which without its mark
// is that for a head.
func ofSchool(text string) bool {
	return strings.HasPrefix(strings.ToLower(text), texts.School)
}

var (
	// post is what one person is: "tổ trưởng", "nhà giáo ưu tú".
	post = letters.Pattern(`^(?:(?:la|co|chi|mot|1|dong chi) )*(?:(?:pho )?(?:to|hoi|chi hoi|phan hoi|doi|nhom|tram|lop|khoa|chi doan|phan doan|thon doi|xa doi|don|hieu|hat|tieu doi|trung doi) (?:truong|pho)|(?:to|hoi|doi|doan|dang|xa|cong an|giao|cong tac|tuyen truyen|tinh nguyen|huong dan) vien|` +
		`truong (?:ban|thon|ap|xom|buon|khu|phong|tram|ban cong tac|cong an)|pho (?:ban|thon|bi thu|chu tich)|bi thu|chu tich|gia lang|nghe nhan|nha (?:giao|bao|khoa hoc|su|nghien cuu|hao tam)|nha van(?: tre| dia phuong)?$|(?:co|thay) giao|ong$|thay$|bac si|y ta|y si|ky su)\b(?: \w+){0,6}$`)
	withOthers = letters.Pattern(`\b(?:va|cung|ca|cac|nhung|deu|voi|\d+)\b`)

	alone    = letters.Pattern(`^(?:co |chi )*(?:moi )?(?:mot )?minh (?:` + vietnamese.Person + `|no|toi|o|mu|cau|di)\b(?: \w+){0,3}$|^(?:co |chi )*moi (?:mot )?(?:` + vietnamese.Person + `|nguoi)\b(?: \w+){0,2}$`)
	together = letters.Pattern(`^(?:ca|nguyen|toan bo|toan the)(?: mot)?(?: cai)? (?:chi doan|chi hoi|chi bo|lop|to|nhom|doi|truong|` + vietnamese.Village + `|hoi|doan|don vi|tap the|co quan|phong|khu pho|cau lac bo|clb)\b` +
		`(?: (?:dan quan|dan phong|tu quan|phu nu|nong dan|thanh nien|cuu chien binh|nguoi cao tuoi|hop tac|hop tac xa|san xuat|bao ve|khuyen hoc|cung|lam|gop|tham gia|chung|deu|` + vietnamese.Village + `|xa|minh|em|toi|nay|do|luon|het|thoi|chu|a|nhe|nha|lan|\d+|nguoi|thanh vien|dong chi|ho|anh em))*$`)
)

// pickLast finds the choice with which a sentence ends: "…, chọn mô hình mới", "chắc
// là mô hình mới".
func pickLast(list []Choice, s intent.Sentence) (Choice, bool) {
	words := intent.TrimAfter(s.All)
	at := letters.LastOf(words, "chon")
	if at < 0 && !slices.Contains(words, "khong") {
		at = letters.LastOf(words, "la")
	}
	if at < 0 {
		return Choice{}, false
	}
	last := strings.Join(words[at+1:], " ")
	if c, ok := Exactly(list, last); ok {
		return c, true
	}
	if at > 0 && words[at] == "la" && picking[words[at-1]] && slices.ContainsFunc(list, func(c Choice) bool { return slices.Contains(sayings[c.Value], last) }) {
		return Of(list, last) // "ghi là hộ"
	}
	// "chọn hộ gia đình giúp em, hai vợ chồng cùng làm"
	clause, _, cut := strings.Cut(s.Text, ",")
	if said := intent.Words(clause); cut && len(said.All) > at+1 && words[at] == "chon" {
		return Of(list, strings.Join(said.All[at+1:], " "))
	}
	return Choice{}, false
}

// picking are the words before "là" by which people choose.
var picking = letters.Set("ghi tinh lay de xep goi cho")

// choosing are the words by which people say that they choose.
var choosing = letters.Set("so chon muc loai thu o cau y nut dap an phuong guong chac")

// sayings are what people say for a choice, beside its label.
var sayings = map[string][]string{
	string(report.Advanced):   {"dhtt", "dien hinh", "tien tien", "guong dien hinh"},
	string(report.GoodDeed):   {"ntvt", "nguoi tot", "viec tot", "viec lam tot", "nguoi tot viec tot", "guong viec tot", "guong nguoi tot"},
	string(report.NewModel):   {"mhm", "mo hinh", "mh moi", "mh"},
	string(report.Person):     append(onePerson(), "ca nhan", "mot nguoi", "1 nguoi", "nguoi", "1 mong", "mot mong", "mot ca nhan", "1 ca nhan", "cn", "mot ban", "1 ban", "mot hoc sinh", "1 hoc sinh"),
	string(report.Collective): {"tap the", "nhom", "mot nhom", "1 nhom", "to", "doi", "chi hoi", "chi doan", "hoi", "doan", "lop", "truong", "tram", "mot tap the", "1 tap the", "don vi", "co quan", "to dan", "tt"},
	texts.ToMale:              {"nam", "trai", "con trai", "dan ong", "nam gioi", "anh", "ong", "be trai", "chau trai", "em trai"},
	texts.ToFemale:            {"nu", "gai", "con gai", "dan ba", "phu nu", "nu gioi", "chi", "ba", "be gai", "chau gai", "em gai", "co"},
	string(report.Household):  {"ho", "gia dinh", "hgd", "mot ho", "1 ho", "ho gd", "hgdinh", "nha", "mot gia dinh", "hai vo chong", "ca nha", "nguyen nha", "ca gia dinh"},
}

// onePerson is each way to say that it is one: "một cô", "1 bác".
func onePerson() (all []string) {
	for who := range strings.SplitSeq(vietnamese.Person, "|") {
		all = append(all, "mot "+who, "1 "+who)
	}
	return all
}

// Exactly finds the choice that a text names.
func Exactly(list []Choice, text string) (Choice, bool) {
	text = strings.TrimSpace(strings.TrimRight(text, ".)"))
	if n, err := strconv.Atoi(text); err == nil {
		if n >= 1 && n <= len(list) {
			return list[n-1], true
		}
		return Choice{}, false
	}
	want := letters.Fold(text)
	var found []Choice
	for _, c := range list {
		have := letters.Fold(c.Label)
		if have == want || c.Value == want {
			return c, true
		}
		if len(want) >= 4 && len(want) <= 40 && (letters.HasPhrase(" "+wordsOnly(have)+" ", []string{wordsOnly(want)}) || strings.Contains(strings.ToLower(c.Label), strings.ToLower(text)) || len(have) >= 4 && namesOnly(want, have)) {
			found = append(found, c)
		}
	}
	if len(found) == 1 {
		return found[0], true
	}
	return Choice{}, false
}

// wordsOnly is a folded text without its marks.
func wordsOnly(folded string) string {
	return strings.Join(strings.FieldsFunc(folded, letters.NotOfWord), " ")
}

// namesOnly reports whether a text says a label and no more than words around it:
// what else it says would be lost.
func namesOnly(text, label string) bool {
	before, after, ok := strings.Cut(text, label)
	for _, word := range strings.FieldsFunc(before+" "+after, letters.NotOfWord) {
		ok = ok && (intent.Polite[word] || choosing[word] || aroundLabel[word])
	}
	return ok
}

var aroundLabel = letters.Set("don vi cho gui guong moi mot nguoi thuoc ve tai cua o de dang loai thua dong chi can bo ay day do chac cai")

// SeveralOf finds several choices, separated by commas or lines. A label may have
// a comma itself ("Vùng sâu, vùng xa"); every part has to be understood, so that
// none is lost without a word.
func SeveralOf(list []Choice, text string) (picks []Choice, ok bool) {
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;\n", r) })
	for len(parts) > 0 {
		c, n := firstPick(list, parts)
		if n == 0 {
			return nil, false
		}
		picks, parts = append(picks, c), parts[n:]
	}
	return picks, len(picks) > 0
}

// firstPick finds the choice that the first parts mean, and how many they are.
func firstPick(list []Choice, parts []string) (c Choice, n int) {
	for n := len(parts); n > 1; n-- {
		want := letters.Fold(strings.TrimSpace(strings.Join(parts[:n], ",")))
		if i := slices.IndexFunc(list, func(c Choice) bool { return letters.Fold(c.Label) == want }); i >= 0 {
			return list[i], n
		}
	}
	if c, ok := Of(list, parts[0]); ok {
		return c, 1
	}
	return Choice{}, 0
}
