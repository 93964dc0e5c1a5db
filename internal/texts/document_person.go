package texts

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
)

// DocumentNote is the remark on an example in a list, a line for each thing; a line that is
// too long for its column breaks between two pairs of words, and leaves none alone.
func DocumentNote(v privacy.View) string {
	note := Category(v.Category)
	if v.Child {
		note += "\nTrẻ em"
	}
	if withheld(v) {
		note += "\n" + Cap(notForAll)
	}
	return inPairs(note)
}

// inPairs keeps each two words of the lines of a text together.
func inPairs(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		words := strings.Fields(line)
		var pairs []string
		for pair := range slices.Chunk(words, 2) {
			pairs = append(pairs, strings.Join(pair, "\u00A0"))
		}
		lines[i] = strings.Join(pairs, " ")
	}
	return strings.Join(lines, "\n")
}

// DocumentBorn is the year of birth for a list; empty where it is not shown.
func DocumentBorn(v privacy.View) string {
	if v.Born == 0 || v.Object != report.Person {
		return ""
	}
	return fmt.Sprint(v.Born)
}

// DocumentName is a name for a numbered heading. A number comes first in none:
// behind that of the heading it would be read as one.
func DocumentName(v privacy.View) string {
	switch first, _ := utf8.DecodeRuneInString(v.Name); {
	case !unicode.IsDigit(first):
		return v.Name
	case v.Category == report.NewModel:
		return "Mô hình “" + v.Name + "”"
	}
	return Object(v.Object) + " “" + v.Name + "”"
}

// DocumentWho is an example's heading: who, born when, doing what, and by whom
// introduced.
func DocumentWho(v privacy.View) string {
	who := DocumentName(v)
	if year := DocumentBorn(v); year != "" {
		who += ", sinh năm " + year
	}
	if v.Position != "" {
		who += ", " + lower(v.Position)
	}
	return fmt.Sprintf("%s (%s giới\u00A0thiệu)", who, unitInSentence(v.Unit)) // no line of half a word
}

// DocumentDeed is the paragraph under DocumentWho: the deed and its story.
func DocumentDeed(v privacy.View) string {
	return strings.TrimRight(v.Title, ".! ") + ". " + documentStory(v)
}

// DocumentStory is both in one paragraph, without the deed's title.
func DocumentStory(v privacy.View) string { return DocumentWho(v) + ": " + documentStory(v) }

func documentStory(v privacy.View) string {
	story := sentences(v.Summary, 700)
	if v.Results != "" {
		story += " Kết quả: " + sentences(lower(v.Results), 300)
	}
	for _, more := range MoreStory(v) {
		story += " " + more
	}
	return story
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
func PhotoCaption(v privacy.View) string { return v.Name + ": " + v.Title }
