package draft

import (
	"strings"

	"guongsang/handlers/duty"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/paste"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/supplement"
	"guongsang/internal/texts"
)

const (
	verbReview turn.Verb = "d.review"
	verbRenew  turn.Verb = "d.renew"
)

// QuestionPreview stands while a whole draft is shown: nothing is asked.
const QuestionPreview turn.Question = "d.preview"

// preview shows a whole draft before it is sent, or below that what was changed in it.
func preview(t *turn.Turn, d report.Draft, note string) error {
	known, err := above(t, d.ID)
	if err != nil {
		return err
	}
	d.Step = ""
	if d, err = t.Tx.PutDraft(d); err != nil {
		return err
	}
	if known != "" {
		return showBrief(t, d, note, known)
	}
	return showPreview(t, d, note, report.Period{})
}

// showPreview shows a draft as it is written. Where the consent has to be
// renewed that is asked in place of sending.
func showPreview(t *turn.Turn, d report.Draft, note string, toSend report.Period) error {
	m, err := previewOf(t, d, note, toSend)
	if err != nil {
		return err
	}
	if err := belowFiles(t); err != nil {
		return err
	}
	t.Talk.Draft, t.Talk.Counter = d.ID, ""
	t.Ask(QuestionPreview)
	return t.Prompt(m)
}

// previewOf is the preview of a draft. If it was to be sent for a period, the
// answer to what is asked in place of that sends it.
func previewOf(t *turn.Turn, d report.Draft, note string, toSend report.Period) (m chat.Message, err error) {
	p, timing, err := duty.CreditedDraft(&t.Reading, d)
	if err != nil {
		return m, err
	}
	public, err := published(t, d)
	if err != nil {
		return m, err
	}
	anew := form.ToRenew(d)
	title, text := texts.Preview(d, t.UnitName(d.Unit), p, timing, public, anew)
	from, err := t.CopiedFrom(d)
	if err != nil {
		return m, err
	}
	if from != "" {
		text += "\n\n" + from
	}
	first := sending(d, p)
	if len(anew) > 0 {
		first = renewing(d, toSend)
	}
	lines := [][]chat.Button{
		first,
		{turn.Button(texts.ToEdit, verbEdit, d.ID, d.Version), turn.Button(texts.ToMore, verbMore, d.ID, d.Version)},
		withLeaving(d, 2, append(wholly(d), changing(d)...)),
	}
	return chat.Message{Title: title, Text: under(note, text), Buttons: lines}, nil
}

// changing are the buttons that change what was only proposed.
func changing(d report.Draft) (buttons []chat.Button) {
	if form.IsProposed(d, "category") || form.IsProposed(d, "object") {
		buttons = append(buttons, turn.Button(texts.ToKind, verbKind, d.ID, d.Version))
	}
	if form.IsProposed(d, "title") {
		buttons = append(buttons, turn.Button(texts.ToTitle, verbField, d.ID, d.Version, "title", fromEdit))
	}
	return buttons
}

// withLeaving is a line of n buttons: those given, and as far as there is room those
// that leave the draft. Both can be typed as well, and a draft is kept anyway.
func withLeaving(d report.Draft, n int, buttons []chat.Button) []chat.Button {
	if len(buttons)+2 <= n {
		buttons = append(buttons, turn.Button(texts.ToSave, verbSave, d.ID, d.Version))
	}
	if len(buttons) < n {
		buttons = append(buttons, turn.Button(texts.WordCancel, verbDrop, d.ID, d.Version))
	}
	return buttons[:n]
}

// consentOn is the whole draft with the question for the consent, the only one
// that is left.
func consentOn(t *turn.Turn, d report.Draft, q form.Question, note string) (m chat.Message, err error) {
	p, timing, err := duty.CreditedDraft(&t.Reading, d)
	if err != nil {
		return m, err
	}
	withheld, err := published(t, d)
	if err != nil {
		return m, err
	}
	c, u := d.Content, unitOf(&t.Reading, d)
	doubt := privacy.AskAge(c, u)
	c.Consent, c.ChildConsent, c.GuardianConsent = report.NameAndPhoto, true, true
	if doubt { // the age is asked next, and the guardian only then
		c.Under16, c.ChildConsent, c.GuardianConsent = report.Yes, false, false
	}
	given := privacy.Of(report.Example{Content: c}, u, privacy.Public, t.Today())
	title, text := texts.PreviewAsking(d, t.UnitName(d.Unit), p, timing, given, withheld, doubt)
	last := append(append(wholly(d), changing(d)...), turn.Button(texts.ToEdit, verbEdit, d.ID, d.Version))
	lines := append(choiceButtons(t, d, q, 0), withLeaving(d, 3, last))
	return chat.Message{Title: title, Text: under(note, text), Buttons: lines}, nil
}

const (
	verbKind    turn.Verb = "d.kind"
	verbKindSet turn.Verb = "d.kindset"
)

// showKind offers other categories and objects than those that were proposed.
func showKind(t *turn.Reading, d report.Draft) error {
	var lines [][]chat.Button
	for _, key := range []string{"category", "object"} {
		q, _ := form.Find(key)
		for i, c := range q.Choices(nil) {
			mark := ""
			if c.Label == q.Shown(d) {
				mark = texts.ToMark
			}
			lines = append(lines, turn.Column(turn.Button(mark+c.Label, verbKindSet, d.ID, d.Version, key, i))...)
		}
	}
	return t.Show(chat.Message{Text: texts.AskKind(), Buttons: lines})
}

