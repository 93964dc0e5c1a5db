package draft

import (
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A preview is a screenful on a small phone. While it is the last that was shown, what
// is typed below it gets no second one: only what has changed, and the buttons.

// standsAbove reports whether the preview of a draft as it is stored, or what changed in
// it last, is the last that its writer was shown. What is pressed becomes the preview
// itself, in place of what was there.
func standsAbove(t *turn.Turn, d report.Draft) bool {
	consent, _ := form.Find("consent")
	return t.Event.Kind != chat.Pressed && (t.WasOffered(verbSend, d.ID, d.Version) || t.WasOffered(verbRenew, d.ID, d.Version) ||
		consent.InPreview(d) && t.WasOffered(verbChoose, d.ID, d.Version, consent.Key))
}

// leadsToPreview reports whether a button stands under previews, or what changed in them:
// without one, none stands above.
func leadsToPreview(b chat.Button) bool {
	verb, args := turn.Verb(b.Do.Verb), b.Do.Args
	return verb == verbSend || verb == verbRenew || verb == verbChoose && len(args) > 2 && args[2] == "consent"
}

// above is the preview of a draft as it is stored, if it stands above; "" if it does not,
// or on another day than the last change of the draft: what was in time may be late since.
func above(t *turn.Turn, id uint64) (string, error) {
	if !t.Before(leadsToPreview) { // so that nothing need be read at each answer
		return "", nil
	}
	d, err := t.Tx.Draft(id)
	if err != nil || !standsAbove(t, d) || report.DateOf(d.Changed.In(t.Rules.Zone)) != t.Today() {
		return "", err
	}
	m, _, err := wholeOf(t, d, "")
	return m.Text, err
}

// wholeOf is the preview of a draft, and the question for the consent if that is asked
// in it.
func wholeOf(t *turn.Turn, d report.Draft, note string) (m chat.Message, asking form.Question, err error) {
	if q, ok := form.Find(d.Step); ok && q.InPreview(d) {
		m, err = consentOn(t, d, q, note)
		return m, q, err
	}
	m, err = previewOf(t, d, note, report.Period{})
	return m, asking, err
}

// showBrief shows below a preview what has changed in it, under a note, with what it
// asks.
func showBrief(t *turn.Turn, d report.Draft, note, above string) error {
	m, asking, err := briefOf(t, d, note, above)
	if err != nil {
		return err
	}
	if err := belowFiles(t); err != nil {
		return err
	}
	t.Talk.Draft, t.Talk.Counter = d.ID, ""
	if asking.Key != "" {
		t.Ask(questionOf(asking), "")
	} else {
		t.Ask(QuestionPreview)
	}
	if err := t.Prompt(m); err != nil {
		return err
	}
	t.Talk.Offered = append(t.Talk.Offered, append(wholly(d), changing(d)...)...) // which can be typed all the same
	return nil
}

// briefOf is the message for that.
func briefOf(t *turn.Turn, d report.Draft, note, above string) (m chat.Message, asking form.Question, err error) {
	said := d
	said.Proposed = nil // stands above, and in the preview that can be seen again
	m, asking, err = wholeOf(t, said, "")
	if err != nil {
		return m, asking, err
	}
	asks := ""
	if asking.Key != "" {
		asks = texts.AskConsent(d.Content)
		m.Text = strings.TrimSuffix(m.Text, asks)
	}
	m.Title, m.Text = "", texts.PreviewChanges(d, m.Text, above, note, asks, len(form.ToRenew(d)) > 0)
	again := turn.Button(texts.ToReview, verbReview, d.ID, d.Version)
	last := withLeaving(d, 2, []chat.Button{again})
	if asking.Key != "" {
		last = withLeaving(d, 3, []chat.Button{turn.Button(texts.ToEdit, verbEdit, d.ID, d.Version), again})
	}
	m.Buttons[len(m.Buttons)-1] = last
	return m, asking, nil
}
