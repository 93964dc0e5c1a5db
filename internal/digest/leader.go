package digest

import (
	"cmp"
	"slices"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Leader is what a leader gets: three numbers and three names.
func Leader(sum report.Summary, office texts.Office) chat.Message {
	text := office.LeaderFigures(sum)
	if names := Notable(sum.Examples, 3); len(names) > 0 {
		text += "\n\n" + texts.LeaderNames()
		for _, e := range names {
			text += "\n" + texts.LeaderName(e)
		}
	}
	return chat.Message{
		Title: texts.LeaderTitle(sum.Schedule.Period),
		Text:  text,
		Buttons: [][]chat.Button{
			{{Label: texts.LabelDetails, Do: chat.Do(VerbShow, sum.Schedule.Period, Main, 0)}}, {toPapers(sum.Schedule.Period)},
		},
	}
}

// Notable picks the examples that the agency took furthest, the newest first
// among equals; those that are being completed come last.
func Notable(examples []report.Example, n int) []report.Example {
	rank := []report.Review{report.Published, report.Selected, report.Accepted, report.Received, report.Returned}
	var picked []report.Example
	for _, e := range slices.Backward(examples) {
		if slices.Contains(rank, e.Review) {
			picked = append(picked, e)
		}
	}
	slices.SortStableFunc(picked, func(a, b report.Example) int {
		return cmp.Compare(slices.Index(rank, a.Review), slices.Index(rank, b.Review))
	})
	return picked[:min(n, len(picked))]
}
