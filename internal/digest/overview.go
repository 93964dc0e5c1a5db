package digest

import (
	"strings"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// The verbs of the digest's buttons.
const (
	VerbShow    = "dig"    // period section page: show a section in place
	VerbQueue   = "queue"  // page: list what waits for the agency
	VerbStates  = "sits"   // period scope: list units by where they stand
	VerbPapers  = "papers" // period: list the documents of a period
	VerbUnit    = "unit"   // code: show a unit of a list
	VerbExample = "card"   // number: show an example of a list
)

// The sections.
const (
	Main        = "main"
	Gaps        = "gap"   // all units that have not handed in
	Unconnected = "uncon" // of these, those in which nobody ever enrolled
	Lost        = "lost"  // of these, those in which nobody can be reached now
	Blocks      = "block" // figures by block
	Kinds       = "kind"  // examples by category, object, priority group
	Examples    = "new"   // the examples, one line each
)

// Overview is the first screen of the agency's digest.
func Overview(sum report.Summary, office texts.Office) chat.Message {
	p := sum.Schedule.Period
	parts := []string{
		office.DigestAsOf(sum.At, sum.Schedule.Deadline),
		withPauses(sum),
		texts.DigestExamples(sum.Total.Examples, sum.ByCategory),
		texts.DigestWaiting(sum.ByReview[report.Received], sum.ByReview[report.Returned]),
		texts.DigestOverlooked(sum.Overlooked),
		texts.DigestPublished(sum.ByReview[report.Published], sum.ByReview[report.Retracted], sum.ByPlace),
	}
	if sum.Before != nil {
		parts = append(parts, texts.DigestCompared(p.Add(-1), sum.Total, *sum.Before))
	}
	buttons := append(toGaps(sum),
		[]chat.Button{section(sum, Blocks, 0), section(sum, Kinds, 0)},
		[]chat.Button{toStates(p)},
		append(holding(sum, Examples, sum.Total.Examples), chat.Button{Label: texts.WordQueue, Do: chat.Do(VerbQueue, 0)}),
		[]chat.Button{toPapers(p)},
		otherPeriods(sum, office),
	)
	return chat.Message{Title: texts.DigestTitle(p), Text: join(parts), Buttons: buttons}
}

// Block is the first screen for the head of a block: the standings of its
// units, without what they introduced. The summary is of these units alone.
func Block(sum report.Summary, office texts.Office) chat.Message {
	p, name := sum.Schedule.Period, ""
	if len(sum.Blocks) > 0 {
		name = sum.Blocks[0].Block
	}
	title := texts.BlockTitle(name, p)
	if len(sum.Blocks) != 1 {
		title = texts.DigestTitle(p)
	}
	return chat.Message{
		Title:   title,
		Text:    join([]string{office.DigestAsOf(sum.At, sum.Schedule.Deadline), withPauses(sum)}),
		Buttons: append(toGaps(sum), []chat.Button{toStates(p)}, otherPeriods(sum, office)),
	}
}

// withPauses is how many units stand where, and why some are paused.
func withPauses(sum report.Summary) string {
	lines := texts.Figures(sum.Total)
	if paused := texts.PausedUnits(sum.Paused); paused != "" {
		lines += "\n" + paused
	}
	return lines
}

// toStates leads to the lists of units by where they stand, of all units that the
// reader may see.
func toStates(p report.Period) chat.Button {
	return chat.Button{Label: texts.LabelToStates, Do: chat.Do(VerbStates, p, "a")}
}

// otherPeriods lead to the period before, the one after once it has begun,
// and between a month and its quarter.
func otherPeriods(sum report.Summary, office texts.Office) []chat.Button {
	p := sum.Schedule.Period
	line := []chat.Button{toPeriod("‹ "+texts.ShortPeriod(p.Add(-1)), p.Add(-1))}
	if report.DateOf(sum.At.In(office.Zone)).After(sum.Schedule.Close) {
		line = append(line, toPeriod(texts.ShortPeriod(p.Add(1))+" ›", p.Add(1)))
	}
	other := report.Period{Duty: report.Quarter, Year: p.Year, Number: (int(p.LastMonth()) + 2) / 3}
	if p.Duty == report.Quarter {
		other = report.Period{Duty: report.Month, Year: p.Year, Number: int(p.LastMonth())}
	}
	return append(line, toPeriod(texts.Cap(texts.ShortPeriod(other)), other))
}

func toPapers(p report.Period) chat.Button {
	return chat.Button{Label: texts.ToPapers(), Do: chat.Do(VerbPapers, p)}
}

func toPeriod(label string, p report.Period) chat.Button {
	return chat.Button{Label: label, Do: chat.Do(VerbShow, p, Main, 0)}
}

// toGaps lead to the lists of those that have not handed in, as far as there are
// any.
func toGaps(sum report.Summary) (lines [][]chat.Button) {
	for _, line := range [][]chat.Button{
		holding(sum, Gaps, sum.Total.Missing),
		append(holding(sum, Unconnected, sum.Total.Unconnected), holding(sum, Lost, sum.Total.Unreachable)...),
	} {
		if len(line) > 0 {
			lines = append(lines, line)
		}
	}
	return lines
}

// holding is the way into a section that holds so many; none leads to nothing.
func holding(sum report.Summary, name string, n int) []chat.Button {
	if n == 0 {
		return nil
	}
	return []chat.Button{section(sum, name, n)}
}

func section(sum report.Summary, name string, n int) chat.Button {
	return chat.Button{Label: texts.SectionButton(name, n), Do: chat.Do(VerbShow, sum.Schedule.Period, name, 0)}
}

// join sets the parts that are not empty apart by a blank line.
func join(parts []string) string {
	var full []string
	for _, part := range parts {
		if part != "" {
			full = append(full, part)
		}
	}
	return strings.Join(full, "\n\n")
}
