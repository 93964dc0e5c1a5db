package spoken

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/letters"
	"guongsang/internal/vietnamese"
)

//go:embed abbreviations.txt
var abbreviationsText string

// abbreviations are the short forms and what is said for them.
var abbreviations = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for line := range strings.Lines(abbreviationsText) {
		short, said, ok := strings.Cut(strings.TrimSpace(line), " = ")
		if ok && !strings.HasPrefix(line, "#") {
			all[short] = said
		}
	}
	return all
})

// shortForms are the same by the rune that they begin with, the longest first.
var shortForms = sync.OnceValue(func() map[rune][]string {
	by := map[rune][]string{}
	for _, short := range longestFirst(keys(abbreviations())) {
		first, _ := utf8.DecodeRuneInString(short)
		by[first] = append(by[first], short)
	}
	return by
})

// sayShortForms says the short forms of a text.
func sayShortForms(s string) string {
	var b strings.Builder
	at, last := 0, ' '
	for i, r := range s {
		if i >= at && notOfWord(last) {
			for _, short := range shortForms()[r] {
				if !strings.HasPrefix(s[i:], short) {
					continue
				}
				after := s[i+len(short):]
				if said, ok := sayShortForm(match{groups: []string{short}, before: s[:i], after: after}); ok {
					b.WriteString(s[at:i] + said)
					at = i + len(short)
					break
				}
			}
		}
		last = r
	}
	return b.String() + s[at:]
}

// sayShortForm says a short form that stands as a word. Behind the full stop of
// one the next word may follow at once: TP.Lai Châu.
func sayShortForm(m match) (string, bool) {
	short := m.groups[0]
	next := strings.TrimLeft(m.after, " ")
	switch {
	case m.touchesBefore(), !strings.HasSuffix(short, ".") && m.touches():
		return "", false
	case likeInitial(short) && (strings.HasSuffix(m.before, ".") || next == "" || !startsName(next)):
		return "", false
	case likeWord(short) && loud(m):
		return "", false
	}
	said := abbreviations()[short]
	if strings.HasSuffix(short, ".") {
		said += " "
	}
	return said, true
}

// likeInitial reports whether a short form is one of a place, P. Tân Phong, that is
// an initial elsewhere.
func likeInitial(short string) bool {
	return strings.HasSuffix(short, ".") && utf8.RuneCountInString(short) == 2
}

// likeWord reports whether it may be a word of a line that is all in capitals.
func likeWord(short string) bool { return utf8.RuneCountInString(short) == 2 }

// startsName reports whether a text begins with a word that is no initial and has a
// capital, or with a number: P. Tân Phong, Q. 1.
func startsName(s string) bool {
	r := []rune(s)
	return unicode.IsDigit(r[0]) || unicode.IsUpper(r[0]) && len(r) > 1 && unicode.IsLower(r[1])
}

// loud reports whether the words on both sides are in capitals throughout.
func loud(m match) bool {
	before := strings.Fields(tail(m.before, 40))
	after := strings.Fields(m.after)
	return len(before) > 0 && len(after) > 0 && capitals(before[len(before)-1]) && capitals(after[0])
}

func capitals(word string) bool {
	word = strings.TrimFunc(word, notOfWord)
	return len([]rune(word)) > 1 && strings.ToUpper(word) == word && abbreviations()[word] == ""
}

// abbreviated reports whether a word is a short form that is known.
func abbreviated(word string) bool {
	for _, short := range []string{word, strings.TrimFunc(word, notOfWord)} {
		if _, known := abbreviations()[short]; known && !likeInitial(short) && !likeWord(short) {
			return true
		}
	}
	return false
}

var (
	romanForm = letters.Pattern(`\b([IVXLC]+)\b`)
	romanTags = []string{
		"quý", "khóa", "khoá", "kỳ", "thứ", "chương", "phần", "mục", "hội", "nhiệm", "hạng", "loại", "cấp", "khu", "vực", "kỷ", "điều", "cụm", "vùng", "đoạn", "tập", "đợt", "kì", "bậc", "nhóm", "học", "số", "lần",
	}
)

// sayRomanForm says a Roman numeral: one of several letters, or any behind a word
// that one follows.
func sayRomanForm(m match) (string, bool) {
	s := m.groups[1]
	if vietnamese.OfRoman(s) == 0 || m.touches() || strings.HasPrefix(m.after, ".") && len(s) == 1 && initial(m.after) || strings.HasSuffix(m.before, ".") {
		return "", false
	}
	tagged := false
	for _, tag := range romanTags {
		tagged = tagged || lastWord(m.before) == tag
	}
	if !tagged && (len(s) < 2 || strings.Trim(s, "IVX") != "") {
		return "", false
	}
	return sayRoman(s, m.before), true
}

// initial reports whether another letter with a dot follows: L.V.P.
func initial(after string) bool {
	r := []rune(after)
	return len(r) > 2 && unicode.IsUpper(r[1]) && r[2] == '.'
}
