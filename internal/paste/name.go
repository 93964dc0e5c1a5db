package paste

import (
	"strings"
	"unicode"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/vietnamese"
)

var (
	partMark = letters.Pattern(`\s+[-–—|/]\s+|\s*[;(),]\s*|\.\s+`)
	yearOnly = letters.Pattern(`^(?:19|20)\d\d$`)
	bornPart = letters.Pattern(`^(?:` + vietnamese.Born + `|sinh)[ :]*((?:thang )?\d.*)$`)
)

// nameBefore is the part of a value that stands before its first mark.
func nameBefore(value string) string {
	if at := partMark().FindStringIndex(value); at != nil {
		return strings.TrimSpace(value[:at[0]])
	}
	return value
}

// cutBeside cuts what stands before the next mark, or begins after this one. The end
// of a sentence begins another.
func cutBeside(text string) (part string, sentence bool, rest string) {
	at := partMark().FindStringIndex(text)
	switch {
	case at == nil:
		return strings.TrimSpace(text), false, ""
	case strings.HasPrefix(text[at[0]:], "."):
		return strings.TrimSpace(text[:at[0]]), true, text[at[1]:]
	}
	return strings.TrimSpace(text[:at[0]]), false, text[at[1]:]
}

// isPerson reports whether a text is the name of a person, written as one: all
// with capitals, or none.
func isPerson(name string) bool {
	words, capitals := strings.Fields(name), 0
	for _, w := range words {
		if letters.Capital(w) {
			capitals++
		}
	}
	return IsPersonName(name) && (capitals == 0 || capitals == len(words))
}

// partName parts what people write after the label of the name: the name of a
// person, and what they add to it, in any order. What is none of the fields joins
// the rest.
func (p *Paste) partName() {
	value := unquoted(p.Fields["name"])
	if value != "" {
		p.Fields["name"] = value
	}
	if ranked := rankedName(value); ranked != "" && ranked != value && strings.HasSuffix(value, ranked) {
		p.Fields["name"], p.Rest = ranked, strings.TrimSpace(strings.TrimSuffix(value, ranked)+"\n"+p.Rest)
		return
	}
	name := nameBefore(value)
	if name == value || !isPerson(BareName(name)) {
		return
	}
	p.Fields["name"] = name
	var left []string
	for rest := value[len(name):]; rest != ""; {
		part, sentence, next := cutBeside(rest)
		if part != "" && !p.takePart(part) {
			left = append(left, part)
		}
		if rest = next; sentence { // what was done
			left, rest = append(left, next), ""
		}
	}
	if len(left) > 0 {
		p.Rest = strings.TrimSpace(strings.Join(left, ", ") + "\n" + p.Rest)
	}
}

// rankedName is the name behind a rank: "Đại úy QNCN Hồ A Lưa".
func rankedName(value string) string {
	if rank().MatchString(letters.Fold(value) + " ") {
		return nameTold(value)
	}
	return ""
}

var rank = letters.Pattern(`^(?:(?:thieu|trung|thuong|dai) (?:uy|ta)|(?:thuong|dai|trung|ha) si|ths|ts|bs|thac si|tien si|bac si|y si)\b`)

// unquoted is what a value is that stands in quotation marks.
func unquoted(value string) string {
	if m := quotation().FindStringSubmatch(value); m != nil && len(m[0]) == len(value) {
		return strings.TrimSpace(m[1])
	}
	return value
}

var quotation = letters.Pattern("[“\"«]([^”\"“»\n]{2,120})[”\"»]")

// takePart takes what stands beside a name for the field that it can only be.
func (p *Paste) takePart(part string) bool {
	folded := letters.Fold(part)
	set := func(key, value string) bool {
		if p.Fields[key] != "" {
			return letters.Fold(p.Fields[key]) == letters.Fold(value)
		}
		p.Fields[key] = value
		return true
	}
	if m := bornPart().FindStringSubmatch(folded); m != nil {
		return set("born", m[1])
	}
	if words := strings.Fields(part); strings.HasPrefix(folded, "dan toc ") && len(words) > 2 {
		return set("ethnicity", strings.Join(words[2:], " "))
	}
	if folded == "nam" || folded == "nu" {
		return set("gender", part)
	}
	if yearOnly().MatchString(folded) {
		return set("born", part)
	}
	place := PlaceTold(part)
	switch before := strings.TrimSpace(strings.TrimSuffix(part, place)); {
	case place == "" || before == part:
		return letters.Len(part) <= 40 && len(strings.Fields(part)) <= 6 && texts.IsPosition(part) && set("position", part)
	case before == "", letters.Fold(before) == "o", letters.Fold(before) == "tai":
		return set("place", place)
	default:
		return texts.IsPosition(before) && p.Fields["place"] == "" && set("position", before) && set("place", place)
	}
}

