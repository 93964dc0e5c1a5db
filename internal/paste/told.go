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
type Told struct{ Name, Born, Place, Deed string }

// ToldBy reads a text as people introduce somebody: "name, place, deed" in parts,
// or in one sentence.
func ToldBy(text string) Told {
	whole := text
	text = withoutSender(text)
	t := Told{Deed: strings.TrimSpace(text)}
	name, rest := cutPart(opening(t.Deed))
	next, _ := cutPart(rest)
	placed := PlaceIn(next) != "" || bornIn(next) != ""
	if rest != "" && isName(name, placed) {
		t.Name, t.Deed = name, rest
		if !isGroup(name) {
			t.Name = BareName(name)
		}
		for part, rest := cutPart(t.Deed); rest != ""; part, rest = cutPart(t.Deed) {
			if born := bornIn(part); born != "" && t.Born == "" {
				t.Born, t.Deed = born, rest
			} else if place := PlaceIn(part); place != "" && t.Place == "" {
				t.Place, t.Deed = place, rest
			} else if place != "" && strings.HasPrefix(letters.Fold(part), "xa ") {
				t.Place, t.Deed = t.Place+", "+place, rest
			} else {
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
	if t.Place == "" {
		t.Place = cmp.Or(placeAfter(text, t.Name), PlaceTold(whole))
	}
	if t.Born == "" && isPerson(t.Name) {
		t.Born = BornTold(text, t.Name)
	}
	return t
}

// withoutSender is a text without the unit that only says that it sends it:
// "Trường Mầm non Hoang Thèn báo: cô Đèo Thị Ngân …". Else the sender would be
// taken for who is introduced, and the person's name for no name at all.
func withoutSender(text string) string {
	if body, ok := ofOurs(text); ok {
		return body
	}
	lead, rest, found := strings.Cut(text, ":")
	words := strings.Fields(letters.Fold(lead))
	rest = strings.TrimSpace(rest)
	if !found || rest == "" || strings.Contains(lead, "\n") || len(words) < 3 || len(words) > longestGroup+4 || !intent.UnitKinds[words[0]] && !isGroup(lead) {
		return text
	}
	if sends().MatchString(strings.Join(words, " ")) {
		return rest
	}
	return text
}

// ofOurs is a text without the unit in which somebody is: "Trường tôi có em Tẩn
// Mẩy, lớp 5 …".
func ofOurs(text string) (body string, ok bool) {
	fields := strings.Fields(text)
	lead := ours().FindString(letters.Fold(strings.Join(fields[:min(len(fields), longestOurs)], " ")) + " ")
	n := len(strings.Fields(lead))
	if n == 0 || n >= len(fields) {
		return "", false
	}
	if next := letters.Fold(fields[n]); !intent.CalledBy[next] && next != "thay" && !isGroup(strings.Join(fields[n:], " ")) {
		return "", false
	}
	for _, word := range fields[:n] {
		_, text, _ = strings.Cut(text, word)
	}
	return strings.TrimSpace(text), true
}

// longestOurs is how many words may lead up to whom a unit has.
const longestOurs = 8

var ours = letters.Pattern(`^(?:o )?(?:truong|don vi|co quan|xa|ban|thon|to|lop|tram|hoi|phong|doan|chi \S+|ben)(?: \S+)? (?:toi|em|minh|ta|chung toi|chung em)(?: vua| moi| nay| cung)? co (?:mot )?`)

var sends = letters.Pattern(` (?:xin )?(?:bao|bao cao|gui|gui ve|gioi thieu|thong tin)(?: (?:guong|bao cao|guong nguoi tot viec tot|guong dien hinh|nguoi tot viec tot))?(?: thang \d{1,2})?$`)

// placeAfter is the place that a text tells after a name, as it is that of the
// person; one before it may be that of the deed.
func placeAfter(text, name string) string {
	if _, after, ok := strings.Cut(text, name); ok && name != "" {
		sentence, _, _ := strings.Cut(after, "\n")
		if place := PlaceTold(sentence); place != "" {
			return place
		}
	}
	return PlaceTold(text)
}

// opening is a text without the words that only say that somebody is introduced.
func opening(text string) string {
	if m := introducing().FindStringIndex(letters.Fold(text)); m != nil {
		words := len(strings.Fields(letters.Fold(text)[:m[1]]))
		if fields := strings.Fields(text); words < len(fields) {
			return text[strings.Index(text, fields[words]):]
		}
	}
	return text
}

var introducing = letters.Pattern(`^(?:(?:toi |em |don vi |xin |duoc )*(?:gui|gioi thieu|bao cao)[: ]+(?:(?:guong|ve)[: ]+)*|guong[: ]+|truong hop[: ]+(?:cua )?)(?:(?:nguoi tot,? viec tot|dien hinh tien tien|ca nhan)[: ]+)?`)

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

// groups begin the names of groups in whatever spelling: nobody is called so.
var groups = phrases("chi hoi,chi doan,chi bo,nhom,tap the,cau lac bo,hop tac xa,to hop tac,to tu quan,to dan pho,hoi phu nu,hoi nong dan,hoi cuu chien binh,hoi chu thap do,doan thanh nien," +
	"cong doan,lien doi,truong mam non,truong tieu hoc,truong thcs,truong ptdtbt,tram y te,ban quan ly,doi van nghe,doi dan quan")

// PlaceIn is the place that a part of a text is, if it is no more.
func PlaceIn(part string) string {
	place := BarePlace(part)
	folded := letters.Fold(place)
	if n := len(strings.Fields(place)); n < 2 || n > 10 {
		return ""
	}
	if told := PlaceTold(place); told != "" && strings.HasPrefix(place, told) {
		return place
	}
	if hasPrefix(strings.ToLower(place), texts.Places) && len(strings.Fields(place)) <= 7 || strings.HasPrefix(folded, "ban ") && len(strings.Fields(place)) <= 4 {
		return place
	}
	return ""
}

// bornIn is the birth that a part of a text is, if it is no more.
func bornIn(part string) string {
	if key, value, ok := FieldNamed(part); ok && key == "born" && len(strings.Fields(part)) <= 5 {
		return value
	}
	return ""
}

// nameTold is the first person of whom a text tells.
func nameTold(text string) string {
	for line := range strings.SplitSeq(text, "\n") {
		if name := nameInLine(line); name != "" {
			return name
		}
	}
	return ""
}

func nameInLine(line string) string {
	line = strings.ReplaceAll(line, " (", ", (") // a name ends there
	words := strings.Fields(line)
	for i := range words {
		words[i] = strings.Trim(words[i], "“”\"(")
	}
	folded := make([]string, len(words))
	capitals := false
	for i, w := range words {
		folded[i] = intent.PlainName(strings.TrimRight(w, ",.;:)"))
		capitals = capitals || i > 0 && letters.Capital(w)
	}
	for i := range words {
		switch {
		case !intent.Surnames[folded[i]] && !beforeMiddle(words[i:]):
		case !capitals:
			if name := smallName(words, folded, i); name != "" {
				return name
			}
		case letters.Capital(words[i]):
			end := i + nameLength(words[i:])
			if titled := i > 0 && intent.CalledBy[folded[i-1]]; end-i >= 3 || end-i == 2 && titled {
				return strings.TrimRight(strings.Join(words[i:end], " "), ",.;:)")
			}
		}
	}
	return ""
}

// beforeMiddle reports whether a word with a capital stands before one of the
// middle names that only persons have: it is a surname then, whichever.
func beforeMiddle(words []string) bool {
	return len(words) > 2 && letters.Capital(words[0]) && !intent.UnitKinds[letters.Fold(words[0])] && !strings.ContainsAny(words[0], ",.;:)") &&
		texts.MiddleNames[words[1]] && letters.Fold(words[2]) != "hoa"
}

// nameLength is how many words belong to a name that begins with them.
func nameLength(words []string) (n int) {
	for n < len(words) && n < 5 && letters.Capital(words[n]) {
		n++
		if strings.ContainsAny(words[n-1], ",.;:)") {
			break
		}
	}
	return n
}

// middles are the middle names that tell a name where nothing is written with
// capitals.
var middles = letters.Set("thi van a mi my lao phu u ta")

// smallName is a name without capitals at a place in a text: after a form of
// address, with a middle name.
func smallName(words, folded []string, i int) string {
	if i == 0 || !intent.CalledBy[folded[i-1]] || i+2 >= len(words) || !middles[folded[i+1]] || strings.ContainsAny(words[i]+words[i+1], ",.;:)") {
		return ""
	}
	return strings.TrimRight(strings.Join(words[i:i+3], " "), ",.;:)")
}

// groupWords are the words by which names of collectives begin, as they are written
// at the beginning of a sentence.
var groupWords = func() map[string]bool {
	all := map[string]bool{}
	for _, words := range texts.GroupWords {
		all[words] = true
	}
	return all
}()

// afterGroup are the words before which the name of a collective ends.
var afterGroup = letters.Set("o tai da trong gom co do moi cung cua dang la nam duoc")

// longestGroup is how many words the name of a collective has at most.
const longestGroup = 12

// groupTold is the collective with whose name a sentence begins.
func groupTold(text string) string {
	for line := range strings.SplitSeq(text, "\n") {
		for sentence := range strings.SplitSeq(line, ". ") {
			if name := groupIn(strings.Fields(sentence)); name != "" {
				return name
			}
		}
	}
	return ""
}

func groupIn(words []string) string {
	if len(words) < 3 || !beginsGroup(words) {
		return ""
	}
	for n := 1; n < min(len(words), longestGroup+1); n++ {
		if afterGroup[letters.Fold(words[n])] || words[n] != "" && unicode.IsDigit(rune(words[n][0])) {
			return nameOfGroup(words[:n])
		}
		if strings.ContainsAny(words[n], ",:;(") {
			return nameOfGroup(words[:n+1])
		}
	}
	if len(words) <= longestGroup {
		return nameOfGroup(words)
	}
	return ""
}

func beginsGroup(words []string) bool {
	return groupWords[words[0]] || groupWords[strings.Join(words[:2], " ")] || groupWords[strings.Join(words[:3], " ")]
}

// nameOfGroup is what is a name of a collective: it has a capital beside the
// first.
func nameOfGroup(words []string) string {
	for _, w := range words[1:] {
		if letters.Capital(w) {
			return strings.TrimRight(strings.Join(words, " "), ",.;:( ")
		}
	}
	return ""
}

var (
	// placed is where somebody is from: a village, and the commune after it.
	placed = letters.Pattern(`(?i)(?:^|[\s,(])((?:` + strings.Join(texts.Villages, "|") + `|` + strings.Join(texts.Institutions, "|") + `)\s+\S+)`)
	// placedPlainly is the same in a text without diacritics, where only the word
	// before tells.
	placedPlainly = letters.Pattern(`(?i)(?:^|\s)(?:o|tai)\s+((?:ban|thon|xom)\s+[a-z]+(?:\s+[a-z]+)?)`)
)

// PlaceTold is the first village, or office, that a text names.
func PlaceTold(text string) string {
	for line := range strings.SplitSeq(text, "\n") {
		for from := 0; from < len(line); {
			at := placed().FindStringSubmatchIndex(line[from:])
			if at == nil {
				break
			}
			start := from + at[2]
			if place := placeFrom(window(line[start:], longestPlace)); place != "" && !headsVillage(line[max(from-1, start-longestPlace, 0):start]) {
				return place
			}
			from = start + 1
		}
	}
	if unmarked(text) {
		if m := placedPlainly().FindStringSubmatch(text); m != nil {
			return plainPlace(m[1])
		}
	}
	return ""
}

// longestPlace is how far the name of a place may go, in bytes.
const longestPlace = 200

// window is a text up to a length in bytes.
func window(text string, most int) string { return text[:min(len(text), most)] }

// unmarked reports whether a text is written without diacritics.
func unmarked(text string) bool { return letters.Fold(text) == strings.ToLower(letters.OneLine(text)) }

// notOfPlace are words that follow the name of a village.
var notOfPlace = letters.Set("da nhat co cuu duoc hien giup cho dang nuoi lam tra ve di bi vao vi nay ay")

// plainPlace is a village without the words that follow its name.
func plainPlace(place string) string {
	words := strings.Fields(place)
	if len(words) == 3 && notOfPlace[strings.ToLower(words[2])] {
		words = words[:2]
	}
	return strings.Join(words, " ")
}

// villageHeads are words before that of a village which make it a title: "Trưởng
// bản Ma A Phú".
var villageHeads = letters.Set("truong pho gia")

// headsVillage reports whether a text ends in a word that makes a village of what
// follows a title.
func headsVillage(before string) bool {
	words := strings.Fields(before)
	return len(words) > 0 && villageHeads[letters.Fold(words[len(words)-1])]
}

// kindOfOffice are words in the names of offices that are not written with
// capitals.
var kindOfOffice = letters.Set("mam non tieu hoc so thcs thpt ptdtbt pho thong dan toc ban tru noi y te bien phong nong phu nu cuu chien binh thanh nien xa phuong thi tran huyen khu vuc cap nhan bao ve kiem lam")

// placeFrom is the village or office with which a text begins.
func placeFrom(text string) string {
	words := strings.Fields(text)
	n := placeWords(words)
	start, named := n, false
	for n < len(words) && n < start+8 {
		w := strings.Trim(words[n], ",.;:()")
		folded := letters.Fold(w)
		digits := letters.IsDigits(w)
		switch {
		case letters.Capital(words[n]) && (start == n || n < start+4 || kindOfOffice[folded] || named && n < start+6):
			named = true
		case digits && (n == start || letters.Fold(words[n-1]) == "so" || named && n <= start+2):
			named = true
		case folded == "so" && n == start && n+1 < len(words) && letters.IsDigits(strings.Trim(words[n+1], ",.;:()")):
		case start > 1 && kindOfOffice[folded] && !named:
		case folded == "xa" && n+1 < len(words) && letters.Capital(words[n+1]):
		default:
			return placeUpTo(words, n, named)
		}
		n++
		if strings.ContainsAny(words[n-1], ".;:)") {
			return placeUpTo(words, n, named)
		}
		if strings.HasSuffix(words[n-1], ",") && !communeNext(words[n:]) {
			break
		}
	}
	return placeUpTo(words, n, named)
}

func placeUpTo(words []string, n int, named bool) string {
	if !named {
		return ""
	}
	return trimmed(words[:n])
}

func communeNext(words []string) bool {
	return len(words) > 1 && letters.Fold(words[0]) == "xa" && letters.Capital(words[1])
}

// placeWords is how many words say what kind of place a text begins with.
func placeWords(words []string) int {
	folded := letters.Fold(strings.Join(words[:min(len(words), 3)], " "))
	switch {
	case strings.HasPrefix(folded, "to dan pho"):
		return 3
	case strings.HasPrefix(folded, "khu pho"), begins(folded+" ", []string{"tram y te ", "truong ", "diem truong ", "don bien phong ", "cong an ", "trung tam "}):
		return 2
	}
	return 1
}

func trimmed(words []string) string { return strings.TrimRight(strings.Join(words, " "), ",.;:)") }

var born = letters.Pattern(`^.{0,60}?\b(?:sinh nam|sinh ngay|sinh|sn)[ :]*(\d[\d/.-]*)`)

// BornTold is when somebody was born of whom a text tells, as it stands soon after
// the name.
func BornTold(text, name string) string {
	_, after, _ := strings.Cut(text, name)
	if m := born().FindStringSubmatch(letters.Fold(letters.First(after, 90))); m != nil {
		return strings.TrimRight(m[1], "./-")
	}
	return ""
}

// Long reports whether a text is long enough to be a summary that nobody asked
// for.
func Long(s string) bool { return letters.Len(s) >= longText }
