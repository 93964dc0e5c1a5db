package intent

import (
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// AtReason is what a sentence means where a reason is asked for, which can say
// much: only what can hardly be one means something else. found says that there
// is a unit of that name. Not sure means that it may be a reason as well.
func (by Speaker) AtReason(text string, found bool) (m Meaning, sure bool) {
	s := Words(text)
	by.Open, by.Offers = "beside", nil // a text is asked for
	if number := onlyNumber(s, by.Today); number != "" {
		return Meaning{Intent: AskRecord, Number: number}, true
	}
	m = Meaning{Intent: NoIntent}
	if len(s.All) > maxAside {
		return m, true
	}
	m.Period = PeriodIn(s, by.Today)
	switch i := by.aside(s); i {
	case AskContact, AskDeadline, AskHelp, AskMissing, SaysThanks, SaysGreeting:
		m.Intent = i
		return m, true
	}
	if i := by.means(s, learned().rules); i == AskMissing || i == AskCount {
		if s.goes(learned().inquiring) || strings.HasSuffix(text, "?") {
			m.Intent = i
			return m, true
		}
	} else if i == AskReport {
		m.Intent = i
		return m, false
	}
	if name := personIn(s); name != "" && len(strings.Fields(text))-len(strings.Fields(name)) <= 1 {
		m.Intent, m.Name = AskPerson, name
		return m, false
	}
	if name := unitIn(s); name != "" && found {
		m.Intent, m.Name = AskUnit, name
		return m, false
	}
	return m, true
}

// maxAside is how many words a sentence has at most that asks for something
// where a reason is asked for.
const maxAside = 8

// inquiring are the words by which a sentence asks.
func (l *lexicon) inquiring() []way {
	return l.waysOf(`^ ai, ^ nhung_ai, {unit} nao, bao_nhieu, {when}, may {unit}`)
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
