package unitname

import (
	"strings"
	"unicode"

	"guongsang/internal/letters"
)

// A word of a name or text. What has an abbreviation stands as that, marked with
// '#', so that no word of the language is taken for one: "cả" is not "CA".
type word struct {
	text   string
	number bool // it only counts: "2"
}

// abbreviated are the names of kinds of units with what they are shortened to,
// the longest ones first where one begins with another. They are written as
// letters.FoldLoosely gives them: y is i.
var abbreviated = []struct{ short, long string }{
	{"mn", "mam non"}, {"mn", "mau giao"},
	{"th", "tieu hoc"}, {"thcs", "trung hoc co so"}, {"thpt", "trung hoc pho thong"},
	{"ptdtbt", "pho thong dan toc ban tru"}, {"ptdtbt", "ptdt bt"}, {"ptdtbt", "dtbt"},
	{"ptdtnt", "pho thong dan toc noi tru"}, {"ptdtnt", "ptdt nt"}, {"ptdtnt", "dtnt"},
	{"gdnn", "giao duc nghe nghiep"}, {"gdtx", "giao duc thuong xuien"},
	{"ubnd", "ui ban nhan dan"}, {"hdnd", "hoi dong nhan dan"},
	{"tit", "tram i te"}, {"tit", "tram ite"},
	{"hpn", "hoi lien hiep phu nu viet nam"}, {"hpn", "hoi lien hiep phu nu"}, {"hpn", "hoi lhpn"}, {"hpn", "hoi phu nu"},
	{"hpn", "hlhpn"}, {"hpn", "hoi hpn"}, {"hpn", "hoi pn"},
	{"dtn", "doan thanh nien cong san ho chi minh"}, {"dtn", "doan tncs ho chi minh"}, {"dtn", "doan tncs hcm"}, {"dtn", "doan tncs"},
	{"dtn", "doan thanh nien"}, {"dtn", "doan tn"},
	{"ccb", "hoi cuu chien binh viet nam"}, {"ccb", "hoi cuu chien binh"}, {"ccb", "cuu chien binh"}, {"ccb", "hoi ccb"}, {"ccb", "hccb"},
	{"hnd", "hoi nong dan viet nam"}, {"hnd", "hoi nong dan"}, {"hnd", "hoi nd"},
	{"mttq", "ui ban mat tran to quoc viet nam"}, {"mttq", "ui ban mat tran to quoc"}, {"mttq", "ui ban mttq viet nam"}, {"mttq", "ui ban mttq"},
	{"mttq", "ub mttq vn"}, {"mttq", "ub mttq"}, {"mttq", "ubmttq"}, {"mttq", "mat tran to quoc viet nam"}, {"mttq", "mat tran to quoc"},
	{"mttq", "mttq viet nam"}, {"mttq", "mttq vn"}, {"mttq", "ubmttqvn"}, {"mttq", "mttqvn"},
	{"ctd", "hoi chu thap do"}, {"ctd", "hoi ctd"}, {"ldld", "lien doan lao dong"}, {"cd", "cong doan"},
	{"bchqs", "ban chi hui quan su"}, {"bchqs", "ban chqs"}, {"bchqs", "bch quan su"}, {"bchqs", "chqs"},
	{"dbp", "don bien phong"}, {"dbp", "don bp"}, {"ckqt", "cua khau quoc te"},
	{"bhxh", "bao hiem xa hoi"}, {"nhcsxh", "ngan hang chinh sach xa hoi"},
	{"gddt", "giao duc dao tao"}, {"gddt", "gd dt"}, {"vhxh", "van hoa xa hoi"}, {"vhxh", "vh xh"},
	{"vhtt", "van hoa thong tin"}, {"vhtt", "vh tt"}, {"tckh", "tai chinh ke hoach"}, {"tckh", "tc kh"},
	{"ldtbxh", "lao dong thuong binh xa hoi"}, {"ldtbxh", "ld tbxh"}, {"tnmt", "tai nguien moi truong"}, {"tnmt", "tn mt"},
}

