package said

import (
	"strings"
	"sync"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/vietnamese"
)

// An About is whom a text is about, if it says no more than that.
type About struct {
	Name, Place, Born string
	Alone             bool // nothing is said around it
	PutsRight         bool // something else is said to be wrong
}

// A kind is what of somebody is found in a text.
type kind int

const (
	ofName kind = iota
	ofPlace
	ofBirth
	kinds
)

// A found is a name, a place or a birth among the words of a text.
type found struct {
	kind     kind
	value    string
	from, to int
	denied   bool // "không phải …"
	past     bool // "trước ở …"
	sure     bool // "… mới đúng"
}

// Of finds whom or where a text means. Not ok: it says something else, or more, or leaves
// open which of several is meant.
func Of(text string) (About, bool) {
	words := wordsOf(text)
	all, ok := foundIn(words)
	if !ok || len(all) == 0 {
		return About{}, false
	}
	back := takenBack().MatchString(beside(words, all))
	var values [kinds]string
	a := About{Alone: len(all) == 1 && all[0].from == 0 && all[0].to == len(words), PutsRight: back}
	for k := range kinds {
		if values[k], ok = meant(all, k, back); !ok {
			return About{}, false
		}
	}
	for _, f := range all {
		a.PutsRight = a.PutsRight || f.denied || f.sure
	}
	a.PutsRight = a.PutsRight && !onlyCommune().MatchString(letters.Fold(values[ofPlace])) // in which a village is to stand
	a.Name, a.Place, a.Born = values[ofName], values[ofPlace], values[ofBirth]
	return a, true
}

// beside are the words, folded, that are in nothing of what is found.
func beside(words []word, all []found) string {
	var b strings.Builder
	from := 0
	for _, f := range all {
		b.WriteString(folded(words[from:f.from]))
		from = f.to
	}
	return b.String() + folded(words[from:])
}

// foundIn are all names, places and births among some words, between which nothing else is
// said.
func foundIn(words []word) (all []found, ok bool) {
	from := introduced(words)
	small := strings.ToLower(join(words)) == join(words)
	for i := from; i < len(words); {
		f := found{from: i}
		switch {
		case f.birth(words, all), f.place(words, small), f.name(words, small):
			if f.weigh(words, all); f.kind == ofName && ofAnother().MatchString(folded(words[max(0, i-4):i])) {
				return nil, false
			}
			all = append(all, f)
			i = f.to
		case isAround(words[i:]) && (i == 0 || i == from || !letters.Capital(words[i].bare) || words[i-1].ends):
			i++
		default:
			return nil, false
		}
	}
	return all, true
}

// introduced is how many words say who introduces somebody.
func introduced(words []word) int {
	for i, w := range words {
		if i > 1 && w.folded == "thieu" && words[i-1].folded == "gioi" && strings.Contains(folded(words[:i]), " xin ") {
			return i + 1
		}
	}
	return 0
}

// meant is which of several of a kind a text means; not ok: it does not say, or only which
// it does not mean.
func meant(all []found, k kind, back bool) (value string, ok bool) {
	var left, sure []string
	n := 0
	for _, f := range all {
		if f.kind != k {
			continue
		}
		if n++; f.denied || f.past {
			continue
		}
		left = append(left, f.value)
		if f.sure {
			sure = append(sure, f.value)
		}
	}
	switch {
	case len(sure) == 1:
		return sure[0], true
	case n == 0:
		return "", true
	case len(left) == 1, len(left) > 1 && back:
		return left[len(left)-1], true
	}
	return "", false
}

// weigh tells from what stands around it whether it is meant.
func (f *found) weigh(words []word, before []found) {
	from := 0
	if len(before) > 0 {
		from = before[len(before)-1].to
	}
	lead, trail := folded(words[from:f.from]), folded(words[f.to:min(len(words), f.to+3)])
	f.denied = denyingIt().MatchString(lead) || deniedBehind().MatchString(trail)
	f.past = beforeNow().MatchString(lead)
	f.sure = !f.denied && (rightBehind().MatchString(trail) || rightBefore().MatchString(lead))
}

var onlyCommune = letters.Pattern(`^(?:xa|phuong|huyen|tinh) `)

const not = `(?:` + letters.Not + `|chang|no|dau)`

