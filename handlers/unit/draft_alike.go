package unit

import (
	"slices"

	"guongsang/handlers/turn"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// What a draft may repeat is said three times, and never in the way: right after
// the name is given, under the preview where the text is another's, and once more
// before it is sent.

// same finds the examples that introduce the same as a draft.
func same(t *turn.Turn, d report.Draft) ([]texts.Alike, int, error) {
	d.Content.Summary, d.Content.Results, d.Content.Spread = "", "", ""
	return t.Alike(d.Content, unitOf(&t.Reading, d), d.Amends)
}

// withNamed adds to a note who was introduced under the name just given.
func withNamed(t *turn.Turn, d report.Draft, note string) (string, error) {
	alike, all, err := same(t, d)
	if err != nil || all == 0 {
		return note, err
	}
	if note != "" {
		note += "\n\n"
	}
	return note + texts.AlikeNamed(alike, all), nil
}

// copied says below a preview from where its text may be; empty if from nowhere.
func copied(t *turn.Turn, d report.Draft) (string, error) {
	alike, _, err := t.Alike(d.Content, unitOf(&t.Reading, d), d.Amends)
	if err != nil {
		return "", err
	}
	alike = slices.DeleteFunc(alike, func(a texts.Alike) bool { return a.Share == 0 })
	if len(alike) == 0 {
		return "", nil
	}
	return texts.CopiedFrom(alike, len(alike)), nil
}
