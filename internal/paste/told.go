package paste

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// longText is from how many characters on a text nobody asked for is a summary.
const longText = 300

// leastTold is how many words a sentence has at least that introduces somebody.
const leastTold = 8

// Tells reports whether a text tells of somebody's deed: it has a name or a place
// and more than that, or goes on for long.
func Tells(text string) bool {
	if len(strings.Fields(text)) < leastTold {
		return false
	}
	t := ToldBy(text)
	if t.Name != "" || t.Place != "" || letters.Len(text) >= longText {
		return true
	}
	said := " " + intent.Spoken(text) + " "
	return letters.HasPhrase(said, intent.GoodDeeds) || letters.HasPhrase(said, longWork)
}

// TellsDeed reports whether a text, however short, tells what somebody did: it has
// the words of a good deed, and is no name of a place or unit with such words in it.
func TellsDeed(text string) bool {
	if len(strings.Fields(text)) < leastTold || !letters.HasPhrase(" "+intent.Spoken(text)+" ", intent.GoodDeeds) {
		return false
	}
	first, _, _ := strings.Cut(letters.Fold(text), " ")
	return !hasPrefix(strings.ToLower(text), texts.Places) && !intent.UnitKinds[first] && first != "thon" || ToldBy(text).Name != ""
}

// MayTell reports whether a text goes on for so long that it may tell something:
// a length alone decides nothing.
func MayTell(text string) bool { return len(strings.Fields(text)) >= leastTold }

// What a text without labels tells: of whom, and the rest of it.
type Told struct{ Name, Born, Place, Position, Deed string }

// ToldBy reads a text as people introduce somebody: "name, place, deed" in parts,
// or in one sentence.
func ToldBy(text string) Told {
	t := toldBy(text)
	if t.Name != "" && t.Place != "" {
		return t
	}
	if calm := letters.WithoutCapitals(text, smallInNames); calm != text {
		c := toldBy(calm)
		if t.Name == "" {
			t.Name, t.Born = inName(c.Name), cmp.Or(t.Born, c.Born)
		}
		t.Place = cmp.Or(t.Place, inName(c.Place))
	}
	return t
}

func toldBy(text string) Told {
	if body, ok := introduced(text); ok {
		t := toldBy(body)
		if strings.HasSuffix(text, t.Deed) { // who introduces is kept with the deed
			t.Deed = strings.TrimSpace(text)
		}
		return t
	}
	whole := text
	text = withoutSender(text)
	t := Told{Deed: strings.TrimSpace(text)}
	if name := ModelTold(t.Deed); name != "" {
		t.model(name)
		return t
	}
	name, rest := cutPart(opening(t.Deed))
	name = withoutRole(name)
	next, _ := cutPart(rest)
	placed := PlaceIn(next) != "" || bornIn(next) != ""
	if rest != "" && isName(name, placed) {
		t.Name, t.Deed = name, rest
		if !isGroup(name) {
			t.Name = BareName(name)
		}
		for part, rest := cutPart(t.Deed); ; part, rest = cutPart(t.Deed) {
			if rest == "" {
				t.placeBeforeDeed(part)
				break
			}
			if born := bornIn(part); born != "" && t.Born == "" {
				t.Born, t.Deed = born, rest
			} else if place := PlaceIn(part); place != "" && (t.Place == "" || isClass(t.Place) && !isClass(place)) {
				t.Place, t.Deed = place, rest
			} else if place != "" && communeLeading(part) != "" {
				t.Place, t.Deed = t.Place+", "+place, rest
			} else {
				t.placeBeforeDeed(part)
				break
			}
		}
	}
	if group := groupTold(text); isGroup(t.Name) && strings.HasPrefix(group, t.Name) {
		t.Name = group
	}
	if t.Name == "" {
		t.Name = cmp.Or(nameTold(text), groupTold(text))
	}
	switch told := PlaceOf(text, t.Name); {
	case t.Place == "":
		t.Place = cmp.Or(placeAfter(text, t.Name), PlaceOf(whole, t.Name))
	case strings.HasSuffix(told, t.Place): // only the commune of it
		t.Place = told
	}
	if t.Place == "" && t.Name != "" {
		t.Place = classAfter(text, t.Name)
	}
	if t.Born == "" && t.Name != "" && !isGroup(t.Name) {
		t.Born = BornTold(text, t.Name)
	}
	if t.Name != "" {
		t.Position = cmp.Or(positionAfter(text, t.Name), positionBefore(text, t.Name))
	}
	return t
}

