package supplement

import (
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// An Addition is what a text adds, and what it says before that of whom.
type Addition struct{ lead, More string }

// Named reads a text that adds to something sent before: "bổ sung cho bài cô An: …", "hôm
// nọ em gửi bài cô An, nay thêm …".
func Named(text string) (a Addition, ok bool) {
	text = letters.Tidy(text)
	if lead, more, found := strings.Cut(text, ":"); found && speaksOfSent(lead) && adds().MatchString(letters.Fold(lead)) {
		a = Addition{lead, strings.TrimSpace(more)}
		return a, a.More != ""
	}
	words, folded := strings.Fields(text), letters.Fold(text)
	for _, one := range []*letters.Expression{addsLast(), addsFirst()} {
		m := one.FindStringSubmatchIndex(folded)
		if m == nil || len(words) != len(strings.Fields(folded)) {
			continue
		}
		n := len(strings.Fields(folded[:m[4]]))
		lead := strings.Join(words[:n], " ")
		if more := words[n:]; len(more) >= leastAdded && speaksOfSent(lead) {
			return Addition{lead, strings.Join(more, " ")}, true
		}
	}
	return Addition{}, false
}

// leastAdded is how many words tell something, where no colon says that they do.
const leastAdded = 4

// longestLead is how many words say at most to what is added.
const longestLead = 18

// speaksOfSent reports whether what stands before an addition names something that was
// sent, and no more.
func speaksOfSent(lead string) bool {
	return len(strings.Fields(lead)) <= longestLead && (sentBefore().MatchString(letters.Fold(lead)) || ofOne().MatchString(letters.Fold(lead)))
}

var (
	adds       = letters.Pattern(`\b(?:them|bo sung|thieu|quen|sot)\b`)
	sentBefore = letters.Pattern(`\b(?:hom no|hom truoc|hom qua|hom kia|bua truoc|bua no|bua qua|luc nay|tuan truoc|thang truoc|ky truoc|da gui|vua gui|moi gui|gui roi)\b`)
	ofOne      = letters.Pattern(`\b(?:bai|guong) (?:cua|ve) [a-z]|\b(?:bai|guong|ho so|truong hop|tin|ban)(?: viet| gioi thieu)?(?: cua| ve)? (?:co|thay|anh|chi|ong|ba|em|bac|chu|di|chau|y si|bac si|ho|gia dinh|mo hinh|to|nhom|g-\d|g\d)|\bg-\d`)
	// addsLast says of which one first, and then that something is added; addsFirst the
	// other way round.
	addsLast  = letters.Pattern(`^(.*\b(?:bai|guong|ho so|truong hop|gui)\b.*?),? (?:(?:nay|gio|hom nay|em|xin|nho|muon|can|con|cho) )*(?:bo sung|ghi them|noi them|them|thieu|sot)(?: (?:them|vao|giup|ho|em|toi|minh|cho|nhe|la|rang|y|viec|chi tiet|doan|phan|nua|nay))* (\S.*)$`)
	addsFirst = letters.Pattern(`^((?:(?:em|toi|minh|cho|xin|nho|muon|can|da|a|chi|anh|oi) )*(?:bo sung|ghi them|noi them|them)(?: (?:them|vao|cho|ve|trong|giup|em))* (?:bai|guong|ho so|truong hop)(?: \S+){0,7}?) (?:la|rang|y|viec|doan) (\S.*)$`)
)

// Names reports whether it is said of whom an example introduces.
func (a Addition) Names(e report.Example) bool {
	lead := wordsOf(a.lead)
	name, number := wordsOf(e.Content.Name), wordsOf(e.Number)
	said := " " + strings.Join(lead, " ") + " "
	switch {
	case len(number) > 0 && strings.Contains(said, " "+strings.Join(number, " ")+" "):
		return true
	case len(name) == 0:
		return false
	case len(name) > 1 && strings.Contains(said, " "+strings.Join(name[len(name)-2:], " ")+" "):
		return true
	}
	for i := 1; i < len(lead); i++ {
		if called[lead[i-1]] && lead[i] == name[len(name)-1] {
			return true
		}
	}
	return false
}

// NamesNobody reports whether it is not said of whom.
func (a Addition) NamesNobody() bool {
	words := strings.FieldsFunc(a.lead, letters.NotOfWord)
	for i := 1; i < len(words); i++ {
		before := letters.Fold(words[i-1])
		if called[before] && letters.Capital(words[i]) || before == "g" && letters.IsDigits(words[i]) {
			return false
		}
	}
	return true
}

// wordsOf are the folded words of a text, without the marks between them.
func wordsOf(text string) []string {
	return strings.FieldsFunc(letters.Fold(text), letters.NotOfWord)
}

// called is what people are called before their name.
var called = letters.Set("co thay anh chi ong ba em bac chu di chau si giao")
