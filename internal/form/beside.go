package form

import (
	"regexp"
	"strings"
	"time"

	"guongsang/internal/dates"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A Takes says what a question takes that is none of the questionnaire's: those
// that the agency's people are asked, and why there is nothing to introduce.
type Takes string

// What such questions take.
const (
	TakesReason Takes = "reason" // words, which others will read
	TakesDay    Takes = "day"
	TakesUnit   Takes = "unit" // words of its name, or its code
)

// Beside reads a text that was typed at a question that takes that. Answered
// leaves it to the question, which may still refuse it. Found says that there is
// a unit of that name.
func (takes Takes) Beside(by Speaker, text string, found bool) Reading {
	text = Clean(text)
	to, sure := Question{Key: string(takes)}.steerOf(text)
	if to == "" && Leaves(text) {
		to, sure = GoAway, true
	}
	switch {
	case takes == TakesUnit && found && !sure, takes == TakesDay && isDay(text, by.Today):
		return Reading{Outcome: Answered}
	case takes != TakesReason && to == SaysNone:
		return Reading{Outcome: Answered}
	case to != "" && (sure || takes != TakesReason):
		return Reading{Outcome: Steered, Steer: to}
	case to != "":
		return Reading{Outcome: Doubtful, Steer: to}
	case takes == TakesReason:
		return besideReason(by, text, found)
	}
	return besideFind(by, takes, text, found)
}

func isDay(text string, today report.Date) bool {
	if _, _, ok := texts.ReadMoment(text, time.UTC); ok {
		return true
	}
	_, past := dates.Past(text, today)
	_, coming := dates.Coming(text, today)
	return past || coming
}

// besideFind reads what is no answer to a question that takes a day or a unit:
// whatever is understood, is meant.
func besideFind(by Speaker, takes Takes, text string, found bool) Reading {
	by.Open = ""
	switch m := Understand(by, text); m.Intent {
	case NoIntent, AskNil, AskBegin, AskCorrect, AskWithdraw, AskPeriod:
		return Reading{Outcome: Answered}
	case AskUnit:
		if takes == TakesUnit || !found {
			return Reading{Outcome: Answered}
		}
		return Reading{Outcome: Aside, Meaning: m}
	case AskStop:
		return Reading{Outcome: Steered, Steer: GoAway}
	default:
		return Reading{Outcome: Aside, Meaning: m}
	}
}

// besideReason reads a text where a reason is asked for, which can say much: only
// what can hardly be one is none.
func besideReason(by Speaker, text string, found bool) Reading {
	s := wordsOf(text)
	by.Open = "beside" // a text is asked for
	aside := func(i Intent, m Meaning) Reading {
		m.Intent = i
		return Reading{Outcome: Aside, Meaning: m}
	}
	if number := onlyNumber(s, by.Today); number != "" {
		return aside(AskRecord, Meaning{Number: number})
	}
	if len(s.all) > maxAside {
		return Reading{Outcome: Answered}
	}
	m := Meaning{Period: periodIn(s, by.Today)}
	switch i := by.aside(s); i {
	case AskContact, AskDeadline, AskHelp, AskMissing, SaysThanks, SaysGreeting:
		return aside(i, m)
	}
	if i := by.means(s, rules); i == AskMissing || i == AskCount {
		if s.goes(inquiring) || strings.HasSuffix(text, "?") {
			return aside(i, m)
		}
	} else if i == AskReport {
		m.Intent = i
		return Reading{Outcome: Doubtful, Meaning: m}
	}
	if name := personIn(s); name != "" && len(strings.Fields(text))-len(strings.Fields(name)) <= 1 {
		m.Intent, m.Name = AskPerson, name
		return Reading{Outcome: Doubtful, Meaning: m}
	}
	if name := unitIn(s); name != "" && found {
		m.Intent, m.Name = AskUnit, name
		return Reading{Outcome: Doubtful, Meaning: m}
	}
	return Reading{Outcome: Answered}
}

// maxAside is how many words a sentence has at most that asks for something
// where a reason is asked for.
const maxAside = 8

// inquiring are the words by which a sentence asks.
var inquiring = waysOf(`^ ai, ^ nhung_ai, {unit} nao, bao_nhieu, {when}, may {unit}`)

// onlyNumber is the number of an example if there is nothing beside it but that
// it is to be seen.
func onlyNumber(s sentence, today report.Date) string {
	if !aloneNumber.MatchString(strings.Join(s.all, " ")) {
		return ""
	}
	return numberIn(s, today)
}

var aloneNumber = regexp.MustCompile(`^(?:(?:xem|mo|tim|coi|cho|em|toi|guong|so) )*g (?:20\d\d) \d{1,5}(?: (?:nhe|a|di|voi|em))*$`)