// positionAfter is what somebody is whose name a text tells, as it stands right after
// that: "anh Pờ Xè Chừ, Trưởng bản Gò Khà, …". Where that is belongs to the place. A
// pupil is none by profession.
func positionAfter(text, name string) string {
	_, after, _ := strings.Cut(text, name)
	after = strings.TrimLeft(letters.First(after, 160), " ,;(–—-")
	if at := birth().FindStringIndex(letters.Fold(after)); at != nil && letters.Len(after) == len(letters.Fold(after)) {
		after = string([]rune(after)[at[1]:])
	}
	if at := clauseEnd().FindStringIndex(after); at != nil {
		after = after[:at[0]]
	}
	if !texts.IsPosition(after) && !(unmarked(after) && texts.IsPlainPosition(after)) || texts.FieldOf(after) != "" || pupil().MatchString(letters.Fold(after)) {
		return ""
	}
	if at := placed().FindStringSubmatchIndex(after); at != nil && !texts.CommuneWords()[strings.ToLower(lastWord(after[:at[2]]))] {
		if word, _, _ := strings.Cut(after[at[2]:], " "); headsVillage(after[:at[2]]) {
			at[2] += len(word)
		}
		after = after[:at[2]]
	}
	if after = strings.TrimSpace(after); len(strings.Fields(after)) > longestPosition {
		return ""
	}
	return after
}

// birth is what may stand between a name and what somebody is.
var birth = letters.Pattern(`^(?:(?:sinh|sanh|sn)(?: nam| ngay)?[ :]*\d[\d/.-]*\d|(?:19|20)\d\d|(?:nam nay )?\d{1,3} tuoi)\s*[,;)–-]+\s*`)

// positionBefore is what somebody is whose name follows it: "y sĩ Hạng Thị Sua". Who was
// that once is it no more.
func positionBefore(text, name string) string {
	before, after, ok := strings.Cut(text, name)
	if !ok || retired().MatchString(letters.Fold(letters.First(after, 90))) {
		return ""
	}
	if at := strings.LastIndexAny(before, ",.;:(\n\"“"); at >= 0 {
		before = before[at+1:]
	}
	words := strings.Fields(before)
	for n := min(longestBefore, len(words)); n > 0; n-- {
		role := strings.Join(words[len(words)-n:], " ")
		if i := len(words) - n; !texts.IsTitle(role) || i > 0 && wasOnce[letters.Fold(words[i-1])] {
			continue
		}
		return role
	}
	return ""
}

// withoutRole is a name without what says before it what somebody is: "Công an viên Mào Văn
// Thỏa".
func withoutRole(name string) string {
	words := strings.Fields(name)
	for n := min(longestBefore, len(words)-2); n > 1; n-- {
		if bare := strings.Join(words[n:], " "); texts.IsTitle(strings.Join(words[:n], " ")) && IsPersonName(bare) {
			return bare
		}
	}
	return name
}

// longestBefore is how many words say before a name what somebody is, at most.
const longestBefore = 4

var (
	retired = letters.Pattern(`\b(?:nghi huu|ve huu|nghi che do|nguyen la)\b`)
	wasOnce = letters.Set("nguyen cuu")
)

var (
	clauseEnd = letters.Pattern(`[,;:.)(\n]|\s[-–—]\s`)
	pupil     = letters.Pattern(`^(?:hoc sinh|sinh vien|lop)\b`)
)

// longestPosition is how many words say what somebody is, at most.
const longestPosition = 9

// ModelTold is the name of the model with which a text begins, if it stands in
// quotation marks: Mô hình "Tiếng kẻng an ninh" ở thôn Pác Bó.
func ModelTold(text string) string {
	start := Unnumbered(letters.First(opening(Unnumbered(text)), longestModel))
	if !strings.HasPrefix(letters.Fold(start), "mo hinh ") {
		return ""
	}
	if m := quotation().FindStringSubmatch(start); m != nil {
		return strings.TrimSpace(m[1])
	}
	words := strings.Fields(start)[2:]
	for n, w := range words {
		switch {
		case n == 0 && !letters.Capital(w), n == longestModelName:
			return ""
		case n > 1 && (texts.AfterGroup()[w] || texts.PlaceWords()[w]):
			return strings.Join(words[:n], " ")
		case n > 0 && strings.ContainsAny(w, ",:;."):
			return strings.TrimRight(strings.Join(words[:n+1], " "), ",:;.")
		}
	}
	return ""
}

// longestModelName is how many words the name of a model has at most that stands in
// no quotation marks.
const longestModelName = 12

// model takes the name of a model, and what a text tells behind it.
func (t *Told) model(name string) {
	_, after, _ := strings.Cut(t.Deed, name)
	t.Name, t.Place = name, PlaceTold(t.Deed)
	after = strings.TrimLeft(after, "”\"» ,;:.–-")
	if head, rest, _ := strings.Cut(after, " "); letters.Fold(head) == "o" || letters.Fold(head) == "tai" {
		after = rest
	}
	if place := placeLeading(after); place != "" {
		after = strings.TrimLeft(strings.TrimPrefix(after, place), " ,;:–-")
	}
	if len(strings.Fields(after)) >= leastDeed {
		t.Deed = after
	}
}

