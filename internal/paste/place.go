package paste

import (
	"slices"
	"strings"
	"unicode"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/texts"
	"guongsang/internal/vietnamese"
)

// PlaceIn is the place that a part of a text is, if it is no more.
func PlaceIn(part string) string {
	place := BarePlace(part)
	folded := letters.Fold(place)
	if n := len(strings.Fields(place)); n < 2 || n > 10 {
		return ""
	}
	if told := PlaceTold(place); told != "" && strings.HasPrefix(place, told) {
		if rest := strings.Fields(place[len(told):]); len(rest) > 0 && placeEnds(rest[0]) {
			return ""
		}
		return place
	}
	if hasPrefix(strings.ToLower(place), texts.Places) && len(strings.Fields(place)) <= 7 || strings.HasPrefix(folded, "ban ") && len(strings.Fields(place)) <= 4 {
		return place
	}
	return ""
}

// placeEnds reports whether a word after a place tells what is done there.
func placeEnds(word string) bool {
	return notOfPlace[letters.Fold(word)] || texts.GroupDoes()[word] || unicode.IsDigit(rune(word[0]))
}

// placeLeading is the village, office or commune with which a part of a text begins
// that goes on after it.
func placeLeading(part string) string {
	if at := placed().FindStringSubmatchIndex(part); at != nil && at[2] == 0 {
		return placeFrom(window(part, longestPlace))
	}
	return communeLeading(part)
}

// communeLeading is the commune with which a part of a text begins.
func communeLeading(part string) string {
	words := strings.Fields(window(part, longestPlace))
	return trimmed(words[:communeWords(words)])
}

var (
	// placed is where somebody is from: a village, or where there is only a number,
	// and the commune after it.
	placed = letters.Pattern(`(?i)(?:^|[\s,(–-])((?:` + strings.Join(slices.Concat(texts.Villages(), texts.Institutions), "|") + `)\s+\S+|(?:` + strings.Join(texts.NumberedVillages, "|") + `)\s+\d+)`)
	// placedPlainly is the same in a text without diacritics, where only the word
	// before tells, or the commune behind.
	placedPlainly = letters.Pattern(`(?i)(?:^|\s)(?:(?:o|tai)\s+((?:ban|thon|xom|lang)\s+(?:[a-z]+(?:\s+[a-z]+)??,?\s+(?:xa|phuong)\s+[a-z]+(?:\s+[a-z]+)?|[a-z]+(?:\s+[a-z]+)?))|((?:` + vietnamese.Village + `)\s+(?:[a-z0-9]+\s+){0,2}[a-z0-9]+,?\s+(?:xa|phuong)\s+[a-z]+(?:\s+[a-z]+)?))`)
)

// PlaceTold is the first village, or office, that a text names.
func PlaceTold(text string) string { return PlaceOf(text, "") }

// PlaceOf is the first that is not where somebody else is from than whom the text
// introduces by a name; "": whoever that is.
func PlaceOf(text, name string) string {
	for line := range strings.SplitSeq(text, "\n") {
		for from := 0; from < len(line); {
			at := placed().FindStringSubmatchIndex(line[from:])
			if at == nil {
				break
			}
			start := from + at[2]
			place := placeFrom(window(line[start:], longestPlace))
			if place != "" && !insideName(line[:start], place) && !givenTo(line[:start], place, name) && (!headsVillage(line[max(from-1, start-longestPlace, 0):start]) || communeIn(place)) && (name == "" || !intent.OfAnother(line[:start], name)) {
				return place
			}
			from = min(start+max(1, len(place)), len(line))
		}
	}
	bare := unmarked(text)
	for line := range strings.SplitSeq(text, "\n") {
		if bare || !tellingOfLine(line).capitals {
			if place := plainlyPlaced(line, name); place != "" {
				return place
			}
		}
	}
	return ""
}

// plainlyPlaced is the village that a line names in which no capital, or no mark, tells it.
func plainlyPlaced(line, name string) string {
	words := strings.Fields(line)
	folded := letters.Fold(strings.Join(words, " "))
	at := placedPlainly().FindStringSubmatchIndex(folded)
	if at == nil || len(strings.Fields(folded)) != len(words) {
		return ""
	}
	from, to := max(at[2], at[4]), max(at[3], at[5])
	n := len(strings.Fields(folded[:from]))
	place := words[n : n+len(strings.Fields(folded[from:to]))]
	if !unmarked(line) && !slices.Contains(texts.Villages(), strings.ToLower(place[0])) || ownVillage[letters.Fold(place[1])] || name != "" && intent.OfAnother(strings.Join(words[:n], " "), name) {
		return ""
	}
	if letters.IsCapitals(strings.Join(place, " ")) {
		return inName(plainPlace(trimmed(place)))
	}
	return plainPlace(trimmed(place))
}

