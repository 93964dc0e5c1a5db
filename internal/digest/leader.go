package digest

import (
	"cmp"
	"fmt"
	"slices"

	"guongsang/internal/chat"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Leader is what a leader gets: three numbers and three names.
func Leader(sum report.Summary, examples []privacy.View, office texts.Office) (chat.Message, error) {
	if err := privacy.CheckForOthers(examples...); err != nil {
		return chat.Message{}, fmt.Errorf("summing up %s for a leader: %w", sum.Schedule.Period, err)
	}
	names := Notable(examples, 3)
	parts := []string{mark(names), office.LeaderFigures(sum)}
	if len(names) > 0 {
		list := texts.LeaderNames()
		for _, v := range names {
			list += "\n" + texts.LeaderName(v)
		}
		parts = append(parts, list)
	}
	return chat.Message{
		Title: texts.LeaderTitle(sum.Schedule.Period),
		Text:  join(parts),
		Buttons: [][]chat.Button{
			{{Label: texts.LabelDetails, Do: chat.Do(VerbShow, sum.Schedule.Period, Main, 0)}}, {toPapers(sum.Schedule.Period)},
		},
	}, nil
}

// Notable picks the examples that the agency took furthest, the newest first
// among equals. What the agency has not accepted is nobody's example yet.
func Notable(examples []privacy.View, n int) []privacy.View {
	rank := []report.Review{report.Published, report.Selected, report.Accepted}
	var picked []privacy.View
	for _, v := range slices.Backward(examples) {
		if privacy.Accepted(v.Review) && !v.Hidden {
			picked = append(picked, v)
		}
	}
	slices.SortStableFunc(picked, func(a, b privacy.View) int {
		return cmp.Compare(slices.Index(rank, a.Review), slices.Index(rank, b.Review))
	})
	return picked[:min(n, len(picked))]
}
