package form

import (
	"guongsang/internal/citizen"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// AnswerPreview reads a text that was typed under a preview, where nothing is
// asked: a field may be corrected by its label, or the consent in words.
func AnswerPreview(d *report.Draft, text string) (r Reading) {
	refusal := bounded(d, func() { r = answerPreview(d, letters.Tidy(text)) })
	if refusal != "" {
		return Reading{Outcome: Refused, Note: refusal}
	}
	return r
}

func answerPreview(d *report.Draft, text string) Reading {
	switch {
	case citizen.HoldsID(text):
		return Reading{Outcome: Refused, Note: texts.CitizenID()}
	case paste.Unreadable(text):
		return Reading{Outcome: Refused, Note: texts.BrokenLetters()}
	}
	if more := addition(text); more != "" && d.Content.Summary != "" {
		if another(*d, more) {
			return Reading{Outcome: Doubtful, Steer: ToSummary}
		}
		return Reading{Outcome: Kept, Note: takeTold(d, more)}
	}
	if bareWords(text) == "xem lai" {
		return Reading{Outcome: Kept}
	}
	if key, value, ok := paste.FieldNamed(text); ok {
		note, refusal := correct(d, key, value)
		if refusal == "" {
			return Reading{Outcome: Kept, Note: note}
		}
		return Reading{Outcome: Refused, Note: refusal}
	}
	if note, ok := thisIs(d, "", text); ok {
		return Reading{Outcome: Kept, Note: note}
	}
	if d.Content.Consent == report.NameAndPhoto && refusesPhoto(text) {
		chooseConsent(d, string(report.NameOnly))
		return Reading{Outcome: Kept, Note: texts.Corrected(texts.FieldName("consent", d.Content), texts.Consent(report.NameOnly))}
	} else if d.Content.Consent != "" && d.Content.Consent != report.NotGiven && refusesName(text) {
		chooseConsent(d, string(report.NotGiven))
		return Reading{Outcome: Kept, Note: texts.Corrected(texts.FieldName("consent", d.Content), texts.Consent(report.NotGiven))}
	} else if paste.ConsentIn(text) != "" && (d.Content.Consent == "" || paste.OfConsent(text)) {
		if note, refusal := correct(d, "consent", text); refusal == "" {
			return Reading{Outcome: Kept, Note: note}
		}
	}
	switch m := intent.Understand(intent.Speaker{Serves: true, Open: "preview", Today: today(*d)}, text); m.Intent {
	case intent.NoIntent:
		return Reading{}
	case intent.AskStop:
		return Reading{Outcome: Steered, Steer: GoAway}
	default:
		return Reading{Outcome: Aside, Meaning: m}
	}
}
