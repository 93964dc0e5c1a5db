package intent

import (
	"slices"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/vietnamese"
)

// A share is what is said of the name, or of the photo, alone.
type share int

const (
	unsaid share = iota
	granted
	refused
	open // it is not known yet, or not plain
)

// consentApart puts right what a sentence gives where it speaks of the name and of the photo
// apart, clause by clause: "ổng cho ghi tên, còn hình thì ổng mắc cỡ không cho". It gives more than was
// found only where it is plain that the name may be shown, and the photo not.
func consentApart(text string, c report.Consent) report.Consent {
	if c == report.NotGiven || c == report.NameOnly || len(text) > longestAfterAll || len(strings.Fields(text)) > longestConsent {
		return c
	}
	name, photo := sharesOf(text)
	switch {
	case name == open && photo != unsaid: // whether even the name may be shown is not known
		return ""
	case name == granted && photo == refused:
		return report.NameOnly
	case c == report.NameAndPhoto && (photo == refused || photo == open || name == refused || stillAsked().MatchString(" "+strings.Join(Words(text).All, " ")+" ")):
		return ""
	case c == "" && name == unsaid && photo == unsaid && refusesAll(text):
		return report.NotGiven
	}
	return c
}

// sharesOf is what a sentence says last of each.
func sharesOf(text string) (name, photo share) {
	unmarked := letters.Fold(text) == strings.ToLower(text)
	of := (*share)(nil)
	for clause := range clausesOf(text) {
		words := Words(clause).All
		said := " " + strings.Join(words, " ") + " "
		hasName := strings.Contains(said, " ten ")
		hasPhoto := strings.Contains(said, " hinh ") || letters.Marked(clause, "anh") || unmarked && photoUnmarked().MatchString(said)
		switch {
		case hasName && hasPhoto:
			of = nil
			continue
		case hasName:
			of = &name
		case hasPhoto:
			of = &photo
		}
		if of == nil {
			continue
		}
		switch now := shareIn(said, clause, unmarked); {
		case now != unsaid:
			*of = now
		case hasPhoto && len(words) > 2:
			photo = open // that there is one allows nothing
		}
	}
	return name, photo
}

func shareIn(said, clause string, unmarked bool) share {
	notMeant := dontMind().ReplaceAllString(said, " ")
	switch {
	case undecidedShare().MatchString(notMeant), slices.Contains(strings.Fields(strings.ToLower(clause)), vietnamese.If), unmarked && ifUnmarked().MatchString(notMeant):
		return open
	case deniesShare().MatchString(notMeant), saysDont(notMeant, clause, unmarked), strings.Contains(strings.ToLower(clause), texts.NotOfTheCentre):
		return refused
	case strings.Contains(said, " no cho ") && unmarked: // "nó cho" or "nỏ cho"
		return open
	case grantsShare().MatchString(said):
		return granted
	}
	return unsaid
}

// saysDont reports whether a clause says "đừng", which without its mark is "đúng" and "dùng".
func saysDont(said, clause string, unmarked bool) bool {
	return (unmarked || strings.Contains(strings.ToLower(clause), texts.Dont)) && dont().MatchString(said)
}

// clausesOf are the parts of a sentence that marks and "còn" part.
func clausesOf(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for clause := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(",.;!\n", r) }) {
			folded, runes, from := letters.Fold(clause), []rune(clause), 0
			if len(folded) == len(runes) { // folding keeps each letter one byte
				for _, at := range parting().FindAllStringIndex(folded, -1) {
					if !yield(string(runes[from:at[0]])) {
						return
					}
					from = at[0] + 1
				}
			}
			if !yield(string(runes[from:])) {
				return
			}
		}
	}
}