// leastDeed is how many words tell a deed at least.
const leastDeed = 4

// longestModel is how far into a text the name of a model ends, in characters.
const longestModel = 200

// isClass reports whether a place is only that of a class in a school.
func isClass(place string) bool { return strings.HasPrefix(letters.Fold(place), "lop ") }

// classAfter is the class, and the school, of whom a text tells, as they stand right after
// the name: "em Vàng Thị Sua lớp 8A2 trường THCS thị trấn …".
func classAfter(text, name string) string {
	_, after, _ := strings.Cut(text, name)
	words := strings.Fields(strings.TrimLeft(letters.First(after, longestPlace), " ,;(-–"))
	if len(words) < 2 || letters.Fold(words[0]) != "lop" || !unicode.IsDigit(rune(words[1][0])) {
		return ""
	}
	n := 2
	if n+1 < len(words) && letters.Fold(words[n]) == "truong" && !letters.EndsPart(words[1]) {
		for n++; n < len(words) && (kindOfOffice[letters.Fold(letters.BareWord(words[n]))] || letters.CapitalOrNumber(words[n]) || letters.Capital(words[n])) && !letters.EndsPart(words[n-1]); n++ {
		}
	}
	return trimmed(words[:n])
}

// placeBeforeDeed takes the village with which a part begins, or the commune after
// that which was told, and goes on with the deed.
func (t *Told) placeBeforeDeed(part string) {
	place := communeLeading(part)
	switch {
	case t.Place == "":
		place = placeLeading(part)
		t.Place = place
	case place != "" && !communeIn(t.Place):
		t.Place += ", " + place
	default:
		return
	}
	if deed := strings.TrimLeft(strings.TrimPrefix(t.Deed, place), " ,;:–-"); deed != "" {
		t.Deed = deed
	}
}

// placeAfter is the place that a text tells after a name, as it is that of the
// person; one before it may be that of the deed.
func placeAfter(text, name string) string {
	if _, after, ok := strings.Cut(text, name); ok && name != "" {
		sentence, _, _ := strings.Cut(after, "\n")
		if place := PlaceOf(sentence, name); place != "" {
			return place
		}
	}
	return PlaceOf(text, name)
}

// opening is a text without the words that only say that somebody is introduced.
func opening(text string) string {
	start := letters.Fold(letters.First(text, longestModel))
	if m := introducing().FindStringIndex(start); m != nil {
		words := len(strings.Fields(start[:m[1]]))
		if fields := strings.Fields(text); words < len(fields) {
			return text[strings.Index(text, fields[words]):]
		}
	}
	return text
}

var introducing = letters.Pattern(`^(?:(?:truong|tram|ubnd|uy ban|hoi|doan|chi (?:bo|hoi|doan)|cong (?:an|doan)|don|phong|ban|dang (?:uy|bo))(?: [^ ,.;:]+){0,9}? (?:(?:xin|duoc|tran trong|kinh) )*gioi thieu[: ]+(?:(?:guong|ve)[: ]+)*|` +
	`(?:toi |em |don vi |xin |duoc )*(?:gui|gioi thieu|bao cao)[: ]+(?:(?:guong|ve)[: ]+)*|guong[: ]+|truong hop[: ]+(?:cua )?)(?:(?:nguoi tot,? viec tot|dien hinh tien tien|ca nhan)[: ]+)?`)

// partEnd is what stands between the parts of an introduction.
var partEnd = letters.Pattern(`\s*(?:[,;\n]|\s[-–—]\s|:\s)\s*`)

// cutPart cuts the first part off.
func cutPart(text string) (part, rest string) {
	at := partEnd().FindStringIndex(text)
	if at == nil {
		return strings.TrimSpace(text), ""
	}
	return strings.TrimSpace(text[:at[0]]), strings.TrimSpace(text[at[1]:])
}

// introduces says that somebody else is introduced, folded.
const introduces = "gioi thieu"

// isName reports whether the first part of a text is the name of what it
// introduces. Before a place or a birth it may be written in small letters.
func isName(part string, placed bool) bool {
	words := strings.Fields(BareName(part))
	if len(words) < 2 || len(words) > 12 || CheckName(BareName(part)) != "" {
		return false
	}
	if isGroup(part) {
		if strings.Contains(letters.Fold(part), introduces) {
			return false // a unit that introduces somebody is not whom it introduces
		}
		if slices.ContainsFunc(words[1:], func(w string) bool { return texts.HasOrDid[w] }) {
			return false // nor is a sentence
		}
		return placed || len(words) <= 8
	}
	named := IsPersonName(strings.Join(words, " "))
	capitals := !slices.ContainsFunc(words, func(w string) bool { return !unicode.IsUpper([]rune(w)[0]) })
	return len(words) <= 5 && (named && placed || named && capitals || capitals && placed && PlaceIn(part) == "")
}

