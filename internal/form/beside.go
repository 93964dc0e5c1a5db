package form

import (
	"regexp"
	"strings"
	"time"

	"guongsang/internal/dates"
	"guongsang/internal/letters"
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
	TakesUnit   Takes = "unit"   // words of its name, or its code
	TakesChoice Takes = "choice" // a number or a button
)

// Beside reads a text that was typed at a question that takes that. Answered
// leaves it to the question, which may still refuse it. Found says that there is
// a unit of that name.
func (takes Takes) Beside(by Speaker, text string, found bool) Reading {
	text = Clean(text)
	if takes == TakesReason {
		if refusal := notToPass(text); refusal != "" {
			return Reading{Outcome: Refused, Note: refusal}
		}
	}
	to, sure := Question{Key: string(takes)}.steerOf(text)
	if to == "" && Leaves(text) {
		to, sure = GoAway, true
	}
	switch {
	case takes == TakesUnit && (found && !sure || strings.ContainsAny(text, "\n,;")), takes == TakesDay && isDay(text, by.Today):
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

// notToPass says why a text cannot be passed on as a reason; "" if it can.
func notToPass(text string) string {
	switch {
	case HoldsCitizenID(text):
		return texts.CitizenID()
	case letters.Broken(text):
		return texts.BrokenLetters()
	case confirming[strings.Join(trimCourtesy(wordsOf(text).all), " ")]:
		return texts.PressToConfirm()
	}
	return ""
}

// confirming are what people say who think that they were asked yes or no.
var confirming = func() map[string]bool {
	all := map[string]bool{}
	for said := range strings.SplitSeq("ok,duoc,dong y,y,dung,dung roi,gui,gui di,gui luon,xac nhan,vang,co,yes,u,ok gui,duoc roi,tra lai,tra lai di,gia han,gia han di,nhat tri,chuan", ",") {
		all[said] = true
	}
	return all
}()

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
	m := Understand(by, text)
	switch m.Intent {
	case NoIntent:
		return Reading{Outcome: Answered}
	case AskNil, AskBegin, AskCorrect, AskWithdraw, AskPeriod:
		if !by.Serves {
			return Reading{Outcome: Answered}
		}
	case AskUnit:
		if takes == TakesUnit || !found {
			return Reading{Outcome: Answered}
		}
	case AskStop:
		return Reading{Outcome: Steered, Steer: GoAway}
	}
	return Reading{Outcome: Aside, Meaning: m}
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
