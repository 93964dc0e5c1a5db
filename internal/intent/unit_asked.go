package intent

import (
	"strings"

	"guongsang/internal/letters"
)

// UnitAsked is the name or code of a unit in a sentence that says what is to
// become of it: "gia hạn mầm non Dào San", "mời đầu mối cho PT004". Whether there
// is such a unit is for others to find out; "" says that the sentence is none of
// these.
func UnitAsked(text string) string {
	words := strings.Fields(letters.Tidy(text))
	from, to := 0, len(words)
	for from < to && beforeUnit[letters.Fold(words[from])] {
		from++
	}
	for to > from && afterUnit[letters.Fold(strings.Trim(words[to-1], ".,?!"))] {
		to--
	}
	if from == 0 && to == len(words) || to-from > maxUnitWords {
		return ""
	}
	name := strings.Trim(strings.Join(words[from:to], " "), ".,?!")
	if to-from < 2 && !IsUnitCode(name) {
		return ""
	}
	return name
}

var (
	beforeUnit = letters.Set("gia han tam dung moi cap ma dau moi cho cua xem lai go ngung mo")
	afterUnit  = letters.Set("la ai gui nop chua roi di nhe nha em voi giup a")
)

// IsUnitCode reports whether a word looks like the code of a unit.
func IsUnitCode(word string) bool { return code().MatchString(word) }

var code = letters.Pattern(`^[A-Za-z]{1,6}[-.]?\d{2,}$`)
