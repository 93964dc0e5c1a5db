package draft

import (
	"guongsang/handlers/turn"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Of texts that were typed before their question was seen: what the draft that
// is open says of them.

// GoesOn reports whether a text can only be the rest of the one before: a
// messenger cuts what is longer than one message, and sends the parts at once.
func GoesOn(t *turn.Turn) (bool, error) {
	d, ok, err := asking(t)
	return ok && t.IsRest() && form.FillsOneMessage(d.Content.Summary), err
}

// Holds reports whether the draft says exactly this already.
func Holds(t *turn.Turn, text string) (bool, error) {
	d, ok, err := asking(t)
	if err != nil || !ok {
		return false, err
	}
	for _, q := range form.Questions {
		if text != "" && q.Shown(d) == text {
			return true, nil
		}
	}
	return false, nil
}

// Asked names the field that the open question is about; "" if it is about no
// draft.
func Asked(t *turn.Turn) (string, error) {
	d, ok, err := asking(t)
	if err != nil || !ok {
		return "", err
	}
	return texts.FieldName(d.Step, d.Content), nil
}

// AskAgain puts the question again that is open of the draft, under a note. It
// reports whether there is one.
func AskAgain(t *turn.Turn, note string) (bool, error) {
	d, ok, err := asking(t)
	if err != nil || !ok {
		return false, err
	}
	return true, repeat(t, d, note)
}

// Stand puts again where the draft that is open stands, its question or the whole,
// below what was said meanwhile. It reports whether there is one.
func Stand(t *turn.Turn, note string) (bool, error) {
	d, ok, err := t.Opened()
	if err != nil || !ok {
		return false, err
	}
	t.Below()
	return true, repeat(t, d, note)
}

// asking is the open draft, if the open question is one of its.
func asking(t *turn.Turn) (d report.Draft, ok bool, err error) {
	d, ok, err = t.Opened()
	if err != nil || !ok {
		return d, false, err
	}
	q, known := form.Find(d.Step)
	return d, known && t.Asked(questionOf(q)), nil
}