// isGroup reports whether a name is that of a group, a household or a model.
func isGroup(name string) bool {
	group, folded := strings.ToLower(name), letters.Fold(name)
	return hasPrefix(group, texts.Collectives) || hasPrefix(group, texts.Households) || hasPrefix(folded, groups) || strings.HasPrefix(folded, "mo hinh ")
}

// IsHousehold reports whether a name is that of a household.
func IsHousehold(name string) bool { return hasPrefix(strings.ToLower(name), texts.Households) }

// groups begin the names of groups in whatever spelling: nobody is called so.
var groups = phrases("chi hoi,chi doan,chi bo,nhom,tap the,cau lac bo,hop tac xa,to hop tac,to tu quan,to dan pho,hoi phu nu,hoi nong dan,hoi cuu chien binh,hoi chu thap do,doan thanh nien," +
	"cong doan,lien doi,truong mam non,truong tieu hoc,truong thcs,truong ptdtbt,tram y te,ban quan ly,doi van nghe,doi dan quan")

// bornIn is the birth that a part of a text is, if it is no more.
func bornIn(part string) string {
	if len(strings.Fields(part)) > 5 {
		return ""
	}
	if key, value, ok := FieldLabelled(part); ok && key == "born" {
		return value
	}
	folded := letters.Fold(part)
	age := aged().FindString(folded)
	if served().MatchString(folded[len(age):]) {
		return ""
	}
	return age
}

var aged = letters.Pattern(`^\d{1,3} tuoi\b`)

var born = letters.Pattern(`^.{0,60}?\b(sinh|sanh|sn)(?: nam| ngay| vao)?[ :]*((?:thang )?\d{1,2}(?: thang \d{1,2})? nam \d{4}|(?:thang )?\d[\d/.-]*)`)

// BornTold is when somebody was born of whom a text tells, as it stands soon after
// the name.
func BornTold(text, name string) string {
	for _, after := range strings.Split(text, name)[1:] {
		if born := bornBehind(after); born != "" {
			return born
		}
	}
	return ""
}

func bornBehind(after string) string {
	folded := letters.Fold(letters.First(after, 90))
	if m := bornBeside().FindStringSubmatch(folded); m != nil && !served().MatchString(folded[len(m[0]):]) {
		return cmp.Or(m[1], m[2], m[3], m[4])
	}
	m := born().FindStringSubmatchIndex(folded)
	if m == nil || otherSinh[lastWord(folded[:m[2]])] || served().MatchString(folded[m[5]:]) {
		return ""
	}
	return strings.TrimRight(folded[m[4]:m[5]], "./-")
}

// served is behind what is no age: tuổi đảng, tuổi quân.
var served = letters.Pattern(`^ ?(?:tuoi )?(?:dang|quan|nghe|doi|doan)\b`)

// bornBeside is the age, or the year alone, that stands right after a name; no year alone
// makes a child of anybody.
var bornBeside = letters.Pattern(`^ ?[,(–-] ?(?:(?:nam nay|hien|da) )*(?:(\d{1,3} tuoi)\b|(?:sn ((?:19|20)\d\d)|(19\d\d|200\d))\s*[,;:.)–-])|^ (?:(?:nam nay|hien|da) )*(\d{1,3} tuoi)\b`)

// otherSinh are the words that make another of the one for a birth: học sinh, hy sinh.
var otherSinh = letters.Set("hoc hi hy phat ve phuc thi nay ho")

func lastWord(text string) string {
	words := strings.Fields(text)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// IsHeadline reports whether a first line stands above a text as its title: it is set
// apart by an empty line, and more than a name, a place or what the list is of.
func IsHeadline(first, more string) bool {
	words := strings.Fields(first)
	return strings.HasPrefix(more, "\n") && len(words) >= leastHeadline && !IsPersonName(BareName(first)) && PlaceIn(first) == "" && !begins(letters.Fold(first)+" ", noHeadline)
}

// leastHeadline is how many words a title has at least that stands above a text.
const leastHeadline = 4

// noHeadline begin first lines that say what follows, and not of what.
var noHeadline = phrases("guong ,gioi thieu,bao cao,danh sach,ho so,kinh ,em ,chao,tap the,ca nhan,don vi,nhom ,to ,doi ,hoi ,chi ,cau lac bo")

// Long reports whether a text is long enough to be a summary that nobody asked
// for.
func Long(s string) bool { return letters.Len(s) >= longText }
