package intent

import (
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
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
	if PeriodIn(s, by.Today) != (report.Period{}) {
		yield("period " + at)
	}
	named := capitalsIn(s.Text)
	if named > 1 {
		yield("named " + at)
	}
	if n := len(s.All); n <= 3 {
		yield("whole " + strings.Join(s.All, " ") + " " + at)
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
			if len(word) > 4 {
				yield("b " + word[:4])
			}
			yield("w " + word + " " + at)
		}
		yield("w " + last + " " + word)
		if before != "" {
			yield("w " + before + " * " + word)
		}
		before, last = last, word
	}
}

// capitalsIn is how many words in a row begin with a capital at most, beside the first.
func capitalsIn(text string) (most int) {
	run := 0
	for i, word := range strings.Fields(text) {
		if i > 0 && letters.Capital(word) {
			run++
			most = max(most, run)
		} else {
			run = 0
		}
	}
	return most
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
