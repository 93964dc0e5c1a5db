package intent

import (
	"strings"

	"guongsang/internal/letters"
)

// eachFeature gives what the model goes by of a sentence: its words one by one, in
// pairs and around one that does not matter, who speaks, and what is open. Each is a
// short string, which is never shown.
func (by Speaker) eachFeature(s Sentence, yield func(string)) {
	at := by.openAs()
	yield("role " + by.role())
	yield("at " + at)
	yield("at " + at + " " + by.role())
	yield("long " + string(rune('0'+min(len(s.All)/4, 6))))
	yield("known " + string(rune('0'+s.known/20)))
	if strings.Contains(s.Text, "?") {
		yield("?")
	}
	if letters.HasPhrase(" "+Spoken(s.Text)+" ", GoodDeeds) {
		yield("deed")
	}
	if s.figures() > 1 {
		yield("figures")
	}
	last, before := "^", ""
	for i := range len(s.All) + 1 {
		word := "$"
		if i < len(s.All) {
			word = s.All[i]
			if letters.IsDigits(word) {
				word = "#" + string(rune('0'+min(len(word), 4)))
			}
			yield("w " + word)
			yield("w " + word + " " + at)
		}
		yield("w " + last + " " + word)
		if before != "" {
			yield("w " + before + " * " + word)
		}
		before, last = last, word
	}
}

func (by Speaker) role() string {
	switch {
	case by.Agency:
		return "agency"
	case by.Leads:
		return "leads"
	}
	return "serves"
}

// openAs is of what kind the open question is.
func (by Speaker) openAs() string {
	switch by.Open {
	case "":
		return "-"
	case "preview":
		return "preview"
	case "reason", "return-reasons", "beside":
		return "remark"
	}
	if by.Offers != nil {
		return "choice"
	}
	return "text"
}
