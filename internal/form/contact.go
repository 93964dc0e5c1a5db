package form

import (
	"regexp"
	"strings"
	"unicode"

	"guongsang/internal/citizen"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/texts"
)

// phone is a number as people write it: 0912 345 678, +84 912.345.678.
var phone = regexp.MustCompile(`(?:\+?84|0)(?:[ .\-]?[0-9]){8,10}`)

// maxContactName is how long the name of one who speaks for a unit may be.
const maxContactName = 60

// ReadContact reads who speaks for a unit: a name, a phone, or both in one line. The
// phone is in digits that begin with 0. Not ok means that there is neither, or
// something else.
func ReadContact(text string) (name, number string, ok bool) {
	text = letters.OneLine(text)
	if found := phone.FindString(text); found != "" {
		text = strings.Replace(text, found, " ", 1)
		number = letters.Digits(found)
		if rest, foreign := strings.CutPrefix(number, "84"); foreign {
			number = "0" + rest
		}
		if len(number) > 11 {
			return "", "", false
		}
	}
	name = strings.Trim(paste.BareName(strings.Join(strings.Fields(withoutLabels(text)), " ")), " ,;:.-")
	if name == "" {
		return "", number, number != ""
	}
	return name, number, len(name) <= 4*maxContactName && (paste.IsPersonName(name) && !greets(name) || capitals(name))
}

// greets reports whether a text in small letters has the words of a greeting: "chào
// cán bộ" is built like a name.
func greets(text string) bool {
	for _, w := range strings.Fields(text) {
		if f := letters.Fold(w); !letters.Capital(w) && (intent.Polite[f] || greeting[f]) {
			return true
		}
	}
	return false
}

var greeting = letters.Set("chao cam on")

// withoutLabels takes out the words by which people name what follows.
func withoutLabels(text string) string {
	return contactLabel.ReplaceAllString(text, " ")
}

var contactLabel = regexp.MustCompile(`(?i)(?:^|[\s,;.])(?:` + strings.Join(texts.ContactWords(), "|") + `)\s*:?(?:\s|$)`)

// capitals reports whether a text is a few words with capitals, and nothing else: a
// name that paste does not know.
func capitals(name string) bool {
	words := strings.Fields(name)
	for _, w := range words {
		if !letters.Capital(w) || strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
			return false
		}
	}
	return len(words) >= 2 && len(words) <= 6
}

// besideContact reads a text that was typed where a name and a phone are asked for:
// with somebody who has just come in, it may be anything.
func besideContact(by intent.Speaker, text string, found bool) Reading {
	if citizen.HoldsID(text) {
		return Reading{Outcome: Refused, Note: texts.CitizenID()}
	}
	if to, _ := (Question{Key: string(TakesContact)}).steerOf(text); to != "" {
		return Reading{Outcome: Steered, Steer: to}
	}
	if _, _, ok := ReadContact(text); ok && !found {
		return Reading{Outcome: Answered}
	}
	if Leaves(text) {
		return Reading{Outcome: Steered, Steer: GoAway}
	}
	by.Open = ""
	m := intent.Understand(by, text)
	switch {
	case m.Intent != intent.NoIntent && m.Intent != intent.SaysAgreed:
		return Reading{Outcome: Aside, Meaning: m}
	case by.Serves && len(strings.Fields(text)) > 6:
		return Reading{Outcome: Another}
	}
	return Reading{Outcome: Answered}
}
