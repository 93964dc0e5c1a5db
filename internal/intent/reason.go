package intent

import (
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// AtReason is what a sentence means where a reason is asked for, which can say
// much: only what can hardly be one means something else. found says that there
// is a unit of that name. Not clear means that it may be a reason as well.
func (by Speaker) AtReason(text string, found bool) (m Meaning, clear bool) {
	s := Words(text)
	by.Open, by.Offers = "beside", nil // a text is asked for
	if number := onlyNumber(s, by.Today); number != "" {
		return Meaning{Intent: AskRecord, Number: number}, true
	}
	m = Meaning{Intent: NoIntent}
	i, odds := by.likely(s)
	if len(s.All) > maxAside && (odds < certain || len(s.All) > maxIntentWords) {
		return m, true
	}
	m.Period = PeriodIn(s, by.Today)
	rule := ruled(by, s, learned().aside)
	switch {
	case besideReasons[rule]:
		m.Intent = rule
		return m, true
	case besideReasons[i] && odds >= sure && by.credible(s, i):
		m.Intent = i
		return m, odds >= surely && i != AskReport
	}
	if name := personIn(s); name != "" && (i == AskPerson && odds >= sure || len(strings.Fields(text))-len(strings.Fields(name)) <= 1) {
		m.Intent, m.Name = AskPerson, name
		return m, false
	}
	if number := numberIn(s, by.Today); number != "" && i == AskRecord && odds >= sure {
		m.Intent, m.Number = AskRecord, number
		return m, false
	}
	if name := unitIn(s); name != "" && found {
		m.Intent, m.Name = AskUnit, name
		return m, false
	}
	if m.Intent = by.certainly(s, &m, func() (Intent, float64) { return i, odds }); !hardlyReasons[m.Intent] {
		m.Intent = NoIntent
	}
	return m, m.Intent == NoIntent
}

// maxAside is how many words a sentence has at most that asks for something while a
// text or a reason is asked for.
const maxAside = 14

// besideReasons are what may be asked there without naming anything.
var besideReasons = map[Intent]bool{
	AskContact: true, AskDeadline: true, AskHelp: true, AskMissing: true, AskCount: true, AskReport: true, AskSent: true, AskStatus: true,
	AskBegin: true, AskUnit: true, SaysThanks: true, SaysGreeting: true,
}

// hardlyReasons are what may be asked there when it is nearly certain.
var hardlyReasons = map[Intent]bool{
	AskSnooze: true, SaysKeep: true, AskHandover: true, AskPerson: true, AskRecord: true, AskUnit: true, AskMissing: true, AskCount: true, AskContact: true, AskDeadline: true,
}

// onlyNumber is the number of an example if there is nothing beside it but that
// it is to be seen.
func onlyNumber(s Sentence, today report.Date) string {
	if !aloneNumber().MatchString(strings.Join(s.All, " ")) {
		return ""
	}
	return numberIn(s, today)
}

var aloneNumber = letters.Pattern(`^(?:(?:xem|mo|tim|coi|cho|em|toi|guong|so) )*g (?:20\d\d) \d{1,5}(?: (?:nhe|a|di|voi|em))*$`)