// inCapitals are shortened so only in capitals: in small letters they are other
// words. What two things are shortened to stands for both.
var inCapitals = []struct{ short, long string }{
	{"ca", "cong an"}, {"tt", "trung tam"}, {"tt", "thi tran"}, {"vp", "van phong"},
}

// left are words that people write or leave out as they like.
var left = setOf("xa phuong va")

// schools are the kinds of schools: before them "trường" says nothing more.
var schools = setOf("#mn #th #thcs #thpt #ptdtbt #ptdtnt #gdnn #gdtx")

// kinds begin the names of units, and say of which sort they are.
var kinds = setOf("#mn #th #thcs #thpt #ptdtbt #ptdtnt #ubnd #hdnd #tit #hpn #dtn #ccb #hnd #mttq #ctd #ldld #cd #bchqs #dbp #bhxh #nhcsxh " +
	"#ca #tt #vp truong phong ban chi hoi don doan hat kho tram trung toa vien buu dien cong thanh dang")

// SaysKind reports whether a name begins with what sort of unit it is, however shortened.
func SaysKind(typed string) bool {
	n := nameOf(wordsOf(typed))
	return len(n.kind) > 0 || len(n.rest) > 0 && beginsKind[n.rest[0]]
}

// beginsKind are first words of kinds by which no two names are compared.
var beginsKind = setOf("lhpn ui vp van khoi benh mam")

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// phrases are the abbreviations by the first word of what is shortened.
var phrases = func() map[string][]phrase {
	all := map[string][]phrase{}
	add := func(short, long string) {
		words := strings.Fields(long)
		all[words[0]] = append(all[words[0]], phrase{words, "#" + short})
	}
	for _, a := range abbreviated {
		add(a.short, a.long)
		add(a.short, a.short)
	}
	for _, a := range inCapitals {
		add(a.short, a.long)
	}
	return all
}()

type phrase struct {
	words []string
	short string
}

var capitals = func() map[string]string {
	all := map[string]string{}
	for _, a := range inCapitals {
		all[strings.ToUpper(a.short)] = "#" + a.short
	}
	return all
}()

// wordsOf makes words of a text.
func wordsOf(text string) (words []word) {
	raw := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) })
	folded := make([]string, len(raw))
	for i, w := range raw {
		folded[i] = letters.FoldLoosely(w)
	}
	folded, raw = withoutLeft(folded, raw)
	for i := 0; i < len(folded); {
		if short := capitals[raw[i]]; short != "" {
			words = append(words, word{text: short})
			i++
			continue
		}
		p := phraseAt(folded[i:])
		if p.short == "" {
			words = append(words, word{text: folded[i], number: isNumber(folded[i])})
			i++
			continue
		}
		words = append(words, word{text: p.short})
		i += len(p.words)
	}
	return withoutTruong(words)
}

// withoutLeft leaves out what people write or leave out as they like. The first
// word stays: it may be all that tells what a name is of, as "xã" does.
func withoutLeft(folded, raw []string) (kept, of []string) {
	for i, w := range folded {
		last := i+1 == len(folded)
		switch {
		case i > 0 && left[w] && (last || w+" "+folded[i+1] != "xa hoi"):
		case w == "so" && !last && isNumber(folded[i+1]):
		default:
			kept, of = append(kept, w), append(of, raw[i])
		}
	}
	return kept, of
}

// phraseAt is the longest phrase with which words begin.
func phraseAt(words []string) (longest phrase) {
	for _, p := range phrases[words[0]] {
		if len(p.words) > len(longest.words) && len(p.words) <= len(words) && begins(words, p.words) {
			longest = p
		}
	}
	return longest
}

func begins(words, with []string) bool {
	for i, w := range with {
		if words[i] != w {
			return false
		}
	}
	return true
}

// withoutTruong leaves "trường" out before the kind of school.
func withoutTruong(words []word) []word {
	kept := words[:0]
	for i, w := range words {
		if w.text == "truong" && i+1 < len(words) && schools[words[i+1].text] {
			continue
		}
		kept = append(kept, w)
	}
	return kept
}

func isNumber(s string) bool {
	for _, r := range s {
		if !unicode.IsDigit(r) {
			return false
		}
	}
	return s != ""
}
