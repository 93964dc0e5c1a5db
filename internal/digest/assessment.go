package digest

import (
	"guongsang/internal/assess"
	"guongsang/internal/texts"
	"guongsang/internal/word"
)

// assessmentValues are the general assessment and the tasks.
func assessmentValues(all []assess.Paragraph) word.Values {
	assessed := word.List{}
	for _, part := range []assess.Part{assess.Strengths, assess.Weaknesses, assess.Causes} {
		if said := assess.In(all, part); len(said) > 0 {
			assessed = append(assessed, word.Values{
				"tt": word.Text(texts.Number(len(assessed) + 1)), "ten": word.Text(texts.AssessPart(part)), "y": paragraphs("doan", said),
			})
		}
	}
	return word.Values{"danh_gia": assessed, "nhiem_vu": numbered(assess.In(all, assess.Tasks))}
}
