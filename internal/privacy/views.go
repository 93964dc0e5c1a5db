package privacy

import (
	"cmp"
	"fmt"
	"slices"

	"guongsang/internal/report"
)

// Views gives what may be shown of several examples to an audience on a day, in
// their order; those of which nothing may be shown are left out. A unit that the
// directory does not know is called by its code.
func Views(examples []report.Example, units report.Directory, a Audience, day report.Date) (views []View) {
	for _, e := range examples {
		if v := viewOf(e, units, a, day); !v.Hidden {
			views = append(views, v)
		}
	}
	return views
}

func viewOf(e report.Example, units report.Directory, a Audience, day report.Date) View {
	u, ok := units.Unit(e.Unit)
	if !ok {
		u = report.Unit{Code: e.Unit, Name: e.Unit}
	}
	return Of(e, u, a, day)
}

// Notable gives the Views of the n foremost of some examples of which anything
// may be shown, and makes no others: of a thousand examples three are named.
func Notable(examples []report.Example, units report.Directory, a Audience, day report.Date, n int) (views []View) {
	reviews := make([]report.Review, len(examples))
	for i, e := range examples {
		reviews[i] = e.Review
	}
	for _, i := range Foremost(reviews) {
		if len(views) == n {
			break
		}
		if v := viewOf(examples[i], units, a, day); !v.Hidden {
			views = append(views, v)
		}
	}
	return views
}

// Foremost gives the places in a list, the oldest first, of those that the
// agency has accepted: which it took furthest first, the newest first among
// equals. What it has not accepted is nobody's example yet.
func Foremost(reviews []report.Review) (places []int) {
	rank := []report.Review{report.Published, report.Selected, report.Accepted}
	for i, review := range slices.Backward(reviews) {
		if Accepted(review) {
			places = append(places, i)
		}
	}
	slices.SortStableFunc(places, func(a, b int) int {
		return cmp.Compare(slices.Index(rank, reviews[a]), slices.Index(rank, reviews[b]))
	})
	return places
}

// CheckForOthers refuses Views from which nothing may be made that leaves the desk:
// those of the desk, and of what is hidden.
func CheckForOthers(views ...View) error {
	for _, v := range views {
		if v.Audience != Internal && v.Audience != Public || v.Hidden {
			return fmt.Errorf("%s may not be shown to others as the audience %q sees it", v.Number, v.Audience)
		}
	}
	return nil
}

// CheckForDesk refuses Views that lack what the desk and the unit itself are shown.
func CheckForDesk(views ...View) error {
	for _, v := range views {
		if v.Record == nil {
			return fmt.Errorf("%s is not shown as the desk sees it, but the audience %q", v.Number, v.Audience)
		}
	}
	return nil
}
