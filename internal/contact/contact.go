// Package contact finds in a text by what somebody is reached or told apart without
// a name: telephone numbers, addresses of mail, pages, numbers of cards and accounts.
//
// It knows signs and digits. Which words call a number that of a card is for its
// caller to say, who reads words.
package contact

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Passage is one contact in a text.
type Passage struct {
	From, To int    // bytes of the text
	Key      string // the same for all spellings of it
}

// Find gives the contacts of a text, in their order. Card reports whether the words
// before a number call it that of a card or of an account. Texts of everybody who is
// not named are read, so of each sign only what stands near it is looked at.
func Find(s string, card func(before string) bool) (all []Passage) {
	word := 0 // where it begins
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		switch {
		case r|0x20 >= 'a' && r|0x20 <= 'z':
			i++
			continue
		case r >= utf8.RuneSelf:
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		c, to := Passage{}, i+n
		switch {
		case r == '@' || r == '.' || r == '/':
			c = web(s, word, i)
			to = max(to, c.To)
		case r == '+' || unicode.IsDigit(r):
			c, to = number(s, i, card)
		case unicode.IsSpace(r) || strings.ContainsRune(openers, r) && !strings.HasPrefix(s[i:], "://"):
			word = to
		}
		if c.To > 0 {
			all = append(all, c)
			word = c.To
		}
		i = to
	}
	return all
}

// The signs that may stand around a contact and do not belong to it.
const (
	openers = "([{<“\"'‘«:,;"
	closers = ")]}>”\"'’»:,;.!?…"
)

// sites are those on whose pages people are by their names, however the address
// begins.
var sites = [...]string{"://", "www.", "facebook.com", "fb.com", "fb.me", "zalo.me", "tiktok.com", "youtube.com", "youtu.be", "t.me/", "instagram.com"}

// maxWeb is how many bytes before and behind a sign are looked at for an address.
const maxWeb = 100

// web reads an address of mail or of a page out of a word around one of its
// signs, if it is one.
func web(s string, word, sign int) Passage {
	from, to := max(word, sign-maxWeb), min(len(s), sign+maxWeb)
	for from < sign && !utf8.RuneStart(s[from]) {
		from++
	}
	passage := beforeSpace(s[from:to])
	if !strings.ContainsAny(strings.TrimRight(passage, closers), "@.") {
		return Passage{}
	}
	small := strings.ToLower(passage)
	local, domain, mail := strings.Cut(small, "@")
	page := slices.ContainsFunc(sites[:], func(site string) bool { return strings.Contains(small, site) })
	if page || mail && local != "" && strings.Contains(domain, ".") {
		whole := strings.TrimRight(beforeSpace(s[from:]), closers)
		return Passage{from, from + len(whole), strings.ToLower(whole)}
	}
	return Passage{}
}

// beforeSpace is a text up to its first space.
func beforeSpace(s string) string {
	if end := strings.IndexFunc(s, unicode.IsSpace); end >= 0 {
		return s[:end]
	}
	return s
}

// A digits is a row of digits with nothing between them.
type digits struct {
	from, to int
	value    string
}

// number reads a number from byte from on: what it is if it is a contact,
// and where to read on.
func number(s string, from int, card func(before string) bool) (c Passage, to int) {
	groups := digitsFrom(s, from)
	if len(groups) == 0 {
		return Passage{}, from + 1
	}
	first := groups[0]
	all, abroad := "", s[from] == '+'
	for k, g := range groups {
		all += g.value
		if isPhone(all, abroad || k == 0) && !isDate(groups) {
			return Passage{opened(s, from, g.to), g.to, national(all)}, g.to
		}
	}
	if last := groups[len(groups)-1]; identifies(s[:from], all, card) && !isDate(groups) {
		return Passage{from, last.to, all}, last.to
	}
	if identifies(s[:from], first.value, card) {
		return Passage{from, first.to, first.value}, first.to
	}
	return Passage{}, first.to
}

// opened is where a number begins whose first part may stand in brackets: (0213) 3876 543.
func opened(s string, from, to int) int {
	if strings.HasSuffix(s[:from], "(") && strings.Contains(s[from:to], ")") {
		return from - 1
	}
	return from
}

// maxDigits is how many digits the longest number has that is looked for: an account.
const maxDigits = 19

// digitsFrom gives the rows of digits from byte from on that one or two signs part
// as they part those of a telephone number: one at least, and as many as can be of one
// number.
func digitsFrom(s string, from int) (groups []digits) {
	gap, all := 0, 0
	for i, r := range s[from:] {
		at := from + i
		switch {
		case unicode.IsDigit(r):
			if gap > 0 || len(groups) == 0 {
				if all > maxDigits {
					return groups
				}
				groups = append(groups, digits{from: at})
			}
			g := &groups[len(groups)-1]
			if g.to = at + utf8.RuneLen(r); len(g.value) <= maxDigits { // what is longer is none of them
				g.value += string('0' + digitOf(r))
			}
			all++
			gap = 0
		case unicode.Is(unicode.Cf, r): // what nobody sees parts nothing
		case gap < 2 && (unicode.IsSpace(r) && r != '\n' || strings.ContainsRune(".-–()+", r)):
			gap++
		default:
			return groups
		}
	}
	return groups
}

// digitOf is what a digit of any script stands for: those of one script follow
// each other, and so do some scripts.
func digitOf(r rune) (n rune) {
	for unicode.IsDigit(r - n - 1) {
		n++
	}
	return n % 10
}

// isPhone reports whether some digits are a telephone number of Viet Nam, with
// the country before it or without: ten digits, or eleven of a fixed line.
func isPhone(all string, abroad bool) bool {
	if rest, ok := strings.CutPrefix(all, "84"); ok && abroad {
		all = "0" + rest
	}
	if len(all) < 10 || len(all) > 11 || all[0] != '0' || all[1] < '2' || all[1] == '4' || all[1] == '6' {
		return false
	}
	return len(all) == 10 || all[1] == '2'
}

// national is a telephone number without the country.
func national(all string) string {
	if rest, ok := strings.CutPrefix(all, "84"); ok {
		return "0" + rest
	}
	return all
}

// isDate reports whether a row of numbers begins with a date: 02.09.2025.
func isDate(groups []digits) bool {
	return len(groups) > 2 && len(groups[0].value) <= 2 && len(groups[1].value) <= 2 && len(groups[2].value) == 4
}

// minCard is how many digits the number of a card or an account has at least.
const minCard = 6

// identifies reports whether a number is one of a card or an account: the twelve
// digits of a citizen's, or what the words before call so.
func identifies(before, value string, card func(string) bool) bool {
	if len(value) == 12 && value[0] == '0' {
		return true
	}
	return len(value) >= minCard && card(lastWords(before))
}

// lastWords is the end of a text in which the words stand that say what follows.
func lastWords(s string) string {
	at := len(s)
	for n := 0; n < 40 && at > 0; n++ {
		r, size := utf8.DecodeLastRuneInString(s[:at])
		if r == '\n' || r == ';' {
			break
		}
		at -= size
	}
	return s[at:]
}
