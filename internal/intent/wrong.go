package intent

import (
	"slices"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// putsRight reports whether a sentence says that something is wrong, and what it is
// instead: "nhầm tên rồi, Lù Văn Ón chứ không phải Lù Văn Ổn".
func (s Sentence) putsRight() bool {
	not, is, ok := letters.NotBut(s.Text)
	return ok && (slices.ContainsFunc(s.All, func(w string) bool { return wrongly[w] }) || capitalsIn("- "+not) > 1 && capitalsIn("- "+is) > 1) &&
		PeriodIn(s, report.Date{Year: 2000, Month: 1, Day: 1}) == (report.Period{}) && !letters.HasPhrase(" "+Spoken(s.Text)+" ", GoodDeeds)
}

// SaysWrong reports whether a text has a word for what is wrong.
func SaysWrong(text string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(letters.Fold(text), letters.NotOfWord), func(w string) bool { return wrongly[w] })
}

var wrongly = letters.Set("nham sai lon")
