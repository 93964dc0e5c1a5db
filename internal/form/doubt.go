package form

import (
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// Take takes a text for the answer of the question, whatever else it could mean.
func (q Question) Take(d *report.Draft, text string) (r Reading) {
	refusal := bounded(d, func() {
		note, refusal := q.read(d, letters.Tidy(text), nil)
		if refusal != "" {
			r = Reading{Outcome: Refused, Note: refusal}
			return
		}
		settle(d, q.Key)
		if q.Key == "summary" && d.Told {
			takeNames(d, text)
		}
		r = Reading{Outcome: Answered, Note: note}
	})
	if refusal != "" {
		return Reading{Outcome: Refused, Note: refusal}
	}
	return r
}

// AddToSummary keeps a text that tells something in the summary, after what is
// there.
func AddToSummary(d *report.Draft, text string) (r Reading) {
	refusal := bounded(d, func() { r = Reading{Outcome: Kept, Note: takeTold(d, letters.Tidy(text))} })
	if refusal != "" {
		return Reading{Outcome: Refused, Note: refusal}
	}
	return r
}

// QuestionIn finds the question of a draft that a message of the bot asked.
func QuestionIn(said string, d report.Draft, u report.Unit) (Question, bool) {
	said = letters.Line(said)
	if said == "" {
		return Question{}, false
	}
	for _, q := range Questions {
		if (q.needed.holds(d, u) || q.optional.holds(d, u)) && q.Key != "unit" && strings.Contains(said, letters.Line(q.ask(d))) {
			return q, true
		}
	}
	return Question{}, false
}
