package intent

import (
	"strings"
	"sync"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/vietnamese"
)

// A sign writes a kind of words in a sentence as one letter: P who answers for a child, C
// the child, B both, S who writes, O anybody else, Y a consent, N that there is none.
type sign struct {
	words  func() *letters.Expression
	letter string
}

var signs = []sign{
	{letters.Pattern(`\b(?:bo me|ba me|ba ma|cha me|phu huynh|gia dinh|ca nha|bo|me|ma|ong ba|nguoi giam ho|nguoi nha|nguoi lon)\b`), "P"},
	{letters.Pattern(`\b(?:chau be|con be|em be|em ay|em nho|ban ay|chau|be|con|hoc sinh|tre)\b(?: ay)?`), "C"},
	{letters.Pattern(`\b(?:` + vietnamese.Self + `)\b`), "S"},
	{letters.Pattern(`\b(?:giao vien|(?:nha )?truong|ca lop|moi nguoi|nguoi|thay|ong|anh|chi|bac|chu|di|cau|mo)\b`), "O"},
	{letters.Pattern(`\bP(?: (?:cua|nha))? [CSO]\b`), "P"}, // whose child it is, which is nobody more
	{letters.Pattern(`\bC (?:cua|nha) [SO]\b`), "C"},
	{letters.Pattern(`\bP (?:va|voi|cung|lan|ca) P\b`), "P"},
	{letters.Pattern(`\b(?:P(?: (?:va|voi|cung|lan|ca))+ C|C(?: (?:va|voi|cung|lan|ca))+ P)\b`), "B"},
	{letters.Pattern(`\bcho(?: phep)? [PCB]\b`), "Y"}, // to whom it is allowed
	{letters.Pattern(`\b(?:dong y|dong tinh|nhat tri|nhat ti|chiu|thich|ung|ok|bang long|cho phep|vui|cho)\b`), "Y"},
	{letters.Pattern(`\b(?:khong|chua|chang|tu choi|phan doi)\b`), "N"},
	{letters.Pattern(`\b(?:su )?Y cua ([PCB])\b`), "$1 Y"},
}

// Between who agrees and the consent stands nobody else.
var (
	bothYes   = letters.Pattern(`^(?:(?:S|da|vang|hoi|xin|phep|y|kien|roi|thi) )*(?:ca hai|ca 2|hai ben|tat ca|deu)(?: (?:deu|cung|da|het))* Y\b`)
	childYes  = letters.Pattern(`\b[CB](?: [a-z0-9]+){0,4} Y\b`)
	childNo   = letters.Pattern(`\b[CB](?: [a-z0-9]+){0,3} N\b|\bN(?: [a-z]+){0,2} (?:hoi|xin phep|biet|gap)(?: [a-z]+){0,3} [CB]\b|\bmoi(?: [a-z]+){0,2} P\b`)
	parentYes = letters.Pattern(`\b[PB](?: [a-z0-9]+){0,4} Y\b`)
	parentNo  = letters.Pattern(`\b[PB](?: [a-z0-9]+){0,6} N\b|\bN(?: [a-z]+){0,2} (?:hoi|xin phep|biet|gap)(?: [a-z]+){0,3} [PB]\b|\bmoi(?: [a-z]+){0,2} C\b`)

	// mayBe is what is asked, hoped for or passed on, and what can be read in two ways.
	mayBe = letters.Pattern(`\?|\b(?:chac|co le|hinh nhu|doi|se|khi nao|bao gio|lieu|mong|duoc Y)\b|\bneu (?:[^t]|t[^e])|\b(?:bao|bat|ep|khuyen|nho|xin) [PCB]\b|\bY(?: (?:roi|hay))* N(?: [a-zSO]+){0,2}$|\bN (?:co )?(?:N|y kien|sao|van de|nhung|chi|ngai|gi|ai)\b`)
)

// AgreedByChild is whether a child agreed, by a sentence; "" if it does not say.
func AgreedByChild(said string) string { return agreedBy(said, childYes(), childNo()) }

// AgreedByGuardian is the same of who answers for a child.
func AgreedByGuardian(said string) string { return agreedBy(said, parentYes(), parentNo()) }

func agreedBy(said string, yes, no *letters.Expression) string {
	switch said = inSigns(said); {
	case mayBe().MatchString(said), no.MatchString(said) && yes.MatchString(said):
		return ""
	case no.MatchString(said):
		return report.No
	case strings.Contains(said, "N"): // of somebody else
		return ""
	case bothYes().MatchString(said), yes.MatchString(said):
		return report.Yes
	}
	return ""
}

// inSigns is a sentence with the kinds of its words as letters.
func inSigns(answer string) string {
	said := strings.Join(Words(agreeingByMarks(answer)).All, " ")
	for _, s := range signs {
		said = s.words().ReplaceAllString(said, s.letter)
	}
	if strings.Contains(answer, "?") {
		said += " ?"
	}
	return said
}

// agreeingByMarks is a text with another word for those that are told from one that is
// looked for by their marks alone: "còn" is no child. Without any marks such a word is nobody.
func agreeingByMarks(answer string) string {
	words := strings.FieldsFunc(strings.ToLower(answer), letters.NotOfWord)
	for i, w := range words {
		meant, known := ofAgreeing()[letters.Fold(w)]
		switch {
		case w == texts.Waiting || w == texts.Changing:
			words[i] = "doi"
		case w == texts.WomanTeacher:
			words[i] = "giao vien"
		case w == "ma" && (i == 0 || words[i-1] != "ba"), known && w != meant && w != letters.Fold(w),
			w == "con" && letters.Fold(answer) == strings.ToLower(answer) && (i+1 == len(words) || !ofCon[words[i+1]]):
			words[i] = "nhung"
		}
	}
	return strings.Join(words, " ")
}

var (
	// ofAgreeing gives the word that is meant by its letters without marks.
	ofAgreeing = sync.OnceValue(func() map[string]string {
		meant := map[string]string{}
		for word := range letters.Set(texts.OfAgreeing) {
			meant[letters.Fold(word)] = word
		}
		return meant
	})
	ofCon = letters.Set("be ay nha chau")
)
