package texts

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// DocumentName is how an example is named in a document that leaves the
// agency: initials where nobody agreed, of a child the given name. Collectives
// and models have names of their own, which are nobody's.
func DocumentName(e report.Example) string {
	c := e.Content
	if e.Publicity() == report.Initials && c.Object == report.Collective {
		return strings.Join(strings.Fields(c.Name), " ")
	}
	return PublicName(e)
}

// DocumentText is a text about an example with the name as DocumentName has
// it, and of a child without school, class and village.
func DocumentText(e report.Example, text string) string {
	name, public := bareName(e.Content.Name), bareName(DocumentName(e))
	if e.Content.Object != report.Collective && name != "" && name != public {
		text = strings.ReplaceAll(text, name, public)
		if e.Publicity() == report.Initials {
			text = hideGiven(text, name)
		}
	}
	if isChild(e) {
		text = schoolName.ReplaceAllString(text, "${1}nhà trường")
		text = className.ReplaceAllString(text, "")
		text = villageName.ReplaceAllString(text, "${1}")
	}
	return text
}

// bareName is a name without the words of address before it, which stand in
// texts in other forms.
func bareName(name string) string {
	words := strings.Fields(name)
	for len(words) > 1 && slices.Contains(addresses, strings.ToLower(words[0])) {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// hideGiven shortens the given name where it follows a word of address: cô An
// becomes cô A.
func hideGiven(text, name string) string {
	words := strings.Fields(name)
	given := words[len(words)-1]
	after := regexp.MustCompile(`(?i:(^|[^\pL])(ông|bà|anh|chị|em|cô|chú|bác|cụ|cháu|thầy|già|chí|sĩ|trưởng bản) )` + regexp.QuoteMeta(given) + `([^\pL]|$)`)
	return after.ReplaceAllString(text, "${1}${2} "+initials(given)+"${3}")
}

var (
	schoolName  = regexp.MustCompile(`(^|[^\pL])[Tt]rường(?: (?:[Mm]ầm non|[Tt]iểu học|[Tt]rung học|cơ sở|[Pp]hổ thông|[Dd]ân tộc|nội trú|bán trú|và|\p{Lu}[\pL\d]*))+`)
	className   = regexp.MustCompile(`,? ?lớp \d+\pL?\d*`)
	villageName = regexp.MustCompile(`((?:^|[^\pL])(?:[Bb]ản|[Tt]hôn|[Xx]óm|[Tt]ổ dân phố|[Kk]hu phố))(?: (?:\p{Lu}\pL*|\d+))+`)
)

// isChild reports whether an example is about somebody who is shown as a
// child.
func isChild(e report.Example) bool {
	grown := e
	grown.Content.Consent, grown.Content.ChildConsent, grown.Content.GuardianConsent = report.NameOnly, true, true
	return grown.Publicity() == report.Given
}

// DocumentBorn is the year of birth of a person for a list; of a child it is
// left out.
func DocumentBorn(e report.Example) string {
	if e.Content.Born == 0 || e.Content.Object != report.Person || isChild(e) {
		return ""
	}
	return fmt.Sprint(e.Content.Born)
}

// DocumentUnit is the unit that introduced; of a child neither a school nor a
// village is named.
func DocumentUnit(e report.Example, unit string) string {
	switch {
	case !isChild(e):
		return unit
	case strings.Contains(letters.Fold(unit), "truong"):
		return "Trường học trên địa bàn"
	case villageName.MatchString(unit):
		return "Đơn vị trên địa bàn"
	}
	return unit
}

// DocumentNote is the remark on an example in a list.
func DocumentNote(e report.Example) string {
	if isChild(e) {
		return Category(e.Content.Category) + "; trẻ em"
	}
	return Category(e.Content.Category)
}

// DocumentStory is a paragraph about an example: who, what, with which result.
func DocumentStory(e report.Example, unit string) string {
	c := e.Content
	who := DocumentName(e)
	if year := DocumentBorn(e); year != "" {
		who += ", sinh năm " + year
	}
	if c.Position != "" {
		who += ", " + DocumentText(e, lower(c.Position))
	}
	who += fmt.Sprintf(" (%s giới thiệu): ", DocumentUnit(e, unit))
	story := sentences(DocumentText(e, c.Summary), 700)
	if c.Results != "" {
		story += " Kết quả: " + sentences(DocumentText(e, lower(c.Results)), 300)
	}
	return who + story
}

// sentences keeps as many whole sentences as fit, and ends with a full stop.
func sentences(s string, letters int) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > letters {
		s = string(r[:letters])
		if end := strings.LastIndexAny(s, ".!?"); end > len(s)/3 {
			s = s[:end+1]
		} else {
			s = Cut(string(r), letters)
		}
	}
	if s != "" && !strings.HasSuffix(s, "…") && !strings.ContainsAny(s[len(s)-1:], ".!?") {
		s += "."
	}
	return s
}

// PhotoCaption stands under a photo in a document.
func PhotoCaption(e report.Example) string {
	return DocumentName(e) + ": " + DocumentText(e, e.Content.Title)
}
