package intent

import (
	"slices"
	"strings"

	"guongsang/internal/letters"
)

// A Sought is somebody who is looked for by a part of the name, and perhaps the
// village: "A Páo", "anh Páo bản Nà Cúng". The words are folded.
type Sought struct {
	Name, Place []string
}

// maxSought is how many words a name has at most that is looked for.
const maxSought = 5

// SoughtIn reads a text as somebody to look for, if it can be no more than that.
func SoughtIn(text string) (s Sought, ok bool) {
	words := strings.FieldsFunc(PlainName(letters.Tidy(text)), letters.NotOfWord)
	for len(words) > 1 && (seeking[words[0]] || CalledBy[words[0]] || courteous[words[0]]) && !(Surnames[words[0]] && len(words) > 2) {
		words = words[1:]
	}
	for len(words) > 1 && endsSeeking(words) {
		words = words[:len(words)-1]
	}
	s.Name = words
	if at := slices.IndexFunc(words, func(w string) bool { return ofPlace[w] }); at > 0 {
		s.Name, s.Place = words[:at], words[at:]
		for len(s.Place) > 1 && ofPlace[s.Place[0]] {
			s.Place = s.Place[1:]
		}
	}
	letters := len(strings.Join(s.Name, ""))
	return s, len(s.Name) > 0 && len(s.Name) <= maxSought && len(s.Place) <= maxSought && letters >= 2 && !strings.ContainsAny(text, "0123456789")
}

// endsSeeking reports whether the last word is only polite. "Em" is a name, too.
func endsSeeking(words []string) bool {
	last, before := words[len(words)-1], words[len(words)-2]
	if last == "em" && Surnames[words[0]] && !closing[before] {
		return false
	}
	return closing[last] || last == "a" && len(words) > 2
}

var (
	courteous = letters.Set("da vang em oi cho")
	ofPlace   = letters.Set("o tai ban thon xom khu xa to")
)