// setKind takes one of them, and shows the whole again.
func setKind(t *turn.Turn, d report.Draft, q form.Question, n int) error {
	if q.Key != "category" && q.Key != "object" || !q.Pick(&d, n, nil) {
		return t.Stale()
	}
	return goOn(t, d, "")
}

// sending are the buttons that send a draft for a period, or change that.
func sending(d report.Draft, p report.Period) []chat.Button {
	if d.Amends != "" {
		return []chat.Button{turn.Button(texts.ToSendAgain, verbSend, d.ID, d.Version, p)}
	}
	return []chat.Button{turn.Button(texts.ToSend, verbSend, d.ID, d.Version, p), turn.Button(texts.ToPeriod, verbPeriods, d.ID, d.Version)}
}

// renewing are the buttons that say whether the consent covers what is new.
func renewing(d report.Draft, toSend report.Period) []chat.Button {
	var sent []any
	if toSend != (report.Period{}) {
		sent = append(sent, toSend)
	}
	return []chat.Button{
		turn.Button(texts.ToRenew, verbRenew, append([]any{d.ID, d.Version, 1}, sent...)...),
		turn.Button(texts.ToRenewNot, verbRenew, append([]any{d.ID, d.Version, 0}, sent...)...),
	}
}

// published is what everybody will see of a draft, if it is sent as it is.
func published(t *turn.Turn, d report.Draft) (privacy.View, error) {
	e := report.Example{Content: d.Content}
	if d.Amends != "" {
		sent, err := t.Tx.Example(d.Amends)
		if err != nil {
			return privacy.View{}, err
		}
		e.Sent = sent.Sent
	}
	return privacy.Of(e, unitOf(&t.Reading, d), privacy.Public, t.Today()), nil
}

// renewConsent notes whether the consent covers what came after it, and sends
// what was to be sent.
func renewConsent(t *turn.Turn, d report.Draft, yes bool, toSend report.Period) error {
	form.Renew(&d, yes)
	if toSend == (report.Period{}) {
		return goOn(t, d, "")
	}
	d, err := t.Tx.PutDraft(d)
	if err != nil {
		return err
	}
	return sendDraft(t, d, toSend, false)
}

// reviewDraft shows the preview again.
func reviewDraft(t *turn.Turn, d report.Draft) error {
	t.ShowAnew()
	return goOn(t, d, "")
}

// answerPreview takes a text that was typed under a preview. Nothing was asked: a
// field may be corrected by its label, a template fills what is empty, and anything
// else is repeated to.
func answerPreview(t *turn.Turn) error {
	d, ok, err := t.Opened()
	if err != nil || !ok || paste.Read(t.Event.Text).Labels >= 2 {
		t.CloseQuestion()
		if err != nil {
			return err
		}
		return unmeant(t)
	}
	if q, ok := form.QuestionIn(t.Event.Quoted, d, unitOf(&t.Reading, d)); ok {
		return answerAtPreview(t, d, q)
	}
	switch r := form.AnswerPreview(&d, t.Event.Text); {
	case r.Outcome == form.Kept:
		return goOn(t, d, r.Note)
	case r.Outcome == form.Doubtful, addsToSent(t, d, r):
		t.CloseQuestion()
		return askTold(t, d, true)
	case r.Steer == form.GoBack:
		return editDraft(&t.Reading, d, 0)
	case r.Outcome == form.Steered:
		return Save(t, d)
	case r.Outcome == form.Aside:
		t.Meant = r.Meaning
		return nil
	case r.Note != "":
		return repeat(t, d, r.Note)
	}
	t.CloseQuestion()
	return unmeant(t)
}

// addsToSent reports whether a text that became nothing under the preview of what was sent
// before may be what is to be added to that.
func addsToSent(t *turn.Turn, d report.Draft, r form.Reading) bool {
	may, sure := supplement.Answers(t.Speaker(), d.Content, t.Event.Text)
	return d.Amends != "" && r.Steer == "" && r.Note == "" && may && (sure || r.Outcome != form.Aside)
}

// answerAtPreview takes a text for the question to whose message it replies, when
// the whole draft is shown already.
func answerAtPreview(t *turn.Turn, d report.Draft, q form.Question) error {
	switch r := q.Answer(&d, unitOf(&t.Reading, d), t.Event.Text, ownChoices(t, q), false); r.Outcome {
	case form.Answered:
		return goOn(t, d, strings.TrimSpace(texts.Corrected(texts.FieldName(q.Key, d.Content), q.Shown(d))+" "+r.Note))
	case form.Refused:
		return repeat(t, d, r.Note)
	default:
		return became(t, d, q, r, "")
	}
}

// RepliesToQuestion reports whether a text replies to the message of a question of
// the open draft: then it answers that, and means no button of a newer message.
func RepliesToQuestion(t *turn.Reading) bool {
	if t.Event.Quoted == "" {
		return false
	}
	d, ok, err := t.Opened()
	if err != nil || !ok {
		return false
	}
	_, ok = form.QuestionIn(t.Event.Quoted, d, unitOf(t, d))
	return ok
}
