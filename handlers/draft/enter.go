package draft

import (
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/form"
	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// An Introduction is all that is known of somebody who is introduced at once.
type Introduction struct {
	Text    string // as a unit wrote it, labels and all
	Answers []Given
	Files   []report.Media // in the house: the document itself, photos
	Sure    bool           // it is recorded although somebody like it was introduced
}

// A Given is the answer to one question of the form, by its key.
type Given struct{ Key, Text string }

// A Refused says in a sentence why nothing was recorded.
type Refused string

func (r Refused) Error() string { return string(r) }

// Enter sends an introduction that needs no conversation: nothing that has to be
// answered may be missing. The consent counts as whoever enters it was told, not as the
// text says.
func Enter(t *turn.Turn, d report.Draft, w Introduction) (number string, err error) {
	d, err = writeDraft(t, d)
	if err != nil {
		return "", err
	}
	d.Changed = t.Tx.Now.In(t.Rules.Zone)
	u := unitOf(&t.Reading, d)
	if notes, err := joinPhotos(t, &d, w.Files); err != nil {
		return "", err
	} else if len(notes) > 0 {
		return "", Refused(strings.Join(notes, "\n"))
	}
	if p := paste.Read(w.Text); w.Text != "" {
		if letters.Unreadable(w.Text) {
			return "", Refused(texts.BrokenLetters())
		}
		p, _ = p.WithoutConsent()
		if refused, full := form.TakePaste(&d, p); full != "" {
			return "", Refused(full)
		} else if len(refused) > 0 {
			return "", Refused(texts.EntryRefused(refused))
		}
	}
	for _, answer := range w.Answers {
		q, ok := form.Find(answer.Key)
		if !ok {
			return "", Refused(texts.EntryUnknown(answer.Key))
		}
		switch r := q.Answer(&d, u, answer.Text, nil, false); r.Outcome {
		case form.Answered, form.Filled, form.Kept:
		default:
			return "", Refused(notTaken(q, answer.Text, r.Note))
		}
	}
	if missing := missingOf(d, u); len(missing) > 0 {
		return "", Refused(texts.EntryMissing(missing))
	}
	if !w.Sure {
		if alike, all, err := t.SameAs(d); err != nil {
			return "", err
		} else if all > 0 {
			return "", Refused(texts.EntryAlike(alike, all))
		}
	}
	e, err := file(t, d, d.Period, report.Approval{})
	return e.Number, err
}

// notTaken says what a question takes, to somebody who has no buttons before them.
func notTaken(q form.Question, text, note string) string {
	var choices []string
	for _, c := range q.Choices(nil) {
		choices = append(choices, c.Label)
	}
	return texts.EntryNotTaken(q.Key, text, choices, note)
}

// missingOf names what has to be answered and is not: the first of it, and all of it
// that does not depend on the first.
func missingOf(d report.Draft, u report.Unit) (names []string) {
	for _, q := range form.AllMissing(d, u) {
		names = append(names, q.Key+" ("+strings.TrimSpace(texts.FieldName(q.Key, d.Content))+")")
	}
	return names
}
