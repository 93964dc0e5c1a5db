package form

import (
	"strings"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// takeAgreed takes in words whether a child, or who answers for one, agreed: "bố mẹ và
// cháu đều đồng ý". What says it of somebody else alone is no answer, and so is what says
// both.
func takeAgreed(choose func(*report.Draft, string), by func(string) string) func(*report.Draft, string) (note, refusal string) {
	return func(d *report.Draft, answer string) (note, refusal string) {
		said := by(strings.Join(intent.Words(answer).All, " "))
		if said == "" || len(strings.Fields(answer)) > longestAgreed {
			return "", texts.PickOne(len(yesOrNo(nil)))
		}
		choose(d, said)
		return "", ""
	}
}

// longestAgreed is how many words such an answer has at most.
const longestAgreed = 25

const (
	parents  = `(?:bo me|ba me|ba ma|cha me|phu huynh|gia dinh|bo|me|ma|ong ba|nguoi giam ho|nguoi nha|nguoi lon)`
	children = `(?:chau|em|be|con|ban ay|hoc sinh|tre)`
	consents = `(?:dong y|dong tinh|nhat tri|nhat ti|chiu|thich|ung|ok|bang long|cho phep|vui|cho)`
	notYet   = `(?:khong|chua|chang)`
)

var (
	// ofParents is whose child it is, which is nobody more.
	ofParents = letters.Pattern(`\b(` + parents + `)(?: (?:cua|nha))? ` + children + `\b(?: ay)?`)
	allAgreed = letters.Pattern(`\b` + parents + `\b.*\b(?:va|voi|cung|lan|ca) ` + children + `\b(?: \w+){0,3} (?:deu|cung|cung deu|da|het)?(?: \w+){0,2}?` + consents + `\b|\b` + children + ` (?:va|voi|cung|lan|ca) ` + parents + `\b(?: \w+){0,3} ?` + consents + `\b|\b(?:ca hai|ca nha|ca 2|deu|tat ca)(?: \w+){0,3} ` + consents + `\b`)
	childYes  = letters.Pattern(`\b` + children + `(?: \w+){0,4} ` + consents + `\b`)
	childNo   = letters.Pattern(`\b` + children + `(?: \w+){0,3} ` + notYet + `\b|\b` + notYet + `(?: \w+){0,2} (?:hoi|xin phep|biet|gap)(?: \w+){0,2} ` + children + `\b|\bmoi(?: \w+){0,2} ` + parents + `\b`)
	parentYes = letters.Pattern(`\b` + parents + `(?: \w+){0,4} ` + consents + `\b`)
	parentNo  = letters.Pattern(`\b` + parents + `(?: \w+){0,6} ` + notYet + `\b|\b` + notYet + `(?: \w+){0,2} (?:hoi|xin phep|biet|gap)(?: \w+){0,2} ` + parents + `\b|\bmoi(?: \w+){0,2} ` + children + `\b`)
	anyNo     = letters.Pattern(`\b` + notYet + `\b`)
)

// agreedByChild is whether a child agreed, by a sentence; "" if it does not say.
func agreedByChild(said string) string {
	return agreedBy(ofParents().ReplaceAllString(said, "$1"), childYes().MatchString, childNo().MatchString)
}

// agreedByGuardian is the same of who answers for a child.
func agreedByGuardian(said string) string {
	return agreedBy(ofParents().ReplaceAllString(said, "$1"), parentYes().MatchString, parentNo().MatchString)
}

func agreedBy(said string, yes, no func(string) bool) string {
	switch {
	case no(said):
		return report.No
	case anyNo().MatchString(said): // of somebody else
		return ""
	case allAgreed().MatchString(said), yes(said):
		return report.Yes
	}
	return ""
}

// namesPublished reports whether a text says what of somebody may be published.
func namesPublished(text string) bool {
	return letters.Marked(text, "anh") || letters.HasPhrase(" "+strings.Join(foldedWords(text), " ")+" ", []string{"ten", "hinh"})
}