// ownVillage are words behind that for a village which do not name it.
var ownVillage = letters.Set("toi em minh nay do ay ben canh khac nao")

// insideName reports whether what seems to be a village, written with a capital, goes
// on a name: "Châu Văn Sóc Kha".
func insideName(before, place string) bool {
	word := lastWord(before)
	return letters.Capital(place) && !numberedVillage(strings.Fields(place)) && letters.Capital(word) && strings.HasSuffix(before, word+" ") && strings.IndexByte(",.;:)", word[len(word)-1]) < 0 && letters.Len(word) > 1 && letters.Fold(word) != "tai"
}

// givenTo reports whether an office is only where something was done or given: behind the
// name, in another sentence or behind a word of giving.
func givenTo(before, place, name string) bool {
	if villageHead(strings.Fields(place)) || numberedVillage(strings.Fields(place)) || worksThere[letters.Fold(lastWord(before))] {
		return false
	}
	if at := strings.LastIndex(before, name); name != "" && at >= 0 {
		before = before[at+len(name):]
	} else if name == "" {
		return false
	}
	if at := sentenceEnd().FindAllStringIndex(before, -1); len(at) > 0 {
		return true
	}
	if at := strings.LastIndexAny(before, ",;:("); at >= 0 {
		before = before[at+1:]
	}
	return giving().MatchString(strings.ToLower(before))
}

// worksThere are last words before an office where somebody is, whatever was given.
var worksThere = letters.Set("tai o tac viec")

var giving = letters.Pattern(`(?:^|\s)(?:` + texts.Giving + `)(?:\s|$)`)

