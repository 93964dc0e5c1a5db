package draft

import (
	"fmt"
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Where a question was come to from, when not by the short path.
const (
	fromEdit = "edit" // "Sửa"
	fromMore = "more" // "Bổ sung thêm"
)

// unitChoices are the units that the member serves.
func unitChoices(t *turn.Turn) (list []form.Choice) {
	for _, code := range t.Member.Represented() {
		list = append(list, form.Choice{Label: t.UnitName(code), Value: code})
	}
	return list
}

// ownChoices are the choices of a question that only this room knows: the units that
// the writer serves, the agency's themes, the writer's word.
func ownChoices(t *turn.Turn, q form.Question) (list []form.Choice) {
	switch q.Key {
	case "unit":
		return unitChoices(t)
	case "theme":
		for _, theme := range t.Options.Themes {
			list = append(list, form.Choice{Label: theme, Value: theme})
		}
	case "cleared":
		list = []form.Choice{{Label: texts.ToCleared, Value: t.Member.Name}}
	}
	return list
}

// unitOf is the unit that a draft is for.
func unitOf(t *turn.Reading, d report.Draft) report.Unit {
	u, err := t.Tx.Unit(d.Unit)
	if err != nil { // the directory has lost it
		return report.Unit{Code: d.Unit, Name: d.Unit}
	}
	return u
}

// goOn asks what is missing, and when nothing is shows the whole. Of a draft that
// waits for the unit's head it says only that.
func goOn(t *turn.Turn, d report.Draft, note string) error {
	r, waits, err := t.Tx.Request(d)
	if err != nil {
		return err
	}
	if waits {
		return showWaiting(t, d, r)
	}
	if q, ok := form.Next(&d, unitOf(&t.Reading, d)); ok {
		return askStep(t, d, q, note, "")
	}
	return preview(t, d, note)
}

// askStep opens a question and writes the draft with it.
func askStep(t *turn.Turn, d report.Draft, q form.Question, note, from string) error {
	known, err := above(t, d.ID)
	if err != nil {
		return err
	}
	d.Step = q.Key
	if d, err = t.Tx.PutDraft(d); err != nil {
		return err
	}
	if known != "" && q.InPreview(d) {
		return showBrief(t, d, note, known)
	}
	return question(t, d, q, note, from)
}

// question shows a question of a draft as it is written.
func question(t *turn.Turn, d report.Draft, q form.Question, note, from string) error {
	known, err := above(t, d.ID)
	if err != nil {
		return err
	}
	if known != "" && q.InPreview(d) {
		return showBrief(t, d, note, known)
	}
	return questionPart(t, d, q, note, from, 0)
}

// questionPart shows a question with a part of its answers.
func questionPart(t *turn.Turn, d report.Draft, q form.Question, note, from string, part int) error {
	m, err := questionOn(t, d, q, note, from, part)
	if err != nil {
		return err
	}
	if err := belowFiles(t); err != nil {
		return err
	}
	t.Talk.Draft, t.Talk.Counter = d.ID, ""
	t.Ask(questionOf(q), from)
	return t.Prompt(m)
}

// questionOn is the message that asks a question of a draft, under a note.
func questionOn(t *turn.Turn, d report.Draft, q form.Question, note, from string, part int) (chat.Message, error) {
	if warning := q.Warning(d); !strings.Contains(note, warning) { // which says more than that it became so
		note = strings.TrimSpace(strings.TrimSpace(strings.Replace(note, form.Overlong(d.Content), "", 1)) + "\n" + warning)
	}
	if q.InPreview(d) {
		return consentOn(t, d, q, note)
	}
	m := chat.Message{Text: under(note, q.Ask(d)), Buttons: buttonsOf(t, d, q, from, part)}
	for i, c := range manyAnswers(t, q) {
		m.Text += fmt.Sprintf("\n%d. %s", i+1, c.Label)
	}
	if q.Key != "unit" && from != fromEdit { // who corrects one field is at no step
		m.Title = q.Heading(d, unitOf(&t.Reading, d))
	}
	return m, nil
}

// under puts a text under a note, if there is one.
func under(note, text string) string {
	if note == "" {
		return text
	}
	return note + "\n\n" + text
}

// belowFiles lets what is shown next stand below the message that counts files,
// if that is the last: an edit above it would go unseen.
func belowFiles(t *turn.Turn) error {
	if t.Talk.Counter == "" {
		return nil
	}
	counter, _, err := t.Tx.Delivery(t.Talk.Counter)
	if err == nil && (t.Event.Kind != chat.Pressed || counter.Message != t.Event.MessageID) {
		t.Below()
	}
	return err
}

// repeat shows again where the draft stands, with a note.
func repeat(t *turn.Turn, d report.Draft, note string) error {
	if q, ok := form.Find(d.Step); ok {
		from := ""
		if t.Asked(questionOf(q)) {
			from = t.Arg(0)
		}
		return question(t, d, q, note, from)
	}
	if _, ok := form.Next(&d, unitOf(&t.Reading, d)); ok {
		return goOn(t, d, note)
	}
	known, err := above(t, d.ID)
	if err != nil {
		return err
	}
	if known != "" {
		return showBrief(t, d, note, known)
	}
	return showPreview(t, d, note, report.Period{})
}

// questionOf is what is asked of a draft, as it stands in the conversation.
func questionOf(q form.Question) turn.Question { return turn.Question("d." + q.Key) }

const verbUnitPage turn.Verb = "d.units"

// verbAnswers shows other answers of a question that has many.
const verbAnswers turn.Verb = "d.answers"

// answersShown is how many answers stand under a question that has more than fit
// with what leads on: six buttons in all, but for units. The question lists all of
// them, so that any can be typed.
const answersShown, answersFit = 3, 4

// manyAnswers are the answers of a question that shows them in parts.
func manyAnswers(t *turn.Turn, q form.Question) []form.Choice {
	if q.Key == "unit" {
		return nil
	}
	if list := q.Choices(ownChoices(t, q)); len(list) > answersFit {
		return list
	}
	return nil
}

// listAnswers shows another part of the answers of the open question.
func listAnswers(t *turn.Turn, d report.Draft, q form.Question, page int) error {
	if d.Step != q.Key || page*answersShown >= len(manyAnswers(t, q)) {
		return t.Stale()
	}
	from := ""
	if t.Asked(questionOf(q)) && t.Talk.Draft == d.ID {
		from = t.Arg(0)
	}
	return questionPart(t, d, q, "", from, page)
}

// listUnits shows another page of the units that a draft can be for.
func listUnits(t *turn.Turn, d report.Draft, page int) error {
	q, _ := form.Find("unit")
	if page*turn.Choices >= len(unitChoices(t)) {
		return t.Stale()
	}
	from := ""
	if t.Asked(questionOf(q)) && t.Talk.Draft == d.ID {
		from = t.Arg(0)
	}
	t.Talk.Draft, t.Talk.Counter = d.ID, ""
	t.Ask(questionOf(q), from)
	return t.Prompt(chat.Message{Text: q.Ask(d), Buttons: buttonsOf(t, d, q, from, page)})
}

// buttonsOf are the buttons of a question, with a page of its choices: of units
// there can be very many.
func buttonsOf(t *turn.Turn, d report.Draft, q form.Question, from string, page int) [][]chat.Button {
	lines := choiceButtons(t, d, q, page)
	if q.Warning(d) != "" {
		lines = append(lines, turn.Column(turn.Button(texts.ToCut, verbCut, d.ID, d.Version))...)
	}
	if q.Key == "files" && len(d.Content.Media) > 0 {
		lines = append(lines, turn.Column(turn.Button(texts.ToNoFiles, verbNoFiles, d.ID, d.Version))...)
	}
	return append(lines, steering(t, d, q, from))
}

func choiceButtons(t *turn.Turn, d report.Draft, q form.Question, page int) (lines [][]chat.Button) {
	list, size := q.Choices(ownChoices(t, q)), turn.Choices
	many := manyAnswers(t, q)
	if many != nil {
		size = answersShown
	}
	for i := page * size; i < min(len(list), (page+1)*size); i++ {
		c := list[i]
		label := fmt.Sprintf("%d. %s", i+1, c.Label)
		b := turn.Button(label, verbChoose, d.ID, d.Version, q.Key, i)
		if q.Several {
			b = tickButton(d, c, label)
		}
		if many == nil && len(list) > 4 && i%2 == 1 {
			lines[len(lines)-1] = append(lines[len(lines)-1], b)
			continue
		}
		lines = append(lines, []chat.Button{b})
	}
	if many != nil { // the last part leads to the first again
		next := (page + 1) % ((len(many) + size - 1) / size)
		return append(lines, turn.Column(turn.Button(texts.ToOthers, verbAnswers, d.ID, d.Version, q.Key, next))...)
	}
	return append(lines, turn.PagerBy(turn.Choices, verbUnitPage, page, len(list), d.ID, d.Version)...)
}

// steering is the last line of a question: back, past it, out.
func steering(t *turn.Turn, d report.Draft, q form.Question, from string) []chat.Button {
	buttons := []chat.Button{turn.Button(texts.ToBack, verbBack, d.ID, d.Version, q.Key, from)}
	switch {
	case q.Several, q.Key == "files":
		buttons = append(buttons, turn.Button(texts.ToDone, verbKeep, d.ID, d.Version, from))
	case q.Removable(d, unitOf(&t.Reading, d)):
		if len(q.Choices(ownChoices(t, q))) == 0 { // else going back keeps it
			buttons = append(buttons, turn.Button(texts.ToKeep, verbKeep, d.ID, d.Version, from))
		}
		return append(buttons, turn.Button(texts.ToRemove, verbRemove, d.ID, d.Version, q.Key, from))
	case q.Shown(d) != "":
		buttons = append(buttons, turn.Button(texts.ToKeep, verbKeep, d.ID, d.Version, from))
	case !q.Needed(d, unitOf(&t.Reading, d)):
		buttons = append(buttons, turn.Button(texts.ToSkip, verbKeep, d.ID, d.Version, from))
	}
	if q.Key != "unit" && len(q.Choices(ownChoices(t, q))) > answersShown { // there is no room; it can be typed
		return buttons
	}
	return append(buttons, turn.Button(texts.WordCancel, verbDrop, d.ID, d.Version))
}