var (
	// ofAnother is before the name of somebody of whom another is, or who is one of several.
	ofAnother    = letters.Pattern(` (?:con|em|em trai|em gai|anh trai|chi gai|chi ruot|bo|me|chau|ban)(?: cua)? (?:` + vietnamese.Person + `) $| (?:con|em|anh|chi|bo|me|cha|chau|ban|vo|chong|co|chu|bac|cau|di)(?: (?:trai|gai|ruot|ho))? cua $| (?:anh em|chi em|me con|bo con|hai|ba nguoi|anh em nha|nha|gia dinh)(?: (?:` + vietnamese.Person + `))? $`)
	denyingIt    = letters.Pattern(` ` + not + ` phai (?:(?:la|ten|o|nam|sinh|` + vietnamese.Person + `) ){0,2}$| ` + not + ` (?:con )?(?:o|tai|song o) $| (?:tu|cach) $`)
	deniedBehind = letters.Pattern(`^ (?:la )?(?:sai|` + not + ` phai) (?:dau|roi|mo) |^ (?:di |len |vao |them )?\S+ (?:cay|km|tieng) `)
	beforeNow    = letters.Pattern(` (?:truoc|truoc kia|truoc day|xua|luc truoc|hoi xua) (?:(?:thi|day|o|tai|nha|ghi|` + vietnamese.Person + `) ){0,2}$`)
	rightBehind  = letters.Pattern(`^ (?:moi|ms) (?:la )?(?:dung|phai|trung|chuan) `)
	rightBefore  = letters.Pattern(` (?:dung|dung ra|dung phai|phai|phai ghi|sua thanh|sua lai|sua lai thanh) (?:(?:la|ten|ten la|o) )?$`)
	takenBack    = letters.Pattern(` (?:nham|lon|quen|sai) | (?:a|y|i|da|dau) ` + not + ` phai | (?:a|ah|y|i|e|o) (?:khong|thoi) `)
)

// birth finds the year or day in which somebody was born.
func (f *found) birth(words []word, before []found) bool {
	i, w := f.from, words[f.from]
	if strings.HasPrefix(w.folded, "2k") && len(w.folded) <= len("2k12") && letters.IsDigits(w.folded[2:]) {
		f.kind, f.to, f.value = ofBirth, i+1, "20"+strings.Repeat("0", 4-len(w.folded))+w.folded[2:]
		return true
	}
	if !birthday().MatchString(w.folded) {
		return false
	}
	told := bornIn().MatchString(folded(words[max(0, i-4):i]))
	for _, other := range before {
		told = told || other.kind == ofBirth
	}
	f.kind, f.to, f.value = ofBirth, i+1, w.folded
	return told
}

var (
	birthday = letters.Pattern(`^(?:\d{1,2}[/.-]\d{1,2}[/.-])?(?:19|20)\d\d$`)
	// bornIn is before a birth. A year alone is any: "dạy ở bản từ năm 2005".
	bornIn = letters.Pattern(` (?:sinh|sn) (?:(?:nam|ngay|la|vao) )*$`)
)

// place finds the name of a village or an office, with the commune behind it.
func (f *found) place(words []word, small bool) bool {
	i := f.from
	f.kind, f.to = ofPlace, i
	if rest := written(words[i:]); !small {
		if told := paste.PlaceTold(rest); told != "" && strings.HasPrefix(rest, told) {
			f.to = i + len(strings.Fields(told))
		}
	}
	if f.to == i && heads(words[i]) && i+1 < len(words) && !words[i].ends {
		for f.to = i + 1; f.to < len(words) && f.to < i+1+mostOfPlace && !words[f.to-1].ends && placeGoesOn(words, f.to, f.to == i+1, small); f.to++ {
		}
	}
	if f.to < i+2 {
		return false
	}
	for f.to < len(words) && communes[words[f.to].folded] { // "…, xã …"
		for f.to++; f.to < len(words) && !words[f.to-1].ends && placeGoesOn(words, f.to, false, small); f.to++ {
		}
	}
	f.value = placed(words[i:f.to])
	return true
}

// mostOfPlace is how many words name a village at most.
const mostOfPlace = 4

// heads reports whether a word stands before the name of a village, as it is written.
func heads(w word) bool {
	return communes[w.folded] || villages[strings.ToLower(w.bare)] || villages[w.folded] && strings.ToLower(w.bare) == w.folded
}

var (
	villages = letters.Set(vietnamese.MarkedVillage + " khu " + strings.ReplaceAll(vietnamese.Village, "|", " "))
	communes = letters.Set("xa phuong huyen tinh")
)

