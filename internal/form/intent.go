package form

import "guongsang/internal/report"

// An Intent is what a sentence asks for that somebody typed of their own accord.
type Intent string

// The intents. None of them does anything by itself: what they lead to shows
// something, or asks with a button.
const (
	NoIntent     Intent = "none"
	AskDeadline  Intent = "deadline" // until when
	AskStatus    Intent = "status"   // where the unit, or the whole, stands
	AskNil       Intent = "nil"      // nothing to introduce
	AskBegin     Intent = "begin"    // an introduction
	AskCorrect   Intent = "correct"  // something sent is wrong
	AskWithdraw  Intent = "withdraw" // something sent is to be taken back
	AskSent      Intent = "sent"     // what was sent
	AskHelp      Intent = "help"
	AskContact   Intent = "contact" // to speak with a person
	SaysGreeting Intent = "greeting"
	SaysThanks   Intent = "thanks"
	AskStop      Intent = "stop"    // not now
	AskPeriod    Intent = "period"  // another period
	AskUnit      Intent = "unit"    // another unit, or a unit by its name
	AskMissing   Intent = "missing" // who has not sent
	AskCount     Intent = "count"   // how many
	AskPerson    Intent = "person"  // somebody by name
	AskRecord    Intent = "record"  // an example by its number
	AskReport    Intent = "report"  // a document
)

// maxIntentWords is how long a sentence may be: what is longer tells something.
const maxIntentWords = 40

// A Speaker is who typed a sentence, as far as that tells what it means.
type Speaker struct {
	Serves bool        // a unit, as focal point or head
	Agency bool        // works for the standing agency
	Leads  bool        // leader, or head of a block
	Today  report.Date // where the office is
}

// A Meaning is a sentence understood.
type Meaning struct {
	Intent Intent
	Period report.Period // if one is named
	Number string        // of an example, if one is named
	Name   string        // of a person or unit that is looked for, as it was typed
}

// Understand finds out what a sentence asks for. It looks at nothing but what
// it is given, and when in doubt it understands nothing.
func Understand(by Speaker, text string) Meaning {
	s := wordsOf(Clean(text))
	m := Meaning{Intent: NoIntent, Period: periodIn(s, by.Today), Number: numberIn(s, by.Today)}
	if len(s.all) == 0 || len(s.all) > maxIntentWords {
		return m
	}
	m.Intent = intentOf(by, s, &m)
	return m
}

// intentOf finds the rule that a sentence follows. One that follows none is
// read again with its unknown words mended.
func intentOf(by Speaker, s sentence, m *Meaning) Intent {
	if m.Number != "" {
		return ofRecord(s)
	}
	if i := ruled(by, s); i != NoIntent {
		return named(by, s, i, m)
	}
	if i := lookedFor(by, s, m); i != NoIntent {
		return i
	}
	if mended, ok := s.mend(); ok {
		return ruled(by, mended)
	}
	return NoIntent
}

// ofRecord is what is asked of an example whose number is named.
func ofRecord(s sentence) Intent {
	for _, i := range []Intent{AskWithdraw, AskCorrect} {
		if s.follows(changing[i]) {
			return i
		}
	}
	return AskRecord
}

// ruled is the intent of the first rule that a sentence follows.
func ruled(by Speaker, s sentence) Intent {
	for _, r := range rules {
		if (r.who == nil || r.who(by)) && s.known() >= r.known && s.follows(r.patterns) {
			return r.intent
		}
	}
	return NoIntent
}
