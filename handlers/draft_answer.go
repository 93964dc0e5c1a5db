package handlers

import (
	"slices"
	"time"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// answerDraft takes a text for the open question of the open draft.
func (t *turn) answerDraft() error {
	d, ok, err := t.opened()
	if err != nil {
		return err
	}
	s, known := stepOf(t.talk.Ask[len(askPrefix):])
	if !ok || !known || d.Step != s.key {
		t.ask("")
		return t.unasked()
	}
	from, text := t.arg(0), clean(t.ev.Text)
	if holdsCitizenID(text) {
		return t.question(d, s, texts.CitizenID(), from)
	}
	if p := readPaste(text); p.labels >= 2 {
		if !t.roomFor(d, p) && d.OnBehalf == "" {
			return t.beginPaste(p, true)
		}
		return t.takePaste(d, p)
	}
	before := d.Content.Summary
	if t.goesOn(d) && (s.choices == nil || !t.matches(d, s, text)) {
		d.Content.Summary = before + "\n" + text
		note := texts.SummaryJoined(maxSummary, length(d.Content.Summary))
		if s.key == "summary" {
			note = texts.SummaryTooLong(maxSummary, length(d.Content.Summary))
		}
		return t.askStep(d, s, note, from)
	}
	note, refusal := t.takeText(&d, s, text)
	if refusal == "" {
		return t.taken(d, s, note, from)
	}
	return t.refused(d, s, text, refusal, from, before)
}

// goesOn reports whether a text can only be the rest of the one before: a
// messenger cuts what is longer than one message, and sends the parts at once.
func (t *turn) goesOn(d report.Draft) bool {
	return length(d.Content.Summary) >= oneMessage && t.tx.Now.Sub(t.talk.Changed) < 5*time.Second
}

// oneMessage is about what a messenger puts into one message.
const oneMessage = 4000

// matches reports whether a text is one of the choices.
func (t *turn) matches(d report.Draft, s step, text string) bool {
	_, ok := pickOf(s.choices(t, d), text)
	return ok
}

// takeText puts a typed answer into the draft.
func (t *turn) takeText(d *report.Draft, s step, text string) (note, refusal string) {
	if s.choices == nil {
		return s.take(t, d, text)
	}
	list := s.choices(t, *d)
	if text == "" {
		return "", texts.Empty()
	}
	if s.several {
		picks, ok := picksOf(list, text)
		if !ok {
			return "", texts.PickOne(len(list))
		}
		for _, c := range picks {
			s.take(t, d, c.value)
		}
		return "", ""
	}
	c, ok := pickOf(list, text)
	if !ok {
		return "", texts.PickOne(len(list))
	}
	return s.take(t, d, c.value)
}

// refused repeats the question with the reason. What was typed is not lost if
// it can be the summary.
func (t *turn) refused(d report.Draft, s step, text, refusal, from, before string) error {
	if s.key != "summary" && length(text) >= longText && d.Content.Summary == "" {
		d.Content.Summary, refusal = text, refusal+" "+texts.BecameSummary()
	}
	if d.Content.Summary != before {
		return t.askStep(d, s, refusal, from)
	}
	return t.question(d, s, refusal, from)
}

// taken goes on after an answer.
func (t *turn) taken(d report.Draft, s step, note, from string) error {
	d.Asked = append(slices.DeleteFunc(d.Asked, func(key string) bool { return key == s.key }), s.key)
	if next, ok := missing(d); ok {
		return t.askStep(d, next, note, from)
	}
	if from == fromMore {
		return t.listMore(d, note)
	}
	return t.preview(d, note)
}
