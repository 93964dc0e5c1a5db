package digest

import (
	"guongsang/internal/assess"
	"guongsang/internal/texts"
	"guongsang/internal/word"
)

// romans number the parts of the report.
var romans = [...]string{"", "I", "II", "III", "IV", "V", "VI"}

// assessmentValues are the general assessment, the tasks, and the numbers of the parts
// from there on: officers may have left either out.
func assessmentValues(all []assess.Paragraph) word.Values {
	assessed := word.List{}
	for _, part := range []assess.Part{assess.Strengths, assess.Weaknesses, assess.Causes} {
		if said := assess.In(all, part); len(said) > 0 {
			assessed = append(assessed, word.Values{
				"tt": word.Text(texts.Number(len(assessed) + 1)), "ten": word.Text(texts.AssessPart(part)), "y": paragraphs("doan", said),
			})
		}
	}
	tasks := numbered(assess.In(all, assess.Tasks))
	n := 3
	next := func(is bool) word.Text {
		if is {
			n++
		}
		return word.Text(romans[n])
	}
	return word.Values{
		"danh_gia": assessed, "muc_danh_gia": next(len(assessed) > 0),
		"nhiem_vu": tasks, "muc_nhiem_vu": next(len(tasks) > 0),
		"muc_de_xuat": next(true),
	}
}
