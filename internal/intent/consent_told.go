package intent

import (
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/vietnamese"
)

// ConsentTold is the sentence of a text that says what somebody agreed to.
func ConsentTold(text string) string {
	for sentence := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(".;!\n", r) }) {
		if GivesConsent(sentence) || OnlyName(sentence) {
			return strings.TrimSpace(sentence)
		}
		if at := saidByThem().FindAllStringIndex(letters.Fold(sentence), -1); len(at) > 0 && len(letters.Fold(sentence)) == letters.Len(sentence) {
			if said := string([]rune(sentence)[at[len(at)-1][0]:]); OnlyName(said) {
				return strings.TrimSpace(said)
			}
		}
		if at := strings.LastIndexByte(sentence, ','); at > 0 && GivesConsent(sentence[at+1:]) {
			return strings.TrimSpace(sentence[at+1:])
		}
	}
	return ""
}

// saidByThem is how people begin to tell what somebody said, where they put no marks.
var saidByThem = letters.Pattern(`\b(?:` + vietnamese.Person + `|gia dinh|nguoi ta|ho)(?: ay| nha)? (?:bao|noi|dan|dong y|chiu|xin)\b`)

// GivesConsent reports whether a line of its own says what somebody agreed to.
func GivesConsent(line string) bool {
	folded := letters.Fold(line)
	switch {
	case strings.Contains(folded, "dong y"), len(strings.Fields(folded)) <= longestRefusal && bothShown().MatchString(folded):
		return ConsentIn(line) != ""
	case len(strings.Fields(folded)) <= longestRefusal && letters.HasPhrase(" "+folded+" ", asksConsent):
		return ConsentIn(line) == report.NotGiven && !letters.HasPhrase(" "+folded+" ", []string{"y kien", "kien"})
	}
	return false
}

// bothShown is how people say it without the word for consent.
var bothShown = letters.Pattern(`\bcho (?:dang|neu|dua|len) (?:ca )?ten (?:va |voi |lan |cung |ca )*(?:anh|hinh)\b|\b(?:dang|neu|dua) ten (?:\w+ ){0,2}(?:anh|hinh) (?:deu |cung )?(?:duoc|ok)\b`)

// longestRefusal is how many words a sentence has at most that says no more than that
// nobody agreed.
const longestRefusal = 14

// asksConsent are phrases of who has not asked for a consent yet, or got none.
var asksConsent = append(strings.Split("chua xin y kien,chua hoi duoc,chua duoc dong,khong cho dang,khong muon dang,chua cho dang,giau ten,chua biet em gioi thieu,chua biet tui em gioi thieu,chua biet minh gioi thieu,chua biet duoc gioi thieu,de em hoi,de minh hoi,chua dam hoi", ","), agreedToNothing...)
