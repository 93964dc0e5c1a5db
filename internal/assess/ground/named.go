package ground

import (
	"context"
	"slices"
	"strings"

	"guongsang/internal/assess"
	"guongsang/internal/letters"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/storage/records"
)

// What officers write of a period in general names nobody who was introduced: people are
// named where privacy has decided how, and nowhere else.

// Nameless parts paragraphs into those that name nobody who was introduced for a period,
// withdrawn or not, and those that do. Who is introduced after something was written
// counts as well: so it is asked when it is written, and again when it leaves.
func Nameless(ctx context.Context, tx *records.Snapshot, p report.Period, all []assess.Paragraph) (nameless, naming []assess.Paragraph, err error) {
	names := make([]bool, len(all))
	said := make([]string, len(all))
	for i, paragraph := range all {
		said[i] = words(paragraph.Text)
	}
	for _, part := range p.Parts() {
		examples, err := tx.ExamplesIn(part)
		if err != nil {
			return nil, nil, err
		}
		for _, e := range examples {
			if ctx.Err() != nil {
				return nil, nil, ctx.Err()
			}
			people := privacy.Names(e.Content)
			for i := range said {
				names[i] = names[i] || slices.ContainsFunc(people, func(name []string) bool { return isIn(name, said[i]) })
			}
		}
	}
	for i, paragraph := range all {
		if names[i] {
			naming = append(naming, paragraph)
		} else {
			nameless = append(nameless, paragraph)
		}
	}
	return nameless, naming, nil
}

// words are those of a text, with a space around each.
func words(text string) string {
	return " " + strings.Join(strings.FieldsFunc(letters.Fold(text), letters.NotOfWord), " ") + " "
}

// isIn reports whether a whole name is among words; a given name alone is none.
func isIn(name []string, words string) bool {
	return len(name) > 1 && strings.Contains(words, " "+strings.Join(name, " ")+" ")
}
