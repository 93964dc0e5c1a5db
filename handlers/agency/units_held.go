package agency

import (
	"slices"

	"guongsang/handlers/behalf"
	"guongsang/handlers/draft"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/texts"
	"guongsang/storage/records"
)

const (
	verbIsList turn.Verb = "heldl"
	verbIsFile turn.Verb = "heldf"
)

// maxHeld is how many files wait for somebody to say what they are.
const maxHeld = 20

// hold keeps a table that may be a list of units or belong to the open draft or be a
// unit's, and asks which it is.
func hold(t *turn.Turn, f chat.File) error {
	t.Talk.Held = slices.DeleteFunc(t.Talk.Held, func(h records.HeldFile) bool { return h.File.Unique == f.Unique })
	t.Talk.Held = append(t.Talk.Held, records.HeldFile{File: f, Text: t.Event.Text})
	t.Talk.Held = t.Talk.Held[max(0, len(t.Talk.Held)-maxHeld):]
	asks, other := texts.AskIsList(f.Name), texts.LabelIsFile
	if t.Talk.Draft == 0 {
		asks, other = texts.AskIsPassed(f.Name), texts.LabelIsPassed
	}
	return t.Say(chat.Message{Text: asks, Buttons: turn.Column(
		turn.Button(texts.LabelIsList, verbIsList, f.Unique),
		turn.Button(other, verbIsFile, f.Unique),
	)})
}

// heldFile is a file of which it was asked what it is.
var heldFile = turn.NewKind("table", func(t *turn.Reading, unique string) (records.HeldFile, turn.Refusal) {
	i := slices.IndexFunc(t.Talk.Held, func(h records.HeldFile) bool { return h.File.Unique == unique })
	if i < 0 {
		return records.HeldFile{}, turn.Stale
	}
	return t.Talk.Held[i], nil
})

// heldIsList goes on with the file as a list of units.
func heldIsList(t *turn.Turn, h records.HeldFile) error {
	release(t, h)
	return fetchList(t, h.File)
}

// heldIsFile puts the file into the draft.
func heldIsFile(t *turn.Turn, h records.HeldFile) error {
	release(t, h)
	t.Event.Text = h.Text
	if t.Talk.Draft == 0 {
		return behalf.PassFile(t, h.File)
	}
	if err := t.Show(chat.Message{Text: texts.HeldJoins(h.File.Name)}); err != nil {
		return err
	}
	return draft.TakeFiles(t, []chat.File{h.File})
}

func release(t *turn.Turn, held records.HeldFile) {
	t.Talk.Held = slices.DeleteFunc(t.Talk.Held, func(h records.HeldFile) bool { return h.File.Unique == held.File.Unique })
}
