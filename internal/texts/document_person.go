package texts

import (
	"fmt"
	"strings"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
)

// DocumentNote is the remark on an example in a list.
func DocumentNote(v privacy.View) string {
	note := Category(v.Category)
	if v.Child {
		note += "; trẻ em"
	}
	if withheld(v) {
		note += "; " + notForAll
	}
	return note
}

// DocumentBorn is the year of birth for a list; empty where it is not shown.
func DocumentBorn(v privacy.View) string {
	if v.Born == 0 || v.Object != report.Person {
		return ""
	}
	return fmt.Sprint(v.Born)
}

// DocumentStory is a paragraph about an example: who, what, with which result.
func DocumentStory(v privacy.View) string {
	who := v.Name
	if year := DocumentBorn(v); year != "" {
		who += ", sinh năm " + year
	}
	if v.Position != "" {
		who += ", " + lower(v.Position)
	}
	who += fmt.Sprintf(" (%s giới thiệu): ", v.Unit.Name)
	story := sentences(v.Summary, 700)
	if v.Results != "" {
		story += " Kết quả: " + sentences(lower(v.Results), 300)
	}
	for _, more := range MoreStory(v) {
		story += " " + more
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
func PhotoCaption(v privacy.View) string { return v.Name + ": " + v.Title }
