package digest

import (
	"fmt"

	"guongsang/internal/chat"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// LeaderNames is how many examples a leader is told.
const LeaderNames = 3

// Leader is what a leader gets: three numbers and three names.
func Leader(sum report.Summary, examples []privacy.View, office texts.Office) (chat.Message, error) {
	if err := privacy.CheckForOthers(examples...); err != nil {
		return chat.Message{}, fmt.Errorf("summing up %s for a leader: %w", sum.Schedule.Period, err)
	}
	names := Notable(examples, LeaderNames)
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

// Notable picks the n foremost of examples that may be shown.
func Notable(examples []privacy.View, n int) (picked []privacy.View) {
	reviews := make([]report.Review, len(examples))
	for i, v := range examples {
		reviews[i] = v.Review
	}
	for _, i := range privacy.Foremost(reviews) {
		if len(picked) < n && !examples[i].Hidden {
			picked = append(picked, examples[i])
		}
	}
	return picked
}