var (
	parting        = letters.Pattern(` (?:con|nhung|ma|chu) (?:anh|hinh|ten|cai hinh|cai anh|tam hinh)\b`)
	stillAsked     = letters.Pattern(` (?:se|con|dang|can|cho)(?: (?:phai|doi|cho|de|muon))* (?:hoi|xin|suy nghi|can nhac|xem xet|tra loi) | (?:hoi|suy nghi|can nhac|xem xet) them `)
	photoUnmarked  = letters.Pattern(` (?:con|ca|va|voi|lan|chup|dang|len|dua|de|bo|tru) anh | anh (?:chup|thi) `)
	dontMind       = letters.Pattern(` (?:khong|chang|cha)(?: co)? (?:ngai|so|mac co|xau ho|van de|sao)(?: gi)? `)
	undecidedShare = letters.Pattern(` (?:hoi lai|de (?:\w+ )?hoi|chua chac|khong chac|chua hoi|chua biet|xem lai|tinh sau|che mat|neu ma|mien la|hinh nhu|chac la|chac|suy nghi|can nhac|nghi (?:da|lai|ky|ki|them|xem)|de (?:\w+ ){0,3}nghi) `)
	ifUnmarked     = letters.Pattern(` neu (?:ma|duoc|khong|co|gia dinh|nha|chong|vo|bo|me|con|chau|` + vietnamese.Person + `) `)
	deniesShare    = letters.Pattern(` (?:khong|chua|chang|cha|khoi|mien|ngai|mac co|xau ho|ot dot|tu choi|e ngai) | (?:bo|tru|giau|so|khoi)(?: (?:len|dang|dua|chup))? (?:anh|hinh|mat) | (?:anh|hinh) (?:thi )?(?:xin )?(?:thoi|dung) `)
	dont           = letters.Pattern(` dung (?:co )?(?:dang|dua|len|de|cho|chup|ghi|neu|lay|up|cong khai|noi) `)
	grantsShare    = letters.Pattern(` (?:cho|duoc|ok|dong y|nhat tr?i|chiu|ung|bang long|thoai mai|cho phep|dang|tuot|luon|cung|xai|vui|neu ten|ghi ten) `)
)

// refusesAll reports whether a sentence that names neither says that nothing may be shown, or
// that nobody could be asked: "không nhất trí cho đăng tải", "đã hỏi được đâu".
func refusesAll(text string) bool {
	if len(strings.Fields(text)) > longestRefusing {
		return false
	}
	unmarked, refuses := letters.Fold(text) == strings.ToLower(text), false
	for clause := range clausesOf(text) {
		said := " " + strings.Join(Words(clause).All, " ") + " "
		if notAsked().MatchString(said) {
			return true
		}
		meant := strings.ToLower(clause)
		if !unmarked && !strings.Contains(meant, texts.Publish) {
			said = strings.ReplaceAll(said, " dang ", " x ") // "đáng", "đang"
		}
		if !unmarked && !strings.Contains(meant, texts.Dont) {
			said = strings.ReplaceAll(said, " dung ", " x ")
		}
		if allRefused().MatchString(said) {
			refuses = true
			said = allRefused().ReplaceAllString(said, " ")
		}
		if stillGrants().MatchString(said) {
			return false
		}
	}
	return refuses
}

// longestRefusing is how many words a sentence has at most that refuses all.
const longestRefusing = 16

var (
	notAsked    = letters.Pattern(` (?:da|co) (?:kip |he )?(?:hoi|gap|xin|lien lac|goi)(?: (?:y kien|duoc|phep|em|anh|chi|ong|ba|co|thay|bac|ho|cho|ay)){0,3} (?:dau|mo)(?: (?:a|em|chi|anh|nhe|nha|ma(?: \w+){0,2})){0,2} $`)
	allRefused  = letters.Pattern(` (?:khong|dung|chang)(?: (?:co|he|muon|cho|thich))* (?:nhat tr?i|chiu|bang long|dang|dua len|dua|len bao|len mang|cong khai|ung|ai biet|pho bien)(?: (?:cho|de|dang|tai|len|cong khai|bao|mang|dau|mo|gi|het|ca|nhieu|muon|a|em|chi|anh|bac|ad|nhe|nha|nghe|nghen|luon))* $`)
	stillGrants = letters.Pattern(` (?:dong y|nhat tr?i|ok|duoc|chiu|ung|cho|cho phep|doi y|nhung|neu|ten|anh chup|hinh|mien la|thua|kho|giau) `)
)

// HasProviso reports whether what stands behind an answer goes on to say under which condition
// it holds: "mà cô còn muốn hỏi chồng đã". Where the text has no marks "dan" is "dặn", too.
func HasProviso(text, behind string) bool {
	provisos := vietnamese.Provisos
	if letters.Fold(text) == strings.ToLower(text) {
		provisos = letters.Fold(provisos)
	}
	words := letters.Set(provisos)
	return slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(behind), letters.NotOfWord), func(w string) bool { return words[w] })
}
