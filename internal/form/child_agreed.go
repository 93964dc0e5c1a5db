package form

import (
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// takeAgreed takes in words whether a child, or who answers for one, agreed: "bố mẹ và
// cháu đều đồng ý". What says it of somebody else alone is no answer, and so is what says
// both, or leaves a doubt: nobody's consent is made up.
func takeAgreed(choose func(*report.Draft, string), by func(string) string) func(*report.Draft, string) (note, refusal string) {
	return func(d *report.Draft, answer string) (note, refusal string) {
		said := by(answer)
		if said == "" || len(strings.Fields(answer)) > longestAgreed {
			return "", texts.PickOne(len(yesOrNo(nil)))
		}
		choose(d, said)
		return "", ""
	}
}

// longestAgreed is how many words such an answer has at most.
const longestAgreed = 25

// namesPublished reports whether a text says what of somebody may be published.
func namesPublished(text string) bool {
	return letters.Marked(text, "anh") || letters.HasPhrase(" "+strings.Join(foldedWords(text), " ")+" ", []string{"ten", "hinh"})
}