// CheckName refuses what can be no name.
func CheckName(s string) string {
	if letters.Len(s) > report.MaxName {
		return texts.TooLong(report.MaxName, letters.Len(s))
	}
	if n := letters.Count(s); n < 2 {
		return texts.NameTooShort()
	}
	if strings.Contains(s, ".") && onlyInitials().MatchString(s) {
		return texts.OnlyInitials()
	}
	if markedDigit().MatchString(s) {
		return texts.BrokenLetters()
	}
	return ""
}

// markedDigit is a digit that has the mark of a letter, as a scanner reads it: "V0̀NG".
var markedDigit = letters.Pattern(`\d\p{Mn}`)

var onlyInitials = letters.Pattern(`^(?:\p{L}\. ?)+\p{L}?\.?$`)

// mostAround is how many words people say before a name at most.
const mostAround = 10

// BareName leaves out what people say around a name.
func BareName(answer string) string {
	said := strings.Fields(answer)
	words := intent.TrimEnd(said)
	if n := len(words); n > 1 && n < len(said) && letters.Capital(said[n-1]) && letters.Capital(said[n]) {
		words = said[:n+1] // a given name, and no word to somebody
	}
	for len(words) > 3 && (behindName[letters.Fold(words[len(words)-1])] || texts.Pointing()[words[len(words)-1]]) {
		words = words[:len(words)-1]
	}
	for range mostAround { // each looks at all that is left
		if len(words) <= 2 || isGroup(strings.Join(words, " ")) || !markedAddress(words[0]) && !texts.Pointing()[words[0]] && (!aroundName[letters.Fold(words[0])] || letters.Capital(words[0]) && IsPersonName(strings.Join(words, " "))) {
			break
		}
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// markedAddress reports whether a word is a form of address by its marks: "chú" is no
// surname.
func markedAddress(word string) bool {
	lower, folded := strings.ToLower(word), letters.Fold(word)
	return texts.AddressWords()[lower] && lower != folded && aroundName[folded]
}

var (
	behindName = letters.Set("ad day nha nhe")
	aroundName = letters.Set(vietnamese.Person + " da vang ten la")
)

// IsPersonName reports whether a text is the name of a person: a surname of the
// place, and more.
func IsPersonName(name string) bool {
	words := strings.Fields(name)
	return (len(words) >= 2 || len(words) == 1 && isHighland(words)) && len(words) <= 5 && beginsName(words) && strings.IndexFunc(name, unicode.IsDigit) < 0
}

// UnlikeName reports whether a text is no name of a person by any mark of one: more words
// than most have, none of them a capital, the first no surname.
func UnlikeName(text string) bool {
	words := strings.Fields(text)
	return len(words) > 4 && text == strings.ToLower(text) && !intent.Surnames[letters.Fold(words[0])] && !intent.CalledBy[letters.Fold(words[0])]
}

// BarePlace leaves out what people say before a place: "ở", "hiện đang công tác tại".
func BarePlace(answer string) string {
	words := intent.TrimEnd(strings.Fields(answer))
	for {
		said := beforePlace().FindString(letters.Fold(strings.Join(words, " ")))
		if said == "" || len(words) > 1 && strings.ToLower(words[0]) == texts.SurnameAsYes && letters.Capital(words[1]) { // Vàng Ma Chải
			return strings.Join(words, " ")
		}
		words = words[len(strings.Fields(said)):]
	}
}

// beforePlace is who is there since when, what for, and the word for at: the last alone
// is enough, and a word for what somebody does there is not.
var beforePlace = letters.Pattern(`^(?:da |vang )?(?:(?:` + vietnamese.Person + `|gia dinh)(?: ay)? )?(?:(?:nay|hien|hien nay|hien tai|hien gio|bay gio|dang|van|vua) )*` +
	`(?:(?:(?:cong tac|ctac|lam viec|lam|sinh song|song|cu tru|thuong tru|tam tru|day hoc|giang day|day|hoc tap|hoc|dinh cu|sinh hoat) )+(?:hien nay |hien tai )?(?:o |tai |ben |trong |duoi |tren )+|` +
	`(?:(?:noi o|cho o|nha|noi cong tac|noi lam viec) )(?:(?:hien nay|hien tai|la|o|tai) )*|(?:o|tai) (?:tai )?)|^(?:da|vang) `)
