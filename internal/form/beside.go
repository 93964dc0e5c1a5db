package form

import (
	"strings"
	"time"

	"guongsang/internal/citizen"
	"guongsang/internal/dates"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/vietnamese"
)

// A Takes says what a question takes that is none of the questionnaire's: those
// that the agency's people are asked, and why there is nothing to introduce.
type Takes string

// What such questions take.
const (
	TakesReason Takes = "reason" // words, which others will read
	TakesAnswer Takes = "answer" // the same in answer to a person: "có" and "không" are some
	TakesShown  Takes = "shown"  // words that are shown once more before they go out
	TakesDay    Takes = "day"
	TakesLink   Takes = "link"   // the address of a web page, or a day
	TakesUnit   Takes = "unit"   // words of its name, or its code
	TakesChoice Takes = "choice" // a number or a button
	TakesSought Takes = "sought" // words by which something is looked for
	// TakesContact takes a name, a phone, or both.
	TakesContact Takes = "contact"
)

// MaxReason is how long a reason may be, in characters.
const MaxReason = 500

// Beside reads a text that was typed at a question that takes that. Answered
// leaves it to the question, which may still refuse it. Found says that there is
// a unit of that name.
func (takes Takes) Beside(by intent.Speaker, text string, found bool) Reading {
	text = letters.Tidy(text)
	if by.Serves && takes.introduces(by, text) {
		return Reading{Outcome: Another}
	}
	switch {
	case takes == TakesContact:
		return besideContact(by, text, found)
	case takes == TakesShown, takes == TakesAnswer && isAnswer(text):
		return besideShown(text)
	case takes == TakesAnswer:
		takes = TakesReason
	}
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
	case takes == TakesSought:
		return besideSought(by, text, to, sure)
	case takes == TakesUnit && (found && !sure || strings.ContainsAny(text, "\n,;")), (takes == TakesDay || takes == TakesLink) && isDay(text, by.Today):
		return Reading{Outcome: Answered}
	case takes != TakesReason && to == SaysNone:
		return Reading{Outcome: Answered}
	case to != "" && (sure || takes != TakesReason):
		return Reading{Outcome: Steered, Steer: to}
	case to != "":
		return Reading{Outcome: Doubtful, Steer: to}
	case takes == TakesReason:
		m, sure := by.AtReason(text, found)
		switch {
		case m.Intent == intent.NoIntent:
			return Reading{Outcome: Answered}
		case !sure, m.Intent == intent.AskHelp && (orders().MatchString(letters.Fold(text)) || strings.Contains(text, ",")):
			return Reading{Outcome: Doubtful, Meaning: m}
		}
		return Reading{Outcome: Aside, Meaning: m}
	}
	return besideFind(by, takes, text, found)
}

// orders are how a reason begins that says what a unit is to write: it is no call for help.
var orders = letters.Pattern(`^(?:de nghi |xin |nho )?(?:cho biet|noi ro|ghi ro|neu ro|ke ro|lam ro|bo sung)\b`)

// besideShown reads what is shown before it goes out: it may be anything but what
// must not be kept.
func besideShown(text string) Reading {
	to, sure := Question{Key: string(TakesShown)}.steerOf(text)
	switch {
	case citizen.HoldsID(text):
		return Reading{Outcome: Refused, Note: texts.CitizenID()}
	case letters.Broken(text):
		return Reading{Outcome: Refused, Note: texts.BrokenLetters()}
	case sure && to == GoBack:
		return Reading{Outcome: Steered, Steer: to}
	case Leaves(text), sure && to == GoAway:
		return Reading{Outcome: Steered, Steer: GoAway}
	}
	return Reading{Outcome: Answered}
}

// isAnswer reports whether a text answers what a person asked, though as a reason it
// would say nothing: yes, no, thanks.
func isAnswer(text string) bool {
	to, _ := Question{Key: string(TakesAnswer)}.steerOf(text)
	return to == SaysNone || confirming[strings.Join(intent.TrimCourtesy(intent.Words(text).All), " ")]
}

// introduces reports whether a text introduces somebody, which answers no such
// question: by its labels, and where a choice is asked, by what it tells.
func (takes Takes) introduces(by intent.Speaker, text string) bool {
	p := paste.Read(text)
	by.Open = ""
	return p.Labels >= 2 || takes == TakesChoice && p.Introduces(false) && intent.Understand(by, text).Intent == intent.NoIntent
}

// notToPass says why a text cannot be passed on as a reason; "" if it can.
func notToPass(text string) string {
	switch {
	case citizen.HoldsID(text):
		return texts.CitizenID()
	case letters.Broken(text):
		return texts.BrokenLetters()
	case confirming[strings.Join(intent.TrimCourtesy(intent.Words(text).All), " ")]:
		return texts.PressToConfirm()
	}
	return ""
}

// confirming are what people say who think that they were asked yes or no.
var confirming = func() map[string]bool {
	all := map[string]bool{}
	for said := range strings.SplitSeq(vietnamese.Yes+"|"+vietnamese.Agreeing+"|y|dung|dung roi|gui|gui di|gui luon|xac nhan|co|yes|ok gui|duoc roi|tra lai|tra lai di|gia han|gia han di|chuan", "|") {
		all[said] = true
	}
	return all
}()

func isDay(text string, today report.Date) bool {
	if _, _, ok := texts.ReadMoment(text, time.UTC); ok {
		return true
	}
	return dates.Names(text, today)
}

// besideSought reads what is typed where something is looked for: nearly everything is
// the answer.
func besideSought(by intent.Speaker, text string, to Steer, sure bool) Reading {
	if to != "" && to != SaysNone && sure {
		return Reading{Outcome: Steered, Steer: to}
	}
	by.Open = ""
	switch m := intent.Understand(by, text); {
	case m.Intent == intent.AskStop:
		return Reading{Outcome: Steered, Steer: GoAway}
	case m.Civil() && intent.SpeaksToUs(text):
		return Reading{Outcome: Aside, Meaning: m}
	}
	return Reading{Outcome: Answered}
}

// besideFind reads what is no answer to a question that takes a day or a unit:
// whatever is understood, is meant.
func besideFind(by intent.Speaker, takes Takes, text string, found bool) Reading {
	by.Open = ""
	m := intent.Understand(by, text)
	switch m.Intent {
	case intent.NoIntent, intent.SaysAgreed:
		return Reading{Outcome: Answered}
	case intent.AskNil, intent.AskBegin, intent.AskCorrect, intent.AskWithdraw, intent.AskPeriod:
		if !by.Serves {
			return Reading{Outcome: Answered}
		}
	case intent.AskUnit:
		if takes == TakesUnit || !found {
			return Reading{Outcome: Answered}
		}
	case intent.AskStop:
		return Reading{Outcome: Steered, Steer: GoAway}
	}
	return Reading{Outcome: Aside, Meaning: m}
}
