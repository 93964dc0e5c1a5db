package letters

import (
	"cmp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Typed makes of a text that arrived as its keys were pressed, in Telex ("cos vieecj") or
// VNI ("co1 vie65c"), what these keys are for: on a phone whose keyboard was not set to
// Vietnamese people type on, and never see it. ok is false for a text that is not typed so,
// and where a word of it would become none of Vietnamese.
func Typed(text string) (is string, ok bool) {
	if !IsTelex(text) {
		return text, false
	}
	return typedWords(text)
}

// TypedName is Typed for what is to be a name or a place, of which a few words are enough.
// A village of the highlands is left as it stands: its r and s are no keys ("Plei Kor Tur").
func TypedName(text string) (is string, ok bool) {
	if !IsTypedName(text) || highland().MatchString(Fold(text)) {
		return text, false
	}
	return typedWords(text)
}

var highland = Pattern(`\b(?:plei|kon|buon|buoon|buon6|dak|ddak|krong)\b`)

// typedWords makes words of keys. Those that are typed the same with and without marks
// stay, and so do numbers and abbreviations ("3C", "ubnd").
func typedWords(text string) (is string, ok bool) {
	var b strings.Builder
	for text != "" {
		end := strings.IndexFunc(text, NotOfWord)
		if end < 0 {
			end = len(text)
		}
		word, fits := typedWord(text[:end])
		if !fits {
			return "", false
		}
		b.WriteString(word)
		rest := strings.IndexFunc(text[end:], func(r rune) bool { return !NotOfWord(r) })
		if rest < 0 {
			rest = len(text) - end
		}
		b.WriteString(text[end : end+rest])
		text = text[end+rest:]
	}
	return b.String(), true
}

func typedWord(word string) (is string, ok bool) {
	keys := strings.ToLower(word)
	if !telexWord().MatchString(keys) && !vniWord().MatchString(keys) {
		return word, true
	}
	s, fits := syllableOf(keys)
	if !fits {
		return word, false
	}
	runes := []rune(s)
	switch {
	case strings.ToUpper(word) == word && len(runes) > 1:
		return strings.ToUpper(s), true
	case unicode.IsUpper([]rune(word)[0]):
		runes[0] = unicode.ToUpper(runes[0])
	}
	return string(runes), true
}

// What a key does to letters before it. The marks are the combining ones of Unicode.
const (
	acute, grave, hook, tilde, dot = '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'
	circumflex, horn, breve        = '\u0302', '\u031b', '\u0306'
)

// A pressed syllable is what its keys have made of it so far.
type pressed struct {
	letters []rune // without the tone
	marked  []rune // the mark of each vowel; 0: none
	tone    rune
}

// syllableOf makes the syllable of its keys, in small letters, and reports whether
// Vietnamese has such a one.
func syllableOf(keys string) (s string, ok bool) {
	var p pressed
	changes := p.byTelex
	if strings.ContainsAny(keys, "123456789") {
		changes = p.byVNI
	}
	for _, key := range keys {
		if !changes(key) {
			p.letters, p.marked = append(p.letters, key), append(p.marked, 0)
		}
	}
	return p.written(), p.isSyllable()
}

// The tones that keys set.
var (
	telexTones = map[rune]rune{'s': acute, 'f': grave, 'r': hook, 'x': tilde, 'j': dot}
	vniTones   = map[rune]rune{'1': acute, '2': grave, '3': hook, '4': tilde, '5': dot}
)

// byTelex reports whether a key changes what stands, and does so.
func (p *pressed) byTelex(key rune) bool {
	switch key {
	case 's', 'f', 'r', 'x', 'j':
		return p.tell(telexTones[key])
	case 'a', 'e', 'o':
		return p.twice(key)
	case 'd':
		return p.strike()
	case 'w':
		return p.horned() || p.mark("a", breve) || p.horn()
	}
	return false
}

// byVNI is byTelex for VNI.
func (p *pressed) byVNI(key rune) bool {
	switch key {
	case '1', '2', '3', '4', '5':
		return p.tell(vniTones[key])
	case '6':
		return p.mark("aeo", circumflex)
	case '7':
		return p.horned()
	case '8':
		return p.mark("a", breve)
	case '9':
		return p.strike()
	}
	return false
}

// tell sets the tone. Its key is a letter as long as no vowel stands before it.
func (p *pressed) tell(tone rune) bool {
	if p.lastOf("aeiouy") < 0 {
		return false
	}
	p.tone = tone
	return true
}

// twice makes â, ê, ô of a letter that comes again, and takes that back when it comes
// once more ("xooong").
func (p *pressed) twice(key rune) bool {
	if at := len(p.letters) - 1; at >= 0 && p.letters[at] == key && p.marked[at] == circumflex {
		p.marked[at] = 0
		return false
	}
	return p.mark(string(key), circumflex)
}

// lastOf is where the last of these letters stands; -1: nowhere.
func (p *pressed) lastOf(of string) int {
	for i := len(p.letters) - 1; i >= 0; i-- {
		if strings.ContainsRune(of, p.letters[i]) {
			return i
		}
	}
	return -1
}

// mark puts a mark on the last of these vowels that has none.
func (p *pressed) mark(of string, with rune) bool {
	at := p.lastOf(of)
	if at < 0 || p.marked[at] != 0 {
		return false
	}
	p.marked[at] = with
	return true
}

// horned makes ơ of o and ư of u, and ươ of both.
func (p *pressed) horned() bool {
	at := p.lastOf("ou")
	if at < 0 || p.marked[at] != 0 {
		return false
	}
	beside := at > 0 && p.letters[at] == 'o' && p.letters[at-1] == 'u' && (at < 2 || p.letters[at-2] != 'q')
	switch {
	case beside:
		p.marked[at-1] = horn
	case at > 0 && p.letters[at] == 'u' && p.letters[at-1] == 'o': // huou: hươu
		if at > 1 && p.letters[at-2] == 'u' {
			p.marked[at-2], p.marked[at-1] = horn, horn
			return true
		}
	case at > 0 && p.letters[at] == 'u' && p.letters[at-1] == 'u': // cuuw: cưu
		p.marked[at-1] = horn
		return true
	}
	p.marked[at] = horn
	return true
}

// horn is a ư that was typed by its own key ("tw").
func (p *pressed) horn() bool {
	if p.lastOf("aeiouy") >= 0 {
		return false
	}
	p.letters, p.marked = append(p.letters, 'u'), append(p.marked, horn)
	return true
}

// strike makes đ of a d at the beginning.
func (p *pressed) strike() bool {
	if len(p.letters) == 0 || p.letters[0] != 'd' {
		return false
	}
	p.letters[0] = 'đ'
	return true
}

// written is the syllable with its tone where it is written in documents: on the vowel
// that has a mark, else on the last one before a consonant, else on the one before the
// last (hòa, thủy).
func (p *pressed) written() string {
	from, to := p.vowels()
	at := -1
	for i := from; i < to; i++ {
		if p.marked[i] != 0 {
			at = i
		}
	}
	switch {
	case at >= 0:
	case to < len(p.letters) || to-from == 1:
		at = to - 1
	default:
		at = to - 2
	}
	var b strings.Builder
	for i, r := range p.letters {
		b.WriteRune(r)
		if p.marked[i] != 0 {
			b.WriteRune(p.marked[i])
		}
		if i == at && p.tone != 0 {
			b.WriteRune(p.tone)
		}
	}
	return norm.NFC.String(b.String())
}

// vowels is where the vowels stand: u of qu is none, nor i of gi before another.
func (p *pressed) vowels() (from, to int) {
	for from < len(p.letters) && !strings.ContainsRune("aeiouy", p.letters[from]) {
		from++
	}
	if from > 0 && from+1 < len(p.letters) && p.marked[from] == 0 && strings.ContainsRune("aeiouy", p.letters[from+1]) {
		switch string(p.letters[from-1 : from+1]) {
		case "qu", "gi":
			from++
		}
	}
	for to = from; to < len(p.letters) && strings.ContainsRune("aeiouy", p.letters[to]); to++ {
	}
	return from, to
}

// isSyllable reports whether Vietnamese has a syllable that begins and ends so.
func (p *pressed) isSyllable() bool {
	from, _ := p.vowels()
	if from >= len(p.letters) {
		return false
	}
	var begin, rhyme strings.Builder
	for _, r := range p.letters[:from] {
		begin.WriteString(cmp.Or(map[rune]string{'đ': "dd"}[r], string(r)))
	}
	for i, r := range p.letters[from:] {
		rhyme.WriteRune(r)
		if mark := signs[p.marked[from+i]]; mark != 0 {
			rhyme.WriteByte(mark)
		}
	}
	stopped := strings.ContainsAny(rhyme.String()[rhyme.Len()-1:], "cpt") || strings.HasSuffix(rhyme.String(), "ch")
	return (from == 0 || onsets[begin.String()]) && rhymes[rhyme.String()] && (!stopped || p.tone == acute || p.tone == dot)
}

// How a mark is written in the tables below, and đ as dd.
var signs = map[rune]byte{circumflex: '^', horn: '+', breve: '('}

var onsets = Set("b c ch d dd g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")

var rhymes = Set(`a ac ach ai am an ang anh ao ap at au ay a(c a(m a(n a(ng a(p a(t a^c a^m a^n a^ng a^p a^t a^u a^y
	e ec em en eng eo ep et e^ e^ch e^m e^n e^nh e^p e^t e^u i ia ich im in inh ip it iu ie^c ie^m ie^n ie^ng ie^p ie^t ie^u
	o oa oac oach oai oam oan oang oanh oao oap oat oay oa(c oa(m oa(n oa(ng oa(t oc oe oen oeo oet oi om on ong ooc oong op ot
	o^ o^c o^i o^m o^n o^ng o^p o^t o+ o+i o+m o+n o+p o+t u ua uc ui um un ung up ut ua^n ua^ng ua^t ua^y ue^ ue^ch ue^nh ue^n uo^c uo^i uo^m uo^n uo^ng uo^t uo+
	uy uya uych uyn uynh uyt uyu uye^n uye^t u+ u+a u+c u+i u+m u+n u+ng u+t u+u u+o+c u+o+i u+o+m u+o+n u+o+ng u+o+p u+o+t u+o+u
	y ye^m ye^n ye^ng ye^t ye^u`)
