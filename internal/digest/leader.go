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

// toldLeader is how many examples a leader is told of.
const toldLeader = 3

// Leader is what a leader gets: three numbers and three names. Of the examples
// those that NotableFilings finds are enough.
func Leader(sum report.Summary, examples []privacy.View, office texts.Office) (chat.Message, error) {
	if err := privacy.CheckForOthers(examples...); err != nil {
		return chat.Message{}, fmt.Errorf("summing up %s for a leader: %w", sum.Schedule.Period, err)
	}
	told := Notable(examples, toldLeader)
	parts := []string{mark(told), office.LeaderFigures(sum)}
	var open [][]chat.Button
	if len(told) > 0 {
		list := texts.LeaderNames()
		for _, v := range told {
			list += "\n" + texts.LeaderName(v)
			open = append(open, []chat.Button{{Label: texts.ToLeaderName(v), Do: chat.Do(VerbExample, v.Number)}})
		}
		parts = append(parts, list)
	}
	return chat.Message{
		Title:   texts.LeaderTitle(sum.Schedule.Period),
		Text:    join(parts),
		Buttons: append(open, []chat.Button{{Label: texts.LabelDetails, Do: chat.Do(VerbShow, sum.Schedule.Period, Main, 0)}}, []chat.Button{toPapers(sum.Schedule.Period)}),
	}, nil
}

// Notable picks the examples that the agency took furthest, the newest first
// among equals. What the agency has not accepted is nobody's example yet.
func Notable(examples []privacy.View, n int) []privacy.View {
	var picked []privacy.View
	for _, v := range slices.Backward(examples) {
		if privacy.Accepted(v.Review) && !v.Hidden {
			picked = append(picked, v)
		}
	}
	slices.SortStableFunc(picked, func(a, b privacy.View) int { return byReview(a.Review, b.Review) })
	return picked[:min(n, len(picked))]
}

// NotableFilings picks of the filings of examples those whose examples Leader
// tells of, in the order of their numbers, so that no other need be read. There
// may be thousands, so they are not sorted for the sake of three.
func NotableFilings(filings []report.Filing) []report.Filing {
	further := func(a, b report.Filing) int {
		return cmp.Or(byReview(a.Facets.Review, b.Facets.Review), report.CompareNumbers(b.Example, a.Example))
	}
	var picked []report.Filing
	for _, f := range filings {
		if !privacy.Accepted(f.Facets.Review) {
			continue
		}
		at, _ := slices.BinarySearchFunc(picked, f, further)
		picked = slices.Insert(picked, at, f)
		picked = picked[:min(toldLeader, len(picked))]
	}
	slices.SortFunc(picked, func(a, b report.Filing) int { return report.CompareNumbers(a.Example, b.Example) })
	return picked
}

// byReview puts what the agency took furthest in front.
func byReview(a, b report.Review) int {
	rank := []report.Review{report.Published, report.Selected, report.Accepted}
	return cmp.Compare(slices.Index(rank, a), slices.Index(rank, b))
}