// communeIn reports whether a place names the commune of a village.
func communeIn(place string) bool {
	return slices.ContainsFunc(texts.InCommune, func(in string) bool { return strings.Contains(place, in) })
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
	if last := len(words) - 1; last >= 2 && notOfPlace[letters.Fold(words[last])] {
		words = words[:last]
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

var (
	// kindOfOffice are words in the names of offices that are not written with
	// capitals.
	kindOfOffice = letters.Set("mam non tieu hoc so thcs thpt ptdtbt pho thong dan toc ban tru noi y te bien phong nong phu nu cuu chien binh thanh nien xa phuong thi tran huyen khu vuc cap nhan bao ve kiem lam " +
		"mn th ptdtnt trung giao duc chuyen biet quan su chi huy cong an quoc te lien cap cong lap tu thuc nghe hoa nhap")
	// afterHalf are the second halves of such words, after the first with a capital.
	afterHalf = letters.Set("non hoc so thong toc tru te phong dan nu binh nien tran vuc lam duc biet su huy an lap thuc nhap cap doan quan")
)

// placeFrom is the village or office with which a text begins, and the commune
// behind it.
func placeFrom(text string) string {
	words := strings.Fields(text)
	n := placeWords(words)
	if n >= len(words) {
		return ""
	}
	village := villageHead(words)
	more, named := nameOfPlace(words, n, !village)
	if village && !named {
		return ""
	}
	if n += more; strings.IndexByte(".;:)", words[n-1][len(words[n-1])-1]) < 0 {
		commune := communeWords(words[n:])
		n, named = n+commune, named || commune > 0
	}
	switch {
	case !named:
		return ""
	case village && n < len(words) && strings.IndexByte(".;:)", words[n-1][len(words[n-1])-1]) < 0 && numberedVillage(words) && villageHead(words[n:]):
		if next := placeFrom(strings.Join(words[n:], " ")); next != "" { // "tổ 5 ấp Bình Hòa, xã …"
			return strings.Join(words[:n], " ") + " " + next
		}
	}
	return trimmed(words[:n])
}

// villageHead reports whether words begin with that of a village, and not of an
// office.
func villageHead(words []string) bool {
	first := strings.ToLower(words[0])
	return slices.ContainsFunc(slices.Concat(texts.Villages(), texts.NumberedVillages), func(v string) bool { return v == first || strings.HasPrefix(v, first+" ") })
}

// numberedVillage reports whether words begin with a village that is a part of one.
func numberedVillage(words []string) bool {
	return slices.Contains(texts.NumberedVillages, strings.ToLower(words[0]))
}

// longestName are how many words the name of a village or commune, and that of an
// office, have at most.
const longestName, longestOfficeName = 4, 8

// nameOfPlace is how many words from one on are the name of a place: with capitals,
// numbers, and of an office words of its kind.
func nameOfPlace(words []string, from int, office bool) (many int, named bool) {
	n, most := from, from+longestName
	if office {
		most = from + longestOfficeName
	}
	for ; n < len(words) && n < most; n++ {
		if n > from && (words[n][0] == '(' || strings.IndexByte(",.;:)", words[n-1][len(words[n-1])-1]) >= 0) {
			break
		}
		w := strings.Trim(words[n], ",.;:()!?")
		switch folded := letters.Fold(w); {
		case letters.Capital(w), office && w != "" && unicode.IsUpper([]rune(w)[0]):
			named = true
		case w != "" && letters.IsDigits(w) && len(w) <= 3 && (n == from || letters.Fold(words[n-1]) == "so" || named) && !countsNext(words[n:]):
			named = true
		case folded == "so" && n+1 < len(words) && letters.IsDigits(strings.Trim(words[n+1], ",.;:()")):
		case office && n > from && afterHalf[folded] && letters.Capital(words[n-1]), office && kindOfOffice[folded] && (!named || capitalSoon(words[n+1:])) && folded != "xa" && folded != "phuong":
		default:
			return n - from, named
		}
	}
	return n - from, named
}

// capitalSoon reports whether among the next words of an office's kind there is one
// with a capital.
func capitalSoon(words []string) bool {
	for _, w := range words {
		if letters.Capital(w) {
			return true
		}
		if !kindOfOffice[letters.Fold(w)] {
			return false
		}
	}
	return false
}

// countsNext reports whether a number counts what follows it.
func countsNext(words []string) bool {
	return len(words) > 1 && strings.IndexByte(",.;:)", words[0][len(words[0])-1]) < 0 && counted[letters.Fold(strings.Trim(words[1], ",.;:"))]
}

var counted = letters.Set("nam thang ngay tuan lan nguoi chau em con cai chiec bo ha ho trieu dong km m m2 tan cay cu dua bao suat can ta kg gio phut lit thanh hoc ti ty nghin ngan tram vi chi anh chuyen dot mo mau sao")

// communeWords is how many words are the commune with which a text begins.
func communeWords(words []string) int {
	if len(words) == 0 {
		return 0
	}
	head := strings.ToLower(strings.TrimLeft(words[0], "("))
	switch next := words[1:]; {
	case texts.CommuneWords()[head] && len(next) > 0 && letters.Capital(next[0]), texts.CommuneWords()[head] && len(next) > 0 && letters.IsDigits(strings.Trim(next[0], ",.;:")) && strings.HasPrefix(head, "p"):
		n, _ := nameOfPlace(words, 1, false)
		return 1 + n
	case len(next) > 1 && texts.LongCommune(head, next[0]) && letters.Capital(next[1]):
		n, _ := nameOfPlace(words, 2, false)
		return 2 + n
	case len(head) > 2 && (strings.HasPrefix(head, "p.") || strings.HasPrefix(head, "x.")) && letters.Capital(words[0][2:]):
		n, _ := nameOfPlace(append([]string{words[0][2:]}, next...), 0, false)
		return n
	}
	return 0
}

// placeWords is how many words say what kind of place a text begins with.
func placeWords(words []string) int {
	folded := letters.Fold(strings.Join(words[:min(len(words), 3)], " "))
	switch {
	case strings.HasPrefix(folded, "to dan pho"):
		return 3
	case begins(folded+" ", []string{"khu pho ", "khoi pho ", "tieu khu ", "tram y te ", "truong ", "diem truong ", "don bien phong ", "cong an ", "trung tam ", "tram kiem ", "hat kiem ", "benh vien "}):
		return 2
	}
	return 1
}

func trimmed(words []string) string { return strings.TrimRight(strings.Join(words, " "), ",.;:)") }
