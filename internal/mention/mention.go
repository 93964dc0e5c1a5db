// Package mention finds whether a text tells of an example: by its number, a name, a
// phone, or a few words in a row that the example says. Whoever is to be forgotten is
// looked for by it, in whatever lies in the store.
//
// It is pure, and knows an example only by its contents.
package mention

import (
	"encoding/json"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// A Finder is by what a text is known to tell of an example: the names in it, the phones,
// its number, and any few words in a row that it says.
type Finder struct {
	number  string
	persons []string // folded, between spaces
	phones  []string // digits
	rows    map[string]bool
}

// inARow is how many words that follow each other are no chance.
const inARow = 7

// Of gathers them from all versions.
func Of(versions []report.Example) Finder {
	t := Finder{rows: map[string]bool{}}
	for _, e := range versions {
		t.number = strings.Join(wordsOf(e.Number), " ")
		if !e.Erased.IsZero() {
			continue
		}
		c := e.Content
		for _, name := range []string{c.Name, c.Agreement.Name, c.More.Chief, c.More.RunBy, c.More.Author} {
			if words := wordsOf(name); len(words) > 1 {
				t.persons = append(t.persons, " "+strings.Join(words, " ")+" ")
			}
		}
		for _, phone := range []string{c.More.Phone, c.More.AuthorPhone} {
			if digits := letters.Digits(phone); len(digits) >= 8 {
				t.phones = append(t.phones, digits)
			}
		}
		for _, text := range []string{c.Title, c.Summary, c.Results, c.Spread, c.Honoured, c.More.Quote, c.More.Article, e.Reason} {
			words := wordsOf(text)
			for i := range max(0, len(words)-inARow+1) {
				t.rows[strings.Join(words[i:i+inARow], " ")] = true
			}
		}
		for _, m := range c.Media {
			if words := wordsOf(m.Caption); len(words) >= inARow {
				t.rows[strings.Join(words[:inARow], " ")] = true
			}
		}
	}
	return t
}

func wordsOf(text string) []string {
	return strings.FieldsFunc(letters.FoldLoosely(text), letters.NotOfWord)
}

// In reports whether some text of a JSON value tells of it.
func (t Finder) In(value []byte) bool {
	var any any
	if json.Unmarshal(value, &any) != nil {
		return t.Text(string(value))
	}
	return t.somewhere(any)
}

func (t Finder) somewhere(v any) bool {
	switch v := v.(type) {
	case string:
		return t.Text(v)
	case []any:
		for _, one := range v {
			if t.somewhere(one) {
				return true
			}
		}
	case map[string]any:
		for _, one := range v {
			if t.somewhere(one) {
				return true
			}
		}
	}
	return false
}

// Text reports whether a text tells of it.
func (t Finder) Text(text string) bool {
	words := wordsOf(text)
	whole := " " + strings.Join(words, " ") + " "
	if strings.Contains(whole, " "+t.number+" ") {
		return true
	}
	for _, name := range t.persons {
		if strings.Contains(whole, name) {
			return true
		}
	}
	digits := letters.Digits(text)
	for _, phone := range t.phones {
		if strings.Contains(digits, phone) {
			return true
		}
	}
	for i := range max(0, len(words)-inARow+1) {
		if t.rows[strings.Join(words[i:i+inARow], " ")] {
			return true
		}
	}
	return false
}

// Names reports whether a name is one of those in it.
func (t Finder) Names(name string) bool {
	whole := " " + strings.Join(wordsOf(name), " ") + " "
	for _, person := range t.persons {
		if whole == person {
			return true
		}
	}
	return false
}
