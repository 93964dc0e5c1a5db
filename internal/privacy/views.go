package privacy

import (
	"fmt"

	"guongsang/internal/report"
)

// Views gives what may be shown of several examples to an audience on a day, in
// their order; those of which nothing may be shown are left out. A unit that the
// directory does not know is called by its code.
func Views(examples []report.Example, units report.Directory, a Audience, day report.Date) (views []View) {
	for _, e := range examples {
		u, ok := units.Unit(e.Unit)
		if !ok {
			u = report.Unit{Code: e.Unit, Name: e.Unit}
		}
		if v := Of(e, u, a, day); !v.Hidden {
			views = append(views, v)
		}
	}
	return views
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

// CheckFor refuses Views of another audience than the one for which something is made,
// and of what is hidden from it: what is made for one carries no mark of another.
func CheckFor(a Audience, views ...View) error {
	for _, v := range views {
		if v.Audience != a || v.Hidden {
			return fmt.Errorf("%s is shown as the audience %q sees it, not %q", v.Number, v.Audience, a)
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
