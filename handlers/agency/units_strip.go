package agency

import (
	"guongsang/handlers/turn"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// strip is how a unit stood in its last periods, as lines of marks, with the legend.
func strip(t *turn.Reading, u report.Unit) (lines []string, err error) {
	met := map[report.State]bool{}
	for _, duty := range report.Duties {
		if t.Rules.For(duty).Off || !owesEver(u, duty) {
			continue
		}
		var marks []texts.Mark
		current := t.Rules.Current(duty, t.Today())
		for back := 1 - stripLength(u, duty); back <= 0; back++ {
			st, err := t.Tx.Standing(u.Code, current.Add(back))
			if err != nil {
				return nil, err
			}
			met[st.State] = true
			marks = append(marks, texts.Mark{Period: st.Period, State: st.State})
		}
		lines = append(lines, texts.Strip(marks)...)
	}
	if len(lines) == 0 {
		return nil, nil
	}
	return append(lines, texts.StripLegend(met)), nil
}

// stripLength is how many periods of a duty are shown: twelve, but a year of quarters
// beside the months.
func stripLength(u report.Unit, duty report.Duty) int {
	if duty == report.Quarter && u.Month {
		return 4
	}
	return 12
}

func owesEver(u report.Unit, duty report.Duty) bool {
	return duty == report.Month && u.Month || duty == report.Quarter && u.Quarter
}
