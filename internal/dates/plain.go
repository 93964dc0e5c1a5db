package dates

import (
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/vietnamese"
)

// plain is what is meant of a text, in the one spelling in which days are looked for: small
// words without marks, one blank between them, and numbers in digits.
func plain(text string) string {
	var words []string
	raw := strings.Fields(strings.ToLower(meant(text)))
	for i, word := range raw {
		if (word == "-" || word == "/") && i > 0 && i+1 < len(raw) && letters.IsDigits(raw[i-1]) && letters.IsDigits(raw[i+1]) { // "22 - 11 - 2026"
			words = append(words, word)
			continue
		}
		word = strings.TrimRight(strings.Trim(word, `,;:!?()…"'*`), ".,;:-/")
		if word == vietnamese.Politely { // which without its mark takes back what was said
			continue
		}
		bare, known := marked[word]
		if word == vietnamese.One && i > 0 && raw[i-1] == vietnamese.Day { // "ngày mốt" without its mark is another
			bare, known = "1", true
		}
		if notNumbers[word] && (i == 0 || letters.Fold(raw[i-1]) != "quan") { // "quân đội" has its day
			bare, known = letters.Fold(word)+"f", true
		}
		if !known {
			bare = letters.Fold(word)
		}
		if m := glued().FindStringSubmatch(bare); m != nil {
			words = append(words, m[1])
			bare = m[2]
		}
		if whole, ok := spellings[bare]; ok {
			bare = whole
		}
		words = append(words, strings.Fields(bare)...)
		if i+1 < len(raw) && letters.IsDigits(word) && strings.HasSuffix(raw[i], ",") && raw[i+1] == vietnamese.Month && (i == 0 || !beforeNumber[letters.Fold(raw[i-1])]) {
			words = append(words, ",") // "khối 1, tháng 11"
		}
	}
	said := strings.Join(inDigits(words), " ")
	said = dotted().ReplaceAllString(said, "$1")
	said = clock().ReplaceAllString(said, "")
	said = solar().ReplaceAllString(said, "ngay $1")
	said = sinceThen().ReplaceAllString(said, "$1")
	said = half().ReplaceAllString(said, "15 ngay")
	said = veryLast().ReplaceAllString(said, "cuoi $1")
	said = oneOn().ReplaceAllString(said, "${1}1 $2 nua")
	return strings.Join(strings.Fields(said), " ")
}

// meant is a text without what it takes back in the same breath, and its words of days
// without what a keyboard left of their marks: "hoom kia", "na8m 1988".
func meant(text string) string {
	if right, ok := letters.TakenBack(letters.Clean(text)); ok {
		text = right
	}
	words := strings.Fields(text)
	for i, word := range words {
		folded := letters.Fold(word)
		if ofDays[folded] || letters.IsDigits(folded) || numbered(folded) {
			continue
		}
		for _, bare := range letters.Untyped(folded) {
			if ofDays[bare] || i > 0 && words[i-1] == "thu" && ofWeek[bare] {
				words[i] = bare
			}
		}
	}
	return strings.Join(words, " ")
}

// numbered reports whether a word has a number behind it, and no marks that were typed as
// digits: "thu71", "thang1".
func numbered(folded string) bool {
	m := glued().FindStringSubmatch(folded)
	return m != nil && (len(m[2]) > 1) == (m[1] != "thu")
}

var ofDays = letters.Set("ngay thang nam hom qua kia nay mai truoc sau tuan sinh tuoi sang chieu toi cuoi thu roi vua ngoai")

// ofWeek are the words behind "thứ" which name a day of the week.
var ofWeek = letters.Set("hai ba tu bay")

// marked are words whose marks tell them from others: "mốt" from "một", "kìa" from "kia",
// "sáu" from "sau".
var marked = map[string]string{
	vietnamese.Overmorrow: dayAfter, vietnamese.Farther: beyond, vietnamese.Farthest: beyond, vietnamese.Six: six, vietnamese.SouthFive: "lam", vietnamese.Yonder: "kia", vietnamese.Evening: "dem",
}

// notNumbers are words that without their marks would be numbers, or words of correcting.
var notNumbers = letters.Set(vietnamese.NotNumbers + " " + vietnamese.NotCorrecting)

// The spellings of what would else be another word.
const (
	dayAfter = "mots"
	beyond   = "kias"
	six      = "saus"
)

// spellings are the words for which there are others, by region or in short.
var spellings = map[string]string{
	"hqua": "hom qua", "hqa": "hom qua", "wa": "qua", "hnay": "hom nay", "hkia": "hom kia", "hum": "hom", "bua": "hom", "som": "sang", "khuya": "toi",
	"ni": "nay", "nhut": "nhat", "cn": "chu nhat", "trc": "truoc", "trk": "truoc", "r": "roi", "mong": "mung",
	"ngan": "nghin", "ngin": "nghin", "sanh": "sinh", "sn": "sinh nam", "ns": "sinh nam", "thg": "thang", "th": "t", "vn": "viet nam",
}

var (
	// glued is a word that was written together with its number: "thu7", "t10/2026".
	glued = letters.Pattern(`^(thu|thang|thg|th|t|sn|ns|ngay|mung|mong|nam)(\d[\d/.-]*)$`)
	// clock is an hour, which is no day: "17h30", "7 giờ".
	clock = letters.Pattern(`\b\d{1,2} ?(?:h|g|gio)(?:\d{2}| \d{2} phut)?\b|\b\d{1,2}:\d{2}\b`)
	// dotted is an hour behind a date: "20.11.2026 07.30".
	dotted = letters.Pattern(`(\d{4}) \d{1,2}\.\d{2}\b`)
	// solar is a day of the calendar that is not the moon's: "5 tây".
	solar = letters.Pattern(`\b(?:ngay |mung )?(\d{1,2}) tay\b`)
	// sinceThen is a day since when something is, until today.
	sinceThen = letters.Pattern(`\btuf? (.*?) (?:cho )?(?:den|toi) (?:hom nay|nay|bay gio|gio)\b`)
	half      = letters.Pattern(`\bnua thang\b`)
	// veryLast is the end of a month, a year or such in more words.
	veryLast = letters.Pattern(`\b(?:(?:het|cuoi) )?(?:ngay|hom) cuoi cung (?:cua |trong )?(tuan|thang|nam|quy)\b`)
	// oneOn is a span of which there is one: "tuần nữa".
	oneOn = letters.Pattern(`(^|[a-z] )(tuan|thang) nua\b`)
)
