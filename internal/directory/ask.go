package directory

import (
	"strings"

	"guongsang/internal/texts"
)

// Answers are what the person who sent a list said of what it leaves open, a
// letter for each: they have to fit into a button.
type Answers string

// The answers.
const (
	DayFirst   Answers = "d" // 1/7/2025 is the first of July
	MonthFirst Answers = "m" // it is the seventh of January
	DaysRight  Answers = "r" // dates of the spreadsheet are what they seem
	DaysTurned Answers = "t" // their day is the month, which happens to what is typed in an American one
	KnownUnits Answers = "k" // code 1 is the unit 001 that is known
	NewUnits   Answers = "n" // it is another unit
	OneUnit    Answers = "o" // codes 1 and 001 of the list are one unit
	TwoUnits   Answers = "w" // they are two
)

func (a Answers) has(one Answers) bool { return strings.Contains(string(a), string(one)) }

// A Question is what only the person who sent a list can say of it.
type Question struct {
	Says    string
	Choices []Choice
}

// A Choice is one answer, and all that were given before.
type Choice struct {
	Label   string
	Answers Answers
}

// question asks for the first thing that the list leaves open, nil if there is
// nothing.
func (rd *reader) question() *Question {
	ask := func(says, label, other string, one, two Answers) *Question {
		return &Question{Says: says, Choices: []Choice{{label, rd.answers + one}, {other, rd.answers + two}}}
	}
	if len(rd.alike.met) > 0 {
		return ask(texts.AskCodes(rd.alike.met, rd.alike.more), texts.LabelKnownUnits, texts.LabelNewUnits, KnownUnits, NewUnits)
	}
	if len(rd.pairs.met) > 0 {
		return ask(texts.AskPairs(rd.pairs.met, rd.pairs.more), texts.LabelTwoUnits, texts.LabelOneUnit, TwoUnits, OneUnit)
	}
	if d := rd.days.typed; rd.typedOpen() {
		return ask(texts.AskDays(d.row, d.column, d.shown, d.count-1), texts.LongDay(d.day), texts.LongDay(turn(d.day)), DayFirst, MonthFirst)
	}
	if d := rd.days.kept; rd.keptOpen() {
		return ask(texts.AskDays(d.row, d.column, "", d.count-1), texts.LongDay(d.day), texts.LongDay(turn(d.day)), DaysRight, DaysTurned)
	}
	return nil
}

func (rd *reader) typedOpen() bool {
	return rd.days.typed.open() && !rd.answers.has(DayFirst) && !rd.answers.has(MonthFirst)
}

func (rd *reader) keptOpen() bool {
	return rd.days.kept.open() && !rd.answers.has(DaysRight) && !rd.answers.has(DaysTurned)
}

// daysOpen reports whether dates may still be read otherwise.
func (rd *reader) daysOpen() bool { return rd.typedOpen() || rd.keptOpen() }