// placeGoesOn reports whether a word goes on the name of a place.
func placeGoesOn(words []word, at int, first, small bool) bool {
	w := words[at]
	if small {
		return letters.IsDigits(w.folded) || !pointing[w.folded] && (first || !endsName(words, at))
	}
	return letters.Capital(w.bare) || letters.IsDigits(w.folded)
}

// pointing are words behind that of a village which do not name it.
var pointing = letters.Set("toi em minh nay do ay ten nao la oi nha cua no")

// written are some words with the marks that end what they belong to.
func written(words []word) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		if b.WriteString(w.bare); w.ends {
			b.WriteByte(',')
		}
	}
	return b.String()
}

// placed is a place of some words.
func placed(words []word) string { return strings.TrimRight(written(words), ",") }

// name finds the name of a person: a run of words with capitals, or without any in the
// whole text one that begins with a surname.
func (f *found) name(words []word, small bool) bool {
	f.kind, f.to = ofName, f.from
	if small {
		f.to += smallName(words, f.from)
		f.value = join(words[f.from:f.to])
		return f.to > f.from
	}
	for f.to < len(words) && f.to < f.from+mostOfName && letters.Capital(words[f.to].bare) && (f.to == f.from || !words[f.to-1].ends) {
		f.to++
	}
	if f.to < f.from+2 || f.to < len(words) && letters.Capital(words[f.to].bare) && !words[f.to-1].ends {
		return false
	}
	f.value = join(words[f.from:f.to])
	if bare := paste.BareName(f.value); paste.IsPersonName(bare) {
		f.value = bare
		return true
	}
	return f.from > 0 && (called[words[f.from-1].folded] || words[f.from-1].folded == "phai") && !around[words[f.from].folded]
}

// mostOfName is how many words a name has at most, with the one before it.
const mostOfName = 6

// called are the words behind which capitals are a name, whichever.
var called = letters.Set("ten la " + strings.ReplaceAll(vietnamese.Person, "|", " "))

// smallName is how many words are a name at a place in a text without capitals: with a
// middle name, or all that stands between two marks.
func smallName(words []word, i int) (n int) {
	begins := i == 0 || words[i-1].ends || called[words[i-1].folded] || words[i-1].folded == "phai"
	if !begins || words[i].ends || i+1 == len(words) || !isSurname(words[i]) && !strings.HasPrefix(words[i+1].folded, "h'") {
		return 0
	}
	middle := middles[words[i+1].folded]
	for n = 1; i+n < len(words) && n < 4 && !words[i+n-1].ends; n++ {
		if endsName(words, i+n) && (n > 2 || !middle) || strings.ContainsAny(words[i+n].folded, "0123456789") {
			break
		}
	}
	behind := i + n
	for behind < len(words) && !words[behind-1].ends && endsName(words, behind) {
		behind++
	}
	whole := (i == 0 || words[i-1].ends) && (behind == len(words) || words[behind-1].ends)
	if n < 2 || !middle && !whole || middle && n < 3 {
		return 0
	}
	return n
}

// isSurname reports whether a small word is a surname, with its marks if it has some.
func isSurname(w word) bool {
	if lower := strings.ToLower(w.bare); lower != w.folded {
		return surnames()[lower]
	}
	return intent.Surnames[w.folded]
}

var surnames = sync.OnceValue(func() map[string]bool {
	return letters.Set(strings.ToLower(strings.Join(vietnamese.FamilyNames(), " ")))
})

// endsName reports whether a word comes behind a name or a place and is no part of it. In a
// text that has its marks these tell; else a word at the end which can be the last of a name
// is one (Vân Anh, Thu Hà), and one that only trails off is none.
func endsName(words []word, at int) bool {
	w := words[at]
	lower := strings.ToLower(w.bare)
	switch {
	case !trailing[w.folded]:
		return false
	case lower != w.folded:
		return particles[lower]
	case w.ends, at+1 == len(words), onlyTrails[words[at+1].folded]:
		return onlyTrails[w.folded]
	}
	return true
}

var (
	middles    = letters.Set("thi van a")
	trailing   = letters.Set("nhe nha nhen nghe nghen hi hen hy chu cho moi ms dung ko k khong o ben tai sinh sn em ad nam day do dau roi r chi anh ha")
	onlyTrails = letters.Set("nhe nha nhen nghe nghen ad ms ko k r em khong moi roi sn o tai")
	particles  = letters.Set(vietnamese.MarkedParticles)
)
