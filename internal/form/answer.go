package form

import (
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A Reading is what a text meant that was typed while a question was open.
type Reading struct {
	Outcome Outcome
	Note    string // to be read with the question that comes next
	Paste   Paste  // of Another: what the other draft begins with
}

// An Outcome says what a text did to the draft, and what is asked next.
type Outcome int

// The outcomes.
const (
	Refused  Outcome = iota // nothing was kept: the same question, with the reason
	Kept                    // it became part of the summary: the same question
	Answered                // the question is answered: the next that is missing
	Filled                  // its labels answered several: the next that is missing
	Another                 // it introduces somebody else: a draft of its own
)

// oneMessage is about what a messenger puts into one message, in characters.
const oneMessage = 4000

// Answer takes a typed text for the answer of the question, in a draft of unit
// u. units are those that the writer serves; rest says that the text can only be
// the rest of the one before, if that went into the summary.
func (q Question) Answer(d *report.Draft, u report.Unit, text string, units []Choice, rest bool) (r Reading) {
	refusal := bounded(d, func() { r = q.answer(d, u, text, units, rest) })
	if refusal != "" {
		return Reading{Outcome: Refused, Note: refusal}
	}
	return r
}

func (q Question) answer(d *report.Draft, u report.Unit, text string, units []Choice, rest bool) Reading {
	p := ReadPaste(text)
	text = p.text
	if HoldsCitizenID(text) {
		return Reading{Outcome: Refused, Note: texts.CitizenID()}
	}
	if p.Labels >= 2 {
		if !p.Fits(*d) && d.OnBehalf == "" {
			return Reading{Outcome: Another, Paste: p}
		}
		return Reading{Outcome: Filled, Note: p.Fill(d, u, "")}
	}
	if rest && FillsOneMessage(d.Content.Summary) && !q.offers(text, units) {
		return q.goOn(d, text)
	}
	before := d.Content.Summary
	note, refusal := q.read(d, text, units)
	if refusal == "" {
		settle(d, q.Key)
		return Reading{Outcome: Answered, Note: note}
	}
	if q.Key != "summary" && Long(text) && before == "" {
		d.Content.Summary, refusal = text, refusal+" "+texts.BecameSummary()
	}
	if d.Content.Summary != before {
		return Reading{Outcome: Kept, Note: refusal}
	}
	return Reading{Outcome: Refused, Note: refusal}
}

// FillsOneMessage reports whether a text is about as long as a message can be: what
// comes right after is its rest.
func FillsOneMessage(text string) bool { return length(text) >= oneMessage }

// goOn joins a text to the summary, of which it can only be the rest: a
// messenger cuts what is longer than one message, and sends the parts at once.
func (q Question) goOn(d *report.Draft, text string) Reading {
	d.Content.Summary += "\n" + text
	n := length(d.Content.Summary)
	if q.Key == "summary" {
		return Reading{Outcome: Kept, Note: texts.SummaryTooLong(maxSummary, n)}
	}
	return Reading{Outcome: Kept, Note: texts.SummaryJoined(maxSummary, n)}
}

// offers reports whether a text is one of the choices.
func (q Question) offers(text string, units []Choice) bool {
	_, ok := pickOf(q.Choices(units), text)
	return ok
}

// read puts a typed answer into the draft.
func (q Question) read(d *report.Draft, text string, units []Choice) (note, refusal string) {
	if q.choices == nil {
		return q.take(d, text)
	}
	if text == "" {
		return "", texts.Empty()
	}
	list := q.choices(units)
	picks, ok := q.picks(list, text)
	if !ok && q.take != nil {
		if note, refusal := q.take(d, text); refusal == "" {
			return note, ""
		}
	}
	if !ok {
		return "", texts.PickOne(len(list))
	}
	for _, c := range picks {
		q.choose(d, c.Value)
	}
	return "", ""
}

// picks finds the choices that a text means: one, or several where several can
// hold.
func (q Question) picks(list []Choice, text string) ([]Choice, bool) {
	if q.Several {
		return picksOf(list, text)
	}
	c, ok := pickOf(list, text)
	return []Choice{c}, ok
}
