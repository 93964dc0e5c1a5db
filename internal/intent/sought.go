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

// NamedBy is the text by which somebody of that name was looked for.
func NamedBy(name string) Sought { return Sought{Name: strings.Fields(PlainName(name))} }

// How well a name is the one that is looked for.
const (
	notSought = iota
	begunBy   // words of it begin with those that are looked for
	hasWords  // it has all the words
	endsIn    // it ends in them: that is how people are called
	isWhole
)

// Rank says how well a folded name is the one that is looked for; 0: not at all.
func (s Sought) Rank(name string) int {
	words := strings.Fields(name)
	if slices.Equal(words, s.Name) {
		return isWhole
	}
	if n := len(words) - len(s.Name); n > 0 && slices.Equal(words[n:], s.Name) {
		return endsIn
	}
	rank := hasWords
	for _, want := range s.Name {
		switch {
		case slices.Contains(words, want):
		case len(want) >= 3 && slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, want) }):
			rank = begunBy
		default:
			return notSought
		}
	}
	return rank
}

// From reports whether a folded place has all the words that were said of it.
func (s Sought) From(place string) bool {
	words := strings.Fields(place)
	for _, want := range s.Place {
		if !slices.Contains(words, want) {
			return false
		}
	}
	return len(s.Place) > 0
}
