package digest

import (
	"guongsang/internal/assess"
	"guongsang/internal/texts"
	"guongsang/internal/word"
)

// assessmentValues are the general assessment and the tasks.
func assessmentValues(all []assess.Paragraph) word.Values {
	var parts []assess.Part
	for _, part := range []assess.Part{assess.Strengths, assess.Weaknesses, assess.Causes} {
		if len(assess.In(all, part)) > 0 {
			parts = append(parts, part)
		}
	}
	assessed := word.List{}
	for i, part := range parts {
		name := texts.AssessPart(part)
		if len(parts) > 1 { // one alone has no number
			name = texts.Number(i+1) + ". " + name
		}
		assessed = append(assessed, word.Values{"ten": word.Text(name), "y": paragraphs("doan", assess.In(all, part))})
	}
	return word.Values{"danh_gia": assessed, "nhiem_vu": numbered(assess.In(all, assess.Tasks))}
}
