package form

import (
	"strings"
	"unicode"

	"guongsang/internal/letters"
)

// A sentence is a text as words. What people leave out, shorten and mistype is
// put right as far as it is certain: "k", "ko" and "hok" are "khong", "t11" is
// "thang 11", and "khoong" is what a keyboard left of "không".
type sentence struct {
	text  string
	all   []string // every word, folded and in full
	said  []string // those without the words that are only polite
	spoke []int    // the number in lexicon of each of said, or -1
}

// wordsOf splits a clean text into words.
func wordsOf(text string) sentence {
	s := sentence{text: text}
	for word := range strings.FieldsFuncSeq(shortForms.Replace(letters.Fold(text)), notOfWord) {
		s.all = append(s.all, inFull(word)...)
	}
	for _, word := range s.all {
		if !polite[word] {
			s.said = append(s.said, word)
			s.spoke = append(s.spoke, numberOf(word))
		}
	}
	return s
}

func notOfWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// inFull writes a word as it is meant.
func inFull(word string) []string {
	if full, ok := short[word]; ok {
		return full
	}
	if numberOf(word) >= 0 || polite[word] {
		return []string{word}
	}
	if head, digits := splitNumber(word); digits != "" {
		if full, ok := beforeNumber[head]; ok {
			return []string{full, digits}
		}
	}
	if typed := retyped(word); typed != "" {
		return []string{typed}
	}
	return []string{word}
}

// splitNumber splits "t11" and "q4" into what stands before the digits and
// these; no digits: it is no such word.
func splitNumber(word string) (head, digits string) {
	at := strings.IndexFunc(word, unicode.IsDigit)
	if at < 1 || strings.IndexFunc(word[at:], func(r rune) bool { return !unicode.IsDigit(r) }) >= 0 {
		return "", ""
	}
	return word[:at], word[at:]
}

// retyped reads a word in which a keyboard left its marks as letters (Telex:
// "khoong", "guiwr") or digits (VNI: "kho6ng"): the word that it stands for if
// that is known, or "".
func retyped(word string) string {
	bare := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || r == 'w' {
			return -1
		}
		return r
	}, word)
	bare = doubled.Replace(bare)
	for _, w := range []string{bare, withoutTone(bare)} {
		if w != word && w != "" && (numberOf(w) >= 0 || polite[w]) {
			return w
		}
	}
	return ""
}

var doubled = strings.NewReplacer("aa", "a", "ee", "e", "oo", "o", "dd", "d")

// withoutTone takes the last letter out that Telex takes for a tone.
func withoutTone(word string) string {
	for i := len(word) - 1; i > 0; i-- {
		if strings.IndexByte("sfrxj", word[i]) >= 0 {
			return word[:i] + word[i+1:]
		}
	}
	return word
}

// known is how many of a hundred of the words are those that rules are made of.
func (s sentence) known() int {
	n := len(s.all) - len(s.said)
	for i, number := range s.spoke {
		if number >= 0 || isDigits(s.said[i]) {
			n++
		}
	}
	return n * 100 / max(1, len(s.all))
}

func isDigits(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return !unicode.IsDigit(r) }) < 0
}

// mend puts known words in place of those that are one slip away from them, if
// that are few. Not ok means that there is nothing to mend.
func (s sentence) mend() (sentence, bool) {
	m := sentence{text: s.text, all: s.all}
	n := 0
	for i, word := range s.said {
		number := s.spoke[i]
		if number < 0 && len(word) >= 3 && !isDigits(word) {
			if near := nearWord(word); near != "" {
				word, number = near, numberOf(near)
				n++
			}
		}
		m.said, m.spoke = append(m.said, word), append(m.spoke, number)
	}
	return m, n > 0 && n*2 <= len(s.all)+1
}

// nearWord is the only known word that is one slip away from a word, or "".
func nearWord(word string) (near string) {
	for _, w := range lexicon {
		if len(w) >= 3 && oneSlip(word, w) {
			if near != "" {
				return ""
			}
			near = w
		}
	}
	return near
}

// oneSlip reports whether a word becomes another by one letter more, less,
// changed, or swapped with the next.
func oneSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case len(a) < len(b):
		return a[i:] == b[i+1:]
	case i == len(a):
		return true
	case a[i+1:] == b[i+1:]:
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// shortForms are those with a sign in them.
var shortForms = strings.NewReplacer("d/c", "dong chi", "a/c", "anh chi", "d/v", "don vi", "b/c", "bao cao")

// short are words as people shorten and play with them.
var short = inWords(map[string]string{
	"khong":           "k ko kg kh hk hok hong hem khg khog hum khum k0 hog hongg chang",
	"khong phat sinh": "kps", "phat sinh": "ps", "khong co": "kco khongco",
	"duoc": "dc duoc", "don vi": "dv dvi", "bao cao": "bc bcao", "gi": "j z", "roi": "r rui",
	"nhu the nao": "ntn", "moi nguoi": "mn", "bao nhieu": "bn bnhieu", "bao gio": "bh bg", "cung": "cx cug",
	"so dien thoai": "sdt", "dien thoai": "dt", "lien he": "lh", "thong tin": "tt", "xin loi": "xl",
	"cam on": "tks thanks thank thanhs thks ty cmon camon kamsa", "moi": "ms", "lam": "lm", "nua": "nx", "chua": "chx chz",
	"qua": "wa", "hom nay": "hn", "thoi gian": "tg", "gioi thieu": "gioithieu gth", "huong dan": "hd hdan hdsd",
	"truoc": "trc", "nguoi": "ng", "voi": "vs", "biet": "bt", "nhan tin": "nt", "deadline": "dl dealine deadlines",
	"ok": "oke okie oki okay okey", "dau moi": "dmoi", "alo": "allo aloo", "hello": "helo hellu hi", "minh": "mik mk",
	"em": "e", "chi": "c", "so luong": "sl", "ket qua": "kq", "ho so": "hs", "lanh dao": "ld", "thang": "thag",
	"quy": "qui", "anh chi": "ac", "tong hop": "thop", "danh sach": "ds", "can bo": "cb",
})

// beforeNumber are words of which only the beginning stands before a number.
var beforeNumber = map[string]string{"t": "thang", "th": "thang", "thang": "thang", "q": "quy", "quy": "quy", "qui": "quy"}

// polite are words that ask for nothing.
var polite = setOf("da vang a ah ak oi em anh chi chu bac ban minh toi tui to nhe nha nhi ha voi the vay day ma luon thi la cai u um uh uhm " +
	"haha hihi kinh bot ad admin sep dong ne hen he hic huhu ui cung cua xin long vui lai nhak dum")

func setOf(words string) map[string]bool {
	all := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		all[word] = true
	}
	return all
}

// inWords turns a table of what is meant and how it is written into one of what
// is written.
func inWords(of map[string]string) map[string][]string {
	all := map[string][]string{}
	for full, written := range of {
		for word := range strings.FieldsSeq(written) {
			all[word] = strings.Fields(full)
		}
	}
	return all
}
