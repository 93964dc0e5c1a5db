package form

import (
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// AnswerPreview reads a text that was typed under a preview, where nothing is
// asked: a field may be corrected by its label, or the consent in words.
func AnswerPreview(d *report.Draft, text string) (r Reading) {
	refusal := bounded(d, func() { r = answerPreview(d, Clean(text)) })
	if refusal != "" {
		return Reading{Outcome: Refused, Note: refusal}
	}
	return r
}

func answerPreview(d *report.Draft, text string) Reading {
	switch {
	case HoldsCitizenID(text):
		return Reading{Outcome: Refused, Note: texts.CitizenID()}
	case Unreadable(text):
		return Reading{Outcome: Refused, Note: texts.BrokenLetters()}
	}
	if key, value, ok := fieldNamed(text); ok {
		note, refusal := correct(d, key, value)
		if refusal == "" {
			return Reading{Outcome: Kept, Note: note}
		}
		return Reading{Outcome: Refused, Note: refusal}
	}
	if s := wordsOf(text); d.Content.Consent == report.NameAndPhoto && refusesPhoto(s) {
		chooseConsent(d, string(report.NameOnly))
		return Reading{Outcome: Kept, Note: texts.Corrected(texts.FieldName("consent", d.Content), texts.Consent(report.NameOnly))}
	} else if d.Content.Consent != "" && d.Content.Consent != report.NotGiven && refusesName(s) {
		chooseConsent(d, string(report.NotGiven))
		return Reading{Outcome: Kept, Note: texts.Corrected(texts.FieldName("consent", d.Content), texts.Consent(report.NotGiven))}
	} else if consentIn(s) != "" && (d.Content.Consent == "" || ofConsent(s)) {
		if note, refusal := correct(d, "consent", text); refusal == "" {
			return Reading{Outcome: Kept, Note: note}
		}
	}
	switch m := Understand(Speaker{Serves: true, Open: "preview", Today: today(*d)}, text); m.Intent {
	case NoIntent:
		return Reading{}
	case AskStop:
		return Reading{Outcome: Steered, Steer: GoAway}
	default:
		return Reading{Outcome: Aside, Meaning: m}
	}
}
